//! The classes of attacks, and the faults, that stand as tests: each tells how many cases it tried.

use crate::Row;
use std::process::Command;

/// Where they stand: package, and the words that pick them.
const TESTS: [&[&str]; 4] = [
    &["-p", "entra", "--lib", "attack_"],
    &["-p", "suite", "--test", "journey", "attack_"],
    &["-p", "suite", "--test", "attack"],
    &["-p", "suite", "--test", "journey", "fault::kill"],
];

/// The variable that says how often the server is killed, and how often it is when nothing says so.
const KILLS: (&str, &str) = ("SAKSVAR_KILLS", "100");

/// Runs them; gives a row for each class.
pub(crate) fn run() -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    let kills = std::env::var(KILLS.0).unwrap_or_else(|_| KILLS.1.to_owned());
    for words in TESTS {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command.arg("test").args(words).args(["--", "--nocapture"]).current_dir(suite::root()).env(KILLS.0, &kills);
        let output = command.output().map_err(|error| format!("cargo test did not start: {error}"))?;
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
