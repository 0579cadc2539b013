//! What people do with Saksvar in Outlook, each a story in a real browser.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so and ends")]

mod access;
mod away;
mod calm;
mod choice;
mod closer;
mod from_the_pane;
mod gate;
mod inert;
mod journal;
mod keys;
mod line;
mod mails;
mod nested;
mod review;
mod sign_in;
mod silent;
mod speed;
mod trouble;
mod unsaved;
mod writing;
