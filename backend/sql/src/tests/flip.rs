//! One cell after the other is changed, whatever it holds: the trail or the dossier it stands in says so.

use super::{
    learned,
    sample::{about, approver, dossier, entry, memory, posting, save, signature, tenant},
};
use crate::Sql;
use domain::{
    audit::Action,
    port::{Enrolment, Post, Posting, Registration},
};
use sqlx::{AssertSqlSafe, Row as _};
use vocabulary::{DraftId, PersonId};

/// What is believed when it is read; `trace` only lists what is open, and `ruling` is a constraint: neither is ever shown.
/// The counts of what was learned make a proposal more or less sure, and a person decides on every one.
const TABLES: [&str; 7] = ["head", "trail", "dossier", "signature", "approver", "confirmation", "journal_outbox"];

async fn changed(store: &Sql, sql: String) -> u64 {
    sqlx::query(AssertSqlSafe(sql)).execute(store.pool()).await.unwrap().rows_affected()
}

async fn filled() -> Sql {
    let store = memory().await;
    let ours = tenant(&store, "fjordvik");
    let saved = save(&*ours, dossier("a")).await.unwrap();
    Post::of(posting("a"), saved).commit(&*ours, about(Action::JournalStopped, "a")).await.unwrap();
    Registration::of(PersonId::new("kari"), Some(signature()))
        .commit(&*ours, entry(Action::SignatureSaved))
        .await
        .unwrap();
    Enrolment::of(approver()).commit(&*ours, entry(Action::ApproverKnown)).await.unwrap();
    learned::confirm(&*ours, "a", &learned::journal()).await;
    for action in [Action::DraftShown, Action::DraftApproved] {
        ours.record(about(action, "a")).await.unwrap();
    }
    sqlx::query("PRAGMA foreign_keys = OFF").execute(store.pool()).await.unwrap();
    store
}

async fn holds(store: &Sql) -> bool {
    let ours = tenant(store, "fjordvik");
    let trail = ours.examine(&[]).await.is_ok_and(|examined| examined.broken.is_none() && examined.entries == 7);
    let signed = ours.signature(&PersonId::new("kari")).await.is_ok_and(|found| found == Some(signature()));
    let confirmed = ours.confirmed(&learned::mark("a")).await;
    let confirmed = confirmed.is_ok_and(|found| found == Some(learned::journal().said));
    let known = ours.approvers().await.is_ok_and(|found| found == [approver()]);
    let waits = ours.posting(&DraftId::new("a")).await;
    let waits = waits.is_ok_and(|found| found == Some(Posting { version: 1, ..posting("a") }));
    trail
        && waits
        && signed
        && known
        && confirmed
        && ours.dossier(&DraftId::new("a")).await.is_ok_and(|found| found.is_some())
}

#[tokio::test]
async fn whichever_cell_is_changed_it_is_found() {
    let store = filled().await;
    assert!(holds(&store).await);
    let mut cells = 0;
    for table in TABLES {
        let columns = format!("SELECT name FROM pragma_table_info('{table}')");
        let columns = sqlx::query(AssertSqlSafe(columns)).fetch_all(store.pool()).await.unwrap();
        let rows = format!("SELECT rowid FROM {table} ORDER BY rowid");
        let rows = sqlx::query(AssertSqlSafe(rows)).fetch_all(store.pool()).await.unwrap();
        for (column, row) in columns.iter().flat_map(|column| rows.iter().map(move |row| (column, row))) {
            let (column, row): (String, i64) = (column.get(0), row.get(0));
            let other = format!(
                "CASE typeof({column}) WHEN 'integer' THEN {column} + 7 WHEN 'null' THEN 'x' \
                 ELSE substr({column}, 1, length({column}) - 1) || char(unicode(substr({column}, -1)) + 1) END"
            );
            let store = filled().await;
            let place = format!("{table}.{column}, row {row}");
            assert_eq!(changed(&store, format!("UPDATE {table} SET {column} = {other} WHERE rowid = {row}")).await, 1);
            assert!(!holds(&store).await, "not found: {place}");
            cells += 1;
        }
    }
    assert!(cells > 30, "{cells}");
}
