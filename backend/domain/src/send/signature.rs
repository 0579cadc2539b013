//! A person's registered signature (signatur): the lines and pictures a mail client puts below every mail of theirs, and nothing
//! that a reader could take for an answer.
//!
//! What stands here passes the gate unseen below any reply, so it is held narrow: names, units, addresses, telephone numbers. A claim
//! (a value, a word that decides, a sentence) belongs in the reply, where it is checked and approved.

use crate::{
    draft::normal::normalise,
    scan::{self, Confidence},
    thread::Attachment,
    value::{self, Kind},
};
use jiff::civil::{Date, date};

/// Lines of a signature.
const LINES: usize = 12;
/// Scalars of a line.
const LENGTH: usize = 90;
/// Words of a line; more is prose.
const WORDS: usize = 9;
/// Pictures of a signature.
const IMAGES: usize = 6;
/// The day that values are read against; a signature has no day of its own.
const DAY: Date = date(2026, 1, 1);

/// Words that make a line say something: verbs that follow a subject, and words that decide or promise.
const TELLING: &str = "er var har hadde kan kunne skal skulle må vil ville får fikk blir ble vert vart kommer kjem gir gjev gjelder gjeld \
    trenger treng betaler betalar betal sender svarer svarar gjør gjer søker søkjer mottar mottek bruker bruk klikk trykk se sjå les følg \
    ikke ikkje ingen gratis innvilget innvilga godkjent godkjend avslått avslag vedtak vedtatt vedteke fritatt friteken rett plikt frist gebyr \
    is are was has have can could must will would may gets got becomes applies needs pay pays click see read follow not no free granted \
    approved rejected refused decision deadline fee";

/// What a person registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    text: String,
    images: Vec<Attachment>,
}

/// Why a text is no signature.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Neither text nor picture.
    #[error("the signature is empty")]
    Empty,
    /// More than a signature.
    #[error(
        "the signature has more than {LINES} lines, a line of more than {LENGTH} characters, or more than {IMAGES} pictures"
    )]
    TooLong,
    /// These words say something that belongs in the reply.
    #[error("these words belong in the reply")]
    Telling(String),
    /// An attachment that is not a picture in the text.
    #[error("only pictures that stand in the signature")]
    NotInline,
}

impl Signature {
    /// A signature of these lines and these pictures.
    ///
    /// # Errors
    /// [`Unfit`]: the first reason why it is none.
    pub fn of(text: &str, images: Vec<Attachment>) -> Result<Self, Unfit> {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let text = lines.join("\n");
        if normalise(&text).is_empty() && images.is_empty() {
            return Err(Unfit::Empty);
        }
        let too_long = |line: &&str| line.chars().count() > LENGTH;
        if lines.len() > LINES || images.len() > IMAGES || lines.iter().any(too_long) {
            return Err(Unfit::TooLong);
        }
        if images.iter().any(|image| !image.inline) {
            return Err(Unfit::NotInline);
        }
        match telling(&lines).or_else(|| valued(&text)) {
            Some(words) => Err(Unfit::Telling(words)),
            None => Ok(Self { text, images }),
        }
    }

    /// Its lines.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its pictures.
    #[must_use]
    pub fn images(&self) -> &[Attachment] {
        &self.images
    }
}

/// The first line that reads like prose.
fn telling(lines: &[&str]) -> Option<String> {
    let tells = |line: &str| {
        let words: Vec<String> = line
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().any(char::is_alphabetic))
            .map(str::to_lowercase)
            .collect();
        words.len() > WORDS || words.iter().any(|word| TELLING.split_whitespace().any(|telling| telling == word))
    };
    // An address may hold any word: `se.per@example.no` tells nothing.
    let without_addresses = |line: &str| {
        let plain = line
            .split_whitespace()
            .filter(|word| !word.contains('@') && !word.contains("www.") && !word.contains("://"));
        plain.collect::<Vec<_>>().join(" ")
    };
    lines.iter().find(|line| tells(&without_addresses(line))).map(|line| (*line).to_owned())
}

