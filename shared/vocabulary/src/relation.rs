//! How the sender stands to the case (rolle i saken), as the records say it.

use serde::{Deserialize, Serialize};

/// What the sender of a mail is in the case; never guessed from the words of the mail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Who applied, or whose measure it is (søker, tiltakshaver).
    Applicant,
    /// Who complained (klager).
    Appellant,
    /// A neighbour (nabo, gjenboer).
    Neighbour,
    /// Acts for a party (fullmektig, advokat, verge).
    Representative,
    /// A party of another kind (annen part).
    Party,
    /// Stands in the journal as sender or recipient, and is not listed as a party (korrespondansepart).
    Correspondent,
    /// Writes from another public body (annet offentlig organ).
    Official,
    /// Is not in the case at all (utenfor saken).
    Outsider,
    /// Not known: no case is attached, or it is not known who wrote.
    #[default]
    Unknown,
}

impl Relation {
    /// Its stable name, as on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Appellant => "appellant",
            Self::Neighbour => "neighbour",
            Self::Representative => "representative",
            Self::Party => "party",
            Self::Correspondent => "correspondent",
            Self::Official => "official",
            Self::Outsider => "outsider",
            Self::Unknown => "unknown",
        }
    }
}
