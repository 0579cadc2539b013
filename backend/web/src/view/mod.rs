//! domain → contract (visninger): the only place where one becomes the other.

mod basis;
mod draft;
mod filing;
mod gate;
mod mail;
mod queue;
mod sort;
mod wait;

pub use basis::basis;
pub(crate) use draft::draft;
pub(crate) use gate::{gate_answer, known};
pub(crate) use mail::sought;
pub(crate) use queue::{approvers, decided, log_line, queue_item, signature};
pub(crate) use sort::sorting;

use jiff::Timestamp;

/// A moment, RFC 3339.
pub(crate) fn moment(at: Timestamp) -> String {
    at.to_string()
}
