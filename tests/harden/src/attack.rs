//! The classes of attacks that stand as tests: each tells how many cases it tried.

use crate::Row;
use std::process::Command;

/// Where they stand: package, and the words that pick them.
const TESTS: [&[&str]; 3] = [
    &["-p", "entra", "--lib", "attack_"],
    &["-p", "suite", "--test", "journey", "attack_"],
    &["-p", "suite", "--test", "attack"],
];

/// Runs them; gives a row for each class.
pub(crate) fn run() -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for words in TESTS {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let command =
            Command::new(cargo).arg("test").args(words).args(["--", "--nocapture"]).current_dir(suite::root()).output();
        let output = command.map_err(|error| format!("cargo test did not start: {error}"))?;
        let told = String::from_utf8_lossy(&output.stdout);
        let before = rows.len();
        rows.extend(told.lines().filter_map(row));
        if rows.len() == before {
            return Err(format!("no attack was tried by {words:?}: {}", String::from_utf8_lossy(&output.stderr)));
        }
    }
    Ok(rows)
}

/// `attack | class | cases | through`.
fn row(line: &str) -> Option<Row> {
    let (_, rest) = line.split_once("attack | ")?;
    let mut parts = rest.split(" | ");
    let class = parts.next()?.to_owned();
    let (cases, through) = (parts.next()?.trim().parse().ok()?, parts.next()?.trim().parse().ok()?);
    Some(Row { class, cases, through })
}
