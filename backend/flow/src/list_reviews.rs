//! Lists what waits for a second person (til godkjenning): what is overdue first, then what the law presses for, then the oldest.

use crate::{Call, Failure, Flow, allow};
use domain::{
    dossier::{Addressee, Damaged, Dossier, Wait},
    review::Approver,
};
use futures::future::try_join_all;
use jiff::Timestamp;
use vocabulary::{CaseNumber, Code, DraftId, Role, Severity};

/// One draft that waits.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Which.
    pub draft: DraftId,
    /// The citizen's name, or address where no name was given.
    pub from_name: String,
    /// The case, when attached.
    pub case: Option<CaseNumber>,
    /// Who wrote it.
    pub author: String,
    /// Which revision.
    pub revision: u32,
    /// The findings, heaviest first.
    pub findings: Vec<(Severity, Code)>,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// Whole minutes since.
    pub waited_minutes: u32,
    /// Whether the caller may decide it: false for who ever wrote in it.
    pub decidable: bool,
    /// Whether it stands among the caller's own to decide; see [`Dossier::is_for`].
    pub mine: bool,
    /// Whom the author named.
    pub to: Option<Addressee>,
    /// When the author last reminded.
    pub reminded: Option<Timestamp>,
    /// By when it should be decided.
    pub wait: Wait,
}

impl Flow {
    /// The queue, as a reviewer sees it: without what rests on records that they may not see.
    ///
    /// # Errors
    /// `NotAllowed` for who does not review; the store's failure. A dossier that is damaged is left out, and logged.
    pub async fn list_reviews(&self, call: Call<'_>) -> Result<Vec<Waiting>, Failure> {
        allow(call.person().is(Role::Reviewer))?;
        let mut queue = Vec::new();
        let known = self.approvers(call).await?;
        let waiting = self.tenant(call).waiting().await?;
        let seen = try_join_all(waiting.iter().map(|dossier| self.sees_basis(call, dossier))).await?;
        for (dossier, _) in waiting.into_iter().zip(seen).filter(|(_, seen)| *seen) {
            match self.waiting(call, dossier, &known) {
                Ok(waiting) => queue.push(waiting),
                Err(failure) => tracing::error!(%failure, "a dossier in the queue cannot be read"),
            }
        }
        queue.sort_by_key(|waiting| waiting.wait.order(waiting.requested_at));
        Ok(queue)
    }

    fn waiting(&self, call: Call<'_>, dossier: Dossier, known: &[Approver]) -> Result<Waiting, Failure> {
        let checked = dossier.checked(self.under(call.words))?;
        let today = self.clock.today();
        let thread = dossier.thread(today).map_err(Damaged::from)?;
        let wait = dossier.wait(self.rules.review_days, &dossier.deadlines(&thread, today), today);
        let from = &thread.answered().message.from;
        let requested_at = dossier.asked_at();
        let minutes = self.clock.now().duration_since(requested_at).as_mins();
        Ok(Waiting {
            from_name: from.name.clone().unwrap_or_else(|| from.address.clone()),
            case: dossier.matched.number,
            author: dossier.current().author_name.clone(),
            revision: dossier.current().number,
            findings: checked.findings().iter().map(|finding| (finding.severity, finding.code)).collect(),
            requested_at,
            waited_minutes: u32::try_from(minutes).unwrap_or(0),
            decidable: dossier.is_decidable_by(call.person()),
            mine: dossier.is_for(call.person(), known, today),
            to: dossier.addressee().cloned(),
            reminded: dossier.request.as_ref().and_then(|request| request.reminded),
            wait,
            draft: dossier.id,
        })
    }
}
