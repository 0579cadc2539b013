//! On what one answer was based (svargrunnlag): everything that is kept about it, and what the trail holds of it when the text is gone.

mod act;
mod page;
mod sheet;

pub use page::page;

use crate::{
    audit::{
        Checkpoint, Link, chain, commitment, proof,
        tree::{Hash, leaf as leaf_hash},
    },
    check::{Checked, Finding},
    dossier::{Dossier, Revision, Stretch, difference},
    draft::normal::hex,
    evidence::Source,
    review::Ruling,
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use vocabulary::{DraftId, PersonId};

/// The whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// The body that answers.
    pub body: String,
    /// The draft.
    pub draft: DraftId,
    /// When it was put together.
    pub at: Timestamp,
    /// The facts; `None` when retention has erased them.
    pub kept: Option<Kept>,
    /// Its entries in the trail, oldest first.
    pub entries: Vec<Placed>,
    /// What the entries are proved against.
    pub anchor: Anchor,
}

/// What is kept beside the trail.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The facts.
    pub dossier: Dossier,
    /// The revision that counts, checked as of its own day under the rules of today; `None` where the mail is erased.
    pub checked: Option<Checked>,
    /// The version of the rules of today.
    pub rules: u32,
}

/// The tree that proofs lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// A signed checkpoint that is kept elsewhere.
    Checkpoint(Checkpoint),
    /// The tree as it is now, which nobody has signed: size and root.
    Now(u64, Hash),
}

impl Anchor {
    /// How many entries it is over.
    #[must_use]
    pub fn size(&self) -> u64 {
        match self {
            Self::Checkpoint(checkpoint) => checkpoint.size,
            Self::Now(size, _) => *size,
        }
    }

    /// Its root.
    #[must_use]
    pub fn root(&self) -> &Hash {
        match self {
            Self::Checkpoint(checkpoint) => &checkpoint.root,
            Self::Now(_, root) => root,
        }
    }
}

/// An entry with its proof; none for an entry that is newer than the anchor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The entry.
    pub link: Link,
    /// The hashes that lead from it to the anchor's root.
    pub proof: Option<Vec<Hash>>,
}

impl Placed {
    /// Whether the proof leads there; `None` without one.
    #[must_use]
    pub fn holds(&self, anchor: &Anchor) -> Option<bool> {
        let path = self.proof.as_ref()?;
        let again = chain::link(&self.link.previous, self.link.sequence, self.link.entry.clone());
        let leaf = chain::unhex(&again.hash).map(|hash| leaf_hash(&hash))?;
        let place = (self.link.sequence - 1, anchor.size());
        Some(again == self.link && proof::holds_inclusion(&leaf, place, path, anchor.root()))
    }

    /// A fact of the entry.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&str> {
        self.link.entry.facts.iter().find(|(fact, _)| fact == name).map(|(_, value)| value.as_str())
    }
}

/// Whether a commitment is that of the text that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// It is.
    Matches,
    /// It is another text's.
    Differs,
    /// No text is kept to hold it against.
    Erased,
}

/// What the trail holds of the text of a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The revision.
    pub revision: u32,
    /// The salted hash.
    pub hash: String,
    /// The entries that hold it: the same hash by several is the same text at each.
    pub entries: Vec<u64>,
    /// What the text says.
    pub said: Said,
}

impl Basis {
    /// What the trail holds of each revision's text.
    #[must_use]
    pub fn commitments(&self) -> Vec<Commitment> {
        let mut all: BTreeMap<(u32, &str), Vec<u64>> = BTreeMap::new();
        for placed in &self.entries {
            if let (Some(hash), Some(revision)) = (placed.fact("text"), placed.link.entry.revision) {
                all.entry((revision, hash)).or_default().push(placed.link.sequence);
            }
        }
        let said = |revision, hash: &str| self.said(revision, hash);
        let one = |((revision, hash), entries): ((u32, &str), Vec<u64>)| Commitment {
            revision,
            hash: hash.to_owned(),
            entries,
            said: said(revision, hash),
        };
        all.into_iter().map(one).collect()
    }

    fn said(&self, revision: u32, hash: &str) -> Said {
        let dossier = self.kept.as_ref().map(|kept| &kept.dossier);
        let text = dossier.and_then(|dossier| Some((dossier, dossier.revision(revision)?)));
        match text.filter(|(_, revision)| !revision.marked.is_empty()) {
            None => Said::Erased,
            Some((dossier, revision)) if made(dossier, revision) == hash => Said::Matches,
            Some(_) => Said::Differs,
        }
    }

    /// A person's name where it is kept, else the id of the account.
    #[must_use]
    pub fn name(&self, person: &PersonId) -> String {
        let dossier = self.kept.iter().map(|kept| &kept.dossier);
        let known = dossier.flat_map(|dossier| {
            let authors = dossier.revisions.iter().map(|revision| (&revision.author, &revision.author_name));
            let reviewers = dossier.rulings.iter().map(|ruling| (&ruling.by, &ruling.by_name));
            authors.chain(reviewers)
        });
        let known = known.into_iter().find(|(id, name)| *id == person && !name.is_empty());
        known.map_or_else(|| person.to_string(), |(_, name)| name.clone())
    }
}

fn made(dossier: &Dossier, revision: &Revision) -> String {
    commitment(dossier.reference.as_str().as_bytes(), &revision.marked)
}

impl Kept {
    /// Who ticked a finding of the revision that counts.
    #[must_use]
    pub fn ticked(&self, finding: &Finding) -> Vec<&Ruling> {
        let (key, number) = (finding.key(), self.dossier.current().number);
        let rulings = self.dossier.rulings.iter().filter(|ruling| ruling.revision == number);
        rulings.filter(|ruling| ruling.ticked.contains(&key)).collect()
    }

    /// Whether the revision that counts cites a source.
    #[must_use]
    pub fn cites(&self, number: u16) -> bool {
        let sentences = self.checked.iter().flat_map(|checked| checked.sentences());
        sentences.into_iter().any(|sentence| sentence.citations.contains(&number))
    }

    /// What a revision changed in the one before; nothing for the first.
    #[must_use]
    pub fn changes(&self, revision: &Revision) -> Vec<Stretch> {
        let before = revision.number.checked_sub(1).and_then(|number| self.dossier.revision(number));
        before.map_or_else(Vec::new, |before| difference(&before.marked, &revision.marked))
    }
}

/// The checksum of an excerpt: SHA-256 in hex over its text.
#[must_use]
pub fn checksum(source: &Source) -> String {
    hex(&Sha256::digest(&source.text))
}

#[cfg(test)]
mod tests;
