//! Cases that anyone may see (åpne saker), as they are searched; what is restricted is not in the index at all.

use crate::{row::CaseRow, search::Corpus};
use domain::{
    case::{Access, Case, Entry},
    evidence::{Origin, Source, word},
};
use jiff::Timestamp;
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
    let ends = [" – ", " - ", " — "].into_iter().filter_map(|dash| title.find(dash));
    word::stems(&title[..ends.min().unwrap_or(title.len())])
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
    if let Some((entry, document)) = answer.and_then(|entry| Some((entry, entry.documents.first()?))) {
        text.push_str(&format!("\n\nSvaret i den saken, «{}»:\n{}", entry.title, document.text.trim()));
    }
    Source {
        origin: Origin::Similar,
        system: crate::register::SYSTEM.to_owned(),
        record: case.number.to_string(),
        title: format!("Lignende sak: {title}"),
        date: case.closed.or(case.opened),
        valid_from: None,
        valid_to: None,
        access: Access::default(),
        case: None,
        parties: Vec::new(),
        url: None,
        unit: case.responsible.and_then(|one| one.unit),
        text,
        retrieved,
    }
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
