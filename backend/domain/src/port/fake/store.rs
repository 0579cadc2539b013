//! A store in memory that keeps the promises of the real one: tenants apart, no save over a newer version, a chained trail.

use super::{held, told};
use crate::{
    audit::{
        Action, Entry, Examined, Link, chain,
        tree::{Frontier, Hash, Part},
    },
    dossier::Dossier,
    port::{
        Batch, Enrolled, Erasing, Failure, FailureKind, Heap, Laid, Lesson, Posted, Posting, Registered, Save, Store,
        Switched, Tallied, Taught, TenantStore,
    },
    review::Approver,
    send::Signature,
    sort::{CORRECTABLE_DAYS, Confirmed, Learned, Mark, Said},
};
use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};
use vocabulary::{ConversationId, DraftId, GateMode, PersonId, Reference, Status, TenantId};

/// One shelf per tenant.
#[derive(Clone, Debug, Default)]
pub struct Shelves {
    all: Arc<Mutex<BTreeMap<TenantId, Shelf>>>,
    failing: Arc<Mutex<Option<FailureKind>>>,
}

#[derive(Debug, Default)]
struct Shelf {
    dossiers: Vec<Dossier>,
    gate: Option<GateMode>,
    tallies: BTreeMap<Heap, u64>,
    postings: BTreeMap<DraftId, Posting>,
    signatures: BTreeMap<PersonId, Signature>,
    approvers: BTreeMap<PersonId, Approver>,
    learned: Learned,
    confirmed: BTreeMap<Mark, (Timestamp, String, Confirmed)>,
    links: Vec<Link>,
}

struct Handle {
    shelves: Shelves,
    tenant: TenantId,
}

impl Shelves {
    /// Makes every call fail from now on, or succeed again.
    pub fn fail(&self, kind: Option<FailureKind>) {
        *held(&self.failing) = kind;
    }
}

impl Shelf {
    fn save(&mut self, save: Save) -> Result<(), Failure> {
        let (mut dossier, entry) = save.into_parts();
        let stale = || Failure::new(FailureKind::Stale, "sql", "a newer version is there");
        let place = self.dossiers.iter().position(|kept| kept.id == dossier.id);
        let kept = place.map_or(0, |place| self.dossiers[place].version);
        let taken = self.dossiers.iter().any(|kept| kept.reference == dossier.reference && kept.id != dossier.id);
        if kept != dossier.version || taken {
            return Err(stale());
        }
        dossier.version += 1;
        match place {
            Some(place) => self.dossiers[place] = dossier,
            None => self.dossiers.push(dossier),
        }
        self.record(entry);
        Ok(())
    }

    fn lay_aside(&mut self, laid: Laid) -> Result<(), Failure> {
        let (draft, version) = laid.over();
        let place = self.dossiers.iter().position(|kept| kept.id == *draft && kept.version == version);
        let place = place.ok_or_else(|| Failure::new(FailureKind::Stale, "sql", "a newer version is there"))?;
        let kept = laid.in_place(self.dossiers[place].clone());
        self.dossiers[place] = Dossier { version: kept.version + 1, ..kept };
        Ok(())
    }

    /// Whether one stands as it was read.
    fn stands(&self, posting: &Posting) -> Result<(), Failure> {
        let kept = self.postings.get(&posting.draft).map_or(0, |kept| kept.version);
        let stale = || Failure::new(FailureKind::Stale, "sql", "a newer version is there");
        if kept == posting.version { Ok(()) } else { Err(stale()) }
    }

    fn put(&mut self, posting: Posting) {
        let version = posting.version + 1;
        self.postings.insert(posting.draft.clone(), Posting { version, ..posting });
    }

    fn post(&mut self, posted: Posted) -> Result<(), Failure> {
        let (posting, stays, save) = posted.into_parts();
        self.stands(&posting)?;
        self.save(save)?;
        self.postings.remove(&posting.draft);
        if stays {
            self.put(posting);
        }
        Ok(())
    }

    fn take(&mut self, now: Timestamp) -> Option<Posting> {
        let due = self.postings.values().filter(|one| one.due.is_some_and(|due| due <= now));
        let draft = due.min_by_key(|one| one.due)?.draft.clone();
        let taken = self.postings.get(&draft)?.clone().held(now);
        self.put(taken);
        self.postings.get(&draft).cloned()
    }

