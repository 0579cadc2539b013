//! Sends a draft from the pane (send): seals it and has the mail system send exactly that, once, whatever breaks on the way.
//!
//! What is about to be done is kept before it is done. A draft of the mail system can leave only once; so after an order that got no answer
//! the same draft is looked for, and never another one made. Where nobody can tell whether it left, that is what the person is told.

use crate::{Blocked, Call, Failure, Flow, Shown};
use domain::{
    audit::Action,
    dossier::{Dossier, Sending},
    port::{self, Change, FailureKind, Grant},
    send::{Sendable, gate},
    thread::Message,
};
use vocabulary::{DraftId, MailId, Status};

/// What a look for an ordered draft tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// It has left.
    Left,
    /// It lies there, unsent.
    There,
    /// It is nowhere in the mailbox.
    Gone,
    /// Nobody can tell.
    Unknown,
}

impl Flow {
    /// Sends the revision the author saw. The same press again gives how far it has come, and goes on where the first one broke.
    ///
    /// # Errors
    /// `NotAllowed` where the house does not send from the pane; else as [`Flow::release_draft`], `Stale` where the citizen has written
    /// since, `Outside` when the mail system refused or did not answer: then nothing has left, or the draft says that nobody knows.
    pub async fn send_draft(&self, call: Call<'_>, seen: (&DraftId, u32)) -> Result<Shown, Failure> {
        let dossier = self.dossier_to_change(call, seen.0, seen.1).await?;
        crate::allow(self.sends)?;
        if dossier.current().author != call.person().id {
            return Err(Blocked::NotAuthor.into());
        }
        let now = self.clock.now();
        let dossier = self.settled(call, dossier).await?;
        match dossier.sending.clone() {
            _ if dossier.status == Status::Sent && dossier.sending.is_none() => Err(Blocked::Sent.into()),
            // Somebody is at it, or it has left: the same press once more.
            Some(sending) if sending.accepted.is_some() || sending.is_held(now) => self.show(call, dossier),
            Some(sending) if dossier.status == Status::Sent || sending.is_unsure() && !sending.may_order(now) => {
                self.show(call, dossier)
            }
            Some(sending) if sending.is_unsure() => self.gone_on(call, dossier, sending).await,
            _ => self.begun(call, dossier).await,
        }
    }

    /// The dossier after a look for what may have left.
    pub(crate) async fn settled(&self, call: Call<'_>, dossier: Dossier) -> Result<Dossier, Failure> {
        let swept = self.swept(call, dossier).await?;
        let now = self.clock.now();
        let is_open = |sending: &Sending| swept.status != Status::Sent && sending.is_unsure() && !sending.is_held(now);
        let Some(sending) = swept.sending.clone().filter(is_open) else { return Ok(swept) };
        let grant = self.identity.grant(call.caller).await?;
        match self.look(&grant, &swept, &sending).await {
            Look::Left => self.stepped(call, swept, (Action::SendAccepted, Some(sending.accepted(now)))).await,
            // Neither sent nor there: somebody threw it away where it lay.
            Look::Gone if sending.is_over(now) => self.stepped(call, swept, (Action::SendGivenUp, None)).await,
            Look::There | Look::Gone | Look::Unknown => Ok(swept),
        }
    }

    /// From the beginning: nothing has been ordered yet.
    async fn begun(&self, call: Call<'_>, dossier: Dossier) -> Result<Shown, Failure> {
        let dossier = self.not_leaving(call, dossier).await?;
        if dossier.status == Status::SendAllowed {
            // The gate let the same text go from somebody's window, and it may be on its way.
            return Err(Blocked::OnItsWay.into());
        }
        let messages = self.mails(call, &dossier.key).await?;
        let (dossier, newer) = self.taken_in(call, dossier, messages).await?;
        if newer > 0 {
            return Err(Failure::Stale);
        }
        let grant = self.identity.grant(call.caller).await?;
        if let Some(left_over) = dossier.sending.as_ref().and_then(|sending| sending.mail.clone()) {
            // Whoever made this one died before it was ordered.
            self.discarded(&grant, &dossier, &left_over).await;
        }
        let sendable = self.seal_now(call, &dossier)?;
        let sending = Sending::begun(call.person(), self.clock.now());
        let sealed = dossier.released(&sendable);
        let begun = self.stepped(call, sealed, (Action::SendBegun, Some(sending))).await?;
        match self.drafted((call, &grant), &begun, &sendable).await {
            Ok(mail) => self.ordered((call, &grant), begun, mail).await,
            Err(failure) => Err(self.given_up(call, begun, failure).await),
        }
    }

    /// It was ordered before. Where the draft lies there still, it is held against its seal once more, and ordered again.
    async fn gone_on(&self, call: Call<'_>, dossier: Dossier, sending: Sending) -> Result<Shown, Failure> {
        let grant = self.identity.grant(call.caller).await?;
        let mailbox = dossier.key.mailbox.as_deref();
        let Some(mail) = sending.mail.clone() else { return self.show(call, dossier) };
        let Some(made) = self.mailbox.made(&grant, mailbox, &mail).await?.filter(|made| made.draft) else {
            return self.show(call, dossier);
        };
        if self.is_sealed(call, &dossier, &made).await? {
            return self.ordered((call, &grant), dossier, mail).await;
        }
        // Somebody has written in it where it lies: it is not the sealed letter any more, and does not leave by our hand.
        if sending.is_over(self.clock.now()) && self.discarded(&grant, &dossier, &mail).await {
            return Err(self.given_up(call, dossier, altered()).await);
        }
        Err(Blocked::OnItsWay.into())
    }

