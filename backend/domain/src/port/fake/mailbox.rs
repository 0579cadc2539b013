//! A mailbox in memory.

use super::{Tags, held, told};
use crate::{
    dossier::MailKey,
    port::{Failure, FailureKind, Grant, Mailbox, Reader},
    thread::{Address, Message},
};
use async_trait::async_trait;
use jiff::Timestamp;
use std::{
    collections::{HashMap, VecDeque},
    sync::Mutex,
};
use vocabulary::{ConversationId, MailId};

/// What goes wrong with one call that writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is done, and the call fails so.
    Before(FailureKind),
    /// It is done, and the answer is lost.
    After(FailureKind),
}

/// Conversations, and what was sent in them.
#[derive(Debug, Default)]
pub struct Post {
    mails: Mutex<HashMap<ConversationId, Vec<Message>>>,
    sent: Mutex<HashMap<ConversationId, Vec<Message>>>,
    headers: Mutex<HashMap<MailId, Vec<(String, String)>>>,
    drafts: Mutex<Vec<(ConversationId, Message)>>,
    faults: Mutex<VecDeque<Option<Fault>>>,
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

    /// The reply drafts that were made, those that were sent too.
    #[must_use]
    pub fn drafts(&self) -> Vec<Message> {
        held(&self.drafts).iter().map(|(_, mail)| mail.clone()).collect()
    }

    /// What is sent in a conversation.
    #[must_use]
    pub fn sent_in(&self, conversation: &ConversationId) -> Vec<Message> {
        held(&self.sent).get(conversation).cloned().unwrap_or_default()
    }

    /// The next calls that write (make a draft, send, discard) go wrong, one each; `None` lets one through.
    pub fn fault(&self, faults: impl IntoIterator<Item = Option<Fault>>) {
        held(&self.faults).extend(faults);
    }

    /// Does a call that writes, or not, as scripted.
    fn written<T>(&self, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
        told(*held(&self.failing), "graph")?;
        let fault = held(&self.faults).pop_front().flatten();
        match fault {
            Some(Fault::Before(kind)) => Err(Failure::new(kind, "graph", "as scripted")),
            Some(Fault::After(kind)) => work().and(Err(Failure::new(kind, "graph", "as scripted, but done"))),
            None => work(),
        }
    }

    fn draft(&self, key: &MailKey, html: &str, to: &[String]) -> Result<MailId, Failure> {
        let mut drafts = held(&self.drafts);
        let id = MailId::new(format!("reply-{}", drafts.len() + 1));
        let address = |address: &String| Address { name: None, address: address.clone() };
        let mail = Message {
            id: Some(id.clone()),
            internet_id: Some(format!("<{}@fjordvik.kommune.no>", id.as_str())),
            from: Address { name: None, address: key.mailbox.clone().unwrap_or_default() },
            to: to.iter().map(address).collect(),
            text: Tags.plain(html).text,
            draft: true,
            ..Message::default()
        };
        drafts.push((key.conversation.clone(), mail));
        Ok(id)
    }

    fn leave(&self, mail: &MailId) -> Result<(), Failure> {
        let mut drafts = held(&self.drafts);
        let found = drafts.iter_mut().find(|(_, draft)| draft.id.as_ref() == Some(mail) && draft.draft);
        let (conversation, draft) =
            found.ok_or_else(|| Failure::new(FailureKind::NotFound, "graph", "no such draft"))?;
        draft.draft = false;
        let (conversation, sent) = (conversation.clone(), draft.clone());
        drop(drafts);
        self.send(&conversation, sent);
        Ok(())
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

    async fn mime(&self, _: &Grant, _: Option<&str>, mail: &MailId) -> Result<Vec<u8>, Failure> {
        told(*held(&self.failing), "graph")?;
        let all = held(&self.mails);
        let found = all.values().flatten().find(|one| one.id.as_ref() == Some(mail));
        let found = found.ok_or_else(|| Failure::new(FailureKind::NotFound, "graph", "no such mail"))?;
        let id = found.internet_id.as_deref().unwrap_or_default();
        Ok(format!("Message-ID: {id}\r\nSubject: {}\r\n\r\n{}\r\n", found.subject, found.text).into_bytes())
    }

    async fn create_reply(&self, _: &Grant, key: &MailKey, letter: (&str, &[String])) -> Result<MailId, Failure> {
        self.written(|| self.draft(key, letter.0, letter.1))
    }

    async fn made(&self, _: &Grant, _: Option<&str>, mail: &MailId) -> Result<Option<Message>, Failure> {
        told(*held(&self.failing), "graph")?;
        Ok(self.drafts().into_iter().find(|draft| draft.id.as_ref() == Some(mail)))
    }

    async fn send(&self, _: &Grant, _: Option<&str>, mail: &MailId) -> Result<(), Failure> {
        self.written(|| self.leave(mail))
    }

    async fn discard(&self, _: &Grant, _: Option<&str>, mail: &MailId) -> Result<(), Failure> {
        self.written(|| {
            held(&self.drafts).retain(|(_, draft)| draft.id.as_ref() != Some(mail) || !draft.draft);
            Ok(())
        })
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
