//! Everything kept about one reply (utkastmappe): facts only; thread, draft and checks are made anew from them by their constructors.

mod age;
mod anew;
mod approved;
mod aside;
pub mod fields;
mod hidden;
pub mod journal;
pub mod journalling;
pub mod purpose;
pub mod sending;
pub mod slip;
pub mod step;
pub mod subject;
pub mod turn;
pub mod wait;

pub use crate::send::difference::{Stretch, difference};
pub use anew::{Damaged, Under, answered};
pub use aside::Aside;
pub use fields::{Fields, Unfit};
pub use journal::Journal;
pub use journalling::{Hindrance, Journalling, Standing};
pub use sending::Sending;
pub use slip::{House, Slip};
pub use step::Step;
pub use subject::{Subject, Tie};
pub use turn::{Beginning, Reading};
pub use wait::Wait;

use crate::{
    draft::Note,
    evidence::{CaseMatch, Item, Source, Unread},
    person::Person,
    review::Ruling,
    send::Seal,
    thread::Message,
};
use jiff::Timestamp;
use vocabulary::{ConversationId, DraftId, Language, MailId, Outcome, PersonId, Reference, Role, Status, Tone};

/// Where the mail lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailKey {
    /// The mail.
    pub mail: MailId,
    /// Its conversation.
    pub conversation: ConversationId,
    /// The shared mailbox; `None` for one's own.
    pub mailbox: Option<String>,
}

/// One revision, as it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// From 1.
    pub number: u32,
    /// Who answers for it.
    pub author: PersonId,
    /// Their name.
    pub author_name: String,
    /// When.
    pub at: Timestamp,
    /// The marked body.
    pub marked: String,
    /// The footer as it will leave.
    pub footer: String,
    /// Language of the reply.
    pub language: Language,
    /// How it speaks.
    pub tone: Tone,
    /// What the writer could make of it.
    pub outcome: Outcome,
    /// Who will get it.
    pub recipients: Vec<String>,
    /// `builtin`, the name of a model endpoint, or `person`.
    pub writer: String,
    /// What there is to say of how it was written.
    pub note: Option<Note>,
    /// The version of the house rules.
    pub rules: u32,
}

/// Asked for a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Who asked.
    pub by: PersonId,
    /// Their name.
    pub by_name: String,
    /// When.
    pub at: Timestamp,
    /// For which revision.
    pub revision: u32,
    /// Whom the author named; `None` for whoever may.
    pub to: Option<Addressee>,
    /// When the author last reminded.
    pub reminded: Option<Timestamp>,
}

/// Whom a request is addressed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// The account.
    pub person: PersonId,
    /// Their name.
    pub name: String,
}

/// The whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// The draft's id.
    pub id: DraftId,
    /// The reference in its footer.
    pub reference: Reference,
    /// Where the mail lies.
    pub key: MailKey,
    /// The subject of the mail that is answered.
    pub subject: String,
    /// The mailbox the reply leaves from, lower case.
    pub from: String,
    /// The conversation as it was read.
    pub messages: Vec<Message>,
    /// The case.
    pub matched: CaseMatch,
    /// The evidence.
    pub evidence: Vec<Item>,
    /// Revisions, oldest first; never empty.
    pub revisions: Vec<Revision>,
    /// The open or last request for review.
    pub request: Option<Request>,
    /// Rulings, oldest first.
    pub rulings: Vec<Ruling>,
    /// Texts that were typed and not saved, one for each who typed.
    pub asides: Vec<Aside>,
    /// The seal, once released.
    pub seal: Option<Seal>,
    /// How far the server has come with sending it itself, once somebody pressed for that.
    pub sending: Option<Sending>,
    /// When somebody said whether it was any good; what they said is not kept here.
    pub rated: Option<Timestamp>,
    /// How far it has come into the journal, once somebody said whether it goes there.
    pub journalling: Option<Journalling>,
    /// Where it stands.
    pub status: Status,
    /// When it was made.
    pub created: Timestamp,
    /// Counts the saves; a save over a newer version is refused.
    pub version: u64,
}

