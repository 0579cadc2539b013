//! The verbs over in-memory plugs: an invented municipality, one citizen, one case, one fee.

mod basis;
mod choice;
mod clock;
mod erase;
mod gate;
mod journal;
mod line;
mod outside;
mod review;
mod sentence;
mod send;
mod sorting;
mod systems;
mod trail;
mod waiting;
mod unsaved;

use crate::{Call, Choice, Failure, Flow, Order, Shown, Word, Writers};
use domain::{
    case::{Access, Case, Party},
    check::Finding,
    dossier::MailKey,
    evidence::{Origin, Source},
    person::Person,
    port::{
        Caller, Secret,
        fake::{Archive, Badges, Counted, Frozen, Ledger, Post, Shelves, Tags},
    },
    rule::Rules,
    thread::{Address, Message},
};
use jiff::Timestamp;
use std::sync::Arc;
use vocabulary::{CaseNumber, ConversationId, DraftId, Language, MailId, PersonId, Role, TenantId};

pub(crate) const OURS: &str = "postmottak@fjordvik.kommune.no";
pub(crate) const PER: &str = "per.haug@example.no";

/// A document of the case that not everyone may see.
pub(crate) fn restricted(record: &str, text: &str) -> Source {
    let access = Access { code: Some("UO".into()), legal_basis: None };
    Source { access, ..source(Origin::Document, record, text, Some(number())) }
}

/// Runs a verb to its end.
pub(crate) fn block_on<F: Future>(verb: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(verb)
}

/// The house: flow with plugs that a test can reach.
pub(crate) struct House {
    pub(crate) flow: Flow,
    pub(crate) post: Arc<Post>,
    pub(crate) archive: Arc<Archive>,
    pub(crate) ledger: Arc<Ledger>,
    pub(crate) badges: Arc<Badges>,
    pub(crate) shelves: Shelves,
    pub(crate) clock: Arc<Frozen>,
}

pub(crate) fn house() -> House {
    let (post, archive, badges) =
        (Arc::new(Post::default()), Arc::new(Archive::default()), Arc::new(Badges::default()));
    let (shelves, ledger) = (Shelves::default(), Arc::new(Ledger::default()));
    let clock = Arc::new(Frozen::at(moment("2026-03-02T10:00:00Z")));
    archive.open(case());
    archive.file(source(Origin::Case, "2026/1234", "Saken gjelder søknad om tilbygg i Storgata 12.", Some(number())));
    archive.file(source(Origin::Fee, "gebyr-2026", "Gebyr for tilbygg inntil 50 m² er 12 500 kroner.", None));
    post.receive(&conversation(), question("m1", "2026-03-02T08:05:00Z", QUESTION));
    let flow = Flow {
        tenant: TenantId::new("fjordvik"),
        mailbox: post.clone(),
        records: crate::Systems::only(archive.clone()),
        journal: Some(ledger.clone()),
        identity: badges.clone(),
        store: Arc::new(shelves.clone()),
        checkpoints: Arc::new(()),
        reader: Arc::new(Tags),
        writers: Writers::default(),
        clock: clock.clone(),
        chance: Arc::new(Counted::default()),
        rules: Rules { domains: vec!["fjordvik.kommune.no".into()], ..Rules::shipped("Fjordvik kommune") },
        sends: true,
    };
    House { flow, post, archive, ledger, badges, shelves, clock }
}

const QUESTION: &str =
    "Hei!\n\nHva er gebyret for tilbygg på 40 m²? Det gjelder sak 2026/1234.\n\nMed vennlig hilsen\nPer Haug";

