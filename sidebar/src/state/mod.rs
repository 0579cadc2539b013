//! What the pane knows and how it changes (tilstand): pure, so that it is tested without a browser.

pub mod answer;
pub mod aside;
pub mod closer;
pub mod effect;
pub mod event;
pub mod excerpt;
pub mod letter;
pub mod model;
pub mod moment;
mod place;
pub mod queue;
pub mod shown;
pub mod signature;
pub mod touch;
pub mod update;
pub mod version;
pub mod watch;
pub mod wish;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

pub use effect::{Call, Effect, Insertion};
pub use event::{Answer, Event, Touch};
pub use model::{Bar, Desk, Item, Model, SignedOut, Stage, Surface, Tab};
pub use shown::Shown;
pub use signature::Signing;
pub use update::update;
pub use version::{Requests, Slot, Ticket};
