//! The seal (segl): the server's memory of exactly what may leave, good for 24 hours and one sending.

use crate::{check::Checked, review::Reviewed, thread::Attachment};
use jiff::Timestamp;
use vocabulary::{ConversationId, DraftId, Reference};

/// Around the text: from where to whom, under which subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// The mailbox it leaves from, lower case.
    pub from: String,
    /// Subject of the conversation, normalised, without `Sv:`/`Re:`/`VS:` prefixes.
    pub subject: String,
    /// To, lower case.
    pub to: Vec<String>,
    /// Cc, lower case.
    pub cc: Vec<String>,
    /// Bcc, lower case.
    pub bcc: Vec<String>,
    /// What is attached.
    pub attachments: Vec<Attachment>,
}

/// A seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Names it; stands in the text's last line.
    pub reference: Reference,
    /// The draft.
    pub draft: DraftId,
    /// The revision that was released.
    pub revision: u32,
    /// The conversation.
    pub conversation: ConversationId,
    /// Around the text.
    pub envelope: Envelope,
    /// Our block in normal form.
    pub text: String,
    /// When it was made.
    pub made: Timestamp,
    /// Until when it holds.
    pub expires: Timestamp,
    /// When a mail under it was seen in Sent Items: it is dead from then on.
    pub sent: Option<Timestamp>,
}

/// A draft that may be sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// Nothing to verify was found.
    Clear(Checked),
    /// A second person approved it.
    Approved(Reviewed),
}

/// Why a draft cannot be sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Blocked {
    /// Something is still to be filled in.
    #[error("a gap is open")]
    OpenGap,
    /// A finding stops it.
    #[error("a finding stops the draft")]
    Stopped,
    /// A second person must see it first.
    #[error("a second person must approve it")]
    NeedsReview,
}

/// A sealed reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sendable {
    seal: Seal,
    letter: String,
}
