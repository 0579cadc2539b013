//! Signatures (signaturer): where a person's own words end and the closing begins.

/// Closings, in lower case; a name may stand behind them on the same line.
const CLOSINGS: &[&str] = &[
    "mvh",
    "m.v.h",
    "vh",
    "med vennlig hilsen",
    "med vennleg helsing",
    "med venleg helsing",
    "vennlig hilsen",
    "vennleg helsing",
    "venleg helsing",
    "vennlege helsingar",
    "beste hilsen",
    "beste helsing",
    "med beste hilsen",
    "hilsen",
    "helsing",
    "med hilsen",
    "med helsing",
    "hilsener",
    "på forhånd takk",
    "på førehand takk",
    "best regards",
    "kind regards",
    "regards",
    "warm regards",
    "many thanks",
    "sincerely",
    "yours sincerely",
    "yours faithfully",
    "best wishes",
    "all the best",
    "cheers",
    "med venlig hilsen",
    "venlig hilsen",
    "de bedste hilsner",
    "med vänlig hälsning",
    "med vänliga hälsningar",
    "vänliga hälsningar",
    "hälsningar",
    "mit freundlichen grüßen",
    "viele grüße",
    "cordialement",
    "bien cordialement",
    "dearvvuođaiguin",
    "dearvuođaiguin",
    "ustitlaš dearvvuođaiguin",
];

/// Lines that mail programs add, a device or program behind them.
const DEVICES: &[&str] = &[
    "sendt fra ",
    "sendt frå ",
    "sendt via ",
    "sendt med ",
    "sent from ",
    "sent via ",
    "sent with ",
    "get outlook for ",
    "få outlook for ",
    "hent outlook ",
    "last ned outlook",
    "skickat från ",
    "skaffa outlook",
    "von meinem ",
    "gesendet von ",
    "envoyé de mon ",
    "envoyé depuis ",
];

/// Closings count when at most this many lines with text follow.
const NEAR_THE_END: usize = 12;

/// The line of `lines` (one stretch of a person's own text) at which the signature begins.
pub(super) fn start(lines: &[&str]) -> Option<usize> {
    let mut behind = 0;
    let mut found = None;
    for (at, line) in lines.iter().enumerate().rev() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if behind > NEAR_THE_END + 20 {
            break;
        }
        let first = lines[..at].iter().all(|line| line.trim().is_empty());
        if is_mark(line, behind) && !(first && behind == 0 && !is_device(line)) {
            found = Some(at);
        }
        behind += 1;
    }
    found
}

/// Whether this line begins a signature, when so many lines with text follow.
fn is_mark(line: &str, behind: usize) -> bool {
    let near = behind <= NEAR_THE_END;
    is_delimiter(line) && behind <= NEAR_THE_END + 20
        || is_device(line) && near
        || is_closing(line) && near
        || is_dashed_name(line) && behind <= 3
        || is_rule(line) && near
}

/// «-- », the delimiter of RFC 3676 section 4.3, with or without its blank.
fn is_delimiter(line: &str) -> bool {
    matches!(line, "--" | "—" | "–" | "---")
}

/// A line of underscores, as mailing lists and banners have.
fn is_rule(line: &str) -> bool {
    line.len() >= 2 && line.bytes().all(|byte| byte == b'_')
}

/// A device has few words and no comma: «Sent from my desk, as usual» is a sentence.
fn is_device(line: &str) -> bool {
    let lower: String = line.chars().take(200).collect::<String>().to_lowercase();
    let lower = lower.trim_start_matches(['*', '[', ' ']);
    let named = lower.split(['<', '[', '(']).next().unwrap_or_default();
    DEVICES
        .iter()
        .filter_map(|words| named.strip_prefix(words))
        .any(|rest| rest.split_whitespace().count() <= 6 && !rest.contains([',', '?', '!']))
}

/// A closing, alone or with a short name behind it.
fn is_closing(line: &str) -> bool {
    if line.chars().count() > 60 {
        return false;
    }
    let lower = line.to_lowercase();
    CLOSINGS.iter().filter_map(|words| lower.strip_prefix(words)).any(|rest| {
        let rest = rest.trim_start_matches(['.', ',', '!', ':', ' ', '\u{a0}', '-', '–']);
        let bound = lower.len() == rest.len()
            || !lower[..lower.len() - rest.len()].ends_with(char::is_alphanumeric)
            || rest.is_empty();
        bound && rest.split_whitespace().count() <= 4 && !rest.contains(['?', '.'])
    })
}

/// «-Per Haug».
fn is_dashed_name(line: &str) -> bool {
    let Some(name) = line.strip_prefix(['-', '–', '—']) else { return false };
    let name = name.trim_start_matches(['-', ' ']);
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || "-.'".contains(c))
    };
    (1..=3).contains(&name.split_whitespace().count()) && name.split_whitespace().all(capital)
}

#[cfg(test)]
mod tests {
    use super::start;

    #[test]
    fn a_signature_begins_where_the_closing_does() {
        for (text, at) in [
            ("Hei\nJeg lurer.\n\nMvh\nPer Haug", Some(3)),
            ("Hei\nMed vennlig hilsen Per Haug", Some(1)),
            ("Hei\n\nVennleg helsing\nPer\nTlf 90000000", Some(2)),
            ("Hei\nSendt fra min iPhone", Some(1)),
            ("Hei\n-- \nPer", Some(1)),
            ("Hei\nSent from my desk, as I often do.", None),
            ("Hei\n\nBest regards,\nPer", Some(2)),
            ("Hei\n-Per Haug", Some(1)),
            ("Hilsen fra meg kommer i posten, skriver de. Er det rett?", None),
            ("Hei\nTakk for svar.", None),
            ("Mvh", None),
        ] {
            assert_eq!(start(&text.lines().collect::<Vec<_>>()), at, "{text:?}");
        }
    }
}
