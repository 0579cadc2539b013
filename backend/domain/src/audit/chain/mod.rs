//! The chain (kjede): each entry's hash covers the one before, so that nothing can be changed, removed or put between.

use super::{
    Entry,
    tree::{self, Frontier, Hash},
};
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
    Ok(walk.length())
}

/// A walk along a chain, one link at a time, for chains that do not fit in memory.
#[derive(Clone, Debug)]
pub struct Walk {
    tree: Frontier,
    last: String,
    bytes: Vec<u8>,
}

impl Default for Walk {
    fn default() -> Self {
        Self { tree: Frontier::default(), last: FIRST.to_owned(), bytes: Vec::new() }
    }
}

impl Walk {
    /// How many links held so far.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.tree.size()
    }

    /// The tree over the links that held.
    #[must_use]
    pub fn tree(&self) -> &Frontier {
        &self.tree
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
        self.step_to(link, |_, _| {})
    }

    /// The same; `whole` is told of each subtree that becomes whole with this link.
    ///
    /// # Errors
    /// [`Broken`] as for [`verify`].
    pub fn step_to(&mut self, link: &Link, whole: impl FnMut(tree::Part, &Hash)) -> Result<(), Broken> {
        let expected = self.length() + 1;
        let broken = |sequence, why: &str| Err(Broken { sequence, why: why.to_owned() });
        if link.sequence != expected {
            return broken(expected, "it is missing, or stands in another place");
        }
        if link.previous != self.last {
            return broken(expected, "it does not follow the entry before; one of the two was altered");
        }
        self.bytes.clear();
        encode(&mut self.bytes, &link.previous, link.sequence, &link.entry);
        let hash: Hash = Sha256::digest(&self.bytes).into();
        if unhex(&link.hash) != Some(hash) {
            return broken(expected, "its content was altered");
        }
        self.tree.push(tree::leaf(&hash), whole);
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
    let mut bytes = Vec::with_capacity(512);
    encode(&mut bytes, previous, sequence, entry);
    bytes
}

fn encode(bytes: &mut Vec<u8>, previous: &str, sequence: u64, entry: &Entry) {
    put(bytes, b"saksvar-trail-1");
    put(bytes, previous.as_bytes());
    put(bytes, &sequence.to_be_bytes());
    put(bytes, &entry.at.as_nanosecond().to_be_bytes());
    put_some(bytes, entry.person.as_ref().map(|person| person.as_str().as_bytes()));
    put(bytes, entry.action.name().as_bytes());
    put_some(bytes, entry.draft.as_ref().map(|draft| draft.as_str().as_bytes()));
    put_some(bytes, entry.revision.map(u32::to_be_bytes).as_ref().map(<[u8; 4]>::as_slice));
    put_some(bytes, entry.case.map(|case| case.to_string()).as_deref().map(str::as_bytes));
    put_some(bytes, entry.trace.as_deref().map(str::as_bytes));
    put(bytes, &(entry.facts.len() as u64).to_be_bytes());
    for (name, value) in &entry.facts {
        put(bytes, name.as_bytes());
        put(bytes, value.as_bytes());
    }
}

/// The leaf of a link in the tree; `None` when its hash is none.
#[must_use]
pub fn leaf(hash: &str) -> Option<Hash> {
    unhex(hash).map(|hash| tree::leaf(&hash))
}

/// The bytes of a hash in small hex; any other spelling is none.
#[must_use]
pub fn unhex(text: &str) -> Option<Hash> {
    let digit = |c: u8| match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    };
    let mut hash = [0; 32];
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != hash.len() || !rest.is_empty() {
        return None;
    }
    for (byte, [high, low]) in hash.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(hash)
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
