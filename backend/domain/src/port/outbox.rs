//! What waits to be journalled (utboks): each mail as it is to be registered, how far it has come, and when it is tried next. It is kept
//! until the case system has all of it, and not longer.

use super::{Failure, FailureKind, Save, TenantStore};
use crate::{
    audit::Entry,
    dossier::Dossier,
    filing::{Filed, Filing, Way},
    person::Person,
};
use jiff::{SignedDuration, Timestamp};
use vocabulary::{DraftId, PersonId, TenantId};

/// The first wait after a failure; each next one is twice as long.
const FIRST: SignedDuration = SignedDuration::from_mins(1);
/// The longest.
const LONGEST: SignedDuration = SignedDuration::from_hours(1);
/// Who is at it and dies is known by having been at it so long: longer than the case system may take for one mail.
const LEASE: SignedDuration = SignedDuration::from_mins(5);

/// One mail of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// As it is to stand there.
    pub filing: Filing,
    /// Where it stands, once it does.
    pub filed: Option<Filed>,
    /// Whether it is signed off as answered, which an incoming mail is to be.
    pub signed_off: bool,
}

/// A reply with the mails that it answers, on its way into the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The draft.
    pub draft: DraftId,
    /// Who confirmed it.
    pub by: PersonId,
    /// Their name.
    pub by_name: String,
    /// Their address.
    pub by_address: String,
    /// The incoming mails, oldest first, then the reply.
    pub parcels: Vec<Parcel>,
    /// Registrations of ours that a correction made wrong, to be taken back first.
    pub undo: Vec<Filed>,
    /// How often in a row it was tried in vain.
    pub tries: u32,
    /// What was in the way the last time.
    pub failing: Option<FailureKind>,
    /// When it is tried next; `None` until a person has looked at it.
    pub due: Option<Timestamp>,
    /// Whether somebody is at it until then.
    pub at_work: bool,
    /// Counts the writes; 0 before the first.
    pub version: u64,
}

impl Posting {
    /// Of these mails, to be tried at once.
    #[must_use]
    pub fn of(draft: &DraftId, by: &Person, filings: Vec<Filing>, now: Timestamp) -> Self {
        let parcel = |filing| Parcel { filing, filed: None, signed_off: false };
        Self {
            draft: draft.clone(),
            by: by.id.clone(),
            by_name: by.name.clone(),
            by_address: by.address.clone(),
            parcels: filings.into_iter().map(parcel).collect(),
            undo: Vec::new(),
            tries: 0,
            failing: None,
            due: Some(now),
            at_work: false,
            version: 0,
        }
    }

    /// The same in the place of one that a person corrected: what stands in the case system as it is now to stand stays there; what we
    /// registered otherwise is taken back.
    #[must_use]
    pub fn in_place_of(mut self, before: Self) -> Self {
        self.version = before.version;
        self.undo = before.undo;
        for old in before.parcels {
            let Some(filed) = old.filed.clone() else { continue };
            match self.parcels.iter_mut().find(|parcel| parcel.filing == old.filing) {
                Some(parcel) => *parcel = old,
                None if filed.already => {}
                None => self.undo.push(filed),
            }
        }
        self
    }

    /// Who confirmed it, as the case system is told.
    #[must_use]
    pub fn person(&self, tenant: &TenantId) -> Person {
        let (id, name, address) = (self.by.clone(), self.by_name.clone(), self.by_address.clone());
        Person { tenant: tenant.clone(), id, name, address, roles: Vec::new(), groups: Vec::new() }
    }

    /// The reply, once it is registered.
    #[must_use]
    pub fn answer(&self) -> Option<&Filed> {
        self.parcels.iter().find(|parcel| parcel.filing.way == Way::Out).and_then(|parcel| parcel.filed.as_ref())
    }

    /// Under which numbers it stands there.
    #[must_use]
    pub fn numbers(&self) -> Vec<String> {
        self.parcels.iter().filter_map(|parcel| parcel.filed.as_ref()).map(|filed| filed.number.clone()).collect()
    }

    /// Somebody is at it for as long as that may take.
    #[must_use]
    pub fn held(self, now: Timestamp) -> Self {
        Self { due: now.checked_add(LEASE).ok(), at_work: true, ..self }
    }

    /// It came to nothing for now, and is tried later: after a minute, then after twice as long each time, an hour at the most.
    #[must_use]
    pub fn later(self, failing: FailureKind, now: Timestamp) -> Self {
        let wait = FIRST.checked_mul(1 << self.tries.min(10)).unwrap_or(LONGEST).min(LONGEST);
        let (tries, due) = (self.tries.saturating_add(1), now.checked_add(wait).ok());
        Self { tries, failing: Some(failing), due, at_work: false, ..self }
    }

