//! Norwegian account numbers (kontonummer) and IBAN.

use super::{
    Candidate,
    Confidence::{Certain, Possible, Probable},
    Kind,
    context::Hint,
    digit::{Digits, mod11, stands_alone, stands_or_follows_word},
    run::{
        Gap::{Blank, Dot, Hyphen},
        Place,
    },
};

const WEIGHTS: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/// Lengths of the IBANs that turn up here; ISO 13616.
const LENGTHS: [(&str, usize); 28] = [
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
    ("FO", 18),
    ("GL", 18),
    ("RO", 24),
    ("CZ", 24),
    ("SK", 24),
    ("HU", 28),
    ("UA", 29),
    ("TR", 26),
];

pub(super) fn find(place: &Place, out: &mut Vec<Candidate>) {
    out.extend(iban(place).or_else(|| account(place)));
}

/// The groups of an account number leave no doubt; eleven digits that add up are one until a word says otherwise.
fn account(place: &Place) -> Option<Candidate> {
    if !matches!(place.length(), 1..=8 | 11) {
        return None;
    }
    let shapes = place.shaped(&[4, 2, 5], &[Blank]).or_else(|| place.shaped(&[4, 2, 5], &[Dot]));
    let grouped = shapes.or_else(|| place.shaped(&[4, 2, 5], &[Hyphen]));
    let is_grouped = grouped.is_some();
    let bytes = grouped.or_else(|| place.totalling(11))?;
    if !mod11(&Digits::of(&place.text[bytes.clone()]), &WEIGHTS) || !stands_or_follows_word(place.text, &bytes) {
        return None;
    }
    let confidence = match place.marks.hint(place.text, &bytes) {
        _ if is_grouped => Certain,
        Some(Hint::Account) => Certain,
        _ if bytes.len() > 11 => return None,
        None | Some(Hint::Organisation) => Probable,
        _ => Possible,
    };
    Some(Candidate { kind: Kind::BankAccount, bytes, confidence })
}

/// Country, two check digits, then as many letters and digits as the country's numbers have.
fn iban(place: &Place) -> Option<Candidate> {
    let start = place.first().start.checked_sub(2).filter(|_| place.length() >= 2)?;
    let letters = |country: &&str| country.bytes().all(|byte| byte.is_ascii_alphabetic());
    let country = place.text.get(start..start + 2).filter(letters)?;
    let wanted = LENGTHS.iter().find(|(known, _)| country.eq_ignore_ascii_case(known))?.1;
    let signs = place.text[start..].char_indices().take(wanted * 2);
    let signs = signs.take_while(|(_, c)| c.is_ascii_alphanumeric() || matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
    let (last, _) = signs.filter(|(_, c)| c.is_ascii_alphanumeric()).nth(wanted - 1)?;
    let bytes = start..start + last + 1;
    let holds = remainder(&place.text[bytes.clone()]) == 1 && stands_alone(place.text, &bytes);
    holds.then_some(Candidate { kind: Kind::Iban, bytes, confidence: Certain })
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
    use super::super::{Confidence::*, Kind::*, tests::kinds};

    #[test]
    fn accounts_and_ibans_need_their_check_digits() {
        for (text, expected) in [
            ("8601.11.17947", vec![(BankAccount, Certain)]),
            ("8601 11 17947", vec![(BankAccount, Certain)]),
            ("86011117947", vec![(BankAccount, Probable)]),
            ("Ordre 86011117947", vec![(BankAccount, Possible)]),
            ("Kontonr. 8601 1117947", vec![(BankAccount, Certain)]),
            ("8601 1117947", vec![]),
            ("12345678903", vec![(BankAccount, Probable)]),
            ("12345678901", vec![]),
            ("NO93 8601 1117 947", vec![(Iban, Certain)]),
            ("NO9386011117947 EUR", vec![(Iban, Certain)]),
            ("no9386011117947", vec![(Iban, Certain)]),
            ("NO94 8601 1117 947", vec![]),
            ("DE89 3704 0044 0532 0130 00", vec![(Iban, Certain)]),
            ("GB82 WEST 1234 5698 7654 32", vec![(Iban, Certain)]),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }
}
