//! The folder of checkpoints (mappe): one file each, never written over; best on a disk that this server's keepers do not keep.

use super::read;
use async_trait::async_trait;
use domain::{
    audit::{
        Checkpoint,
        note::{Note, Verifier},
    },
    port::{Checkpoints, Failure, FailureKind},
};
use std::{
    fs::{self, OpenOptions},
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};
use vocabulary::TenantId;

/// How the names of the files end.
const END: &str = ".checkpoint";

/// The folder, and whose signature counts there.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
    verifier: Verifier,
}

impl Folder {
    /// The folder at a place.
    #[must_use]
    pub fn at(path: &Path, verifier: Verifier) -> Self {
        Self { path: path.to_path_buf(), verifier }
    }

    /// Every file in it that is named as a checkpoint, in the order of the names.
    ///
    /// # Errors
    /// A sentence when the folder cannot be read.
    pub fn files(&self) -> Result<Vec<PathBuf>, String> {
        let unread = |error: std::io::Error| format!("{}: {error}; check trail.checkpoints", self.path.display());
        let inside = match fs::read_dir(&self.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            inside => inside.map_err(unread)?,
        };
        let paths: Result<Vec<PathBuf>, _> = inside.map(|entry| entry.map(|entry| entry.path())).collect();
        let mut paths = paths.map_err(unread)?;
        paths.retain(|path| path.to_string_lossy().ends_with(END));
        paths.sort();
        Ok(paths)
    }

    /// The checkpoint over most entries of a tenant's trail, of those that our key signed.
    ///
    /// # Errors
    /// A sentence when the folder cannot be read.
    pub fn last(&self, tenant: &TenantId) -> Result<Option<Checkpoint>, String> {
        let all = self.files()?.into_iter().filter_map(|file| fs::read_to_string(file).ok());
        let own = all.filter_map(|note| read(&note, &self.verifier).ok()).filter(|(of, _)| of == tenant);
        Ok(own.map(|(_, checkpoint)| checkpoint).max_by_key(|checkpoint| checkpoint.size))
    }

    /// Puts a checkpoint there, never over another; gives its file.
    ///
    /// # Errors
    /// A sentence when it cannot be written.
    pub fn put(&self, tenant: &TenantId, size: u64, note: &Note) -> Result<PathBuf, String> {
        let path = self.path.join(format!("{tenant}-{size:012}{END}"));
        let unwritten = |error: std::io::Error| format!("{}: {error}; check trail.checkpoints", path.display());
        fs::create_dir_all(&self.path).map_err(unwritten)?;
        let mut file = match OpenOptions::new().write(true).create_new(true).open(&path) {
            // Made before, over the very same entries.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(path),
            file => file.map_err(unwritten)?,
        };
        file.write_all(note.written().as_bytes()).and_then(|()| file.sync_all()).map_err(unwritten)?;
        Ok(path)
    }
}

#[async_trait]
impl Checkpoints for Folder {
    async fn latest(&self, tenant: &TenantId) -> Result<Option<Checkpoint>, Failure> {
        self.last(tenant).map_err(|why| Failure::new(FailureKind::Unavailable, "checkpoints", why))
    }
}
