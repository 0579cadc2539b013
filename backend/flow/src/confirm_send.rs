//! The gate's second question (sluse): may this mail leave? Nobody is signed in; a reference or a conversation tells whose it is.

use crate::{Failure, Flow, conversation};
use domain::{
    audit::Action,
    check::{Finding, Ground, text_findings},
    dossier::{Damaged, Dossier},
    port::{Change, TenantStore},
    send::{Answer, Outgoing, Seal, Why, gate, reference},
};
use std::sync::Arc;
use vocabulary::{Code, GateMode, Language, Reference, Severity, Status};

/// A dossier in its tenant's store.
pub(crate) struct Held {
    pub(crate) store: Arc<dyn TenantStore>,
    pub(crate) dossier: Dossier,
}

/// A mail, judged: about which dossier, if any that is to know of it, and how.
struct Judged {
    held: Option<Held>,
    answer: Answer,
}

impl Judged {
    fn of_nobody(answer: Answer) -> Self {
        Self { held: None, answer }
    }
}

impl Flow {
    /// Whether a mail may leave, and why not; its text, hidden text and links are those the reader found in the HTML. The sentence for the person is `domain::send::words::sentence`.
    ///
    /// A reference above the quote (or kept with the item) binds the mail to its seal. Without one, a text in a conversation with an open
    /// draft is checked like a draft. A mail that has nothing to do with us is let through, and nothing is recorded about it.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn confirm_send(&self, outgoing: Outgoing, reader: Language) -> Result<Answer, Failure> {
        let conversation = outgoing.conversation.as_ref().map(conversation);
        let outgoing = Outgoing { conversation, ..outgoing };
        // An edit saved while the mail was compared: the mail is held against what stands there now.
        match self.compared(&outgoing, reader).await {
            Err(Failure::Stale) => self.compared(&outgoing, reader).await,
            compared => compared,
        }
    }

    /// What the gate would say to the mail as it stands while it is written. Nothing is recorded and nothing is let through: at Send it is
    /// asked again, and only that answer counts.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn look_ahead(&self, outgoing: Outgoing, reader: Language) -> Result<Answer, Failure> {
        let mode = self.gate_mode().await?;
        if mode == GateMode::Off {
            return Ok(Answer::Allow);
        }
        let conversation = outgoing.conversation.as_ref().map(conversation);
        let judged = self.judged(&Outgoing { conversation, ..outgoing }, reader).await?;
        Ok(gate::under(mode, judged.answer))
    }

    async fn compared(&self, outgoing: &Outgoing, reader: Language) -> Result<Answer, Failure> {
        let mode = self.gate_mode().await?;
        if mode == GateMode::Off {
            self.passed_by(outgoing.reference.as_ref(), outgoing.conversation.as_ref()).await?;
            return Ok(Answer::Allow);
        }
        let Judged { held, answer } = self.judged(outgoing, reader).await?;
        let answer = gate::under(mode, answer);
        match held {
            Some(held) => self.noted(held, answer, mode).await,
            None => Ok(answer),
        }
    }

    async fn judged(&self, outgoing: &Outgoing, reader: Language) -> Result<Judged, Failure> {
        match bound_by(outgoing) {
            Some(reference) => self.under_reference(&reference, outgoing, reader).await,
            None => self.without_reference(outgoing, reader).await,
        }
    }

    async fn under_reference(
        &self,
        reference: &Reference,
        outgoing: &Outgoing,
        reader: Language,
    ) -> Result<Judged, Failure> {
        let unknown = Ok(Judged::of_nobody(Answer::Stop(Why::UnknownReference)));
        let store = self.store.tenant(&self.tenant);
        let Some(dossier) = store.by_reference(reference).await? else { return unknown };
        // Somebody else's reference is answered like an unknown one: neither sender nor conversation is the dossier's.
        let same_conversation = outgoing.conversation.as_ref() == Some(&dossier.key.conversation);
        if !same_conversation && !outgoing.from.trim().eq_ignore_ascii_case(&dossier.from) {
            return unknown;
        }
        let held = Held { store, dossier };
        match held.dossier.seal.clone() {
            Some(seal) => self.under_seal(held, &seal, (outgoing, reader)).await,
            None => Ok(Judged { held: Some(held), answer: Answer::Stop(Why::NotReleased) }),
        }
    }

    async fn under_seal(
        &self,
        held: Held,
        seal: &Seal,
        (outgoing, reader): (&Outgoing, Language),
    ) -> Result<Judged, Failure> {
        if held.dossier.is_on_its_way(self.clock.now()) {
            // The server was told to send this very letter.
            return Ok(Judged { held: Some(held), answer: Answer::Stop(Why::Leaving) });
        }
        let known = self.known(held.store.as_ref(), &held.dossier).await?;
        let answer = gate::compare(seal, outgoing, &known, self.clock.now());
        let answer = match answer {
            Answer::Ask(Why::RecipientAdded(added)) => self.for_added(&held.dossier, added, reader)?,
            answer => answer,
        };
        Ok(Judged { held: Some(held), answer })
    }

    /// An added recipient is held against the content: what stops for them stops the mail.
    fn for_added(&self, dossier: &Dossier, added: Vec<String>, reader: Language) -> Result<Answer, Failure> {
        let mut revision = dossier.current().clone();
        revision.recipients.extend(added.iter().map(|address| address.trim().to_lowercase()));
        let draft = dossier.draft(&revision).map_err(Damaged::from)?;
        let checked = dossier.check(draft, self.under(reader)).map_err(Damaged::from)?;
        let stops = |finding: &Finding| finding.severity == Severity::Stop && finding.code != Code::Decision;
        let why = Why::RecipientAdded(added);
        Ok(if checked.findings().iter().any(stops) { Answer::Stop(why) } else { Answer::Ask(why) })
    }

    async fn without_reference(&self, outgoing: &Outgoing, reader: Language) -> Result<Judged, Failure> {
        let Some(id) = &outgoing.conversation else { return Ok(Judged::of_nobody(Answer::Allow)) };
        let Some(held) = self.open_conversation(id).await? else { return Ok(Judged::of_nobody(Answer::Allow)) };
        let written = gate::above_quote(&outgoing.text);
        let pasted = held.dossier.seal.clone().filter(|seal| gate::resembles(seal, written));
        if let Some(seal) = pasted {
            return self.under_seal(held, &seal, (outgoing, reader)).await;
        }
        match self.unsealed(&held.dossier, written, reader)? {
            // A person may well write something of their own; the trail is about drafts.
            Answer::Allow => Ok(Judged::of_nobody(Answer::Allow)),
            answer => Ok(Judged { held: Some(held), answer }),
        }
    }

    /// A text of a person's own, where a draft is open: checked as a text, without asking it for sources.
    fn unsealed(&self, dossier: &Dossier, written: &str, reader: Language) -> Result<Answer, Failure> {
        let today = self.clock.today();
        let thread = dossier.thread(today).map_err(Damaged::from)?;
        let evidence = dossier.evidence();
        let ground = Ground { thread: Some(&thread), evidence: &evidence, rules: &self.rules, today, words: reader };
        Ok(told(&text_findings(written, &ground)))
    }

    /// Records what the gate answered; the first time it lets a released draft through, the draft stands as let through.
    async fn noted(&self, held: Held, answer: Answer, mode: GateMode) -> Result<Answer, Failure> {
        let Held { store, dossier } = held;
        match &answer {
            Answer::Allow if dossier.status == Status::Released => self.let_through(store.as_ref(), dossier).await?,
            // Pressing Send again says the same, and is one event.
            Answer::Allow => {}
            Answer::Ask(why) => self.told(store.as_ref(), (Action::SendAsked, &dossier), (why, mode)).await?,
            Answer::Stop(why) => self.told(store.as_ref(), (Action::SendStopped, &dossier), (why, mode)).await?,
        }
        Ok(answer)
    }

    /// Keeps that it was let through. Of two presses at once the second finds it kept already, and that is as good.
    async fn let_through(&self, store: &dyn TenantStore, dossier: Dossier) -> Result<(), Failure> {
        let (id, seal) = (dossier.id.clone(), dossier.seal.clone());
        let next = dossier.allowed();
        let entry = self.gate_entry(Action::SendAllowed, &next);
        let kept = Change::to(next).commit(store, entry).await;
        match kept.map_err(Failure::from) {
            Err(Failure::Stale) => {
                let now = store.dossier(&id).await?.filter(|now| now.seal == seal && now.status == Status::SendAllowed);
                now.map(drop).ok_or(Failure::Stale)
            }
            kept => kept.map(drop),
        }
    }

    async fn told(
        &self,
        store: &dyn TenantStore,
        (action, dossier): (Action, &Dossier),
        (why, mode): (&Why, GateMode),
    ) -> Result<(), Failure> {
        let entry = self.gate_entry(action, dossier).fact("reason", why.name()).fact("gate", mode.name());
        store.record(entry).await?;
        Ok(())
    }
}

/// The reference that binds the mail: the one above the quote; else one that was kept with the item and stands nowhere in the text. One
/// that stands only in the quote belongs to an earlier reply.
fn bound_by(outgoing: &Outgoing) -> Option<Reference> {
    let above = reference::read(gate::above_quote(&outgoing.text));
    let kept = || {
        let kept = outgoing.reference.as_ref()?;
        let kept = reference::read(kept.as_str()).unwrap_or_else(|| kept.clone());
        (!reference::find(&outgoing.text).contains(&kept)).then_some(kept)
    };
    above.or_else(kept)
}

fn told(findings: &[Finding]) -> Answer {
    let of = |severity| -> Vec<String> {
        findings.iter().filter(|finding| finding.severity == severity).map(|finding| finding.why.clone()).collect()
    };
    let (stop, verify) = (of(Severity::Stop), of(Severity::Verify));
    if !stop.is_empty() {
        Answer::Stop(Why::Findings(stop))
    } else if verify.is_empty() {
        Answer::Allow
    } else {
        Answer::Ask(Why::Findings(verify))
    }
}
