//! Cases that anyone may see (åpne saker), as they are searched; what is restricted is not in the index at all.

use crate::{
    row::{Answer, CaseRow},
    search::Corpus,
};
use domain::{
    case::{Case, Document, Entry},
    evidence::{Origin, Source, earlier, word},
};
use jiff::{Span, Timestamp, civil::Date};
use std::borrow::Cow;

/// Words of a title that say what was done and not about what.
const ACTS: &str = "søknad sak melding henvendelse krav";

/// The open ones among the cases.
#[derive(Clone, Copy)]
pub(crate) struct Archive<'a> {
    pub(crate) cases: &'a [CaseRow],
    /// Their places among the cases.
    pub(crate) open: &'a [usize],
}

impl<'a> Archive<'a> {
    /// The case at a place of the corpus.
    pub(crate) fn at(&self, at: usize) -> &'a CaseRow {
        &self.cases[self.open[at]]
    }
}

impl Corpus for Archive<'_> {
    fn size(&self) -> usize {
        self.open.len()
    }
    fn title(&self, at: usize) -> Cow<'_, str> {
        Cow::Borrowed(self.at(at).title())
    }
    fn text(&self, at: usize) -> Cow<'_, str> {
        Cow::Owned(self.at(at).told())
    }
}

/// What kind of matter a title names: its words before the first dash, where the place or the person follows.
fn kind(title: &str) -> Vec<String> {
    word::stems(&title[..before_dash(title)])
}

/// Where the first dash of a title stands, or its end.
fn before_dash(title: &str) -> usize {
    let ends = [" – ", " - ", " — "].into_iter().filter_map(|dash| title.find(dash));
    ends.min().unwrap_or(title.len())
}

/// Whether two titles name the same kind of matter: all that the shorter one says stands in the longer, more than the act alone.
pub(crate) fn is_alike(one: &str, other: &str) -> bool {
    let (one, other, acts) = (kind(one), kind(other), word::stems(ACTS));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.iter().all(|word| long.contains(word)) && short.iter().any(|word| !acts.contains(word))
}

/// A closed case as a source about how such a matter was answered; it is nobody's case but its own.
pub(crate) fn similar(row: &CaseRow, retrieved: Timestamp) -> Source {
    let case: Case = row.clone().into();
    let told = |entry: &&Entry| entry.access.is_open() && entry.kind == "U";
    let answer = case.entries.iter().rev().find(told);
    let title = case.public_title.clone().unwrap_or_else(|| case.title.clone());
    let mut text = format!("Lignende sak {}, avsluttet: «{title}».", case.number);
    if let Some((entry, document)) = answer.and_then(|entry| Some((entry, open(entry).next()?))) {
        text.push_str(&format!("\n\nSvaret i den saken, «{}»:\n{}", entry.title, document.text.trim()));
    }
    Source {
        record: case.number.to_string(),
        title: format!("Lignende sak: {title}"),
        date: case.closed.or(case.opened),
        unit: case.responsible.and_then(|one| one.unit),
        text,
        ..blank(retrieved)
    }
}

/// Earlier answers older than this are not told: rules and practice have moved on.
const YEARS: i64 = 3;

/// The answers (svar på spørsmål) that went out in a closed case, open to anyone and not too old, the newest first. What is internal
/// (`N`, `X`) never left the house and answered nobody.
pub(crate) fn answers(row: &CaseRow, on: Date, retrieved: Timestamp) -> Vec<Source> {
    let case: Case = row.clone().into();
    let since = on.saturating_sub(Span::new().years(YEARS));
    let mut told: Vec<_> = case.entries.iter().filter(|entry| is_answer(entry)).collect();
    told.retain(|entry| entry.date.is_some_and(|date| since <= date && date <= on));
    told.sort_by_key(|entry| std::cmp::Reverse((entry.date, entry.number)));
    let source = |entry: &Entry| {
        let record = format!("{}-{}", case.number, entry.number);
        let texts: Vec<_> = open(entry).map(|document| document.text.trim()).collect();
        Source {
            origin: Origin::Answer,
            title: format!("Tidligere svar, {record}: {}", entry.title[..before_dash(&entry.title)].trim()),
            record,
            date: entry.date,
            unit: case.responsible.as_ref().and_then(|one| one.unit.clone()),
            text: texts.join("\n\n"),
            ..blank(retrieved)
        }
    };
    told.into_iter().map(source).collect()
}

/// Whether a mail of ours was sent before a day, and is not too old.
pub(crate) fn is_recent(mail: &Answer, on: Date) -> bool {
    on.saturating_sub(Span::new().years(YEARS)) <= mail.date.0 && mail.date.0 <= on
}

/// A mail of ours as an earlier answer; who it was written to stands nowhere in it.
pub(crate) fn mailed(mail: &Answer, retrieved: Timestamp) -> Source {
    Source {
        origin: Origin::Answer,
        system: "mail".to_owned(),
        record: mail.id.clone(),
        title: format!("Tidligere svar: {}", mail.title[..before_dash(&mail.title)].trim()),
        date: Some(mail.date.0),
        text: mail.text.clone(),
        ..blank(retrieved)
    }
}

/// The documents of an entry that no code of their own restricts.
fn open(entry: &Entry) -> impl Iterator<Item = &Document> {
    entry.documents.iter().filter(|document| document.access.is_open())
}

/// Whether anyone may read what went out with an entry, and it answers a question.
fn is_answer(entry: &Entry) -> bool {
    let has_text = || open(entry).any(|document| !document.text.trim().is_empty());
    entry.access.is_open() && entry.kind == "U" && earlier::is_answer(&entry.title) && has_text()
}

/// A source that is nobody's case but its own.
fn blank(retrieved: Timestamp) -> Source {
    Source { retrieved, ..Source::open(Origin::Similar, "", "", "") }
}

#[cfg(test)]
mod tests {
    use super::is_alike;

    #[test]
    fn the_same_kind_of_matter_is_told_by_the_words_before_the_dash() {
        for (one, other, alike) in [
            ("Søknad om tilbygg – Storgata 12", "Søknad om tilbygg – Kaia 4", true),
            ("Søknad om tilbygg – Storgata 12", "Tilbygg - Kaia 4", true),
            ("Søknad om tilbygg – Storgata 12", "Søknad om garasje – Storgata 12", false),
            ("Søknad om tilbygg", "Søknad", false),
            ("Klage på brøyting – Bergveien", "Klage på eiendomsskatt", false),
            ("Søknad – Storgata", "Søknad – Storgata", false),
        ] {
            assert_eq!(is_alike(one, other), alike, "{one} / {other}");
        }
    }
}
