//! Everything kept about one reply (utkastmappe): facts only; thread, draft and checks are made anew from them by their constructors.

use crate::{
    evidence::{CaseMatch, Item},
    review::Ruling,
    send::Seal,
    thread::Message,
};
use jiff::Timestamp;
use vocabulary::{ConversationId, DraftId, Language, MailId, Outcome, PersonId, Reference, Status};

/// Where the mail lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailKey {
    /// The mail.
    pub mail: MailId,
    /// Its conversation.
    pub conversation: ConversationId,
    /// The shared mailbox; `None` for one's own.
    pub mailbox: Option<String>,
}

/// One revision, as it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// From 1.
    pub number: u32,
    /// Who answers for it.
    pub author: PersonId,
    /// Their name.
    pub author_name: String,
    /// When.
    pub at: Timestamp,
    /// The marked body.
    pub marked: String,
    /// The footer as it will leave.
    pub footer: String,
    /// Language of the reply.
    pub language: Language,
    /// What the writer could make of it.
    pub outcome: Outcome,
    /// Who will get it.
    pub recipients: Vec<String>,
    /// `builtin`, the name of a model endpoint, or `person`.
    pub writer: String,
    /// The version of the house rules.
    pub rules: u32,
}

/// Asked for a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Who asked.
    pub by: PersonId,
    /// Their name.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
    /// For which revision.
    pub revision: u32,
}

/// The whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// The draft's id.
    pub id: DraftId,
    /// The reference in its footer.
    pub reference: Reference,
    /// Where the mail lies.
    pub key: MailKey,
    /// The subject of the mail that is answered.
    pub subject: String,
    /// The mailbox the reply leaves from, lower case.
    pub from: String,
    /// The conversation as it was read.
    pub messages: Vec<Message>,
    /// The case.
    pub matched: CaseMatch,
    /// The evidence.
    pub evidence: Vec<Item>,
    /// Revisions, oldest first; never empty.
    pub revisions: Vec<Revision>,
    /// The open or last request for review.
    pub request: Option<Request>,
    /// Rulings, oldest first.
    pub rulings: Vec<Ruling>,
    /// The seal, once released.
    pub seal: Option<Seal>,
    /// Where it stands.
    pub status: Status,
    /// When it was made.
    pub created: Timestamp,
    /// Counts the saves; a save over a newer version is refused.
    pub version: u64,
}
