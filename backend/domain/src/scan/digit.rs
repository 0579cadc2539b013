//! Checksums and digit runs (kontrollsifre): what the families share about numbers.

use std::ops::Range;

/// The digits of `text`, all else left out.
pub(super) fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
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
    let touches = |c: char| c.is_alphanumeric() || c == '_';
    // A blank before another group is common in running text ("nr. 2 20036914700"), so only punctuation joins.
    let joins = |c: char| matches!(c, '.' | ',' | '-' | '/');
    let mut before = text[..bytes.start].chars().rev();
    let mut after = text[bytes.end..].chars();
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let free =
        |next: Option<char>, beyond: Option<char>| next.is_none_or(|c| !(touches(c) || joins(c) && is_digit(beyond)));
    let (left_free, right_free) = (free(before.next(), before.next()), free(after.next(), after.next()));
    left_free && right_free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_agree_with_known_numbers() {
        assert!(luhn(&digits("4111111111111111")) && !luhn(&digits("4111111111111112")) && !luhn(&[]));
        assert!(mod11(&digits("86011117947"), &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
        assert!(!mod11(&digits("12345678901"), &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]));
    }

    #[test]
    fn days_exist_or_not() {
        for (day, month, year, exists) in [
            (29, 2, 0, true),
            (29, 2, 1, false),
            (31, 4, 5, false),
            (0, 1, 1, false),
            (31, 12, 99, true),
            (1, 13, 1, false),
        ] {
            assert_eq!(is_day(day, month, year), exists, "{day}.{month}.{year}");
        }
    }

    #[test]
    fn a_part_of_a_longer_number_does_not_stand_alone() {
        for (text, alone) in
            [("a 12 b", true), ("x12", false), ("12-3", false), ("12.", true), ("(12)", true), ("4.12", false)]
        {
            let start = text.find("12").unwrap();
            assert_eq!(stands_alone(text, &(start..start + 2)), alone, "{text}");
        }
    }
}
