//! The life of each table: what README.md says of tables and limits is what the schema and the house rules say, both ways.

use super::sample::memory;
use domain::rule::retention::Kind;
use std::collections::BTreeSet;

const README: &str = include_str!("../../README.md");

/// The rows below a heading: the cells of each.
fn table(heading: &str) -> Vec<Vec<&'static str>> {
    let section = README.split(heading).nth(1).expect("the heading").split("\n# ").next().expect("a section");
    let rows = section.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| table"));
    rows.map(|row| row.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[tokio::test]
async fn every_table_has_its_row_and_every_row_its_table() {
    let store = memory().await;
    let asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_sqlx%' ESCAPE '\\'";
    let there: Vec<(String,)> = sqlx::query_as(asked).fetch_all(store.pool()).await.unwrap();
    let there: BTreeSet<&str> = there.iter().map(|(name,)| name.as_str()).collect();
    let rows = table("# The life of each table");
    let told: BTreeSet<&str> = rows.iter().flat_map(|row| quoted(row[0])).collect();
    assert_eq!(told, there);
    assert_eq!(rows.len(), there.len(), "each stands once");
    for row in rows {
        assert_eq!(row.len(), 6, "a cell for each question: {row:?}");
        assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
    }
}

#[test]
fn every_limit_of_the_house_rules_has_its_row_with_its_days() {
    let rows = table("# The life of each table");
    let told: BTreeSet<&str> =
        rows.iter().flat_map(|row| quoted(row[5])).filter(|name| name.starts_with("retention.")).collect();
    let known: BTreeSet<String> = Kind::ALL.iter().map(|kind| format!("retention.{}", kind.name())).collect();
    assert_eq!(told, known.iter().map(String::as_str).collect());
    for kind in Kind::ALL {
        let words = format!("{} days (`retention.{}`)", kind.shipped(), kind.name());
        assert!(rows.iter().any(|row| row[5].contains(&words)), "{words}");
    }
}

#[test]
fn every_limit_erases_some_table_and_what_is_kept_for_good_says_why() {
    for row in table("# The life of each table") {
        let (name, goes) = (row[0], row[5]);
        assert!(!goes.starts_with("never") || goes.contains(':'), "{name}: say why it is kept: {goes}");
    }
}
