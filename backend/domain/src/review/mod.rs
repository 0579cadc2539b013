//! Who agreed (godkjenning): a second person's ruling over exactly one text, never by an author, each finding ticked.

use crate::check::Checked;
use jiff::Timestamp;
use vocabulary::PersonId;

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
    /// Returning needs a word to the author.
    #[error("a comment is missing")]
    CommentMissing,
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
