//! Every parser with hostile input: no panic, places that exist, and what must hold for any text.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so and ends")]

mod check;
mod config;
mod contract;
mod difference;
mod document;
mod draft;
mod eml;
mod fiks;
mod gate;
mod html;
mod intake;
mod json;
mod language;
mod law;
mod letter;
mod loopback;
mod mailbox;
mod manifest;
mod model;
mod p360;
mod page;
mod proof;
mod question;
mod redact;
mod reference;
mod register;
mod rules;
mod scan;
mod sort;
mod thread;
mod token;
mod value;
mod words;
