//! Mail (postkasse), read and written in a person's name.

use super::{Failure, Grant};
use crate::{dossier::MailKey, thread::Message};
use async_trait::async_trait;
use jiff::Timestamp;
use vocabulary::{ConversationId, MailId};

/// A mailbox system (Graph, Gmail).
#[async_trait]
pub trait Mailbox: Send + Sync {
    /// Every mail of the conversation, drafts marked as such, in any order; never a part of it in silence.
    async fn conversation(&self, grant: &Grant, key: &MailKey) -> Result<Vec<Message>, Failure>;
    /// The header lines of one mail, in their order.
    async fn header(&self, grant: &Grant, key: &MailKey) -> Result<Vec<(String, String)>, Failure>;
    /// Whether this person may read a mailbox now; `None` is their own. Reads no mail.
    async fn is_open(&self, grant: &Grant, mailbox: Option<&str>) -> Result<bool, Failure>;
    /// A mail as it came or left, whole (MIME).
    async fn mime(&self, grant: &Grant, mailbox: Option<&str>, mail: &MailId) -> Result<Vec<u8>, Failure>;
    /// Makes a reply draft to the mail: this HTML above the quote, to these people and nobody else; nothing is sent.
    async fn create_reply(&self, grant: &Grant, key: &MailKey, letter: (&str, &[String])) -> Result<MailId, Failure>;
    /// A draft that we made, wherever it lies now; `Message::draft` says whether it is one still. `None` where it is gone.
    async fn made(&self, grant: &Grant, mailbox: Option<&str>, mail: &MailId) -> Result<Option<Message>, Failure>;
    /// Orders a draft to be sent, once. After a failure nobody knows whether it was taken, but for `Denied`, which took nothing.
    async fn send(&self, grant: &Grant, mailbox: Option<&str>, mail: &MailId) -> Result<(), Failure>;
    /// Throws a draft away.
    async fn discard(&self, grant: &Grant, mailbox: Option<&str>, mail: &MailId) -> Result<(), Failure>;
    /// Mails in Sent Items of the conversation since a time, with text and recipients.
    // Four arguments and the plug itself; the lint counts that too.
    #[allow(clippy::too_many_arguments)]
    async fn sent(
        &self,
        grant: &Grant,
        mailbox: Option<&str>,
        conversation: &ConversationId,
        since: Timestamp,
    ) -> Result<Vec<Message>, Failure>;
}
