//! The names of the months (månedsnavn), and a day written with one.

use jiff::civil::Date;
use vocabulary::Language;

/// In bokmål and nynorsk alike.
pub const NORWEGIAN: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];
/// In English.
pub const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "12. januar 2026", "12 January 2026".
#[must_use]
pub fn written(day: Date, language: Language) -> String {
    let month = usize::from(day.month().unsigned_abs()).saturating_sub(1) % 12;
    let (number, year) = (day.day(), day.year());
    match language {
        Language::En => format!("{number} {} {year}", ENGLISH[month]),
        _ => format!("{number}. {} {year}", NORWEGIAN[month]),
    }
}

#[cfg(test)]
mod tests {
    use super::written;
    use jiff::civil::date;
    use vocabulary::Language;

    #[test]
    fn a_day_is_written_as_people_write_it() {
        let day = date(2026, 1, 12);
        assert_eq!(written(day, Language::Nn), "12. januar 2026");
        assert_eq!(written(day, Language::En), "12 January 2026");
    }
}
