//! The tree over the trail (Merkle-tre): one hash for all entries, from which nothing can be taken away or changed unseen.
//!
//! Hashes are those of RFC 9162 (Certificate Transparency Version 2.0), section 2.1.1, the same as in RFC 6962, section 2.1: SHA-256 over a
//! zero byte and the leaf, over a one byte and the two hashes below. The leaf of an entry is the 32 bytes of its link's hash, which covers
//! the whole entry, its number and the entry before.

use sha2::{Digest, Sha256};
use std::ops::Range;

/// A hash in the tree.
pub type Hash = [u8; 32];

/// The hash of the tree without entries.
#[must_use]
pub fn empty() -> Hash {
    Sha256::digest([]).into()
}

/// The hash of a leaf.
#[must_use]
pub fn leaf(content: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(content).finalize().into()
}

/// The hash over two others.
#[must_use]
pub fn node(left: &Hash, right: &Hash) -> Hash {
    let mut bytes = [1; 65];
    bytes[1..33].copy_from_slice(left);
    bytes[33..].copy_from_slice(right);
    Sha256::digest(bytes).into()
}

/// A subtree all of whose leaves are there: the leaves from `place << level`, `1 << level` of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part {
    /// How high it is; 0 is a leaf.
    pub level: u32,
    /// Which of its level, from 0.
    pub place: u64,
}

impl Part {
    /// The subtrees that leaves `range` fall into, largest first; `range` begins where the largest of them may begin.
    #[must_use]
    pub fn of(range: &Range<u64>) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut start = range.start;
        while start < range.end {
            let level = (range.end - start).ilog2();
            parts.push(Self { level, place: start >> level });
            start += 1 << level;
        }
        parts
    }

    /// How many leaves the tree has when this subtree becomes whole.
    #[must_use]
    pub fn last(self) -> u64 {
        (self.place + 1) << self.level
    }
}

/// The hash over subtrees as [`Part::of`] lists them.
#[must_use]
pub fn joined(hashes: &[Hash]) -> Hash {
    let mut from_right = hashes.iter().rev();
    let last = from_right.next().copied().unwrap_or_else(empty);
    from_right.fold(last, |right, left| node(left, &right))
}

/// The right edge of a tree: all that is needed to add an entry, or to give the root; one hash for each bit of the size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The edge of a tree of this size with these subtrees, largest first; `None` when their number is not that of a tree of this size.
    #[must_use]
    pub fn of(size: u64, peaks: Vec<Hash>) -> Option<Self> {
        (size.count_ones() as usize == peaks.len()).then_some(Self { size, peaks })
    }

    /// How many leaves there are.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The subtrees, largest first.
    #[must_use]
    pub fn peaks(&self) -> &[Hash] {
        &self.peaks
    }

    /// The root.
    #[must_use]
    pub fn root(&self) -> Hash {
        joined(&self.peaks)
    }

    /// Adds the hash of a leaf; `whole` is told of each subtree that becomes whole, smallest first. Takes as many steps as the size has
    /// ones at its end: two on the mean.
    pub fn push(&mut self, leaf: Hash, mut whole: impl FnMut(Part, &Hash)) {
        let mut hash = leaf;
        for level in 1..=self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                hash = node(&left, &hash);
            }
            whole(Part { level, place: self.size >> level }, &hash);
        }
        self.peaks.push(hash);
        self.size += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{Frontier, Part, empty, joined, leaf, node};

    /// The root as RFC 9162, section 2.1.1, writes it down.
    fn by_the_book(leaves: &[super::Hash]) -> super::Hash {
        match leaves {
            [] => empty(),
            [one] => *one,
            all => {
                let half = all.len().next_power_of_two() / 2;
                node(&by_the_book(&all[..half]), &by_the_book(&all[half..]))
            }
        }
    }

    #[test]
    fn the_root_is_that_of_the_standard_at_every_size() {
        let leaves: Vec<_> = (0..300_u32).map(|number| leaf(&number.to_be_bytes())).collect();
        let mut frontier = Frontier::default();
        for (size, next) in leaves.iter().enumerate() {
            assert_eq!(frontier.root(), by_the_book(&leaves[..size]), "{size}");
            frontier.push(*next, |part, hash| {
                let first = usize::try_from(part.place << part.level).expect("small");
                assert_eq!(*hash, by_the_book(&leaves[first..first + (1 << part.level)]));
                assert_eq!(part.last(), size as u64 + 1);
            });
            assert_eq!(Frontier::of(size as u64 + 1, frontier.peaks().to_vec()), Some(frontier.clone()));
        }
        assert_eq!(Frontier::of(3, vec![empty()]), None);
    }

    #[test]
    fn a_range_falls_into_subtrees_that_join_to_its_hash() {
        let leaves: Vec<_> = (0..64_u32).map(|number| leaf(&number.to_be_bytes())).collect();
        for (start, end) in [(0, 0), (0, 1), (0, 13), (32, 45), (16, 32), (48, 51)] {
            let hash = |part: &Part| {
                let first = usize::try_from(part.place << part.level).expect("small");
                by_the_book(&leaves[first..first + (1 << part.level)])
            };
            let hashes: Vec<_> = Part::of(&(start as u64..end as u64)).iter().map(hash).collect();
            assert_eq!(joined(&hashes), by_the_book(&leaves[start..end]), "{start}..{end}");
        }
    }
}
