//! The language of the messages (XML): written with every text made harmless, read in the order of the schemas, and nothing else.

pub(crate) mod read;
pub(crate) mod space;
pub(crate) mod write;

pub(crate) use read::{Sequence, Unreadable, root};
pub(crate) use write::Writer;
