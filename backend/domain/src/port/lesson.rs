//! What a person confirmed of a mail, on its way into the store with its entry in the trail (lærdom).

use super::{Failure, TenantStore};
use crate::{
    audit::Entry,
    sort::{Confirmed, Mark},
};

/// What a store is handed: only a [`Lesson`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taught {
    lesson: Lesson,
    entry: Entry,
}

impl Taught {
    /// Of which mail, what, and the entry.
    pub fn into_parts(self) -> (Lesson, Entry) {
        (self.lesson, self.entry)
    }
}

/// A confirmed mail that is not learned yet.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a lesson that is not committed is lost"]
pub struct Lesson {
    /// Of which mail.
    pub mark: Mark,
    /// Who sent it, lower case: by this it is found when they ask for erasure.
    pub sender: String,
    /// What.
    pub confirmed: Confirmed,
}

impl Lesson {
    /// What was confirmed of the mail with this mark, from this sender.
    pub fn of(mark: Mark, sender: &str, confirmed: Confirmed) -> Self {
        Self { mark, sender: sender.trim().to_lowercase(), confirmed }
    }

    /// Learns it with its entry: the only way. What was confirmed of the same mail before is taken back.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn commit(self, store: &dyn TenantStore, entry: Entry) -> Result<(), Failure> {
        store.learn(Taught { lesson: self, entry }).await
    }
}
