//! Telephone numbers (telefonnummer): eight digits in their usual groups, with or without country code.

use super::{
    Candidate,
    Confidence::{self, Certain, Possible, Probable},
    Kind,
    context::Hint,
    digit::{Digits, is_day, stands_alone, stands_or_follows_word},
    run::{
        Gap::{Blank, Dot, Hyphen},
        Place,
    },
};
use std::ops::Range;

/// The groups of a Norwegian number, and those that only a word beside it makes a telephone number.
const USUAL: [&[usize]; 2] = [&[2, 2, 2, 2], &[3, 2, 3]];
const UNUSUAL: [&[usize]; 4] = [&[4, 4], &[2, 3, 3], &[3, 3, 2], &[5, 3]];
/// The same with the country code as a group of its own, or written together with it.
const CODED: [&[usize]; 5] = [&[2, 2, 2, 2, 2], &[2, 3, 2, 3], &[2, 8], &[10], &[2, 4, 4]];
const DOUBLE_NULL: [&[usize]; 4] = [&[4, 2, 2, 2, 2], &[4, 3, 2, 3], &[4, 8], &[12]];

pub(super) fn find(place: &Place, out: &mut Vec<Candidate>) {
    let coded = coded(place);
    if coded.is_some() || !matches!(place.length(), 2..=5 | 8) {
        out.extend(coded);
        return;
    }
    out.extend(national(place).or_else(|| short(place)));
}

/// With a country code: a plus or two noughts before it.
fn coded(place: &Place) -> Option<Candidate> {
    let first = place.first();
    let text = place.text;
    let plus = text[..first.start].ends_with('+');
    let domestic = if plus { "47" } else { "0047" };
    let shapes: &[&[usize]] = if plus { &CODED } else { &DOUBLE_NULL };
    let begins = |code: &str| text[first.start..].starts_with(code);
    let number = if begins(domestic) {
        place.any(shapes, &[Blank]).filter(|bytes| is_first(text.as_bytes()[bytes.end - last_eight(text, bytes)]))?
    } else if plus || place.length() == 4 && begins("00") {
        foreign(place, plus)?
    } else {
        return None;
    };
    let bytes = number.start - usize::from(plus)..number.end;
    stands_alone(text, &bytes).then_some(Candidate { kind: Kind::Phone, bytes, confidence: Certain })
}

/// How far before the end the last eight digits begin.
fn last_eight(text: &str, bytes: &Range<usize>) -> usize {
    let digits = text[bytes.clone()].bytes().rev().enumerate().filter(|(_, byte)| byte.is_ascii_digit());
    digits.map(|(back, _)| back + 1).nth(7).unwrap_or(1)
}

/// Another country's: seven to thirteen digits with its code, in any groups.
fn foreign(place: &Place, plus: bool) -> Option<Range<usize>> {
    let (bytes, count) = place.up_to(if plus { 13 } else { 15 });
    let code = &place.text.as_bytes()[bytes.start + if plus { 0 } else { 2 }..];
    let known = matches!(code.first(), Some(b'1'..=b'9')) && !(plus && code.starts_with(b"47"));
    (known && count >= if plus { 8 } else { 10 }).then_some(bytes)
}

fn national(place: &Place) -> Option<Candidate> {
    let usual = place.any(&USUAL, &[Blank]);
    let grouped = usual.is_some();
    let bytes = usual.or_else(|| place.shaped(&[8], &[])).or_else(|| named(place))?;
    let abroad = place.text[..bytes.start].ends_with('+');
    if abroad || !is_first(place.text.as_bytes()[bytes.start]) || !stands_or_follows_word(place.text, &bytes) {
        return None;
    }
    let confidence = confidence(place, &bytes, grouped)?;
    Some(Candidate { kind: Kind::Phone, bytes, confidence })
}

/// In groups that say little by themselves, beside a word that says it is a telephone number.
fn named(place: &Place) -> Option<Range<usize>> {
    let bytes = place.any(&UNUSUAL, &[Blank]).or_else(|| place.any(&USUAL, &[Dot, Hyphen]))?;
    (place.marks.hint(place.text, &bytes) == Some(Hint::Phone)).then_some(bytes)
}

