//! The link of a trail until the domain makes it.

use crate::row::{EntryRow, Mirror};
use domain::audit::{Entry, Link};
use sha2::{Digest, Sha256};

/// The next link of a chain.
pub(crate) fn link(previous: &str, sequence: u64, entry: Entry) -> Link {
    let row: EntryRow = entry.clone().row();
    let text = serde_json::to_string(&row).unwrap_or_default();
    let hash = Sha256::digest(format!("{previous}\n{sequence}\n{text}"));
    let hash = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    Link { sequence, entry, previous: previous.to_owned(), hash }
}
