//! Builds, shows and tests Saksvar: `cargo xtask <command>`.

mod sidebar;

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let outcome = match arguments.first().map(String::as_str) {
        Some("sidebar") => sidebar::command(&arguments[1..]),
        _ => Err("write: cargo xtask sidebar [--dev]".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            tell(&sentence);
            ExitCode::FAILURE
        }
    }
}

/// Says what happens, to the person at the terminal.
#[expect(clippy::print_stderr, reason = "a command speaks to whoever runs it")]
pub(crate) fn tell(sentence: &str) {
    eprintln!("{sentence}");
}
