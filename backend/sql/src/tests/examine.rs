//! Whatever byte of whatever row of a trail is changed, whatever row is taken, moved or added: the first that does not hold is named.

use super::sample::{about, memory, tenant};
use crate::Sql;
use domain::audit::{Action, Checkpoint, Examined};
use sqlx::{AssertSqlSafe, Row as _};

/// Entries of the small trail.
const LENGTH: u64 = 3;
/// Of a long column so many bytes are flipped at the most, spread over all of it.
const FLIPS: usize = 24;

async fn trail(length: u64) -> Sql {
    let store = memory().await;
    for number in 0..length {
        let action = if number % 2 == 0 { Action::DraftShown } else { Action::DraftRevised };
        tenant(&store, "fjordvik").record(about(action, "a")).await.unwrap();
    }
    sqlx::query("PRAGMA foreign_keys = OFF").execute(store.pool()).await.unwrap();
    store
}

async fn examined(store: &Sql) -> Examined {
    tenant(store, "fjordvik").examine(&[]).await.unwrap()
}

async fn first(store: &Sql) -> Option<u64> {
    examined(store).await.broken.map(|broken| broken.sequence)
}

/// Runs a statement that no code of ours contains; gives the rows it changed, `None` where the tables themselves forbid it.
async fn tamper(store: &Sql, sql: &str) -> Option<u64> {
    sqlx::query(AssertSqlSafe(sql.to_owned())).execute(store.pool()).await.ok().map(|done| done.rows_affected())
}

async fn names(store: &Sql, table: &str) -> Vec<String> {
    let sql = format!("SELECT name FROM pragma_table_info('{table}')");
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(store.pool()).await.unwrap();
    rows.iter().map(|row| row.get(0)).collect()
}

/// One cell as SQL writes it.
async fn cell(store: &Sql, table: &str, column: &str, row: i64) -> String {
    let sql = format!("SELECT quote({column}) FROM {table} WHERE rowid = {row}");
    sqlx::query(AssertSqlSafe(sql)).fetch_one(store.pool()).await.unwrap().get(0)
}

/// The cell with one byte after the other flipped; of a number its eight lowest bits.
fn flipped(cell: &str) -> Vec<String> {
    if cell == "NULL" {
        return vec!["''".into(), "'x'".into()];
    }
    if let Ok(number) = cell.parse::<i64>() {
        return (0..8).map(|bit| (number ^ (1 << bit)).to_string()).collect();
    }
    let text = cell[1..cell.len() - 1].replace("''", "'");
    let step = text.len().div_ceil(FLIPS).max(1);
    let flip = |at: usize| {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        format!("CAST(x'{}' AS TEXT)", crate::digest::hex(&bytes))
    };
    (0..text.len()).step_by(step).map(flip).collect()
}

/// Flips every cell of a table in turn and puts it back; gives each place with the first entry that was named.
async fn flips(store: &Sql, table: &str) -> Vec<(i64, String, Option<u64>)> {
    let rows = format!("SELECT rowid FROM {table} ORDER BY rowid");
    let rows = sqlx::query(AssertSqlSafe(rows)).fetch_all(store.pool()).await.unwrap();
    let mut found = Vec::new();
    for row in rows.iter().map(|row| row.get::<i64, _>(0)) {
        for column in names(store, table).await {
            let was = cell(store, table, &column, row).await;
            for other in flipped(&was) {
                let set = format!("UPDATE {table} SET {column} = {other} WHERE rowid = {row}");
                if tamper(store, &set).await.is_some() {
                    found.push((row, format!("{table}.{column} = {other}, row {row}"), first(store).await));
                    tamper(store, &format!("UPDATE {table} SET {column} = {was} WHERE rowid = {row}")).await.unwrap();
                }
            }
        }
    }
    assert_eq!(first(store).await, None, "everything was put back");
    found
}

#[tokio::test]
async fn every_byte_of_every_column_of_every_row_is_named() {
    let store = trail(LENGTH).await;
    let found = flips(&store, "trail").await;
    assert!(found.len() > 200, "{}", found.len());
    for (row, place, first) in found {
        assert_eq!(first, u64::try_from(row).ok(), "{place}");
    }
    for (_, place, first) in flips(&store, "head").await {
        assert!(first.is_some_and(|first| first >= LENGTH), "{place}: {first:?}");
    }
}

