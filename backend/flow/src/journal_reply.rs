//! Whether a reply goes into the journal (journalføring): a person confirms it, or says why not. What was confirmed waits in the outbox,
//! with the mails as they lie in the mailbox now: later nobody is there in whose name they could be read.

use crate::{Blocked, Call, Failure, Flow, Shown, allow};
use domain::{
    audit::{Action, Entry},
    case::Case,
    dossier::{Dossier, Fields, Journalling, Slip},
    filing::Filing,
    port::{self, Change, FailureKind, Grant, Post, Posting},
    send::{gate, reference},
    thread::Message,
};
use jiff::SignedDuration;
use vocabulary::{CaseNumber, DraftId};

/// Characters of a reason.
const LONGEST: usize = 500;

impl Flow {
    /// Confirms that a reply and the mails it answers go into the journal as these fields say. The same press again changes nothing.
    ///
    /// # Errors
    /// `NotAllowed` for who does not handle it; `BadInput` names the field that is wrong; `Blocked` before it was seen sent, where no case
    /// system is connected, and where a mail is gone or too large.
    pub async fn journal_reply(&self, call: Call<'_>, draft: &DraftId, fields: Fields) -> Result<Shown, Failure> {
        match self.confirmed(call, draft, fields.clone()).await {
            Err(Failure::Stale) => self.confirmed(call, draft, fields).await,
            said => said,
        }
    }

    /// How it stands now.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn after_journal(&self, call: Call<'_>, draft: &DraftId) -> Result<Shown, Failure> {
        let dossier = self.dossier(call, draft).await?;
        self.show(call, dossier)
    }

    /// Keeps that a reply is not journalled, and why; where that is what the rules suggest, no reason need be given.
    ///
    /// # Errors
    /// As [`Flow::journal_reply`].
    pub async fn skip_journal(&self, call: Call<'_>, draft: &DraftId, why: &str) -> Result<Shown, Failure> {
        match self.skipped(call, draft, why).await {
            Err(Failure::Stale) => self.skipped(call, draft, why).await,
            said => said,
        }
    }

    async fn confirmed(&self, call: Call<'_>, draft: &DraftId, fields: Fields) -> Result<Shown, Failure> {
        let dossier = self.sent_dossier(call, draft).await?;
        if dossier.journalling.as_ref().is_some_and(Journalling::is_under_way) {
            return self.show(call, dossier);
        }
        if self.journal.is_none() {
            return Err(Blocked::NotConnected.into());
        }
        let case = fields.fit().map_err(|unfit| bad(unfit.field(), unfit.sentence(call.words)))?;
        let system = self.takes(call, case, &fields).await?;
        let filings = self.filings(call, &dossier, (case, &system, &fields)).await?;
        let (store, now) = (self.tenant(call), self.clock.now());
        let posting = Posting::of(draft, call.person(), filings, now);
        let posting = match store.posting(draft).await? {
            Some(before) => posting.in_place_of(before),
            None => posting,
        };
        let next = dossier.journalling(Journalling::confirmed(call.person(), fields, now));
        let entry = self.filing_entry(call, Action::JournalConfirmed, &next);
        let saved = Post::of(posting, next).commit(store.as_ref(), entry).await?;
        self.show(call, saved)
    }

    async fn skipped(&self, call: Call<'_>, draft: &DraftId, why: &str) -> Result<Shown, Failure> {
        let dossier = self.sent_dossier(call, draft).await?;
        if dossier.journalling.as_ref().is_some_and(Journalling::is_under_way) {
            return Err(Blocked::Filed.into());
        }
        let shown = self.show(call, dossier)?;
        let why: String = why.trim().chars().take(LONGEST).collect();
        let is_for = shown.journal.as_ref().is_none_or(|journal| journal.reason.is_for());
        if why.is_empty() && is_for {
            return Err(bad("why", unexplained(call)));
        }
        let fields = shown.card.map(|card| card.fields).unwrap_or_default();
        let (store, now) = (self.tenant(call), self.clock.now());
        let next = shown.dossier.journalling(Journalling::skipped(call.person(), (fields, why), now));
        let entry = self.entry(call, Action::JournalSkipped, &next);
        let saved = match store.posting(draft).await? {
            Some(posting) => Post::done(posting, next).commit(store.as_ref(), entry).await?,
            None => Change::to(next).commit(store.as_ref(), entry).await?,
        };
        self.show(call, saved)
    }

    /// The dossier for somebody who handles it, once it has left.
    async fn sent_dossier(&self, call: Call<'_>, draft: &DraftId) -> Result<Dossier, Failure> {
        allow(call.person().is_writer())?;
        let dossier = self.dossier(call, draft).await?;
        if dossier.status != vocabulary::Status::Sent {
            return Err(Blocked::NotSent.into());
        }
        allow(dossier.is_journalled_by(call.person()))?;
        Ok(dossier)
    }

    /// In which system the case lies; it is there for this person, takes mails still, and hides no more than the code does. Where a system does
    /// not answer nothing is refused: it says it itself when it is asked.
    async fn takes(&self, call: Call<'_>, number: CaseNumber, fields: &Fields) -> Result<String, Failure> {
        let Ok(found) = self.case(call, number).await else { return Ok(String::new()) };
        let Some(case) = found.value else {
            return if found.silent.is_empty() { Err(bad("case", unknown(call))) } else { Ok(String::new()) };
        };
        if is_closed(&case) {
            return Err(bad("case", closed(call)));
        }
        match case.access.code.filter(|_| fields.access.is_open()) {
            Some(code) => Err(bad("code", &hidden(call).replace("{code}", &code))),
            None => Ok(case.system),
        }
    }

    /// Every mail as it is to stand in the journal, incoming first.
    async fn filings(
        &self,
        call: Call<'_>,
        dossier: &Dossier,
        (case, system, fields): (CaseNumber, &str, &Fields),
    ) -> Result<Vec<Filing>, Failure> {
        let grant = self.identity.grant(call.caller).await?;
        let reply = self.sealed_reply((call, &grant), dossier).await?;
        let house = self.house(dossier);
        let outgoing = dossier.outgoing(house, &reply).ok_or(Blocked::MailGone)?;
        let incoming = dossier.incoming(house).into_iter().map(|slip| (slip, fields.of_incoming()));
        let mut filings = Vec::new();
        for (slip, fields) in incoming.chain([(outgoing, fields.clone())]) {
            let mime = self.mailbox.mime(&grant, dossier.key.mailbox.as_deref(), &slip.mail).await.map_err(unread)?;
            // A page of somebody on the way, or another mail, is not what is to be kept for ever.
            if !contains(&mime, slip.message_id.as_bytes()) {
                return Err(port::Failure::new(FailureKind::Garbled, "graph", "a mail is not the one asked for").into());
            }
            filings.push(Filing { system: system.to_owned(), ..filing(slip, (case, fields), mime) });
        }
        Ok(filings)
    }

    /// The reply as it lies among what was sent.
    async fn sealed_reply(&self, (call, grant): (Call<'_>, &Grant), dossier: &Dossier) -> Result<Message, Failure> {
        let seal = dossier.seal.clone().ok_or(Blocked::NotSent)?;
        // A mail server's clock may be a little behind ours.
        let since = seal.made.saturating_sub(SignedDuration::from_mins(5)).unwrap_or(seal.made);
        let (mailbox, conversation) = (dossier.key.mailbox.as_deref(), &dossier.key.conversation);
        let mails = self.mailbox.sent(grant, mailbox, conversation, since).await?;
        let known = self.known(self.tenant(call).as_ref(), dossier).await?;
        let is_it = |mail: &Message| {
            let is_ours = reference::find(gate::above_quote(&mail.text)).contains(&seal.reference);
            is_ours && gate::same_text(&seal, &mail.text, &known)
        };
        Ok(mails.into_iter().find(is_it).ok_or(Blocked::MailGone)?)
    }

    /// An entry that names the case the mails go to, and the code they are under; no title.
    fn filing_entry(&self, call: Call<'_>, action: Action, dossier: &Dossier) -> Entry {
        let entry = self.entry(call, action, dossier);
        let Some(fields) = dossier.journalling.as_ref().map(|journalling| &journalling.fields) else { return entry };
        let entry = entry.in_case(fields.case);
        match &fields.access.code {
            Some(code) => entry.fact("code", code),
            None => entry,
        }
    }
}

