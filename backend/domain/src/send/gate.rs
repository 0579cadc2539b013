//! The comparison at Send (sluse): the sealed block whole and first, after it only what is known; anything else counts as changed.

use crate::thread::Attachment;
use vocabulary::{ConversationId, Reference};

/// A mail as it is about to leave; addresses lower case, text from the client's HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outgoing {
    /// The reference found.
    pub reference: Option<Reference>,
    /// The conversation, where the client knew it.
    pub conversation: Option<ConversationId>,
    /// Sender.
    pub from: String,
    /// To.
    pub to: Vec<String>,
    /// Cc.
    pub cc: Vec<String>,
    /// Bcc.
    pub bcc: Vec<String>,
    /// Subject as it stands.
    pub subject: String,
    /// The text a reader sees.
    pub text: String,
    /// Text that is there but not seen (white, tiny, hidden).
    pub hidden: String,
    /// Targets of links, and pictures, in the HTML.
    pub links: Vec<String>,
    /// What is attached.
    pub attachments: Vec<Attachment>,
}

/// Why the gate answers as it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Exactly the sealed mail.
    Same,
    /// Nothing to hold against it.
    Nothing,
    /// The text differs: removed words, added words, at the first difference.
    TextChanged {
        /// What stood there.
        was: String,
        /// What stands there now.
        now: String,
    },
    /// Text after the sealed block that is not known.
    TextAdded(String),
    /// Text that a reader does not see.
    HiddenText,
    /// Links or pictures that were not in the sealed text.
    LinkAdded(String),
    /// Recipients who were not sealed.
    RecipientAdded(Vec<String>),
    /// Another sender.
    SenderChanged,
    /// Another subject.
    SubjectChanged,
    /// Other attachments.
    AttachmentsChanged,
    /// Another conversation.
    OtherConversation,
    /// The seal is too old.
    Expired,
    /// A mail has already left under this seal.
    Used,
    /// The draft is not released: it waits, was returned, or has open findings.
    NotReleased,
    /// Unknown or somebody else's reference.
    UnknownReference,
    /// Unsealed text with a finding that stops.
    Findings(Vec<String>),
}

/// The gate's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It may leave.
    Allow,
    /// A person decides after reading why.
    Ask(Why),
    /// It may not leave.
    Stop(Why),
}
