//! The verbs (brukstilfeller), one file each: read (await), decide (pure, in `domain`), write (one commit with its entry in the trail).
//!
//! Every verb takes a [`Call`] – who asks, in which language, under which trace – but the two of the gate, which nobody is signed in
//! for. They answer with domain values; `web` turns those into shapes. Who holds which role is checked twice: there by the table of
//! operations, and here wherever a rule of the domain needs it.

mod approvers;
mod asking;
mod brief;
mod check_draft;
mod choice;
mod confirm_send;
mod confirm_sort;
mod decide_review;
mod erase_expired;
mod failure;
mod find_draft;
mod journal_reply;
mod know_conversation;
mod list_decided;
mod list_reviews;
mod newer;
mod person;
mod prepare_draft;
mod reading;
mod register_due;
mod rate_draft;
mod release_draft;
mod remind_review;
mod request_review;
mod retry_journal;
mod revise_draft;
mod rewrite_sentence;
mod save_signature;
mod search_cases;
mod send_draft;
mod show_basis;
mod show_draft;
mod show_log;
mod shown;
mod sort_mail;
mod sweep_sent;
mod switch_gate;
mod systems;
mod take_over;
mod trace;
mod writers;
mod writing;

pub use choice::{Choice, Chosen};
pub use decide_review::Word;
pub use erase_expired::Erased;
pub use failure::{Blocked, Failure};
pub use know_conversation::Knows;
pub use list_decided::{Away, Decided};
pub use list_reviews::Waiting;
pub use person::{Gone, Holding, Kept};
pub use prepare_draft::{Order, Progress, Step};
pub use register_due::Worked;
pub use release_draft::Released;
pub use show_basis::{Asked, basis, named};
pub use show_log::Logged;
pub use shown::{Card, Shown};
pub use sort_mail::Sorted;
pub use switch_gate::switch_at_the_line;
pub use systems::{Sought, Systems};
pub use writers::Writers;

use domain::{
    audit::{Action, Entry},
    dossier::{Dossier, Under},
    evidence::{Gathered, Source, several},
    person::Person,
    port::{Caller, Chance, Checkpoints, Clock, Identity, Journal, Mailbox, Reader, Store, TenantStore},
    rule::Rules,
    send::Known,
};
use std::sync::Arc;
use systems::unlooked;
use vocabulary::{ConversationId, DraftId, Language, Role, TenantId};

/// The plugs, and the rules of one house (virksomhet). Nothing of another house can be reached through it.
#[derive(Clone)]
pub struct Flow {
    /// Whose it is.
    pub tenant: TenantId,
    /// Mail.
    pub mailbox: Arc<dyn Mailbox>,
    /// The case systems.
    pub records: Systems,
    /// The case system that takes mails into its journal; none where none is connected.
    pub journal: Option<Arc<dyn Journal>>,
    /// Who is calling.
    pub identity: Arc<dyn Identity>,
    /// The store.
    pub store: Arc<dyn Store>,
    /// Checkpoints of the trail.
    pub checkpoints: Arc<dyn Checkpoints>,
    /// HTML to text.
    pub reader: Arc<dyn Reader>,
    /// Model endpoints in the order they are tried; the built-in writer comes after them all.
    pub writers: Writers,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub chance: Arc<dyn Chance>,
    /// The house rules.
    pub rules: Rules,
    /// Whether the house lets the server send a draft on a person's click.
    pub sends: bool,
}

/// Who asks, in which language they read, and under which trace it is recorded.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// Who, verified.
    pub caller: &'a Caller,
    /// The language of the pane: findings and refusals are worded in it.
    pub words: Language,
    /// The id of the request.
    pub trace: &'a str,
}

impl<'a> Call<'a> {
    /// The person.
    #[must_use]
    pub fn person(&self) -> &'a Person {
        &self.caller.person
    }
}

impl Flow {
    fn tenant(&self, call: Call<'_>) -> Arc<dyn TenantStore> {
        self.store.tenant(&call.person().tenant)
    }

    /// The dossier, if it is there for this person; it is not there for a stranger, and the two answers are the same.
    async fn dossier(&self, call: Call<'_>, draft: &DraftId) -> Result<Dossier, Failure> {
        let Some(dossier) = self.tenant(call).dossier(draft).await? else {
            return Err(self.missing(call, draft).await?);
        };
        if !dossier.is_open_to(call.person()) {
            return Err(Failure::NotFound);
        }
        // Who shared the mailbox yesterday may have left it since.
        let asks = dossier.is_open_by_mailbox_alone(call.person());
        let is_there = self.sees_basis(call, &dossier).await? && (!asks || self.shares(call, &dossier).await?);
        if is_there { Ok(dossier) } else { Err(Failure::NotFound) }
    }

