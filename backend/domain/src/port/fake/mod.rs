//! In-memory plugs for every socket (prøveplugger): they keep the promises of the ports, and can be told to fail.

mod chance;
mod clock;
mod embedder;
mod identity;
mod journal;
mod mailbox;
mod reader;
mod records;
mod store;
mod writer;

pub use chance::Counted;
pub use clock::Frozen;
pub use embedder::Bag;
pub use identity::Badges;
pub use journal::Ledger;
pub use mailbox::{Fault, Post};
pub use reader::Tags;
pub use records::Archive;
pub use store::Shelves;
pub use writer::Script;

use super::{Failure, FailureKind};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The content of a lock, also after a test that held it has failed.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A failure that a plug was told to answer with.
fn told(kind: Option<FailureKind>, system: &'static str) -> Result<(), Failure> {
    kind.map_or(Ok(()), |kind| Err(Failure::new(kind, system, "told to fail")))
}
