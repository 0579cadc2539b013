//! The pure middle of Saksvar, and its architecture chapter: a mail becomes a thread, the thread finds evidence, evidence
//! bears a draft, the draft is checked, reviewed, and sealed; nothing flows back, nothing here knows time, chance or network.
//!
//! The modules stand in the order the data flows; a module uses only modules above it (`port`, the last, may use all).
//! What is absent on purpose: serde (wire shapes belong to `contract`, rows to `sql`), tokio, files, clocks, randomness.

pub mod audit;
pub mod case;
pub mod check;
pub mod deadline;
pub mod dossier;
pub mod draft;
pub mod evidence;
pub mod person;
pub mod port;
pub mod review;
pub mod rule;
pub mod scan;
pub mod send;
pub mod thread;
pub mod value;
mod warm;

pub use warm::warm;
