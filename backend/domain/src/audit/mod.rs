//! What happened, for good (logg): entries chained by hash under one tree; ids and salted commitments, never text.
//!
//! # What the trail proves, and what it does not
//!
//! - Each entry is a [`Link`] whose hash covers the one before ([`chain`]), and a leaf of a Merkle tree ([`tree`]; RFC 9162). Whoever
//!   changes, removes, swaps or slips in an entry is found by one pass, which names the first entry that does not hold.
//! - **The end can be cut off unseen.** A chain that was cut, with its head, is a shorter chain that holds. The same goes for somebody who
//!   can rewrite every row from some entry on, hashes and head and all. Without something kept elsewhere neither can be found.
//! - That something is a [`checkpoint`]: size and root of the tree, signed ([`note`]) and kept where those who can write the database
//!   cannot write. The trail either goes on from it, or does not, and then something before it was cut or rewritten.
//! - What was appended after the last checkpoint is held by the next one only: the time between two is the time in which the end can be cut
//!   unseen. And a true entry is not a true statement: the trail says what the server did, not that a person meant it.
//! - A proof ([`proof`]) shows with some twenty hashes that one entry is under a checkpoint, without any of the others.
//!
//! # Determinations
//!
//! - 2026-11-26: the leaf is the link's hash and not the entry's bytes: it covers them already, and the leaves can be read from the column.
//! - 2026-11-26: Ed25519 alone signs, of the algorithms that signed notes know, and the note's own text is all that is signed.

pub mod chain;
pub mod checkpoint;
pub mod entry;
pub mod examined;
pub mod note;
pub mod proof;
pub mod tree;

pub use chain::{Broken, Link, Walk, commitment, link, verify};
pub use checkpoint::Checkpoint;
pub use entry::{Action, Entry};
pub use examined::Examined;

#[cfg(test)]
mod tests;
