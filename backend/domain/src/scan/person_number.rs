//! The fødselsnummer family (fødselsnummer, D-nummer, H-nummer) and the DUF number.
//!
//! From 2032 four remainders of the first check digit are valid (Skatteetaten, folkeregisteret-api-dokumentasjon,
//! `nyttfnr2032.md`); numbers of that kind are in use as synthetic ones already. Sex and age are never derived.
//! The second check digit is that of an account number, so a number valid only by the rule of 2032 may be either.

use super::{
    Candidate,
    Confidence::{self, Certain, Possible, Probable},
    Kind,
    context::Hint,
    digit::{Digits, is_day, stands_alone, stands_or_follows_word, weighted},
    run::{
        ANY,
        Gap::{Blank, Dot, Hyphen, Slash},
        Place,
    },
};
use std::ops::Range;

const FIRST: [u32; 9] = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const DUF: [u32; 10] = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5];

/// What the digits say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    kind: Kind,
    /// Valid under the rule before 2032 too.
    legacy: bool,
    /// Without a date, the form says less (felles hjelpenummer).
    dated: bool,
}

pub(super) fn find(place: &Place, out: &mut Vec<Candidate>) {
    out.extend(family(place).or_else(|| duf(place)));
}

fn family(place: &Place) -> Option<Candidate> {
    let (bytes, grouped) = written(place)?;
    let digits = birthday_shortened(place, &bytes);
    let number = read(&digits)?;
    if !stands_or_follows_word(place.text, &bytes) {
        return None;
    }
    let confidence = confidence(number, grouped, place.marks.hint(place.text, &bytes))?;
    Some(Candidate { kind: number.kind, bytes, confidence })
}

/// Eleven digits and whether they are grouped as people write this number: date and the rest, with or without dots in the date.
/// Other groups count only where a word says what the number is.
fn written(place: &Place) -> Option<(Range<usize>, bool)> {
    if let Some(bytes) = place.shaped(&[11], &[]) {
        return Some((bytes, false));
    }
    let shapes: [&[usize]; 3] = [&[6, 5], &[6, 3, 2], &[6, 2, 3]];
    let dotted: [&[usize]; 2] = [&[2, 2, 2, 5], &[2, 2, 4, 5]];
    let grouped = place.any(&shapes, &[Blank, Hyphen]).or_else(|| place.any(&dotted, &[Blank, Dot, Hyphen, Slash]));
    grouped.map(|bytes| (bytes, true)).or_else(|| {
        let bytes = place.totalling(11)?;
        (place.marks.hint(place.text, &bytes) == Some(Hint::Person)).then_some((bytes, false))
    })
}

/// The digits, the year of a date with four figures shortened to two.
fn birthday_shortened(place: &Place, bytes: &Range<usize>) -> Digits {
    let text = &place.text[bytes.clone()];
    if place.shaped(&[2, 2, 4, 5], ANY).is_none() {
        return Digits::of(text);
    }
    let century = |at: &usize| matches!(at, 4 | 5);
    let digits = text.chars().filter(char::is_ascii_digit).enumerate().filter(|(at, _)| !century(at));
    Digits::of(&digits.map(|(_, digit)| digit).collect::<String>())
}

/// A date and check digits in the groups of this number leave no doubt; a word about something else does.
fn confidence(number: Number, grouped: bool, hint: Option<Hint>) -> Option<Confidence> {
    match hint {
        Some(Hint::Person) => Some(Certain),
        // Without a date the form says no more than that of an account number.
        _ if !number.dated => None,
        Some(hint) if hint.is_impersonal() && !grouped => Some(Possible),
        _ => Some(match (number.legacy, grouped) {
            (true, true) => Certain,
            (true, false) | (false, true) => Probable,
            (false, false) => Possible,
        }),
    }
}

/// Reads eleven digits, if check digits and date hold.
fn read(digits: &[u32]) -> Option<Number> {
    let [d0, d1, m0, m1, y0, y1, ..] = *digits else { return None };
    let first = (weighted(digits, &FIRST) + digits.get(9)?) % 11;
    let second = (weighted(digits, &SECOND) + digits.get(10)?) % 11;
    if digits.len() != 11 || first > 3 || second != 0 {
        return None;
    }
    let legacy = first == 0;
    if d0 >= 8 {
        return Some(Number { kind: Kind::HNummer, legacy, dated: false });
    }
    let (foreign, day) = if d0 >= 4 { (true, (d0 - 4) * 10 + d1) } else { (false, d0 * 10 + d1) };
    let (helped, month) = plain_month(m0 * 10 + m1);
    let kind = match (foreign, helped) {
        (true, _) => Kind::DNummer,
        (false, true) => Kind::HNummer,
        _ => Kind::Fodselsnummer,
    };
    is_day(day, month, y0 * 10 + y1).then_some(Number { kind, legacy, dated: true })
}

/// The month without what marks a number as an H-number (40), a synthetic one of NAV (40, 65) or of Tenor (80).
fn plain_month(month: u32) -> (bool, u32) {
    match month {
        81..=92 => (false, month - 80),
        66..=77 => (true, month - 65),
        41..=52 => (true, month - 40),
        _ => (false, month),
    }
}

