//! A person in Outlook with the pane, in a real browser: the town, the unmodified server, chromium and its driver, on loopback.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so and ends")]

pub mod axe;
mod browser;
pub mod gallery;
pub mod layout;
mod look;
mod mute;
mod office;
mod page;
mod stand;
mod state;
mod visit;
mod walk;

pub use axe::Axe;
pub use browser::Browser;
pub use look::{LOOKS, Look, ZOOMED};
pub use mute::Mute;
pub use office::Office;
pub use page::Wanted;
pub use stand::Stand;
pub use state::{CHAPTERS, CONNECTED, Chapter, SEALED, SENDS, State, Step};
pub use visit::{POSTMOTTAK, Visit};
pub use walk::Walk;

use std::path::{Path, PathBuf};

/// The workspace's folder.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap_or_default()
}

/// Where pictures of the screen are laid.
#[must_use]
pub fn pictures() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("screenshots")
}
