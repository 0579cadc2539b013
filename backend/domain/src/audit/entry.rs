//! One entry of the trail (loggpost).

use jiff::Timestamp;
use vocabulary::{CaseNumber, DraftId, PersonId};

/// What was done; the names are stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Action {
    OperationOpened,
    OperationClosed,
    OperationFailed,
    OperationUnfinished,
    DraftPrepared,
    DraftShown,
    DraftRevised,
    DraftTakenOver,
    ReviewRequested,
    DraftApproved,
    DraftReturned,
    ReviewRefused,
    DraftReleased,
    SendAllowed,
    SendAsked,
    SendStopped,
    DraftSent,
    TrailExported,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// Who; `None` for the gate and the clock.
    pub person: Option<PersonId>,
    /// What.
    pub action: Action,
    /// Which draft.
    pub draft: Option<DraftId>,
    /// Which revision.
    pub revision: Option<u32>,
    /// Which case.
    pub case: Option<CaseNumber>,
    /// Under which request (trace id).
    pub trace: Option<String>,
    /// Named facts without personal text: operation, reason, rule version, ids of sources, salted SHA-256 commitments of texts.
    pub facts: Vec<(String, String)>,
}
