//! Digits and their checksums (kontrollsifre): what the families share about numbers.

use std::ops::{Deref, Range};

/// The longest number that any family reads.
const LONGEST: usize = 24;

/// The digits of a short piece of text, kept where no memory is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Digits {
    values: [u32; LONGEST],
    length: usize,
}

impl Digits {
    /// The digits of `text`, all else left out; no more than the longest number has.
    pub(super) fn of(text: &str) -> Self {
        let mut digits = Self::default();
        for byte in text.bytes().filter(u8::is_ascii_digit).take(LONGEST) {
            digits.values[digits.length] = u32::from(byte - b'0');
            digits.length += 1;
        }
        digits
    }
}

impl Deref for Digits {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        &self.values[..self.length]
    }
}

/// The weighted sum of the first digits, as many as there are weights.
pub(super) fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// Whether the digit after the weighted ones is their modulus-11 check digit (a check digit of ten does not exist).
pub(super) fn mod11(digits: &[u32], weights: &[u32]) -> bool {
    let check = (11 - weighted(digits, weights) % 11) % 11;
    check != 10 && digits.get(weights.len()) == Some(&check)
}

/// Whether the last digit is the Luhn check digit of those before it.
pub(super) fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, _) => *digit,
            (_, double) => double / 10 + double % 10,
        })
        .sum();
    !digits.is_empty() && sum.is_multiple_of(10)
}

/// Whether a day of a month exists in some century; `year` is its last two digits.
pub(super) fn is_day(day: u32, month: u32, year: u32) -> bool {
    let last = match month {
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// Whether the number at `bytes` is whole: no letter or digit touches it, and no further group of digits continues it.
pub(super) fn stands_alone(text: &str, bytes: &Range<usize>) -> bool {
    let mut before = text[..bytes.start].chars().rev();
    free(before.next(), before.next()) && ends_alone(text, bytes.end)
}

/// The same, but a word may have run into the number ("fnr20036914700"): a checksum tells that the number is whole.
pub(super) fn stands_or_follows_word(text: &str, bytes: &Range<usize>) -> bool {
    let word = text[..bytes.start].bytes().rev().take_while(u8::is_ascii_lowercase).take(24).count();
    let begins = text[..bytes.start - word].chars().next_back();
    let follows = word >= 2 && begins.is_none_or(|c| !c.is_ascii_digit() && c != '_');
    (follows && ends_alone(text, bytes.end)) || stands_alone(text, bytes)
}

fn ends_alone(text: &str, end: usize) -> bool {
    let mut after = text[end..].chars();
    free(after.next(), after.next())
}

/// A blank before another group is common in running text ("nr. 2 20036914700"), so only punctuation joins.
fn free(next: Option<char>, beyond: Option<char>) -> bool {
    let joins = |c: char| matches!(c, '.' | ',' | '-' | '/') && beyond.is_some_and(|c| c.is_ascii_digit());
    next.is_none_or(|c| !(c.is_alphanumeric() || c == '_' || joins(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_agree_with_known_numbers() {
        assert!(luhn(&Digits::of("4111111111111111")) && !luhn(&Digits::of("4111111111111112")) && !luhn(&[]));
        assert!(mod11(&Digits::of("86011117947"), &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
        assert!(!mod11(&Digits::of("12345678901"), &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
        assert_eq!(Digits::of(&"1".repeat(100)).len(), LONGEST);
    }

    #[test]
    fn days_exist_or_not() {
        for (day, month, year, exists) in [
            (29, 2, 0, true),
            (29, 2, 1, false),
            (31, 4, 50, false),
            (0, 1, 1, false),
            (31, 12, 99, true),
            (1, 13, 1, false),
        ] {
            assert_eq!(is_day(day, month, year), exists, "{day}.{month}.{year}");
        }
    }

    #[test]
    fn a_part_of_a_longer_number_does_not_stand_alone() {
        for (text, alone, follows) in [
            ("a 12 b", true, true),
            ("x12", false, false),
            ("fnr12", false, true),
            ("a1fnr12", false, false),
            ("ABC12", false, false),
            ("12-3", false, false),
            ("12.", true, true),
            ("(12)", true, true),
            ("4.12", false, false),
        ] {
            let start = text.find("12").unwrap();
            assert_eq!(stands_alone(text, &(start..start + 2)), alone, "{text}");
            assert_eq!(stands_or_follows_word(text, &(start..start + 2)), follows, "{text}");
        }
    }
}
