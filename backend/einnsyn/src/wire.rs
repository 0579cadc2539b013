//! The shapes of eInnsyn that are read (journalpost, saksmappe): what is published, and nothing of what is kept from the public.

use jiff::{Timestamp, civil::Date};
use serde::Deserialize;
use serde_json::Value;

/// A page of a list.
#[derive(Debug, Deserialize)]
pub(crate) struct Page {
    pub(crate) items: Vec<Value>,
    pub(crate) next: Option<String>,
}

/// An entry of a published journal (journalpost).
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) deleted: bool,
    /// Before this it is not the public's.
    pub(crate) accessible_after: Option<String>,
    pub(crate) offentlig_tittel: String,
    pub(crate) journalposttype: String,
    pub(crate) journalpostnummer: u32,
    pub(crate) journaldato: String,
    pub(crate) dokumentets_dato: Option<String>,
    /// The unit by name.
    pub(crate) administrativ_enhet: Option<String>,
    /// Its id, or all of it where that was asked for.
    #[serde(default)]
    pub(crate) saksmappe: Value,
    /// Likewise the body.
    #[serde(default)]
    pub(crate) journalenhet: Value,
}

impl Entry {
    /// Whether anyone may see it at this time; one whose time cannot be read is not the public's yet.
    pub(crate) fn is_open(&self, now: Timestamp) -> bool {
        let from = self.accessible_after.as_deref().map(str::parse::<Timestamp>);
        !self.deleted && from.is_none_or(|from| from.is_ok_and(|from| from <= now))
    }

    /// The document's own date, else the journal's.
    pub(crate) fn date(&self) -> Option<Date> {
        self.dokumentets_dato.as_ref().unwrap_or(&self.journaldato).parse().ok()
    }
}

/// A case folder (saksmappe), as far as it is told beside an entry.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Folder {
    pub(crate) saksnummer: String,
    pub(crate) offentlig_tittel: String,
}

/// A body (enhet).
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Body {
    pub(crate) navn: String,
}
