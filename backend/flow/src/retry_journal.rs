//! Has what waits for the journal tried at once (på nytt), for whoever runs the server: after a case system was away, or has been put right.

use crate::{Failure, person::Kept};
use domain::{
    audit::{Action, Entry},
    port::{Post, Posting},
};
use vocabulary::DraftId;

impl Kept<'_> {
    /// Of one draft, or of all; gives the drafts it was done for. What somebody is at just now is left to them.
    ///
    /// # Errors
    /// `NotFound` where nothing waits of that draft; else the store's failure.
    pub async fn retry_journal(self, draft: Option<&DraftId>) -> Result<Vec<DraftId>, Failure> {
        let meant = |posting: &Posting| draft.is_none_or(|draft| *draft == posting.draft);
        let waiting: Vec<Posting> = self.store.postings().await?.into_iter().filter(meant).collect();
        if waiting.is_empty() && draft.is_some() {
            return Err(Failure::NotFound);
        }
        let mut hastened = Vec::new();
        for posting in waiting {
            let next = posting.clone().hastened(self.now);
            let found = self.store.dossier(&posting.draft).await?.filter(|_| next != posting);
            let Some(dossier) = found else { continue };
            let entry = Entry::of(Action::JournalRetried, self.now).about(&dossier.id, dossier.current().number);
            let queued = dossier.journalling.clone().map(domain::dossier::Journalling::queued_again);
            let dossier = domain::dossier::Dossier { journalling: queued, ..dossier };
            Post::of(next, dossier).commit(self.store, entry).await?;
            hastened.push(posting.draft);
        }
        Ok(hastened)
    }
}
