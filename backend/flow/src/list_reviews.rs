//! Lists what waits for a second person (til godkjenning), oldest request first.

use crate::{Call, Failure, Flow, allow};
use domain::{check::Finding, dossier::Dossier};
use vocabulary::{Code, Role, Severity};

/// One draft that waits.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// The facts.
    pub dossier: Dossier,
    /// The citizen's name, or address where no name was given.
    pub from_name: String,
    /// The kinds of findings that must be looked at, heaviest first, each once.
    pub topics: Vec<Code>,
    /// The heaviest.
    pub severity: Severity,
    /// Whole minutes since it was asked for.
    pub waited: u32,
    /// Whether the caller may decide it: false for who ever wrote in it.
    pub decidable: bool,
}

impl Flow {
    /// The queue, as a reviewer sees it.
    ///
    /// # Errors
    /// `NotAllowed` for who does not review; the store's failure. A dossier that is damaged is left out, and logged.
    pub async fn list_reviews(&self, call: Call<'_>) -> Result<Vec<Waiting>, Failure> {
        allow(call.person().is(Role::Reviewer))?;
        let mut queue = Vec::new();
        for dossier in self.tenant(call).waiting().await? {
            match self.waiting(call, dossier) {
                Ok(waiting) => queue.push(waiting),
                Err(failure) => tracing::error!(%failure, "a dossier in the queue cannot be read"),
            }
        }
        Ok(queue)
    }

    fn waiting(&self, call: Call<'_>, dossier: Dossier) -> Result<Waiting, Failure> {
        let checked = dossier.checked(self.under(call.words))?;
        let thread = dossier.thread(self.clock.today()).map_err(domain::dossier::Damaged::from)?;
        let from = &thread.answered().message.from;
        let heavy = checked.findings().iter().filter(|finding| finding.severity >= Severity::Verify);
        let minutes =
            dossier.request.as_ref().map_or(0, |request| self.clock.now().duration_since(request.at).as_mins());
        Ok(Waiting {
            from_name: from.name.clone().unwrap_or_else(|| from.address.clone()),
            topics: once(heavy),
            severity: checked.findings().iter().map(|finding| finding.severity).max().unwrap_or(Severity::Note),
            waited: u32::try_from(minutes).unwrap_or(0),
            decidable: dossier.is_decidable_by(call.person()),
            dossier,
        })
    }
}

fn once<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<Code> {
    let mut codes = Vec::new();
    for finding in findings {
        if !codes.contains(&finding.code) {
            codes.push(finding.code);
        }
    }
    codes
}
