//! A case (sak) in a case system, in neutral words shaped after Noark 5.

use crate::unreadable::Unreadable;
use jiff::civil::Date;
use vocabulary::{CaseNumber, PersonId};

/// Who may see something (tilgang): no code is open; any code is restricted, an unknown one too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// The body's own code, for example `UO`.
    pub code: Option<String>,
    /// The provision it rests on, for example `offl. § 13`.
    pub legal_basis: Option<String>,
}

impl Access {
    /// Whether anyone may see it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.code.is_none()
    }
}

/// Somebody with a part in the case (part, korrespondansepart).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// Role, as the case system words it (`applicant`, `EA`, `EM` …).
    pub role: String,
    /// Name.
    pub name: String,
    /// Address, lower case.
    pub email: Option<String>,
}

/// The one in the house who answers for the case (saksansvarlig).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responsible {
    /// Name.
    pub name: String,
    /// Address.
    pub email: Option<String>,
    /// Unit.
    pub unit: Option<String>,
    /// Account, where the case system knows it; an address is for showing and opens nothing.
    pub account: Option<PersonId>,
}

/// Where a system keeps a file (filreferanse): the system's own matter, opaque to everybody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRef(pub String);

/// A document of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Title.
    pub title: String,
    /// Its text; empty until the system is asked for it.
    pub text: String,
    /// Where the system keeps its file, when the text is still to be fetched.
    pub file: Option<FileRef>,
    /// Who may see it, where it is more restricted than its entry.
    pub access: Access,
    /// Why it has no text although it was asked for; none while it was not, and where it was read.
    pub unread: Option<Unreadable>,
}

/// An entry in the case's journal (journalpost).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Number within the case.
    pub number: u32,
    /// Noark code: `I` in, `U` out, `N`/`X` internal, `S` case draft.
    pub kind: String,
    /// The document's date.
    pub date: Option<Date>,
    /// Title.
    pub title: String,
    /// Who may see it; the stricter of this and the case's counts.
    pub access: Access,
    /// Senders and recipients.
    pub correspondents: Vec<Party>,
    /// Documents.
    pub documents: Vec<Document>,
}

/// A case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The system it was read from, for example `register`.
    pub system: String,
    /// Its number.
    pub number: CaseNumber,
    /// Its title in the house.
    pub title: String,
    /// Its title to the public, where another.
    pub public_title: Option<String>,
    /// Noark code: `B` being handled, `A` closed …
    pub status: String,
    /// Opened.
    pub opened: Option<Date>,
    /// Closed.
    pub closed: Option<Date>,
    /// Who answers for it.
    pub responsible: Option<Responsible>,
    /// Who may see it.
    pub access: Access,
    /// Parties.
    pub parties: Vec<Party>,
    /// Properties, as `4999-47/690`.
    pub estates: Vec<String>,
    /// Entries in order.
    pub entries: Vec<Entry>,
}

impl Case {
    /// Whether this address belongs to a party, or to a correspondent of an entry.
    #[must_use]
    pub fn knows(&self, address: &str) -> bool {
        let same = |party: &Party| party.email.as_deref().is_some_and(|email| email.eq_ignore_ascii_case(address));
        self.parties.iter().any(same) || self.entries.iter().flat_map(|entry| &entry.correspondents).any(same)
    }
}
