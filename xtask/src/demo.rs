//! The demo (demonstrasjon): builds the pane, the server and the town, then hands over to the town, which starts the server.

use crate::{shell, sidebar};
use std::process::Command;

/// Builds, then becomes the town; Ctrl-C ends everything.
///
/// # Errors
/// A sentence when something does not build or start.
pub(crate) fn run() -> Result<(), String> {
    shell::say("1/3 the pane");
    sidebar::command(&[])?;
    shell::say("2/3 the server");
    shell::run(&mut shell::cargo(&["build", "--package", "backend"]))?;
    shell::say("3/3 the town");
    shell::run(&mut shell::cargo(&["build", "--package", "town"]))?;
    let bin = shell::target().join("debug");
    let mut town = Command::new(bin.join("town"));
    town.arg("--saksvar").arg(bin.join("saksvar"));
    town.arg("--assets").arg(shell::root().join("dist"));
    town.arg("--fixture").arg(shell::root().join("tests/fixture"));
    town.arg("--state").arg(shell::target().join("demo"));
    become_it(town)
}

/// Replaces this process, so that Ctrl-C reaches the town alone and it ends in its own time.
#[cfg(unix)]
fn become_it(mut town: Command) -> Result<(), String> {
    use std::os::unix::process::CommandExt;
    Err(format!("The town did not start: {}", town.exec()))
}

/// Runs it to its end where processes cannot be replaced.
#[cfg(not(unix))]
fn become_it(mut town: Command) -> Result<(), String> {
    shell::run(&mut town)
}
