//! What happened, for good (logg): entries chained by hash; ids and salted commitments, never text.

pub mod chain;
pub mod entry;

pub use chain::{Broken, Link};
pub use entry::{Action, Entry};
