//! An archive that is reached by messages (Fiks Arkiv): what is the same for every system with a journal, and what only messages can do:
//! get lost, come twice, come in the wrong order, or be another's.

use crate::{
    person::{self, of},
    system::{self, System},
};
use domain::{
    case::Access,
    port::{Correspondent, Failure, FailureKind, Filing, Journal, Records, Way},
};
use fiks::{Answer, Attachment, Fiks, Loopback, Message, Settings};
use std::{sync::Arc, time::Duration};
use tempfile::TempDir;
use town::{FiksArchive, FiksFailing, FiksMessage, FiksSettings};

const OURS: &str = "5ac5bae0-0000-4000-8000-000000000001";
const ARCHIVE: &str = "5ac5bae0-0000-4000-8000-000000000002";

/// Seconds nobody waits for in a test: the loopback knows when nothing more comes.
fn settings(folder: &TempDir) -> Settings {
    Settings {
        timeout: Duration::from_secs(30),
        total: Duration::from_secs(60),
        ..Settings::at(folder.path(), OURS, ARCHIVE)
    }
}

/// A way to an archive within the process.
pub(crate) fn loopback(archive: FiksArchive) -> Loopback {
    Loopback::to(move |id: String, message: Message| {
        let archive = archive.clone();
        Box::pin(async move {
            let files = message.files.into_iter().map(|file| (file.name, file.bytes)).collect();
            let sent = FiksMessage { id, kind: message.kind.name().to_owned(), to: None, files };
            archive.take(sent).await.into_iter().map(answer).collect()
        })
    })
}

fn answer(answer: FiksMessage) -> Answer {
    let files = answer.files.into_iter().map(|(name, bytes)| Attachment { name, bytes }).collect();
    Answer { kind: answer.kind, to: answer.to.unwrap_or_default(), files }
}

/// The plug that also writes, with its archive.
struct Desk {
    fiks: Arc<Fiks>,
    archive: FiksArchive,
    folder: TempDir,
}

fn desk(many: usize, change: impl Fn(&mut Settings)) -> Desk {
    late(many, 0, change)
}

/// The same, each answer after so many milliseconds.
fn late(many: usize, latency: u64, change: impl Fn(&mut Settings)) -> Desk {
    of_folder(system::folder(many), latency, change)
}

/// One with this case alone.
pub(crate) fn with(case: &serde_json::Value) -> System {
    among(of_folder(system::only(case), 0, |_| {}))
}

fn of_folder(folder: TempDir, latency: u64, change: impl Fn(&mut Settings)) -> Desk {
    let seeded = FiksSettings { records: Some(folder.path().to_owned()), latency };
    let archive = FiksArchive::open(&seeded).expect("the archive opens");
    let mut settings = settings(&folder);
    change(&mut settings);
    let plugs = (Arc::new(backend::reading::Here) as _, system::clock() as _);
    let fiks = Fiks::over(Arc::new(loopback(archive.clone())), settings, plugs).seen_by(person::table());
    Desk { fiks: Arc::new(fiks), archive, folder }
}

/// An archive among the systems that are held against one another.
pub(crate) fn system(many: usize) -> System {
    among(desk(many, |_| {}))
}

fn among(desk: Desk) -> System {
    System { name: "fiks", records: desk.fiks, kernel: None, p360: None, _folder: desk.folder }
}

fn correspondent(role: &str, name: &str, email: &str) -> Correspondent {
    Correspondent { role: role.into(), name: name.into(), email: (!email.is_empty()).then(|| email.into()) }
}

fn filing(way: Way, message_id: &str) -> Filing {
    let people = match way {
        Way::In => vec![correspondent("EA", "Per Haug", "per.haug@example.no"), correspondent("IM", "", "")],
        Way::Out => vec![correspondent("EM", "Per Haug", "per.haug@example.no"), correspondent("IA", "Ola Nes", "")],
    };
    Filing {
        case: "2026/1234".parse().expect("a number"),
        system: String::new(),
        way,
        title: "Spørsmål om tilbygg – Storgata 12".into(),
        public_title: "Spørsmål om tilbygg".into(),
        access: Access { code: Some("UO".into()), legal_basis: Some("offl. § 13".into()) },
        at: "2026-11-20T08:12:03Z".parse().expect("a time"),
        people,
        message_id: message_id.into(),
        mime: format!("Message-ID: {message_id}\r\nSubject: Tilbygg\r\n\r\nHei\r\n").into_bytes(),
    }
}

