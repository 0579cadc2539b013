//! Invented dossiers and entries.

use domain::{
    audit::{Action, Entry},
    case::Access,
    dossier::{
        Addressee, Aside, Dossier, Fields, Hindrance, Journalling, MailKey, Request, Revision, Sending, Standing,
    },
    evidence::{CaseMatch, Item, Origin, Source, Unread, matching::Reason},
    filing::{Correspondent, Filed, Filing, Way},
    port::{Change, Cipher, Clock, Failure, FailureKind, Parcel, Posting, Store, TenantStore, Unreadable},
    review::{Absence, Approver, Ruling},
    send::{Envelope, Seal, Signature},
    thread::{Address, Attachment, Message},
};
use jiff::{Timestamp, civil::date};
use std::{
    path::Path,
    sync::{Arc, OnceLock},
};
use vault::Ring;
use vocabulary::{
    CaseNumber, ConversationId, DraftId, Language, MailId, Match, Outcome, PersonId, Reference, Status, TenantId,
};

use crate::{Place, Sql, Sqlite};

struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        at(0)
    }
}

fn admitted(ring: Ring) -> Arc<Ring> {
    for name in ["fjordvik", "bjerkedal"] {
        ring.admit(&TenantId::new(name)).unwrap();
    }
    Arc::new(ring)
}

/// The keys of this process, the same for every store it opens.
pub(super) fn keys() -> Arc<Ring> {
    static KEYS: OnceLock<Arc<Ring>> = OnceLock::new();
    KEYS.get_or_init(|| admitted(Ring::fleeting(Arc::new(Still)).unwrap())).clone()
}

/// Keys in a folder, made by whoever comes first.
pub(super) fn keys_in(folder: &Path) -> Arc<Ring> {
    let master = folder.join("master.key");
    if !master.exists() {
        vault::Source::make(&master).unwrap();
    }
    admitted(Ring::create(&folder.join("keys.json"), vault::Source::File(master), Arc::new(Still)).unwrap())
}

pub(super) async fn memory() -> Sql {
    Sqlite::open(Place::Memory, keys()).await.unwrap()
}

pub(super) fn tenant(store: &Sql, name: &str) -> Arc<dyn TenantStore> {
    store.tenant(&TenantId::new(name))
}

/// Seconds after nine in the morning, with nanoseconds that a millisecond column could not hold.
pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::new(1_795_248_000 + seconds, 123_456_789).unwrap()
}

pub(super) fn number() -> CaseNumber {
    CaseNumber { year: 2026, sequence: 1234 }
}

pub(super) fn entry(action: Action) -> Entry {
    Entry {
        at: at(0),
        person: Some(PersonId::new("kari")),
        action,
        draft: None,
        revision: None,
        case: None,
        trace: None,
        facts: vec![("operation".into(), "prepare_draft".into())],
    }
}

pub(super) fn about(action: Action, draft: &str) -> Entry {
    Entry { draft: Some(DraftId::new(draft)), revision: Some(1), case: Some(number()), ..entry(action) }
}

pub(super) fn traced(action: Action, trace: &str) -> Entry {
    Entry { trace: Some(trace.into()), ..entry(action) }
}

pub(super) async fn save(store: &dyn TenantStore, dossier: Dossier) -> Result<Dossier, Failure> {
    let id = dossier.id.as_str().to_owned();
    Change::to(dossier).commit(store, about(Action::DraftPrepared, &id)).await
}

fn per() -> Address {
    Address { name: Some("Per Haug".into()), address: "per.haug@example.no".into() }
}

fn attachment() -> Attachment {
    Attachment { name: "tegning.pdf".into(), size: 8123, sha256: Some("ab".repeat(32)), inline: false }
}

fn message() -> Message {
    Message {
        id: Some(MailId::new("AAMk=")),
        internet_id: Some("<1@example.no>".into()),
        from: per(),
        reply_to: vec![Address { name: None, address: "hytte@example.org".into() }],
        to: vec![Address::default()],
        cc: vec![per()],
        bcc: Vec::new(),
        date: Some(at(1)),
        subject: "Sak 2026/1234 «tilbygg»".into(),
        text: "Hei!\r\nHvor langt er søknaden kommet? \u{1F600}\0".into(),
        attachments: vec![attachment()],
        authenticated: Some(true),
        draft: false,
    }
}

