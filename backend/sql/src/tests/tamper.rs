//! A byte flipped in any column of trail, head or dossier is found when it is read.

use super::sample::{about, dossier, memory, save, tenant};
use crate::Sql;
use domain::audit::{Action, chain};
use sqlx::Row as _;
use vocabulary::DraftId;

/// Changes one cell by a statement that no code of ours contains.
async fn tamper(store: &Sql, sql: &'static str) {
    // Whoever tampers does not ask for foreign keys either.
    sqlx::query("PRAGMA foreign_keys = OFF").execute(store.pool()).await.unwrap();
    let done = sqlx::query(sql).execute(store.pool()).await.unwrap();
    assert_eq!(done.rows_affected(), 1, "{sql}");
}

#[tokio::test]
async fn a_flipped_byte_in_the_trail_is_found() {
    for sql in [
        "UPDATE trail SET tenant = 'fjordvil' WHERE sequence = 2",
        "UPDATE trail SET tenant = 'fjordvil' WHERE sequence = 4",
        "UPDATE trail SET sequence = 6 WHERE sequence = 4",
        "UPDATE trail SET draft = 'b' WHERE sequence = 2",
        "UPDATE trail SET draft = NULL WHERE sequence = 2",
        "UPDATE trail SET entry = replace(entry, 'draft_shown', 'draft_shOwn') WHERE sequence = 2",
        "UPDATE trail SET entry = replace(entry, 'prepare_draft', 'prepare_drafs') WHERE sequence = 2",
        "UPDATE trail SET entry = replace(entry, '2026/1234', '2026/1235') WHERE sequence = 2",
        "UPDATE trail SET entry = replace(entry, 'kari', 'karl') WHERE sequence = 2",
        "UPDATE trail SET entry = replace(entry, '\"facts\"', '\"fakts\"') WHERE sequence = 2",
        "UPDATE trail SET entry = entry || ' ' WHERE sequence = 2",
        "UPDATE trail SET entry = replace(entry, '123456789Z', '123456788Z') WHERE sequence = 4",
        "UPDATE trail SET previous = '1' || substr(previous, 2) WHERE sequence = 1",
        "UPDATE trail SET hash = 'x' || substr(hash, 2) WHERE sequence = 2",
        "UPDATE trail SET hash = 'x' || substr(hash, 2) WHERE sequence = 4",
        "DELETE FROM trail WHERE sequence = 2",
        "DELETE FROM trail WHERE sequence = 4",
        "UPDATE head SET sequence = 5",
        "UPDATE head SET sequence = 3",
        "UPDATE head SET hash = 'x' || substr(hash, 2)",
        "UPDATE head SET tenant = 'fjordvil'",
    ] {
        let store = memory().await;
        let ours = tenant(&store, "fjordvik");
        for _ in 0..4 {
            ours.record(about(Action::DraftShown, "a")).await.unwrap();
        }
        assert_eq!(chain::verify(ours.entries(0, 100).await.unwrap()), Ok(4));
        tamper(&store, sql).await;
        let holds = ours.entries(0, 100).await.is_ok_and(|links| chain::verify(links).is_ok());
        assert!(!holds, "not found: {sql}");
    }
}

#[tokio::test]
async fn a_flipped_byte_in_a_dossier_is_found() {
    let store = memory().await;
    save(&*tenant(&store, "fjordvik"), dossier("a")).await.unwrap();
    let columns = sqlx::query("SELECT name FROM pragma_table_info('dossier')").fetch_all(store.pool()).await.unwrap();
    let columns: Vec<String> = columns.iter().map(|row| row.get(0)).collect();
    assert_eq!(columns.len(), 10);
    for (column, sql) in [
        ("version", "UPDATE dossier SET version = 2"),
        ("status", "UPDATE dossier SET status = 'approved'"),
        ("conversation", "UPDATE dossier SET conversation = 'x' || substr(conversation, 2)"),
        ("reference", "UPDATE dossier SET reference = 'SV-b'"),
        ("created", "UPDATE dossier SET created = created + 1"),
        ("requested_at", "UPDATE dossier SET requested_at = requested_at + 1"),
        ("requested_at", "UPDATE dossier SET requested_at = NULL"),
        ("body", "UPDATE dossier SET body = 'X' || substr(body, 2)"),
        ("digest", "UPDATE dossier SET digest = 'x' || substr(digest, 2)"),
    ] {
        assert!(columns.iter().any(|one| one == column), "{column}");
        let store = memory().await;
        let ours = tenant(&store, "fjordvik");
        save(&*ours, dossier("a")).await.unwrap();
        tamper(&store, sql).await;
        assert!(ours.dossier(&DraftId::new("a")).await.is_err(), "not found: {sql}");
    }
    for (sql, house, id) in
        [("UPDATE dossier SET tenant = 'fjordvil'", "fjordvil", "a"), ("UPDATE dossier SET id = 'b'", "fjordvik", "b")]
    {
        let store = memory().await;
        save(&*tenant(&store, "fjordvik"), dossier("a")).await.unwrap();
        tamper(&store, sql).await;
        assert!(tenant(&store, house).dossier(&DraftId::new(id)).await.is_err(), "not found: {sql}");
    }
}