#[tokio::test]
async fn a_mail_and_its_answer_are_registered_and_signed_off_once() {
    let desk = desk(0, |_| {});
    let (me, journal) = (of("Byggesak"), &desk.fiks);
    for turn in 0..3 {
        let incoming = journal.register(&me, &filing(Way::In, "<spm+1@example.no>")).await.expect("it is registered");
        let answer =
            journal.register(&me, &filing(Way::Out, "<svar'1@fjordvik.kommune.no>")).await.expect("it is registered");
        journal.sign_off(&me, &incoming, &answer).await.expect("it is signed off");
        assert_eq!((incoming.number.as_str(), answer.number.as_str()), ("2026/1234-6", "2026/1234-7"));
        assert_eq!((incoming.already, answer.already), (turn > 0, turn > 0), "turn {turn}");
    }
    let elsewhere = Filing { case: "2026/1187".parse().expect("a number"), ..filing(Way::In, "<spm+1@example.no>") };
    let told = journal.register(&me, &elsewhere).await.expect("it is told where it stands");
    assert_eq!((told.number.as_str(), told.already), ("2026/1234-6", true), "in another case it is the same mail");
    assert_eq!((desk.archive.statuses(), desk.archive.signed()), (vec!["S".into(), "E".into()], vec!["BE".into()]));
    let case = journal.case(&me, "2026/1234".parse().expect("a number")).await.expect("it answers").expect("the case");
    let last = case.entries.last().expect("an entry");
    assert_eq!((last.number, last.kind.as_str(), last.access.code.as_deref()), (7, "U", Some("UO")));
    let told = journal.sources_of(&me, &case).await.expect("it answers").sources;
    let text = told.iter().find(|source| source.record == "2026/1234-6").expect("the mail is a source");
    assert_eq!(text.text.trim(), "Hei", "the file is the mail, whole");
}

/// Whatever goes wrong at whichever message of a registration, the next try makes it one entry.
#[tokio::test]
async fn at_whichever_message_it_fails_the_next_try_makes_one_entry() {
    let me = of("Byggesak");
    let mail = filing(Way::In, "<a@example.no>");
    let messages = {
        let desk = desk(0, |_| {});
        desk.fiks.register(&me, &mail).await.expect("it is registered");
        desk.archive.asked().len()
    };
    assert_eq!(messages, 3, "looked for, its case looked at, made");
    for (failing, kind) in [
        (FiksFailing::Down, Some(FailureKind::Slow)),
        (FiksFailing::Lost, Some(FailureKind::Slow)),
        (FiksFailing::Elsewhere, Some(FailureKind::Slow)),
        (FiksFailing::Broken, Some(FailureKind::Unavailable)),
        (FiksFailing::Garbage, Some(FailureKind::Garbled)),
        (FiksFailing::Wrong, Some(FailureKind::Garbled)),
        (FiksFailing::Twice, None),
        (FiksFailing::Reversed, None),
    ] {
        for at in 0..messages {
            let desk = desk(0, |_| {});
            desk.archive.fail(vec![FiksFailing::Through; at].into_iter().chain([failing]));
            let told = desk.fiks.register(&me, &mail).await;
            assert_eq!(told.as_ref().err().map(|failure| failure.kind), kind, "{failing:?} at {at}: {told:?}");
            let again = desk.fiks.register(&me, &mail).await.expect("the next try succeeds");
            assert_eq!(
                (again.number.as_str(), desk.archive.statuses()),
                ("2026/1234-6", vec!["S".to_owned()]),
                "{failing:?} at {at}"
            );
        }
    }
}

#[tokio::test]
async fn a_closed_case_takes_nothing_an_unknown_one_neither_and_a_code_needs_its_basis() {
    let desk = desk(0, |_| {});
    let mail = filing(Way::In, "<c@example.no>");
    let bare = Access { code: Some("UO".into()), legal_basis: None };
    for (filing, kind) in [
        (Filing { case: "2024/2210".parse().expect("a number"), ..mail.clone() }, FailureKind::Refused),
        (Filing { case: "2026/9999".parse().expect("a number"), ..mail.clone() }, FailureKind::NotFound),
        (Filing { access: bare, ..mail.clone() }, FailureKind::Refused),
    ] {
        let told = desk.fiks.register(&of("Byggesak"), &filing).await.expect_err("it takes none");
        assert_eq!(told.kind, kind, "{told}");
    }
    assert!(desk.archive.statuses().is_empty());
}