    fn carry(&mut self, posting: Posting) -> Result<(), Failure> {
        self.stands(&posting)?;
        self.put(posting);
        Ok(())
    }

    fn learn(&mut self, taught: Taught) {
        let (Lesson { mark, sender, confirmed }, entry) = taught.into_parts();
        let days = SignedDuration::from_hours(24 * CORRECTABLE_DAYS.cast_signed());
        self.confirmed.retain(|_, (at, ..)| *at + days >= entry.at);
        self.take_back(&mark);
        self.learned.add(&confirmed);
        self.confirmed.insert(mark, (entry.at, sender, confirmed));
        self.record(entry);
    }

    fn take_back(&mut self, mark: &Mark) {
        if let Some((.., before)) = self.confirmed.remove(mark) {
            self.learned.remove(&before);
        }
    }

    fn unlearn(&mut self, sender: &str, entry: Entry) -> u64 {
        let theirs = self.confirmed.iter().filter(|(_, (_, from, _))| from == sender);
        let marks: Vec<Mark> = theirs.map(|(mark, _)| mark.clone()).collect();
        marks.iter().for_each(|mark| self.take_back(mark));
        if !marks.is_empty() {
            self.record(entry.fact("mails", marks.len().to_string()));
        }
        marks.len() as u64
    }

    fn erase(&mut self, erasing: Erasing) -> Result<(), Failure> {
        let (erasure, entry) = erasing.into_parts();
        let is_it = |kept: &Dossier| kept.id == erasure.draft && kept.version == erasure.version;
        let stale = || Failure::new(FailureKind::Stale, "sql", "it is not there as it was read");
        let place = self.dossiers.iter().position(is_it).ok_or_else(stale)?;
        self.dossiers.remove(place);
        self.postings.remove(&erasure.draft);
        erasure.mails.iter().for_each(|mark| self.take_back(mark));
        self.record(entry);
        Ok(())
    }

    fn forget(&mut self, before: Timestamp, entry: Entry) -> u64 {
        let known = self.confirmed.len();
        self.confirmed.retain(|_, (at, ..)| *at >= before);
        let gone = (known - self.confirmed.len()) as u64;
        if gone > 0 {
            self.record(entry.fact("mails", gone.to_string()));
        }
        gone
    }

    fn batch(&self, at: Timestamp, after: &DraftId, limit: u32) -> Batch {
        let is_in = |dossier: &&Dossier| dossier.created < at && dossier.id > *after;
        let mut dossiers: Vec<Dossier> = self.dossiers.iter().filter(is_in).cloned().collect();
        dossiers.sort_by(|one, other| one.id.cmp(&other.id));
        dossiers.truncate(limit as usize);
        let next = dossiers.last().map(|last| last.id.clone());
        Batch { dossiers, unread: Vec::new(), next }
    }

    fn record(&mut self, entry: Entry) -> u64 {
        let previous = self.links.last().map_or(chain::FIRST, |link| link.hash.as_str());
        let sequence = self.links.len() as u64 + 1;
        let link = chain::link(previous, sequence, entry);
        self.links.push(link);
        sequence
    }

    fn tree(&self, part: std::ops::Range<u64>) -> Frontier {
        let within = self.links.iter().filter(|link| part.contains(&(link.sequence - 1)));
        let mut tree = Frontier::default();
        within.filter_map(|link| chain::leaf(&link.hash)).for_each(|leaf| tree.push(leaf, |_, _| {}));
        tree
    }

    fn examined(&self, sizes: &[u64]) -> Examined {
        let mut walk = chain::Walk::default();
        let broken = self.links.iter().find_map(|link| walk.step(link).err());
        let reached = sizes.iter().filter(|size| **size <= walk.length());
        let roots = reached.map(|size| (*size, self.tree(0..*size).root())).collect();
        Examined { entries: walk.length(), root: walk.tree().root(), roots, broken }
    }

    fn unfinished(&self) -> Vec<Entry> {
        let is_end =
            |action| matches!(action, Action::OperationClosed | Action::OperationFailed | Action::OperationUnfinished);
        let entries = || self.links.iter().map(|link| &link.entry);
        let opened = entries().filter(|entry| entry.action == Action::OperationOpened && entry.trace.is_some());
        opened
            .filter(|open| !entries().any(|entry| is_end(entry.action) && entry.trace == open.trace))
            .cloned()
            .collect()
    }
}

