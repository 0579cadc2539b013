//! What kind of mail it is (sortering): the one action proposed, why, and how sure; a person confirms it.
//!
//! Rules over structure and words come first, because they can be explained and hold from the first day; what a tenant's confirmed
//! mails taught is weighed against them (`weighed`): a habit of the house, told by a word that people corrected the rules for, and
//! what is likely where the rules are unsure; never over what the law makes of a mail.

pub mod body;
pub mod bulk;
mod confirmed;
mod envelope;
mod learned;
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
mod weighed;

use crate::{
    evidence::{CaseMatch, Source},
    thread::Thread,
};
pub use bulk::Bulk;
pub use confirmed::{CORRECTABLE_DAYS, Confirmed, Label, Mark, Unfit};
pub use envelope::Envelope;
pub use learned::{Features, Learned, Said};
use look::Look;
pub use reason::Reason;
pub use unit::{House, Unit};
pub use vocabulary::sort::Class;

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
    /// What confirmed mails taught, if anything is kept; of the words of this mail is enough.
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
    match facts.learned {
        Some(learned) => weighed::weighed(&look, ruled, learned),
        None => ruled,
    }
}
