//! What an examination of a whole trail says (kontroll): does it hold, and was it the same when checkpoints were made?

use super::{Broken, checkpoint::Checkpoint, tree::Hash};
use std::collections::BTreeMap;

/// What one pass over a trail gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// Entries that hold, from the first.
    pub entries: u64,
    /// The root over them.
    pub root: Hash,
    /// The root at each size that was asked for and that the trail reached.
    pub roots: BTreeMap<u64, Hash>,
    /// The first thing that does not hold.
    pub broken: Option<Broken>,
}

impl Examined {
    /// What stands against a checkpoint: the trail does not go on from it. `vouched` is how many entries an earlier one vouches for.
    ///
    /// # Errors
    /// [`Broken`] with the first entry that is missing, or the first that nothing vouches for.
    pub fn extends(&self, checkpoint: &Checkpoint, vouched: u64) -> Result<(), Broken> {
        let broken = |sequence, why: String| Err(Broken { sequence, why });
        match self.roots.get(&checkpoint.size) {
            Some(root) if *root == checkpoint.root => Ok(()),
            Some(_) => {
                let (from, to) = (vouched + 1, checkpoint.size);
                broken(from, format!("entries {from} to {to} are not those of the checkpoint; one of them was altered"))
            }
            None => {
                let first = self.entries + 1;
                broken(
                    first,
                    format!("the checkpoint was made over {} entries, and this one does not hold", checkpoint.size),
                )
            }
        }
    }
}
