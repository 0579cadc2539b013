//! The store (lager): every table of Saksvar behind one generic repository; the life of each table follows.
#![doc = include_str!("../README.md")]

mod digest;
mod dossier;
mod engine;
mod failure;
mod learned;
mod open;
mod repo;
mod row;
mod signature;
mod tenant;
mod trail;

pub use engine::{Cells, Engine, Statement};
pub use open::{Place, Sqlite};
pub use repo::{Repo, Sql};

#[cfg(test)]
mod tests;
