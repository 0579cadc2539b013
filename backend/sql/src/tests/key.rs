//! Encrypted columns: a text moved to another row is refused by name, and keys change under a store that is in use.

use super::sample::{about, bare, dossier, entry, keys_in, save, signature, tenant};
use crate::{Place, Rekeyed, Sql, Sqlite, rekey::TABLES};
use domain::{
    audit::{Action, chain},
    dossier::Dossier,
    port::{FailureKind, Registration},
};
use sqlx::AssertSqlSafe;
use std::sync::Arc;
use tempfile::TempDir;
use vault::Ring;
use vocabulary::{ConversationId, DraftId, PersonId, TenantId};

async fn opened(folder: &TempDir) -> (Sql, Arc<Ring>) {
    let ring = keys_in(folder.path());
    (Sqlite::open(Place::File(&folder.path().join("s.db")), ring.clone()).await.unwrap(), ring)
}

fn ours() -> TenantId {
    TenantId::new("fjordvik")
}

async fn execute(store: &Sql, sql: &str) {
    sqlx::query(AssertSqlSafe(sql)).execute(store.pool()).await.unwrap();
}

async fn rows(store: &Sql, count: usize) {
    let ours = tenant(store, "fjordvik");
    for at in 0..count {
        let mut one = bare(&format!("d{at:04}"));
        one.key.conversation = ConversationId::new(format!("c{at}"));
        save(&*ours, one).await.unwrap();
        let registration = Registration::of(PersonId::new(format!("p{at:04}")), Some(signature()));
        registration.commit(&*ours, entry(Action::SignatureSaved)).await.unwrap();
    }
}

/// Moves one column from the first row to the second, and makes the digest fit, as whoever knows this program can.
async fn moved(store: &Sql, table: &str, key: &str) {
    let columns: Vec<(String, String)> =
        sqlx::query_as(AssertSqlSafe(format!("SELECT {key}, body FROM {table} ORDER BY {key}")))
            .fetch_all(store.pool())
            .await
            .unwrap();
    let (target, body) = (&columns[1].0, &columns[0].1);
    execute(store, &format!("UPDATE {table} SET body = '{body}' WHERE {key} = '{target}'")).await;
    let digest = match table {
        "dossier" => {
            let row = crate::engine::statement(crate::dossier::select!("WHERE id = $1")).text(target.as_str());
            store.fetch(row, crate::dossier::Columns::raw).await.unwrap().pop().unwrap().0.digest()
        }
        _ => {
            let row = crate::engine::statement(crate::personal::select!("signature", "WHERE person = $1"))
                .text(target.as_str());
            store.fetch(row, |row| crate::signature::SIGNATURE.raw(row)).await.unwrap().pop().unwrap().0.digest()
        }
    };
    execute(store, &format!("UPDATE {table} SET digest = '{digest}' WHERE {key} = '{target}'")).await;
}

#[tokio::test]
async fn a_text_that_was_moved_to_another_row_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = opened(&folder).await;
    rows(&store, 2).await;
    let ours = tenant(&store, "fjordvik");
    moved(&store, "dossier", "id").await;
    moved(&store, "signature", "person").await;
    assert!(ours.dossier(&DraftId::new("d0000")).await.is_ok());
    let refused = ours.dossier(&DraftId::new("d0001")).await.unwrap_err();
    assert_eq!(refused.kind, FailureKind::Garbled);
    assert!(refused.detail.contains("dossier.body of d0001 1 was encrypted for another place"), "{}", refused.detail);
    let refused = ours.signature(&PersonId::new("p0001")).await.unwrap_err();
    assert!(refused.detail.contains("signature.body of p0001 was encrypted for another place"), "{}", refused.detail);
}

#[tokio::test]
async fn an_older_text_does_not_come_back_under_a_newer_version() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = opened(&folder).await;
    let ours = tenant(&store, "fjordvik");
    let first = save(&*ours, dossier("a")).await.unwrap();
    let (body,): (String,) = sqlx::query_as("SELECT body FROM dossier").fetch_one(store.pool()).await.unwrap();
    let second = save(&*ours, Dossier { subject: "Ny".into(), ..first }).await.unwrap();
    execute(&store, &format!("UPDATE dossier SET body = '{body}'")).await;
    let row = crate::engine::statement(crate::dossier::select!("WHERE id = 'a'"));
    let digest = store.fetch(row, crate::dossier::Columns::raw).await.unwrap().pop().unwrap().0.digest();
    execute(&store, &format!("UPDATE dossier SET digest = '{digest}'")).await;
    assert_eq!(ours.dossier(&second.id).await.unwrap_err().kind, FailureKind::Garbled);
}

