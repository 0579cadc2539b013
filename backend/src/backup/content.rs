//! What belongs to an installation (innhold): each file by its name in a backup and by its place on this machine.

use super::{FileRow, Refused, private_file, private_folder, unwritten};
use crate::{config::Config, switch::DISABLED};
use domain::draft::normal::hex;
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File},
    io::{ErrorKind, Read, Write},
    path::{Path, PathBuf},
};

/// The database.
pub(super) const DATABASE: &str = "saksvar.sqlite";
/// The wrapped data keys.
pub(super) const KEYS: &str = "keys.json";
/// The folder of checkpoints in a backup.
const CHECKPOINTS: &str = "checkpoints";
/// The folders of a municipality, and how the files in them end. Nothing else is taken: a key that somebody laid there stays there.
const FOLDERS: [(&str, &str); 2] = [("records", ".encrypted"), ("law", ".json")];
/// What stands in the folder of the store, and is put aside by a restore.
pub(super) const TOPS: [&str; 8] =
    [DATABASE, "saksvar.sqlite-wal", "saksvar.sqlite-shm", KEYS, DISABLED, "records", "law", "tenant"];

/// Every file but the database, with its place.
pub(super) fn files(config: &Config) -> Result<Vec<(String, PathBuf)>, Refused> {
    let store = &config.store.folder;
    let mut found = vec![(KEYS.to_owned(), store.join(KEYS))];
    let mut houses = vec![String::new()];
    houses.extend(names(&store.join("tenant"), "")?.into_iter().map(|name| format!("tenant/{name}/")));
    for house in houses {
        let switch = format!("{house}{DISABLED}");
        if store.join(&switch).is_file() {
            found.push((switch.clone(), store.join(switch)));
        }
        for (folder, end) in FOLDERS {
            let within = format!("{house}{folder}");
            let names = names(&store.join(&within), end)?;
            found.extend(
                names.into_iter().map(|name| format!("{within}/{name}")).map(|path| (path.clone(), store.join(path))),
            );
        }
    }
    let kept = &config.trail.checkpoints;
    if !kept.as_os_str().is_empty() {
        let names = names(kept, ".checkpoint")?;
        found.extend(names.into_iter().map(|name| (format!("{CHECKPOINTS}/{name}"), kept.join(name))));
    }
    Ok(found)
}

/// The names in a folder that end so, in their order; none where there is no folder.
fn names(folder: &Path, end: &str) -> Result<Vec<String>, Refused> {
    let inside = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        inside => inside.map_err(unwritten(folder))?,
    };
    let names = inside.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(end) && is_name(name)).collect();
    names.sort();
    Ok(names)
}

/// Whether it names a file or folder, and no way out of where it stands.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0'])
}

/// Whether a backup may hold a file of this name: a manifest that somebody made must not lead out of the folder.
pub(super) fn is_ours(path: &str) -> bool {
    let inside = |folder: &str, name: &str| {
        FOLDERS.iter().any(|(ours, end)| *ours == folder && name.ends_with(end)) && is_name(name)
    };
    match path.split('/').collect::<Vec<_>>()[..] {
        [DATABASE | KEYS | DISABLED] => true,
        [CHECKPOINTS, name] => is_name(name) && name.ends_with(".checkpoint"),
        [folder, name] => inside(folder, name),
        ["tenant", tenant, DISABLED] => is_name(tenant),
        ["tenant", tenant, folder, name] => is_name(tenant) && inside(folder, name),
        _ => false,
    }
}

/// The name of a checkpoint, if the path is one's.
pub(super) fn checkpoint(path: &str) -> Option<&str> {
    path.strip_prefix(CHECKPOINTS)?.strip_prefix('/')
}

/// Copies one file into a folder under its name there; gives the row of what was read.
pub(super) fn copied(from: &Path, (folder, path): (&Path, &str)) -> Result<FileRow, Refused> {
    let to = folder.join(path);
    if let Some(above) = to.parent() {
        private_folder(above)?;
    }
    let mut read = File::open(from).map_err(unwritten(from))?;
    let mut made = private_file(&to)?;
    let row = summed(&mut read, path, |part| made.write_all(part)).map_err(unwritten(&to))?;
    made.sync_all().map_err(unwritten(&to))?;
    Ok(row)
}

/// The row of a file that is there.
pub(super) fn row(folder: &Path, path: &str) -> Result<FileRow, Refused> {
    let file = folder.join(path);
    let mut read = File::open(&file).map_err(unwritten(&file))?;
    summed(&mut read, path, |_| Ok(())).map_err(unwritten(&file))
}

fn summed(file: &mut File, path: &str, mut seen: impl FnMut(&[u8]) -> std::io::Result<()>) -> std::io::Result<FileRow> {
    let (mut hash, mut bytes, mut part) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let length = file.read(&mut part)?;
        if length == 0 {
            return Ok(FileRow { path: path.to_owned(), bytes, sha256: hex(&hash.finalize()) });
        }
        hash.update(&part[..length]);
        bytes += length as u64;
        seen(&part[..length])?;
    }
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn a_manifest_leads_nowhere_else() {
        for path in ["saksvar.sqlite", "keys.json", "records/cases.encrypted", "law/a.json", "tenant/a-1/law/a.json"] {
            assert!(is_ours(path), "{path}");
        }
        assert!(is_ours("disabled") && is_ours("tenant/a-1/disabled"));
        assert!(is_ours("checkpoints/t-000000000007.checkpoint"));
        for path in [
            "",
            "/etc/passwd",
            "../keys.json",
            "records/../keys.json",
            "records/",
            "records/.encrypted",
            "master.key",
            "records/master.key",
            "tenant/../law/a.json",
            "tenant/a/keys.json",
            "tenant/../disabled",
            "records/disabled",
            "law/..",
            "law/a\\b.json",
            "law/sub/a.json",
            "checkpoints/../x.checkpoint",
            "checkpoints/x",
            "manifest.json",
            "saksvar.sqlite-wal",
        ] {
            assert!(!is_ours(path), "{path}");
        }
    }
}
