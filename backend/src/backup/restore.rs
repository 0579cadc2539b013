//! Restores a backup (legg tilbake): proved first, copied beside, then put in place; what was there is put aside and never lost.

use super::{Manifest, Refused, content, outside, private_file, private_folder, proof, settle, unwritten};
use crate::{config::Config, wire::SystemClock};
use domain::{
    audit::{Action, Entry},
    port::{Clock, Store},
};
use serde_json::{Value, json};
use sql::{Sql, Sqlite};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

/// The folder that files are copied into first. While it is there, no server starts.
const UNFINISHED: &str = "restore.part";
/// Tells the next start that a backup was restored.
const RESTORED: &str = "restored.json";

/// What was done.
#[derive(Debug)]
pub struct Restored {
    /// What was restored.
    pub manifest: Manifest,
    /// Where that lies which was there before; none where nothing was.
    pub before: Option<PathBuf>,
}

/// Puts a backup in the place of the store. Where something is there it is refused, unless `over` says to put that aside.
///
/// # Errors
/// [`Refused`]: the backup is not what it should be, a server runs, something is there, or the disk does not do it. Nothing was changed
/// then, but for a disk that fails in the very middle: then the next restore begins anew, and no server starts before.
pub async fn restore(config: &Config, from: &Path, over: bool) -> Result<Restored, Refused> {
    let manifest = proof::prove(config, from).await?;
    let folder = &config.store.folder;
    private_folder(folder)?;
    let _held = Sqlite::hold(&folder.join(content::DATABASE)).map_err(outside)?;
    let there: Vec<&str> = content::TOPS.into_iter().filter(|name| folder.join(name).exists()).collect();
    if !over && !there.is_empty() {
        return Err(Refused::Input(format!(
            "{} holds a store already ({}), and nothing is written over; restore into an empty folder, or say --over to put it aside",
            folder.display(),
            there.join(", ")
        )));
    }
    let staged = staged(folder, from, &manifest)?;
    let before = (!there.is_empty()).then(|| aside(folder, &there)).transpose()?;
    placed(config, &staged, &manifest)?;
    let ring = proof::ring(config, folder)?;
    if proof::held(folder, &ring).await? != proof::held(from, &ring).await? {
        return Err(Refused::Outside("what was restored is not what is in the backup; check the disk".to_owned()));
    }
    noted(folder, &manifest)?;
    fs::remove_dir_all(&staged).map_err(unwritten(&staged))?;
    settle(folder);
    Ok(Restored { manifest, before })
}

/// A copy of every file, held against its sum once more; taken away again when one fails.
fn staged(folder: &Path, from: &Path, manifest: &Manifest) -> Result<PathBuf, Refused> {
    let staged = folder.join(UNFINISHED);
    if staged.exists() {
        fs::remove_dir_all(&staged).map_err(unwritten(&staged))?;
    }
    private_folder(&staged)?;
    let copy = |row: &super::FileRow| match content::copied(&from.join(&row.path), (&staged, &row.path))? {
        copied if copied == *row => Ok(()),
        _ => Err(Refused::Outside(format!("{}: it changed while it was read; try again", row.path))),
    };
    let copied = manifest.files.iter().try_for_each(copy);
    if copied.is_err() {
        let _ = fs::remove_dir_all(&staged);
    }
    copied.map(|()| staged)
}

/// Puts what is there into a folder of its own.
fn aside(folder: &Path, there: &[&str]) -> Result<PathBuf, Refused> {
    let before = folder.join(format!("before-{}", SystemClock.now().strftime("%Y%m%dT%H%M%S%fZ")));
    private_folder(&before)?;
    for name in there {
        fs::rename(folder.join(name), before.join(name)).map_err(unwritten(&before))?;
    }
    Ok(before)
}

/// The database comes last: without it nothing is served. A checkpoint is never written over.
fn placed(config: &Config, staged: &Path, manifest: &Manifest) -> Result<(), Refused> {
    let folder = &config.store.folder;
    for row in manifest.files.iter().rev() {
        let to = match content::checkpoint(&row.path) {
            Some(_) if config.trail.checkpoints.as_os_str().is_empty() => continue,
            Some(name) if config.trail.checkpoints.join(name).exists() => continue,
            Some(name) => {
                private_folder(&config.trail.checkpoints)?;
                content::copied(&staged.join(&row.path), (&config.trail.checkpoints, name))?;
                continue;
            }
            None => folder.join(&row.path),
        };
        to.parent().into_iter().try_for_each(private_folder)?;
        fs::rename(staged.join(&row.path), &to).map_err(unwritten(&to))?;
    }
    settle(folder);
    Ok(())
}

/// The store stays equal to the backup, row for row, until a server starts: that one tells its trails.
fn noted(folder: &Path, manifest: &Manifest) -> Result<(), Refused> {
    let path = folder.join(RESTORED);
    let text = json!({"backup": manifest.id, "made": manifest.made.to_string()}).to_string();
    let _ = fs::remove_file(&path);
    private_file(&path)?.write_all(text.as_bytes()).map_err(unwritten(&path))
}

/// Why no server may start on a folder: a restore broke off in it.
///
/// # Errors
/// The sentence.
pub fn unfinished(config: &Config) -> Result<(), String> {
    let staged = config.store.folder.join(UNFINISHED);
    if !staged.exists() {
        return Ok(());
    }
    Err(format!(
        "{}: a restore broke off, and the store may be half there; run `saksvar restore --from FOLDER --over` again",
        staged.display()
    ))
}

/// Tells every trail that it goes on from a backup, once.
///
/// # Errors
/// A sentence when it cannot be told; then no server starts.
pub async fn tell(config: &Config, store: &Sql) -> Result<(), String> {
    let path = config.store.folder.join(RESTORED);
    let Ok(text) = fs::read(&path) else { return Ok(()) };
    let read: Value = serde_json::from_slice(&text).unwrap_or_default();
    for tenant in store.tenants().await.map_err(|failure| failure.to_string())? {
        let entry = Entry::of(Action::BackupRestored, SystemClock.now());
        let entry = ["backup", "made"].iter().fold(entry, |entry, name| {
            let value = read[*name].as_str().unwrap_or_default();
            entry.fact(name, value)
        });
        store.tenant(&tenant).record(entry).await.map_err(|failure| failure.to_string())?;
    }
    fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))
}
