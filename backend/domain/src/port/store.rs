//! The store (lager): every call through a tenant handle, every save with its entry in the trail.

use super::{Batch, Enrolled, Erasing, Failure, Heap, Laid, Posted, Posting, Switched, Tallied, Taught};
use crate::{
    audit::{
        Entry, Examined, Link,
        tree::{Frontier, Hash, Part},
    },
    dossier::Dossier,
    review::Approver,
    send::Signature,
    sort::{Learned, Mark, Said},
};
use async_trait::async_trait;
use jiff::Timestamp;
use std::sync::Arc;
use vocabulary::{ConversationId, DraftId, GateMode, PersonId, Reference, TenantId};

/// The store of all tenants; gives handles.
#[async_trait]
pub trait Store: Send + Sync {
    /// The handle of one tenant.
    fn tenant(&self, tenant: &TenantId) -> Arc<dyn TenantStore>;
    /// All tenants with entries in the trail.
    async fn tenants(&self) -> Result<Vec<TenantId>, Failure>;
    /// Takes what was erased out of the files too, logs included; `false` where somebody who reads kept it from that, and it is to be done
    /// again.
    async fn wipe(&self) -> Result<bool, Failure>;
}

/// One tenant's store.
#[async_trait]
pub trait TenantStore: Send + Sync {
    /// One dossier.
    async fn dossier(&self, draft: &DraftId) -> Result<Option<Dossier>, Failure>;
    /// The newest dossier of a conversation.
    async fn latest_in(&self, conversation: &ConversationId) -> Result<Option<Dossier>, Failure>;
    /// The dossier with this reference.
    async fn by_reference(&self, reference: &Reference) -> Result<Option<Dossier>, Failure>;
    /// Those that wait for a second person, oldest request first.
    async fn waiting(&self) -> Result<Vec<Dossier>, Failure>;
    /// Those that a second person has approved or returned and that nobody has gone on with, the last request first, at most a hundred.
    async fn decided(&self) -> Result<Vec<Dossier>, Failure>;
    /// Saves dossier and entry in one transaction; `Stale` when a newer version, or another dossier with the same id, is there. See [`Change`].
    async fn save(&self, save: Save) -> Result<(), Failure>;
    /// Lays a text aside in a dossier, and changes nothing else of it; `Stale` when a newer version is there. It leaves no entry: the call that
    /// brought it has its own. See [`super::Laying`].
    async fn lay_aside(&self, laid: Laid) -> Result<(), Failure>;
    /// How the gate works, where somebody has switched it.
    async fn gate(&self) -> Result<Option<GateMode>, Failure>;
    /// Switches the gate, with the entry, in one transaction. See [`super::Switch`].
    async fn switch(&self, switched: Switched) -> Result<(), Failure>;
    /// Counts a word on a draft and saves the draft with its entry, in one transaction; `Stale` as for `save`. See [`super::Tally`].
    async fn tally(&self, tallied: Tallied) -> Result<(), Failure>;
    /// How many drafts each word was said of, by week and unit.
    async fn tallies(&self) -> Result<Vec<(Heap, u64)>, Failure>;
    /// Writes what waits to be journalled, or takes it away, and saves the dossier with its entry, in one transaction; `Stale` when a newer
    /// version of either is there. See [`super::Post`].
    async fn post(&self, posted: Posted) -> Result<(), Failure>;
    /// Takes one that is due by now for oneself: nobody else is given it until its lease ends. One that is damaged does not hide the others.
    async fn take(&self, now: Timestamp) -> Result<Option<Posting>, Failure>;
    /// Keeps how far one has come, and changes nothing else; `Stale` when a newer version is there. It leaves no entry: its end does.
    async fn carry(&self, posting: Posting) -> Result<(), Failure>;
    /// What waits of one draft.
    async fn posting(&self, draft: &DraftId) -> Result<Option<Posting>, Failure>;
    /// All that waits, in the order of the drafts.
    async fn postings(&self) -> Result<Vec<Posting>, Failure>;
    /// The signature that a person registered.
    async fn signature(&self, person: &PersonId) -> Result<Option<Signature>, Failure>;
    /// Keeps a person's signature, or none, and the entry in one transaction. See [`Registration`].
    async fn register(&self, registered: Registered) -> Result<(), Failure>;
    /// Who is known to approve, in the order of their accounts.
    async fn approvers(&self) -> Result<Vec<Approver>, Failure>;
    /// Keeps what is known of an approver, or nothing any more, and the entry in one transaction. See [`super::Enrolment`].
    async fn enrol(&self, enrolled: Enrolled) -> Result<(), Failure>;
    /// What confirmed mails taught of these words, which are fingerprints: all that is needed for the mail that has them.
    async fn learned(&self, words: &[u32]) -> Result<Learned, Failure>;
    /// What was confirmed of one mail, while it can be corrected.
    async fn confirmed(&self, mark: &Mark) -> Result<Option<Said>, Failure>;
    /// Learns from one mail in the place of what was confirmed of it before, and the entry, in one transaction. See [`super::Lesson`].
    async fn learn(&self, taught: Taught) -> Result<(), Failure>;
    /// Dossiers that were begun before a moment, with ids after this one, at most `limit`; one that is damaged does not hide the others.
    async fn begun_before(&self, at: Timestamp, after: &DraftId, limit: u32) -> Result<Batch, Failure>;
    /// Erases a dossier and all that hangs on it, and adds the entry, in one transaction; `Stale` when it is not there as it was read.
    /// See [`super::Erasure`].
    async fn erase(&self, erasing: Erasing) -> Result<(), Failure>;
    /// Forgets, a few hundred at a time, by which mails the sorting was corrected before a moment; gives how many. The entry is added with their
    /// number where there were any.
    async fn forget(&self, before: Timestamp, entry: Entry) -> Result<u64, Failure>;
    /// How many confirmed mails of one sender are known still.
    async fn confirmed_of(&self, sender: &str) -> Result<u64, Failure>;
    /// Takes back what the mails of one sender taught; gives how many they were. The entry is added with their number
    /// where there were any.
    async fn unlearn(&self, sender: &str, entry: Entry) -> Result<u64, Failure>;
    /// Adds an entry that changes nothing else; gives its number.
    async fn record(&self, entry: Entry) -> Result<u64, Failure>;
    /// The entries about one draft, oldest first.
    async fn entries_of(&self, draft: &DraftId) -> Result<Vec<Link>, Failure>;
    /// Entries after a number, oldest first, at most `limit`.
    async fn entries(&self, after: u64, limit: u32) -> Result<Vec<Link>, Failure>;
    /// The edge of the tree over the trail as it is now.
    async fn tree(&self) -> Result<Frontier, Failure>;
    /// The hashes of these subtrees, in their order, without reading all entries.
    async fn hashes(&self, parts: &[Part]) -> Result<Vec<Hash>, Failure>;
    /// Reads the whole trail once, from one state of things and in bounded memory: what holds, and the root at each of these sizes.
    async fn examine(&self, sizes: &[u64]) -> Result<Examined, Failure>;
    /// Marks operations that were opened and never closed as unfinished; gives how many. Called at start.
    async fn sweep_unfinished(&self, at: Timestamp) -> Result<u64, Failure>;
}