pub(crate) fn moment(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

pub(crate) fn conversation() -> ConversationId {
    ConversationId::new("samtale-1")
}

fn number() -> CaseNumber {
    CaseNumber { year: 2026, sequence: 1234 }
}

fn case() -> Case {
    let per = Party { role: "applicant".into(), name: "Per Haug".into(), email: Some(PER.into()) };
    Case {
        system: "register".into(),
        number: number(),
        title: "Søknad om tilbygg – Storgata 12".into(),
        public_title: None,
        status: "B".into(),
        opened: None,
        closed: None,
        responsible: None,
        access: Access::default(),
        parties: vec![per],
        estates: Vec::new(),
        entries: Vec::new(),
    }
}

fn source(origin: Origin, record: &str, text: &str, case: Option<CaseNumber>) -> Source {
    Source {
        origin,
        system: "register".into(),
        record: record.into(),
        title: format!("Kilde {record}"),
        date: None,
        valid_from: None,
        valid_to: None,
        access: Access::default(),
        case,
        parties: vec![PER.into()],
        url: None,
        unit: None,
        text: text.into(),
        retrieved: moment("2026-03-02T09:00:00Z"),
    }
}

pub(crate) fn question(id: &str, date: &str, text: &str) -> Message {
    let address = |name: &str, address: &str| Address { name: Some(name.into()), address: address.into() };
    Message {
        id: Some(MailId::new(id)),
        internet_id: Some(format!("<{id}@example.no>")),
        from: address("Per Haug", PER),
        to: vec![address("Postmottak", OURS)],
        date: Some(moment(date)),
        subject: "Tilbygg Storgata 12".into(),
        text: text.into(),
        ..Message::default()
    }
}

pub(crate) fn caller(tenant: &str, id: &str, roles: &[Role]) -> Caller {
    let person = Person {
        tenant: TenantId::new(tenant),
        id: PersonId::new(id),
        name: format!("{id} Nordby"),
        address: format!("{id}@fjordvik.kommune.no"),
        roles: roles.to_vec(),
        groups: Vec::new(),
    };
    Caller { person, token: Secret::new(id) }
}

pub(crate) fn kari() -> Caller {
    caller("fjordvik", "kari", &[Role::Caseworker])
}

pub(crate) fn ola() -> Caller {
    caller("fjordvik", "ola", &[Role::Caseworker])
}

pub(crate) fn liv() -> Caller {
    caller("fjordvik", "liv", &[Role::Reviewer, Role::Caseworker])
}

pub(crate) fn by(caller: &Caller) -> Call<'_> {
    Call { caller, words: Language::Nb, trace: "sporing-1" }
}

pub(crate) fn order(again: bool) -> Order {
    let key = MailKey { mail: MailId::new("m1"), conversation: conversation(), mailbox: Some(OURS.into()) };
    Order { key, again, choice: Choice::default(), seen: None }
}

impl House {
    pub(crate) fn prepare(&self, who: &Caller, order: Order) -> Result<Shown, Failure> {
        block_on(self.flow.prepare_draft(by(who), order, &|_| {}))
    }

    /// A draft by Kari whose only claim is the fee, with its source.
    pub(crate) fn with_fee(&self) -> Shown {
        let shown = self.prepare(&kari(), order(false)).expect("a draft");
        let fee = shown.evidence.items().iter().find(|item| item.source.origin == Origin::Fee).expect("the fee");
        let text = format!(
            "Hei Per Haug,\n\nGebyret for tilbygg inntil 50 m² er 12 500 kroner. [{}]\n\nVennlig hilsen\nkari Nordby",
            fee.number
        );
        self.revise(&kari(), &shown, &text).expect("an edit")
    }

    pub(crate) fn revise(&self, who: &Caller, shown: &Shown, text: &str) -> Result<Shown, Failure> {
        block_on(self.flow.revise_draft(by(who), at(shown), text))
    }

    /// The same, asked for and waiting.
    pub(crate) fn waiting(&self) -> Shown {
        let shown = self.with_fee();
        block_on(self.flow.request_review(by(&kari()), at(&shown), None)).expect("asked for")
    }

    pub(crate) fn decide(&self, who: &Caller, shown: &Shown, word: Word) -> Result<Shown, Failure> {
        block_on(self.flow.decide_review(by(who), &shown.dossier.id, word))
    }

    /// The same, approved by Liv.
    pub(crate) fn approved(&self) -> Shown {
        let waiting = self.waiting();
        self.decide(&liv(), &waiting, approval(&waiting)).expect("approved")
    }

    pub(crate) fn show(&self, who: &Caller, draft: &DraftId) -> Result<Shown, Failure> {
        block_on(self.flow.show_draft(by(who), draft))
    }

    /// The names of everything in the trail of a tenant.
    pub(crate) fn trail(&self, tenant: &str) -> Vec<&'static str> {
        let links = block_on(self.flow.store.tenant(&TenantId::new(tenant)).entries(0, 1000)).expect("a trail");
        assert!(domain::audit::verify(links.clone()).is_ok(), "the chain holds");
        links.into_iter().map(|link| link.entry.action.name()).collect()
    }
}

/// Draft and revision of what is shown.
pub(crate) fn at(shown: &Shown) -> (&DraftId, u32) {
    (&shown.dossier.id, shown.dossier.current().number)
}

/// An approval of what is shown, every finding ticked.
pub(crate) fn approval(shown: &Shown) -> Word {
    Word {
        revision: shown.dossier.current().number,
        fingerprint: shown.fingerprint.clone(),
        approve: true,
        ticked: shown.checked.findings().iter().map(Finding::key).collect(),
        comment: String::new(),
        proposal: None,
    }
}
