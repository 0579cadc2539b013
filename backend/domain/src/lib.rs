//! The pure middle of Saksvar, and its architecture chapter: a mail becomes a thread, the thread finds evidence, evidence
//! bears a draft, the draft is checked, reviewed, and sealed; nothing flows back, nothing here knows time, chance or network.
//!
//! The modules stand in the order the data flows; a module uses only modules above it (`port` and `warm`, the last, may use all).
//! What is absent on purpose: serde (wire shapes belong to `contract`, rows to `sql`), tokio, files, clocks, randomness.

pub mod value;
pub mod scan;
pub mod deadline;
pub mod person;
pub mod rule;
pub mod thread;
pub mod unreadable;
pub mod case;
pub mod evidence;
pub mod sort;
pub mod draft;
pub mod check;
pub mod review;
pub mod send;
pub mod filing;
pub mod dossier;
pub mod audit;
pub mod basis;
pub mod port;

mod warm;

pub use warm::warm;
