//! Passwords, codes and keys (hemmeligheter) written out.

use super::pattern::compile;
use super::{Candidate, Confidence, Kind};
use regex::Regex;
use std::sync::LazyLock;

static SECRET: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let word = r"(?:passord(?:et)?|password|pin-?kode(?:n)?|engangskode(?:n)?|tilgangskode(?:n)?|brukerpassord(?:et)?|innlogg[a-z]*kode(?:n)?|api-?key)";
    let worded = format!(
        r#"(?i)\b{word}\b(?: (?:mitt|ditt|min|din|til [a-zæøå]+|for [a-zæøå]+|hennes|hans))?(?: (?:er|is)|\s?[:=])\s?["«']?([^\s"»',]{{3,}})"#
    );
    compile(&format!(
        r"{worded}|(-----BEGIN [A-Z ]*PRIVATE KEY-----)|\b(eyJ[A-Za-z0-9_-]{{10,}}\.[A-Za-z0-9_-]{{10,}}\.[A-Za-z0-9_-]{{5,}})|\b(sk-[A-Za-z0-9_-]{{20,}})"
    ))
});

/// What may follow "passordet er" without being the password.
const NOT_SECRETS: [&str; 16] = [
    "feil",
    "utløpt",
    "utgått",
    "sperret",
    "sperra",
    "for",
    "ikke",
    "ikkje",
    "glemt",
    "gløymt",
    "endret",
    "endra",
    "personlig",
    "personleg",
    "wrong",
    "expired",
];

pub(super) fn find(text: &str) -> Vec<Candidate> {
    let captures = SECRET.iter().flat_map(|pattern| pattern.captures_iter(text));
    captures
        .filter_map(|found| {
            let secret = found.iter().skip(1).flatten().next()?;
            let plain = secret.as_str().trim_end_matches(['.', ';', ')']);
            let is_word = NOT_SECRETS.contains(&plain.to_lowercase().as_str());
            let telling = plain.chars().any(|c| !c.is_lowercase());
            let confidence = if telling { Confidence::Certain } else { Confidence::Possible };
            (!is_word).then(|| Candidate {
                kind: Kind::Secret,
                bytes: secret.start()..secret.start() + plain_end(secret.as_str(), plain),
                confidence,
            })
        })
        .collect()
}

/// A password may end in an exclamation mark, hardly in a full stop.
fn plain_end(secret: &str, plain: &str) -> usize {
    if plain.is_empty() { secret.len() } else { plain.len() }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_password_is_what_stands_after_the_word() {
        for (text, secret) in [
            ("Passordet er Sommer2026!", Some("Sommer2026!")),
            ("passord: hemmelig1.", Some("hemmelig1")),
            ("PIN-koden din er 4711", Some("4711")),
            ("Pin-koden er 4711", Some("4711")),
            ("Passordet er feil.", None),
            ("Du kan bytte passord her.", None),
        ] {
            let found = find(text).first().map(|found| text[found.bytes.clone()].to_owned());
            assert_eq!(found.as_deref(), secret, "{text}");
        }
    }
}
