//! One source (kilde): an excerpt of a record with everything needed to trust it or not.

use crate::case::Access;
use jiff::{Timestamp, civil::Date};
use vocabulary::CaseNumber;

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The case's own facts: number, title, status, who is responsible.
    Case,
    /// A document of the case that came in or went out.
    Document,
    /// An internal note; never quoted outwards.
    Note,
    /// A knowledge article.
    Article,
    /// A fee schedule.
    Fee,
    /// An act or regulation.
    Law,
    /// A decision or practice.
    Decision,
    /// What we answered somebody else before (tidligere svar), in a closed case that anyone may see: its words explain, its values
    /// bear nothing.
    Answer,
    /// Another case of the same kind (lignende sak), closed: how it was answered before; never quoted outwards.
    Similar,
}

/// An excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is.
    pub origin: Origin,
    /// The system, for example `register`.
    pub system: String,
    /// The id there, for example `2026/1234-1` or `gebyr-2026`.
    pub record: String,
    /// Title.
    pub title: String,
    /// Its own date.
    pub date: Option<Date>,
    /// From when it holds.
    pub valid_from: Option<Date>,
    /// The last day it holds.
    pub valid_to: Option<Date>,
    /// Who may see it.
    pub access: Access,
    /// The case it belongs to.
    pub case: Option<CaseNumber>,
    /// Addresses of those who are party to it; they may be told of it.
    pub parties: Vec<String>,
    /// Where the original is.
    pub url: Option<String>,
    /// The unit that answers for it.
    pub unit: Option<String>,
    /// The excerpt.
    pub text: String,
    /// When it was fetched.
    pub retrieved: Timestamp,
}

impl Source {
    /// A source of the register (åpen kilde) that anyone may see, that holds always and belongs to no case; what else is known of one
    /// is named beside it.
    #[must_use]
    pub fn open(origin: Origin, record: &str, title: &str, text: &str) -> Self {
        Self {
            origin,
            system: "register".to_owned(),
            record: record.to_owned(),
            title: title.to_owned(),
            date: None,
            valid_from: None,
            valid_to: None,
            access: Access::default(),
            case: None,
            parties: Vec::new(),
            url: None,
            unit: None,
            text: text.to_owned(),
            retrieved: Timestamp::UNIX_EPOCH,
        }
    }

    /// Whether it holds on `day`; a source without dates always does.
    #[must_use]
    pub fn holds(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// Whether it is for the caseworker alone: an internal note, or somebody else's case.
    #[must_use]
    pub fn is_inward(&self) -> bool {
        matches!(self.origin, Origin::Note | Origin::Similar)
    }

    /// Whether `recipient` (an address) may be told of it: what is for the caseworker alone never, a restricted record only when they are party to it
    /// (forvaltningsloven § 13 b first paragraph no. 1).
    #[must_use]
    pub fn tellable(&self, recipient: &str) -> bool {
        let is_party = || self.parties.iter().any(|party| party.eq_ignore_ascii_case(recipient));
        !self.is_inward() && (self.access.is_open() || is_party())
    }
}
