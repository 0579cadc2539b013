//! A word on a draft on its way into the store (vurdering): counted by week and unit, and tied to nobody.

use super::{Failure, Save, TenantStore};
use crate::{audit::Entry, dossier::Dossier};
use vocabulary::Rating;

/// Where a word is counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Heap {
    /// The Monday of the week, as `2026-11-23`.
    pub week: String,
    /// The unit that answers for the case; empty where there is none.
    pub unit: String,
    /// The word.
    pub rating: Rating,
}

/// What a store is handed: only a [`Tally`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tallied {
    heap: Heap,
    save: Save,
}

impl Tallied {
    /// Where it is counted, and the dossier that has been rated with its entry.
    #[must_use]
    pub fn into_parts(self) -> (Heap, Save) {
        (self.heap, self.save)
    }
}

/// A word that is not counted yet.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a word that is not committed is lost"]
pub struct Tally {
    heap: Heap,
    dossier: Dossier,
}

impl Tally {
    /// A word on a dossier, which knows only that there was one.
    pub fn of(heap: Heap, dossier: Dossier) -> Self {
        Self { heap, dossier }
    }

    /// Counts it and saves the dossier with its entry, in one transaction. Gives the dossier with its new version.
    ///
    /// # Errors
    /// `Stale` when somebody was faster; else the store's failure.
    pub async fn commit(self, store: &dyn TenantStore, entry: Entry) -> Result<Dossier, Failure> {
        let mut saved = self.dossier.clone();
        store.tally(Tallied { heap: self.heap, save: Save::of(self.dossier, entry) }).await?;
        saved.version += 1;
        Ok(saved)
    }
}
