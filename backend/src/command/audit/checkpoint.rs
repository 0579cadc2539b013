//! `saksvar audit checkpoint` and `saksvar audit key`: a signature over what the trail is now, made on demand.

use super::{outside, print};
use crate::{
    checkpoint::{Folder, Key, Unmade, made},
    command::{Done, Ended, Wrong},
    config::Config,
    wire,
};
use domain::port::{Store, TenantStore};
use sql::Sql;
use std::{
    fs::{File, OpenOptions},
    io::Write,
    path::Path,
};
use vocabulary::TenantId;

/// Makes a key; its public half is printed, to be kept elsewhere.
pub(super) fn key(name: &str, to: &Path) -> Done {
    let key = Key::new(name).map_err(Wrong::Input)?;
    let unwritten = |error: std::io::Error| Wrong::Input(format!("{}: {error}", to.display()));
    let mut file = secret(to).map_err(unwritten)?;
    file.write_all(key.written().as_bytes()).and_then(|()| file.sync_all()).map_err(unwritten)?;
    print(&key.verifier().written())
}

/// A new file that its owner alone may read.
fn secret(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

pub(super) async fn run(store: &Sql, config: &Config, (key, folder): (Option<&Path>, Option<&Path>)) -> Done {
    let named = key.or_else(|| config.trail.is_kept().then_some(config.trail.key.as_path()));
    let missing = || Wrong::Input("--key: name the file of a key, or set trail.key".to_owned());
    let key = wire::trail_key(named.ok_or_else(missing)?).map_err(Wrong::Input)?;
    let set = Some(config.trail.checkpoints.as_path()).filter(|set| !set.as_os_str().is_empty());
    let folder = folder.or(set).map(|path| Folder::at(path, key.verifier().clone()));
    let tenants = store.tenants().await.map_err(outside)?;
    if tenants.len() > 1 && folder.is_none() {
        return Err(Wrong::Input("--folder: there is more than one trail, each with a file of its own".to_owned()));
    }
    let mut ended = Ended::Fine;
    for tenant in &tenants {
        if !sign(&*store.tenant(tenant), (&key, tenant), folder.as_ref()).await? {
            ended = Ended::Findings;
        }
    }
    Ok(ended)
}

/// Signs one trail, if it holds and goes on from the last checkpoint.
async fn sign(
    trail: &dyn TenantStore,
    (key, tenant): (&Key, &TenantId),
    folder: Option<&Folder>,
) -> Result<bool, Wrong> {
    let examined = trail.examine(&[]).await.map_err(outside)?;
    if let Some(broken) = examined.broken {
        print(&format!("{tenant}: nothing is signed: {broken}"))?;
        return Ok(false);
    }
    // The last one in the folder is signed again where nothing was added: who asks is given one.
    let last = folder.map_or(Ok(None), |folder| folder.last(tenant)).map_err(Wrong::Outside)?;
    if let Err(Unmade::Fork(size)) = made(trail, (key, tenant), last.as_ref()).await {
        print(&format!("{tenant}: nothing is signed: {}", Unmade::Fork(size)))?;
        return Ok(false);
    }
    let made = made(trail, (key, tenant), None).await.map_err(|unmade| Wrong::Outside(unmade.to_string()))?;
    if let Some((size, note)) = made {
        folder.map_or(Ok(None), |folder| folder.put(tenant, size, &note).map(Some)).map_err(Wrong::Outside)?;
        print(&note.written())?;
    }
    Ok(true)
}
