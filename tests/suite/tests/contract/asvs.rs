//! The inventory of OWASP ASVS 5.0, levels 1 and 2 (`tests/asvs.csv`): whole, and true where it names a test or a file.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

/// Requirements of level 1 and of level 2.
const COUNT: (usize, usize) = (70, 183);

/// One requirement and how it stands.
struct Row {
    id: String,
    level: String,
    state: String,
    place: String,
    why: String,
}

fn rows() -> Vec<Row> {
    let text = fs::read_to_string(suite::root().join("tests/asvs.csv")).expect("the inventory is there");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("id,level,state,where,why"));
    lines.map(row).collect()
}

/// Only the last column is a sentence, and only it may hold commas.
fn row(line: &str) -> Row {
    let columns: Vec<_> = line.splitn(5, ',').map(|column| column.trim_matches('"').trim().to_owned()).collect();
    let [id, level, state, place, why] = columns.try_into().unwrap_or_else(|_| panic!("five columns: {line}"));
    Row { id, level, state, place, why }
}

/// What is wrong with a row, if anything.
fn fault(row: &Row) -> Option<String> {
    let file = |path: &str| fs::read_to_string(suite::root().join(path));
    match row.state.as_str() {
        "test" => match row.place.split_once("::") {
            None => Some("name the test as path::name".to_owned()),
            Some((path, name)) => match file(path) {
                Err(_) => Some(format!("{path} is not there")),
                Ok(text) if !text.contains(&format!("fn {name}(")) => Some(format!("{path} has no test {name}")),
                Ok(_) => None,
            },
        },
        "code" => file(&row.place).is_err().then(|| format!("{} is not there", row.place)),
        "not_applicable" | "open" => (row.why.len() < 15).then(|| "say why".to_owned()),
        other => Some(format!("there is no state {other}")),
    }
}

#[test]
#[allow(clippy::print_stdout, reason = "the counts are what the inventory is read for")]
fn every_requirement_has_its_row_and_every_row_is_true() {
    let rows = rows();
    let ids: BTreeSet<_> = rows.iter().map(|row| row.id.as_str()).collect();
    let of_level = |level: &str| rows.iter().filter(|row| row.level == level).count();
    assert_eq!((of_level("1"), of_level("2")), COUNT);
    assert_eq!((ids.len(), rows.len()), (COUNT.0 + COUNT.1, COUNT.0 + COUNT.1), "each id stands once");
    let faults: Vec<_> = rows.iter().filter_map(|row| Some(format!("{}: {}", row.id, fault(row)?))).collect();
    assert!(faults.is_empty(), "tests/asvs.csv: {faults:#?}");
    let mut counts = BTreeMap::new();
    for row in &rows {
        *counts.entry((row.state.as_str(), row.level.as_str())).or_insert(0) += 1;
    }
    for ((state, level), count) in counts {
        println!("asvs | {state} | level {level} | {count}");
    }
}
