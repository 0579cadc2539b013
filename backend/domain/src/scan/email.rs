//! E-mail addresses (e-postadresse).

use super::{Candidate, Confidence, Kind};

/// What RFC 5321 lets an address have before the at sign, and a domain behind it.
const LOCAL: usize = 64;
const DOMAIN: usize = 255;

/// The address around the at sign at byte `at`.
pub(super) fn at(text: &str, at: usize) -> Option<Candidate> {
    let (before, after) = (&text[..at], &text[at + 1..]);
    let local =
        before.char_indices().rev().take(LOCAL).take_while(|(_, c)| is_local(*c)).map(|(start, _)| start).last()?;
    let start = local + before[local..].find(char::is_alphanumeric)?;
    let length = after
        .char_indices()
        .take(DOMAIN)
        .find(|(_, c)| !is_domain(*c))
        .map_or_else(|| after.char_indices().nth(DOMAIN).map_or(after.len(), |(end, _)| end), |(end, _)| end);
    let domain = domain(&after[..length])?;
    Some(Candidate { kind: Kind::Email, bytes: start..at + 1 + domain, confidence: Confidence::Certain })
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '\'' | '-')
}

fn is_domain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-')
}

/// Bytes of the domain: labels parted by dots, the last one of letters.
fn domain(written: &str) -> Option<usize> {
    let whole = written.split("..").next().unwrap_or_default().trim_end_matches(['.', '-']);
    let dot = whole.rfind('.')?;
    let (labels, last) = (&whole[..dot], &whole[dot + 1..]);
    let top = (2..=24).contains(&last.chars().count()) && last.chars().all(char::is_alphabetic);
    let fits = top && labels.split('.').all(|label| !label.is_empty());
    // "a@example.no.3" and "a@example.no.Skriv" end where the last label that fits ends.
    if fits { Some(whole.len()) } else { domain(labels) }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind::Email, tests::texts};

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        for (text, address) in [
            ("Skriv til per.haug@example.no.", Some("per.haug@example.no")),
            ("<åse@bø.example.org>", Some("åse@bø.example.org")),
            ("mailto:a+b@x.example.org?subject=", Some("a+b@x.example.org")),
            ("a@example.no...", Some("a@example.no")),
            ("a@b", None),
            ("@example.no", None),
            ("a@.no", None),
        ] {
            assert_eq!(texts(text, Email).first().map(String::as_str), address, "{text}");
        }
    }
}
