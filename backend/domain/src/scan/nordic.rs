//! Danish CPR, Swedish personnummer and samordningsnummer, Finnish hetu.

use super::pattern::compile;
use super::{
    Candidate, Confidence, Kind,
    context::{Hint, hints_at},
    digit::{digits, is_day, luhn, stands_alone, weighted},
};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};

const CPR: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const HETU: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

static TEN: LazyLock<Option<Regex>> = LazyLock::new(|| compile(r"(?:18|19|20)?\d{6}[-+ ]?\d{4}"));
static FINNISH: LazyLock<Option<Regex>> =
    LazyLock::new(|| compile(r"\d{6}[-+A-FU-Ya-fu-y]\d{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y]"));

pub(super) fn find(text: &str) -> Vec<Candidate> {
    let ten = TEN.iter().flat_map(|pattern| pattern.find_iter(text)).filter_map(|found| {
        let bytes = found.range();
        if !stands_alone(text, &bytes) {
            return None;
        }
        swedish(text, &bytes).or_else(|| danish(text, &bytes))
    });
    let finnish =
        FINNISH.iter().flat_map(|pattern| pattern.find_iter(text)).filter_map(|found| hetu(text, found.range()));
    ten.chain(finnish).collect()
}

fn swedish(text: &str, bytes: &Range<usize>) -> Option<Candidate> {
    let written = &text[bytes.clone()];
    let all = digits(written);
    let ten = &all[all.len().checked_sub(10)?..];
    let (year, month, day) = (ten[0] * 10 + ten[1], ten[2] * 10 + ten[3], ten[4] * 10 + ten[5]);
    let coordinated = day > 60;
    let day = if coordinated { day - 60 } else { day };
    if hints_at(text, bytes, Hint::Cpr) || written.contains(' ') || !luhn(ten) || !is_day(day, month, year) {
        return None;
    }
    let kind = if coordinated { Kind::Samordningsnummer } else { Kind::Personnummer };
    let named = hints_at(text, bytes, Hint::Person) || hints_at(text, bytes, Hint::Swedish);
    let confidence = match (named, written.contains(['-', '+']) || all.len() == 12) {
        (true, _) => Confidence::Certain,
        (_, true) => Confidence::Probable,
        _ => Confidence::Possible,
    };
    Some(Candidate { kind, bytes: bytes.clone(), confidence })
}

/// The modulus has not been required since 2007; a replacement number has sixty added to its day.
fn danish(text: &str, bytes: &Range<usize>) -> Option<Candidate> {
    let written = &text[bytes.clone()];
    let ten = digits(written);
    let [d0, d1, m0, m1, y0, y1, ..] = *ten.as_slice() else { return None };
    let day = d0 * 10 + d1;
    let day = if day > 60 { day - 60 } else { day };
    let named = hints_at(text, bytes, Hint::Cpr);
    let written_so = written.len() == 11 && written.contains('-');
    if ten.len() != 10 || !is_day(day, m0 * 10 + m1, y0 * 10 + y1) || !(named || written_so) {
        return None;
    }
    let confidence = match (named, weighted(&ten, &CPR).is_multiple_of(11)) {
        (true, _) => Confidence::Certain,
        (_, true) => Confidence::Probable,
        _ => Confidence::Possible,
    };
    Some(Candidate { kind: Kind::Cpr, bytes: bytes.clone(), confidence })
}

fn hetu(text: &str, bytes: Range<usize>) -> Option<Candidate> {
    let written = text[bytes.clone()].as_bytes();
    let number = |range: Range<usize>| text[bytes.start + range.start..bytes.start + range.end].parse::<u32>().ok();
    let (date, serial) = (number(0..6)?, number(7..10)?);
    let holds = is_day(date / 10_000, date / 100 % 100, date % 100)
        && serial >= 2
        && HETU[((date * 1000 + serial) % 31) as usize] == written[10].to_ascii_uppercase()
        && stands_alone(text, &bytes);
    let confidence = if written[6].is_ascii_lowercase() { Confidence::Possible } else { Confidence::Certain };
    holds.then_some(Candidate { kind: Kind::Hetu, bytes, confidence })
}

#[cfg(test)]
mod tests {
    use super::{Kind, find};

    #[test]
    fn nordic_numbers_are_told_apart() {
        for (text, kind) in [
            ("211062-5629", Some(Kind::Cpr)),
            ("811218-9876", Some(Kind::Personnummer)),
            ("670212-1234", Some(Kind::Personnummer)),
            ("131052-308T", Some(Kind::Hetu)),
            ("131052-308U", None),
            ("991399-1234", None),
        ] {
            assert_eq!(find(text).first().map(|found| found.kind), kind, "{text}");
        }
    }
}
