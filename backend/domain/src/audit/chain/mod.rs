//! The chain (kjede): each entry's hash covers the one before, so that nothing can be changed, removed or put between.

use super::Entry;
use crate::draft::normal::hex;
use sha2::{Digest, Sha256};

/// What stands before the first link.
pub const FIRST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

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

/// The entry as the link with number `sequence`, after the link with hash `previous` ([`FIRST`] for the first).
#[must_use]
pub fn link(previous: &str, sequence: u64, entry: Entry) -> Link {
    let hash = hash(previous, sequence, &entry);
    Link { sequence, entry, previous: previous.to_owned(), hash }
}

/// Walks a whole chain from its first link and gives the number of links. What was cut off at the end cannot be seen from the chain
/// alone: compare the number, or the last hash, with one noted elsewhere.
///
/// # Errors
/// [`Broken`]: the first link that is missing, altered, or does not follow the one before.
pub fn verify(links: impl IntoIterator<Item = Link>) -> Result<u64, Broken> {
    let mut walk = Walk::default();
    for link in links {
        walk.step(&link)?;
    }
    Ok(walk.length)
}

/// A walk along a chain, one link at a time, for chains that do not fit in memory.
#[derive(Clone, Debug)]
pub struct Walk {
    length: u64,
    last: String,
}

impl Default for Walk {
    fn default() -> Self {
        Self { length: 0, last: FIRST.to_owned() }
    }
}

impl Walk {
    /// How many links held so far.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The hash of the last link that held.
    #[must_use]
    pub fn last(&self) -> &str {
        &self.last
    }

    /// Holds the next link against the ones before.
    ///
    /// # Errors
    /// [`Broken`] as for [`verify`].
    pub fn step(&mut self, link: &Link) -> Result<(), Broken> {
        let expected = self.length + 1;
        let broken = |sequence, why: &str| Err(Broken { sequence, why: why.to_owned() });
        if link.sequence != expected {
            return broken(expected, "it is missing, or stands in another place");
        }
        if link.previous != self.last {
            return broken(expected, "it does not follow the entry before; one of the two was altered");
        }
        if link.hash != hash(&link.previous, link.sequence, &link.entry) {
            return broken(expected, "its content was altered");
        }
        self.length = expected;
        self.last.clone_from(&link.hash);
        Ok(())
    }
}

/// The commitment to a text: SHA-256 in hex over salt and text. Text and salt can be erased, the chain still verifies.
#[must_use]
pub fn commitment(salt: &[u8], text: &str) -> String {
    let mut bytes = Vec::with_capacity(salt.len() + text.len() + 16);
    put(&mut bytes, salt);
    put(&mut bytes, text.as_bytes());
    hex(&Sha256::digest(bytes))
}

fn hash(previous: &str, sequence: u64, entry: &Entry) -> String {
    hex(&Sha256::digest(encoded(previous, sequence, entry)))
}

/// The bytes that are hashed: every field with its length before it (big endian, eight bytes), an absent one as a single zero, a
/// present one after a one. Two different links never have the same bytes. The first field names this form, so that it can change.
#[must_use]
pub fn encoded(previous: &str, sequence: u64, entry: &Entry) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(256);
    put(&mut bytes, b"saksvar-trail-1");
    put(&mut bytes, previous.as_bytes());
    put(&mut bytes, &sequence.to_be_bytes());
    put(&mut bytes, &entry.at.as_nanosecond().to_be_bytes());
    put_some(&mut bytes, entry.person.as_ref().map(|person| person.as_str().as_bytes()));
    put(&mut bytes, entry.action.name().as_bytes());
    put_some(&mut bytes, entry.draft.as_ref().map(|draft| draft.as_str().as_bytes()));
    put_some(&mut bytes, entry.revision.map(u32::to_be_bytes).as_ref().map(<[u8; 4]>::as_slice));
    put_some(&mut bytes, entry.case.map(|case| case.to_string()).as_deref().map(str::as_bytes));
    put_some(&mut bytes, entry.trace.as_deref().map(str::as_bytes));
    put(&mut bytes, &(entry.facts.len() as u64).to_be_bytes());
    for (name, value) in &entry.facts {
        put(&mut bytes, name.as_bytes());
        put(&mut bytes, value.as_bytes());
    }
    bytes
}

fn put(bytes: &mut Vec<u8>, field: &[u8]) {
    bytes.extend((field.len() as u64).to_be_bytes());
    bytes.extend(field);
}

fn put_some(bytes: &mut Vec<u8>, field: Option<&[u8]>) {
    match field {
        Some(field) => {
            bytes.push(1);
            put(bytes, field);
        }
        None => bytes.push(0),
    }
}

#[cfg(test)]
mod tests;
