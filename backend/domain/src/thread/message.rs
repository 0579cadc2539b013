//! One mail as it came (e-post): what Graph, Gmail or a file gave, not yet understood.

use jiff::Timestamp;
use vocabulary::MailId;

/// Somebody's name and address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Display name, if given.
    pub name: Option<String>,
    /// The address, lower case.
    pub address: String,
}

/// What is known of an attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// File name.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 in hex, where the content was at hand.
    pub sha256: Option<String>,
    /// Shown inside the text.
    pub inline: bool,
}

/// One mail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The mailbox's id; absent for a file or a mail recovered from quotes.
    pub id: Option<MailId>,
    /// RFC 5322 Message-ID, with its angle brackets.
    pub internet_id: Option<String>,
    /// Sender.
    pub from: Address,
    /// Reply-To, when it is not the sender.
    pub reply_to: Vec<Address>,
    /// To.
    pub to: Vec<Address>,
    /// Cc.
    pub cc: Vec<Address>,
    /// Bcc; only ever seen on mail of our own.
    pub bcc: Vec<Address>,
    /// When it was received (sent, where that is all that is known).
    pub date: Option<Timestamp>,
    /// Subject.
    pub subject: String,
    /// The whole body as plain text, quotes included.
    pub text: String,
    /// What is attached.
    pub attachments: Vec<Attachment>,
    /// What our own server's Authentication-Results says; `None` where the header is missing.
    pub authenticated: Option<bool>,
    /// A draft of our own.
    pub draft: bool,
}
