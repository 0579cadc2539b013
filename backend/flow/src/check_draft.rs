//! Checks a text that is not saved yet (kontroller), and lays it aside for who types it.

use crate::{Call, Failure, Flow, Shown, allow};
use domain::{
    dossier::{Aside, Damaged, Dossier},
    port::{self, Laying},
};
use vocabulary::DraftId;

impl Flow {
    /// What the checks say of a text in the editor. With `keep` it is laid aside as the caller's edit of that revision, so that it is
    /// there when they come back; without, nothing is kept. The dossier in the answer is the one that is saved.
    ///
    /// # Errors
    /// `NotFound`; `BadInput` with field `text` when it is no draft.
    pub async fn check_draft(
        &self,
        call: Call<'_>,
        draft: &DraftId,
        (text, keep): (&str, Option<u32>),
    ) -> Result<Shown, Failure> {
        allow(call.person().is_writer())?;
        let dossier = self.dossier(call, draft).await?;
        let edit = self.edit(call, &dossier, text)?;
        let dossier = match keep {
            Some(revision) => self.kept(call, dossier, (&edit.marked, revision)).await?,
            None => dossier,
        };
        let unsaved = dossier.draft(&edit).map_err(Damaged::from)?;
        let shown = self.show_draft_of(call, dossier, unsaved)?;
        // An approval is of the text that was saved, not of the one in the editor.
        let approved = shown.approved && edit.marked == shown.dossier.current().marked;
        Ok(Shown { approved, ..shown })
    }

    /// The dossier with the text laid aside in it. Where that cannot be, the check is told all the same: the text is still in the editor.
    async fn kept(&self, call: Call<'_>, dossier: Dossier, (text, revision): (&str, u32)) -> Result<Dossier, Failure> {
        let mut dossier = dossier;
        for _ in 0..TRIES {
            match self.laid(call, &dossier, (text, revision)).await {
                Ok(laid) => return Ok(laid),
                Err(failure) => tracing::warn!(%failure, "a text was not laid aside"),
            }
            dossier = self.dossier(call, &dossier.id).await?;
        }
        Ok(dossier)
    }

    async fn laid(
        &self,
        call: Call<'_>,
        dossier: &Dossier,
        (text, revision): (&str, u32),
    ) -> Result<Dossier, port::Failure> {
        let person = call.person();
        let aside = Aside { by: person.id.clone(), revision, text: text.to_owned(), at: self.clock.now() };
        let aside = Some(aside).filter(|_| dossier.keeps_for(person, revision) && !dossier.says(text));
        let is_there = dossier.aside(&person.id);
        if is_there.map(|there| (there.revision, &there.text)) == aside.as_ref().map(|one| (one.revision, &one.text)) {
            return Ok(dossier.clone());
        }
        Laying::over(dossier, person.id.clone(), aside.clone()).commit(self.tenant(call).as_ref()).await?;
        let laid = dossier.clone().with_aside(&person.id, aside);
        Ok(Dossier { version: laid.version + 1, ..laid })
    }
}

/// How often a text is laid aside in a dossier that somebody else is changing just now.
const TRIES: usize = 2;
