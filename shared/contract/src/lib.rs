//! What pane and server say to each other: every operation with its path, access and answer, and every shape they carry.

#[cfg(feature = "host")]
pub mod input;
#[cfg(feature = "host")]
pub mod openapi;
pub mod operation;
pub mod problem;
pub mod progress;
#[cfg(feature = "host")]
pub mod rules;
pub mod view;

pub use operation::{Access, Operation, Row, TABLE};
pub use problem::{Kind, Problem};
pub use progress::{Event, Step};
