//! Releases a draft (slipp): seals exactly what was checked and approved, and hands over the HTML to insert.

use crate::{Blocked, Call, Failure, Flow, Shown};
use domain::{
    audit::Action,
    dossier::Dossier,
    port::Change,
    send::{Label, Leaving, Seal, Sendable, letter_html, release},
};
use jiff::Timestamp;
use vocabulary::{DraftId, Reference, Status};

/// A released draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Released {
    /// The letter as HTML, greeting to reference.
    pub html: String,
    /// The reference in its last line.
    pub reference: Reference,
    /// Whether the gate stops (else asks) when the server is away.
    pub stops_when_away: bool,
    /// Until when the seal holds.
    pub expires: Timestamp,
    /// The draft as it now stands.
    pub shown: Shown,
}

impl Flow {
    /// Seals the revision the author saw. While nothing has changed and the seal is good, the same seal is given again.
    ///
    /// # Errors
    /// `NotFound`, `Stale`; `Blocked` for who is not the author, when it has been sent, with an open gap, with a finding that stops, or
    /// when a second person has not approved it (or the approval no longer holds).
    pub async fn release_draft(&self, call: Call<'_>, draft: &DraftId, revision: u32) -> Result<Released, Failure> {
        let dossier = self.dossier_to_change(call, draft, revision).await?;
        if dossier.current().author != call.person().id {
            return Err(Blocked::NotAuthor.into());
        }
        if dossier.status == Status::Sent {
            return Err(Blocked::Sent.into());
        }
        let good =
            dossier.seal.as_ref().is_some_and(|seal| seal.revision == revision && seal.is_alive(self.clock.now()));
        if good {
            return self.handed_over(call, dossier);
        }
        // An expired seal that the gate has let through may have carried a mail: only a look tells.
        let dossier = self.not_leaving(call, dossier).await?;
        let sendable = self.sealed(call, &dossier)?;
        let next = dossier.released(&sendable);
        let entry = self.entry(call, Action::DraftReleased, &next).fact("text", self.commitment(&next));
        let saved = Change::to(next).commit(self.tenant(call).as_ref(), entry).await?;
        self.handed_over(call, saved)
    }

    fn sealed(&self, call: Call<'_>, dossier: &Dossier) -> Result<Sendable, Failure> {
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
        release(leaving, label, self.clock.now()).map_err(|blocked| Blocked::Unready(blocked).into())
    }

    fn handed_over(&self, call: Call<'_>, dossier: Dossier) -> Result<Released, Failure> {
        let shown = self.show(call, dossier)?;
        let draft = shown.checked.draft();
        let expires = |seal: &Seal| seal.expires;
        Ok(Released {
            html: letter_html(&draft.letter(), draft.frame().language),
            reference: shown.dossier.reference.clone(),
            stops_when_away: self.rules.stop_when_away,
            expires: shown.dossier.seal.as_ref().map_or(Timestamp::MIN, expires),
            shown,
        })
    }
}
