//! What a case itself tells (saksopplysninger): its facts as sentences, then its documents, each with who may see it.

use super::{Origin, Source};
use crate::{
    case::{Access, Case, Document, Entry, Party},
    value::month,
};
use jiff::{Timestamp, civil::Date};
use vocabulary::Language;

/// `12. januar 2026`.
fn written(day: Date) -> String {
    month::written(day, Language::Nb)
}

/// Noark's `saksstatus` in words.
fn status(code: &str) -> &str {
    match code {
        "B" => "under behandling",
        "A" => "avsluttet",
        "U" => "utgått",
        "R" => "opprettet, men ikke tatt til behandling",
        "S" => "avsluttet av saksbehandler",
        "P" => "unntatt prosesstyring",
        "F" => "ferdig behandlet",
        other => other,
    }
}

/// Whether an entry never left the house.
fn is_internal(entry: &Entry) -> bool {
    matches!(entry.kind.as_str(), "N" | "X")
}

/// Sources of a case as its system holds it: its facts first, then each document in the order of the journal.
#[must_use]
pub fn sources(case: &Case, retrieved: Timestamp) -> Vec<Source> {
    let blank = blank(case, retrieved);
    let facts = Source {
        origin: Origin::Case,
        record: case.number.to_string(),
        title: case.title.clone(),
        date: case.opened,
        access: case.access.clone(),
        parties: addresses(&case.parties, &[]),
        text: sentences(case),
        ..blank.clone()
    };
    let blank = &blank;
    let documents = case.entries.iter().flat_map(|entry| {
        let all = entry.documents.iter().filter(|document| !document.text.trim().is_empty());
        (1..).zip(all).map(move |(at, one)| document(case, entry, (at, one), blank.clone()))
    });
    std::iter::once(facts).chain(documents).collect()
}

fn blank(case: &Case, retrieved: Timestamp) -> Source {
    let unit = case.responsible.as_ref().and_then(|one| one.unit.clone());
    let system = case.system.clone();
    Source { case: Some(case.number), system, unit, retrieved, ..Source::open(Origin::Case, "", "", "") }
}

fn document(case: &Case, entry: &Entry, (at, document): (u32, &Document), blank: Source) -> Source {
    let record = record(case, entry);
    Source {
        origin: if is_internal(entry) { Origin::Note } else { Origin::Document },
        record: if at == 1 { record } else { format!("{record}/{at}") },
        title: title(entry, document).to_owned(),
        date: entry.date,
        access: access(case, entry, document),
        parties: addresses(&case.parties, &entry.correspondents),
        text: document.text.clone(),
        ..blank
    }
}

/// The entry as it is named everywhere.
pub(super) fn record(case: &Case, entry: &Entry) -> String {
    format!("{}-{}", case.number, entry.number)
}

/// A document without a title is called as its entry.
pub(super) fn title<'a>(entry: &'a Entry, document: &'a Document) -> &'a str {
    if document.title.trim().is_empty() { &entry.title } else { &document.title }
}

/// Who may see a document, of all that is said around it.
pub(super) fn access(case: &Case, entry: &Entry, document: &Document) -> Access {
    strictest(&strictest(&case.access, &entry.access), &document.access)
}

/// The restriction that counts: the inner one's own, which is the more exact one, else the outer one's. Any code restricts.
fn strictest(outer: &Access, inner: &Access) -> Access {
    if inner.is_open() { outer.clone() } else { inner.clone() }
}

/// Addresses of parties and correspondents, each once, in order.
fn addresses(parties: &[Party], correspondents: &[Party]) -> Vec<String> {
    let mut all = Vec::new();
    for address in parties.iter().chain(correspondents).filter_map(|party| party.email.as_deref()) {
        if !all.iter().any(|known| known == address) {
            all.push(address.to_owned());
        }
    }
    all
}

fn sentences(case: &Case) -> String {
    let mut all = vec![format!("Saken har saksnummer {} og gjelder «{}».", case.number, case.title)];
    all.extend(case.opened.map(|day| format!("Saken ble opprettet {}.", written(day))));
    all.push(format!("Status: {}.", status(&case.status)));
    all.extend(case.closed.map(|day| format!("Saken ble avsluttet {}.", written(day))));
    if let Some(responsible) = &case.responsible {
        let unit = responsible.unit.as_ref().map_or_else(String::new, |unit| format!(", {unit}"));
        all.push(format!("Saksansvarlig er {}{unit}.", responsible.name));
    }
    if !case.estates.is_empty() {
        all.push(format!("Saken gjelder eiendommen {}.", case.estates.join(" og ")));
    }
    all.extend(case.entries.iter().filter_map(journalled));
    all.join(" ")
}

/// What came in and went out, where anyone may know of it.
fn journalled(entry: &Entry) -> Option<String> {
    let day = written(entry.date.filter(|_| entry.access.is_open())?);
    match entry.kind.as_str() {
        "I" => Some(format!("Vi mottok «{}» {day}.", entry.title)),
        "U" => Some(format!("Vi sendte «{}» {day}.", entry.title)),
        _ => None,
    }
}
