//! Clocks as pure functions (frister): preliminary reply, access request, appeal; weekends and Norwegian holidays.

use crate::{
    scan::pattern::{Pattern, lowered},
    value::{self, Value},
};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

/// Which clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Preliminary reply (foreløpig svar) within one month, forvaltningsloven § 11 a.
    PreliminaryReply,
    /// Access request (innsynskrav) within five working days, offentleglova § 32.
    AccessRequest,
    /// Appeal (klage) within three weeks from receipt of the decision, forvaltningsloven § 29.
    Appeal,
}

/// How near.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Time enough.
    Ok,
    /// Soon.
    Amber,
    /// Now.
    Red,
    /// Past.
    Breached,
}

/// A clock that runs for a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Which.
    pub kind: Kind,
    /// The last day.
    pub due: Date,
    /// How near, today.
    pub state: State,
}

/// Working days that an access request may take, and when its clock turns amber and red.
const ACCESS_DAYS: (u32, u32, u32) = (5, 3, 4);
/// Days after which the clock of a preliminary reply turns amber and red.
const REPLY_DAYS: (i32, i32) = (21, 28);
/// Days after which the clock of an appeal turns amber and red.
const APPEAL_DAYS: (i32, i32) = (14, 18);

/// The clock of this kind for a mail received on `received` (for an appeal: the day the decision was received), seen `today`.
/// Weeks and months end on the same weekday or date (the month's last day where it is shorter), and roll to the next working day
/// (domstolloven §§ 148, 149, by forvaltningsloven § 30).
#[must_use]
pub fn of(kind: Kind, received: Date, today: Date) -> Deadline {
    let due = match kind {
        Kind::PreliminaryReply => rolled(received.saturating_add(1.month())),
        Kind::AccessRequest => add_working_days(received, ACCESS_DAYS.0),
        Kind::Appeal => rolled(received.saturating_add(3.weeks())),
    };
    let (amber, red) = match kind {
        Kind::PreliminaryReply => (after(received, REPLY_DAYS.0), after(received, REPLY_DAYS.1)),
        Kind::AccessRequest => (add_working_days(received, ACCESS_DAYS.1), add_working_days(received, ACCESS_DAYS.2)),
        Kind::Appeal => (after(received, APPEAL_DAYS.0), after(received, APPEAL_DAYS.1)),
    };
    let state = match today {
        today if today > due => State::Breached,
        today if today >= red => State::Red,
        today if today >= amber => State::Amber,
        _ => State::Ok,
    };
    Deadline { kind, due, state }
}

/// Ends right before the day on which the writer says that a decision came: "Jeg mottok vedtaket", "avslaget som eg fekk".
static RECEIVED: Pattern = Pattern::new(concat!(
    r"\b(?:vedtak|avslag|brev|svar|avgjørelse|avgjerd|decision|letter|refusal)\p{L}*,?(?: (?:som )?(?:jeg|eg|vi|i|we))? (?:ble |vart |was )?(?:mottok|fikk|fekk|fått|mottatt|motteke|kom|received|got|came)(?: \p{L}+){0,2} $|",
    r"\b(?:jeg|eg|vi|i|we) (?:\p{L}+ )?(?:mottok|fikk|fekk|mottatt|motteke|fått|received|got) (?:\p{L}+ ){0,2}(?:vedtak|avslag|brev|svar|avgjørelse|avgjerd|decision|letter|refusal)\p{L}*(?: \p{L}+){0,3} $"
));

/// The day on which the writer of a mail says that they received a decision: the day its time for appeal runs from. `values` are
/// those of `text`; a date without a year is the last such day that is not to come.
#[must_use]
pub fn stated_receipt(text: &str, values: &[Value], today: Date) -> Option<Date> {
    let lower = lowered(text);
    let said = |value: &&Value| {
        let before: String = lower.chars().take(value.span.start).collect();
        let sentence = before.rsplit(['.', '!', '?', '\n']).next().unwrap_or_default();
        value.kind == value::Kind::Date && !value.span.is_empty() && RECEIVED.is_match(sentence)
    };
    values.iter().find(said).and_then(|value| past(&value.value, today))
}

/// The day of a date's normal form; where its year is not said, the last one up to today.
fn past(value: &str, today: Date) -> Option<Date> {
    let Some(rest) = value.strip_prefix("--") else { return value.parse().ok().filter(|day| *day <= today) };
    let of = |year: i16| format!("{year:04}-{rest}").parse::<Date>().ok();
    [today.year(), today.year().saturating_sub(1)].into_iter().filter_map(of).find(|day| *day <= today)
}

