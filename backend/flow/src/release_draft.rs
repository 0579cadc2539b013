//! Releases a draft (slipp): seals exactly what was checked and approved, and hands over the HTML to insert.

use crate::{Blocked, Call, Failure, Flow, Shown};
use domain::{
    audit::Action,
    dossier::Dossier,
    port::Change,
    send::{Label, Leaving, Seal, Sendable, release},
};
use jiff::Timestamp;
use vocabulary::{DraftId, Status};

/// A released draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Released {
    /// The seal and the letter.
    pub sendable: Sendable,
    /// The draft as it now stands.
    pub shown: Shown,
}

impl Flow {
    /// Seals the revision the author saw. While nothing has changed and the seal is good, the same seal is given again.
    ///
    /// # Errors
    /// `NotFound`, `Stale`; `Blocked` for who is not the author, when it has been sent, with an open gap, with a finding that stops, or
    /// when a second person has not approved it (or the approval no longer holds).
    pub async fn release_draft(&self, call: Call<'_>, seen: (&DraftId, u32)) -> Result<Released, Failure> {
        // Of two presses at once the second finds what the first did.
        match self.let_go(call, seen).await {
            Err(Failure::Stale) => self.let_go(call, seen).await,
            released => released,
        }
    }

    async fn let_go(&self, call: Call<'_>, (draft, revision): (&DraftId, u32)) -> Result<Released, Failure> {
        let dossier = self.dossier_to_change(call, draft, revision).await?;
        if dossier.current().author != call.person().id {
            return Err(Blocked::NotAuthor.into());
        }
        if dossier.status == Status::Sent {
            return Err(Blocked::Sent.into());
        }
        if dossier.is_on_its_way(self.clock.now()) {
            return Err(Blocked::OnItsWay.into());
        }
        if self.good_seal(&dossier).is_some() {
            let sendable = self.seal_now(call, &dossier)?;
            return Ok(Released { sendable, shown: self.show(call, dossier)? });
        }
        // An expired seal that the gate has let through may have carried a mail: only a look tells.
        let dossier = self.not_leaving(call, dossier).await?;
        let sendable = self.sealed(call, &dossier, self.clock.now())?;
        let next = dossier.released(&sendable);
        let entry = self.entry(call, Action::DraftReleased, &next).fact("text", self.commitment(&next));
        let saved = Change::to(next).commit(self.tenant(call).as_ref(), entry).await?;
        Ok(Released { sendable, shown: self.show(call, saved)? })
    }

    /// The seal of the revision that counts, while it holds.
    fn good_seal<'a>(&self, dossier: &'a Dossier) -> Option<&'a Seal> {
        let number = dossier.current().number;
        dossier.seal.as_ref().filter(|seal| seal.revision == number && seal.is_alive(self.clock.now()))
    }

    /// Sealed as of the good seal there is, which is the same seal and proof that it may still leave; else as of now.
    pub(crate) fn seal_now(&self, call: Call<'_>, dossier: &Dossier) -> Result<Sendable, Failure> {
        self.sealed(call, dossier, self.good_seal(dossier).map_or(self.clock.now(), |seal| seal.made))
    }

    fn sealed(&self, call: Call<'_>, dossier: &Dossier, at: Timestamp) -> Result<Sendable, Failure> {
        let checked = dossier.checked(self.under(call.words))?;
        let leaving = match dossier.reviewed(checked.clone()) {
            Ok(Some(reviewed)) => Leaving::Approved(reviewed),
            Ok(None) | Err(_) => Leaving::Clear(checked),
        };
        let label = Label {
            reference: dossier.reference.clone(),
            draft: dossier.id.clone(),
            revision: dossier.current().number,
            conversation: dossier.key.conversation.clone(),
            from: dossier.from.clone(),
            subject: dossier.subject.clone(),
        };
        release(leaving, label, at).map_err(|blocked| Blocked::Unready(blocked).into())
    }
}
