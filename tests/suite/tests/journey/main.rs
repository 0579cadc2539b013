//! Journeys: the real router, the real store, the emulated outside, over HTTP.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so and ends")]

mod bad_input;
mod gate;
mod person;
mod walk;
mod whole_line;
