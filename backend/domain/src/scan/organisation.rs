//! Organisation numbers (organisasjonsnummer): nine digits that begin with 8 or 9, the last a check digit; and Swedish ones.

use super::{
    Candidate,
    Confidence::{Certain, Possible, Probable},
    Kind,
    context::Hint,
    digit::{Digits, luhn, mod11, stands_alone},
    run::{
        Gap::{Blank, Dot, Hyphen},
        Place,
    },
};
use std::ops::Range;

pub(super) fn find(place: &Place, out: &mut Vec<Candidate>) {
    if !matches!(place.length(), 3 | 6 | 9 | 10) {
        return;
    }
    out.extend(norwegian(place).or_else(|| swedish(place)));
}

fn norwegian(place: &Place) -> Option<Candidate> {
    let number = place.shaped(&[9], &[]).or_else(|| place.shaped(&[3, 3, 3], &[Blank, Dot]))?;
    let digits = Digits::of(&place.text[number.clone()]);
    if digits[0] < 8 || !mod11(&digits, &[3, 2, 7, 6, 5, 4, 3, 2]) {
        return None;
    }
    let bytes = framed(place.text, &number);
    let confidence = match place.marks.hint(place.text, &number) {
        Some(Hint::Organisation) => Certain,
        _ if bytes != number => Certain,
        Some(hint) if hint.is_impersonal() => Possible,
        _ => Probable,
    };
    stands_alone(place.text, &bytes).then_some(Candidate { kind: Kind::Organisation, bytes, confidence })
}

/// With the country before and the sign of the register of value added tax behind, where they stand.
fn framed(text: &str, number: &Range<usize>) -> Range<usize> {
    let before = text[..number.start].trim_end_matches([' ', '-']);
    let start =
        if number.start - before.len() <= 1 && before.ends_with("NO") { before.len() - 2 } else { number.start };
    let after = text[number.end..].strip_prefix(' ').unwrap_or(&text[number.end..]);
    let end = if after.starts_with("MVA") { text.len() - after.len() + 3 } else { number.end };
    // "TINO 995525828" is no country.
    let alone = text[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    if alone { start..end } else { number.start..end }
}

/// Ten digits, the third at least two so that they are no date, the last a Luhn check digit.
fn swedish(place: &Place) -> Option<Candidate> {
    let bytes = place.shaped(&[10], &[]).or_else(|| place.shaped(&[6, 4], &[Hyphen]))?;
    let digits = Digits::of(&place.text[bytes.clone()]);
    let holds = matches!(digits[0], 1..=3 | 5..=9) && digits[2] >= 2 && luhn(&digits);
    let confidence = match place.marks.hint(place.text, &bytes) {
        Some(Hint::Organisation) => Certain,
        None if bytes.len() > 10 => Probable,
        _ => Possible,
    };
    (holds && stands_alone(place.text, &bytes)).then_some(Candidate { kind: Kind::Organisation, bytes, confidence })
}

#[cfg(test)]
mod tests {
    use super::super::{
        Confidence::*,
        Kind::Organisation,
        tests::{kinds, texts},
    };

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
            "NO 995 525 828 MVA",
            "556703-7485",
        ] {
            assert_eq!(texts(number, Organisation), [number]);
        }
        for number in ["987654321", "123456785", "99552582812", "556703-7486"] {
            assert!(texts(number, Organisation).is_empty(), "{number}");
        }
    }

    #[test]
    fn the_words_around_say_how_sure() {
        for (text, confidence) in [
            ("org.nr. 995525828", Certain),
            ("995525828 MVA", Certain),
            ("Vi er 995525828.", Probable),
            ("Ordre 995525828", Possible),
        ] {
            assert_eq!(kinds(text), [(Organisation, confidence)], "{text}");
        }
    }
}
