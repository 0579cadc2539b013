//! Takes a draft over (overta): the caller becomes the author; an approval does not follow.

use crate::{Call, Failure, Flow, Shown};
use domain::{audit::Action, port::Change};
use vocabulary::DraftId;

impl Flow {
    /// Makes the caller the author of the revision they saw; for the author it changes nothing.
    ///
    /// # Errors
    /// `NotFound`, `Stale`, `Blocked(Sent)`.
    pub async fn take_over(&self, call: Call<'_>, seen: (&DraftId, u32)) -> Result<Shown, Failure> {
        // Of two presses at once the second finds what the first did.
        match self.taken(call, seen).await {
            Err(Failure::Stale) => self.taken(call, seen).await,
            taken => taken,
        }
    }

    async fn taken(&self, call: Call<'_>, (draft, revision): (&DraftId, u32)) -> Result<Shown, Failure> {
        crate::allow(call.person().is_writer())?;
        let dossier = self.dossier(call, draft).await?;
        let person = call.person();
        let is_mine = dossier.current().author == person.id;
        if is_mine && [revision, revision.saturating_add(1)].contains(&dossier.current().number) {
            return self.show(call, dossier);
        }
        if dossier.current().number != revision {
            return Err(Failure::Stale);
        }
        let dossier = self.not_leaving(call, dossier).await?;
        let next = dossier.taken_over(person.id.clone(), &person.name, self.clock.now());
        let entry = self.entry(call, Action::DraftTakenOver, &next);
        let saved = Change::to(next).commit(self.tenant(call).as_ref(), entry).await?;
        self.show(call, saved)
    }
}
