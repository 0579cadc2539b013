//! The record around every operation (sporing): opened in the trail before the work, closed after it.

use contract::Problem;
use domain::port::Caller;
use flow::Flow;
use vocabulary::TenantId;

/// One request under its id.
#[derive(Clone, Debug)]
pub(crate) struct Trace {
    id: String,
    tenant: Option<TenantId>,
}

impl Trace {
    /// A new id.
    pub(crate) fn new(flow: &Flow) -> Self {
        Self { id: flow.trace_id(), tenant: None }
    }
}
