//! Payment cards (betalingskort): thirteen to nineteen digits with a known first part and a Luhn check digit.

use super::{
    Candidate, Confidence, Kind,
    context::Hint,
    digit::{Digits, luhn, stands_alone},
    run::{
        Gap::{Blank, Hyphen},
        Place,
    },
};
use std::ops::Range;

const SHAPES: [&[usize]; 5] = [&[4, 4, 4, 4], &[4, 4, 4, 4, 3], &[4, 6, 5], &[4, 6, 4], &[4, 4, 4, 1]];

pub(super) fn find(place: &Place, out: &mut Vec<Candidate>) {
    out.extend(written(place).and_then(|bytes| candidate(place, bytes)));
}

fn written(place: &Place) -> Option<Range<usize>> {
    match place.length() {
        13..=19 => Some(place.first()),
        4 => place.any(&SHAPES, &[Blank, Hyphen]),
        _ => None,
    }
}

fn candidate(place: &Place, bytes: Range<usize>) -> Option<Candidate> {
    let digits = Digits::of(&place.text[bytes.clone()]);
    let first = digits.iter().take(4).fold(0, |sum, digit| sum * 10 + digit);
    let known =
        matches!(first, 2221..=2720 | 3400..=3499 | 3700..=3799 | 4000..=4999 | 5100..=5599 | 6011 | 6500..=6599);
    let holds = known && luhn(&digits) && stands_alone(place.text, &bytes);
    if !holds || place.marks.hint(place.text, &bytes) == Some(Hint::Kid) {
        return None;
    }
    Some(Candidate { kind: Kind::PaymentCard, bytes, confidence: Confidence::Probable })
}

#[cfg(test)]
mod tests {
    use super::super::{Kind::PaymentCard, tests::texts};

    #[test]
    fn a_card_is_known_by_first_digits_and_luhn() {
        for (text, count) in [
            ("4111 1111 1111 1111", 1),
            ("5500-0000-0000-0004", 1),
            ("378282246310005", 1),
            ("3782 822463 10005", 1),
            ("4111 1111 1111 1112", 0),
            ("KID 4111111111111111", 0),
            ("9111111111111111", 0),
        ] {
            assert_eq!(texts(text, PaymentCard).len(), count, "{text}");
        }
    }
}