fn confidence(place: &Place, bytes: &Range<usize>, grouped: bool) -> Option<Confidence> {
    let digits = Digits::of(&place.text[bytes.clone()]);
    match place.marks.hint(place.text, bytes) {
        Some(Hint::Phone) => Some(Certain),
        Some(hint) if hint.is_impersonal() || matches!(hint, Hint::Organisation | Hint::Person) => None,
        _ if grouped => Some(Probable),
        _ if is_date(&digits) => None,
        _ => Some(if is_assigned(&digits) && stands_alone(place.text, bytes) { Probable } else { Possible }),
    }
}

/// Five digits that begin with nought, beside a word for a telephone.
fn short(place: &Place) -> Option<Candidate> {
    let bytes = place.shaped(&[5], &[]).filter(|bytes| place.text.as_bytes()[bytes.start] == b'0')?;
    let named =
        place.text.as_bytes()[bytes.start + 1] >= b'2' && place.marks.hint(place.text, &bytes) == Some(Hint::Phone);
    (named && stands_alone(place.text, &bytes)).then_some(Candidate { kind: Kind::Phone, bytes, confidence: Certain })
}

/// What the numbers of subscribers begin with.
fn is_first(digit: u8) -> bool {
    matches!(digit, b'2'..=b'9')
}

/// In the Norwegian numbering plan: mobile numbers, areas, and numbers that cost something or nothing.
fn is_assigned(digits: &[u32]) -> bool {
    let [a, b, ..] = *digits else { return false };
    matches!(
        a * 10 + b,
        21..=24 | 31..=33 | 35 | 37 | 38 | 40..=49 | 51..=53 | 55..=57 | 59 | 61..=64 | 66 | 67 | 69..=82 | 85 | 88 | 90..=99
    )
}

/// Eight digits that are a day of this century (`20261121`, `21112026`).
fn is_date(digits: &[u32]) -> bool {
    let day = |year: &[u32], month: &[u32], day: &[u32]| {
        year[0] == 2 && year[1] == 0 && is_day(day[0] * 10 + day[1], month[0] * 10 + month[1], year[2] * 10 + year[3])
    };
    digits.len() == 8
        && (day(&digits[..4], &digits[4..6], &digits[6..]) || day(&digits[4..], &digits[2..4], &digits[..2]))
}

#[cfg(test)]
mod tests {
    use super::super::{
        Confidence::*,
        Kind::Phone,
        tests::{kinds, texts},
    };

    #[test]
    fn telephone_numbers_are_known_in_their_usual_groups() {
        for (text, number) in [
            ("22 22 55 55", Some("22 22 55 55")),
            ("900 00 000", Some("900 00 000")),
            ("+47 90000000", Some("+47 90000000")),
            ("+4790000000", Some("+4790000000")),
            ("+47 22 22 55 55", Some("+47 22 22 55 55")),
            ("0047 22 22 55 55", Some("0047 22 22 55 55")),
            ("+46 70 123 45 67", Some("+46 70 123 45 67")),
            ("+49 30 901820.", Some("+49 30 901820")),
            ("0046 70 123 45 67", Some("0046 70 123 45 67")),
            ("tlf. 02800", Some("02800")),
            ("tlf90000000", Some("90000000")),
            ("Mob: 9000 0000", Some("9000 0000")),
            ("Ring 943 17 442 har en sak", Some("943 17 442")),
            ("ca. 02800", None),
            ("20261121", None),
            ("21112026", None),
            ("9000 0000", None),
            ("kr 12 500 000", None),
            ("KID 90000000", None),
            ("00460121065", None),
            ("12 34 56 78", None),
            ("900082318", None),
            ("+47 12 34 56 78", None),
        ] {
            assert_eq!(texts(text, Phone).first().map(String::as_str), number, "{text}");
        }
    }

    #[test]
    fn form_and_words_say_how_sure() {
        for (text, confidence) in [
            ("Se 90000000.", Probable),
            ("Se 68000000.", Possible),
            ("Se 680 00 000.", Probable),
            ("Ring 68000000", Certain),
        ] {
            assert_eq!(kinds(text), [(Phone, confidence)], "{text}");
        }
    }
}
