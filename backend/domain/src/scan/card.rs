//! Payment cards (betalingskort): thirteen to nineteen digits with a known first part and a Luhn check digit.

use super::pattern::compile;
use super::{
    Candidate, Confidence, Kind,
    context::{Hint, hint},
    digit::{digits, luhn, stands_alone},
};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};

static CARD: LazyLock<Option<Regex>> =
    LazyLock::new(|| compile(r"[2-6]\d{3}(?:[ -]?\d{4}){2}(?:[ -]?\d{1,7})?|3[47]\d{2}[ -]?\d{6}[ -]?\d{5}"));

pub(super) fn find(text: &str) -> Vec<Candidate> {
    CARD.iter().flat_map(|pattern| pattern.find_iter(text)).filter_map(|found| candidate(text, found.range())).collect()
}

fn candidate(text: &str, bytes: Range<usize>) -> Option<Candidate> {
    let digits = digits(&text[bytes.clone()]);
    let first = digits.iter().take(4).fold(0, |sum, digit| sum * 10 + digit);
    let known =
        matches!(first, 2221..=2720 | 3400..=3499 | 3700..=3799 | 4000..=4999 | 5100..=5599 | 6011 | 6500..=6599);
    let holds = known && (13..=19).contains(&digits.len()) && luhn(&digits) && stands_alone(text, &bytes);
    if !holds || hint(text, &bytes) == Some(Hint::Kid) {
        return None;
    }
    Some(Candidate { kind: Kind::PaymentCard, bytes, confidence: Confidence::Probable })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_card_is_known_by_first_digits_and_luhn() {
        for (text, count) in [
            ("4111 1111 1111 1111", 1),
            ("5500-0000-0000-0004", 1),
            ("378282246310005", 1),
            ("4111 1111 1111 1112", 0),
            ("KID 4111111111111111", 0),
            ("9111111111111111", 0),
        ] {
            assert_eq!(find(text).len(), count, "{text}");
        }
    }
}
