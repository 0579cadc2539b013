//! The journal (journal): a mail and its answer registered in the case system, each once, or not at all.

use super::Failure;
pub use crate::filing::{Correspondent, Filed, Filing, Way};
use crate::person::Person;
use async_trait::async_trait;

/// A case system that takes mails into its journal. What fails half-way is undone; a retry finds what is there.
#[async_trait]
pub trait Journal: Send + Sync {
    /// Registers a mail with its file; one that is registered is told, not registered again.
    async fn register(&self, person: &Person, filing: &Filing) -> Result<Filed, Failure>;
    /// Signs a mail off as answered by another, by e-mail (avskrevet, `BE`); one that is signed off stays so.
    async fn sign_off(&self, person: &Person, incoming: &Filed, answer: &Filed) -> Result<(), Failure>;
    /// Takes a registration back that nobody has built on.
    async fn undo(&self, person: &Person, filed: &Filed) -> Result<(), Failure>;
}
