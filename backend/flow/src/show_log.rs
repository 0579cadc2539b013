//! Shows what happened to a draft (logg).

use crate::{Call, Failure, Flow};
use domain::{audit::Link, dossier::Dossier};
use vocabulary::{DraftId, PersonId};

/// One entry, with the name of who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The entry in its place.
    pub link: Link,
    /// The name where the dossier knows it; else the account's id; empty for the gate and the clock.
    pub who: String,
}

impl Flow {
    /// The entries about a draft, oldest first.
    ///
    /// # Errors
    /// `NotFound` where the draft is not there for this person; the store's failure.
    pub async fn show_log(&self, call: Call<'_>, draft: &DraftId) -> Result<Vec<Line>, Failure> {
        let dossier = self.dossier(call, draft).await?;
        let links = self.tenant(call).entries_of(draft).await?;
        let who =
            |link: &Link| link.entry.person.as_ref().map(|person| name(&dossier, call, person)).unwrap_or_default();
        Ok(links.into_iter().map(|link| Line { who: who(&link), link }).collect())
    }
}

fn name(dossier: &Dossier, call: Call<'_>, person: &PersonId) -> String {
    let authors = dossier.revisions.iter().map(|revision| (&revision.author, &revision.author_name));
    let reviewers = dossier.rulings.iter().map(|ruling| (&ruling.by, &ruling.by_name));
    let caller = std::iter::once((&call.person().id, &call.person().name));
    let known = authors.chain(reviewers).chain(caller).find(|(id, _)| *id == person);
    known.map_or_else(|| person.to_string(), |(_, name)| name.clone())
}
