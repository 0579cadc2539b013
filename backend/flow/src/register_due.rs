//! Takes what waits into the journal (utboks): each mail registered once, the incoming ones signed off by the reply. How far it has come is
//! kept after every step, so that whoever dies at it is followed by another who goes on there.

use crate::{Failure, Flow};
use domain::{
    audit::{Action, Entry},
    dossier::{Dossier, Hindrance, Journalling},
    filing::Way,
    port::{self, FailureKind, Journal, Post, Posting, TenantStore},
};

/// How often in a row answers may be unreadable before a person is told.
const UNREADABLE: u32 = 8;
/// How often an ended one is read again that somebody is changing just now.
const TRIES: usize = 5;

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Worked {
    /// Replies that stand in the journal now.
    pub registered: u64,
    /// Those that are tried again later.
    pub delayed: u64,
    /// Those that a person must look at.
    pub stopped: u64,
}

/// A step that came to nothing: with what waits as it stands, or as the store failed.
enum Broken {
    Step(Box<Posting>, port::Failure),
    Store(port::Failure),
}

impl Flow {
    /// Carries out all that is due in this house; nothing where no case system is connected.
    ///
    /// # Errors
    /// The store's failure; what was done until then is kept.
    pub async fn register_due(&self) -> Result<Worked, Failure> {
        let mut worked = Worked::default();
        let Some(journal) = &self.journal else { return Ok(worked) };
        let store = self.store.tenant(&self.tenant);
        while let Some(posting) = store.take(self.clock.now()).await? {
            let count = match self.steps(journal.as_ref(), store.as_ref(), posting).await {
                Ok(posting) => {
                    self.ended(store.as_ref(), posting, None).await?;
                    &mut worked.registered
                }
                Err(Broken::Store(failure)) if failure.kind == FailureKind::Stale => continue,
                Err(Broken::Store(failure)) => return Err(failure.into()),
                Err(Broken::Step(posting, failure)) => match hindrance(&failure, posting.tries) {
                    Some(hindrance) => {
                        let stopped = posting.stopped(failure.kind);
                        self.ended(store.as_ref(), stopped, Some(hindrance)).await?;
                        &mut worked.stopped
                    }
                    None => {
                        posting.later(failure.kind, self.clock.now()).carry(store.as_ref()).await?;
                        &mut worked.delayed
                    }
                },
            };
            *count += 1;
        }
        Ok(worked)
    }

    /// What is left to be done, one step after the other.
    async fn steps(
        &self,
        journal: &dyn Journal,
        store: &dyn TenantStore,
        mut posting: Posting,
    ) -> Result<Posting, Broken> {
        let person = posting.person(&self.tenant);
        while let Some(wrong) = posting.undo.first().cloned() {
            match journal.undo(&person, &wrong).await {
                // What the archive has built on stays; it is the archive's by then.
                Err(failure) if hindrance(&failure, 0).is_none() => return Err(Broken::Step(posting.into(), failure)),
                _ => drop(posting.undo.remove(0)),
            }
            posting = self.carried(store, posting).await?;
        }
        for at in 0..posting.parcels.len() {
            if posting.parcels[at].filed.is_none() {
                match journal.register(&person, &posting.parcels[at].filing).await {
                    Ok(filed) => posting.parcels[at].filed = Some(filed),
                    Err(failure) => return Err(Broken::Step(posting.into(), failure)),
                }
                posting = self.carried(store, posting).await?;
            }
        }
        let answer = posting.answer().cloned();
        for at in 0..posting.parcels.len() {
            let parcel = &posting.parcels[at];
            let is_open = parcel.filing.way == Way::In && !parcel.signed_off;
            let (Some(answer), Some(incoming)) = (&answer, parcel.filed.as_ref().filter(|_| is_open)) else { continue };
            if let Err(failure) = journal.sign_off(&person, incoming, answer).await {
                return Err(Broken::Step(posting.into(), failure));
            }
            posting.parcels[at].signed_off = true;
            posting = self.carried(store, posting).await?;
        }
        Ok(posting)
    }

    async fn carried(&self, store: &dyn TenantStore, posting: Posting) -> Result<Posting, Broken> {
        posting.held(self.clock.now()).carry(store).await.map_err(Broken::Store)
    }

    /// The case system has it, or does not take it: the dossier says so, and what waits is gone, or waits for a person.
    async fn ended(&self, store: &dyn TenantStore, posting: Posting, why: Option<Hindrance>) -> Result<(), Failure> {
        for _ in 0..TRIES {
            // Erased meanwhile, and what waited with it.
            let Some(dossier) = store.dossier(&posting.draft).await? else { return Ok(()) };
            let Some(journalling) = dossier.journalling.clone() else { return Ok(()) };
            let posted = self.settled_as(&posting, (dossier, journalling), why);
            let (post, entry) = posted;
            match post.commit(store, entry).await {
                Err(failure) if failure.kind == FailureKind::Stale => {}
                done => return done.map(|_| ()).map_err(Failure::from),
            }
        }
        Err(Failure::Stale)
    }

    fn settled_as(
        &self,
        posting: &Posting,
        (dossier, journalling): (Dossier, Journalling),
        why: Option<Hindrance>,
    ) -> (Post, Entry) {
        let now = self.clock.now();
        let about = |action, case| {
            let entry = Entry::of(action, now).about(&dossier.id, dossier.current().number);
            entry.in_case(case)
        };
        let case = journalling.fields.case;
        match why {
            None => {
                let numbers = posting.numbers();
                let entry = about(Action::JournalRegistered, case).fact("numbers", numbers.join(" "));
                let next = dossier.clone().journalling(journalling.registered(numbers, now));
                (Post::done(posting.clone(), next), entry)
            }
            Some(why) => {
                let entry = about(Action::JournalStopped, case).fact("reason", why.name());
                let next = dossier.clone().journalling(journalling.stopped(why, now));
                (Post::of(posting.clone(), next), entry)
            }
        }
    }
}

/// What a person must look at; `None` where trying again may help.
fn hindrance(failure: &port::Failure, tries: u32) -> Option<Hindrance> {
    match failure.kind {
        FailureKind::Denied | FailureKind::MoreNeeded => Some(Hindrance::Denied),
        FailureKind::NotFound => Some(Hindrance::CaseGone),
        FailureKind::Refused => Some(Hindrance::Refused),
        FailureKind::TooLarge => Some(Hindrance::TooLarge),
        FailureKind::Garbled if tries + 1 >= UNREADABLE => Some(Hindrance::Unclear),
        FailureKind::Garbled | FailureKind::Unavailable | FailureKind::Slow | FailureKind::Stale => None,
    }
}
