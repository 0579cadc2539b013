//! Passwords, codes and keys (hemmeligheter) written out.

use super::pattern::compile;
use super::{
    Candidate, Confidence, Kind,
    context::{Marks, Sense},
};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};

/// Bytes behind an announcing word that are read.
const WINDOW: usize = 160;

/// From the announcing word on: whose it is, a verb or a colon, and the secret itself.
static WORDED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let owner = r"(?: (?:mitt|ditt|min|din|vårt|vår|deres|til [a-zæøå]+|for [a-zæøå]+|på [a-zæøå]+|hennes|hans|hennar|my|your))?";
    compile(&format!(
        r#"(?i)^[\p{{L}} -]{{2,24}}?{owner}(?: (?:er|is|var|was|blir)(?: nå| no)?:?|\s?[:=])\s?["«'`]?([^\s"»'`,]{{3,}})"#
    ))
});

/// What keys begin with, how long they are at least, and how many dots they have.
const KEYS: [(&str, usize, usize); 2] = [("eyJ", 30, 2), ("sk-", 23, 0)];

/// What may follow "passordet er" without being the password.
const NOT_SECRETS: &str = "feil utløpt utløpet utgått sperret sperra for ikke ikkje glemt gløymt endret endra personlig personleg wrong \
    expired required nødvendig nødvendeleg viktig hemmelig hemmeleg ugyldig ugyldeg gyldig gyldeg sendt lagret lagra sikkert sikker \
    trygt trygg byttet bytta nullstilt låst stjålet borte samme same det den noe noko ditt din mitt min som blitt blei et ein eit en \
    tilsendt ditt: aldri alltid kun bare berre not the your my invalid incorrect";

pub(super) fn find(text: &str, marks: &Marks, out: &mut Vec<Candidate>) {
    let mut read = 0;
    for mark in marks.iter() {
        let found = match mark.sense {
            _ if mark.bytes.start < read => continue,
            Sense::Secret => worded(text, mark.bytes.start),
            Sense::Key => {
                let token = token(text, mark.bytes.start);
                read = token.end;
                is_key(&text[token.clone()]).then_some((token, Confidence::Certain))
            }
            _ => None,
        };
        if let Some((bytes, confidence)) = found {
            read = read.max(bytes.end);
            out.push(Candidate { kind: Kind::Secret, bytes, confidence });
        }
    }
}

/// The signs without a blank from here on that keys are made of, or the line that opens a private key.
fn token(text: &str, start: usize) -> Range<usize> {
    let rest = &text[start..];
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let line = rest
        .starts_with("-----BEGIN ")
        .then(|| window(text, start, WINDOW).find("KEY-----").map(|at| at + 8))
        .flatten();
    let length = line.unwrap_or_else(|| rest.find(|c: char| !sign(c)).unwrap_or(rest.len()));
    start..start + rest[..length].trim_end_matches('.').len()
}

fn is_key(token: &str) -> bool {
    let fits = |(begin, length, dots): &(&str, usize, usize)| {
        token.starts_with(begin) && token.len() >= *length && token.matches('.').count() == *dots
    };
    token.ends_with("PRIVATE KEY-----") || KEYS.iter().any(fits)
}

fn worded(text: &str, start: usize) -> Option<(Range<usize>, Confidence)> {
    let window = window(text, start, WINDOW);
    let found = WORDED.as_ref()?.captures(window)?.get(1)?;
    let plain = found.as_str().trim_end_matches(['.', ';', ')', '?']);
    let is_word = NOT_SECRETS.split_whitespace().any(|word| word == plain.to_lowercase());
    // A word in small letters alone may be one of the sentence; figures, signs and capitals hardly are.
    let telling = plain.chars().any(|c| !c.is_lowercase());
    let confidence = if telling { Confidence::Certain } else { Confidence::Possible };
    let bytes = start + found.start()..start + found.start() + plain.len();
    (!is_word && plain.chars().count() >= 3).then_some((bytes, confidence))
}

/// At most so many bytes of `text` from `start` on, cut at a character.
fn window(text: &str, start: usize, length: usize) -> &str {
    let end = (start + length).min(text.len());
    &text[start..text.floor_char_boundary(end)]
}

#[cfg(test)]
mod tests {
    use super::super::{Kind::Secret, tests::texts};

    #[test]
    fn a_password_is_what_stands_after_the_word() {
        let token = format!("eyJ{}.{}.{}", "a".repeat(30), "b".repeat(900), "c".repeat(20));
        for (text, secret) in [
            ("Passordet er Sommer2026!", Some("Sommer2026!")),
            ("passord: hemmelig1.", Some("hemmelig1")),
            ("Passordet mitt er nå «Vinter-27»", Some("Vinter-27")),
            ("wifi-passord: gjest1234", Some("gjest1234")),
            ("PIN-koden din er 4711", Some("4711")),
            ("Pin-koden er 4711", Some("4711")),
            ("PIN: 4711", Some("4711")),
            ("password = hunter2", Some("hunter2")),
            ("sk-abcdefghijklmnopqrstuvwx er nøkkelen", Some("sk-abcdefghijklmnopqrstuvwx")),
            (&token, Some(token.as_str())),
            ("Passordet er feil.", None),
            ("Passordet er personlig og skal ikke deles.", None),
            ("Du kan bytte passord her.", None),
            ("Skolen er selveid.", None),
        ] {
            assert_eq!(texts(text, Secret).first().map(String::as_str), secret, "{text}");
        }
    }
}
