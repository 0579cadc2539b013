//! `cargo xtask harden`: every class of attack on a running server, how many cases were tried, and how many came through.
//!
//! `cargo run -p harden -- surface 100` tries the surface alone, with so many examples.

#![allow(clippy::print_stdout, reason = "the table is what the command is run for")]

mod attack;
mod surface;

use std::process::ExitCode;

/// A class of attacks, or a reason why it was not tried.
pub(crate) struct Row {
    /// What was tried.
    pub(crate) class: String,
    /// How many cases.
    pub(crate) cases: u64,
    /// How many came through.
    pub(crate) through: u64,
}

#[tokio::main]
async fn main() -> ExitCode {
    let mut rows = Vec::new();
    let mut notes = Vec::new();
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.first().is_none_or(|word| word != "surface") {
        match attack::run() {
            Ok(more) => rows.extend(more),
            Err(why) => notes.push(why),
        }
    }
    match surface::run(words.get(1).map_or(surface::EXAMPLES, String::as_str)).await {
        Ok(row) => rows.push(row),
        Err(why) => notes.push(why),
    }
    println!("\n| attack | cases | let through |\n|---|---|---|");
    for row in &rows {
        println!("| {} | {} | {} |", row.class, row.cases, row.through);
    }
    notes.iter().for_each(|note| println!("{note}"));
    let clean = notes.is_empty() && rows.iter().all(|row| row.through == 0);
    if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