#[tokio::test]
async fn a_registration_is_made_void_and_the_same_mail_can_come_anew() {
    let desk = desk(0, |_| {});
    let (me, mail) = (of("Byggesak"), filing(Way::In, "<d@example.no>"));
    let filed = desk.fiks.register(&me, &mail).await.expect("it is registered");
    let answer = desk.fiks.register(&me, &filing(Way::Out, "<e@fjordvik.kommune.no>")).await.expect("it is registered");
    desk.fiks.sign_off(&me, &filed, &answer).await.expect("it is signed off");
    for _ in 0..2 {
        desk.fiks.undo(&me, &filed).await.expect("it is taken back, and twice is once");
        assert_eq!((desk.archive.statuses(), desk.archive.signed().len()), (vec!["U".into(), "E".into()], 0));
    }
    let seen = desk.fiks.case(&me, mail.case).await.expect("it answers").expect("the case");
    assert_eq!(
        seen.entries.iter().map(|entry| entry.number).collect::<Vec<_>>(),
        [1, 2, 3, 4, 5, 7],
        "what is void is not read"
    );
    let anew = desk.fiks.register(&me, &mail).await.expect("it is registered anew");
    assert_eq!((anew.number.as_str(), anew.already), ("2026/1234-8", false));
}

async fn read(desk: &Desk) -> Result<usize, Failure> {
    let me = of("Byggesak");
    let case = desk.fiks.case(&me, "2026/1234".parse().expect("a number")).await?.expect("the case");
    desk.fiks.sources_of(&me, &case).await.map(|contents| contents.sources.len())
}

#[tokio::test]
async fn at_whichever_message_of_a_reading_it_fails_the_failure_is_told_as_what_it_is() {
    let (whole, messages) = {
        let desk = desk(0, |_| {});
        (read(&desk).await.expect("it is read"), desk.archive.asked().len())
    };
    for (failing, kind) in [
        (FiksFailing::Down, Some(FailureKind::Slow)),
        (FiksFailing::Elsewhere, Some(FailureKind::Slow)),
        (FiksFailing::Broken, Some(FailureKind::Unavailable)),
        (FiksFailing::Garbage, Some(FailureKind::Garbled)),
        (FiksFailing::Wrong, Some(FailureKind::Garbled)),
        (FiksFailing::Twice, None),
        (FiksFailing::Reversed, None),
    ] {
        for at in 0..messages {
            let desk = desk(0, |_| {});
            desk.archive.fail(vec![FiksFailing::Through; at].into_iter().chain([failing]));
            match read(&desk).await {
                // A text that cannot be read is no source, and the rest of the case is told.
                Ok(count) if kind == Some(FailureKind::Garbled) => assert_eq!(count + 1, whole, "{failing:?} at {at}"),
                Ok(count) => assert!(kind.is_none() && count == whole, "{failing:?} at {at}"),
                Err(failure) => {
                    assert_eq!((Some(failure.kind), failure.system), (kind, "fiks"), "{failing:?} at {at}: {failure}")
                }
            }
        }
    }
}

#[tokio::test]
async fn the_whole_is_waited_for_no_longer_than_was_said() {
    for (one, all) in [(100, 60_000), (60_000, 100)] {
        let patience = |settings: &mut Settings| {
            (settings.timeout, settings.total) = (Duration::from_millis(one), Duration::from_millis(all));
        };
        let desk = desk(0, patience);
        desk.archive.fail(vec![FiksFailing::Slow(5_000); 50]);
        assert_eq!(read(&desk).await.expect_err("it is late").kind, FailureKind::Slow);
    }
}

/// What reading for a reply takes: a case by number and the sender's cases side by side, then the texts.
#[tokio::test]
async fn a_reading_takes_four_messages_in_a_row() {
    let (me, number) = (of("Byggesak"), "2026/1234".parse().expect("a number"));
    let mut least = u32::MAX;
    // A machine that is busy sends what belongs together apart; of three readings the least is the reading's own.
    for _ in 0..3 {
        let desk = late(0, 50, |_| {});
        let (case, known) = tokio::join!(desk.fiks.case(&me, number), desk.fiks.cases_of(&me, "per.haug@example.no"));
        let (case, known) = (case.expect("it answers").expect("the case"), known.expect("it answers"));
        let sources = desk.fiks.sources_of(&me, &case).await.expect("it answers").sources;
        assert!(known.len() == 2 && sources.len() > 1);
        let messages = desk.archive.asked().len();
        assert!(messages <= 20, "{messages}");
        least = least.min(desk.archive.rounds());
    }
    assert!(least <= 4, "{least} in a row");
}

