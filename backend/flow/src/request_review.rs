//! Asks for a second person (be om godkjenning).

use crate::{Blocked, Call, Failure, Flow, Shown};
use domain::{audit::Action, dossier::step::is_approvable, port::Change, send};
use vocabulary::{DraftId, Status};

impl Flow {
    /// Puts the revision the author saw in the queue; the same call twice is one, and an approved one stays approved.
    ///
    /// # Errors
    /// `NotFound`, `Stale`; `Blocked` for who is not the author, with an open gap, with a finding that nobody can approve, or when it
    /// has left.
    pub async fn request_review(&self, call: Call<'_>, seen: (&DraftId, u32)) -> Result<Shown, Failure> {
        // Of two presses at once the second finds what the first did.
        match self.asked(call, seen).await {
            Err(Failure::Stale) => self.asked(call, seen).await,
            asked => asked,
        }
    }

    async fn asked(&self, call: Call<'_>, (draft, revision): (&DraftId, u32)) -> Result<Shown, Failure> {
        let dossier = self.dossier_to_change(call, draft, revision).await?;
        if dossier.current().author != call.person().id {
            return Err(Blocked::NotAuthor.into());
        }
        let shown = self.show(call, dossier)?;
        if shown.dossier.status == Status::AwaitingReview || shown.approved {
            return Ok(shown);
        }
        if !shown.checked.draft().gaps().is_empty() {
            return Err(Blocked::Unready(send::Blocked::OpenGap).into());
        }
        if !is_approvable(&shown.checked) {
            return Err(Blocked::Unready(send::Blocked::Stopped).into());
        }
        let dossier = self.not_leaving(call, shown.dossier).await?;
        let person = call.person();
        let next = dossier.asked(person.id.clone(), &person.name, self.clock.now());
        let entry = self.entry(call, Action::ReviewRequested, &next);
        let saved = Change::to(next).commit(self.tenant(call).as_ref(), entry).await?;
        self.show(call, saved)
    }
}
