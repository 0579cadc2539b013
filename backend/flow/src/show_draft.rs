//! Shows a draft (vis utkast): and says so in the trail, for reading a case is an act too.

use crate::{Call, Failure, Flow, Shown};
use domain::audit::Action;
use vocabulary::DraftId;

impl Flow {
    /// One draft as it stands.
    ///
    /// # Errors
    /// `NotFound` where it is not there for this person; the store's failure.
    pub async fn show_draft(&self, call: Call<'_>, draft: &DraftId) -> Result<Shown, Failure> {
        let dossier = self.dossier(call, draft).await?;
        self.tenant(call).record(self.entry(call, Action::DraftShown, &dossier)).await?;
        self.show(call, dossier)
    }
}
