//! Makes a backup (ta sikkerhetskopi) while the server runs: copied in one moment, proved, told in every trail, and only then named.

use super::{Manifest, Refused, content, outside, private_file, private_folder, proof, settle, unwritten};
use crate::{
    config::Config,
    wire::{self, SystemChance, SystemClock},
};
use domain::{
    audit::{Action, Entry},
    draft::normal::hex,
    port::{Chance, Clock, Store},
};
use sql::Sqlite;
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

/// Copies everything but the master key into a new folder. The keys stand still meanwhile, so that what is copied opens with them; what
/// people do goes on. Until it is whole and proved the folder is called `NAME.part`.
///
/// # Errors
/// [`Refused`]; nothing is left at `to` then.
pub async fn make(config: &Config, to: &Path) -> Result<Manifest, Refused> {
    let part = begun(config, to)?;
    let made = filled(config, &part).await;
    let named = made.and_then(|manifest| {
        // An empty folder may be there, made by whoever laid out the disk.
        let _ = fs::remove_dir(to);
        fs::rename(&part, to).map_err(unwritten(to)).map(|()| manifest)
    });
    if named.is_err() {
        let _ = fs::remove_dir_all(&part);
    }
    to.parent().into_iter().for_each(settle);
    named
}

/// The folder it is made in.
fn begun(config: &Config, to: &Path) -> Result<PathBuf, Refused> {
    let wrong = |why: &str| Err(Refused::Input(format!("{}: {why}", to.display())));
    let is_empty = |folder: &Path| fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_none());
    if to.exists() && !is_empty(to) {
        return wrong("something is there already, and a backup is never written over; name a new folder");
    }
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    if part.exists() {
        return Err(Refused::Input(format!(
            "{}: another backup is being made there, or one broke off; remove it when none is",
            part.display()
        )));
    }
    private_folder(&part)?;
    let own = |path: &Path| fs::canonicalize(path).ok();
    if let (Some(store), Some(made)) = (own(&config.store.folder), own(&part))
        && made.starts_with(store)
    {
        let _ = fs::remove_dir(&part);
        return wrong("this is within store.folder; a backup must lie elsewhere, best on another machine");
    }
    Ok(part)
}

async fn filled(config: &Config, part: &Path) -> Result<Manifest, Refused> {
    let store = wire::store_to_read(config).await.map_err(Refused::Outside)?;
    let ring = wire::key::ring(config).map_err(Refused::Outside)?;
    let database = part.join(content::DATABASE);
    drop(private_file(&database)?);
    let mut files = {
        let _held = ring.hold().map_err(|wrong| Refused::Outside(wrong.to_string()))?;
        store.copy_to(&database).await.map_err(outside)?;
        let files = content::files(config)?;
        files.iter().map(|(path, from)| content::copied(from, (part, path))).collect::<Result<Vec<_>, _>>()?
    };
    store.close().await;
    File::open(&database).and_then(|file| file.sync_all()).map_err(unwritten(&database))?;
    files.insert(0, content::row(part, content::DATABASE)?);
    let ring = proof::ring(config, part)?;
    let held = proof::held(part, &ring).await?;
    proof::records(config, part, &ring)?;
    let manifest = Manifest {
        version: 0,
        id: hex(&SystemChance.bytes()),
        made: SystemClock.now(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        migration: held.migration,
        master: ring.master(),
        trails: held.trails,
        tables: held.tables,
        opened: held.readable.rows,
        unread: held.readable.unread,
        files,
        sum: String::new(),
    };
    let manifest = manifest.summed();
    manifest.write(part)?;
    settle(part);
    told(config, &manifest).await?;
    Ok(manifest)
}

/// An entry in every trail that is in the backup, after it: what cannot be recorded is not done.
async fn told(config: &Config, manifest: &Manifest) -> Result<(), Refused> {
    let beside = Sqlite::beside(&config.store.folder.join(content::DATABASE)).await.map_err(outside)?;
    for trail in &manifest.trails {
        let entry = Entry::of(Action::BackupMade, SystemClock.now());
        let entry = entry.fact("backup", &manifest.id).fact("manifest", &manifest.sum);
        let entry = entry.fact("entries", trail.entries.to_string());
        beside.tenant(&vocabulary::TenantId::new(&trail.tenant)).record(entry).await.map_err(outside)?;
    }
    beside.close().await;
    Ok(())
}