/// The first value or piece of personal data that is not a way to reach somebody.
fn valued(text: &str) -> Option<String> {
    let reaches = |kind: Kind| {
        matches!(
            kind,
            Kind::Name
                | Kind::Phone
                | Kind::Email
                | Kind::Address
                | Kind::PostalCode
                | Kind::Organisation
                | Kind::Number
        )
    };
    let value = value::find(text, DAY).into_iter().find(|value| !reaches(value.kind)).map(|value| value.text);
    let delicate = |kind: scan::Kind| {
        kind.is_personal_number()
            || kind.is_topic() && kind != scan::Kind::Name
            || matches!(kind, scan::Kind::BankAccount | scan::Kind::Iban | scan::Kind::PaymentCard | scan::Kind::Secret)
    };
    let found =
        || scan::scan(text).into_iter().find(|found| delicate(found.kind) && found.confidence >= Confidence::Probable);
    value.or_else(|| found().map(|found| found.text))
}

#[cfg(test)]
mod tests {
    use super::{Signature, Unfit};
    use crate::thread::Attachment;

    #[test]
    fn who_one_is_and_how_one_is_reached_is_a_signature() {
        for text in [
            "Kari Nordby\nFjordvik kommune",
            "Med vennlig hilsen\n\nKari Nordby\nSaksbehandler, byggesak\nFjordvik kommune\nTlf. 900 00 000 | Sentralbord 55 55 55 55\n\
             Rådhusgata 1, 4999 Fjordvik\nkari.nordby@fjordvik.kommune.no\nwww.fjordvik.kommune.no",
            "Beste helsing\nOla Nes\nAvdelingsleiar helse og omsorg\nPostboks 12, 4999 Fjordvik\nOrg.nr. 995 525 828",
            "Kind regards\nLiv Aas\nHead of Planning\n+47 900 00 000",
        ] {
            assert_eq!(
                Signature::of(text, Vec::new()).map(|signature| signature.text().lines().count() > 1),
                Ok(true),
                "{text}"
            );
        }
    }

    #[test]
    fn what_says_something_is_none() {
        for (text, words) in [
            ("Kari Nordby\nSøknaden din er innvilget.", "Søknaden din er innvilget."),
            ("Kari Nordby\nSøknaden innvilget", "Søknaden innvilget"),
            ("Gebyret: 12 500 kr", "Gebyret: 12 500 kr"),
            ("Kari Nordby\nkr 12 500", "kr 12 500"),
            ("Kari Nordby\nInnen 1. mars 2026", "1. mars 2026"),
            ("Kari Nordby\nfvl. § 28", "fvl. § 28"),
            ("Kari Nordby\nKonto 8601 11 17947", "8601 11 17947"),
            ("Kari Nordby\nfnr 20036914700", "20036914700"),
            ("Du trenger\nikke søke", "Du trenger"),
            (
                "Ring oss gjerne når som helst på dagen om saken din",
                "Ring oss gjerne når som helst på dagen om saken din",
            ),
        ] {
            let unfit = Signature::of(text, Vec::new()).err();
            assert!(
                matches!(&unfit, Some(Unfit::Telling(told)) if told.contains(words) || words.contains(told)),
                "{text}: {unfit:?}"
            );
        }
    }

    #[test]
    fn its_size_and_its_pictures_are_bounded() {
        let image = |inline| Attachment { name: "logo.png".into(), size: 9, sha256: None, inline };
        assert_eq!(Signature::of(" \n ", Vec::new()), Err(Unfit::Empty));
        assert_eq!(Signature::of(&"Kari\n".repeat(13), Vec::new()), Err(Unfit::TooLong));
        assert_eq!(Signature::of(&"K".repeat(91), Vec::new()), Err(Unfit::TooLong));
        assert_eq!(Signature::of("Kari", vec![image(true); 7]), Err(Unfit::TooLong));
        assert_eq!(Signature::of("Kari", vec![image(false)]), Err(Unfit::NotInline));
        assert!(Signature::of("", vec![image(true)]).is_ok());
    }
}
