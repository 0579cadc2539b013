//! Amounts of a fee schedule (beløp): as Norwegian tables write them, and as they are told.

/// An amount in øre, of what somebody wrote into a table; nothing where it could mean two things.
pub(super) fn read(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("kr").or_else(|| text.strip_prefix("nok")).unwrap_or(&text);
    let text = text.trim_start_matches('.').trim();
    let text = text.strip_suffix("kroner").or_else(|| text.strip_suffix("kr")).unwrap_or(text).trim();
    let text = text.strip_suffix(",-").or_else(|| text.strip_suffix(".-")).unwrap_or(text);
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (whole, ore) = parted(&plain)?;
    let is_whole = !whole.is_empty() && whole.len() <= 12 && whole.bytes().all(|byte| byte.is_ascii_digit());
    is_whole.then_some(())?;
    let ore: i64 = if ore.is_empty() { 0 } else { ore.parse().ok()? };
    Some(whole.parse::<i64>().ok()? * 100 + ore)
}

/// Whole kroner and øre: two digits behind the last sign are øre, three behind a point or a comma beside points are thousands.
fn parted(text: &str) -> Option<(String, String)> {
    let Some(at) = text.rfind([',', '.']) else { return Some((text.to_owned(), String::new())) };
    let (whole, behind) = (&text[..at], &text[at + 1..]);
    let sign = &text[at..=at];
    let joined = |text: &str| -> Option<String> {
        let mut groups = text.split('.');
        let first = groups.next()?;
        let rest: Vec<&str> = groups.collect();
        let fine = rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
        fine.then(|| format!("{first}{}", rest.concat()))
    };
    match (sign, behind.len()) {
        (_, 2) if behind.bytes().all(|byte| byte.is_ascii_digit()) => Some((joined(whole)?, behind.to_owned())),
        (".", 3) => Some((joined(text)?, String::new())),
        _ => None,
    }
}

/// As a letter tells it: `kr 12 500`, `kr 12,50`.
pub(super) fn told(ore: i64) -> String {
    let digits = (ore / 100).to_string();
    let mut grouped = String::from("kr ");
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    match ore % 100 {
        0 => grouped,
        rest => format!("{grouped},{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{read, told};

    #[test]
    fn amounts_are_read_as_tables_write_them_and_never_guessed() {
        for (text, amount) in [
            ("12 500", Some("kr 12 500")),
            ("12.500", Some("kr 12 500")),
            ("kr 12.500,00", Some("kr 12 500")),
            ("Kr. 980,-", Some("kr 980")),
            ("1 234 567,50 kr", Some("kr 1 234 567,50")),
            ("12.50", Some("kr 12,50")),
            ("0", Some("kr 0")),
            ("12,5", None),
            ("12,500", None),
            ("1.2.500", None),
            ("gratis", None),
            ("", None),
            ("-5", None),
            ("2 %", None),
            ("9999999999999999", None),
        ] {
            assert_eq!(read(text).map(told).as_deref(), amount, "{text}");
        }
    }
}
