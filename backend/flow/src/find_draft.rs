//! Finds the open draft of a conversation (finn utkast): after a reload, in another window, for another person.

use crate::{Call, Failure, Flow, Shown, allow, conversation};
use domain::{audit::Action, dossier::Dossier, port::FailureKind};
use vocabulary::{ConversationId, Status};

impl Flow {
    /// The draft that is open in a conversation, if there is one for this person. Newer mail of the citizen is taken in, and makes an
    /// approval stale; when the mail is gone or the mail system does not answer, the draft is shown as it was.
    ///
    /// # Errors
    /// `NotAllowed` for who does not write; the store's failure.
    pub async fn find_draft(&self, call: Call<'_>, conversation_id: &ConversationId) -> Result<Option<Shown>, Failure> {
        // Of two windows at once the second finds what the first did.
        match self.found(call, conversation_id).await {
            Err(Failure::Stale) => self.found(call, conversation_id).await,
            found => found,
        }
    }

    async fn found(&self, call: Call<'_>, conversation_id: &ConversationId) -> Result<Option<Shown>, Failure> {
        allow(call.person().is_writer())?;
        let store = self.tenant(call);
        let latest = store.latest_in(&conversation(conversation_id)).await?;
        let is_there = |dossier: &Dossier| dossier.status != Status::Sent && dossier.is_open_to(call.person());
        let Some(dossier) = latest.filter(is_there) else { return Ok(None) };
        if !self.sees_basis(call, &dossier).await? {
            return Ok(None);
        }
        let is_author = dossier.authors().contains(&call.person().id);
        let (dossier, newer) = match self.now(call, &dossier).await {
            Ok(now) => now,
            // Whoever may not open the mailbox sees nothing of what is written in it.
            Err(Failure::Outside(failure)) if failure.kind == FailureKind::Denied && !is_author => return Ok(None),
            // A mail that was deleted meanwhile, or a mail system that is away, takes nobody's draft.
            Err(failure @ (Failure::Outside(_) | Failure::NotFound)) => {
                tracing::warn!(%failure, "could not look for newer or sent mail");
                (dossier, 0)
            }
            Err(failure) => return Err(failure),
        };
        if dossier.status == Status::Sent {
            return Ok(None);
        }
        if dossier.current().author != call.person().id {
            store.record(self.entry(call, Action::DraftShown, &dossier)).await?;
        }
        Ok(Some(Shown { newer, ..self.show(call, dossier)? }))
    }

    /// The dossier after a look into the mailbox: whether it was sent, and what came in since.
    async fn now(&self, call: Call<'_>, dossier: &Dossier) -> Result<(Dossier, usize), Failure> {
        let swept = self.swept(call, dossier.clone()).await?;
        if swept.status == Status::Sent {
            return Ok((swept, 0));
        }
        let messages = self.mails(call, &swept.key).await?;
        self.taken_in(call, swept, messages).await
    }
}
