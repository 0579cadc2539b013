//! What waits for the journal (utboks), carried out and counted: by the clock, and at once when a person has confirmed it.

use crate::Server;
use flow::{Failure, Worked};
use std::{sync::Arc, time::Duration};

/// How long somebody who pressed waits for the case system; after that it goes on without them.
const PATIENCE: Duration = Duration::from_secs(4);

impl Server {
    /// Carries out what is due in this house.
    ///
    /// # Errors
    /// The store's failure; what was done until then is kept.
    pub async fn register_due(&self) -> Result<Worked, Failure> {
        let worked = self.flow.register_due().await?;
        for (outcome, count) in [
            ("journalled", worked.registered),
            ("journal_delayed", worked.delayed),
            ("journal_stopped", worked.stopped),
        ] {
            (0..count).for_each(|_| self.metrics.draft(outcome));
        }
        if worked.registered > 0 {
            // The mails were in the database until now, and are in its log still.
            match self.flow.store.wipe().await {
                Ok(true) => {}
                _ => tracing::warn!("the log of the database was not emptied; it is tried again within the hour"),
            }
        }
        Ok(worked)
    }
}

/// Begins it now, and waits a little for its end; whoever leaves or loses patience ends nothing.
pub(crate) async fn hurried(server: &Arc<Server>) {
    let server = server.clone();
    let work = tokio::spawn(async move {
        if let Err(failure) = server.register_due().await {
            tracing::error!(%failure, "what waits for the journal could not be carried out; it is tried again in a minute");
        }
    });
    let _ = tokio::time::timeout(PATIENCE, work).await;
}
