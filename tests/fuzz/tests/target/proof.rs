//! Proofs about the trail (bevis), checkpoints and signed notes: a proof with anything changed proves nothing, what is read is written again.

use domain::audit::{
    Checkpoint,
    note::{Note, Verifier},
    proof::{consistency, holds_consistency, holds_inclusion, holds_subtree, inclusion},
    tree::{Frontier, Hash, leaf},
};
use fuzz::Pick;
use std::ops::Range;

/// The hash of the leaves of a range, put together one by one.
fn hash(leaves: &[Hash], range: &Range<u64>) -> Hash {
    let mut tree = Frontier::default();
    let place = |at: u64| usize::try_from(at).expect("small");
    leaves[place(range.start)..place(range.end)].iter().for_each(|leaf| tree.push(*leaf, |_, _| {}));
    tree.root()
}

/// A number that is near, or far beyond anything.
fn number(pick: &mut Pick<'_>, near: u64) -> u64 {
    match pick.below(8) {
        0 => pick.one(&[0, 1, u64::MAX, u64::MAX - 1, 1 << 63, (1 << 63) + 1, u64::from(u32::MAX)]),
        1 => near,
        _ => u64::from(pick.byte()) % (near + 3),
    }
}

/// The same hashes with some gone, doubled, swapped, another.
fn changed(mut proof: Vec<Hash>, pick: &mut Pick<'_>) -> Vec<Hash> {
    for _ in 0..pick.below(3) {
        let at = pick.below(proof.len());
        match pick.below(5) {
            0 if !proof.is_empty() => drop(proof.remove(at)),
            1 if !proof.is_empty() => proof[at][pick.below(32)] ^= 1 << pick.below(8),
            2 if !proof.is_empty() => proof.push(proof[at]),
            3 if !proof.is_empty() => {
                let other = pick.below(proof.len());
                proof.swap(at, other);
            }
            _ => proof.insert(at, leaf(b"other")),
        }
    }
    proof
}

fuzz::target!(
    /// In a tree of known size and root a proof shows nothing but what is so.
    proof_changed, 1_500, |pick| {
    let size = 1 + u64::from(pick.byte()) % 40;
    let leaves: Vec<Hash> = (0..size).map(|number| leaf(&number.to_be_bytes())).collect();
    let root = hash(&leaves, &(0..size));
    let hashed = |path: Option<Vec<Range<u64>>>| path.unwrap_or_default().iter().map(|range| hash(&leaves, range)).collect::<Vec<_>>();
    let at = u64::from(pick.byte()) % size;
    let own = leaves[usize::try_from(at).expect("small")];
    let (index, old) = (number(pick, size), number(pick, size));
    let path = changed(hashed(inclusion(at, size)), pick);
    if holds_inclusion(&own, (index, size), &path, &root) {
        assert_eq!(index, at, "{size} {path:?}");
    }
    let grown = changed(hashed(consistency(at + 1, size)), pick);
    let old_root = hash(&leaves, &(0..at + 1));
    if holds_consistency((old, &old_root), (size, &root), &grown) {
        assert_eq!(old, at + 1, "{size} {grown:?}");
    }
    let (start, end) = (number(pick, size), number(pick, size));
    if holds_subtree(&(start..end), &old_root, (size, &root), &grown) {
        assert!(end <= size && hash(&leaves, &(start..end)) == old_root, "{start} {end} {size} {grown:?}");
    }
    // Numbers of any size: no answer is wanted but one.
    let (far, beyond) = (number(pick, size), number(pick, size));
    let _ = (holds_inclusion(&own, (index, far), &path, &root), holds_subtree(&(start..beyond), &root, (far, &root), &grown));
    let _ = holds_consistency((old, &root), (far, &root), &path);
});

const WORDS: &[&str] = &[
    "fjordvik.kommune.no/saksvar\n",
    "20852163\n",
    "020\n",
    "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n",
    "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
    "\n",
    "— fjordvik.kommune.no/saksvar ",
    "— ",
    "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n",
    "fjordvik.kommune.no/saksvar+c74f20a3+ARpc2QxPwpUDhXWBIYpPSHXhZVXK6dPpiZ7rmGSmJ2aR",
    "+",
    " ",
    "18446744073709551616",
    "=",
];

fuzz::target!(
    /// Texts that may be a note, a checkpoint, a key.
    proof_texts, 2_000, |pick| {
    let text = pick.text(WORDS);
    if let Ok(read) = Checkpoint::read(&text) {
        assert!(text.starts_with(&read.text()), "{text:?}: {read:?}");
    }
    if let Ok(note) = Note::read(&text) {
        assert_eq!(note.written(), text);
    }
    if let Ok(key) = Verifier::read(&text) {
        assert_eq!(key.written(), text);
    }
});
