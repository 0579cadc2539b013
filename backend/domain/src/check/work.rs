//! How much was looked at (arbeid): counted in tests alone, so that what grows faster than the letter is seen without a clock.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static DONE: Cell<usize> = const { Cell::new(0) };
}

/// So many passages, words or values were looked at.
#[cfg(test)]
pub(super) fn done(count: usize) {
    DONE.set(DONE.get() + count);
}

/// Nothing is counted outside of tests.
#[cfg(not(test))]
#[inline]
pub(super) fn done(_: usize) {}

/// How much was looked at while something ran.
#[cfg(test)]
pub(super) fn of(run: impl FnOnce()) -> usize {
    let before = DONE.get();
    run();
    DONE.get() - before
}
