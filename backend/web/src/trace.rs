//! The record around every operation (sporing): opened in the trail before the work, closed after it.

use domain::person::Person;
use flow::{Failure, Flow};

/// One request under its id.
#[derive(Clone, Debug)]
pub(crate) struct Trace {
    id: String,
}

impl Trace {
    /// A new id.
    pub(crate) fn new(flow: &Flow) -> Self {
        Self { id: flow.trace_id() }
    }

    /// The id, as log and trail know it.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Opens the record.
    pub(crate) async fn open(&self, flow: &Flow, person: &Person, operation: &str) -> Result<(), Failure> {
        flow.open_trace(person, operation, &self.id).await
    }

    /// Closes it, with what went wrong.
    pub(crate) async fn close(&self, flow: &Flow, person: &Person, failed: Option<&Failure>) -> Result<(), Failure> {
        flow.close_trace(person, &self.id, failed).await
    }
}
