//! Norwegian account numbers (kontonummer) and IBAN.

use super::pattern::compile;
use super::{
    Candidate, Confidence, Kind,
    context::{Hint, hint},
    digit::{digits, mod11, stands_alone},
};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};

static ELEVEN: LazyLock<Option<Regex>> =
    LazyLock::new(|| compile(r"\d{4}[. \u{a0}\u{202f}]\d{2}[. \u{a0}\u{202f}]\d{5}|\d{11}"));
static IBAN: LazyLock<Option<Regex>> =
    LazyLock::new(|| compile(r"\b[A-Z]{2}\d{2}[ \u{a0}]?[A-Z0-9]{4}[ \u{a0}A-Z0-9]{4,30}"));

/// Lengths of the IBANs that turn up here; ISO 13616.
const LENGTHS: [(&str, usize); 20] = [
    ("NO", 15),
    ("SE", 24),
    ("DK", 18),
    ("FI", 18),
    ("IS", 26),
    ("DE", 22),
    ("GB", 22),
    ("NL", 18),
    ("BE", 16),
    ("FR", 27),
    ("ES", 24),
    ("IT", 27),
    ("PL", 28),
    ("LT", 20),
    ("LV", 21),
    ("EE", 20),
    ("IE", 22),
    ("CH", 21),
    ("AT", 20),
    ("PT", 25),
];

pub(super) fn find(text: &str) -> Vec<Candidate> {
    let accounts =
        ELEVEN.iter().flat_map(|pattern| pattern.find_iter(text)).filter_map(|found| account(text, found.range()));
    let ibans = IBAN.iter().flat_map(|pattern| pattern.find_iter(text)).filter_map(|found| iban(text, found.range()));
    accounts.chain(ibans).collect()
}

fn account(text: &str, bytes: Range<usize>) -> Option<Candidate> {
    let holds = mod11(&digits(&text[bytes.clone()]), &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) && stands_alone(text, &bytes);
    let confidence = match hint(text, &bytes) {
        _ if bytes.len() > 11 => Confidence::Certain,
        Some(Hint::Account) => Confidence::Certain,
        _ => Confidence::Possible,
    };
    holds.then_some(Candidate { kind: Kind::BankAccount, bytes, confidence })
}

fn iban(text: &str, bytes: Range<usize>) -> Option<Candidate> {
    let written = &text[bytes.clone()];
    let wanted = LENGTHS.iter().find(|(country, _)| written.starts_with(country))?.1;
    let (last, letter) = written.char_indices().filter(|(_, c)| c.is_ascii_alphanumeric()).nth(wanted - 1)?;
    let bytes = bytes.start..bytes.start + last + letter.len_utf8();
    let holds = remainder(&text[bytes.clone()]) == 1 && stands_alone(text, &bytes);
    holds.then_some(Candidate { kind: Kind::Iban, bytes, confidence: Confidence::Certain })
}

/// The number modulo 97, country and check digits moved to the end, letters as 10 to 35.
fn remainder(written: &str) -> u32 {
    let plain: Vec<u32> = written.chars().filter_map(|c| c.to_digit(36)).collect();
    plain.iter().cycle().skip(4).take(plain.len()).fold(0, |rest, digit| {
        let shift = if *digit > 9 { 100 } else { 10 };
        (rest * shift + digit) % 97
    })
}

#[cfg(test)]
mod tests {
    use super::{Kind, find};

    #[test]
    fn accounts_and_ibans_need_their_check_digits() {
        for (text, kind) in [
            ("8601.11.17947", Some(Kind::BankAccount)),
            ("8601 11 17947", Some(Kind::BankAccount)),
            ("86011117947", Some(Kind::BankAccount)),
            ("12345678903", Some(Kind::BankAccount)),
            ("12345678901", None),
            ("NO93 8601 1117 947", Some(Kind::Iban)),
            ("NO9386011117947 EUR", Some(Kind::Iban)),
            ("NO94 8601 1117 947", None),
        ] {
            assert_eq!(find(text).first().map(|found| found.kind), kind, "{text}");
        }
    }
}
