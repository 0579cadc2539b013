//! A text that is laid aside (kladd), on its way into the store: the one save that leaves no entry of its own, for it can change nothing else.

use super::{Failure, TenantStore};
use crate::dossier::{Aside, Dossier};
use vocabulary::{DraftId, PersonId};

/// What a store is handed: only a [`Laying`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    laying: Laying,
}

impl Laid {
    /// The draft and the version that was read.
    #[must_use]
    pub fn over(&self) -> (&DraftId, u64) {
        (&self.laying.draft, self.laying.version)
    }

    /// The dossier with it, as it stands in the store.
    #[must_use]
    pub fn in_place(self, dossier: Dossier) -> Dossier {
        dossier.with_aside(&self.laying.by, self.laying.aside)
    }
}

/// A text of one person's that is not laid aside yet; none takes away what lay there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a text that is not committed is lost"]
pub struct Laying {
    draft: DraftId,
    version: u64,
    by: PersonId,
    aside: Option<Aside>,
}

impl Laying {
    /// Over a dossier as it was read.
    pub fn over(dossier: &Dossier, by: PersonId, aside: Option<Aside>) -> Self {
        Self { draft: dossier.id.clone(), version: dossier.version, by, aside }
    }

    /// Lays it aside: the only way.
    ///
    /// # Errors
    /// `Stale` when somebody changed the dossier since; else the store's failure.
    pub async fn commit(self, store: &dyn TenantStore) -> Result<(), Failure> {
        store.lay_aside(Laid { laying: self }).await
    }
}
