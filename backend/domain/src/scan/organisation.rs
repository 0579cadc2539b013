//! Organisation numbers (organisasjonsnummer): nine digits that begin with 8 or 9, the last a check digit.

use super::pattern::compile;
use super::{
    Candidate, Confidence, Kind,
    context::{Hint, hint},
    digit::{digits, mod11, stands_alone},
};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};

static NINE: LazyLock<Option<Regex>> =
    LazyLock::new(|| compile(r"(?:NO[ -]?)?[89]\d{2}(?:[ \u{a0}\u{202f}.]?\d{3}){2}(?: ?MVA)?"));

pub(super) fn find(text: &str) -> Vec<Candidate> {
    NINE.iter().flat_map(|pattern| pattern.find_iter(text)).filter_map(|found| candidate(text, found.range())).collect()
}

fn candidate(text: &str, bytes: Range<usize>) -> Option<Candidate> {
    let written = &text[bytes.clone()];
    let holds = mod11(&digits(written), &[3, 2, 7, 6, 5, 4, 3, 2]) && stands_alone(text, &bytes);
    let framed = written.starts_with("NO") || written.ends_with("MVA");
    let confidence = match hint(text, &bytes) {
        Some(Hint::Organisation) => Confidence::Certain,
        _ if framed => Confidence::Certain,
        None if written.contains([' ', '\u{a0}', '\u{202f}']) => Confidence::Probable,
        _ => Confidence::Possible,
    };
    holds.then_some(Candidate { kind: Kind::Organisation, bytes, confidence })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn only_numbers_with_the_right_check_digit_and_first_digit_count() {
        for number in [
            "988077917",
            "964950768",
            "958935420",
            "974760673",
            "971526157",
            "889640782",
            "995 525 828",
            "NO995525828MVA",
        ] {
            assert_eq!(find(number).len(), 1, "{number}");
        }
        for number in ["987654321", "123456785", "9955258281", "1995525828"] {
            assert!(find(number).is_empty(), "{number}");
        }
    }
}
