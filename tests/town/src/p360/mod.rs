//! A Public 360 (sak- og arkivsystem) that speaks SIF RPC as the vendor's interface description has it, on loopback.

mod access;
mod code;
mod contact;
mod field;
mod find;
mod model;
mod refusal;
mod running;
mod seed;
mod serve;
mod show;
mod write;

pub use access::P360User;
pub use running::{Called, P360, P360Settings};