fn after(date: Date, days: i32) -> Date {
    date.saturating_add(days.days())
}

/// The day itself, or the next working day.
fn rolled(date: Date) -> Date {
    let mut date = date;
    while !is_working_day(date) && date < Date::MAX {
        date = after(date, 1);
    }
    date
}

/// The day so many working days after `date`, which itself does not count.
#[must_use]
pub fn add_working_days(date: Date, days: u32) -> Date {
    let mut date = date;
    for _ in 0..days {
        date = rolled(after(date, 1));
    }
    date
}

/// Neither a weekend nor a public holiday (lov om helligdager § 2, lov om 1 og 17 mai). 24 and 31 December are working days by law.
#[must_use]
pub fn is_working_day(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_holiday(date)
}

/// A public holiday in Norway.
#[must_use]
pub fn is_holiday(date: Date) -> bool {
    let fixed = matches!((date.month(), date.day()), (1, 1) | (5, 1) | (5, 17) | (12, 25) | (12, 26));
    // Maundy Thursday, Good Friday, both days of Easter, Ascension Day, both days of Pentecost; all lie within the year of Easter.
    fixed || matches!(date.day_of_year() - easter(date.year()).day_of_year(), -3 | -2 | 0 | 1 | 39 | 49 | 50)
}

/// Easter Sunday by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    let part = |number: i32| i8::try_from(number).unwrap_or(1);
    Date::new(year, part(sum / 31), part(sum % 31 + 1)).unwrap_or(Date::MIN)
}

#[cfg(test)]
mod tests {
    use super::{Kind, State, add_working_days, easter, is_working_day, of};
    use jiff::{
        ToSpan,
        civil::{Date, date},
    };

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_last_day_is_what_the_law_says() {
        for (kind, received, due) in [
            (Kind::PreliminaryReply, "2026-11-03", "2026-12-03"),
            (Kind::PreliminaryReply, "2026-01-31", "2026-03-02"), // 28 February is a Saturday.
            (Kind::PreliminaryReply, "2027-01-31", "2027-03-01"), // 28 February is a Sunday.
            (Kind::PreliminaryReply, "2025-01-31", "2025-02-28"),
            (Kind::PreliminaryReply, "2026-04-17", "2026-05-18"), // 17 May, a Sunday.
            (Kind::PreliminaryReply, "2026-11-25", "2026-12-28"), // Christmas.
            (Kind::AccessRequest, "2026-11-20", "2026-11-27"),
            (Kind::AccessRequest, "2026-03-31", "2026-04-10"), // Easter 2026.
            (Kind::AccessRequest, "2027-03-24", "2027-04-05"), // Easter 2027.
            (Kind::AccessRequest, "2026-04-30", "2026-05-08"), // 1 May.
            (Kind::AccessRequest, "2026-12-23", "2026-12-31"), // Christmas; 24 and 31 December count.
            (Kind::Appeal, "2026-11-02", "2026-11-23"),
            (Kind::Appeal, "2026-03-12", "2026-04-07"), // Maundy Thursday to Easter Monday.
            (Kind::Appeal, "2026-12-04", "2026-12-28"),
        ] {
            assert_eq!(of(kind, day(received), day(received)).due, day(due), "{kind:?} {received}");
        }
    }

    #[test]
    fn a_clock_turns_amber_and_red_and_is_breached() {
        for (kind, today, state) in [
            (Kind::PreliminaryReply, "2026-11-22", State::Ok),
            (Kind::PreliminaryReply, "2026-11-23", State::Amber),
            (Kind::PreliminaryReply, "2026-11-30", State::Red),
            (Kind::PreliminaryReply, "2026-12-02", State::Red),
            (Kind::PreliminaryReply, "2026-12-03", State::Breached),
            (Kind::AccessRequest, "2026-11-04", State::Ok),
            (Kind::AccessRequest, "2026-11-05", State::Amber),
            (Kind::AccessRequest, "2026-11-06", State::Red),
            (Kind::AccessRequest, "2026-11-09", State::Red),
            (Kind::AccessRequest, "2026-11-10", State::Breached),
            (Kind::Appeal, "2026-11-15", State::Ok),
            (Kind::Appeal, "2026-11-16", State::Amber),
            (Kind::Appeal, "2026-11-20", State::Red),
            (Kind::Appeal, "2026-11-24", State::Breached),
        ] {
            assert_eq!(of(kind, day("2026-11-02"), day(today)).state, state, "{kind:?} {today}");
        }
    }

