//! The register while the server runs (levende register): an import is seen within seconds, and takes the place of the old one whole.

use super::{SystemClock, key, meaning};
use crate::config::Config;
use async_trait::async_trait;
use domain::{
    case::Case,
    evidence::{Query, Seek, Source},
    person::Person,
    port::{Embedder, Failure, Records},
    sort::Unit,
};
use register::{Register, Shelf};
use std::{
    sync::{Arc, PoisonError, RwLock, Weak},
    time::{Duration, SystemTime},
};
use vault::Ring;
use vocabulary::CaseNumber;

/// How soon a server sees that records were imported.
const LOOK: Duration = Duration::from_secs(2);

type Stamp = Vec<Option<(SystemTime, u64)>>;

/// The register that was imported last.
struct Living(RwLock<Arc<dyn Records>>);

impl Living {
    /// The one that a question is asked of, from its beginning to its end.
    fn now(&self) -> Arc<dyn Records> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The register of this configuration, read again whenever an import has changed it.
///
/// # Errors
/// A sentence for each line that cannot be read at the start; later the one before stays.
pub(super) fn register(
    config: &Config,
    ring: &Arc<Ring>,
    embedder: Option<Arc<dyn Embedder>>,
) -> Result<Arc<dyn Records>, String> {
    let (first, stamp) = read(config, ring)?;
    let living = Arc::new(Living(RwLock::new(meaning::learning(first, embedder.clone()))));
    if tokio::runtime::Handle::try_current().is_ok() {
        let (config, ring) = (config.clone(), ring.clone());
        tokio::spawn(follow((config, ring), stamp, Arc::downgrade(&living), embedder));
    }
    Ok(living)
}

fn stamp(config: &Config, ring: &Ring) -> Stamp {
    let (folder, tenant) = (key::records(config), key::tenant(config));
    Shelf::new(&folder, ring, &tenant).stamp()
}

/// The register, and what its files looked like while nobody could change them.
fn read(config: &Config, ring: &Ring) -> Result<(Register, Stamp), String> {
    let _hold = ring.hold().map_err(|wrong| wrong.to_string())?;
    let (folder, tenant) = (key::records(config), key::tenant(config));
    let shelf = Shelf::new(&folder, ring, &tenant);
    let register = Register::open(&shelf, Arc::new(SystemClock)).map_err(|refused| refused.to_string())?;
    Ok((register.seen_by(config.access.table()?), shelf.stamp()))
}

async fn follow(
    (config, ring): (Config, Arc<Ring>),
    mut last: Stamp,
    living: Weak<Living>,
    embedder: Option<Arc<dyn Embedder>>,
) {
    let mut clock = tokio::time::interval(LOOK);
    loop {
        clock.tick().await;
        let Some(living) = living.upgrade() else { return };
        let seen = stamp(&config, &ring);
        if seen == last {
            continue;
        }
        let (config, ring) = (config.clone(), ring.clone());
        // Building the index takes as long as a start; the old one answers meanwhile.
        match tokio::task::spawn_blocking(move || read(&config, &ring)).await {
            Ok(Ok((register, stamp))) => {
                tracing::info!(?register, "records were imported, and are in force");
                let fresh = meaning::learning(register, embedder.clone());
                *living.0.write().unwrap_or_else(PoisonError::into_inner) = fresh;
                last = stamp;
            }
            Ok(Err(why)) => {
                tracing::error!(why, "imported records cannot be read: the earlier ones stay in force");
                last = seen;
            }
            Err(_) => last = seen,
        }
    }
}

#[async_trait]
impl Records for Living {
    async fn case(&self, person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure> {
        self.now().case(person, number).await
    }

    async fn cases_of(&self, person: &Person, address: &str) -> Result<Vec<Case>, Failure> {
        self.now().cases_of(person, address).await
    }

    async fn cases_like(&self, person: &Person, seek: &Seek) -> Result<Vec<Case>, Failure> {
        self.now().cases_like(person, seek).await
    }

    async fn sources_of(&self, person: &Person, number: CaseNumber) -> Result<Vec<Source>, Failure> {
        self.now().sources_of(person, number).await
    }

    async fn search(&self, person: &Person, query: &Query) -> Result<Vec<Source>, Failure> {
        self.now().search(person, query).await
    }

    async fn units(&self, person: &Person) -> Result<Vec<Unit>, Failure> {
        self.now().units(person).await
    }
}
