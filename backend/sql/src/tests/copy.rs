//! Copies beside the one who writes, what they hold, and a disk that takes no more.

use super::sample::{about, bare, dossier, entry, keys_in, memory, save, signature, tenant};
use crate::{Place, Readable, Sql, Sqlite, trail};
use domain::{
    audit::{Action, chain},
    port::{FailureKind, Registration},
};
use sqlx::AssertSqlSafe;
use std::path::Path;
use vocabulary::{ConversationId, DraftId, PersonId, TenantId};

async fn execute(store: &Sql, sql: &str) {
    sqlx::query(AssertSqlSafe(sql)).execute(store.pool()).await.unwrap();
}

async fn filled(folder: &Path) -> Sql {
    let store = Sqlite::open(Place::File(&folder.join("s.db")), keys_in(folder)).await.unwrap();
    for house in ["fjordvik", "bjerkedal"] {
        let mut one = dossier(&format!("a {house}"));
        one.key.conversation = ConversationId::new(house);
        save(&*tenant(&store, house), one).await.unwrap();
        let registration = Registration::of(PersonId::new("kari"), Some(signature()));
        registration.commit(&*tenant(&store, house), entry(Action::SignatureSaved)).await.unwrap();
    }
    store
}

#[tokio::test]
async fn a_copy_is_of_one_moment_equal_and_readable_while_others_write() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(folder.path()).await;
    let before = store.tables().await.unwrap();
    // Somebody is in the middle of writing: it is not in the copy, and nobody waits.
    let mut open = store.begin().await.unwrap();
    let ours = TenantId::new("fjordvik");
    trail::append::<sqlx::Sqlite>(&mut open, &ours, about(Action::DraftShown, "a")).await.unwrap();
    let copy = folder.path().join("copy.db");
    std::fs::File::create(&copy).unwrap();
    store.copy_to(&copy).await.unwrap();
    drop(open);
    assert!(store.copy_to(&copy).await.is_err(), "a copy is never written over");
    // As from a disk that cannot be written.
    let mut locked = std::fs::metadata(&copy).unwrap().permissions();
    locked.set_readonly(true);
    std::fs::set_permissions(&copy, locked).unwrap();
    let read = Sqlite::read(&copy).await.unwrap();
    assert_eq!(read.tables().await.unwrap(), before);
    assert_eq!(read.migration().await.unwrap(), Sql::newest());
    assert!(read.readable(&[]).await.is_err(), "without keys nothing is proved");
    let all = Readable { rows: 4, unread: 0 };
    assert_eq!(read.clone().with(keys_in(folder.path())).readable(&[]).await.unwrap(), all);
    let (known, half) = (read.clone().with(keys_in(folder.path())), Readable { rows: 2, unread: 0 });
    assert_eq!(known.readable(&[ours]).await.unwrap(), half, "destroyed keys are no fault");
    let other = tempfile::tempdir().unwrap();
    let none = Readable { rows: 0, unread: 4 };
    assert_eq!(read.with(keys_in(other.path())).readable(&[]).await.unwrap(), none);
}

#[tokio::test]
async fn every_change_of_a_table_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(folder.path()).await;
    let mut seen = vec![store.tables().await.unwrap()];
    for change in [
        "UPDATE trail SET draft = '' WHERE sequence = 2 AND tenant = 'fjordvik'",
        "UPDATE trail SET draft = 'NULL' WHERE sequence = 2 AND tenant = 'fjordvik'",
        "UPDATE dossier SET requested_at = 1 WHERE tenant = 'fjordvik'",
        "UPDATE dossier SET requested_at = NULL WHERE tenant = 'fjordvik'",
        "UPDATE head SET hash = upper(hash) WHERE tenant = 'bjerkedal'",
        "DELETE FROM signature WHERE tenant = 'bjerkedal'",
        "INSERT INTO chore (name) VALUES ('x')",
        "CREATE TABLE more (a TEXT, b TEXT)",
        "INSERT INTO more VALUES ('1', NULL)",
        "UPDATE more SET a = NULL, b = '1'",
    ] {
        execute(&store, change).await;
        let now = store.tables().await.unwrap();
        assert!(!seen.contains(&now), "{change}");
        seen.push(now);
    }
}

#[tokio::test]
async fn who_opens_it_beside_the_server_adds_to_the_trail_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(folder.path()).await;
    let path = folder.path().join("s.db");
    let beside = Sqlite::beside(&path).await.unwrap();
    assert_eq!(tenant(&beside, "fjordvik").record(entry(Action::BackupMade)).await.unwrap(), 3);
    assert_eq!(tenant(&store, "fjordvik").record(entry(Action::TrailExported)).await.unwrap(), 4);
    assert_eq!(chain::verify(tenant(&store, "fjordvik").entries(0, 9).await.unwrap()), Ok(4));
    assert!(tenant(&beside, "fjordvik").dossier(&DraftId::new("a fjordvik")).await.is_err(), "it has no keys");
    assert_eq!(Sqlite::hold(&path).unwrap_err().kind, FailureKind::Denied, "a server has it");
    execute(&store, "INSERT INTO _sqlx_migrations SELECT 99, description, installed_on, success, checksum, execution_time FROM _sqlx_migrations WHERE version = 1").await;
    let newer = Sqlite::beside(&path).await.unwrap_err();
    assert!(newer.kind == FailureKind::Stale && newer.detail.contains("migration 99"), "{newer}");
    assert_eq!(Sqlite::beside(&folder.path().join("none")).await.unwrap_err().kind, FailureKind::NotFound);
}

#[tokio::test]
async fn a_full_disk_is_named_loses_nothing_and_lets_work_go_on_when_there_is_room() {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    let (pages,): (i64,) = sqlx::query_as("PRAGMA page_count").fetch_one(store.pool()).await.unwrap();
    execute(&store, &format!("PRAGMA max_page_count = {}", pages + 40)).await;
    let one = |number: u64| {
        let mut one = bare(&format!("d{number}"));
        one.key.conversation = ConversationId::new(format!("c{number}"));
        one
    };
    let mut saved = 0;
    let full = loop {
        match save(&*ours, one(saved)).await {
            Ok(_) => saved += 1,
            Err(full) => break full,
        }
    };
    assert!(saved > 0 && full.kind == FailureKind::Unavailable && full.detail.contains("the disk is full"), "{full}");
    assert_eq!(chain::verify(ours.entries(0, 1000).await.unwrap()), Ok(saved), "half a save is none");
    assert_eq!(ours.dossier(&DraftId::new(format!("d{saved}"))).await.unwrap(), None);
    execute(&store, "PRAGMA max_page_count = 1073741823").await;
    save(&*ours, one(saved)).await.unwrap();
    assert_eq!(chain::verify(ours.entries(0, 1000).await.unwrap()), Ok(saved + 1));
}