/// The year of arrival, six digits and two to check them.
fn duf(place: &Place) -> Option<Candidate> {
    let bytes = place.shaped(&[12], &[]).or_else(|| place.shaped(&[4, 6, 2], &[Blank]))?;
    let digits = Digits::of(&place.text[bytes.clone()]);
    let year = digits[..4].iter().fold(0, |year, digit| year * 10 + digit);
    let check = weighted(&digits, &DUF) % 11;
    let holds = (1980..2050).contains(&year) && digits[10] * 10 + digits[11] == check;
    let named = place.marks.hints_at(&bytes, Hint::Duf);
    let confidence = if named { Probable } else { Possible };
    (holds && stands_alone(place.text, &bytes)).then_some(Candidate { kind: Kind::Duf, bytes, confidence })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{kinds, texts};
    use super::*;

    /// Number, valid before 2032, valid with the rule of 2032, kind; all synthetic or from public test lists.
    const VECTORS: [(&str, bool, bool, Kind); 26] = [
        ("30108299939", false, true, Kind::Fodselsnummer),
        ("30108299920", true, true, Kind::Fodselsnummer),
        ("30908299902", false, true, Kind::Fodselsnummer),
        ("20036914700", true, true, Kind::Fodselsnummer),
        ("20036914712", false, false, Kind::Fodselsnummer),
        ("03851598730", true, true, Kind::Fodselsnummer),
        ("29020073150", true, true, Kind::Fodselsnummer),
        ("29020105729", false, false, Kind::Fodselsnummer),
        ("55102499947", false, true, Kind::DNummer),
        ("41819077906", false, true, Kind::DNummer),
        ("13097248022", true, true, Kind::Fodselsnummer),
        ("53097248016", true, true, Kind::DNummer),
        ("13527248013", true, true, Kind::HNummer),
        ("10915596784", true, true, Kind::Fodselsnummer),
        ("68467038838", true, true, Kind::DNummer),
        ("50846202355", true, true, Kind::DNummer),
        ("15108695088", true, true, Kind::Fodselsnummer),
        ("02013299903", false, true, Kind::Fodselsnummer),
        ("02013299997", true, true, Kind::Fodselsnummer),
        ("02013299806", true, true, Kind::Fodselsnummer),
        ("41819077302", true, true, Kind::DNummer),
        ("15021951940", true, true, Kind::Fodselsnummer),
        ("29029648784", true, true, Kind::Fodselsnummer),
        ("29020075838", true, true, Kind::Fodselsnummer),
        ("26111593816", true, true, Kind::Fodselsnummer),
        ("81234567802", true, true, Kind::HNummer),
    ];

    #[test]
    fn the_documented_numbers_are_read_as_documented() {
        for (number, legacy, valid, kind) in VECTORS {
            let read = read(&Digits::of(number));
            assert_eq!(read.is_some(), valid, "{number}");
            assert_eq!(read.is_some_and(|number| number.legacy), legacy, "{number}");
            assert!(read.is_none_or(|number| number.kind == kind), "{number}");
        }
    }

    #[test]
    fn a_number_inside_another_is_none() {
        for text in ["120036914700", "200369147001", "A20036914700", "20036914700-1", "1.20036914700"] {
            assert!(kinds(text).iter().all(|(kind, _)| *kind != Kind::Fodselsnummer), "{text}");
        }
    }

    #[test]
    fn every_grouping_is_read() {
        for text in [
            "200369 14700",
            "200369-14700",
            "200369 - 14700",
            "200369\u{a0}14700",
            "200369 147 00",
            "20.03.69 14700",
            "20 03 69 14700",
            "20.03.1969 14700",
            "20\u{2009}03\u{2009}1969\u{a0}14700",
            "20/03/69-14700",
        ] {
            assert_eq!(texts(text, Kind::Fodselsnummer), [text]);
        }
        for text in ["fnr 2003 6914 700", "Fnr20036914700", "personnummer: 20-0369-14700"] {
            assert_eq!(kinds(text), [(Kind::Fodselsnummer, Certain)], "{text}");
        }
        assert!(kinds("2003 6914 700").is_empty());
    }

    #[test]
    fn words_around_decide_where_the_rule_of_2032_leaves_doubt() {
        for (text, expected) in [
            ("Se 20036914700.", vec![(Kind::Fodselsnummer, Probable)]),
            ("Ordre 20036914700", vec![(Kind::Fodselsnummer, Possible)]),
            ("Tlf. 90000000, 20036914700", vec![(Kind::Phone, Certain), (Kind::Fodselsnummer, Probable)]),
            ("Se 30108299939.", vec![(Kind::BankAccount, Probable), (Kind::Fodselsnummer, Possible)]),
            ("Konto 30108299939", vec![(Kind::BankAccount, Certain)]),
            ("Fødselsnummer: 30108299939", vec![(Kind::Fodselsnummer, Certain)]),
            ("Se 301082 99939.", vec![(Kind::Fodselsnummer, Probable)]),
            ("Se 81234567802.", vec![(Kind::BankAccount, Probable)]),
            ("fnr 81234567802", vec![(Kind::HNummer, Certain)]),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }

    #[test]
    fn duf_numbers_are_possible_unless_named() {
        for (text, expected) in [
            ("202612345603", vec![(Kind::Duf, Possible)]),
            ("DUF-nummer 200745233610", vec![(Kind::Duf, Probable)]),
            ("202612345604", vec![]),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }
}
