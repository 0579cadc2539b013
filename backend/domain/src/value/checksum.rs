//! Check digits (kontrollsiffer): weighted mod 11, Luhn, mod 97.

/// The last digit is right by mod 11 over these weights (one fewer than the digits); a check digit of ten never is.
#[must_use]
pub fn mod11(digits: &str, weights: &[u32]) -> bool {
    let numbers: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let Some((last, rest)) = numbers.split_last() else { return false };
    if rest.len() != weights.len() || numbers.len() != digits.len() {
        return false;
    }
    let sum: u32 = rest.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    (11 - sum % 11) % 11 == *last
}

/// Organisation number: nine digits, first 8 or 9 (Brønnøysundregistrene).
#[must_use]
pub fn is_organisation(digits: &str) -> bool {
    digits.starts_with(['8', '9']) && mod11(digits, &[3, 2, 7, 6, 5, 4, 3, 2])
}

/// Norwegian account number: eleven digits.
#[must_use]
pub fn is_account(digits: &str) -> bool {
    mod11(digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
}

/// Luhn's formula (mod 10).
#[must_use]
pub fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .map(|byte| u32::from(byte.wrapping_sub(b'0')))
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, _) => digit,
            (_, doubled @ 0..=9) => doubled,
            (_, doubled) => doubled - 9,
        })
        .sum();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && sum.is_multiple_of(10)
}

/// Customer identification: 2 to 25 digits, mod 10 or mod 11 with the weights 2 to 7 from the right, where ten is `-`.
#[must_use]
pub fn is_kid(kid: &str) -> bool {
    let Some((body, check)) = kid.split_at_checked(kid.len().saturating_sub(1)) else { return false };
    if !(2..=25).contains(&kid.len()) || !body.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let digits = body.bytes().rev().map(|byte| u32::from(byte - b'0'));
    let sum: u32 = digits.zip((2..=7).cycle()).map(|(digit, weight)| digit * weight).sum();
    let wanted = match (11 - sum % 11) % 11 {
        10 => "-".to_owned(),
        digit => digit.to_string(),
    };
    check == wanted || luhn(kid)
}

/// International account number: mod 97 over letters and digits, ISO 13616.
#[must_use]
pub fn is_iban(iban: &str) -> bool {
    if !(15..=34).contains(&iban.len()) || !iban.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return false;
    }
    let (front, rest) = iban.split_at(4);
    let remainder = rest.chars().chain(front.chars()).filter_map(|c| c.to_digit(36)).fold(0u32, |sum, digit| {
        let shift = if digit > 9 { 100 } else { 10 };
        (sum * shift + digit) % 97
    });
    remainder == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_tell_right_from_wrong() {
        type Rule = fn(&str) -> bool;
        let table: [(Rule, &[&str], &[&str]); 5] = [
            (
                is_organisation,
                &["988077917", "964950768", "958935420", "974760673", "995525828"],
                &["987654321", "123456785", ""],
            ),
            (is_account, &["86011117947", "12345678903"], &["12345678901", "8601111794"]),
            (luhn, &["1234567897", "2345676"], &["1234567898", "", "12a"]),
            (is_kid, &["2345676", "1234567897"], &["2345677", "1", "", "12å", "1\u{fffd}"]),
            (is_iban, &["NO9386011117947"], &["NO9386011117948", "NO93"]),
        ];
        for (rule, right, wrong) in table {
            right.iter().for_each(|number| assert!(rule(number), "{number}"));
            wrong.iter().for_each(|number| assert!(!rule(number), "{number}"));
        }
    }
}