/// What a store is handed: only a [`Change`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    dossier: Dossier,
    entry: Entry,
}

impl Save {
    pub(super) fn of(dossier: Dossier, entry: Entry) -> Self {
        Self { dossier, entry }
    }

    /// Dossier (its `version` is the one that was read) and entry.
    #[must_use]
    pub fn into_parts(self) -> (Dossier, Entry) {
        (self.dossier, self.entry)
    }
}

/// A changed dossier that is not saved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a change that is not committed is lost"]
pub struct Change {
    dossier: Dossier,
}

impl Change {
    /// The new state.
    pub fn to(dossier: Dossier) -> Self {
        Self { dossier }
    }

    /// Saves it with its entry: the only way to save. Gives the dossier with its new version.
    ///
    /// # Errors
    /// `Stale` when somebody was faster; else the store's failure.
    pub async fn commit(self, store: &dyn TenantStore, entry: Entry) -> Result<Dossier, Failure> {
        let mut saved = self.dossier.clone();
        store.save(Save { dossier: self.dossier, entry }).await?;
        saved.version += 1;
        Ok(saved)
    }
}

/// What a store is handed: only a [`Registration`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    registration: Registration,
    entry: Entry,
}

impl Registered {
    /// Whose, which, and the entry.
    #[must_use]
    pub fn into_parts(self) -> (PersonId, Option<Signature>, Entry) {
        (self.registration.person, self.registration.signature, self.entry)
    }
}

/// A person's signature that is not saved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a registration that is not committed is lost"]
pub struct Registration {
    person: PersonId,
    signature: Option<Signature>,
}

impl Registration {
    /// The signature of a person; `None` takes away what was registered.
    pub fn of(person: PersonId, signature: Option<Signature>) -> Self {
        Self { person, signature }
    }

    /// Saves it with its entry: the only way to save.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn commit(self, store: &dyn TenantStore, entry: Entry) -> Result<(), Failure> {
        store.register(Registered { registration: self, entry }).await
    }
}
