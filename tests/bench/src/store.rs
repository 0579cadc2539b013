//! What encryption at rest costs: dossiers saved and read through the real store in a file, with keys and with a cipher that does nothing.

use crate::median;
use domain::{
    audit::{Action, Entry},
    dossier::{Dossier, MailKey, Revision},
    evidence::{CaseMatch, Item, Origin, Source, matching::Reason},
    port::{
        Change, Cipher, Clock, Failure, Store,
        cipher::{Mark, Place},
    },
    thread::{Address, Message},
};
use jiff::Timestamp;
use sql::Sqlite;
use std::{sync::Arc, time::Duration};
use vault::Ring;
use vocabulary::{ConversationId, DraftId, Language, MailId, Match, Outcome, PersonId, Reference, Status, TenantId};

/// Dossiers of one run.
const COUNT: usize = 200;

struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
}

/// Leaves everything as it is: what the store costs by itself.
#[derive(Debug)]
pub(crate) struct Nothing;

impl Cipher for Nothing {
    fn admit(&self, _: &TenantId) -> Result<(), Failure> {
        Ok(())
    }
    fn encrypt(&self, _: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, Failure> {
        Ok(plain.to_vec())
    }
    fn decrypt(&self, _: Place<'_>, encrypted: Vec<u8>) -> Result<Vec<u8>, Failure> {
        Ok(encrypted)
    }
    fn lookup(&self, _: &TenantId, _: &str, value: &str) -> Result<String, Failure> {
        Ok(value.to_owned())
    }
    fn mark(&self, _: &TenantId) -> Result<Mark, Failure> {
        Ok(Mark::default())
    }
}

/// Prints the figures.
pub(crate) fn run() {
    let (Ok(folder), Ok(ring)) = (tempfile::tempdir(), Ring::fleeting(Arc::new(Still))) else { return };
    let tenant = TenantId::new("fjordvik");
    if ring.admit(&tenant).is_err() {
        return;
    }
    let ring: Arc<dyn Cipher> = Arc::new(ring);
    bare(&*ring, &tenant);
    let Ok(runtime) = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build() else {
        return;
    };
    for (name, cipher) in [("as it is", Arc::new(Nothing) as Arc<dyn Cipher>), ("encrypted", ring.clone())] {
        let file = folder.path().join(name);
        match runtime.block_on(timed(&file, cipher, &tenant)) {
            Ok((save, read)) => {
                let bytes = std::fs::metadata(&file).map_or(0, |about| about.len());
                println!("store, {name}: save {save:?}, read {read:?} a dossier, {bytes} bytes for {COUNT}");
            }
            Err(failure) => println!("store, {name}: {failure}"),
        }
    }
}

/// The cipher by itself, over a body as large as most.
fn bare(cipher: &dyn Cipher, tenant: &TenantId) {
    let place = Place { tenant, table: "dossier", row: "a 1", column: "body" };
    let plain = "Jeg søker om tilbygg. ".repeat(1500);
    let Ok(encrypted) = cipher.encrypt(place, plain.as_bytes()) else { return };
    let encrypt = median(|| drop((0..100).map(|_| cipher.encrypt(place, plain.as_bytes())).collect::<Vec<_>>()));
    let decrypt = median(|| drop((0..100).map(|_| cipher.decrypt(place, encrypted.clone())).collect::<Vec<_>>()));
    println!("cipher: {} bytes encrypted in {:?}, decrypted in {:?}", plain.len(), encrypt / 100, decrypt / 100);
}

/// The median time to save one and to read one.
async fn timed(
    file: &std::path::Path,
    cipher: Arc<dyn Cipher>,
    tenant: &TenantId,
) -> Result<(Duration, Duration), Failure> {
    let store = Sqlite::open(sql::Place::File(file), cipher).await?;
    let ours = store.tenant(tenant);
    let (mut saves, mut reads) = (Vec::new(), Vec::new());
    for at in 0..COUNT {
        let begun = std::time::Instant::now();
        Change::to(dossier(at)).commit(&*ours, entry(at)).await?;
        saves.push(begun.elapsed());
    }
    for at in 0..COUNT {
        let begun = std::time::Instant::now();
        let id = DraftId::new(format!("d{at}"));
        ours.dossier(&id).await?;
        reads.push(begun.elapsed());
    }
    store.close().await;
    saves.sort_unstable();
    reads.sort_unstable();
    Ok((saves[COUNT / 2], reads[COUNT / 2]))
}

fn entry(at: usize) -> Entry {
    Entry {
        at: Timestamp::UNIX_EPOCH,
        person: Some(PersonId::new("kari")),
        action: Action::DraftPrepared,
        draft: Some(DraftId::new(format!("d{at}"))),
        revision: Some(1),
        case: None,
        trace: None,
        facts: Vec::new(),
    }
}

/// Three mails, six sources, three revisions: about 33 kB, as a case in the middle of its life.
fn dossier(at: usize) -> Dossier {
    let text = |words: usize| "Jeg viser til søknaden om tilbygg. ".repeat(words);
    let message =
        Message { from: Address { name: None, address: "p@example.no".into() }, text: text(50), ..Message::default() };
    let source = |number| Item {
        number,
        source: Source {
            origin: Origin::Document,
            system: "register".into(),
            record: format!("2026/1-{number}"),
            title: "Søknad om tilbygg".into(),
            date: None,
            valid_from: None,
            valid_to: None,
            access: domain::case::Access::default(),
            case: None,
            parties: Vec::new(),
            url: None,
            unit: None,
            text: text(80),
            retrieved: Timestamp::UNIX_EPOCH,
        },
    };
    Dossier {
        id: DraftId::new(format!("d{at}")),
        reference: Reference::new(format!("SV-{at}")),
        key: MailKey { mail: MailId::new("m"), conversation: ConversationId::new(format!("c{at}")), mailbox: None },
        subject: "Sak 2026/1".into(),
        from: "postmottak@fjordvik.kommune.no".into(),
        messages: vec![message.clone(), message.clone(), message],
        matched: CaseMatch {
            silent: Vec::new(),
            unread: Vec::new(),
            matched: Match::None,
            number: None,
            reason: Reason::Nothing,
            relation: vocabulary::Relation::Unknown,
            candidates: vec![],
        },
        evidence: (1..=6).map(source).collect(),
        revisions: (1..=3).map(|number| revision(number, text(40))).collect(),
        request: None,
        rulings: Vec::new(),
        asides: Vec::new(),
        seal: None,
        sending: None,
        rated: None,
        journalling: None,
        status: Status::Drafted,
        created: Timestamp::UNIX_EPOCH,
        version: 0,
    }
}

fn revision(number: u32, marked: String) -> Revision {
    Revision {
        number,
        author: PersonId::new("kari"),
        author_name: "Kari Nordby".into(),
        at: Timestamp::UNIX_EPOCH,
        marked,
        footer: String::new(),
        language: Language::Nb,
        tone: vocabulary::Tone::Usual,
        outcome: Outcome::Ready,
        recipients: Vec::new(),
        writer: "builtin".into(),
        note: None,
        rules: 1,
    }
}