fn source(origin: Origin) -> Source {
    Source {
        origin,
        system: "register".into(),
        record: "2026/1234-1".into(),
        title: "Søknad om tilbygg".into(),
        date: Some(date(2026, 1, 12)),
        valid_from: Some(date(2026, 1, 1)),
        valid_to: None,
        access: Access { code: Some("UO".into()), legal_basis: Some("offl. § 13".into()) },
        case: Some(number()),
        parties: vec!["per.haug@example.no".into()],
        url: None,
        unit: Some("Byggesak".into()),
        text: "Jeg søker om tilbygg på 20 m².".into(),
        retrieved: at(2),
    }
}

fn revision(number: u32, author: &str) -> Revision {
    Revision {
        number,
        author: PersonId::new(author),
        author_name: "Kari Nordby".into(),
        at: at(i64::from(number)),
        marked: "Hei Per.\n\nGebyret er kr 12 500 [1]. ⟦dato⟧".into(),
        footer: "Ref. SV-0000".into(),
        language: Language::Nn,
        tone: vocabulary::Tone::Explaining,
        outcome: Outcome::NeedsFilling,
        recipients: vec!["per.haug@example.no".into()],
        writer: "builtin".into(),
        note: (number > 1).then_some(domain::draft::Note::Shortened),
        rules: 3,
    }
}

pub(super) fn approval(by: &str, revision: u32) -> Ruling {
    Ruling {
        by: PersonId::new(by),
        by_name: "Liv Aas".into(),
        at: at(9),
        revision,
        fingerprint: "f".repeat(64),
        approve: true,
        ticked: vec!["Fee@1-2:kr 12 500".into()],
        comment: String::new(),
        proposal: Some("Hei!\n\nGebyret er kr 12 500 [2].".into()),
    }
}

pub(super) fn aside(by: &str, text: &str) -> Aside {
    Aside { by: PersonId::new(by), revision: 2, text: text.into(), at: at(10) }
}

fn seal(id: &str) -> Seal {
    Seal {
        reference: reference(id),
        draft: DraftId::new(id),
        revision: 2,
        conversation: ConversationId::new("conversation"),
        envelope: Envelope {
            from: "postmottak@fjordvik.kommune.no".into(),
            subject: "Søknad".into(),
            to: vec!["per.haug@example.no".into()],
            cc: Vec::new(),
            bcc: vec!["arkiv@fjordvik.kommune.no".into()],
            attachments: vec![attachment()],
        },
        text: "Hei Per.".into(),
        made: at(10),
        expires: at(86_410),
        sent: Some(at(11)),
    }
}

pub(super) fn reference(id: &str) -> Reference {
    Reference::new(format!("SV-{id}"))
}

fn sending() -> Sending {
    Sending {
        by: PersonId::new("kari"),
        by_name: "Kari Nordby".into(),
        at: at(9),
        held_until: Some(at(10)),
        mail: Some(MailId::new("AAMkSent=")),
        ordered: Some(at(9)),
        accepted: Some(at(9)),
    }
}

