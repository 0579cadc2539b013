//! What of a case could not be read (uleste dokumenter): never a source, and told to whoever writes, so that nobody takes it for read.

use super::{Source, fact};
use crate::{
    case::{Access, Case},
    unreadable::Unreadable,
};
use jiff::Timestamp;
use vocabulary::Language;

/// Documents that are named; of the rest it is told how many.
const NAMED: usize = 3;

/// A document that could not be read (ulest dokument).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its entry, for example `2026/1234-1`.
    pub record: String,
    /// Its title, or its entry's.
    pub title: String,
    /// Who may see it.
    pub access: Access,
    /// Why it was not read.
    pub why: Unreadable,
}

/// What a system holds of a case: what can be quoted, and what could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Facts and texts.
    pub sources: Vec<Source>,
    /// Documents without a text that we can read.
    pub unread: Vec<Unread>,
}

impl Contents {
    /// Of a case whose texts were asked for.
    #[must_use]
    pub fn of(case: &Case, retrieved: Timestamp) -> Self {
        Self { sources: fact::sources(case, retrieved), unread: unread(case) }
    }
}

/// The documents of a case that its system could not have read, in the order of the journal.
#[must_use]
pub fn unread(case: &Case) -> Vec<Unread> {
    let documents = case.entries.iter().flat_map(|entry| entry.documents.iter().map(move |one| (entry, one)));
    let told = documents.filter_map(|(entry, document)| {
        Some(Unread {
            record: fact::record(case, entry),
            title: fact::title(entry, document).to_owned(),
            access: fact::access(case, entry, document),
            why: document.unread?,
        })
    });
    told.collect()
}

/// What a person is told of them, and what to do; nothing where all was read.
#[must_use]
pub fn sentence(unread: &[Unread], reader: Language) -> Option<String> {
    let named: Vec<String> = unread.iter().take(NAMED).map(|one| named(one, reader)).collect();
    let more = unread.len() - named.len();
    let mut list = named.join(", ");
    if more > 0 {
        let and =
            reader.pick(" og {more} til", " og {more} til", " and {more} more").replace("{more}", &more.to_string());
        list.push_str(&and);
    }
    let told = match unread.len() {
        0 => return None,
        1 => reader.pick(
            "Ikke lest: {list}. Svaret bygger ikke på det. Se i det selv hvis det betyr noe for svaret.",
            "Ikkje lese: {list}. Svaret byggjer ikkje på det. Sjå i det sjølv om det betyr noko for svaret.",
            "Not read: {list}. The reply does not rest on it. Look at it yourself if it matters to the reply.",
        ),
        _ => reader.pick(
            "Ikke lest: {list}. Svaret bygger ikke på dem. Se i dem selv hvis de betyr noe for svaret.",
            "Ikkje lese: {list}. Svaret byggjer ikkje på dei. Sjå i dei sjølv om dei betyr noko for svaret.",
            "Not read: {list}. The reply does not rest on them. Look at them yourself if they matter to the reply.",
        ),
    };
    Some(told.replace("{list}", &list))
}

fn named(unread: &Unread, reader: Language) -> String {
    let title = unread.title.trim();
    let title = if title.is_empty() { &unread.record } else { title };
    format!("«{title}» ({})", why(unread.why, reader))
}

/// Why, in the few words that a caseworker needs; how a file can be made readable is whose file it is to know.
fn why(reason: Unreadable, reader: Language) -> &'static str {
    let all = match reason {
        Unreadable::NoText => ["skannet uten tekst", "skanna utan tekst", "a scan without text"],
        Unreadable::Encrypted => ["låst med passord", "låst med passord", "locked by a password"],
        Unreadable::Image => ["et bilde", "eit bilete", "a picture"],
        Unreadable::Sheet => ["et regneark", "eit rekneark", "a spreadsheet"],
        Unreadable::Slides => ["en presentasjon", "ein presentasjon", "a presentation"],
        Unreadable::Media => ["lyd eller film", "lyd eller film", "sound or film"],
        Unreadable::Archive => ["flere filer i én", "fleire filer i éi", "several files in one"],
        Unreadable::Empty => ["tom fil", "tom fil", "an empty file"],
        Unreadable::Damaged | Unreadable::Crashed => ["skadet fil", "skada fil", "a damaged file"],
        Unreadable::Missing => ["filen kom ikke fram", "fila kom ikkje fram", "the file did not come"],
        Unreadable::TooLarge | Unreadable::TooLong | Unreadable::Swollen | Unreadable::Slow => {
            ["for stor fil", "for stor fil", "too large a file"]
        }
        Unreadable::OldOffice
        | Unreadable::OutlookFile
        | Unreadable::Unknown
        | Unreadable::Hostile
        | Unreadable::Unavailable => {
            ["et format vi ikke leser", "eit format vi ikkje les", "a format that is not read"]
        }
    };
    reader.pick(all[0], all[1], all[2])
}