#[tokio::test]
async fn rows_turn_to_a_new_key_while_others_are_written_and_go_on_after_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let (store, ring) = opened(&folder).await;
    rows(&store, 120).await;
    let old = store.under().await.unwrap();
    assert_eq!(old.len(), 1);
    assert_eq!(old[0].rows, 240);
    let new = ring.rotate(&ours()).unwrap();
    // What is written meanwhile stands under the new key, and reading does not care.
    let house = tenant(&store, "fjordvik");
    save(&*house, dossier("z")).await.unwrap();
    assert!(!store.when_settled(&ours(), || panic!("nothing is settled yet")).await.unwrap());
    // A kill after the first fifty rows.
    let mut done = Rekeyed::default();
    store.some((&ours(), &TABLES[0]), String::new(), &mut done).await.unwrap();
    assert_eq!(done.rows, 50);
    drop(house);
    store.close().await;
    drop(ring);
    let (store, ring) = opened(&folder).await;
    assert_eq!(ring.turning(), [ours()]);
    let house = tenant(&store, "fjordvik");
    assert!(house.dossier(&DraftId::new("d0119")).await.unwrap().is_some(), "what is left is readable");
    let done = store.rekey(&ours()).await.unwrap();
    assert_eq!(done, Rekeyed { rows: 190, unread: 0 });
    assert_eq!(store.rekey(&ours()).await.unwrap(), Rekeyed::default());
    let retire = || Ok(ring.retire(&ours(), || true)?);
    assert!(store.when_settled(&ours(), retire).await.unwrap());
    assert!(ring.turning().is_empty());
    let under = store.under().await.unwrap();
    assert_eq!((under.len(), under[0].key.as_deref(), under[0].rows), (1, Some(&*new), 241));
    for id in ["d0000", "d0049", "d0119", "z"] {
        assert_eq!(house.dossier(&DraftId::new(id)).await.unwrap().unwrap().version, 1, "{id}");
    }
    assert_eq!(house.signature(&PersonId::new("p0077")).await.unwrap(), Some(signature()));
}

#[tokio::test]
async fn a_damaged_row_keeps_its_key_and_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let (store, ring) = opened(&folder).await;
    rows(&store, 3).await;
    execute(&store, "UPDATE dossier SET body = substr(body, 1, 40) || '*' || substr(body, 42) WHERE id = 'd0001'")
        .await;
    ring.rotate(&ours()).unwrap();
    assert_eq!(store.rekey(&ours()).await.unwrap(), Rekeyed { rows: 5, unread: 1 });
    assert!(!store.when_settled(&ours(), || panic!("one row needs the old key")).await.unwrap());
}

#[tokio::test]
async fn after_the_keys_are_destroyed_nothing_is_read_and_the_trail_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let (store, ring) = opened(&folder).await;
    let (house, other) = (tenant(&store, "fjordvik"), tenant(&store, "bjerkedal"));
    save(&*house, dossier("a")).await.unwrap();
    let mut theirs = dossier("b");
    theirs.key.conversation = ConversationId::new("theirs");
    let theirs = save(&*other, theirs).await.unwrap();
    let conversation = ConversationId::new("conversation");
    assert!(house.latest_in(&conversation).await.unwrap().is_some());
    ring.erase(&ours()).unwrap();
    for refused in [
        house.dossier(&DraftId::new("a")).await.unwrap_err(),
        house.waiting().await.unwrap_err(),
        house.latest_in(&conversation).await.unwrap_err(),
        save(&*house, dossier("c")).await.unwrap_err(),
    ] {
        assert_eq!(refused.kind, FailureKind::Denied);
        assert!(refused.detail.contains("were destroyed"), "{}", refused.detail);
    }
    house.record(about(Action::TrailExported, "a")).await.unwrap();
    assert_eq!(chain::verify(house.entries(0, 9).await.unwrap()), Ok(2));
    assert_eq!(other.dossier(&theirs.id).await.unwrap(), Some(theirs));
}

#[tokio::test]
async fn keys_that_do_not_belong_to_the_text_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = opened(&folder).await;
    save(&*tenant(&store, "fjordvik"), dossier("a")).await.unwrap();
    store.close().await;
    std::fs::remove_file(folder.path().join("keys.json")).unwrap();
    let (store, _) = opened(&folder).await;
    let refused = tenant(&store, "fjordvik").dossier(&DraftId::new("a")).await.unwrap_err();
    assert!(refused.detail.contains("which is not in keys.json"), "{}", refused.detail);
}
