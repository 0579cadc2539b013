//! Looks whether it was sent (sendt?): only a mail seen in Sent Items makes a draft sent, and its seal dead.

use crate::{Call, Failure, Flow, Shown, allow};
use domain::{
    audit::{Action, Link, commitment},
    dossier::Dossier,
    port::Change,
    send::{Seal, gate, reference},
    thread::Message,
};
use jiff::SignedDuration;
use vocabulary::{DraftId, Status};

impl Flow {
    /// Looks in Sent Items, and says how the draft stands; of two looks at once the second sees what the first found.
    ///
    /// # Errors
    /// `NotFound`; `Outside` when the mail system does not answer.
    pub async fn sweep_sent(&self, call: Call<'_>, draft: &DraftId) -> Result<Shown, Failure> {
        match self.looked(call, draft).await {
            Err(Failure::Stale) => self.looked(call, draft).await,
            looked => looked,
        }
    }

    async fn looked(&self, call: Call<'_>, draft: &DraftId) -> Result<Shown, Failure> {
        allow(call.person().is_writer())?;
        let dossier = self.dossier(call, draft).await?;
        let settled = self.settled(call, dossier).await?;
        self.show(call, settled)
    }

    /// The dossier after a look: sent when the sealed mail lies in Sent Items since it was sealed. A mail with its reference and another
    /// text is not the sealed one: it is put on record, and the seal stays as it was. So is one whose answers go to somebody else.
    pub(crate) async fn swept(&self, call: Call<'_>, dossier: Dossier) -> Result<Dossier, Failure> {
        let waits = matches!(dossier.status, Status::Released | Status::SendAllowed);
        let Some(seal) = dossier.seal.clone().filter(|_| waits) else { return Ok(dossier) };
        let grant = self.identity.grant(call.caller).await?;
        // A mail server's clock may be a little behind ours.
        let since = seal.made.saturating_sub(SignedDuration::from_mins(5)).unwrap_or(seal.made);
        let (mailbox, conversation) = (dossier.key.mailbox.as_deref(), &dossier.key.conversation);
        let mails = self.mailbox.sent(&grant, mailbox, conversation, since).await?;
        let ours = |mail: &&Message| reference::find(gate::above_quote(&mail.text)).contains(&seal.reference);
        let known = self.known(self.tenant(call).as_ref(), &dossier).await?;
        let (sealed, altered): (Vec<&Message>, Vec<&Message>) =
            mails.iter().filter(ours).partition(|mail| gate::same_text(&seal, &mail.text, &known));
        // Outlook does not show the gate where answers will go: what was changed there is seen here, after it has left.
        let astray = sealed.iter().filter(|mail| is_answered_elsewhere(mail, &dossier.from));
        for mail in altered.iter().chain(astray) {
            self.altered(call, &dossier, known_by(&seal, mail)).await?;
        }
        let Some(mail) = sealed.first() else { return Ok(dossier) };
        let next = dossier.sent(self.clock.now());
        let entry = self.entry(call, Action::DraftSent, &next).fact("message_id", known_by(&seal, mail));
        Ok(Change::to(next).commit(self.tenant(call).as_ref(), entry).await?)
    }

    /// Puts on record, once, that a mail with the reference has left with another text.
    async fn altered(&self, call: Call<'_>, dossier: &Dossier, known_by: String) -> Result<(), Failure> {
        let store = self.tenant(call);
        let entry = self.entry(call, Action::SentAltered, dossier).fact("message_id", known_by);
        let told = store.entries_of(&dossier.id).await?;
        let is_told = |link: &Link| link.entry.action == entry.action && link.entry.facts.last() == entry.facts.last();
        if !told.iter().any(is_told) {
            store.record(entry).await?;
        }
        Ok(())
    }
}

/// Whether an answer to the mail goes to another than who sent it, or who was to send it.
fn is_answered_elsewhere(mail: &Message, from: &str) -> bool {
    let is_own = |address: &str| [from, &mail.from.address].iter().any(|own| own.eq_ignore_ascii_case(address));
    mail.reply_to.iter().any(|it| !is_own(it.address.trim()))
}

/// A mail as the trail knows it: a salted commitment to its Message-ID.
fn known_by(seal: &Seal, mail: &Message) -> String {
    commitment(seal.reference.as_str().as_bytes(), mail.internet_id.as_deref().unwrap_or_default())
}
