//! A mail on its way into the journal (journalføring): the six things that must be known of it (arkivforskrifta § 15), and the mail itself.

use crate::case::Access;
use jiff::Timestamp;
use vocabulary::CaseNumber;

/// Which way a mail went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It came in (`I`).
    In,
    /// It went out (`U`).
    Out,
}

/// Somebody a mail is from or to (korrespondansepart).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correspondent {
    /// Noark code: `EA` from, `EM` to, `EK` copy, `IA`, `IM` and `IK` likewise within the house. Never for a blind copy.
    pub role: String,
    /// Name; the address where there is none.
    pub name: String,
    /// Address.
    pub email: Option<String>,
}

/// A mail as it is to stand in the journal (journalpost): the six things that must be known, and the mail itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filing {
    /// In which case.
    pub case: CaseNumber,
    /// Where that case lies, as its system is called; empty where nobody could say.
    pub system: String,
    /// Which way it went.
    pub way: Way,
    /// What it is about, in the house.
    pub title: String,
    /// What it is about, to the public: nothing in it that the access code hides.
    pub public_title: String,
    /// Who may see it, and on what ground.
    pub access: Access,
    /// When it was written: sent, or received.
    pub at: Timestamp,
    /// From whom and to whom.
    pub people: Vec<Correspondent>,
    /// `Message-ID`; the same mail is never registered twice.
    pub message_id: String,
    /// The mail, as it came or left.
    pub mime: Vec<u8>,
}

/// A mail in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// How the system finds it again; its own matter.
    pub id: String,
    /// The number people know it by, for example `2026/1234-6`.
    pub number: String,
    /// Whether it stood there before.
    pub already: bool,
}
