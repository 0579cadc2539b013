//! Telephone numbers (telefonnummer): eight digits in their usual groups, with or without country code.

use super::pattern::compile;
use super::{
    Candidate, Confidence, Kind,
    context::{Hint, hint},
    digit::{digits, stands_alone},
};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};

static PHONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let blank = r"[ \u{a0}\u{202f}]";
    let norwegian = format!(
        r"(?:(?:\+|00)47{blank}?)?(?:[2-9]\d{blank}\d{{2}}{blank}\d{{2}}{blank}\d{{2}}|[2-9]\d{{2}}{blank}\d{{2}}{blank}\d{{3}}|[2-9]\d{{7}})"
    );
    let foreign = format!(
        r"(?:\+(?:4[4-689]|3[0-9]|35[0-9]|37[0-9]|380|1){blank}?|00(?:4[4-689]|3[0-9]|35[0-9]|37[0-9]){blank})\d(?:{blank}?\d){{6,11}}"
    );
    compile(&format!("{norwegian}|{foreign}|0[2-9]\\d{{3}}"))
});

pub(super) fn find(text: &str) -> Vec<Candidate> {
    PHONE
        .iter()
        .flat_map(|pattern| pattern.find_iter(text))
        .filter_map(|found| candidate(text, found.range()))
        .collect()
}

fn candidate(text: &str, bytes: Range<usize>) -> Option<Candidate> {
    let written = &text[bytes.clone()];
    let coded = written.starts_with('+') || written.starts_with("00");
    let grouped = written.contains([' ', '\u{a0}', '\u{202f}']);
    let short = written.len() == 5;
    let confidence = match hint(text, &bytes) {
        _ if !stands_alone(text, &bytes) => return None,
        Some(Hint::Phone) => Confidence::Certain,
        _ if short => return None,
        _ if coded => Confidence::Certain,
        Some(Hint::Kid | Hint::Account | Hint::Organisation | Hint::Other | Hint::Person) => return None,
        _ if grouped => Confidence::Probable,
        _ if is_date(written) => return None,
        _ => Confidence::Possible,
    };
    Some(Candidate { kind: Kind::Phone, bytes, confidence })
}

/// Eight digits that are a day of this century (`20261121`).
fn is_date(written: &str) -> bool {
    let digits = digits(written);
    matches!(digits.as_slice(), [2, 0, y0, y1, m0, m1, d0, d1]
        if super::digit::is_day(d0 * 10 + d1, m0 * 10 + m1, y0 * 10 + y1))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn telephone_numbers_are_known_in_their_usual_groups() {
        for (text, count) in [
            ("22 22 55 55", 1),
            ("900 00 000", 1),
            ("+47 90000000", 1),
            ("0047 22 22 55 55", 1),
            ("+46 70 123 45 67", 1),
            ("tlf. 02800", 1),
            ("ca. 02800", 0),
            ("20261121", 0),
            ("kr 12 500 000", 0),
            ("KID 90000000", 0),
            ("00460121065", 0),
            ("Ring 943 17 442 har en sak", 1),
            ("12 34 56 78", 0),
            ("900082318", 0),
        ] {
            assert_eq!(find(text).len(), count, "{text}");
        }
    }
}
