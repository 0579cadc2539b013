//! Mail through Microsoft Graph and graph-rs-sdk: a whole conversation or a clear failure, and reply drafts that nobody sends.
//!
//! `ask` puts requests together, `wire` sends one and reads its answer, `patience` and `queue` keep us welcome, `page` follows a
//! list to its end, `shape` turns Graph's JSON into mails. The SDK puts requests together and sends none: its retry, paging, concurrency limit
//! and redirects repeat POSTs, send the token to any host a page names, limit nothing, and cannot be turned off.

mod ask;
mod authenticity;
mod id;
mod page;
mod patience;
mod queue;
mod refusal;
mod reply;
mod settings;
mod shape;
#[cfg(test)]
mod tests;
mod wire;

use ask::Place;
use async_trait::async_trait;
use domain::{
    dossier::MailKey,
    port::{Chance, Clock, Failure, FailureKind, Grant, Mailbox},
    thread::Message,
};
use http::StatusCode;
use jiff::Timestamp;
pub use patience::Patience;
pub use settings::{Settings, Wrong};
use shape::{Folder, Mail};
use std::sync::Arc;
use vocabulary::{ConversationId, MailId};

/// The name of this system in failures.
const SYSTEM: &str = "graph";

/// Microsoft Graph as mailbox (postkasse).
pub struct Graph {
    client: graph_rs_sdk::GraphClient,
    sender: reqwest::Client,
    /// Where everything is sent, whatever the SDK's client holds for the address of Graph.
    home: graph_rs_sdk::http::Url,
    settings: Settings,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
    queues: queue::Queues,
}

impl Graph {
    /// Checks the settings and makes one client for all callers; nothing is asked of the network yet.
    ///
    /// # Errors
    /// [`Wrong`] names the setting and what to write instead.
    pub fn new(settings: Settings, clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Result<Self, Wrong> {
        let (client, sender, home) = settings.clients()?;
        let queues = queue::Queues::new(settings.concurrent);
        Ok(Self { client, sender, home, settings, clock, chance, queues })
    }

    /// Gives up when the whole takes too long, however lively its parts are.
    async fn in_time<T>(&self, work: impl Future<Output = Result<T, Failure>> + Send) -> Result<T, Failure> {
        let late = |_| Failure::new(FailureKind::Slow, SYSTEM, "the mailbox took too long");
        tokio::time::timeout(self.settings.total, work).await.map_err(late)?
    }

    /// The answered mail is asked for by itself as well: only so does Graph tell its headers, and only so is it sure which of the
    /// conversation's mails was meant, because the pane may know it by another form of its id.
    async fn read(&self, place: &Place<'_>, key: &MailKey) -> Result<Vec<Message>, Failure> {
        let conversation = id::conversation(&key.conversation)?;
        let mail = id::mail(&key.mail)?;
        let (found, answered) = tokio::join!(self.mails(place, &conversation), self.answered(place, &mail));
        let (mut found, answered) = (found?, answered?);
        if answered.conversation.as_deref().is_some_and(|named| id::normal(named) != conversation) {
            return Err(id::nothing("the mail belongs to another conversation"));
        }
        let asked = found.iter_mut().find(|message| message.id.as_ref().is_some_and(|id| id.as_str() == answered.id));
        let Some(asked) = asked else {
            return Err(id::nothing("the mail is not among those of its conversation"));
        };
        asked.authenticated = authenticity::of(&answered.headers, &asked.from.address);
        asked.id = Some(key.mail.clone());
        Ok(found)
    }
}

#[async_trait]
impl Mailbox for Graph {
    async fn conversation(&self, grant: &Grant, key: &MailKey) -> Result<Vec<Message>, Failure> {
        let place = Place::new(grant, key.mailbox.as_deref())?;
        self.in_time(self.read(&place, key)).await
    }

    async fn header(&self, grant: &Grant, key: &MailKey) -> Result<Vec<(String, String)>, Failure> {
        let place = Place::new(grant, key.mailbox.as_deref())?;
        let mail = id::mail(&key.mail)?;
        let answered = self.in_time(self.answered(&place, &mail)).await?;
        Ok(answered.headers.into_iter().map(|header| (header.name, header.value)).collect())
    }

    async fn is_open(&self, grant: &Grant, mailbox: Option<&str>) -> Result<bool, Failure> {
        let place = Place::new(grant, mailbox)?;
        let found = self.in_time(self.read_json::<Folder>(&place, || self.ask_inbox(&place))).await;
        match found {
            // Exchange tells of a mailbox that is not shared with somebody as one that is not there, too.
            Err(failure) if matches!(failure.kind, FailureKind::Denied | FailureKind::NotFound) => Ok(false),
            found => found.map(|_| true),
        }
    }

    async fn mime(&self, grant: &Grant, mailbox: Option<&str>, mail: &MailId) -> Result<Vec<u8>, Failure> {
        let place = Place::new(grant, mailbox)?;
        let id = id::mail(mail)?;
        self.in_time(self.read_bytes(&place, || self.ask_mime(&place, &id))).await
    }

    async fn create_reply(&self, grant: &Grant, key: &MailKey, letter: (&str, &[String])) -> Result<MailId, Failure> {
        let place = Place::new(grant, key.mailbox.as_deref())?;
        let mail = id::mail(&key.mail)?;
        self.in_time(self.reply(&place, &mail, letter)).await
    }

    async fn made(&self, grant: &Grant, mailbox: Option<&str>, mail: &MailId) -> Result<Option<Message>, Failure> {
        let place = Place::new(grant, mailbox)?;
        let id = id::mail(mail)?;
        match self.in_time(self.read_json::<Mail>(&place, || self.ask_made(&place, &id))).await {
            Ok(made) => made.into_message().map(Some),
            Err(failure) if failure.kind == FailureKind::NotFound => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    async fn send(&self, grant: &Grant, mailbox: Option<&str>, mail: &MailId) -> Result<(), Failure> {
        let place = Place::new(grant, mailbox)?;
        let id = id::mail(mail)?;
        self.in_time(self.write_done(&place, (self.ask_send(&place, &id), StatusCode::ACCEPTED))).await
    }

    async fn discard(&self, grant: &Grant, mailbox: Option<&str>, mail: &MailId) -> Result<(), Failure> {
        let place = Place::new(grant, mailbox)?;
        let id = id::mail(mail)?;
        self.in_time(self.write_done(&place, (self.ask_discard(&place, &id), StatusCode::NO_CONTENT))).await
    }

    async fn sent(
        &self,
        grant: &Grant,
        mailbox: Option<&str>,
        conversation: &ConversationId,
        since: Timestamp,
    ) -> Result<Vec<Message>, Failure> {
        let place = Place::new(grant, mailbox)?;
        let conversation = id::conversation(conversation)?;
        let found = self.in_time(self.sent_mails(&place, &conversation)).await?;
        Ok(found.into_iter().filter(|mail| !mail.draft && mail.date.is_none_or(|date| date >= since)).collect())
    }
}

/// An answer that cannot be read.
fn garbled(what: impl Into<String>) -> Failure {
    Failure::new(FailureKind::Garbled, SYSTEM, what)
}
