//! The answers of an archive of messages (Fiks Arkiv): a case that was asked for and nobody else's, or a failure that tells nothing of it.

use domain::{
    case::Access,
    person::Person,
    port::{Failure, Filing, Journal, Records, Way, fake::Frozen},
};
use fiks::{Answer, Attachment, Fiks, Loopback, Message, Settings};
use fuzz::Pick;
use std::{
    path::Path,
    sync::{Arc, Mutex, OnceLock},
};
use tokio::runtime::Runtime;
use town::{FiksArchive, FiksMessage, FiksSettings};
use vocabulary::{CaseNumber, PersonId, TenantId};

const ACCOUNT: &str = "5ac5bae0-0000-4000-8000-000000000001";
const ARCHIVE: &str = "5ac5bae0-0000-4000-8000-000000000002";

const WORDS: &[&str] = &[
    "<",
    ">",
    "/>",
    "</",
    "<mappe>",
    "</mappe>",
    "<tittel>",
    "<sakssekvensnummer>77</sakssekvensnummer>",
    "<saksaar>2025</saksaar>",
    "xsi:type=\"saksmappe\"",
    " xmlns=\"https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/felles/v1\"",
    "<!DOCTYPE a [<!ENTITY b \"bbbb\">]>",
    "&b;",
    "&lt;",
    "&#0;",
    "&#x1F389;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml version=\"1.0\"?>",
    "2026-13-45",
    "2026-11-20T08:12:03Z",
    "UO",
    "true",
    "1234",
    "per.haug@example.no",
];

/// Bytes by which answers are changed, the next case's.
type Noise = Arc<Mutex<Vec<u8>>>;

struct Desk {
    fiks: Fiks,
    runtime: Runtime,
    noise: Noise,
}

/// An answer as it is, or with something changed; the XML more often than its type or the message it answers.
fn changed(sent: FiksMessage, pick: &mut Pick<'_>) -> Answer {
    let mut answer = Answer {
        kind: if pick.below(24) == 0 { pick.words(2, WORDS) } else { sent.kind },
        to: sent.to.unwrap_or_default(),
        files: sent.files.into_iter().map(|(name, bytes)| Attachment { name, bytes }).collect(),
    };
    match pick.below(8) {
        0..=2 => {}
        3 => answer.files.clear(),
        _ => {
            for file in &mut answer.files {
                file.bytes = pick.mutated(&file.bytes, WORDS);
            }
        }
    }
    answer
}

fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| {
        let records = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixture/records");
        let archive = FiksArchive::open(&FiksSettings { records: Some(records), ..FiksSettings::default() });
        let archive = archive.expect("the archive opens");
        let noise = Noise::default();
        let kept = Arc::clone(&noise);
        let way = Loopback::to(move |id: String, message: Message| {
            let (archive, noise) = (archive.clone(), Arc::clone(&kept));
            Box::pin(async move {
                let files = message.files.into_iter().map(|file| (file.name, file.bytes)).collect();
                let sent = FiksMessage { id, kind: message.kind.name().to_owned(), to: None, files };
                let answers = archive.take(sent).await;
                let mut noise = noise.lock().expect("no panic");
                // Each message of a case has bytes of its own.
                let most = noise.len().min((noise.len() / 4).max(64));
                let own: Vec<u8> = noise.drain(..most).collect();
                let mut pick = Pick::of(&own);
                answers.into_iter().map(|answer| changed(answer, &mut pick)).collect()
            })
        });
        let settings = Settings { answer_bytes: 200_000, ..Settings::at(Path::new("/nowhere"), ACCOUNT, ARCHIVE) };
        let clock = Arc::new(Frozen::at("2026-11-21T08:00:00Z".parse().expect("a time")));
        let fiks = Fiks::over(Arc::new(way), settings, (Arc::new(backend::reading::Here) as _, clock as _));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Desk { fiks, runtime, noise }
    })
}

fn filing(case: CaseNumber) -> Filing {
    Filing {
        system: "fiks".into(),
        case,
        way: Way::In,
        title: "Tilbygg – Per Haug".into(),
        public_title: "Tilbygg".into(),
        access: Access::default(),
        at: "2026-11-20T08:12:03Z".parse().expect("a time"),
        people: Vec::new(),
        message_id: "<a@example.no>".into(),
        mime: b"Hei".to_vec(),
    }
}

fn quiet(failure: &Failure) {
    let quiet = ["Per Haug", "Tilbygg", "example.no"].iter().all(|words| !failure.detail.contains(words));
    assert!(quiet && !failure.detail.trim().is_empty(), "{failure:?}");
}

fuzz::target!(
    /// Answers of an archive with something changed.
    fiks_answers, 150, |pick| {
    let desk = desk();
    *desk.noise.lock().expect("no panic") = pick.raw(usize::MAX).to_vec();
    let person = Person {
        tenant: TenantId::new("fjordvik"),
        id: PersonId::new("kari"),
        name: "Kari Nordby".into(),
        address: "kari.nordby@fjordvik.kommune.no".into(),
        roles: Vec::new(),
        groups: Vec::new(),
    };
    let number: CaseNumber = "2026/1234".parse().expect("a number");
    desk.runtime.block_on(async {
        match desk.fiks.case(&person, number).await {
            Ok(Some(case)) => {
                assert_eq!(case.number, number);
                let entries = case.entries.iter().map(|entry| &entry.access);
                for access in entries.chain([&case.access]) {
                    assert!(access.code.as_deref().is_none_or(|code| !code.trim().is_empty()), "{access:?}");
                }
                match desk.fiks.sources_of(&person, &case).await {
                    Ok(contents) => assert!(contents.sources.iter().all(|source| source.case == Some(number))),
                    Err(failure) => quiet(&failure),
                }
            }
            Ok(None) => {}
            Err(failure) => quiet(&failure),
        }
        if let Err(failure) = desk.fiks.cases_of(&person, "per.haug@example.no").await {
            quiet(&failure);
        }
        if let Err(failure) = desk.fiks.register(&person, &filing(number)).await {
            quiet(&failure);
        }
    });
});
