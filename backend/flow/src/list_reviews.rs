//! Lists what waits for a second person (til godkjenning), oldest request first.

use crate::{Call, Failure, Flow, allow};
use domain::dossier::{Damaged, Dossier};
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
}

impl Flow {
    /// The queue, as a reviewer sees it: without what rests on records that they may not see.
    ///
    /// # Errors
    /// `NotAllowed` for who does not review; the store's failure. A dossier that is damaged is left out, and logged.
    pub async fn list_reviews(&self, call: Call<'_>) -> Result<Vec<Waiting>, Failure> {
        allow(call.person().is(Role::Reviewer))?;
        let mut queue = Vec::new();
        let waiting = self.tenant(call).waiting().await?;
        let seen = try_join_all(waiting.iter().map(|dossier| self.sees_basis(call, dossier))).await?;
        for (dossier, _) in waiting.into_iter().zip(seen).filter(|(_, seen)| *seen) {
            match self.waiting(call, dossier) {
                Ok(waiting) => queue.push(waiting),
                Err(failure) => tracing::error!(%failure, "a dossier in the queue cannot be read"),
            }
        }
        Ok(queue)
    }

    fn waiting(&self, call: Call<'_>, dossier: Dossier) -> Result<Waiting, Failure> {
        let checked = dossier.checked(self.under(call.words))?;
        let thread = dossier.thread(self.clock.today()).map_err(Damaged::from)?;
        let from = &thread.answered().message.from;
        let requested_at = dossier.request.as_ref().map_or(dossier.current().at, |request| request.at);
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
            draft: dossier.id,
        })
    }
}
