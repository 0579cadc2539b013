//! Timed work (urverk): text that has been kept long enough is erased, at the start and every hour.

use domain::port::Store;
use jiff::{SignedDuration, Timestamp};
use std::{
    sync::{Arc, Weak},
    time::{Duration, Instant},
};
use web::Server;

/// From one look to the next. Limits are in days, so an hour is soon enough.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// A clock that has moved by more than this, against the time that passed since the start, is not believed: it would erase everything.
const DRIFT: SignedDuration = SignedDuration::from_hours(48);

/// The moment of the start, by the clock and by what only ever counts on.
#[derive(Clone, Copy)]
struct Start {
    at: Timestamp,
    since: Instant,
}

impl Start {
    /// Whether the clock says what it must by now. At the start itself nobody can tell.
    fn is_borne_out(self, now: Timestamp, passed: Duration) -> bool {
        let passed = SignedDuration::try_from(passed).unwrap_or(SignedDuration::MAX);
        now.duration_since(self.at).checked_sub(passed).is_some_and(|drift| drift.abs() <= DRIFT)
    }
}

/// Begins the work for these houses, which share a store; it ends when they do.
pub(super) fn start(servers: &[Arc<Server>]) {
    let servers: Vec<Weak<Server>> = servers.iter().map(Arc::downgrade).collect();
    let Some(clock) = servers.first().and_then(Weak::upgrade).map(|server| server.flow.clock.clone()) else { return };
    let start = Start { at: clock.now(), since: Instant::now() };
    tokio::spawn(async move {
        let mut hours = tokio::time::interval(EVERY);
        // Whether the last run ended in between, nobody knows.
        let mut is_wiped = false;
        while servers.iter().any(|server| server.strong_count() > 0) {
            hours.tick().await;
            if start.is_borne_out(clock.now(), start.since.elapsed()) {
                is_wiped = look(&servers, is_wiped).await;
            } else {
                tracing::error!(
                    "the clock has moved by days since the start, so nothing is erased; set it right and start the server again"
                );
            }
        }
    });
}

/// One look at every house; whether nothing that was erased is in the files any more.
async fn look(servers: &[Weak<Server>], was_wiped: bool) -> bool {
    let (mut erased, mut store) = (false, None);
    for server in servers.iter().filter_map(Weak::upgrade) {
        match server.flow.erase_expired().await {
            Ok(one) => {
                told(&one);
                erased |= one.count() > 0;
            }
            Err(failure) => tracing::error!(%failure, "text that is due was not erased; it is tried again in an hour"),
        }
        store = Some(server.flow.store.clone());
    }
    match store {
        Some(store) if erased || !was_wiped => wiped(&*store).await,
        _ => was_wiped,
    }
}

fn told(erased: &flow::Erased) {
    for (kind, count) in &erased.of {
        tracing::info!(kind = kind.name(), count, "text was erased, its limit has passed");
    }
    if erased.unread > 0 {
        tracing::warn!(
            count = erased.unread,
            "dossiers are damaged, so nobody can say whether they are due; they stay"
        );
    }
}

async fn wiped(store: &dyn Store) -> bool {
    let wiped = store.wipe().await;
    match &wiped {
        Ok(true) => {}
        Ok(false) => tracing::warn!(
            "somebody reads the database, so its log still holds what was erased; it is tried again in an hour"
        ),
        Err(failure) => {
            tracing::error!(%failure, "the log of the database was not emptied; it is tried again in an hour")
        }
    }
    wiped.unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::{Duration, SignedDuration, Start, Timestamp};
    use std::time::Instant;

    #[test]
    fn a_clock_that_jumps_is_not_believed() {
        let start = Start { at: Timestamp::UNIX_EPOCH, since: Instant::now() };
        let month = 30 * 24;
        for (said, passed, believed) in [
            (0, 0, true),
            (1, 1, true),
            (month, month, true),
            (month + 47, month, true),
            (month, 1, false),
            (24 * 365 * 10, 1, false),
            (-24 * 365, 1, false),
            (-1, 1, true),
        ] {
            let now = start.at + SignedDuration::from_hours(said);
            let passed = Duration::from_secs(passed.unsigned_abs() * 60 * 60);
            assert_eq!(start.is_borne_out(now, passed), believed, "{said} h after {passed:?}");
        }
    }
}
