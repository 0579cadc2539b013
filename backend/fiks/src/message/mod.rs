//! The messages of the standard that are written and read (meldinger), each with its type, its file and its answers.

pub(crate) mod create;
pub(crate) mod fetch;
pub(crate) mod problem;
pub(crate) mod receipt;
pub(crate) mod result;
pub(crate) mod search;
pub(crate) mod sign_off;
#[cfg(test)]
mod tests;
pub(crate) mod update;

/// What we say we are, in every message.
pub(crate) const US: &str = "Saksvar";

/// A message that is sent (meldingstype).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A search.
    Search,
    /// A folder is asked for.
    Folder,
    /// An entry is asked for.
    Entry,
    /// A file is asked for.
    File,
    /// A code list is asked for.
    Codes,
    /// Something new.
    Create,
    /// A change.
    Update,
    /// Signing off.
    SignOff,
    /// Taking that back.
    Unsign,
}

impl Kind {
    /// The type as the standard writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Search => "no.ks.fiks.arkiv.v1.innsyn.sok",
            Self::Folder => "no.ks.fiks.arkiv.v1.innsyn.mappe.hent",
            Self::Entry => "no.ks.fiks.arkiv.v1.innsyn.registrering.hent",
            Self::File => "no.ks.fiks.arkiv.v1.innsyn.dokumentfil.hent",
            Self::Codes => "no.ks.fiks.arkiv.v1.innsyn.kodeliste.hent",
            Self::Create => "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett",
            Self::Update => "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.oppdater",
            Self::SignOff => "no.ks.fiks.arkiv.v1.arkivering.avskrivning.opprett",
            Self::Unsign => "no.ks.fiks.arkiv.v1.arkivering.avskrivning.slett",
        }
    }

    /// What its file is called in the message.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::Search => "sok.xml",
            Self::Folder => "mappe-hent.xml",
            Self::Entry => "registrering-hent.xml",
            Self::File => "dokumentfil-hent.xml",
            Self::Codes => "kodeliste-hent.xml",
            Self::Create | Self::Update => "arkivmelding.xml",
            Self::SignOff => "avskrivning-opprett.xml",
            Self::Unsign => "avskrivning-slett.xml",
        }
    }

    /// What an answer of this type means for it: that it is under way, that it is done, or nothing (of another kind of message).
    pub(crate) fn judged(self, answer: &str) -> Option<Stage> {
        let stage = answer.strip_prefix(self.name())?;
        match (self, stage) {
            (Self::Create | Self::Update | Self::SignOff | Self::Unsign, ".mottatt") => Some(Stage::Received),
            (Self::Create | Self::Update | Self::SignOff | Self::Unsign, ".kvittering")
            | (Self::Folder | Self::Entry | Self::File | Self::Codes, ".resultat")
            | (Self::Search, ".resultat.utvidet") => Some(Stage::Done),
            _ => None,
        }
    }
}

/// How far a message has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// It was received; the answer comes later.
    Received,
    /// This is the answer.
    Done,
}

/// A file of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// What it is called in the message.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A message as it is handed over to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its type.
    pub kind: Kind,
    /// Its files: the XML first.
    pub files: Vec<Attachment>,
}

impl Message {
    /// A message that is its XML alone.
    pub(crate) fn of(kind: Kind, xml: Vec<u8>) -> Self {
        Self { kind, files: vec![Attachment { name: kind.file().to_owned(), bytes: xml }] }
    }
}

/// An answer as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its type, as it was written.
    pub kind: String,
    /// The message it answers.
    pub to: String,
    /// Its files.
    pub files: Vec<Attachment>,
}
