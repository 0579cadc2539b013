//! Checks a text that is not saved yet (kontroller).

use crate::{Call, Failure, Flow, Shown, allow};
use domain::dossier::Damaged;
use vocabulary::DraftId;

impl Flow {
    /// What the checks say of a text in the editor; nothing is kept, and the dossier in the answer is the one that is kept.
    ///
    /// # Errors
    /// `NotFound`; `BadInput` with field `text` when it is no draft.
    pub async fn check_draft(&self, call: Call<'_>, draft: &DraftId, text: &str) -> Result<Shown, Failure> {
        allow(call.person().is_writer())?;
        let dossier = self.dossier(call, draft).await?;
        let edit = self.edit(call, &dossier, text)?;
        let unsaved = dossier.draft(&edit).map_err(Damaged::from)?;
        let shown = self.show_draft_of(call, dossier, unsaved)?;
        // An approval is of the text that was saved, not of the one in the editor.
        let approved = shown.approved && edit.marked == shown.dossier.current().marked;
        Ok(Shown { approved, ..shown })
    }
}
