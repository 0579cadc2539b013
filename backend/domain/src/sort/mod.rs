//! What kind of mail it is (sortering): the one action proposed, why, and how sure; a person confirms it.
//!
//! Rules over structure and words come first, because they can be explained and hold from the first day; what a tenant's confirmed
//! mails taught is mixed in once there is enough of it, and never over what the law makes of a mail.

pub mod body;
pub mod bulk;
mod envelope;
pub mod learned;
pub(crate) mod lexicon;
mod look;
pub(crate) mod matter;
mod neighbour;
mod reason;
mod request;
mod rules;
#[cfg(test)]
mod tests;
mod unit;

use crate::{
    evidence::{CaseMatch, Source},
    thread::Thread,
};
pub use bulk::Bulk;
pub use envelope::Envelope;
pub use learned::Learned;
use look::Look;
pub use reason::Reason;
pub use unit::{House, Unit};

/// The action proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Belongs to a case and asks nothing (journalføres).
    Journal,
    /// Ours, another unit's (videresendes).
    Forward,
    /// Needs nobody (slettes).
    Delete,
    /// Another body's (feil mottaker).
    WrongRecipient,
    /// Access to documents or own data (innsynskrav).
    AccessRequest,
    /// A decision is not accepted (klage).
    Complaint,
    /// Asks something that is ours to answer (spørsmål).
    Question,
}

/// Whether it is journalled (journalføring), arkivforskrifta § 14: both must hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// It has value as evidence (verdi som dokumentasjon).
    pub value_as_evidence: bool,
    /// It is or becomes part of the handling of a case (saksbehandlet).
    pub case_handled: bool,
}

/// What is known of one mail.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The mail and what it quotes.
    pub thread: &'a Thread,
    /// How it was made.
    pub envelope: Envelope,
    /// The case found.
    pub matched: &'a CaseMatch,
    /// What the records say to its questions.
    pub sources: &'a [Source],
    /// The municipality.
    pub house: &'a House,
    /// What confirmed mails taught, if anything is kept.
    pub learned: Option<&'a Learned>,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The action.
    pub class: Class,
    /// The id of the unit to forward to; only with [`Class::Forward`].
    pub forward_to: Option<String>,
    /// How sure, 0 to 1; below a half a person should look closely.
    pub confidence: f32,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
    /// Whether it is journalled.
    pub journal: Journal,
}

/// Proposes what to do with a mail.
#[must_use]
pub fn propose(facts: &Facts) -> Proposal {
    let look = Look::of(facts);
    let ruled = rules::ruled(&look);
    match facts.learned.filter(|learned| learned.weight() > 0.0) {
        Some(learned) => look.mixed(ruled, learned),
        None => ruled,
    }
}
