//! Which case a mail belongs to (sakstreff): a weak match is offered, never attached.

use crate::{case::Case, thread::Thread};
use vocabulary::{CaseNumber, Match};

/// Why a case was taken, or not; the words are the reader's language's matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Our reference, or the number in the mail, and the sender is party or correspondent.
    NumberAndParty,
    /// A person chose it.
    Chosen,
    /// The number stands in the mail, but the sender is no party.
    NumberFromStranger,
    /// The number stands in the mail, but the sender's server could not be authenticated.
    NotAuthenticated,
    /// The sender is party to cases; no number says which.
    PartyOnly,
    /// The number in the mail is no case of ours.
    UnknownNumber,
    /// Nothing points to a case.
    Nothing,
}

/// The outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseMatch {
    /// How sure.
    pub matched: Match,
    /// The case attached; only when strong.
    pub number: Option<CaseNumber>,
    /// Why.
    pub reason: Reason,
    /// The ones offered, with their titles (public ones where the case is restricted).
    pub candidates: Vec<(CaseNumber, String)>,
}

/// Matches a thread with the cases found by its numbers (`named`) and by its sender (`known`).
#[must_use]
pub fn match_case(_thread: &Thread, _named: &[Case], _known: &[Case]) -> CaseMatch {
    CaseMatch { matched: Match::None, number: None, reason: Reason::Nothing, candidates: Vec::new() }
}
