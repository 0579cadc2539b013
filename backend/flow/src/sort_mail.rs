//! Sorts the mail on the screen (sortering): proposes one action with its reasons; nothing is moved, and nothing learned.

use crate::{Call, Failure, Flow, allow, conversation, reading::Read};
use domain::{
    dossier::MailKey,
    evidence::{CaseMatch, Query, Source},
    sort::{Envelope, Facts, Features, House, Label, Learned, Mark, Proposal, Unit, propose},
};
use futures::try_join;
use vocabulary::Role;

/// What is proposed for a mail.
#[derive(Clone, Debug, PartialEq)]
pub struct Sorted {
    /// The action, why, and how sure.
    pub proposal: Proposal,
    /// What a person has confirmed of this mail, while it can be corrected.
    pub confirmed: Option<Label>,
    /// Where mail can be forwarded.
    pub units: Vec<Unit>,
}

/// A mail with all that it is sorted by.
pub(crate) struct Desk {
    read: Read,
    envelope: Envelope,
    pub(crate) matched: CaseMatch,
    sources: Vec<Source>,
    pub(crate) house: House,
    pub(crate) mark: Mark,
}

impl Desk {
    /// Who sent it.
    pub(crate) fn sender(&self) -> &str {
        &self.read.thread.answered().message.from.address
    }

    pub(crate) fn facts<'a>(&'a self, learned: Option<&'a Learned>) -> Facts<'a> {
        Facts {
            thread: &self.read.thread,
            envelope: self.envelope,
            matched: &self.matched,
            sources: &self.sources,
            house: &self.house,
            learned,
        }
    }
}

impl Flow {
    /// Proposes what to do with a mail, by the rules and by what the house's confirmed mails taught.
    ///
    /// # Errors
    /// `NotAllowed` for who is no caseworker; `Blocked` for a mail of our own; `Outside` where the mail is not there for this person, or mail
    /// or records do not answer.
    pub async fn sort_mail(&self, call: Call<'_>, key: MailKey) -> Result<Sorted, Failure> {
        let desk = self.laid_out(call, key).await?;
        self.sorted(call, &desk).await
    }

    /// Reads the mail in the caller's name, and what the records know of it.
    pub(crate) async fn laid_out(&self, call: Call<'_>, key: MailKey) -> Result<Desk, Failure> {
        allow(call.person().is(Role::Caseworker))?;
        let key = MailKey { conversation: conversation(&key.conversation), ..key };
        let (messages, envelope) = try_join!(self.mails(call, &key), self.envelope(call, &key))?;
        let read = self.read(&key, messages)?;
        let (matched, _) = self.matched(call, &read.thread).await?;
        let query = Query::of(&read.thread, self.clock.today());
        let asks = !query.questions.is_empty();
        let sources = if asks { self.search(call, &query).await?.value } else { Vec::new() };
        let house = House::new(self.units(call).await?);
        let mark = Mark::of(&call.person().tenant, &read.thread.answered().message);
        Ok(Desk { read, envelope, matched, sources, house, mark })
    }

    async fn envelope(&self, call: Call<'_>, key: &MailKey) -> Result<Envelope, Failure> {
        let grant = self.identity.grant(call.caller).await?;
        let lines = self.mailbox.header(&grant, key).await?;
        Ok(Envelope::of(lines.iter().map(|(name, value)| (name.as_str(), value.as_str()))))
    }

    pub(crate) async fn sorted(&self, call: Call<'_>, desk: &Desk) -> Result<Sorted, Failure> {
        let store = self.tenant(call);
        let words = Features::of(&desk.read.thread).fingerprints();
        let (learned, confirmed) = try_join!(store.learned(&words), store.confirmed(&desk.mark))?;
        Ok(Sorted {
            proposal: propose(&desk.facts(Some(&learned))),
            confirmed: confirmed.map(|said| said.label),
            units: desk.house.units().to_vec(),
        })
    }
}
