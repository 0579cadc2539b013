//! A Noark 5 kernel (arkivkjerne) that speaks the service interface 1.1 as its chapters 6 and 7 describe it, on loopback.

mod class;
mod code;
mod check;
mod feil;
mod file;
mod kernel;
mod link;
mod list;
mod login;
mod odata;
mod running;
mod seed;
mod serve;
mod store;
mod write;

pub use kernel::Clerk;
pub use running::{Asked, Failing, Noark, NoarkSettings, Vouching};
