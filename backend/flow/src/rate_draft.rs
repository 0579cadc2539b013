//! Was the draft any good (vurdering)? One word, once, counted by week and unit; nothing ties it to a draft or to a person.

use crate::{Call, Failure, Flow, Shown, allow};
use domain::{
    audit::Action,
    dossier::Dossier,
    evidence::Origin,
    port::{Heap, Tally},
};
use jiff::ToSpan;
use vocabulary::{DraftId, Rating};

impl Flow {
    /// Counts the author's word on a draft; a second word on the same draft counts for nothing.
    ///
    /// # Errors
    /// `NotFound`; `NotAllowed` for who did not write in it.
    pub async fn rate_draft(&self, call: Call<'_>, draft: &DraftId, rating: Rating) -> Result<Shown, Failure> {
        match self.word(call, draft, rating).await {
            Err(Failure::Stale) => self.word(call, draft, rating).await,
            said => said,
        }
    }

    async fn word(&self, call: Call<'_>, draft: &DraftId, rating: Rating) -> Result<Shown, Failure> {
        allow(call.person().is_writer())?;
        let dossier = self.dossier(call, draft).await?;
        allow(dossier.authors().contains(&call.person().id))?;
        if dossier.rated.is_some() {
            return self.show(call, dossier);
        }
        let heap = Heap { week: self.week(), unit: unit(&dossier), rating };
        let next = dossier.rated(self.clock.now());
        let entry = self.entry(call, Action::DraftRated, &next);
        let saved = Tally::of(heap, next).commit(self.tenant(call).as_ref(), entry).await?;
        self.show(call, saved)
    }

    /// The Monday of this week.
    fn week(&self) -> String {
        let today = self.clock.today();
        let since_monday = i64::from(today.weekday().to_monday_zero_offset());
        today.checked_sub(since_monday.days()).unwrap_or(today).to_string()
    }
}

/// The unit that answers for the case, as its record names it.
fn unit(dossier: &Dossier) -> String {
    let sources = dossier.evidence.iter().map(|item| &item.source);
    let case = sources.filter(|source| source.origin == Origin::Case).find_map(|source| source.unit.clone());
    case.unwrap_or_default()
}
