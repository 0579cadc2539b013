//! Where replies are journalled (journalføring): in the case systems that the settings name, by the clock; by hand where none is named.

use super::{cases::Plugs, counted::Counted, fiks, noark, p360, routed::Routed};
use crate::config::Config;
use domain::port::{Clock, Journal};
use std::{
    sync::{Arc, Weak},
    time::Duration,
};
use web::{Metrics, Server};

/// From one look at what waits to the next; how long each of it waits is its own matter.
const EVERY: Duration = Duration::from_secs(60);

/// The journal of this configuration; none where no case system is named.
///
/// # Errors
/// A sentence that names the setting that cannot be used.
pub(super) fn journal(
    config: &Config,
    metrics: &Arc<Metrics>,
    clock: Arc<dyn Clock>,
) -> Result<Option<Arc<dyn Journal>>, String> {
    let plugs = Plugs { documents: crate::reading::documents(), clock };
    let mut all: Vec<(&'static str, Arc<dyn Journal>)> = Vec::new();
    all.extend(noark::noark(config, &plugs)?.map(|one| ("noark", Arc::new(one) as Arc<dyn Journal>)));
    all.extend(p360::p360(config, &plugs)?.map(|one| ("p360", Arc::new(one) as Arc<dyn Journal>)));
    all.extend(fiks::fiks(config, &plugs)?.map(|one| ("fiks", Arc::new(one) as Arc<dyn Journal>)));
    Ok(Routed::of(all).map(|routed| -> Arc<dyn Journal> { Counted::<dyn Journal>::new(Arc::new(routed), metrics) }))
}

/// Has what waits carried out from now on, at once and every minute, until the servers end.
pub(super) fn start(servers: &[Arc<Server>]) {
    let connected = servers.iter().filter(|server| server.flow.journal.is_some());
    for server in connected.map(Arc::downgrade) {
        tokio::spawn(keep(server));
    }
}

/// One house: another's case system that is slow keeps nobody waiting here.
async fn keep(server: Weak<Server>) {
    let mut minutes = tokio::time::interval(EVERY);
    minutes.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        minutes.tick().await;
        let Some(server) = server.upgrade() else { return };
        look(&server).await;
    }
}

async fn look(server: &Server) {
    match server.register_due().await {
        Ok(worked) if worked == flow::Worked::default() => {}
        Ok(flow::Worked { registered, delayed, stopped }) => {
            tracing::info!(registered, delayed, stopped, "what waits for the journal was carried out");
        }
        Err(failure) => {
            tracing::error!(%failure, "what waits for the journal could not be carried out; it is tried again in a minute");
        }
    }
}
