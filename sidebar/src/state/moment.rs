//! Days and times as people write them (datoer).

use crate::text::{Text, fill, say};
use vocabulary::Language;

/// A point in time, to the minute, in the reader's own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Year.
    pub year: u32,
    /// Month, from 1.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
    /// Hour and minute; absent for a whole day.
    pub clock: Option<(u32, u32)>,
}

impl Moment {
    /// Reads RFC 3339 or a plain day, as it stands (no time zone is applied).
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (day, clock) = text.split_once(['T', ' ']).map_or((text, None), |(day, clock)| (day, Some(clock)));
        let mut parts = day.splitn(3, '-').map(str::parse);
        let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
        let clock = clock.and_then(|clock| {
            let mut parts = clock.splitn(3, ':').map(str::parse);
            Some((parts.next()?.ok()?, parts.next()?.ok()?))
        });
        (1..=12).contains(&month).then_some(Self { year, month, day, clock })
    }

    /// The day; the year only where it is another than `now`'s.
    #[must_use]
    pub fn day(self, language: Language, now: Self) -> String {
        let month = say(language, Text::Months).split('|').nth(self.month as usize - 1).unwrap_or_default();
        let (day, year) = (self.day.to_string(), self.year.to_string());
        let form = if self.year == now.year { Text::Day } else { Text::DayYear };
        fill(language, form, &[("day", &day), ("month", month), ("year", &year)])
    }

    /// The time of day, with the day before it unless it is today.
    #[must_use]
    pub fn time(self, language: Language, now: Self) -> String {
        let Some((hour, minute)) = self.clock else { return self.day(language, now) };
        let colon = if language == Language::En { ':' } else { '.' };
        let time = format!("{hour:02}{colon}{minute:02}");
        let today = (self.year, self.month, self.day) == (now.year, now.month, now.day);
        if today { time } else { format!("{} {time}", self.day(language, now)) }
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;
    use vocabulary::Language::{En, Nb};

    #[test]
    fn days_and_times_are_written_as_people_write_them() {
        let now = Moment::read("2026-11-21T10:00:00Z").unwrap();
        for (text, day, time, english) in [
            ("2026-12-12", "12. des.", "12. des.", "12 Dec"),
            ("2025-03-01T09:14:00+01:00", "1. mars 2025", "1. mars 2025 09.14", "1 Mar 2025 09:14"),
            ("2026-11-21T09:14:05Z", "21. nov.", "09.14", "09:14"),
        ] {
            let moment = Moment::read(text).unwrap();
            assert_eq!((moment.day(Nb, now), moment.time(Nb, now)), (day.to_owned(), time.to_owned()), "{text}");
            assert_eq!(moment.time(En, now), english);
        }
        for text in ["", "2026", "2026-13-01", "x-y-z", "2026-0-1"] {
            assert_eq!(Moment::read(text), None, "{text}");
        }
    }
}
