//! The trail around an operation (sporing): opened before the work, closed after it; what is never closed is swept up at the next start.

use crate::{Failure, Flow};
use domain::{
    audit::{Action, Entry},
    draft::normal::hex,
    person::Person,
};

impl Flow {
    /// A new id for a request.
    #[must_use]
    pub fn trace_id(&self) -> String {
        hex(&self.chance.bytes())
    }

    /// Opens the record of an operation, before anything is done.
    ///
    /// # Errors
    /// The store's failure: what cannot be recorded must not be done.
    pub async fn open_trace(&self, person: &Person, operation: &str, trace: &str) -> Result<(), Failure> {
        let entry = self.traced(Action::OperationOpened, person, trace).fact("operation", operation);
        self.store.tenant(&person.tenant).record(entry).await?;
        Ok(())
    }

    /// Closes it, with what went wrong.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn close_trace(&self, person: &Person, trace: &str, failed: Option<&Failure>) -> Result<(), Failure> {
        let entry = match failed {
            None => self.traced(Action::OperationClosed, person, trace),
            Some(failure) => self.traced(Action::OperationFailed, person, trace).fact("reason", reason(failure)),
        };
        self.store.tenant(&person.tenant).record(entry).await?;
        Ok(())
    }

    /// Marks what was never closed in this house; gives how many there were. Called at start, before anything is served.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn sweep_unfinished(&self) -> Result<u64, Failure> {
        Ok(self.store.tenant(&self.tenant).sweep_unfinished(self.clock.now()).await?)
    }

    fn traced(&self, action: Action, person: &Person, trace: &str) -> Entry {
        let entry = Entry::of(action, self.clock.now()).by(&person.id);
        Entry { trace: Some(trace.to_owned()), ..entry }
    }
}

fn reason(failure: &Failure) -> &'static str {
    match failure {
        Failure::Blocked(blocked) => blocked.name(),
        other => other.name(),
    }
}
