//! The adapter against an emulated kernel.