    /// Whether the case system shows this person all that the draft rests on. Who wrote in it has seen it already, and an auditor looks
    /// into everything.
    async fn sees_basis(&self, call: Call<'_>, dossier: &Dossier) -> Result<bool, Failure> {
        let person = call.person();
        if dossier.authors().contains(&person.id) || person.is(Role::Auditor) {
            return Ok(true);
        }
        let hidden = dossier.restricted();
        let Some(case) = dossier.matched.number.filter(|_| !hidden.is_empty()) else { return Ok(hidden.is_empty()) };
        let read = self.case(call, case).await?;
        let shown = match &read.value {
            Some(case) => self.sources_of(call, case).await,
            None => Gathered::default(),
        };
        let same = |one: &Source, other: &Source| (&one.system, &one.record) == (&other.system, &other.record);
        let is_shown = hidden.iter().all(|hidden| shown.value.sources.iter().any(|source| same(source, hidden)));
        // What a silent system would have shown is not taken for hidden.
        match unlooked(&several::each_once(read.silent.into_iter().chain(shown.silent))).filter(|_| !is_shown) {
            Some(failure) => Err(failure),
            None => Ok(is_shown),
        }
    }

    /// Why a draft is not there: whoever had to do with it is told that it was erased, and to everyone else there never was one.
    async fn missing(&self, call: Call<'_>, draft: &DraftId) -> Result<Failure, Failure> {
        let entries = self.tenant(call).entries_of(draft).await?;
        let has = |action| entries.iter().any(|link| link.entry.action == action);
        let took_part = entries.iter().any(|link| link.entry.person.as_ref() == Some(&call.person().id));
        let reviews = call.person().is(Role::Reviewer) && has(Action::ReviewRequested);
        let may_know = took_part || reviews || call.person().is(Role::Auditor);
        Ok(if may_know && has(Action::TextErased) { Blocked::Erased.into() } else { Failure::NotFound })
    }

    async fn shares(&self, call: Call<'_>, dossier: &Dossier) -> Result<bool, Failure> {
        let grant = self.identity.grant(call.caller).await?;
        Ok(self.mailbox.is_open(&grant, dossier.key.mailbox.as_deref()).await?)
    }

    /// The same for somebody who is going to change it: a writer who has seen this very revision.
    async fn dossier_to_change(&self, call: Call<'_>, draft: &DraftId, revision: u32) -> Result<Dossier, Failure> {
        allow(call.person().is_writer())?;
        let dossier = self.dossier(call, draft).await?;
        if dossier.current().number == revision { Ok(dossier) } else { Err(Failure::Stale) }
    }

    /// What may stand below the sealed text: the thread, the signature of who sends it, the text of the house.
    async fn known(&self, store: &dyn TenantStore, dossier: &Dossier) -> Result<Known, Failure> {
        let signature = store.signature(&dossier.current().author).await?;
        Ok(Known::of(&dossier.messages).signed(signature.as_ref()).with_below(&self.rules.below))
    }

    fn under(&self, words: Language) -> Under<'_> {
        Under { rules: &self.rules, today: self.clock.today(), words }
    }

    /// An entry about a dossier by the person who calls.
    fn entry(&self, call: Call<'_>, action: Action, dossier: &Dossier) -> Entry {
        let entry = self.gate_entry(action, dossier).by(&call.person().id);
        Entry { trace: Some(call.trace.to_owned()), ..entry }
    }

    /// An entry about a dossier by nobody who is signed in.
    fn gate_entry(&self, action: Action, dossier: &Dossier) -> Entry {
        let current = dossier.current();
        let entry = Entry::of(action, self.clock.now()).about(&dossier.id, current.number);
        entry.in_case(dossier.matched.number).fact("rules", current.rules.to_string())
    }
}

fn allow(is_allowed: bool) -> Result<(), Failure> {
    if is_allowed { Ok(()) } else { Err(Failure::NotAllowed) }
}

/// A conversation's id in the one spelling that Graph uses: Outlook's own has `/` and `+` where Graph's has `-` and `_`.
fn conversation(id: &ConversationId) -> ConversationId {
    ConversationId::new(id.as_str().replace('/', "-").replace('+', "_"))
}

#[cfg(test)]
mod tests;
