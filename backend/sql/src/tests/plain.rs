//! A database of the version before encryption: its text is encrypted at the start, and gone from every page.

use super::sample::{bare, dossier, entry, keys_in, save, signature, tenant};
use crate::{
    Place, Sqlite,
    digest::{digest, hex},
    row::{DossierRow, Mirror, SignatureRow},
};
use domain::{
    audit::{Action, chain},
    dossier::Dossier,
    port::TenantStore,
};
use sha2::{Digest, Sha256};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{borrow::Cow, path::Path};
use vocabulary::{ConversationId, DraftId, PersonId, TenantId};

/// Text that stands in every body of the samples.
const TEXTS: [&str; 5] =
    ["per.haug@example.no", "Hvor langt er", "tilbygg på 20", "Gebyret er kr 12 500", "Fjordvik kommune"];

async fn connection(path: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let options = options.journal_mode(sqlx::sqlite::SqliteJournalMode::Wal).pragma("secure_delete", "OFF");
    options.connect().await.unwrap()
}

/// A database with the tables of then, filled as then; the connection is left open, so that the log is not emptied.
async fn of_before(path: &Path) -> SqliteConnection {
    let mut connection = connection(path).await;
    let mut migrations = sqlx::migrate!();
    migrations.migrations = Cow::Owned(migrations.iter().filter(|one| one.version < 5).cloned().collect());
    migrations.run_direct(None, &mut connection, false).await.unwrap();
    for at in 0..30 {
        let mut one = bare(&format!("d{at}"));
        one.key.conversation = ConversationId::new(format!("conversation {at}"));
        // Written twice: the first text lies in pages that are free.
        insert(&mut connection, Dossier { subject: "Sak 2026/1234 ".repeat(400), ..one.clone() }).await;
        sqlx::query("DELETE FROM dossier WHERE id = $1").bind(one.id.as_str()).execute(&mut connection).await.unwrap();
        insert(&mut connection, one).await;
    }
    let row = SignatureRow { text: signature().text().to_owned(), images: signature().images().to_vec().into_row() };
    let body = serde_json::to_string(&row).unwrap();
    sqlx::query("INSERT INTO signature VALUES ('fjordvik', 'kari', $1, $2)")
        .bind(&body)
        .bind(digest(&["fjordvik", "kari", &body]))
        .execute(&mut connection)
        .await
        .unwrap();
    connection
}

async fn insert(connection: &mut SqliteConnection, dossier: Dossier) {
    let (id, reference) = (dossier.id.to_string(), dossier.reference.to_string());
    let conversation = hex(&Sha256::digest(dossier.key.conversation.as_str()));
    let created = dossier.created.as_millisecond();
    let body: DossierRow = dossier.into_row();
    let body = serde_json::to_string(&body).unwrap();
    let columns = ["fjordvik", &id, "1", "drafted", &conversation, &reference, &created.to_string(), "", &body];
    sqlx::query("INSERT INTO dossier VALUES ('fjordvik', $1, 1, 'drafted', $2, $3, $4, NULL, $5, $6)")
        .bind(&id)
        .bind(&conversation)
        .bind(&reference)
        .bind(created)
        .bind(&body)
        .bind(digest(&columns))
        .execute(connection)
        .await
        .unwrap();
}

/// How many of the texts are in the files of the database.
fn found(folder: &Path) -> usize {
    let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
    let all: Vec<u8> = files.flatten().collect();
    TEXTS.iter().filter(|text| all.windows(text.len()).any(|bytes| bytes == text.as_bytes())).count()
}

async fn whole(store: &dyn TenantStore) {
    for at in 0..30 {
        let (id, conversation) = (DraftId::new(format!("d{at}")), ConversationId::new(format!("conversation {at}")));
        let kept = store.dossier(&id).await.unwrap().unwrap();
        let expected = Dossier { version: 1, key: kept.key.clone(), ..bare(&format!("d{at}")) };
        assert_eq!(kept, expected);
        assert_eq!(store.latest_in(&conversation).await.unwrap(), Some(kept));
    }
    assert_eq!(store.signature(&PersonId::new("kari")).await.unwrap(), Some(signature()));
}

#[tokio::test]
async fn what_was_plain_is_encrypted_and_no_page_holds_it_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.db");
    let before = of_before(&path).await;
    assert_eq!(found(folder.path()), TEXTS.len(), "the test could see it");
    // A kill left this: the old connection is gone without farewell, its log still beside the database.
    drop(before);
    let store = Sqlite::open(Place::File(&path), keys_in(folder.path())).await.unwrap();
    assert_eq!(found(folder.path()), 0, "while the server runs, log included");
    whole(&*tenant(&store, "fjordvik")).await;
    save(&*tenant(&store, "fjordvik"), dossier("new")).await.unwrap();
    let under = store.under().await.unwrap();
    assert_eq!((under.len(), under[0].tenant.clone(), under[0].rows), (1, TenantId::new("fjordvik"), 32));
    assert_eq!(chain::verify(tenant(&store, "fjordvik").entries(0, 9).await.unwrap()), Ok(1));
    store.close().await;
    assert_eq!(found(folder.path()), 0);
}

#[tokio::test]
async fn a_kill_between_encrypting_and_clearing_away_is_made_good() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.db");
    of_before(&path).await.close().await.unwrap();
    // A reader keeps the log from being emptied: the start is refused with the reason, and nothing is lost.
    let mut reader = connection(&path).await;
    sqlx::query("BEGIN").execute(&mut reader).await.unwrap();
    sqlx::query("SELECT count(*) FROM dossier").fetch_one(&mut reader).await.unwrap();
    let refused = Sqlite::open_within(Place::File(&path), keys_in(folder.path()), std::time::Duration::ZERO).await;
    assert!(refused.unwrap_err().detail.contains("another program reads"));
    assert!(found(folder.path()) > 0, "the old pages are still there");
    reader.close().await.unwrap();
    let store = Sqlite::open(Place::File(&path), keys_in(folder.path())).await.unwrap();
    assert_eq!(found(folder.path()), 0);
    whole(&*tenant(&store, "fjordvik")).await;
}

#[tokio::test]
async fn a_row_that_was_damaged_before_stays_refused_and_is_not_left_plain() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.db");
    let mut before = of_before(&path).await;
    let damage = "UPDATE dossier SET body = replace(body, '12 500', '12 600') WHERE id = 'd3'";
    sqlx::query(damage).execute(&mut before).await.unwrap();
    sqlx::query("UPDATE dossier SET body = '{' || body WHERE id = 'd4'").execute(&mut before).await.unwrap();
    before.close().await.unwrap();
    let store = Sqlite::open(Place::File(&path), keys_in(folder.path())).await.unwrap();
    let house = tenant(&store, "fjordvik");
    for (id, fine) in [("d2", true), ("d3", false), ("d4", false)] {
        assert_eq!(house.dossier(&DraftId::new(id)).await.is_ok(), fine, "{id}");
    }
    assert_eq!(found(folder.path()), 0);
    house.record(entry(Action::DraftShown)).await.unwrap();
}
