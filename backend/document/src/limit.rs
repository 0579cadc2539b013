//! What is read at most (grenser): more is refused with the reason, before it costs anything.

use domain::port::Unreadable;
use std::{
    cell::Cell,
    time::{Duration, Instant},
};

/// Bytes of a file.
pub const BYTES: usize = 25 << 20;
/// Bytes of all parts of a package that are read, unpacked.
pub(crate) const UNPACKED: usize = 48 << 20;
/// A part that is packed more tightly than this, and large, is no text that somebody wrote.
pub(crate) const RATIO: u64 = 250;
/// Bytes from which on the ratio counts; a page of blanks packs tightly, too.
pub(crate) const RATIO_FROM: u64 = 4 << 20;
/// Entries of a package.
pub(crate) const ENTRIES: usize = 4_000;
/// Elements within elements.
pub(crate) const DEPTH: usize = 200;
/// Pages.
pub(crate) const PAGES: usize = 1_000;
/// Forms drawn within forms of a page.
pub(crate) const FORMS: usize = 12;
/// Bytes of the text that comes out.
pub(crate) const TEXT: usize = 8 << 20;

/// When reading must end.
#[derive(Debug)]
pub(crate) struct Deadline {
    until: Instant,
    asked: Cell<u32>,
}

impl Deadline {
    pub(crate) fn after(patience: Duration) -> Self {
        Self { until: Instant::now() + patience, asked: Cell::new(0) }
    }

    /// An error once time is up; the clock is looked at now and then only.
    pub(crate) fn hold(&self) -> Result<(), Unreadable> {
        self.asked.set(self.asked.get().wrapping_add(1));
        let is_over = self.asked.get().is_multiple_of(256) && Instant::now() > self.until;
        if is_over { Err(Unreadable::Slow) } else { Ok(()) }
    }

    /// The same, the clock looked at.
    pub(crate) fn hold_now(&self) -> Result<(), Unreadable> {
        if Instant::now() > self.until { Err(Unreadable::Slow) } else { Ok(()) }
    }
}
