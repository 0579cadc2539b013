//! Shows what happened to a draft (logg).

use crate::{Call, Failure, Flow};
use domain::{
    audit::{Entry, Link},
    dossier::Dossier,
};
use jiff::Timestamp;
use vocabulary::{DraftId, PersonId};

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// When.
    pub at: Timestamp,
    /// Who, by name where the dossier knows it; else the account's id; empty for the gate and the clock.
    pub who: String,
    /// What: the action's name.
    pub action: &'static str,
    /// Which revision.
    pub revision: Option<u32>,
    /// The number of the entry in the trail.
    pub entry: u64,
}

impl Flow {
    /// The entries about a draft, oldest first.
    ///
    /// # Errors
    /// `NotFound` where the draft is not there for this person; the store's failure.
    pub async fn show_log(&self, call: Call<'_>, draft: &DraftId) -> Result<Vec<Logged>, Failure> {
        let dossier = self.dossier(call, draft).await?;
        let links = self.tenant(call).entries_of(draft).await?;
        Ok(links.iter().map(|link| logged(link, &dossier, call)).collect())
    }
}

fn logged(link: &Link, dossier: &Dossier, call: Call<'_>) -> Logged {
    let Entry { at, person, action, revision, .. } = &link.entry;
    Logged {
        at: *at,
        who: person.as_ref().map(|person| name(dossier, call, person)).unwrap_or_default(),
        action: action.name(),
        revision: *revision,
        entry: link.sequence,
    }
}

fn name(dossier: &Dossier, call: Call<'_>, person: &PersonId) -> String {
    let authors = dossier.revisions.iter().map(|revision| (&revision.author, &revision.author_name));
    let reviewers = dossier.rulings.iter().map(|ruling| (&ruling.by, &ruling.by_name));
    let caller = std::iter::once((&call.person().id, &call.person().name));
    let known = authors.chain(reviewers).chain(caller).find(|(id, _)| *id == person);
    known.map_or_else(|| person.to_string(), |(_, name)| name.clone())
}