    /// It is tried no more until a person has looked at it.
    #[must_use]
    pub fn stopped(self, failing: FailureKind) -> Self {
        Self { failing: Some(failing), due: None, at_work: false, ..self }
    }

    /// It is tried at once; not while somebody is at it: two at once would register a mail twice.
    #[must_use]
    pub fn hastened(self, now: Timestamp) -> Self {
        if self.at_work && self.due.is_some_and(|until| now < until) {
            return self;
        }
        Self { tries: 0, due: Some(now), at_work: false, ..self }
    }

    /// Keeps how far it has come. Gives it with its new version.
    ///
    /// # Errors
    /// `Stale` when somebody else is at it; else the store's failure.
    pub async fn carry(self, store: &dyn TenantStore) -> Result<Self, Failure> {
        store.carry(self.clone()).await?;
        Ok(Self { version: self.version + 1, ..self })
    }
}

/// What a store is handed: only a [`Post`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    posting: Posting,
    stays: bool,
    save: Save,
}

impl Posted {
    /// What waits, whether it waits still, and the dossier that says so with its entry.
    #[must_use]
    pub fn into_parts(self) -> (Posting, bool, Save) {
        (self.posting, self.stays, self.save)
    }
}

/// What waits, with the dossier that says so; not saved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "what is not committed is lost"]
pub struct Post {
    posting: Posting,
    stays: bool,
    dossier: Dossier,
}

impl Post {
    /// It waits, from now on or still.
    pub fn of(posting: Posting, dossier: Dossier) -> Self {
        Self { posting, stays: true, dossier }
    }

    /// It waits no more, and its mails are kept no longer.
    pub fn done(posting: Posting, dossier: Dossier) -> Self {
        Self { posting, stays: false, dossier }
    }

    /// Saves both with the entry, in one transaction. Gives the dossier with its new version.
    ///
    /// # Errors
    /// `Stale` when somebody was faster with either; else the store's failure.
    pub async fn commit(self, store: &dyn TenantStore, entry: Entry) -> Result<Dossier, Failure> {
        let mut saved = self.dossier.clone();
        let save = Save::of(self.dossier, entry);
        store.post(Posted { posting: self.posting, stays: self.stays, save }).await?;
        saved.version += 1;
        Ok(saved)
    }
}

#[cfg(test)]
mod tests {
    use super::{Filed, Filing, Posting, Way};
    use crate::{case::Access, person::Person, port::FailureKind};
    use jiff::{SignedDuration, Timestamp};
    use vocabulary::{CaseNumber, DraftId, PersonId, TenantId};

    fn filing(sequence: u32, way: Way) -> Filing {
        Filing {
            case: CaseNumber { year: 2026, sequence },
            system: String::new(),
            way,
            title: "Svar".into(),
            public_title: "Svar".into(),
            access: Access::default(),
            at: Timestamp::UNIX_EPOCH,
            people: Vec::new(),
            message_id: format!("<{way:?}@example.no>"),
            mime: vec![1, 2],
        }
    }

    fn posting(sequence: u32) -> Posting {
        let (tenant, id) = (TenantId::new("t"), PersonId::new("kari"));
        let (name, address) = ("Kari".to_owned(), String::new());
        let by = Person { tenant, id, name, address, roles: vec![], groups: vec![] };
        let filings = [Way::In, Way::Out].map(|way| filing(sequence, way)).to_vec();
        Posting::of(&DraftId::new("d"), &by, filings, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn it_waits_a_minute_then_longer_and_an_hour_at_most() {
        let now = Timestamp::UNIX_EPOCH;
        let mut waiting = posting(1);
        for minutes in [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60] {
            waiting = waiting.later(FailureKind::Unavailable, now);
            assert_eq!(waiting.due, Some(now + SignedDuration::from_mins(minutes)));
        }
        assert_eq!(waiting.clone().stopped(FailureKind::Refused).due, None);
        assert_eq!(waiting.clone().held(now).hastened(now), waiting.clone().held(now), "somebody is at it");
        assert_eq!(waiting.hastened(now).later(FailureKind::Slow, now).due, Some(now + SignedDuration::from_mins(1)));
    }

    #[test]
    fn a_correction_keeps_what_is_right_and_takes_back_what_we_did_wrong() {
        let filed = |already| Filed { id: "href".into(), number: "2026/1-6".into(), already };
        for (case, already, kept, undone) in [(1, false, 1, 0), (2, false, 0, 1), (2, true, 0, 0)] {
            let mut before = posting(1);
            before.version = 4;
            before.parcels[0].filed = Some(filed(already));
            let next = posting(case).in_place_of(before);
            let standing = next.parcels.iter().filter(|parcel| parcel.filed.is_some()).count();
            assert_eq!((standing, next.undo.len(), next.version), (kept, undone, 4), "case {case}, {already}");
        }
    }
}
