//! The fødselsnummer family (fødselsnummer, D-nummer, H-nummer) and the DUF number.
//!
//! From 2032 four remainders of the first check digit are valid (Skatteetaten, folkeregisteret-api-dokumentasjon,
//! `nyttfnr2032.md`); numbers of that kind are in use as synthetic ones already. Sex and age are never derived.

use super::pattern::compile;
use super::{
    Candidate, Confidence, Kind,
    context::{Hint, hint, hints_at},
    digit::{digits, is_day, mod11, stands_alone, weighted},
};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};

const FIRST: [u32; 9] = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const DUF: [u32; 10] = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5];

static ELEVEN: LazyLock<Option<Regex>> =
    LazyLock::new(|| compile(r"\d{6}[ \u{a0}\u{202f}\u{2009}-]?\d{5}|\d{2}\.\d{2}\.\d{2}[ \u{a0}-]\d{5}"));
static TWELVE: LazyLock<Option<Regex>> = LazyLock::new(|| compile(r"(?:19[89]|20[0-4])\d{9}"));

/// What the digits say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    kind: Kind,
    /// Valid under the rule before 2032 too.
    legacy: bool,
    /// Without a date, the form says less (felles hjelpenummer).
    dated: bool,
}

pub(super) fn find(text: &str) -> Vec<Candidate> {
    let eleven =
        ELEVEN.iter().flat_map(|pattern| pattern.find_iter(text)).filter_map(|found| family(text, found.range()));
    let twelve = TWELVE.iter().flat_map(|pattern| pattern.find_iter(text)).filter_map(|found| duf(text, found.range()));
    eleven.chain(twelve).collect()
}

fn family(text: &str, bytes: Range<usize>) -> Option<Candidate> {
    let number = read(&digits(&text[bytes.clone()]))?;
    let grouped = bytes.len() > 11;
    let confidence = match hint(text, &bytes) {
        _ if !stands_alone(text, &bytes) => return None,
        Some(Hint::Person) => Confidence::Certain,
        // Without a date the form says no more than that of an account number.
        _ if !number.dated && mod11(&digits(&text[bytes.clone()]), &SECOND) => return None,
        Some(Hint::Account | Hint::Kid | Hint::Organisation | Hint::Phone | Hint::Other) if !grouped => {
            Confidence::Possible
        }
        _ => match (number.dated, number.legacy, grouped) {
            (true, true, true) => Confidence::Certain,
            (true, true, false) | (true, false, true) => Confidence::Probable,
            _ => Confidence::Possible,
        },
    };
    Some(Candidate { kind: number.kind, bytes, confidence })
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

fn duf(text: &str, bytes: Range<usize>) -> Option<Candidate> {
    let digits = digits(&text[bytes.clone()]);
    let check = weighted(&digits, &DUF) % 11;
    let holds = digits.len() == 12 && digits[10] * 10 + digits[11] == check && stands_alone(text, &bytes);
    let confidence = if hints_at(text, &bytes, Hint::Duf) { Confidence::Probable } else { Confidence::Possible };
    holds.then_some(Candidate { kind: Kind::Duf, bytes, confidence })
}

#[cfg(test)]
mod tests {
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
            let read = read(&digits(number));
            assert_eq!(read.is_some(), valid, "{number}");
            assert_eq!(read.is_some_and(|number| number.legacy), legacy, "{number}");
            assert!(read.is_none_or(|number| number.kind == kind), "{number}");
        }
    }

    #[test]
    fn a_number_inside_another_is_none() {
        for text in ["120036914700", "200369147001", "A20036914700", "20036914700-1"] {
            assert!(find(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn duf_numbers_are_possible_unless_named() {
        for (text, confidence) in [
            ("202612345603", Some(Confidence::Possible)),
            ("DUF-nummer 200745233610", Some(Confidence::Probable)),
            ("202612345604", None),
        ] {
            assert_eq!(find(text).first().map(|found| found.confidence), confidence, "{text}");
        }
    }
}
