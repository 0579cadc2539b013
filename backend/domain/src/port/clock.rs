//! Time and chance (klokke og tilfeldighet), so that tests can hold both still.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// The time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;

    /// Today in Norway.
    fn today(&self) -> Date {
        day(self.now())
    }
}

/// The day of a moment in Norway.
#[must_use]
pub fn day(at: Timestamp) -> Date {
    let zone = TimeZone::get("Europe/Oslo").unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).date()
}

/// Randomness from the system's generator.
pub trait Chance: Send + Sync {
    /// Ten random bytes.
    fn bytes(&self) -> [u8; 10];
}
