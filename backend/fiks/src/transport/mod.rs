//! How messages travel (transport): handed over, and their answers fetched by the message they answer.

mod folder;
mod loopback;

use crate::message::{Answer, Message};
use async_trait::async_trait;
use domain::port::Failure;
pub use folder::Folder;
pub use loopback::Loopback;
use std::time::Duration;

/// A way for messages to the archive and back. Fiks IO itself (AMQP, encrypted end to end) is not one of those that come along.
#[async_trait]
pub trait Transport: Send + Sync {
    /// Hands a message over; the id by which its answers are known. Whoever carries it on need not do so after `patience`.
    async fn send(&self, message: &Message, patience: Duration) -> Result<String, Failure>;
    /// The next answer to a message, each once, in the order they come; none within `patience`.
    async fn answer(&self, to: &str, patience: Duration) -> Result<Option<Answer>, Failure>;
    /// Nobody waits for answers to this message any more. Whether it is certain that nobody has taken the message.
    fn forget(&self, id: &str) -> bool;
    /// How it carries, as a sentence for whoever runs the server.
    fn carried(&self) -> String;
}
