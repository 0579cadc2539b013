//! Attacks, each a class of cases: nothing may come through, and how many were tried is told for `cargo xtask harden`.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so and ends")]

mod gate;
#[path = "../journey/walk.rs"]
#[expect(dead_code, reason = "the journeys take more of these steps")]
mod walk;

/// Tells how a class of attacks went, and fails where one came through.
#[allow(clippy::print_stdout, reason = "the figures are what the command is run for")]
fn told(class: &str, cases: usize, through: &[String]) {
    println!("attack | {class} | {cases} | {}", through.len());
    assert!(through.is_empty(), "{class}: came through: {through:#?}");
}
