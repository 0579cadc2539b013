//! The team lead's queue (til godkjenning), the log of a draft, and the person at the screen.

use crate::operation::AttachedFile;
use serde::{Deserialize, Serialize};
use vocabulary::{CaseNumber, Code, DraftId, GateMode, PersonId, Role, Severity};

/// One draft that waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
pub struct QueueItem {
    /// Which.
    pub draft: DraftId,
    /// The citizen's name.
    pub from_name: String,
    /// The case, when attached.
    pub case: Option<CaseNumber>,
    /// What it is about: the kinds of findings, heaviest first.
    pub topics: Vec<Code>,
    /// The heaviest.
    pub severity: Severity,
    /// Whether the caller may decide it (false for one's own).
    pub decidable: bool,
    /// Whether it stands among the caller's own to decide: addressed to nobody, to them, or to one they stand in for; or decided by them before.
    pub mine: bool,
    /// Whether the house's limit, or the citizen's by law, has passed.
    pub overdue: bool,
    /// Who wrote which revision, how long it has waited, by when, for whom, whether it was reminded of, and which clock of the law presses: in
    /// words.
    pub told: String,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
pub struct LogLine {
    /// RFC 3339.
    pub at: String,
    /// Who, by name where known.
    pub who: String,
    /// What: the action's name, for example `draft_prepared`.
    pub action: String,
    /// Which revision, where it concerns one.
    pub revision: Option<u32>,
    /// The number of the entry in the trail.
    pub entry: u64,
}

/// The person at the screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
pub struct Me {
    /// Display name.
    pub name: String,
    /// The municipality's name.
    pub tenant: String,
    /// What they are trusted with.
    pub roles: Vec<Role>,
    /// How many drafts wait for them.
    pub waiting: u32,
    /// How many of these are overdue or reminded of.
    pub pressing: u32,
    /// How many of their own drafts wait for a second person.
    pub pending: u32,
    /// How many of these are overdue.
    pub overdue: u32,
    /// Who is known to approve.
    pub approvers: Vec<Approver>,
    /// Their own drafts that came back, the last first.
    pub decided: Vec<Decided>,
    /// The signature they registered.
    pub signature: Option<Signature>,
    /// How the gate at Send works now.
    pub gate: GateMode,
}

/// A draft that came back from the second person; nothing of its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
pub struct Decided {
    /// Which.
    pub draft: DraftId,
    /// The citizen's name.
    pub from_name: String,
    /// Who decided.
    pub by: String,
    /// Approved (`true`) or returned.
    pub approved: bool,
}

/// What a person's mail client puts below every mail of theirs (signatur).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
pub struct Signature {
    /// Its lines.
    pub text: String,
    /// The pictures in it.
    pub images: Vec<AttachedFile>,
}

/// Somebody who is known to approve (godkjenner): they signed in with the role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
pub struct Approver {
    /// The account.
    pub id: PersonId,
    /// Display name.
    pub name: String,
    /// Whether it is the caller.
    pub own: bool,
    /// Until when they are away and who stands in, in words; empty for who is there.
    pub told: String,
}
