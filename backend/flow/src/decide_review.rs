//! A second person decides (godkjenn eller returner): over exactly what they read, once, and on record when it does not count.

use crate::{Blocked, Call, Failure, Flow, Shown, allow};
use domain::{
    audit::Action,
    dossier::Dossier,
    draft::normal::normalise,
    port::Change,
    review::{Refusal, Review, Reviewed, Ruling},
};
use vocabulary::{DraftId, Role, Severity, Status};

/// A second person's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The revision that was read.
    pub revision: u32,
    /// The fingerprint that was shown.
    pub fingerprint: String,
    /// Approve, or return.
    pub approve: bool,
    /// The keys of the findings ticked.
    pub ticked: Vec<String>,
    /// A word to the author.
    pub comment: String,
    /// The text the second person would rather see, with a return.
    pub proposal: Option<String>,
}

impl Flow {
    /// Takes a second person's word; the same word twice is one. Of two people at once the second is told that it is stale. Whether they
    /// are a second person is asked anew: a role that was taken away lives on in a token for an hour, and a word cannot be taken back.
    ///
    /// # Errors
    /// `Outside` where a newer proof of the role is needed; `NotAllowed`, `NotFound`, `Stale`; `Blocked(Refused)` where the word does not count, which is recorded; `Blocked(NotAsked)`;
    /// `BadInput` with field `proposal` when the proposed text is no draft.
    pub async fn decide_review(&self, call: Call<'_>, draft: &DraftId, word: Word) -> Result<Shown, Failure> {
        allow(call.person().is(Role::Reviewer))?;
        let caller = self.identity.anew(call.caller).await?;
        let call = Call { caller: &caller, ..call };
        // Of two presses at once the second finds what the first did.
        match self.decided(call, draft, word.clone()).await {
            Err(Failure::Stale) => self.decided(call, draft, word).await,
            decided => decided,
        }
    }

    async fn decided(&self, call: Call<'_>, draft: &DraftId, word: Word) -> Result<Shown, Failure> {
        allow(call.person().is(Role::Reviewer))?;
        let dossier = self.dossier(call, draft).await?;
        let ruling = self.ruling(call, &dossier, word)?;
        if dossier.ruling().is_some_and(|said| said.repeats(&ruling)) {
            return self.show(call, dossier);
        }
        if dossier.authors().contains(&ruling.by) {
            return self.refused(call, &dossier, Refusal::OwnDraft).await;
        }
        if dossier.current().number != ruling.revision || dossier.ruling().is_some() {
            return Err(Failure::Stale);
        }
        if dossier.status != Status::AwaitingReview {
            return Err(Blocked::NotAsked.into());
        }
        let checked = dossier.checked(self.under(call.words))?;
        match Review::of(checked, dossier.current().number, dossier.authors()).decide(ruling) {
            Ok(reviewed) => self.keep(call, dossier, &reviewed).await,
            Err(refusal) => self.refused(call, &dossier, refusal).await,
        }
    }

    fn ruling(&self, call: Call<'_>, dossier: &Dossier, word: Word) -> Result<Ruling, Failure> {
        let proposal = word.proposal.filter(|_| !word.approve);
        let proposal = proposal.map(|text| self.proposal(call, dossier, &text)).transpose()?.flatten();
        Ok(Ruling {
            by: call.person().id.clone(),
            by_name: call.person().name.clone(),
            at: self.clock.now(),
            revision: word.revision,
            fingerprint: word.fingerprint,
            approve: word.approve,
            ticked: word.ticked,
            comment: word.comment.trim().to_owned(),
            proposal,
        })
    }

    /// A proposed text, read as an edit would be; none when it changes nothing.
    fn proposal(&self, call: Call<'_>, dossier: &Dossier, text: &str) -> Result<Option<String>, Failure> {
        let read = self.edit(call, dossier, text).map_err(|failure| match failure {
            Failure::BadInput { why, .. } => Failure::BadInput { field: "proposal", why },
            failure => failure,
        })?;
        Ok(Some(read.marked).filter(|marked| normalise(marked) != normalise(&dossier.current().marked)))
    }

    async fn keep(&self, call: Call<'_>, dossier: Dossier, reviewed: &Reviewed) -> Result<Shown, Failure> {
        // What they had typed goes back as a proposal, or was not wanted.
        let next = dossier.ruled(reviewed).with_aside(&reviewed.ruling().by, None);
        let action = if reviewed.is_approved() { Action::DraftApproved } else { Action::DraftReturned };
        let entry = self.entry(call, action, &next).fact("fingerprint", &reviewed.ruling().fingerprint);
        let entry = entry.fact("ticked", reviewed.ruling().ticked.len().to_string());
        let stops = reviewed.checked().findings().iter().any(|finding| finding.severity == Severity::Stop);
        // eForvaltningsforskriften § 8: who let a decision out by e-mail must be found again; the reason is kept with the ruling.
        let entry = if reviewed.is_approved() && stops { entry.fact("decision_by_email", "yes") } else { entry };
        let entry = if next.proposal().is_some() { entry.fact("proposal", "yes") } else { entry };
        let saved = Change::to(next).commit(self.tenant(call).as_ref(), entry).await?;
        self.show(call, saved)
    }

    async fn refused(&self, call: Call<'_>, dossier: &Dossier, refusal: Refusal) -> Result<Shown, Failure> {
        let entry = self.entry(call, Action::ReviewRefused, dossier).fact("reason", refusal.name());
        self.tenant(call).record(entry).await?;
        Err(Blocked::Refused(refusal).into())
    }
}