/// The same over a folder that the archive takes from, as another program would.
#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_read_and_a_mail_registered_through_a_folder() {
    let folder = system::folder(0);
    let seeded = FiksSettings { records: Some(folder.path().to_owned()), ..FiksSettings::default() };
    let archive = FiksArchive::open(&seeded).expect("the archive opens");
    let carried = archive.serve(folder.path());
    let fiks = Fiks::new(settings(&folder), Arc::new(backend::reading::Here), system::clock())
        .expect("the settings are right");
    let fiks = fiks.seen_by(person::table());
    let me = of("Byggesak");
    let case = fiks.case(&me, "2026/1234".parse().expect("a number")).await.expect("it answers").expect("the case");
    assert_eq!(case.entries.len(), 5);
    for already in [false, true] {
        let filed = fiks.register(&me, &filing(Way::In, "<f@example.no>")).await.expect("it is registered");
        assert_eq!((filed.number.as_str(), filed.already), ("2026/1234-6", already));
    }
    let reached = fiks.health().await.expect("it answers");
    assert!(reached.contains("Fiks IO is not connected"), "{reached}");
    carried.abort();
}

#[tokio::test]
async fn what_nobody_carries_is_withdrawn_and_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let patience = Settings { timeout: Duration::from_millis(60), ..settings(&folder) };
    let fiks = Fiks::new(patience, Arc::new(backend::reading::Here), system::clock()).expect("the settings are right");
    let told = fiks.health().await.expect_err("nobody takes it");
    assert_eq!(told.kind, FailureKind::Unavailable, "{told}");
    let left = std::fs::read_dir(folder.path().join("ut")).expect("the folder").count();
    assert_eq!(left, 0, "it is not carried out when nobody waits any more");
}

const STRANGER: &str = "5ac5bae0-0000-4000-8000-000000000003";

/// The cases of another house, with what is theirs alone.
fn neighbours() -> TempDir {
    system::only(
        &serde_json::json!({ "number": "2026/77", "title": "Naust i Nyvik", "public_title": null, "status": "B",
        "opened": "2026-04-01", "closed": null, "responsible": null, "access": null, "estates": [], "entries": [],
        "parties": [{ "role": "applicant", "name": "Per Haug", "email": "per.haug@example.no" }] }),
    )
}

/// Whoever carries messages may lay another's answers in our folder.
#[tokio::test(flavor = "multi_thread")]
async fn answers_of_another_account_are_taken_away_unread() {
    let folder = neighbours();
    let seeded = FiksSettings { records: Some(folder.path().to_owned()), ..FiksSettings::default() };
    for (account, is_taken) in [(ARCHIVE, true), (STRANGER, false)] {
        let place = tempfile::tempdir().expect("a folder");
        let carried = FiksArchive::open(&seeded).expect("it opens").serve_as(place.path(), account);
        let patience =
            Settings { timeout: Duration::from_millis(if is_taken { 30_000 } else { 400 }), ..settings(&place) };
        let fiks = Fiks::new(patience, Arc::new(backend::reading::Here), system::clock()).expect("good settings");
        let told = fiks.seen_by(person::table()).case(&of("Byggesak"), "2026/77".parse().expect("a number")).await;
        match told {
            Ok(case) => assert!(is_taken && case.is_some(), "{account}: {case:?}"),
            Err(failure) => assert!(!is_taken && failure.kind == FailureKind::Slow, "{account}: {failure}"),
        }
        carried.abort();
    }
}

#[tokio::test]
async fn a_case_of_another_archive_is_not_found_not_even_where_it_is_given() {
    let theirs = neighbours();
    let seeded = FiksSettings { records: Some(theirs.path().to_owned()), ..FiksSettings::default() };
    let (me, number) = (of("Byggesak"), "2026/77".parse().expect("a number"));
    let ours = desk(0, |_| {});
    assert_eq!(ours.fiks.case(&me, number).await.expect("it answers"), None, "it is another's");
    let known = ours.fiks.cases_of(&me, "per.haug@example.no").await.expect("it answers");
    assert!(!known.is_empty() && known.iter().all(|case| case.number != number), "{known:?}");
    // An archive that gives its own case whichever is asked for.
    let archive = FiksArchive::open(&seeded).expect("the archive opens");
    let heedless = Loopback::to(move |id: String, message: Message| {
        let archive = archive.clone();
        Box::pin(async move {
            let other = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).replace(">1234<", ">77<").into_bytes();
            let files = message.files.into_iter().map(|file| (file.name, other(file.bytes))).collect();
            let sent = FiksMessage { id, kind: message.kind.name().to_owned(), to: None, files };
            archive.take(sent).await.into_iter().map(answer).collect()
        })
    });
    let plugs = (Arc::new(backend::reading::Here) as _, system::clock() as _);
    let fiks = Fiks::over(Arc::new(heedless), settings(&theirs), plugs).seen_by(person::table());
    assert!(fiks.case(&me, number).await.expect("it answers").is_some(), "it is there");
    assert_eq!(fiks.case(&me, "2026/1234".parse().expect("a number")).await.expect("it answers"), None);
}