impl Dossier {
    /// The revision that counts: the last.
    #[must_use]
    pub fn current(&self) -> &Revision {
        &self.revisions[self.revisions.len() - 1]
    }

    /// The mail that is answered; the first where it is no longer among those that were read.
    #[must_use]
    pub fn answered(&self) -> Option<&Message> {
        let is_answered = |mail: &&Message| mail.id.as_ref() == Some(&self.key.mail);
        self.messages.iter().find(is_answered).or(self.messages.first())
    }

    /// The revision with this number.
    #[must_use]
    pub fn revision(&self, number: u32) -> Option<&Revision> {
        self.revisions.iter().find(|revision| revision.number == number)
    }

    /// Everyone who ever wrote or edited it, first first; none of them can approve it.
    #[must_use]
    pub fn authors(&self) -> Vec<PersonId> {
        let mut authors: Vec<PersonId> = Vec::new();
        for revision in &self.revisions {
            if !authors.contains(&revision.author) {
                authors.push(revision.author.clone());
            }
        }
        authors
    }

    /// The last ruling over the revision that counts.
    #[must_use]
    pub fn ruling(&self) -> Option<&Ruling> {
        let number = self.current().number;
        self.rulings.iter().rev().find(|ruling| ruling.revision == number)
    }

    /// The text that a second person sent back with the draft, while nobody has written on; with who proposed it.
    #[must_use]
    pub fn proposal(&self) -> Option<(&Ruling, &str)> {
        let ruling = self.ruling().filter(|_| self.status == Status::Returned)?;
        ruling.proposal.as_deref().map(|text| (ruling, text))
    }

    /// What the proposed text would change; nothing without one.
    #[must_use]
    pub fn proposed(&self) -> Vec<Stretch> {
        self.proposal().map_or_else(Vec::new, |(_, text)| difference(&self.current().marked, text))
    }

    /// Whether this person may know of it: who wrote in it, who shares the mailbox, a reviewer once one was asked for, an auditor.
    /// To everyone else it does not exist.
    #[must_use]
    pub fn is_open_to(&self, person: &Person) -> bool {
        self.concerns(person) || self.shares(person)
    }

    fn concerns(&self, person: &Person) -> bool {
        let reviews = person.is(Role::Reviewer) && (self.request.is_some() || !self.rulings.is_empty());
        self.authors().contains(&person.id) || reviews || person.is(Role::Auditor)
    }

    fn shares(&self, person: &Person) -> bool {
        self.key.mailbox.is_some() && person.is_writer()
    }

    /// Whether this person may know of it only because they can read the shared mailbox; that is for the mail system to say.
    #[must_use]
    pub fn is_open_by_mailbox_alone(&self, person: &Person) -> bool {
        self.shares(person) && !self.concerns(person)
    }

    /// The sources it rests on that not everyone may see.
    #[must_use]
    pub fn restricted(&self) -> Vec<&Source> {
        self.evidence.iter().map(|item| &item.source).filter(|source| !source.access.is_open()).collect()
    }

    /// The documents that were not read and that this person may know of. Who wrote in it was shown them, and an auditor looks into
    /// everything; anyone else is told of what is open, and of what lies under a code that the sources they are shown lie under too.
    #[must_use]
    pub fn unread_for(&self, person: &Person) -> Vec<Unread> {
        let is_own = self.authors().contains(&person.id) || person.is(Role::Auditor);
        let restricted = self.restricted();
        let shown = |code: &Option<String>| restricted.iter().any(|source| source.access.code == *code);
        let may = |one: &&Unread| is_own || one.access.is_open() || shown(&one.access.code);
        self.matched.unread.iter().filter(may).cloned().collect()
    }
}

#[cfg(test)]
mod tests;