impl Handle {
    fn with<T>(&self, work: impl FnOnce(&mut Shelf) -> T) -> Result<T, Failure> {
        told(*held(&self.shelves.failing), "sql")?;
        Ok(work(held(&self.shelves.all).entry(self.tenant.clone()).or_default()))
    }

    fn find(&self, wanted: impl Fn(&Dossier) -> bool) -> Result<Option<Dossier>, Failure> {
        self.with(|shelf| shelf.dossiers.iter().rev().find(|dossier| wanted(dossier)).cloned())
    }
}

#[async_trait]
impl Store for Shelves {
    fn tenant(&self, tenant: &TenantId) -> Arc<dyn TenantStore> {
        Arc::new(Handle { shelves: self.clone(), tenant: tenant.clone() })
    }

    async fn tenants(&self) -> Result<Vec<TenantId>, Failure> {
        told(*held(&self.failing), "sql")?;
        Ok(held(&self.all)
            .iter()
            .filter(|(_, shelf)| !shelf.links.is_empty())
            .map(|(tenant, _)| tenant.clone())
            .collect())
    }

    async fn wipe(&self) -> Result<bool, Failure> {
        told(*held(&self.failing), "sql").map(|()| true)
    }
}

#[async_trait]
impl TenantStore for Handle {
    async fn dossier(&self, draft: &DraftId) -> Result<Option<Dossier>, Failure> {
        self.find(|dossier| dossier.id == *draft)
    }

    async fn latest_in(&self, conversation: &ConversationId) -> Result<Option<Dossier>, Failure> {
        self.find(|dossier| dossier.key.conversation == *conversation)
    }

    async fn by_reference(&self, reference: &Reference) -> Result<Option<Dossier>, Failure> {
        self.find(|dossier| dossier.reference == *reference)
    }

    async fn waiting(&self) -> Result<Vec<Dossier>, Failure> {
        let mut waiting: Vec<Dossier> = self.with(|shelf| {
            shelf.dossiers.iter().filter(|dossier| dossier.status == Status::AwaitingReview).cloned().collect()
        })?;
        waiting.sort_by_key(|dossier| dossier.request.as_ref().map(|request| request.at));
        Ok(waiting)
    }

    async fn decided(&self) -> Result<Vec<Dossier>, Failure> {
        let is_decided = |dossier: &&Dossier| matches!(dossier.status, Status::Approved | Status::Returned);
        let mut decided: Vec<Dossier> =
            self.with(|shelf| shelf.dossiers.iter().filter(is_decided).cloned().collect())?;
        decided.sort_by_key(|dossier| std::cmp::Reverse(dossier.request.as_ref().map(|request| request.at)));
        Ok(decided)
    }

    async fn save(&self, save: Save) -> Result<(), Failure> {
        self.with(|shelf| shelf.save(save))?
    }

    async fn lay_aside(&self, laid: Laid) -> Result<(), Failure> {
        self.with(|shelf| shelf.lay_aside(laid))?
    }

    async fn gate(&self) -> Result<Option<GateMode>, Failure> {
        self.with(|shelf| shelf.gate)
    }

    async fn switch(&self, switched: Switched) -> Result<(), Failure> {
        let (mode, entry) = switched.into_parts();
        self.with(|shelf| {
            shelf.gate = Some(mode);
            shelf.record(entry);
        })
    }

    async fn tally(&self, tallied: Tallied) -> Result<(), Failure> {
        let (heap, save) = tallied.into_parts();
        self.with(|shelf| {
            shelf.save(save)?;
            *shelf.tallies.entry(heap).or_default() += 1;
            Ok(())
        })?
    }

    async fn tallies(&self) -> Result<Vec<(Heap, u64)>, Failure> {
        self.with(|shelf| shelf.tallies.iter().map(|(heap, drafts)| (heap.clone(), *drafts)).collect())
    }

    async fn post(&self, posted: Posted) -> Result<(), Failure> {
        self.with(|shelf| shelf.post(posted))?
    }

    async fn take(&self, now: Timestamp) -> Result<Option<Posting>, Failure> {
        self.with(|shelf| shelf.take(now))
    }

