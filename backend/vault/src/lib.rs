//! The key ring (nøkkelring): a data key per tenant under one master key, and everything that is encrypted with them.
#![doc = include_str!("../README.md")]

mod envelope;
mod file;
mod keys;
mod life;
mod master;
mod ring;
mod source;
mod wrong;

pub use life::{KeyState, State};
pub use ring::Ring;
pub use source::Source;
pub use wrong::Wrong;

#[cfg(test)]
mod tests;