    #[test]
    fn the_time_for_appeal_runs_from_the_day_the_writer_says_the_decision_came() {
        let today = day("2026-11-21");
        for (text, received) in [
            ("Jeg mottok vedtaket 2. november 2026.", Some("2026-11-02")),
            ("Eg fekk avslaget den 2. november, og vil klage.", Some("2026-11-02")),
            ("Vedtaket som jeg fikk 3. desember, er feil.", Some("2025-12-03")),
            ("I received the decision on 2 November 2026.", Some("2026-11-02")),
            ("Vedtaket er datert 2. november 2026.", None),
            ("Vedtaket kom 2. november 2026.", Some("2026-11-02")),
            ("Jeg fikk bilen 2. november 2026.", None),
            ("Jeg mottok vedtaket. Møtet er 2. november 2026.", None),
            ("Jeg mottok vedtaket 2. desember 2026.", None),
        ] {
            let values = crate::value::find(text, today);
            assert_eq!(super::stated_receipt(text, &values, today), received.map(day), "{text}");
        }
    }

    /// Every public holiday of six years that does not always have the same date, and what the days around them are.
    const MOVING: [(&str, [&str; 7]); 6] = [
        ("2025", ["04-17", "04-18", "04-20", "04-21", "05-29", "06-08", "06-09"]),
        ("2026", ["04-02", "04-03", "04-05", "04-06", "05-14", "05-24", "05-25"]),
        ("2027", ["03-25", "03-26", "03-28", "03-29", "05-06", "05-16", "05-17"]),
        ("2028", ["04-13", "04-14", "04-16", "04-17", "05-25", "06-04", "06-05"]),
        ("2029", ["03-29", "03-30", "04-01", "04-02", "05-10", "05-20", "05-21"]),
        ("2030", ["04-18", "04-19", "04-21", "04-22", "05-30", "06-09", "06-10"]),
    ];

    #[test]
    fn the_holidays_of_six_years_are_those_of_the_calendar() {
        for (year, moving) in MOVING {
            let fixed = ["01-01", "05-01", "05-17", "12-25", "12-26"];
            let expected: Vec<Date> = moving.iter().chain(&fixed).map(|at| day(&format!("{year}-{at}"))).collect();
            let mut date = day(&format!("{year}-01-01"));
            while date.year().to_string() == year {
                assert_eq!(super::is_holiday(date), expected.contains(&date), "{date}");
                date = super::after(date, 1);
            }
            // Easter Saturday is a Saturday, and no working day for that; 24 and 31 December are holidays by custom, not by law.
            let easter_saturday = super::after(day(&format!("{year}-{}", moving[1])), 1);
            assert!(!super::is_holiday(easter_saturday) && !is_working_day(easter_saturday), "{year}");
        }
    }

    #[test]
    fn a_last_day_is_a_working_day_and_never_before_the_bare_count() {
        let mut received = day("2025-01-01");
        while received < day("2031-01-01") {
            let due = |kind| of(kind, received, received).due;
            let bare = [
                (Kind::PreliminaryReply, received.saturating_add(1.month())),
                (Kind::Appeal, received.saturating_add(3.weeks())),
                (Kind::AccessRequest, super::after(received, 5)),
            ];
            for (kind, bare) in bare {
                let last = due(kind);
                assert!(is_working_day(last) && last >= bare, "{kind:?} {received}: {last}");
                // Nor later than the first working day from there; an access request counts five of them.
                let between = (0..).map(|days| super::after(bare, days)).take_while(|day| *day < last);
                let idle = between.filter(|day| is_working_day(*day)).count();
                assert!(kind == Kind::AccessRequest || idle == 0, "{kind:?} {received}: {last}");
            }
            let counted = (1..).map(|days| super::after(received, days)).filter(|day| is_working_day(*day)).nth(4);
            assert_eq!(counted, Some(due(Kind::AccessRequest)), "{received}");
            received = super::after(received, 1);
        }
    }

    #[test]
    fn easter_and_the_holidays_that_move_with_it_are_known() {
        for (year, sunday) in [
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year), day(sunday));
        }
        for free in [
            "2026-04-02",
            "2026-04-03",
            "2026-04-06",
            "2026-05-14",
            "2026-05-25",
            "2026-05-01",
            "2027-05-17",
            "2026-12-25",
            "2026-11-21",
        ] {
            assert!(!is_working_day(day(free)), "{free}");
        }
        for work in ["2026-12-24", "2026-12-31", "2026-04-01", "2026-05-18"] {
            assert!(is_working_day(day(work)), "{work}");
        }
        assert_eq!(add_working_days(date(2026, 11, 20), 0), date(2026, 11, 20));
    }
}
