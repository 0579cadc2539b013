//! What happened, for good (logg): entries chained by hash; ids and salted commitments, never text.

pub mod chain;
pub mod entry;

pub use chain::{Broken, Link, Walk, commitment, link, verify};
pub use entry::{Action, Entry};
