//! Erases what has been kept long enough (sletting etter frist): called by the clock of a running server, and as good when called twice.

use crate::{Failure, Flow};
use domain::{
    audit::{Action, Entry},
    dossier::Dossier,
    port::{Erasure, FailureKind, TenantStore},
    rule::{Retention, retention::Kind},
};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use vocabulary::DraftId;

/// Dossiers read at a time, so that memory stays bounded.
const BATCH: u32 = 50;

/// What was erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// How many of each kind.
    pub of: BTreeMap<Kind, u64>,
    /// Dossiers that are old enough to be looked at, and damaged: nobody can say whether they are due.
    pub unread: u64,
    /// Who may approve and was not seen for long.
    pub approvers: u64,
}

impl Erased {
    /// How many in all.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.of.values().sum::<u64>() + self.approvers
    }
}

impl Flow {
    /// Erases every dossier of this house whose limit has passed, and forgets by which mails the sorting was corrected too long ago. Each goes
    /// in a transaction with its entry; what somebody changes meanwhile is not due any more. It does not take the pages out of the
    /// files: [`domain::port::Store::wipe`] does.
    ///
    /// # Errors
    /// The store's failure; what was erased until then is erased.
    pub async fn erase_expired(&self) -> Result<Erased, Failure> {
        let (store, now, retention) = (self.store.tenant(&self.tenant), self.clock.now(), self.rules.retention);
        let mut erased = Erased::default();
        let mut after = Some(DraftId::new(""));
        while let Some(place) = after {
            let batch = store.begun_before(begun(&retention, now), &place, BATCH).await?;
            erased.unread += batch.unread.len() as u64;
            for dossier in batch.dossiers.iter().filter(|dossier| dossier.is_due(&retention, now)) {
                if self.expired(store.as_ref(), dossier).await? {
                    *erased.of.entry(dossier.kind()).or_default() += 1;
                }
            }
            after = batch.next;
        }
        let forgotten = self.forgotten(store.as_ref(), before(now, retention.sorted)).await?;
        if forgotten > 0 {
            erased.of.insert(Kind::Sorted, forgotten);
        }
        erased.approvers = self.forget_approvers().await?;
        Ok(erased)
    }

    async fn expired(&self, store: &dyn TenantStore, dossier: &Dossier) -> Result<bool, Failure> {
        let days = self.rules.retention.days(dossier.kind());
        let entry = erased(dossier, self.clock.now(), "retention").fact("days", days.to_string());
        match Erasure::of(dossier).commit(store, entry).await {
            Ok(()) => Ok(true),
            Err(failure) if failure.kind == FailureKind::Stale => Ok(false),
            Err(failure) => Err(failure.into()),
        }
    }

    async fn forgotten(&self, store: &dyn TenantStore, before: Timestamp) -> Result<u64, Failure> {
        let days = self.rules.retention.sorted.to_string();
        let mut forgotten = 0;
        loop {
            let entry = Entry::of(Action::SortForgotten, self.clock.now()).fact("why", "retention").fact("days", &days);
            match store.forget(before, entry).await? {
                0 => return Ok(forgotten),
                some => forgotten += some,
            }
        }
    }
}

/// What the trail keeps of an erased dossier: of which kind it was, why it went, and how much it was.
pub(crate) fn erased(dossier: &Dossier, now: Timestamp, why: &str) -> Entry {
    let entry = Entry::of(Action::TextErased, now).about(&dossier.id, dossier.current().number);
    let entry = entry.in_case(dossier.matched.number).fact("kind", dossier.kind().name()).fact("why", why);
    let (mails, revisions) = (dossier.messages.len(), dossier.revisions.len());
    entry.fact("mails", mails.to_string()).fact("revisions", revisions.to_string())
}

/// Whatever is due now was begun before this: nobody does anything with a draft before it is begun.
fn begun(retention: &Retention, now: Timestamp) -> Timestamp {
    // A moment in the store is kept to the millisecond.
    let shortest = before(now, retention.answered.min(retention.unsent));
    shortest.saturating_add(SignedDuration::from_millis(1)).unwrap_or(shortest)
}

fn before(now: Timestamp, days: u32) -> Timestamp {
    now.saturating_sub(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(Timestamp::MIN)
}
