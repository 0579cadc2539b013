//! Proofs about the tree (bevis): that an entry is in it, and that it only grew; which hashes make a proof, and whether one holds.
//!
//! Inclusion: RFC 9162, section 2.1.3; consistency: section 2.1.4. A subtree's consistency, of which the consistency of two trees is the
//! case that begins at 0, is that of draft-ietf-plants-merkle-tree-certs, section 4.4.

use super::tree::{Hash, empty, node};
use std::ops::Range;

/// The ranges of leaves whose hashes prove that leaf `index` is in a tree of `size` leaves, nearest first; `None` when it is not.
#[must_use]
pub fn inclusion(index: u64, size: u64) -> Option<Vec<Range<u64>>> {
    if index >= size {
        return None;
    }
    let (mut around, mut path) = (0..size, Vec::new());
    while around.end - around.start > 1 {
        let (left, right) = halves(&around);
        let (within, beside) = if left.contains(&index) { (left, right) } else { (right, left) };
        path.push(beside);
        around = within;
    }
    path.reverse();
    Some(path)
}

/// The ranges of leaves whose hashes prove that a tree of `size` leaves begins with the one of `old` leaves; `None` when it cannot.
#[must_use]
pub fn consistency(old: u64, size: u64) -> Option<Vec<Range<u64>>> {
    if old == 0 || old > size {
        return None;
    }
    let (mut around, mut path) = (0..size, Vec::new());
    while around.end != old {
        let (left, right) = halves(&around);
        let (within, beside) = if old <= left.end { (left, right) } else { (right, left) };
        path.push(beside);
        around = within;
    }
    // The old tree itself is known to whoever asks, unless only its right part is a subtree of the new one.
    if around.start > 0 {
        path.push(around);
    }
    path.reverse();
    Some(path)
}

/// A range of more than one leaf, parted where the tree parts it.
fn halves(range: &Range<u64>) -> (Range<u64>, Range<u64>) {
    let middle = range.start + (1 << (range.end - range.start - 1).ilog2());
    (range.start..middle, middle..range.end)
}

/// Whether `proof` shows that the leaf with hash `leaf` is number `index` (from 0) in the tree of `size` leaves with this root.
#[must_use]
pub fn holds_inclusion(leaf: &Hash, (index, size): (u64, u64), proof: &[Hash], root: &[u8]) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, *leaf);
    for beside in proof {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            hash = node(beside, &hash);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            hash = node(&hash, beside);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && hash == root
}

/// Whether `proof` shows that the tree of `size` leaves with this root begins with the tree of `old` leaves with that root. Nothing is
/// shown by a tree without leaves, but that it is that tree.
#[must_use]
pub fn holds_consistency((old, old_root): (u64, &[u8]), (size, root): (u64, &[u8]), proof: &[Hash]) -> bool {
    old > 0 && holds_subtree(&(0..old), old_root, (size, root), proof)
}

/// Whether `proof` shows that the leaves `range` of the tree of `size` leaves with this root make a subtree with hash `hash`.
#[must_use]
pub fn holds_subtree(range: &Range<u64>, hash: &[u8], (size, root): (u64, &[u8]), proof: &[Hash]) -> bool {
    if range.end > size || range.start > range.end {
        return false;
    }
    let length = range.end - range.start;
    if length == 0 {
        return proof.is_empty() && hash == empty();
    }
    let is_aligned = length.checked_next_power_of_two().is_some_and(|whole| range.start.is_multiple_of(whole));
    is_aligned && climbs(range, hash, (size, root), proof)
}

/// The steps 2 to 6 of the algorithm, with its names: `first` for fn, `second` for sn, `third` for tn.
fn climbs(range: &Range<u64>, hash: &[u8], (size, root): (u64, &[u8]), proof: &[Hash]) -> bool {
    let (mut first, mut second, mut third) = (range.start, range.end - 1, size - 1);
    let at_the_edge = second == third;
    while first != second && (at_the_edge || second & 1 == 1) {
        (first, second, third) = (first >> 1, second >> 1, third >> 1);
    }
    let (start, rest) = if first == second {
        // Nothing is hashed over a root that is not 32 bytes long.
        let Ok(own) = Hash::try_from(hash) else { return proof.is_empty() && third == 0 && hash == root };
        (own, proof)
    } else {
        let Some((start, rest)) = proof.split_first() else { return false };
        (*start, rest)
    };
    let (mut ours, mut whole) = (start, start);
    for beside in rest {
        if third == 0 {
            return false;
        }
        if second & 1 == 1 || second == third {
            if first < second {
                ours = node(beside, &ours);
            }
            whole = node(beside, &whole);
            while second & 1 == 0 && second != 0 {
                (first, second, third) = (first >> 1, second >> 1, third >> 1);
            }
        } else {
            whole = node(&whole, beside);
        }
        (first, second, third) = (first >> 1, second >> 1, third >> 1);
    }
    third == 0 && ours == hash && whole == root
}

#[cfg(test)]
mod tests {
    use super::{consistency, holds_consistency, holds_inclusion, inclusion};
    use crate::audit::tree::{Frontier, Hash, Part, joined, leaf};
    use std::ops::Range;

    /// The hash of a range, all leaves at hand.
    fn hash(leaves: &[Hash], range: &Range<u64>) -> Hash {
        let of = |part: &Part| {
            let mut own = Frontier::default();
            let first = usize::try_from(part.place << part.level).expect("small");
            leaves[first..first + (1 << part.level)].iter().for_each(|leaf| own.push(*leaf, |_, _| {}));
            own.root()
        };
        joined(&Part::of(range).iter().map(of).collect::<Vec<_>>())
    }

    #[test]
    fn every_leaf_and_every_smaller_tree_is_proved_and_nothing_else() {
        let leaves: Vec<_> = (0..20_u32).map(|number| leaf(&number.to_be_bytes())).collect();
        let root = |size: u64| hash(&leaves, &(0..size));
        let proof = |path: Vec<Range<u64>>| path.iter().map(|range| hash(&leaves, range)).collect::<Vec<_>>();
        for size in 1..=20_u64 {
            for at in 0..size {
                let path = proof(inclusion(at, size).expect("inside"));
                let own = &leaves[usize::try_from(at).expect("small")];
                assert!(holds_inclusion(own, (at, size), &path, &root(size)), "{at} of {size}");
                assert!(!holds_inclusion(own, (at, size), &path, &root(size - 1)));
                assert!(!holds_inclusion(&leaf(b"other"), (at, size), &path, &root(size)));
                let grown = proof(consistency(at + 1, size).expect("smaller"));
                assert!(
                    holds_consistency((at + 1, &root(at + 1)), (size, &root(size)), &grown),
                    "{} of {size}",
                    at + 1
                );
                assert!(!holds_consistency((at + 1, &leaf(b"other")), (size, &root(size)), &grown));
            }
            assert_eq!((inclusion(size, size), consistency(size + 1, size), consistency(0, size)), (None, None, None));
        }
    }
}
