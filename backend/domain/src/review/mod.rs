//! Who agreed (godkjenning): a second person's ruling over exactly one text, never by an author, each finding ticked.

pub mod approver;

pub use approver::{Absence, Approver};

use crate::{
    check::{Checked, Finding},
    draft::normal::fingerprint,
};
use jiff::Timestamp;
use vocabulary::{Code, PersonId, Severity};

/// A second person's word, as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// Who.
    pub by: PersonId,
    /// Their name, for showing.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
    /// Over which revision.
    pub revision: u32,
    /// Over which text, recipients and attachments.
    pub fingerprint: String,
    /// Approved or returned.
    pub approve: bool,
    /// The keys of the findings ticked.
    pub ticked: Vec<String>,
    /// A word to the author.
    pub comment: String,
    /// The text the second person would rather see (marked body), sent back with a return. Whoever adopts it is its author; the second
    /// person has not edited the draft, and may still approve it.
    pub proposal: Option<String>,
}

impl Ruling {
    /// Whether the other one says the same of the same text; when it was said does not count.
    #[must_use]
    pub fn repeats(&self, other: &Self) -> bool {
        let sorted = |keys: &[String]| {
            let mut keys = keys.to_vec();
            keys.sort();
            keys.dedup();
            keys
        };
        self.by == other.by
            && self.revision == other.revision
            && self.fingerprint == other.fingerprint
            && self.approve == other.approve
            && self.comment.trim() == other.comment.trim()
            && self.proposal == other.proposal
            && sorted(&self.ticked) == sorted(&other.ticked)
    }
}

/// Why a ruling does not count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The reviewer wrote or edited it.
    #[error("an author cannot approve the draft")]
    OwnDraft,
    /// A finding stops it; nobody can approve that.
    #[error("a finding stops the draft")]
    Stopped,
    /// Something is still to be filled in.
    #[error("a gap is open")]
    OpenGap,
    /// These findings were not ticked.
    #[error("not every finding is ticked")]
    NotTicked(Vec<String>),
    /// The text is no longer the one that was read.
    #[error("the draft has changed")]
    Changed,
    /// Returning without a text of one's own, or letting a decision out by e-mail, needs a word.
    #[error("a comment is missing")]
    CommentMissing,
}

impl Refusal {
    /// Its stable name, for the trail.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::OwnDraft => "own_draft",
            Self::Stopped => "stopped",
            Self::OpenGap => "open_gap",
            Self::NotTicked(_) => "not_ticked",
            Self::Changed => "changed",
            Self::CommentMissing => "comment_missing",
        }
    }
}

/// A checked draft under a second person's eyes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    checked: Checked,
    revision: u32,
    authors: Vec<PersonId>,
}

/// A draft that a second person has ruled on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    checked: Checked,
    ruling: Ruling,
}

impl Review {
    /// Lays revision `revision` before a second person; `authors` are all who ever wrote or edited the draft.
    #[must_use]
    pub fn of(checked: Checked, revision: u32, authors: Vec<PersonId>) -> Self {
        Self { checked, revision, authors }
    }

    /// Takes the second person's word. Approval needs every `Verify` finding ticked, no open gap and no `Stop` finding, but one:
    /// a decision (enkeltvedtak) may leave when its finding is ticked (the recipient has accepted electronic notice and the
    /// channel is fit for the content, eForvaltningsforskriften § 8) and the reason stands in the comment.
    ///
    /// # Errors
    /// [`Refusal`]: the first reason why the word does not count.
    pub fn decide(self, ruling: Ruling) -> Result<Reviewed, Refusal> {
        if self.authors.contains(&ruling.by) {
            return Err(Refusal::OwnDraft);
        }
        if ruling.revision != self.revision || ruling.fingerprint != fingerprint(self.checked.draft()) {
            return Err(Refusal::Changed);
        }
        let told = !ruling.comment.trim().is_empty() || ruling.proposal.is_some();
        if ruling.approve {
            approvable(self.checked.findings(), self.checked.draft().gaps(), &ruling)?;
        } else if !told {
            return Err(Refusal::CommentMissing);
        }
        Ok(Reviewed { checked: self.checked, ruling })
    }
}

fn approvable(findings: &[Finding], gaps: &[String], ruling: &Ruling) -> Result<(), Refusal> {
    let stops = || findings.iter().filter(|finding| finding.severity == Severity::Stop);
    if stops().any(|finding| finding.code != Code::Decision) {
        return Err(Refusal::Stopped);
    }
    if !gaps.is_empty() {
        return Err(Refusal::OpenGap);
    }
    let must_tick = findings.iter().filter(|finding| finding.severity >= Severity::Verify);
    let missing: Vec<String> = must_tick.map(Finding::key).filter(|key| !ruling.ticked.contains(key)).collect();
    if !missing.is_empty() {
        return Err(Refusal::NotTicked(missing));
    }
    let unreasoned = stops().next().is_some() && ruling.comment.trim().is_empty();
    if unreasoned { Err(Refusal::CommentMissing) } else { Ok(()) }
}

impl Reviewed {
    /// The draft that was ruled on.
    #[must_use]
    pub fn checked(&self) -> &Checked {
        &self.checked
    }

    /// The ruling.
    #[must_use]
    pub fn ruling(&self) -> &Ruling {
        &self.ruling
    }

    /// Whether it was approved (else returned).
    #[must_use]
    pub fn is_approved(&self) -> bool {
        self.ruling.approve
    }
}

#[cfg(test)]
mod tests;
