//! A mailbox in memory.

use super::{held, told};
use crate::{
    dossier::MailKey,
    port::{Failure, FailureKind, Grant, Mailbox},
    thread::Message,
};
use async_trait::async_trait;
use jiff::Timestamp;
use std::{collections::HashMap, sync::Mutex};
use vocabulary::{ConversationId, MailId};

/// Conversations, and what was sent in them.
#[derive(Debug, Default)]
pub struct Post {
    mails: Mutex<HashMap<ConversationId, Vec<Message>>>,
    sent: Mutex<HashMap<ConversationId, Vec<Message>>>,
    headers: Mutex<HashMap<MailId, Vec<(String, String)>>>,
    replies: Mutex<Vec<String>>,
    failing: Mutex<Option<FailureKind>>,
    closed_to: Mutex<Vec<String>>,
}

impl Post {
    /// A mail comes in.
    pub fn receive(&self, conversation: &ConversationId, message: Message) {
        held(&self.mails).entry(conversation.clone()).or_default().push(message);
    }

    /// A mail goes out: it lies in Sent Items, and in the conversation.
    pub fn send(&self, conversation: &ConversationId, message: Message) {
        held(&self.sent).entry(conversation.clone()).or_default().push(message.clone());
        self.receive(conversation, message);
    }

    /// A mail's header gets one more line.
    pub fn head(&self, mail: &MailId, name: &str, value: &str) {
        held(&self.headers).entry(mail.clone()).or_default().push((name.to_owned(), value.to_owned()));
    }

    /// Makes every call fail from now on, or succeed again.
    pub fn fail(&self, kind: Option<FailureKind>) {
        *held(&self.failing) = kind;
    }

    /// Takes shared mailboxes away from who holds this token.
    pub fn close_to(&self, token: &str) {
        held(&self.closed_to).push(token.to_owned());
    }

    /// The HTML of the reply drafts that were made.
    #[must_use]
    pub fn replies(&self) -> Vec<String> {
        held(&self.replies).clone()
    }
}

#[async_trait]
impl Mailbox for Post {
    async fn conversation(&self, _grant: &Grant, key: &MailKey) -> Result<Vec<Message>, Failure> {
        told(*held(&self.failing), "graph")?;
        let mails = held(&self.mails).get(&key.conversation).cloned();
        mails.ok_or_else(|| Failure::new(FailureKind::NotFound, "graph", "no such conversation"))
    }

    async fn header(&self, _grant: &Grant, key: &MailKey) -> Result<Vec<(String, String)>, Failure> {
        told(*held(&self.failing), "graph")?;
        Ok(held(&self.headers).get(&key.mail).cloned().unwrap_or_default())
    }

    async fn is_open(&self, grant: &Grant, mailbox: Option<&str>) -> Result<bool, Failure> {
        told(*held(&self.failing), "graph")?;
        let is_closed = held(&self.closed_to).iter().any(|token| token == grant.token.reveal());
        Ok(mailbox.is_none() || !is_closed)
    }

    async fn create_reply(&self, _grant: &Grant, _key: &MailKey, html: &str) -> Result<MailId, Failure> {
        told(*held(&self.failing), "graph")?;
        let mut replies = held(&self.replies);
        replies.push(html.to_owned());
        Ok(MailId::new(format!("reply-{}", replies.len())))
    }

    async fn sent(
        &self,
        _grant: &Grant,
        _mailbox: Option<&str>,
        conversation: &ConversationId,
        since: Timestamp,
    ) -> Result<Vec<Message>, Failure> {
        told(*held(&self.failing), "graph")?;
        let sent = held(&self.sent).get(conversation).cloned().unwrap_or_default();
        Ok(sent.into_iter().filter(|mail| mail.date.is_none_or(|date| date >= since)).collect())
    }
}