fn filing(slip: Slip, (case, fields): (CaseNumber, Fields), mime: Vec<u8>) -> Filing {
    let Slip { way, message_id, at, people, .. } = slip;
    let Fields { title, public_title, access, .. } = fields;
    Filing { case, system: String::new(), way, title, public_title, access, at, people, message_id, mime }
}

fn contains(bytes: &[u8], piece: &[u8]) -> bool {
    bytes.windows(piece.len().max(1)).any(|window| window == piece)
}

fn is_closed(case: &Case) -> bool {
    case.closed.is_some() || matches!(case.status.as_str(), "A" | "U")
}

fn unread(failure: port::Failure) -> Failure {
    match failure.kind {
        FailureKind::NotFound => Blocked::MailGone.into(),
        FailureKind::TooLarge => Blocked::TooLargeToFile.into(),
        _ => failure.into(),
    }
}

fn bad(field: &'static str, why: &str) -> Failure {
    Failure::BadInput { field, why: why.to_owned() }
}

fn unexplained<'a>(call: Call<'a>) -> &'a str {
    call.words.pick(
        "Skriv hvorfor svaret ikke skal journalføres.",
        "Skriv kvifor svaret ikkje skal journalførast.",
        "Write why the reply is not to be journalled.",
    )
}

fn unknown<'a>(call: Call<'a>) -> &'a str {
    call.words.pick(
        "Sak: saken finnes ikke, eller er ikke åpen for deg. Rett saksnummeret.",
        "Sak: saka finst ikkje, eller er ikkje open for deg. Rett saksnummeret.",
        "Case: there is no such case, or it is not open to you. Correct its number.",
    )
}

fn closed<'a>(call: Call<'a>) -> &'a str {
    call.words.pick(
        "Sak: saken er avsluttet og tar ikke imot. Velg en annen sak, eller be arkivet åpne den.",
        "Sak: saka er avslutta og tek ikkje imot. Vel ei anna sak, eller be arkivet opne ho.",
        "Case: it is closed and takes nothing. Choose another case, or ask the archive to open it.",
    )
}

fn hidden<'a>(call: Call<'a>) -> &'a str {
    call.words.pick(
        "Tilgangskode: saken er skjermet med {code}. Skriv koden og hjemmelen.",
        "Tilgangskode: saka er skjerma med {code}. Skriv koden og heimelen.",
        "Access code: the case is hidden under {code}. Write the code and its legal basis.",
    )
}
