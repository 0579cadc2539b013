//! The chain (kjede): each entry's hash covers the one before, so that nothing can be changed, removed or put between.

use super::Entry;

/// An entry in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// From 1, per tenant.
    pub sequence: u64,
    /// The entry.
    pub entry: Entry,
    /// Hash of the link before; 64 zeros for the first.
    pub previous: String,
    /// Hash of this link, SHA-256 in hex.
    pub hash: String,
}

/// The first link that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("entry {sequence}: {why}")]
pub struct Broken {
    /// Its number.
    pub sequence: u64,
    /// What is wrong.
    pub why: String,
}
