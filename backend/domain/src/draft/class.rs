//! How delicate a text is (dataklasse), which decides which writers outside may be given it.

use crate::{
    evidence::Source,
    scan::{Confidence, Kind, scan},
    thread::redact::Redaction,
};

/// From what anybody may read to what few may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Says nothing of anybody: a general question, published sources.
    Open,
    /// About a person or a case (personopplysninger).
    Personal,
    /// Under a duty of secrecy or of a special category (taushetsplikt, personvernforordningen art. 9 and 10).
    Restricted,
}

impl Class {
    /// The class of what a person wrote, together with the sources that go along; `known` are the names of those in the conversation.
    /// It is reckoned before names are hidden: who a delicate text is about can often be told without them.
    #[must_use]
    pub fn of<'a>(written: &[&str], known: &[String], sources: impl IntoIterator<Item = &'a Source>) -> Self {
        let mut redaction = Redaction::new(known);
        // Whatever would be hidden from a model is about somebody.
        let hidden = |text: &str| if redaction.hide(text) == text { Self::Open } else { Self::Personal };
        let texts: Vec<Self> =
            written.iter().copied().map(hidden).chain(written.iter().map(|text| of_text(text))).collect();
        let sources = sources.into_iter().map(of_source);
        texts.into_iter().chain(sources).max().unwrap_or(Self::Open)
    }
}

/// A published source says what anybody may read, also where it names whom to ring; one of a case is about somebody.
fn of_source(source: &Source) -> Class {
    match (source.access.is_open(), &source.case) {
        (false, _) => Class::Restricted,
        (true, None) => Class::Open,
        (true, Some(_)) => of_text(&source.title).max(of_text(&source.text)).max(Class::Personal),
    }
}

fn of_text(text: &str) -> Class {
    let class = |kind: Kind, confidence: Confidence| match kind {
        // The word for a delicate matter alone is a question about a service; with somebody beside it, it is about them.
        _ if kind.is_topic() && confidence == Confidence::Possible => Class::Open,
        Kind::Secret | Kind::ProtectedAddress => Class::Restricted,
        _ if kind.is_topic() => Class::Restricted,
        Kind::Organisation => Class::Open,
        _ => Class::Personal,
    };
    scan(text).iter().map(|found| class(found.kind, found.confidence)).max().unwrap_or(Class::Open)
}

#[cfg(test)]
mod tests {
    use super::Class;
    use crate::{
        case::Access,
        evidence::{Origin, Source},
    };
    use vocabulary::CaseNumber;

    fn source(code: Option<&str>, case: Option<CaseNumber>) -> Source {
        Source {
            access: Access { code: code.map(str::to_owned), legal_basis: None },
            case,
            ..Source::open(Origin::Article, "artikkel", "Byggesak", "Spør Kari Nordby, telefon 22 22 55 55.")
        }
    }

    #[test]
    fn what_is_written_decides() {
        for (text, class) in [
            ("Når har biblioteket åpent?", Class::Open),
            ("Hvor leverer jeg en bekymringsmelding?", Class::Restricted),
            ("Hva gjør barneverntjenesten?", Class::Open),
            ("Jeg heter Per Haug og vil bygge.", Class::Personal),
            ("Haug spør når det er åpent.", Class::Personal),
            ("Huset i Storgata 12 skal males.", Class::Personal),
            ("Ring meg på 900 00 000.", Class::Personal),
            ("Fødselsnummeret er 20036914700.", Class::Personal),
            ("Sønnen min har fått diagnosen ADHD.", Class::Restricted),
            ("Hun bor på sperret adresse.", Class::Restricted),
            ("Passordet er Sommer2026!", Class::Restricted),
        ] {
            assert_eq!(Class::of(&["Spørsmål", text], &["Per Haug".into()], []), class, "{text}");
        }
    }

    #[test]
    fn the_most_delicate_source_decides() {
        let case = CaseNumber { year: 2026, sequence: 1 };
        for (sources, class) in [
            (vec![source(None, None)], Class::Open),
            (vec![source(None, None), source(None, Some(case))], Class::Personal),
            (vec![source(Some("UO"), None), source(None, None)], Class::Restricted),
        ] {
            assert_eq!(Class::of(&["Når er det åpent?"], &[], &sources), class, "{sources:?}");
        }
    }
}
