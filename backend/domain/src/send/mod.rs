//! What may leave (utsending): the footer, the seal over exactly one mail, and the comparison at the gate.

pub mod footer;
pub mod gate;
pub mod reference;
pub mod seal;

pub use gate::{Answer, Outgoing, Why};
pub use seal::{Blocked, Envelope, Leaving, Seal, Sendable};
