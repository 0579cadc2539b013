//! What may leave (utsending): the footer, the seal over exactly one mail, and the comparison at the gate.

pub mod difference;
pub mod dress;
pub mod footer;
pub mod gate;
pub mod html;
pub mod known;
pub mod reference;
pub mod seal;
pub mod signature;
pub mod words;

pub use difference::{Stretch, difference};
pub use dress::{Dress, Odd, Oddity};
pub use gate::{Answer, Outgoing, Why};
pub(crate) use html::escaped;
pub use html::letter_html;
pub use known::Known;
pub use seal::{Blocked, Envelope, Label, Leaving, Seal, Sendable, release};
pub use signature::Signature;
