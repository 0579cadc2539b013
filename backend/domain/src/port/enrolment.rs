//! Who is known to approve (godkjennere), on its way into the store with its entry in the trail.

use super::{Failure, TenantStore};
use crate::{audit::Entry, review::Approver};
use vocabulary::PersonId;

/// What a store is handed: only an [`Enrolment`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolled {
    enrolment: Enrolment,
    entry: Entry,
}

impl Enrolled {
    /// Who, as what, and the entry.
    #[must_use]
    pub fn into_parts(self) -> (PersonId, Option<Approver>, Entry) {
        (self.enrolment.person, self.enrolment.approver, self.entry)
    }
}

/// Somebody who is to be known as an approver, or to be forgotten as one; not saved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "an enrolment that is not committed is lost"]
pub struct Enrolment {
    person: PersonId,
    approver: Option<Approver>,
}

impl Enrolment {
    /// An approver as they are now.
    pub fn of(approver: Approver) -> Self {
        Self { person: approver.person.clone(), approver: Some(approver) }
    }

    /// Nothing is known of them any more.
    pub fn none(person: PersonId) -> Self {
        Self { person, approver: None }
    }

    /// Saves it with its entry: the only way to save.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn commit(self, store: &dyn TenantStore, entry: Entry) -> Result<(), Failure> {
        store.enrol(Enrolled { enrolment: self, entry }).await
    }
}
