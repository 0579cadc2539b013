//! Moments and days (tid) in JSON: RFC 3339, to the last nanosecond, as they were given.

use super::Mirror;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

macro_rules! moment {
    ($(#[$doc:meta])* $row:ident = $of:ty) => {
        $(#[$doc])*
        pub(crate) struct $row($of);

        impl Mirror<$row> for $of {
            fn into_row(self) -> $row { $row(self) }
            fn from_row(row: $row) -> Self { row.0 }
        }
        impl Serialize for $row {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }
        impl<'de> Deserialize<'de> for $row {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map($row).map_err(D::Error::custom)
            }
        }
    };
}
moment! {
    /// `2026-11-21T08:00:00Z`.
    Moment = Timestamp
}
moment! {
    /// `2026-11-21`.
    Day = Date
}
