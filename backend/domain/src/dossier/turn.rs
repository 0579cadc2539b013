//! How a dossier goes on (overganger): each turn takes it by value and gives the next state; an edit always leads back to a draft.

use super::{Addressee, Dossier, MailKey, Request, Revision};
use crate::{
    evidence::{CaseMatch, Item},
    review::Reviewed,
    send::Sendable,
    thread::Message,
};
use jiff::Timestamp;
use vocabulary::{DraftId, PersonId, Reference, Status};

/// Where a dossier begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// The draft's id.
    pub id: DraftId,
    /// The reference in its footer.
    pub reference: Reference,
    /// Where the mail lies.
    pub key: MailKey,
    /// The subject of the mail that is answered.
    pub subject: String,
    /// The mailbox the reply leaves from.
    pub from: String,
}

/// What was read for a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The conversation.
    pub messages: Vec<Message>,
    /// The case.
    pub matched: CaseMatch,
    /// The evidence.
    pub evidence: Vec<Item>,
}

impl Dossier {
    /// A new dossier with its first revision.
    #[must_use]
    pub fn begun(start: Beginning, reading: Reading, revision: Revision) -> Self {
        let created = revision.at;
        Self {
            id: start.id,
            reference: start.reference,
            key: start.key,
            subject: start.subject,
            from: start.from.to_lowercase(),
            messages: reading.messages,
            matched: reading.matched,
            evidence: reading.evidence,
            revisions: vec![Revision { number: 1, ..revision }],
            request: None,
            rulings: Vec::new(),
            asides: Vec::new(),
            seal: None,
            sending: None,
            rated: None,
            journalling: None,
            status: Status::Drafted,
            created,
            version: 0,
        }
    }

    /// The next revision: review and seal of the one before are void, what was said about it stays on record.
    #[must_use]
    pub fn revised(mut self, revision: Revision) -> Self {
        let number = self.current().number.saturating_add(1);
        self.revisions.push(Revision { number, ..revision });
        Self { request: None, seal: None, sending: None, status: Status::Drafted, ..self }
    }

    /// Written anew over what was read now; the mail it answers may be a newer one of the same conversation.
    #[must_use]
    pub fn rewritten(self, key: MailKey, reading: Reading, revision: Revision) -> Self {
        let Reading { messages, matched, evidence } = reading;
        Self { key, messages, matched, evidence, ..self }.revised(revision)
    }

    /// The same text with another author.
    #[must_use]
    pub fn taken_over(self, by: PersonId, name: &str, at: Timestamp) -> Self {
        let revision = Revision { author: by, author_name: name.to_owned(), at, ..self.current().clone() };
        self.revised(revision)
    }

    /// Waits for a second person.
    #[must_use]
    pub fn asked(self, by: PersonId, name: &str, at: Timestamp) -> Self {
        let (by_name, revision) = (name.to_owned(), self.current().number);
        let request = Request { by, by_name, at, revision, to: None, reminded: None };
        Self { request: Some(request), status: Status::AwaitingReview, ..self }
    }

    /// The request names somebody, or nobody any more.
    #[must_use]
    pub fn addressed(self, to: Option<Addressee>) -> Self {
        let request = self.request.map(|request| Request { to, ..request });
        Self { request, ..self }
    }

    /// The author has reminded.
    #[must_use]
    pub fn reminded(self, at: Timestamp) -> Self {
        let request = self.request.map(|request| Request { reminded: Some(at), ..request });
        Self { request, ..self }
    }

    /// A second person has ruled.
    #[must_use]
    pub fn ruled(mut self, reviewed: &Reviewed) -> Self {
        self.rulings.push(reviewed.ruling().clone());
        let status = if reviewed.is_approved() { Status::Approved } else { Status::Returned };
        Self { status, ..self }
    }

    /// Sealed, to be inserted.
    #[must_use]
    pub fn released(self, sendable: &Sendable) -> Self {
        Self { seal: Some(sendable.seal().clone()), status: Status::Released, ..self }
    }

    /// The gate let it through.
    #[must_use]
    pub fn allowed(self) -> Self {
        Self { status: Status::SendAllowed, ..self }
    }

    /// Somebody has said whether it was any good.
    #[must_use]
    pub fn rated(self, at: Timestamp) -> Self {
        Self { rated: Some(at), ..self }
    }

    /// Seen in Sent Items: the seal is dead.
    #[must_use]
    pub fn sent(mut self, at: Timestamp) -> Self {
        if let Some(seal) = &mut self.seal {
            seal.sent = Some(at);
        }
        Self { status: Status::Sent, ..self }
    }
}
