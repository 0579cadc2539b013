//! Looks whether it was sent (sendt?): only a mail seen in Sent Items makes a draft sent, and its seal dead.

use crate::{Call, Failure, Flow, Shown, allow};
use domain::{
    audit::{Action, commitment},
    dossier::Dossier,
    port::Change,
    send::{Known, gate, reference},
    thread::Message,
};
use jiff::SignedDuration;
use vocabulary::{DraftId, Status};

impl Flow {
    /// Looks in Sent Items, and says how the draft stands.
    ///
    /// # Errors
    /// `NotFound`; `Outside` when the mail system does not answer.
    pub async fn sweep_sent(&self, call: Call<'_>, draft: &DraftId) -> Result<Shown, Failure> {
        allow(call.person().is_writer())?;
        let dossier = self.dossier(call, draft).await?;
        let swept = self.swept(call, dossier).await?;
        self.show(call, swept)
    }

    /// The dossier after a look: sent when a mail with its reference lies in Sent Items since it was sealed.
    pub(crate) async fn swept(&self, call: Call<'_>, dossier: Dossier) -> Result<Dossier, Failure> {
        let waits = matches!(dossier.status, Status::Released | Status::SendAllowed);
        let Some(seal) = dossier.seal.clone().filter(|_| waits) else { return Ok(dossier) };
        let grant = self.identity.grant(call.caller).await?;
        // A mail server's clock may be a little behind ours.
        let since = seal.made.saturating_sub(SignedDuration::from_mins(5)).unwrap_or(seal.made);
        let (mailbox, conversation) = (dossier.key.mailbox.as_deref(), &dossier.key.conversation);
        let mails = self.mailbox.sent(&grant, mailbox, conversation, since).await?;
        let ours = |mail: &&Message| reference::find(gate::above_quote(&mail.text)).contains(&seal.reference);
        let Some(mail) = mails.iter().find(ours) else { return Ok(dossier) };
        let is_same = gate::same_text(&seal, &mail.text, &Known::of(&dossier.messages, None));
        let id = mail.internet_id.as_deref().unwrap_or_default();
        let known_by = commitment(seal.reference.as_str().as_bytes(), id);
        let next = dossier.sent(self.clock.now());
        let entry = self.entry(call, Action::DraftSent, &next);
        let entry = entry.fact("text", if is_same { "same" } else { "changed" }).fact("message_id", known_by);
        Ok(Change::to(next).commit(self.tenant(call).as_ref(), entry).await?)
    }
}
