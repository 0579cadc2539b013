//! Reading (lesing): the conversation, the case it belongs to, and what is known; nothing is decided by what the mail tells us to do.

use crate::{Blocked, Call, Chosen, Failure, Flow, systems::unlooked};
use domain::{
    case::Case,
    dossier::{MailKey, Reading},
    evidence::{CaseMatch, Contents, Evidence, Gathered, Origin, Query, matching::match_case, select},
    port::{self, FailureKind, TenantStore},
    send::reference,
    thread::{Message, Thread},
    value::Kind,
};
use futures::future::{try_join, try_join_all};
use vocabulary::{CaseNumber, limit::TEXT_BYTES};

/// Case numbers of one mail that are looked up; more is a list, not a letter about a case.
const NUMBERS: usize = 10;

/// A conversation that was read, and who will get the reply.
pub(crate) struct Read {
    pub(crate) messages: Vec<Message>,
    pub(crate) thread: Thread,
    pub(crate) recipients: Vec<String>,
}

/// The match, and the case that is attached.
type Matched = (CaseMatch, Option<Case>);

/// What was found for it.
pub(crate) struct Found {
    pub(crate) matched: CaseMatch,
    pub(crate) evidence: Evidence,
}

impl Read {
    /// Everything that a dossier keeps of it.
    pub(crate) fn kept(&self, found: &Found) -> Reading {
        let evidence = found.evidence.items().to_vec();
        Reading { messages: self.messages.clone(), matched: found.matched.clone(), evidence }
    }
}

impl Flow {
    /// Reads the conversation in the caller's name.
    pub(crate) async fn mails(&self, call: Call<'_>, key: &MailKey) -> Result<Vec<Message>, Failure> {
        let grant = self.identity.grant(call.caller).await?;
        // That the mail is not there is the mail system's word, and not ours about a draft.
        let messages = self.mailbox.conversation(&grant, key).await.map_err(|failure| match failure.kind {
            FailureKind::NotFound => Failure::Outside(failure),
            _ => failure.into(),
        })?;
        match messages.iter().map(|message| message.text.len()).max() {
            Some(longest) if longest > TEXT_BYTES => Err(too_long(longest)),
            _ => Ok(messages),
        }
    }

    /// Makes the thread of it.
    pub(crate) fn read(&self, key: &MailKey, messages: Vec<Message>) -> Result<Read, Failure> {
        let thread = Thread::new(messages.clone(), Some(&key.mail), self.clock.today());
        let thread = thread.map_err(|_| Blocked::NothingToAnswer)?;
        let recipients = recipients(&thread.answered().message);
        Ok(Read { messages, thread, recipients })
    }

    /// Finds the case, or takes the one a person chose, and the evidence.
    pub(crate) async fn find(&self, call: Call<'_>, read: &Read, chosen: Option<Chosen>) -> Result<Found, Failure> {
        let (matched, case) = match chosen {
            Some(Chosen::Case(number)) => self.chosen(call, &read.thread, number).await?,
            Some(Chosen::Without) => {
                let (matched, _) = self.matched(call, &read.thread).await?;
                (matched.declined(&read.thread.answered().message), None)
            }
            None => self.matched(call, &read.thread).await?,
        };
        let query = Query { case: matched.number, ..Query::of(&read.thread, self.clock.today()) };
        let own = match &case {
            Some(case) => self.sources_of(call, case).await,
            None => Gathered::default(),
        };
        let Contents { sources: mut found, unread } = own.value;
        let facts = found.iter().find(|source| source.origin == Origin::Case);
        let query = facts.map_or_else(|| query.clone(), |facts| query.clone().in_case(&facts.title));
        let outside = self.search(call, &query).await?;
        found.extend(outside.value);
        let matched = matched.without(own.silent.into_iter().chain(outside.silent));
        let matched = CaseMatch { unread, ..matched };
        let recipient = read.recipients.first().map_or("", String::as_str);
        Ok(Found { matched, evidence: select(found, &query, recipient) })
    }

    async fn chosen(&self, call: Call<'_>, thread: &Thread, number: CaseNumber) -> Result<Matched, Failure> {
        let Gathered { value: case, silent } = self.case(call, number).await?;
        let unknown = || {
            let why = call.words.pick(
                "Saken finnes ikke, eller du har ikke tilgang til den.",
                "Saka finst ikkje, eller du har ikkje tilgang til henne.",
                "The case does not exist, or you have no access to it.",
            );
            Failure::BadInput { field: "case", why: why.to_owned() }
        };
        let case = case.ok_or_else(|| unlooked(&silent).unwrap_or_else(unknown))?;
        Ok((CaseMatch::chosen(&case, &thread.answered().message).without(silent), Some(case)))
    }

    /// Finds the case by what the mail names and who sent it, all asked for at once.
    pub(crate) async fn matched(&self, call: Call<'_>, thread: &Thread) -> Result<Matched, Failure> {
        let store = self.tenant(call);
        let numbers = self.numbers(store.as_ref(), thread).await?;
        let asked = numbers.into_iter().map(|number| self.case(call, number));
        let sender = &thread.answered().message.from.address;
        let (named, known) = try_join(try_join_all(asked), self.cases_of(call, sender)).await?;
        let (named, silent): (Vec<_>, Vec<_>) = named.into_iter().map(|told| (told.value, told.silent)).unzip();
        let named: Vec<Case> = named.into_iter().flatten().collect();
        let silent = silent.into_iter().flatten().chain(known.silent);
        let matched = match_case(thread, &named, &known.value).without(silent);
        let attached = named.into_iter().find(|case| Some(case.number) == matched.number);
        Ok((matched, attached))
    }

    /// The case numbers in the mail, and those of our earlier replies whose reference it carries.
    async fn numbers(&self, store: &dyn TenantStore, thread: &Thread) -> Result<Vec<CaseNumber>, Failure> {
        let is_case = |kind| kind == Kind::CaseNumber;
        let written = thread.values().iter().filter(|value| is_case(value.kind));
        let mut numbers: Vec<CaseNumber> = Vec::new();
        // A journal number such as 2026/1234-5 names its case.
        for value in written {
            let case = value.value.split('-').next().unwrap_or_default();
            numbers.extend(case.parse::<CaseNumber>().ok().filter(|number| !numbers.contains(number)));
        }
        for reference in reference::find(&thread.answered().message.text).iter().take(NUMBERS) {
            let earlier = store.by_reference(reference).await?.and_then(|dossier| dossier.matched.number);
            numbers.extend(earlier.filter(|number| !numbers.contains(number)));
        }
        numbers.truncate(NUMBERS);
        Ok(numbers)
    }
}

/// Where a client sends the reply: to Reply-To where there is one, else to the sender.
fn recipients(answered: &Message) -> Vec<String> {
    let mut addresses: Vec<String> = answered.reply_to.iter().map(|address| address.address.to_lowercase()).collect();
    if addresses.is_empty() {
        addresses.push(answered.from.address.to_lowercase());
    }
    addresses.dedup();
    addresses
}

fn too_long(bytes: usize) -> Failure {
    let detail = format!("a mail of {bytes} bytes of text; {TEXT_BYTES} at most are read");
    Failure::Outside(port::Failure::new(FailureKind::TooLarge, "text", detail))
}
