//! The store (lager): every table of Saksvar behind one generic repository; the life of each table follows.
#![doc = include_str!("../README.md")]

mod approver;
mod column;
mod copy;
mod digest;
mod dossier;
mod engine;
mod erase;
mod examine;
mod failure;
mod gate;
mod learned;
mod open;
mod outbox;
mod personal;
mod plain;
mod rating;
mod rekey;
mod repo;
mod row;
mod signature;
mod tenant;
mod trail;
mod tree;

pub use copy::Table;
pub use engine::{Cells, Engine, Statement};
pub use open::{Held, Place, Sqlite};
pub use rekey::{Readable, Rekeyed, Under};
pub use repo::{Repo, Sql};

#[cfg(test)]
mod tests;
