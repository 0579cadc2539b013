//! The folder: whole or not there, taken once, and only what is meant for us.

use super::{Folder, Transport};
use crate::message::{Attachment, Kind, Message};
use domain::port::FailureKind;
use serde_json::{Value, json};
use std::{fs, path::Path, time::Duration};
use tempfile::TempDir;

const OURS: &str = "5ac5bae0-0000-4000-8000-000000000001";
const ARCHIVE: &str = "5ac5bae0-0000-4000-8000-000000000002";
const NOW: Duration = Duration::ZERO;

fn message() -> Message {
    let mut message = Message::of(Kind::Create, b"<a/>".to_vec());
    message.files.push(Attachment { name: "1.eml".into(), bytes: vec![0, 255, 10] });
    message
}

async fn sent() -> (TempDir, Folder, String) {
    let at = tempfile::tempdir().unwrap();
    let folder = Folder::at(at.path(), (OURS, ARCHIVE), 1000);
    let id = folder.send(&message(), Duration::from_secs(7)).await.unwrap();
    (at, folder, id)
}

fn about(to: &str, change: impl Fn(&mut Value)) -> Value {
    let mut about = json!({ "meldingId": "x", "meldingType": "t", "avsenderKontoId": ARCHIVE, "mottakerKontoId": OURS,
        "svarPaMelding": to, "filer": ["a.xml"] });
    change(&mut about);
    about
}

fn lay(at: &Path, name: &str, about: &Value, bytes: &[u8]) {
    let folder = at.join("inn").join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("melding.json"), about.to_string()).unwrap();
    fs::write(folder.join("a.xml"), bytes).unwrap();
}

fn count(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[tokio::test]
async fn a_message_lies_whole_with_what_describes_it() {
    let (at, folder, id) = sent().await;
    let lies = at.path().join("ut").join(&id);
    let about: Value = serde_json::from_slice(&fs::read(lies.join("melding.json")).unwrap()).unwrap();
    assert_eq!(
        about,
        json!({ "meldingId": id, "meldingType": "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett",
        "avsenderKontoId": OURS, "mottakerKontoId": ARCHIVE, "ttl": 7, "filer": ["arkivmelding.xml", "1.eml"] })
    );
    assert_eq!(fs::read(lies.join("1.eml")).unwrap(), [0, 255, 10]);
    assert_eq!(count(&at.path().join("ut")), 1, "nothing half-written beside it");
    let again = folder.send(&message(), NOW).await.unwrap();
    assert_ne!(again, id);
}

#[tokio::test]
async fn answers_come_each_once_and_those_of_others_never() {
    let (at, folder, id) = sent().await;
    lay(at.path(), &format!("{id}.2"), &about(&id, |_| {}), b"second");
    lay(at.path(), &format!("{id}.1"), &about(&id, |_| {}), b"first");
    lay(at.path(), "another.1", &about("another", |_| {}), b"other");
    for (name, change) in [
        ("3", (|about: &mut Value| about["svarPaMelding"] = "another".into()) as fn(&mut Value)),
        ("4", |about| about["avsenderKontoId"] = OURS.into()),
        ("5", |about| about["mottakerKontoId"] = ARCHIVE.into()),
    ] {
        lay(at.path(), &format!("{id}.{name}"), &about(&id, change), b"false");
    }
    for wanted in [Some(b"first".to_vec()), Some(b"second".to_vec()), None] {
        let answer = folder.answer(&id, NOW).await.unwrap();
        assert_eq!(answer.map(|answer| answer.files[0].bytes.clone()), wanted);
    }
    assert_eq!(count(&at.path().join("inn")), 1, "the other's lies there still");
}

#[tokio::test]
async fn an_answer_that_is_none_is_told_and_taken_away() {
    for (change, bytes, kind) in [
        ((|about: &mut Value| about["filer"] = json!(["../../ut/x"])) as fn(&mut Value), 1, FailureKind::Garbled),
        (|about| about["filer"] = json!(["b.xml"]), 1, FailureKind::Garbled),
        (|about| about["filer"] = json!([".a"]), 1, FailureKind::Garbled),
        (|about| about["filer"] = json!(vec!["a.xml"; 65]), 1, FailureKind::Garbled),
        (|about| about["filer"] = json!(["a.xml", "a.xml"]), 600, FailureKind::TooLarge),
        (|about| *about = json!("x".repeat(70_000)), 1, FailureKind::TooLarge),
        (|about| *about = json!({}), 1, FailureKind::Garbled),
        (|_| {}, 1001, FailureKind::TooLarge),
    ] {
        let (at, folder, id) = sent().await;
        lay(at.path(), &format!("{id}.1"), &about(&id, change), &vec![b'x'; bytes]);
        let failure = folder.answer(&id, NOW).await.unwrap_err();
        assert_eq!(failure.kind, kind, "{failure}");
        assert_eq!(folder.answer(&id, NOW).await.unwrap(), None);
        assert_eq!(count(&at.path().join("inn")), 0);
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_to_somewhere_else_is_not_followed() {
    let (at, folder, id) = sent().await;
    lay(at.path(), &format!("{id}.1"), &about(&id, |_| {}), b"x");
    let file = at.path().join("inn").join(format!("{id}.1")).join("a.xml");
    fs::remove_file(&file).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", &file).unwrap();
    assert_eq!(folder.answer(&id, NOW).await.unwrap_err().kind, FailureKind::Garbled);
}

#[tokio::test]
async fn what_nobody_took_is_withdrawn_and_what_was_taken_is_not() {
    let (at, folder, id) = sent().await;
    assert!(folder.forget(&id));
    assert_eq!(count(&at.path().join("ut")), 0);
    let taken = folder.send(&message(), NOW).await.unwrap();
    fs::rename(at.path().join("ut").join(&taken), at.path().join("taken")).unwrap();
    lay(at.path(), &format!("{taken}.1"), &about(&taken, |_| {}), b"late");
    assert!(!folder.forget(&taken));
    assert_eq!(count(&at.path().join("inn")), 0, "a late answer is nobody's");
}

#[tokio::test]
async fn what_is_old_goes_and_what_waits_to_be_carried_stays() {
    let (at, folder, waits) = sent().await;
    let old = std::time::SystemTime::now() - super::OLD * 2;
    lay(at.path(), "gone.1", &about("gone", |_| {}), b"x");
    for path in [at.path().join("inn/gone.1"), at.path().join("ut/.half"), at.path().join("ut").join(&waits)] {
        fs::create_dir_all(&path).unwrap();
        fs::File::open(&path).unwrap().set_modified(old).unwrap();
    }
    folder.ours.sweep();
    assert_eq!((count(&at.path().join("inn")), count(&at.path().join("ut"))), (0, 1));
    assert!(at.path().join("ut").join(waits).exists());
}

#[tokio::test]
async fn a_folder_that_cannot_be_used_is_told() {
    let at = tempfile::tempdir().unwrap();
    fs::write(at.path().join("ut"), "a file").unwrap();
    let failure = Folder::at(at.path(), (OURS, ARCHIVE), 1000).send(&message(), NOW).await.unwrap_err();
    assert_eq!(failure.kind, FailureKind::Unavailable);
}