#[cfg(test)]
mod tests {
    use super::{Contents, Unread, sentence, why};
    use crate::{
        case::{Access, Case, Document, Entry},
        port::Unreadable,
    };
    use jiff::Timestamp;
    use vocabulary::{CaseNumber, Language};

    fn code(code: &str) -> Access {
        Access { code: (!code.is_empty()).then(|| code.into()), legal_basis: None }
    }

    fn paper(title: &str, own: &str, unread: Option<Unreadable>) -> Document {
        let text = if unread.is_none() { "Gebyret er 12 500 kroner.".into() } else { String::new() };
        Document { title: title.into(), text, access: code(own), unread, ..Document::default() }
    }

    fn case(documents: Vec<Document>) -> Case {
        let entry = Entry { number: 2, title: "Søknad".into(), access: code("UO"), documents, ..Entry::default() };
        Case {
            system: "noark".into(),
            number: CaseNumber { year: 2026, sequence: 77 },
            title: "Garasje".into(),
            public_title: None,
            status: "B".into(),
            opened: None,
            closed: None,
            responsible: None,
            access: Access::default(),
            parties: Vec::new(),
            estates: Vec::new(),
            entries: vec![entry],
        }
    }

    #[test]
    fn what_was_not_read_is_no_source_and_is_told_with_its_entry_and_its_access() {
        let all = vec![
            paper("Vedtak", "", None),
            paper("Kart", "", Some(Unreadable::NoText)),
            paper(" ", "P", Some(Unreadable::Encrypted)),
        ];
        let contents = Contents::of(&case(all), Timestamp::UNIX_EPOCH);
        let titles: Vec<&str> = contents.sources.iter().map(|source| source.title.as_str()).collect();
        assert_eq!(titles, ["Garasje", "Vedtak"]);
        assert!(contents.sources.iter().all(|source| !source.text.contains("Kart")), "{:?}", contents.sources);
        let of = |title: &str, own: &str, why| Unread {
            record: "2026/77-2".into(),
            title: title.into(),
            access: code(own),
            why,
        };
        assert_eq!(contents.unread, [of("Kart", "UO", Unreadable::NoText), of("Søknad", "P", Unreadable::Encrypted)]);
    }

    #[test]
    fn three_are_named_and_the_rest_is_counted() {
        let of = |title: &str| Unread {
            record: "2026/77-2".into(),
            title: title.into(),
            access: Access::default(),
            why: Unreadable::NoText,
        };
        let all = ["Kart", "", "Foto", "Skisse", "Plan"].map(of);
        for (count, reader, is) in [
            (0, Language::Nb, None),
            (1, Language::Nb, Some("Ikke lest: «Kart» (skannet uten tekst). Svaret bygger ikke på det.")),
            (1, Language::Nn, Some("Ikkje lese: «Kart» (skanna utan tekst). Svaret byggjer ikkje på det.")),
            (
                2,
                Language::En,
                Some("Not read: «Kart» (a scan without text), «2026/77-2» (a scan without text). The reply"),
            ),
            (
                5,
                Language::Nb,
                Some("(skannet uten tekst), «Foto» (skannet uten tekst) og 2 til. Svaret bygger ikke på dem."),
            ),
        ] {
            let told = sentence(&all[..count], reader);
            assert_eq!(told.is_some(), is.is_some(), "{count}");
            let is = is.unwrap_or_default();
            assert!(told.iter().all(|told| told.contains(is) && !told.contains('{')), "{told:?}");
        }
    }

    #[test]
    fn every_reason_has_its_few_words_in_each_language() {
        for (reason, code) in Unreadable::ALL {
            let said = [Language::Nb, Language::Nn, Language::En].map(|reader| why(*reason, reader));
            assert!(said.iter().all(|said| (5..30).contains(&said.chars().count())), "{code}: {said:?}");
        }
    }
}
