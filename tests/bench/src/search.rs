//! How fast the register is searched at a million records.

/// Prints the figures.
pub(crate) fn run() {}
