//! Danish CPR, Swedish personnummer and samordningsnummer, Finnish hetu.

use super::{
    Candidate,
    Confidence::{Certain, Possible, Probable},
    Kind,
    context::Hint,
    digit::{Digits, is_day, luhn, stands_or_follows_word, weighted},
    run::{
        Gap::{Blank, Hyphen, Plus},
        Place,
    },
};
use std::ops::Range;

const CPR: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const HETU: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

pub(super) fn find(place: &Place, out: &mut Vec<Candidate>) {
    if !matches!(place.length(), 6 | 8 | 10 | 12) {
        return;
    }
    let shapes: [&[usize]; 4] = [&[10], &[12], &[6, 4], &[8, 4]];
    let ten = place.any(&shapes, &[Blank, Hyphen, Plus]).filter(|bytes| stands_or_follows_word(place.text, bytes));
    let ten = ten.and_then(|bytes| swedish(place, &bytes).or_else(|| danish(place, &bytes)));
    out.extend(ten);
    out.extend(hetu(place));
}

fn swedish(place: &Place, bytes: &Range<usize>) -> Option<Candidate> {
    let written = &place.text[bytes.clone()];
    let all = Digits::of(written);
    let ten = &all[all.len().checked_sub(10)?..];
    let (year, month, day) = (ten[0] * 10 + ten[1], ten[2] * 10 + ten[3], ten[4] * 10 + ten[5]);
    let century = all.len() == 10 || matches!((all[0], all[1]), (1, 8 | 9) | (2, 0));
    let coordinated = day > 60;
    let day = if coordinated { day - 60 } else { day };
    let blank = written.contains(|c: char| c.is_whitespace());
    let hints = |hint| place.marks.hints_at(bytes, hint);
    let named = hints(Hint::Person) || hints(Hint::Swedish);
    if !century || hints(Hint::Cpr) || blank && !named || !luhn(ten) || !is_day(day, month, year) {
        return None;
    }
    let kind = if coordinated { Kind::Samordningsnummer } else { Kind::Personnummer };
    let other = place.marks.hint(place.text, bytes).is_some_and(Hint::is_impersonal);
    let confidence = match (named, written.contains(['-', '+']) || all.len() == 12) {
        (true, _) => Certain,
        (_, true) if !other => Probable,
        _ => Possible,
    };
    Some(Candidate { kind, bytes: bytes.clone(), confidence })
}

/// The modulus has not been required since 2007; a replacement number has sixty added to its day.
fn danish(place: &Place, bytes: &Range<usize>) -> Option<Candidate> {
    let written = &place.text[bytes.clone()];
    let ten = Digits::of(written);
    let [d0, d1, m0, m1, y0, y1, ..] = *ten else { return None };
    let day = d0 * 10 + d1;
    let day = if day > 60 { day - 60 } else { day };
    let named = place.marks.hints_at(bytes, Hint::Cpr);
    let written_so = written.len() == 11 && written.contains('-');
    if ten.len() != 10 || !is_day(day, m0 * 10 + m1, y0 * 10 + y1) || !(named || written_so) {
        return None;
    }
    let confidence = match (named, weighted(&ten, &CPR).is_multiple_of(11)) {
        (true, _) => Certain,
        (_, true) => Probable,
        _ => Possible,
    };
    Some(Candidate { kind: Kind::Cpr, bytes: bytes.clone(), confidence })
}

/// Six digits of a date, a sign for the century, three digits and one of thirty-one check characters.
fn hetu(place: &Place) -> Option<Candidate> {
    let bytes = place.first().start..place.first().start + 11;
    let written = place.text.as_bytes().get(bytes.clone()).filter(|_| place.length() == 6)?;
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
    };
    let (date, serial) = (number(&written[..6])?, number(&written[7..10])?);
    let century = matches!(written[6].to_ascii_uppercase(), b'-' | b'+' | b'A'..=b'F' | b'U'..=b'Y');
    let holds = century
        && serial >= 2
        && is_day(date / 10_000, date / 100 % 100, date % 100)
        && HETU[((date * 1000 + serial) % 31) as usize] == written[10].to_ascii_uppercase()
        && stands_or_follows_word(place.text, &bytes);
    let lettered = written[6].is_ascii_uppercase() || written[10].is_ascii_uppercase();
    let confidence = if lettered || place.marks.hints_at(&bytes, Hint::Finnish) { Certain } else { Possible };
    holds.then_some(Candidate { kind: Kind::Hetu, bytes, confidence })
}

#[cfg(test)]
mod tests {
    use super::super::{Confidence::*, Kind::*, tests::kinds};

    #[test]
    fn nordic_numbers_are_told_apart() {
        for (text, expected) in [
            ("211062-5629", vec![(Cpr, Probable)]),
            ("CPR 211062 5629", vec![(Cpr, Certain)]),
            ("811218-9876", vec![(Personnummer, Probable)]),
            ("198112189876", vec![(Personnummer, Probable)]),
            ("19811218-9876", vec![(Personnummer, Probable)]),
            ("Mitt personnummer är 8112189876", vec![(Personnummer, Certain)]),
            ("code is198112189876.", vec![(Personnummer, Probable)]),
            ("670212-1234", vec![(Personnummer, Probable)]),
            ("131052-308T", vec![(Hetu, Certain)]),
            ("010594Y9032", vec![(Hetu, Certain)]),
            ("131052-308U", vec![]),
            ("131052.308T", vec![]),
            ("131052-308TX", vec![]),
            ("991399-1234", vec![]),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_above_sixty_is_a_coordination_number() {
        assert_eq!(kinds("701063-2391"), [(Samordningsnummer, Probable)]);
    }
}
