//! Asking the archive (forespørsel): a message and what answers it, within a time, so many at once.

use crate::{
    Settings, failure,
    message::{Answer, Kind, Message, Stage, problem::Problem},
    transport::Transport,
    xml::Unreadable,
};
use domain::port::{Failure, FailureKind};
use std::{fmt, sync::Arc};
use tokio::{sync::Semaphore, time::Instant};

/// An archive that can be asked.
pub(crate) struct Archive {
    settings: Settings,
    transport: Arc<dyn Transport>,
    turns: Semaphore,
}

impl fmt::Debug for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.transport.carried())
    }
}

/// A message whose answers are waited for; afterwards it is forgotten, however the waiting ends.
struct Waiting<'a> {
    transport: &'a dyn Transport,
    id: String,
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.transport.forget(&self.id);
    }
}

impl Archive {
    pub(crate) fn new(settings: Settings, transport: Arc<dyn Transport>) -> Self {
        let turns = Semaphore::new(settings.concurrent.max(1));
        Self { settings, transport, turns }
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn carried(&self) -> String {
        self.transport.carried()
    }

    /// What answers a message that asks, read as its schema says.
    pub(crate) async fn read<T>(
        &self,
        message: &Message,
        read: impl FnOnce(&[u8]) -> Result<T, Unreadable>,
    ) -> Result<T, Failure> {
        let answer = self.ask(message).await?;
        let file = answer.files.first().ok_or_else(|| failure::garbled("it has no file"))?;
        if file.bytes.len() > self.settings.answer_bytes {
            return Err(failure::too_large(self.settings.answer_bytes));
        }
        read(&file.bytes).map_err(failure::unreadable)
    }

    /// The same; none where the archive says that it does not have it.
    pub(crate) async fn find<T>(
        &self,
        message: &Message,
        read: impl FnOnce(&[u8]) -> Result<Option<T>, Unreadable>,
    ) -> Result<Option<T>, Failure> {
        match self.read(message, read).await {
            Err(failure) if failure.kind == FailureKind::NotFound => Ok(None),
            told => told,
        }
    }

    /// Sends a message; the answer that ends the matter.
    pub(crate) async fn ask(&self, message: &Message) -> Result<Answer, Failure> {
        let _turn = self.turns.acquire().await;
        let patience = self.settings.timeout;
        let until = Instant::now() + patience;
        let late = || failure::slow(patience);
        let sent = tokio::time::timeout(patience, self.transport.send(message, patience)).await;
        let id = sent.map_err(|_| late())??;
        let waiting = Waiting { transport: &*self.transport, id };
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let Some(answer) = self.transport.answer(&waiting.id, left).await? else {
                let is_untouched = self.transport.forget(&waiting.id);
                return Err(if is_untouched { failure::not_taken(patience) } else { late() });
            };
            if let Some(answer) = judged(message.kind, answer)? {
                return Ok(answer);
            }
        }
    }
}

/// An answer that ends the matter; none for one that says that it is under way.
fn judged(kind: Kind, answer: Answer) -> Result<Option<Answer>, Failure> {
    match kind.judged(&answer.kind) {
        Some(Stage::Received) => return Ok(None),
        Some(Stage::Done) => return Ok(Some(answer)),
        None => {}
    }
    let problem =
        Problem::named(&answer.kind).ok_or_else(|| failure::garbled("it is of another type than was asked for"))?;
    let reference =
        answer.files.first().map(|file| problem.read(&file.bytes)).transpose().map_err(failure::unreadable)?;
    Err(failure::refused(problem, reference.as_deref().unwrap_or_default()))
}
