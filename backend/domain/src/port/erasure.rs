//! What is to be erased (sletting), on its way into the store with its entry in the trail.

use super::{Failure, TenantStore};
use crate::{audit::Entry, dossier::Dossier, sort::Mark};
use vocabulary::{DraftId, TenantId};

/// What a store is handed: only an [`Erasure`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasing {
    erasure: Erasure,
    entry: Entry,
}

impl Erasing {
    /// What, and the entry.
    pub fn into_parts(self) -> (Erasure, Entry) {
        (self.erasure, self.entry)
    }
}

/// A dossier that is not erased yet, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "an erasure that is not committed erases nothing"]
pub struct Erasure {
    /// The draft.
    pub draft: DraftId,
    /// The version that was judged; a newer one is not erased.
    pub version: u64,
    /// What was learned from these mails is taken back too.
    pub mails: Vec<Mark>,
}

impl Erasure {
    /// Of this dossier, as it was read.
    pub fn of(dossier: &Dossier) -> Self {
        Self { draft: dossier.id.clone(), version: dossier.version, mails: Vec::new() }
    }

    /// And of what its mails taught the sorting.
    pub fn with_mails(self, tenant: &TenantId, dossier: &Dossier) -> Self {
        let mails = dossier.messages.iter().map(|mail| Mark::of(tenant, mail)).collect();
        Self { mails, ..self }
    }

    /// Erases it with its entry: the only way.
    ///
    /// # Errors
    /// `Stale` when somebody changed it since, or it is gone already; else the store's failure.
    pub async fn commit(self, store: &dyn TenantStore, entry: Entry) -> Result<(), Failure> {
        store.erase(Erasing { erasure: self, entry }).await
    }
}

/// Some dossiers of a tenant, in the order of their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// Those that could be read.
    pub dossiers: Vec<Dossier>,
    /// Those that are damaged.
    pub unread: Vec<DraftId>,
    /// The last of both, after which the next batch begins; `None` at the end.
    pub next: Option<DraftId>,
}
