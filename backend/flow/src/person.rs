//! What is kept of one person (innsyn og sletting): found, shown, erased, on their own request or for a case (personvernforordningen art.
//! 15 and 17). It needs no mailbox and no caller, so that it can be done beside a running server.

use crate::{Blocked, Failure, erase_expired::erased};
use domain::{
    audit::{Action, Entry},
    dossier::{Dossier, Subject, Tie},
    port::{Enrolment, Erasure, FailureKind, Registration, TenantStore},
    review::Approver,
    send::Signature,
};
use jiff::Timestamp;
use vocabulary::{DraftId, PersonId, TenantId};

/// Dossiers read at a time.
const BATCH: u32 = 50;
/// How often a dossier is read again that somebody is changing just now.
const TRIES: usize = 5;

/// The store of one tenant, whose it is, and the time.
#[derive(Clone, Copy)]
pub struct Kept<'a> {
    /// The store.
    pub store: &'a dyn TenantStore,
    /// Whose.
    pub tenant: &'a TenantId,
    /// Now.
    pub now: Timestamp,
}

/// What is kept of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holding {
    /// Dossiers, and how each has to do with them.
    pub dossiers: Vec<(Tie, Dossier)>,
    /// Mails of theirs that somebody said what they are; only keyed hashes are kept of them.
    pub confirmed: u64,
    /// An employee's signature.
    pub signature: Option<Signature>,
    /// What is known of an employee who may approve: themselves, or those they stand in for.
    pub approvers: Vec<Approver>,
    /// Dossiers of the house that are damaged, so that nobody can say whom they tell of.
    pub unread: Vec<DraftId>,
}

/// What was erased of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    /// Dossiers, and how each had to do with them.
    pub dossiers: Vec<(Tie, DraftId)>,
    /// Mails of theirs whose sorting was taken back.
    pub confirmed: u64,
    /// Whether an employee's signature was taken away.
    pub signature: bool,
    /// Whether an employee is no more known to approve, or to stand in.
    pub approver: bool,
    /// Dossiers that are damaged.
    pub unread: Vec<DraftId>,
}

impl Kept<'_> {
    /// Everything that is kept of a person, oldest first; on record before it is given away.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn export(self, subject: &Subject) -> Result<Holding, Failure> {
        let holding = self.holding(subject).await?;
        let drafts: Vec<&str> = holding.dossiers.iter().map(|(_, dossier)| dossier.id.as_str()).collect();
        let entry = self.entry(Action::PersonExported, subject).fact("drafts", drafts.join(" "));
        self.store.record(entry).await?;
        Ok(holding)
    }

    /// Erases everything that is kept of a person: what the mails of theirs taught is taken back, each dossier goes with its own entry. What
    /// came in while it was at work is found in a second round.
    ///
    /// # Errors
    /// `Blocked` for an address that replies leave from: that would be all that anybody wrote to it. Else the store's failure; what was
    /// erased until then is erased and on record, and doing it again does the rest.
    pub async fn erase(self, subject: &Subject) -> Result<Gone, Failure> {
        let mut gone = Gone::default();
        loop {
            let holding = self.holding(subject).await?;
            let sends = |dossier: &Dossier| *subject == Subject::Address(dossier.from.clone());
            if holding.dossiers.iter().any(|(_, dossier)| sends(dossier)) {
                return Err(Blocked::OwnAddress.into());
            }
            gone.confirmed += self.unlearned(subject).await?;
            gone.unread = holding.unread;
            let before = gone.dossiers.len();
            for (tie, dossier) in holding.dossiers {
                if self.erased(&dossier, subject).await? {
                    gone.dossiers.push((tie, dossier.id));
                }
            }
            if gone.dossiers.len() == before {
                break;
            }
        }
        let entry = self.entry(Action::PersonErased, subject).fact("drafts", gone.dossiers.len().to_string());
        match subject {
            Subject::Account(person) => {
                gone.approver = self.unenrolled(person).await?;
                gone.signature = self.store.signature(person).await?.is_some();
                Registration::of(person.clone(), None).commit(self.store, entry).await?;
            }
            _ => drop(self.store.record(entry).await?),
        }
        Ok(gone)
    }

    /// Nothing is known of an approver any more, nor that they stand in for anybody.
    async fn unenrolled(self, person: &PersonId) -> Result<bool, Failure> {
        let told = self.told_of(person).await?;
        for approver in &told {
            let entry = Entry::of(Action::ApproverForgotten, self.now).by(&approver.person).fact("why", "person");
            let left = Approver { absence: None, ..approver.clone() };
            let enrolment =
                if approver.person == *person { Enrolment::none(person.clone()) } else { Enrolment::of(left) };
            enrolment.commit(self.store, entry).await?;
        }
        Ok(!told.is_empty())
    }

    /// What is kept of approvers that tells of this account.
    async fn told_of(self, person: &PersonId) -> Result<Vec<Approver>, Failure> {
        let mut known = self.store.approvers().await?;
        let stands_in = |one: &Approver| one.absence.as_ref().is_some_and(|absence| absence.stand_in == *person);
        known.retain(|approver| approver.person == *person || stands_in(approver));
        Ok(known)
    }

    async fn unlearned(self, subject: &Subject) -> Result<u64, Failure> {
        let Subject::Address(address) = subject else { return Ok(0) };
        let entry = Entry::of(Action::SortForgotten, self.now).fact("why", "person");
        Ok(self.store.unlearn(address, entry).await?)
    }

    async fn holding(self, subject: &Subject) -> Result<Holding, Failure> {
        let mut holding = Holding::default();
        let mut after = Some(DraftId::new(""));
        while let Some(place) = after {
            let batch = self.store.begun_before(Timestamp::MAX, &place, BATCH).await?;
            holding.unread.extend(batch.unread);
            let tied = batch.dossiers.into_iter().filter_map(|dossier| Some((dossier.tie(subject)?, dossier)));
            holding.dossiers.extend(tied);
            after = batch.next;
        }
        holding.dossiers.sort_by_key(|(_, dossier)| dossier.created);
        match subject {
            Subject::Address(address) => holding.confirmed = self.store.confirmed_of(address).await?,
            Subject::Account(person) => {
                holding.signature = self.store.signature(person).await?;
                holding.approvers = self.told_of(person).await?;
            }
            Subject::Case(_) => {}
        }
        Ok(holding)
    }

    /// Erases one, as it stands now; `false` where it went by itself, or tells of them no longer.
    async fn erased(self, dossier: &Dossier, subject: &Subject) -> Result<bool, Failure> {
        let mut found = Some(dossier.clone());
        for _ in 0..TRIES {
            let Some(dossier) = found.filter(|dossier| dossier.tie(subject).is_some()) else { return Ok(false) };
            let entry = erased(&dossier, self.now, "person");
            match Erasure::of(&dossier).with_mails(self.tenant, &dossier).commit(self.store, entry).await {
                Ok(()) => return Ok(true),
                Err(failure) if failure.kind != FailureKind::Stale => return Err(failure.into()),
                Err(_) => found = self.store.dossier(&dossier.id).await?,
            }
        }
        Err(Failure::Stale)
    }

    /// An entry by nobody who is signed in; who it was about is no fact of it, but for the number of a case and an employee's account, which
    /// the trail knows anyway.
    fn entry(self, action: Action, subject: &Subject) -> Entry {
        let entry = Entry::of(action, self.now);
        match subject {
            Subject::Address(_) => entry.fact("by", "address"),
            Subject::Case(number) => entry.in_case(Some(*number)).fact("by", "case"),
            Subject::Account(person) => entry.fact("by", "account").fact("account", person.as_str()),
        }
    }
}
