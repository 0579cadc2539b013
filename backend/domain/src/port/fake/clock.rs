//! A clock that stands still until it is set.

use super::held;
use crate::port::Clock;
use jiff::{SignedDuration, Timestamp};
use std::sync::Mutex;

/// A clock that stands.
#[derive(Debug)]
pub struct Frozen(Mutex<Timestamp>);

impl Frozen {
    /// Stands at this moment.
    #[must_use]
    pub fn at(now: Timestamp) -> Self {
        Self(Mutex::new(now))
    }

    /// Moves it on.
    pub fn pass(&self, time: SignedDuration) {
        let mut now = held(&self.0);
        *now = now.saturating_add(time).unwrap_or(*now);
    }
}

impl Clock for Frozen {
    fn now(&self) -> Timestamp {
        *held(&self.0)
    }
}
