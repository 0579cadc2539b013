//! The built-in case register (innebygd saksregister): a folder of records is imported, looked up by number and address,
//! and searched by its words; nothing of the index ever lies on the disk.
#![doc = include_str!("../README.md")]

mod archive;
mod directory;
mod find;
mod found;
mod import;
mod intake;
mod law;
mod lines;
mod mailed;
mod register;
mod row;
pub mod search;
mod shelf;
mod unnamed;

pub use import::{Refused, Wrong};
pub use intake::{House, Intake, Papers};
pub use law::{keep_law, law};
pub use mailed::Mailed;
pub use register::{Imported, Register};
pub use shelf::Shelf;

#[cfg(test)]
mod tests;
