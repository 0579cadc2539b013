//! How a town starts, and what keeps it from starting.
#![cfg(test)]

use std::{fs, path::Path};
use tempfile::TempDir;
use town::{Fault, Folder, Settings, System, Town};

const SHARED: &str = "postmottak@fjordvik.kommune.no";

#[tokio::test]
async fn every_letter_of_the_fixture_reaches_a_mailbox() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixture/mail");
    let letters = fs::read_dir(&directory)
        .unwrap()
        .filter(|it| it.as_ref().unwrap().path().extension().is_some_and(|it| it == "eml"))
        .count();
    let town = Town::start(Settings { mail: Some(directory), ..Settings::default() }).await.unwrap();
    let mails = town.mails(SHARED, Folder::Inbox);
    assert_eq!(mails.len() + town.sent(SHARED).len(), letters);
    for mail in mails {
        assert!(
            !mail.text.trim().is_empty() && mail.received > 0 && mail.from.address.contains('@'),
            "{}",
            mail.internet_id
        );
    }
}

#[tokio::test]
async fn a_town_that_cannot_start_says_why() {
    let folder = TempDir::new().unwrap();
    let missing = Settings { mail: Some(folder.path().join("nowhere")), ..Settings::default() };
    assert!(Town::start(missing).await.is_err());
    fs::write(folder.path().join("empty.eml"), "").unwrap();
    let broken = Settings { mail: Some(folder.path().to_owned()), ..Settings::default() };
    let words = Town::start(broken).await.err().unwrap().to_string();
    assert!(words.ends_with("empty.eml is no mail"), "{words}");
    let first = Town::start(Settings::default()).await.unwrap();
    let port = first.graph_url.rsplit(':').next().unwrap().parse().unwrap();
    assert!(Town::start(Settings { ports: [0, port, 0, 0], ..Settings::default() }).await.is_err());
}

#[tokio::test]
async fn a_stopped_town_leaves_its_ports() {
    let town = Town::start(Settings::default()).await.unwrap();
    let url = town.entra_url.clone();
    let _held = town.hold_graph();
    town.stop().await;
    assert!(reqwest::get(url).await.is_err());
}

#[tokio::test]
async fn faults_belong_to_the_system_they_were_scripted_for() {
    let town = Town::start(Settings::default()).await.unwrap();
    town.fail(System::Entra, [Fault::Unavailable(Some(1))]);
    assert_eq!(
        reqwest::get(format!("{}/v1/models", town.model_url.trim_end_matches("/v1"))).await.unwrap().status(),
        200
    );
    let keys = format!("{}/{}/discovery/v2.0/keys", town.entra_url, town.settings().tenant);
    assert_eq!(reqwest::get(&keys).await.unwrap().status(), 503);
    assert_eq!(reqwest::get(&keys).await.unwrap().status(), 200);
}