/// A dossier in which every field holds something.
pub(super) fn dossier(id: &str) -> Dossier {
    use Origin::{Answer, Article, Case, Decision, Document, Fee, Law, Note, Similar};
    let origins = [Case, Document, Note, Article, Fee, Law, Decision, Answer, Similar];
    let evidence = (1..).zip(origins).map(|(number, origin)| Item { number, source: source(origin) }).collect();
    Dossier {
        id: DraftId::new(id),
        reference: reference(id),
        key: MailKey {
            mail: MailId::new("AAMk="),
            conversation: ConversationId::new("conversation"),
            mailbox: Some("postmottak@fjordvik.kommune.no".into()),
        },
        subject: "Sak 2026/1234".into(),
        from: "postmottak@fjordvik.kommune.no".into(),
        messages: vec![message(), Message::default()],
        matched: CaseMatch {
            silent: Vec::new(),
            unread: vec![Unread {
                record: "2026/1234-3".into(),
                title: "Situasjonskart".into(),
                access: Access { code: Some("UO".into()), legal_basis: None },
                why: Unreadable::NoText,
            }],
            matched: Match::Strong,
            number: Some(number()),
            reason: Reason::NumberAndParty,
            relation: vocabulary::Relation::Applicant,
            candidates: vec![(number(), "Søknad om tilbygg".into())],
        },
        evidence,
        revisions: vec![revision(1, "kari"), revision(2, "ola")],
        request: Some(Request {
            by: PersonId::new("kari"),
            by_name: "Kari Nordby".into(),
            at: at(8),
            revision: 2,
            to: Some(Addressee { person: PersonId::new("liv"), name: "Liv Aas".into() }),
            reminded: Some(at(9)),
        }),
        rulings: vec![approval("liv", 2)],
        asides: vec![aside("kari", "Et halvt or")],
        seal: Some(seal(id)),
        sending: Some(sending()),
        rated: Some(at(11)),
        journalling: Some(journalling()),
        status: Status::AwaitingReview,
        created: at(0),
        version: 0,
    }
}

pub(super) fn bare(id: &str) -> Dossier {
    Dossier {
        request: None,
        rulings: Vec::new(),
        asides: Vec::new(),
        seal: None,
        sending: None,
        rated: None,
        journalling: None,
        status: Status::Drafted,
        ..dossier(id)
    }
}

pub(super) fn signature() -> Signature {
    let logo = Attachment { name: "logo.png".into(), size: 2048, sha256: Some("a".repeat(64)), inline: true };
    Signature::of("Kari Nordby\nFjordvik kommune", vec![logo]).expect("a signature")
}

/// Somebody who is known to approve, and away.
pub(super) fn approver() -> Approver {
    let absence = Some(Absence { until: date(2026, 12, 24), stand_in: PersonId::new("siv") });
    Approver { person: PersonId::new("liv"), name: "Liv Aas".into(), seen: at(0), absence }
}

fn journalling() -> Journalling {
    let (title, public_title) = ("Svar til Per Haug".to_owned(), "Svar".to_owned());
    Journalling {
        by: PersonId::new("kari"),
        by_name: "Kari Nordby".into(),
        at: at(12),
        standing: Standing::Stopped,
        fields: Fields { case: Some(number()), title, public_title, access: Access::default() },
        why: "Veiledning".into(),
        settled: Some(at(13)),
        numbers: vec!["2026/1234-6".into()],
        hindrance: Some(Hindrance::Refused),
    }
}

/// What waits of a draft, with bytes in the mail that no text has.
pub(super) fn posting(draft: &str) -> Posting {
    let filing = Filing {
        case: number(),
        system: "noark".into(),
        way: Way::In,
        title: "Henvendelse fra Per Haug".into(),
        public_title: "Henvendelse".into(),
        access: Access { code: Some("UO".into()), legal_basis: Some("offl. § 13".into()) },
        at: at(1),
        people: vec![Correspondent { role: "EA".into(), name: "Per Haug".into(), email: None }],
        message_id: "<spm@example.no>".into(),
        mime: vec![0, 255, 13, 10],
    };
    let filed = Filed { id: "href".into(), number: "2026/1234-6".into(), already: false };
    Posting {
        draft: DraftId::new(draft),
        by: PersonId::new("kari"),
        by_name: "Kari Nordby".into(),
        by_address: "kari@fjordvik.kommune.no".into(),
        parcels: vec![Parcel { filing, filed: Some(filed.clone()), signed_off: true }],
        undo: vec![filed],
        tries: 2,
        failing: Some(FailureKind::Unavailable),
        due: Timestamp::from_millisecond(at(0).as_millisecond()).ok(),
        at_work: false,
        version: 0,
    }
}
