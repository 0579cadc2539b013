//! A day (dato) in a line: `2026-03-01`.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub(crate) Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map(Day)
            .map_err(|_| D::Error::custom("write a day that exists as year-month-day, for example 2026-03-01"))
    }
}

/// The fault of a span of days that ends before it begins.
pub(super) fn order_fault(field: &str, first: Option<Day>, last: Option<Day>) -> Option<(String, String)> {
    let wrong = first.zip(last).is_some_and(|(first, last)| last < first);
    wrong.then(|| (field.to_owned(), "the last day lies before the first one; correct one of them".to_owned()))
}
