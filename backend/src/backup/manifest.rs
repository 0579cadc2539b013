//! The manifest (følgeseddel): what is in a backup, with the sum of each file, and where every trail ended.

use super::{Refused, private_file, unwritten};
use domain::draft::normal::hex;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{fs, io::Write, path::Path};

/// The name of its file.
pub const MANIFEST: &str = "manifest.json";
/// The form of a backup; another one is refused.
const VERSION: u32 = 1;

/// What is in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The form of the backup.
    pub version: u32,
    /// Its name, which the trail repeats.
    pub id: String,
    /// When it was made.
    pub made: Timestamp,
    /// The version of the program that made it.
    pub program: String,
    /// The newest migration of its tables.
    pub migration: i64,
    /// The id of the master key that locks its data keys. The key itself is not here.
    pub master: String,
    /// Where each trail ended.
    pub trails: Vec<TrailRow>,
    /// What each table held.
    pub tables: Vec<TableRow>,
    /// Encrypted rows that the keys of the backup opened when it was made.
    pub opened: u64,
    /// Encrypted rows that they did not. Those of municipalities whose keys were destroyed are not counted.
    pub unread: u64,
    /// Every other file.
    pub files: Vec<FileRow>,
    /// SHA-256 over all of the above.
    #[serde(default)]
    pub sum: String,
}

/// The end of one trail.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TrailRow {
    /// Whose.
    pub tenant: String,
    /// How many entries.
    pub entries: u64,
    /// The root of the tree over them, as checkpoints sign it.
    pub root: String,
    /// The first entry that does not hold, and why; none in a trail that holds.
    pub broken: Option<String>,
}

/// What one table held.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TableRow {
    /// Its name.
    pub name: String,
    /// How many rows.
    pub rows: u64,
    /// SHA-256 over all of them.
    pub sha256: String,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FileRow {
    /// Where it lies in the backup.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

impl Manifest {
    /// Whether all text opened and every trail held.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.unread == 0 && self.trails.iter().all(|trail| trail.broken.is_none())
    }

    /// With the form and the sum it must have.
    pub(super) fn summed(self) -> Self {
        let bare = Self { version: VERSION, sum: String::new(), ..self };
        let text = serde_json::to_vec(&bare).unwrap_or_default();
        Self { sum: hex(&Sha256::digest(text)), ..bare }
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), Refused> {
        let path = folder.join(MANIFEST);
        let text = serde_json::to_vec_pretty(self).map_err(|error| Refused::Outside(error.to_string()))?;
        let mut file = private_file(&path)?;
        file.write_all(&text).and_then(|()| file.sync_all()).map_err(unwritten(&path))
    }

    /// Reads the manifest of a backup.
    ///
    /// # Errors
    /// [`Refused::Input`] when it is none, or not as it was written.
    pub fn read(folder: &Path) -> Result<Self, Refused> {
        let path = folder.join(MANIFEST);
        let wrong = |why: String| Refused::Input(format!("{}: {why}", path.display()));
        let text = fs::read(&path).map_err(|error| {
            wrong(format!("{error}; a whole backup has this file, and one that broke off has none: take another"))
        })?;
        let read: Self = serde_json::from_slice(&text)
            .map_err(|error| wrong(format!("it is no manifest of a backup ({error}); take another backup")))?;
        if read.version != VERSION {
            return Err(wrong(format!("it is of form {}; run the version of Saksvar that made it", read.version)));
        }
        if read.clone().summed() != read {
            return Err(wrong("it is not as it was written; take another backup".to_owned()));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::{MANIFEST, Manifest, TrailRow};
    use std::fs;

    fn manifest() -> Manifest {
        let trail = TrailRow { tenant: "t".into(), entries: 7, root: "ab".into(), broken: None };
        Manifest {
            version: 0,
            id: "1".into(),
            made: jiff::Timestamp::UNIX_EPOCH,
            program: "1".into(),
            migration: 6,
            master: "m".into(),
            trails: vec![trail],
            tables: Vec::new(),
            opened: 1,
            unread: 0,
            files: Vec::new(),
            sum: String::new(),
        }
        .summed()
    }

    #[test]
    fn every_change_of_the_manifest_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Manifest::read(folder.path()).unwrap_err().to_string().contains("take another"));
        manifest().write(folder.path()).unwrap();
        assert_eq!(Manifest::read(folder.path()), Ok(manifest()));
        let file = folder.path().join(MANIFEST);
        let text = fs::read(&file).unwrap();
        for at in 0..text.len() {
            let mut other = text.clone();
            other[at] ^= 1;
            fs::write(&file, &other).unwrap();
            assert!(Manifest::read(folder.path()).is_err(), "byte {at}");
            fs::write(&file, &text[..at]).unwrap();
            assert!(Manifest::read(folder.path()).is_err(), "cut at {at}");
        }
    }
}
