//! The keys of an installation (nøkler): found or made at the start, and followed while the server runs.

use super::SystemClock;
use crate::config::Config;
use domain::port::{Cipher, Failure};
use register::Shelf;
use sql::Sql;
use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Weak},
    time::Duration,
};
use vault::{Ring, Source, Wrong};
use vocabulary::TenantId;

/// How soon a server sees that its keys were changed.
const LOOK: Duration = Duration::from_secs(1);

/// Where the master key comes from.
///
/// # Errors
/// A sentence when the setting is missing or names no source.
pub fn source(config: &Config) -> Result<Source, String> {
    if !config.store.key.is_empty() {
        return Source::read(&config.store.key).map_err(|wrong| wrong.to_string());
    }
    config.store.needs_key(&config.houses()?)?;
    Ok(Source::File(beside(config)))
}

/// The key of a server on loopback: beside the folder and not in it, so that a copy of the folder is of no use alone.
fn beside(config: &Config) -> PathBuf {
    let mut name = config.store.folder.clone().into_os_string();
    name.push(".key");
    name.into()
}

/// Where the data keys lie.
fn place(config: &Config) -> PathBuf {
    config.store.folder.join("keys.json")
}

/// The folder of a municipality's imported records.
pub(super) fn records(config: &Config) -> PathBuf {
    config.own_folder().join("records")
}

/// The tenant of one municipality.
pub(super) fn tenant(config: &Config) -> TenantId {
    TenantId::new(&config.entra.tenant)
}

/// The data keys as they are, for those who change them.
///
/// # Errors
/// A sentence when they are not there, or another master key locks them.
pub fn ring(config: &Config) -> Result<Ring, String> {
    Ring::open(&place(config), source(config)?, Arc::new(SystemClock)).map_err(|wrong| match wrong {
        Wrong::NoRing(ring) => format!("{ring} is not there yet: the first start of the server makes it"),
        wrong => wrong.to_string(),
    })
}

/// The data keys of this installation; made where there are none.
///
/// # Errors
/// A sentence that says what is missing; nothing is written over.
pub fn keys(config: &Config) -> Result<Arc<Ring>, String> {
    let (place, source) = (place(config), source(config)?);
    let told = |wrong: Wrong| wrong.to_string();
    let ring = match Ring::open(&place, source.clone(), Arc::new(SystemClock)) {
        Err(Wrong::NoRing(_)) => {
            let folder = &config.store.folder;
            std::fs::create_dir_all(folder).map_err(|error| format!("store.folder {}: {error}", folder.display()))?;
            if config.store.key.is_empty() && !beside(config).exists() {
                Source::make(&beside(config)).map_err(told)?;
            }
            Ring::create(&place, source.clone(), Arc::new(SystemClock)).map_err(told)?
        }
        opened => opened.map_err(told)?,
    };
    if let Some(warning) = source.warning() {
        tracing::warn!("{warning}");
    }
    let houses = config.houses()?;
    // Of several, those that are left go on; the only one has nothing to go on with.
    let gone = houses.iter().filter(|house| is_gone(&ring, &tenant(house))).count();
    let some_left = gone < houses.len();
    for house in houses.iter().filter(|house| !(some_left && is_gone(&ring, &tenant(house)))) {
        ring.admit(&tenant(house)).map_err(|failure| failure.detail)?;
    }
    Ok(Arc::new(ring))
}

/// Whether the keys of a municipality were destroyed.
pub(super) fn is_gone(ring: &Ring, tenant: &TenantId) -> bool {
    ring.states().iter().any(|state| state.tenant == *tenant && state.erased.is_some())
}

/// Whether the text of the database is under keys of this ring; looked at before anything is written.
pub(super) async fn fits(config: &Config, ring: &Ring, store: &Sql) -> Result<(), String> {
    let known: Vec<String> = ring.states().into_iter().flat_map(|state| state.keys).map(|key| key.id).collect();
    for house in config.houses()?.iter().filter(|house| !is_gone(ring, &tenant(house))) {
        let key = store.key_of(&tenant(house)).await.map_err(|failure| failure.to_string())?;
        if let Some(key) = key.filter(|key| !known.contains(key)) {
            return Err(format!(
                "the database holds text under data key {key}, which is not in {}. Put that file back as it was beside this database",
                place(config).display()
            ));
        }
    }
    Ok(())
}

/// Follows the keys for as long as the store lives: what stands under an earlier data key is encrypted anew, and the key let go of.
pub(super) fn follow(houses: &[Config], store: &Arc<Sql>, ring: Arc<Ring>) {
    let records = houses.iter().map(|house| (tenant(house), records(house))).collect();
    let turning = Turning { store: Arc::downgrade(store), ring, records };
    tokio::spawn(async move {
        let mut look = tokio::time::interval(LOOK);
        let mut tried = HashMap::new();
        while turning.store.strong_count() > 0 {
            look.tick().await;
            turning.all(&mut tried).await;
        }
    });
}

/// What is turned from one key to the next. The store is held only while there is work: whoever stops the server need not wait.
struct Turning {
    store: Weak<Sql>,
    ring: Arc<Ring>,
    /// The folder of each municipality.
    records: HashMap<TenantId, PathBuf>,
}

impl Turning {
    /// Every tenant that has a new key; one with rows that cannot be read is tried once for each new key.
    async fn all(&self, tried: &mut HashMap<TenantId, domain::port::cipher::Mark>) {
        for tenant in self.ring.turning() {
            let (Ok(mark), Some(store)) = (self.ring.mark(&tenant), self.store.upgrade()) else { return };
            if tried.insert(tenant.clone(), mark) == Some(mark) {
                continue;
            }
            match self.one(&store, &tenant).await {
                Ok(true) => tracing::info!("all text stands under the new data key, and the earlier one is gone"),
                Ok(false) => tracing::warn!("some rows are damaged and stay under the earlier data key"),
                Err(failure) => {
                    tried.remove(&tenant);
                    tracing::warn!(%failure, "the change of the data key is not finished; it is tried again");
                }
            }
        }
        if let Some(trouble) = self.ring.trouble() {
            tracing::debug!(%trouble, "the server goes on with the data keys it has");
        }
    }

    /// One tenant; whether nothing stands under its earlier keys any more.
    async fn one(&self, store: &Sql, tenant: &TenantId) -> Result<bool, Failure> {
        let shelf = self.records.get(tenant).map(|folder| Shelf::new(folder, &*self.ring, tenant));
        if let Some(shelf) = &shelf {
            let _hold = self.ring.hold()?;
            shelf.rekey().map_err(|refused| {
                Failure::new(domain::port::FailureKind::Unavailable, "register", refused.to_string())
            })?;
        }
        let done = store.rekey(tenant).await?;
        tracing::info!(rows = done.rows, damaged = done.unread, "encrypted anew under the new data key");
        let settled = || shelf.is_none_or(|shelf| shelf.is_settled());
        store.when_settled(tenant, || Ok(self.ring.retire(tenant, settled)?)).await
    }
}
