//! Messages within one process (sløyfe), for tests: an archive is a function from a message to its answers.

use super::Transport;
use crate::message::{Answer, Message};
use async_trait::async_trait;
use domain::port::Failure;
use futures::future::BoxFuture;
use std::{
    collections::{HashMap, VecDeque},
    fmt,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

/// An archive: what it answers to a message with this id.
type Archive = dyn Fn(String, Message) -> BoxFuture<'static, Vec<Answer>> + Send + Sync;

/// A way that ends where it begins.
pub struct Loopback {
    archive: Box<Archive>,
    waiting: Mutex<HashMap<String, VecDeque<Answer>>>,
    sent: AtomicU64,
}

impl fmt::Debug for Loopback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Loopback")
    }
}

impl Loopback {
    /// A way to this archive.
    pub fn to(archive: impl Fn(String, Message) -> BoxFuture<'static, Vec<Answer>> + Send + Sync + 'static) -> Self {
        Self { archive: Box::new(archive), waiting: Mutex::default(), sent: AtomicU64::new(0) }
    }

    fn waiting(&self) -> std::sync::MutexGuard<'_, HashMap<String, VecDeque<Answer>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Transport for Loopback {
    async fn send(&self, message: &Message, _: Duration) -> Result<String, Failure> {
        let id = format!("m{}", self.sent.fetch_add(1, Ordering::Relaxed));
        let answers = (self.archive)(id.clone(), message.clone()).await;
        // What answers another's message is another's.
        let ours = answers.into_iter().filter(|answer| answer.to == id).collect();
        self.waiting().insert(id.clone(), ours);
        Ok(id)
    }

    async fn answer(&self, to: &str, _: Duration) -> Result<Option<Answer>, Failure> {
        // All there will be is there; nothing is waited for.
        Ok(self.waiting().get_mut(to).and_then(VecDeque::pop_front))
    }

    fn forget(&self, id: &str) -> bool {
        self.waiting().remove(id);
        false
    }

    fn carried(&self) -> String {
        "the messages stay within the program".to_owned()
    }
}