    /// Has the mail system make its draft, and reads back what it made of it.
    async fn drafted(
        &self,
        (call, grant): (Call<'_>, &Grant),
        dossier: &Dossier,
        sendable: &Sendable,
    ) -> Result<MailId, port::Failure> {
        let to = &sendable.seal().envelope.to;
        let mail = self.mailbox.create_reply(grant, &dossier.key, (sendable.html(), to)).await?;
        let made = self.mailbox.made(grant, dossier.key.mailbox.as_deref(), &mail).await;
        let is_right = match made {
            Ok(Some(made)) => self.is_sealed(call, dossier, &made).await,
            Ok(None) => Ok(false),
            Err(failure) => Err(failure),
        };
        match is_right {
            Ok(true) => Ok(mail),
            wrong => {
                self.discarded(grant, dossier, &mail).await;
                Err(wrong.err().unwrap_or_else(altered))
            }
        }
    }

    /// Whether a draft of the mail system says what was sealed, to those it was sealed for.
    async fn is_sealed(&self, call: Call<'_>, dossier: &Dossier, made: &Message) -> Result<bool, port::Failure> {
        let known = self.known(self.tenant(call).as_ref(), dossier).await;
        let known = known.map_err(|_| altered())?;
        let Some(seal) = &dossier.seal else { return Ok(false) };
        let all = made.to.iter().chain(&made.cc).chain(&made.bcc).map(|to| to.address.to_lowercase());
        let mut to: Vec<String> = all.collect();
        to.sort();
        let mut sealed: Vec<String> = seal.envelope.to.iter().map(|to| to.to_lowercase()).collect();
        sealed.sort();
        Ok(made.draft && to == sealed && made.attachments.is_empty() && gate::same_text(seal, &made.text, &known))
    }

    /// Gives the order, after it is kept that it is given.
    async fn ordered(
        &self,
        (call, grant): (Call<'_>, &Grant),
        dossier: Dossier,
        mail: MailId,
    ) -> Result<Shown, Failure> {
        let now = self.clock.now();
        let sending = dossier.sending.clone().unwrap_or_else(|| Sending::begun(call.person(), now));
        let sending = sending.taken_up(now).drafted(mail.clone()).ordered(now);
        let dossier = self.stepped(call, dossier, (Action::SendOrdered, Some(sending.clone()))).await?;
        let Err(failure) = self.mailbox.send(grant, dossier.key.mailbox.as_deref(), &mail).await else {
            return self.accepted(call, dossier, sending).await;
        };
        match self.look(grant, &dossier, &sending).await {
            Look::Left => self.accepted(call, dossier, sending).await,
            // A refusal: with the draft away nothing is left that could go.
            Look::There if failure.kind == FailureKind::Denied && self.discarded(grant, &dossier, &mail).await => {
                Err(self.given_up(call, dossier, failure).await)
            }
            _ => {
                tracing::warn!(%failure, "nobody knows yet whether the reply left");
                self.stepped(call, dossier, (Action::SendUnsure, Some(sending.let_go()))).await?;
                Err(failure.into())
            }
        }
    }

    /// It has left; best that it is found among what was sent at once.
    async fn accepted(&self, call: Call<'_>, dossier: Dossier, sending: Sending) -> Result<Shown, Failure> {
        let taken = Some(sending.accepted(self.clock.now()));
        let dossier = self.stepped(call, dossier, (Action::SendAccepted, taken)).await?;
        let swept = match self.swept(call, dossier.clone()).await {
            Ok(swept) => swept,
            Err(failure) => {
                tracing::warn!(%failure, "the reply that left was not looked for yet");
                dossier
            }
        };
        self.show(call, swept)
    }

    /// Where the draft is now that was ordered: by its own id, wherever it lies.
    async fn look(&self, grant: &Grant, dossier: &Dossier, sending: &Sending) -> Look {
        let Some(mail) = &sending.mail else { return Look::Unknown };
        match self.mailbox.made(grant, dossier.key.mailbox.as_deref(), mail).await {
            Ok(Some(made)) if made.draft => Look::There,
            Ok(Some(_)) => Look::Left,
            Ok(None) => Look::Gone,
            Err(_) => Look::Unknown,
        }
    }

    /// Nothing was ordered, or what was ordered was refused: the draft is as if nobody had pressed. Gives the failure to tell.
    async fn given_up(&self, call: Call<'_>, dossier: Dossier, failure: port::Failure) -> Failure {
        match self.stepped(call, dossier, (Action::SendGivenUp, None)).await {
            Ok(_) => failure.into(),
            Err(worse) => worse,
        }
    }

    /// Whether the mail system's draft is gone; what is no draft any more is left alone.
    async fn discarded(&self, grant: &Grant, dossier: &Dossier, mail: &MailId) -> bool {
        let mailbox = dossier.key.mailbox.as_deref();
        let gone = match self.mailbox.made(grant, mailbox, mail).await {
            Ok(Some(made)) if made.draft => self.mailbox.discard(grant, mailbox, mail).await.map(|()| true),
            Ok(found) => Ok(found.is_none()),
            Err(failure) => Err(failure),
        };
        gone.unwrap_or_else(|failure| {
            tracing::warn!(%failure, "a draft that is not to be sent may lie in Drafts still");
            false
        })
    }

    async fn stepped(
        &self,
        call: Call<'_>,
        dossier: Dossier,
        (action, sending): (Action, Option<Sending>),
    ) -> Result<Dossier, Failure> {
        let next = dossier.sending(sending);
        let entry = self.entry(call, action, &next);
        let entry = if action == Action::SendBegun { entry.fact("text", self.commitment(&next)) } else { entry };
        Ok(Change::to(next).commit(self.tenant(call).as_ref(), entry).await?)
    }
}

/// What the mail system holds is not what was sealed.
fn altered() -> port::Failure {
    port::Failure::new(FailureKind::Garbled, "graph", "the draft that was made is not the sealed letter")
}
