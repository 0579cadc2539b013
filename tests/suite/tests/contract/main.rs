//! The laws of the tree, each a test that fails with a sentence.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so and ends")]

mod access;
mod asvs;
mod budget;
mod edge;
mod gate_script;
mod link;
mod shipped;
mod stage;
mod unsafe_code;
