//! The proof of a backup (bevis): every sum, every trail, every row and every key, before anybody relies on it; nothing is written.

use super::{FileRow, Manifest, Refused, TableRow, TrailRow, content, outside};
use crate::{
    config::Config,
    wire::{self, SystemClock},
};
use domain::{draft::normal::hex, port::Store};
use register::Shelf;
use sql::{Readable, Sql, Sqlite};
use std::{collections::BTreeSet, path::Path, sync::Arc};
use vault::Ring;
use vocabulary::TenantId;

/// What a copy of the store holds.
#[derive(PartialEq, Eq)]
pub(super) struct Held {
    pub(super) migration: i64,
    pub(super) trails: Vec<TrailRow>,
    pub(super) tables: Vec<TableRow>,
    pub(super) readable: Readable,
}

impl Held {
    /// What the manifest says of it.
    fn of(manifest: &Manifest) -> Self {
        Self {
            migration: manifest.migration,
            trails: manifest.trails.clone(),
            tables: manifest.tables.clone(),
            readable: Readable { rows: manifest.opened, unread: manifest.unread },
        }
    }
}

/// The keys in a folder, unlocked by this installation's master key.
pub(super) fn ring(config: &Config, folder: &Path) -> Result<Arc<Ring>, Refused> {
    let source = wire::key::source(config).map_err(Refused::Input)?;
    let ring = Ring::read(&folder.join(content::KEYS), source, Arc::new(SystemClock));
    ring.map(Arc::new).map_err(|wrong| Refused::Input(wrong.to_string()))
}

/// Reads a store from end to end: its file, its tables, its trails, and every text with the keys beside it.
pub(super) async fn held(folder: &Path, ring: &Arc<Ring>) -> Result<Held, Refused> {
    let store = Sqlite::read(&folder.join(content::DATABASE)).await.map_err(outside)?.with(ring.clone());
    let mut trails = Vec::new();
    for tenant in store.tenants().await.map_err(outside)? {
        trails.push(trail(&store, &tenant).await?);
    }
    let table = |table: sql::Table| TableRow { name: table.name, rows: table.rows, sha256: table.sha256 };
    let held = Held {
        migration: store.migration().await.map_err(outside)?,
        trails,
        tables: store.tables().await.map_err(outside)?.into_iter().map(table).collect(),
        readable: store.readable(&destroyed(ring)).await.map_err(outside)?,
    };
    store.close().await;
    Ok(held)
}

/// Those whose text nobody can read again, and nobody is to.
fn destroyed(ring: &Ring) -> Vec<TenantId> {
    ring.states().into_iter().filter(|state| state.erased.is_some()).map(|state| state.tenant).collect()
}

async fn trail(store: &Sql, tenant: &TenantId) -> Result<TrailRow, Refused> {
    let examined = store.tenant(tenant).examine(&[]).await.map_err(outside)?;
    Ok(TrailRow {
        tenant: tenant.to_string(),
        entries: examined.entries,
        root: hex(&examined.root),
        broken: examined.broken.map(|broken| broken.to_string()),
    })
}

/// Whether the records of every municipality open too.
pub(super) fn records(config: &Config, folder: &Path, ring: &Ring) -> Result<(), Refused> {
    for house in config.houses().map_err(Refused::Input)? {
        let own = house.own_folder();
        let within = own.strip_prefix(&config.store.folder).unwrap_or(Path::new(""));
        let (own, tenant) = (folder.join(within).join("records"), TenantId::new(&house.entra.tenant));
        if destroyed(ring).contains(&tenant) {
            continue;
        }
        let opened = Shelf::new(&own, ring, &tenant).opens();
        opened.map_err(|refused| Refused::Input(format!("the records of {tenant}: {refused}")))?;
    }
    Ok(())
}

/// Proves a backup without writing anything: it is whole, unchanged, of this installation, and can be read with its master key.
///
/// # Errors
/// [`Refused`] with the first thing that is not so.
pub async fn prove(config: &Config, from: &Path) -> Result<Manifest, Refused> {
    let manifest = Manifest::read(from)?;
    if manifest.migration > Sql::newest() {
        let why = format!("the backup was made by a newer version ({}); run that one", manifest.program);
        return Err(Refused::Input(why));
    }
    is_own(config, &manifest)?;
    let ring = ring(config, from)?;
    manifest.files.iter().try_for_each(|row| is_unchanged(from, row))?;
    if held(from, &ring).await? != Held::of(&manifest) {
        return Err(Refused::Input(format!("{}: the database is not the one of the manifest", from.display())));
    }
    records(config, from, &ring)?;
    Ok(manifest)
}

/// The master key tells whose it is; where several installations share one, the municipalities do.
fn is_own(config: &Config, manifest: &Manifest) -> Result<(), Refused> {
    let houses = config.houses().map_err(Refused::Input)?;
    let served: BTreeSet<&str> = houses.iter().map(|house| house.entra.tenant.as_str()).collect();
    let kept: Vec<&str> = manifest.trails.iter().map(|trail| trail.tenant.as_str()).collect();
    if kept.is_empty() || kept.iter().any(|tenant| served.contains(tenant)) {
        return Ok(());
    }
    let served: Vec<&str> = served.into_iter().collect();
    let why = format!(
        "the backup is of another installation: it holds {}, and the settings serve {}. Take one of this installation",
        kept.join(", "),
        served.join(", ")
    );
    Err(Refused::Input(why))
}

fn is_unchanged(folder: &Path, row: &FileRow) -> Result<(), Refused> {
    let wrong =
        |why: &str| Err(Refused::Input(format!("{}: {why}; take another backup", folder.join(&row.path).display())));
    if !content::is_ours(&row.path) {
        return wrong("no backup of ours holds a file of this name");
    }
    if !folder.join(&row.path).is_file() {
        return wrong("it is not there, so the backup is not whole");
    }
    if content::row(folder, &row.path)? == *row { Ok(()) } else { wrong("it is not as it was written") }
}