#[tokio::test]
async fn every_byte_of_the_kept_tree_is_named_at_the_last_entry_it_covers() {
    let store = trail(300).await;
    for (_, place, first) in flips(&store, "node").await {
        assert!(matches!(first, Some(256 | 300)), "{place}: {first:?}");
    }
    tamper(&store, "DELETE FROM node").await;
    assert_eq!(first(&store).await, Some(256));
    tamper(&store, "INSERT INTO node VALUES ('fjordvik', 8, 7, 'x')").await;
    assert!(first(&store).await.is_some());
}

#[tokio::test]
async fn a_row_removed_swapped_moved_repeated_or_added_is_named() {
    let copy = |to: &str, from: u64| {
        format!(
            "INSERT INTO trail SELECT tenant, {to}, draft, entry, previous, hash FROM trail WHERE sequence = {from}"
        )
    };
    let swap = "UPDATE trail SET (draft, entry, previous, hash) = (SELECT draft, entry, previous, hash FROM trail AS other \
        WHERE other.sequence = 5 - trail.sequence) WHERE sequence IN (2, 3)";
    let entries = "UPDATE trail SET entry = (SELECT entry FROM trail AS other WHERE other.sequence = 5 - trail.sequence) \
        WHERE sequence IN (2, 3)";
    let renumber = "UPDATE trail SET sequence = CASE sequence WHEN 2 THEN 3 ELSE 2 END WHERE sequence IN (2, 3)";
    for (what, sql, named) in [
        ("the first removed", "DELETE FROM trail WHERE sequence = 1", 1),
        ("one removed", "DELETE FROM trail WHERE sequence = 2", 2),
        ("the last removed", "DELETE FROM trail WHERE sequence = 4", 4),
        (
            "one removed, the others moved up",
            "DELETE FROM trail WHERE sequence = 2; UPDATE trail SET sequence = sequence - 1 WHERE sequence > 2",
            2,
        ),
        ("swapped", swap, 2),
        ("only the entries swapped", entries, 2),
        (
            "numbers swapped",
            &format!(
                "UPDATE trail SET sequence = 9 WHERE sequence = 2; UPDATE trail SET sequence = 2 WHERE sequence = 3; UPDATE trail SET sequence = 3 WHERE sequence = 9; {renumber}; {renumber}"
            ),
            2,
        ),
        ("repeated at the end", &copy("5", 4), 5),
        (
            "put in, the others moved down",
            &format!(
                "UPDATE trail SET sequence = sequence + 10 WHERE sequence > 1; UPDATE trail SET sequence = sequence - 9 WHERE sequence > 10; {}",
                copy("2", 1)
            ),
            2,
        ),
        ("all gone but the head", "DELETE FROM trail", 1),
        ("the head gone", "DELETE FROM head", 5),
    ] {
        let store = trail(4).await;
        for one in sql.split(';').filter(|one| !one.trim().is_empty()) {
            tamper(&store, one).await;
        }
        assert_eq!(first(&store).await, Some(named), "{what}");
    }
}

#[tokio::test]
async fn a_tail_that_was_cut_or_written_anew_is_found_by_a_checkpoint_alone() {
    let store = trail(6).await;
    let tree = tenant(&store, "fjordvik").tree().await.unwrap();
    let checkpoint = Checkpoint::of("example.no/trail".into(), &tree);
    // Cut with its head: exactly what the store was after four entries.
    let cut = trail(4).await;
    let examined = tenant(&cut, "fjordvik").examine(&[checkpoint.size]).await.unwrap();
    assert_eq!((examined.broken.clone(), examined.entries), (None, 4), "a shorter trail is a trail that holds");
    assert_eq!(examined.extends(&checkpoint, 0).map_err(|broken| broken.sequence), Err(5));
    // Other entries of the same number, every hash made anew.
    let other = memory().await;
    for _ in 0..7 {
        tenant(&other, "fjordvik").record(about(Action::DraftShown, "b")).await.unwrap();
    }
    let examined = tenant(&other, "fjordvik").examine(&[checkpoint.size]).await.unwrap();
    assert_eq!((examined.broken.clone(), examined.entries), (None, 7));
    assert_eq!(examined.extends(&checkpoint, 2).map_err(|broken| broken.sequence), Err(3));
    // What only grew goes on from it.
    tenant(&store, "fjordvik").record(about(Action::DraftShown, "a")).await.unwrap();
    let examined = tenant(&store, "fjordvik").examine(&[checkpoint.size]).await.unwrap();
    assert_eq!(examined.extends(&checkpoint, 0), Ok(()));
}
