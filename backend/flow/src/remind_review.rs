//! Reminds the second person (purring): once a day, on record, without a mail.

use crate::{Blocked, Call, Failure, Flow, Shown};
use domain::{audit::Action, port::Change};
use vocabulary::{DraftId, Status};

impl Flow {
    /// Marks the request as reminded of, so that whoever may approve sees it; the same call twice is one.
    ///
    /// # Errors
    /// `NotFound`, `Stale`; `Blocked` for who is not the author, and where nobody was asked.
    pub async fn remind_review(&self, call: Call<'_>, seen: (&DraftId, u32)) -> Result<Shown, Failure> {
        // Of two presses at once the second finds what the first did.
        match self.reminded(call, seen).await {
            Err(Failure::Stale) => self.reminded(call, seen).await,
            reminded => reminded,
        }
    }

    async fn reminded(&self, call: Call<'_>, (draft, revision): (&DraftId, u32)) -> Result<Shown, Failure> {
        let dossier = self.dossier_to_change(call, draft, revision).await?;
        if dossier.current().author != call.person().id {
            return Err(Blocked::NotAuthor.into());
        }
        if dossier.status != Status::AwaitingReview {
            return Err(Blocked::NotAsked.into());
        }
        if !dossier.is_remindable_by(call.person(), self.clock.today()) {
            return self.show(call, dossier);
        }
        let next = dossier.reminded(self.clock.now());
        let entry = self.entry(call, Action::ReviewReminded, &next);
        let saved = Change::to(next).commit(self.tenant(call).as_ref(), entry).await?;
        self.show(call, saved)
    }
}