    async fn carry(&self, posting: Posting) -> Result<(), Failure> {
        self.with(|shelf| shelf.carry(posting))?
    }

    async fn posting(&self, draft: &DraftId) -> Result<Option<Posting>, Failure> {
        self.with(|shelf| shelf.postings.get(draft).cloned())
    }

    async fn postings(&self) -> Result<Vec<Posting>, Failure> {
        self.with(|shelf| shelf.postings.values().cloned().collect())
    }

    async fn signature(&self, person: &PersonId) -> Result<Option<Signature>, Failure> {
        self.with(|shelf| shelf.signatures.get(person).cloned())
    }

    async fn register(&self, registered: Registered) -> Result<(), Failure> {
        let (person, signature, entry) = registered.into_parts();
        self.with(|shelf| {
            shelf.signatures.remove(&person);
            shelf.signatures.extend(signature.map(|signature| (person, signature)));
            shelf.record(entry);
        })
    }

    async fn approvers(&self) -> Result<Vec<Approver>, Failure> {
        self.with(|shelf| shelf.approvers.values().cloned().collect())
    }

    async fn enrol(&self, enrolled: Enrolled) -> Result<(), Failure> {
        let (person, approver, entry) = enrolled.into_parts();
        self.with(|shelf| {
            shelf.approvers.remove(&person);
            shelf.approvers.extend(approver.map(|approver| (person, approver)));
            shelf.record(entry);
        })
    }

    async fn learned(&self, words: &[u32]) -> Result<Learned, Failure> {
        self.with(|shelf| shelf.learned.about(words))
    }

    async fn confirmed(&self, mark: &Mark) -> Result<Option<Said>, Failure> {
        self.with(|shelf| shelf.confirmed.get(mark).map(|(.., confirmed)| confirmed.said.clone()))
    }

    async fn learn(&self, taught: Taught) -> Result<(), Failure> {
        self.with(|shelf| shelf.learn(taught))
    }

    async fn begun_before(&self, at: Timestamp, after: &DraftId, limit: u32) -> Result<Batch, Failure> {
        self.with(|shelf| shelf.batch(at, after, limit))
    }

    async fn erase(&self, erasing: Erasing) -> Result<(), Failure> {
        self.with(|shelf| shelf.erase(erasing))?
    }

    async fn forget(&self, before: Timestamp, entry: Entry) -> Result<u64, Failure> {
        self.with(|shelf| shelf.forget(before, entry))
    }

    async fn confirmed_of(&self, sender: &str) -> Result<u64, Failure> {
        self.with(|shelf| shelf.confirmed.values().filter(|(_, from, _)| from == sender).count() as u64)
    }

    async fn unlearn(&self, sender: &str, entry: Entry) -> Result<u64, Failure> {
        self.with(|shelf| shelf.unlearn(sender, entry))
    }

    async fn record(&self, entry: Entry) -> Result<u64, Failure> {
        self.with(|shelf| shelf.record(entry))
    }

    async fn entries_of(&self, draft: &DraftId) -> Result<Vec<Link>, Failure> {
        self.with(|shelf| shelf.links.iter().filter(|link| link.entry.draft.as_ref() == Some(draft)).cloned().collect())
    }

    async fn entries(&self, after: u64, limit: u32) -> Result<Vec<Link>, Failure> {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        self.with(|shelf| shelf.links.iter().filter(|link| link.sequence > after).take(limit).cloned().collect())
    }

    async fn tree(&self) -> Result<Frontier, Failure> {
        self.with(|shelf| shelf.tree(0..u64::MAX))
    }

    async fn hashes(&self, parts: &[Part]) -> Result<Vec<Hash>, Failure> {
        self.with(|shelf| parts.iter().map(|part| shelf.tree(part.place << part.level..part.last()).root()).collect())
    }

    async fn examine(&self, sizes: &[u64]) -> Result<Examined, Failure> {
        self.with(|shelf| shelf.examined(sizes))
    }

    async fn sweep_unfinished(&self, at: Timestamp) -> Result<u64, Failure> {
        self.with(|shelf| {
            let open = shelf.unfinished();
            for entry in &open {
                let unfinished = Entry::of(Action::OperationUnfinished, at);
                shelf.record(Entry { trace: entry.trace.clone(), person: entry.person.clone(), ..unfinished });
            }
            open.len() as u64
        })
    }
}
