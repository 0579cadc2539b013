//! Every check in one command (kontroll før innlegging): format, lints on both targets, tests, size, browser; ends with a count.

use crate::{shell, sidebar};
use std::process::Command;

/// What was counted.
#[derive(Default)]
struct Count {
    passed: u32,
    failed: u32,
    skipped: u32,
    notes: Vec<String>,
}

impl Count {
    /// A step that passes or fails as a whole.
    fn step(&mut self, name: &str, outcome: Result<(), String>) {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(why) => {
                self.failed += 1;
                self.notes.push(format!("{name}: {why}"));
            }
        }
    }

    /// Something that was not run, and why.
    fn skip(&mut self, why: &str) {
        self.skipped += 1;
        self.notes.push(format!("not run: {why}"));
    }

    /// Adds what a line of cargo's test runner says: `test result: ok. 3 passed; 0 failed; 1 ignored; …`; and what a test program
    /// says that it did not run.
    fn hear(&mut self, line: &str) {
        if line.trim().starts_with("not run: ") {
            self.notes.push(line.trim().to_owned());
        }
        let Some(counts) = line.trim().strip_prefix("test result:") else {
            return;
        };
        let number = |word: &str| {
            let before = counts.split(word).next().unwrap_or_default();
            before
                .rsplit(|c: char| !c.is_ascii_digit())
                .find(|part| !part.is_empty())
                .and_then(|part| part.parse().ok())
                .unwrap_or(0)
        };
        self.passed += number(" passed");
        self.failed += number(" failed");
        self.skipped += number(" ignored");
    }
}

/// Runs all checks, even when one fails.
///
/// # Errors
/// A sentence when anything failed.
pub(crate) fn run() -> Result<(), String> {
    let mut count = Count::default();
    shell::say("== format");
    count.step("format", shell::run(&mut shell::cargo(&["fmt", "--all", "--check"])));
    shell::say("== lints");
    count.step("lints", lint(&["--workspace", "--all-targets"]));
    count.step(
        "lints wasm32",
        sidebar::add_target().and_then(|()| lint(&["-p", "sidebar", "--target", "wasm32-unknown-unknown"])),
    );
    shell::say("== the supply chain");
    supply(&mut count);
    shell::say("== the pane");
    count.step("pane", sidebar::command(&[]));
    shell::say("== tests");
    tests(&mut count, &["--workspace", "--exclude", "browser"])?;
    shell::say("== golden mails");
    count.step("golden mails", quality(&[]));
    shell::say("== browser");
    if browser_is_there() {
        tests(&mut count, &["-p", "browser"])?;
    } else {
        count.skip("the browser tests; they need chromium and chromedriver (Debian: chromium, chromium-driver)");
    }
    close(&count)
}

/// Prepares the golden mails and prints their figures.
///
/// # Errors
/// A sentence when a figure is under its floor.
pub(crate) fn quality(words: &[String]) -> Result<(), String> {
    shell::run(shell::cargo(&["run", "--quiet", "--package", "quality", "--"]).args(words))
}

/// What came in from outside: licences, origin, who may use what; and what is known to be vulnerable, where that list can be had.
fn supply(count: &mut Count) {
    if shell::found("cargo-deny").is_none() {
        return count
            .skip("cargo deny on licences, origins and known vulnerabilities; `cargo install cargo-deny --locked`");
    }
    let deny = |words: &[&str]| shell::run(shell::cargo(&["deny", "--log-level", "error"]).args(words));
    count.step("supply chain", deny(&["check", "licenses", "bans", "sources"]));
    match deny(&["fetch", "db"]) {
        Ok(()) => count.step("advisories", deny(&["check", "advisories"])),
        Err(_) => count.skip("known vulnerabilities; the list of RustSec could not be fetched"),
    }
}

fn lint(what: &[&str]) -> Result<(), String> {
    shell::run(shell::cargo(&["clippy", "--quiet"]).args(what).args(["--", "-D", "warnings"]))
}

fn tests(count: &mut Count, what: &[&str]) -> Result<(), String> {
    let before = count.failed;
    let whole = shell::listen(shell::cargo(&["test", "--no-fail-fast"]).args(what), |line| count.hear(line))?;
    if !whole && count.failed == before {
        count.step("tests", Err("the tests did not build or did not run to their end".to_owned()));
    }
    Ok(())
}

/// Chromium and its driver, installed by Debian's own tool where that is allowed.
fn browser_is_there() -> bool {
    let there = || shell::found("chromium").is_some() && shell::found("chromedriver").is_some();
    if !there() && shell::found("apt-get").is_some() {
        let apt = |words: &[&str]| shell::run(Command::new("apt-get").args(words));
        let _ = apt(&["update", "-qq"]).and_then(|()| apt(&["install", "-y", "-qq", "chromium", "chromium-driver"]));
    }
    there()
}

fn close(count: &Count) -> Result<(), String> {
    for note in &count.notes {
        shell::say(note);
    }
    shell::say(&format!("{} passed, {} failed, {} skipped", count.passed, count.failed, count.skipped));
    if count.failed == 0 { Ok(()) } else { Err("Something failed; see above.".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn the_runners_lines_are_counted() {
        let mut count = Count::default();
        for line in [
            "test result: ok. 12 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "running 3 tests",
            "not run: against a real server",
        ] {
            count.hear(line);
        }
        assert_eq!((count.passed, count.failed, count.skipped, count.notes.len()), (15, 1, 2, 1));
    }
}
