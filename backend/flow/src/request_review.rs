//! Asks for a second person (be om godkjenning).

use crate::{Blocked, Call, Failure, Flow, Shown};
use domain::{
    audit::Action,
    dossier::{Addressee, Dossier, step::is_approvable},
    port::Change,
    send,
};
use vocabulary::{DraftId, PersonId, Status};

impl Flow {
    /// Puts the revision the author saw in the queue, for whom they named or for whoever may; the same call twice is one, another name is
    /// another address, and an approved one stays approved.
    ///
    /// # Errors
    /// `NotFound`, `Stale`; `BadInput` with field `to` for somebody who may not approve it; `Blocked` for who is not the author, with an open gap, with a finding that nobody can approve, or when it
    /// has left.
    pub async fn request_review(
        &self,
        call: Call<'_>,
        seen: (&DraftId, u32),
        to: Option<&PersonId>,
    ) -> Result<Shown, Failure> {
        // Of two presses at once the second finds what the first did.
        match self.asked(call, seen, to).await {
            Err(Failure::Stale) => self.asked(call, seen, to).await,
            asked => asked,
        }
    }

    async fn asked(
        &self,
        call: Call<'_>,
        (draft, revision): (&DraftId, u32),
        to: Option<&PersonId>,
    ) -> Result<Shown, Failure> {
        let dossier = self.dossier_to_change(call, draft, revision).await?;
        if dossier.current().author != call.person().id {
            return Err(Blocked::NotAuthor.into());
        }
        let shown = self.show(call, dossier)?;
        let named = shown.dossier.addressee().map(|to| &to.person);
        let waits = shown.dossier.status == Status::AwaitingReview;
        if shown.approved || waits && named == to {
            return Ok(shown);
        }
        let to = self.addressee(call, &shown.dossier, to).await?;
        if !shown.checked.draft().gaps().is_empty() {
            return Err(Blocked::Unready(send::Blocked::OpenGap).into());
        }
        if !is_approvable(&shown.checked) {
            return Err(Blocked::Unready(send::Blocked::Stopped).into());
        }
        let dossier = self.not_leaving(call, shown.dossier).await?;
        let person = call.person();
        // Another address does not make it younger.
        let at = if waits { dossier.asked_at() } else { self.clock.now() };
        let next = dossier.asked(person.id.clone(), &person.name, at).addressed(to);
        let entry = self.entry(call, Action::ReviewRequested, &next);
        let entry = match next.addressee() {
            Some(to) => entry.fact("to", to.person.as_str()),
            None => entry,
        };
        let saved = Change::to(next).commit(self.tenant(call).as_ref(), entry).await?;
        self.show(call, saved)
    }

    /// Whom it is for, by name: somebody known to approve who has not written in it.
    async fn addressee(
        &self,
        call: Call<'_>,
        dossier: &Dossier,
        to: Option<&PersonId>,
    ) -> Result<Option<Addressee>, Failure> {
        let Some(to) = to else { return Ok(None) };
        let known = self.approvers(call).await?;
        let may = known.into_iter().find(|approver| approver.person == *to && !dossier.authors().contains(to));
        let why = || {
            call.words.pick(
                "Denne personen kan ikke godkjenne utkastet. Velg en annen, eller la være å velge.",
                "Denne personen kan ikkje godkjenne utkastet. Vel ein annan, eller lat vere å velje.",
                "This person cannot approve the draft. Choose another, or nobody.",
            )
        };
        let may = may.ok_or_else(|| Failure::BadInput { field: "to", why: why().to_owned() })?;
        Ok(Some(Addressee { person: may.person, name: may.name }))
    }
}
