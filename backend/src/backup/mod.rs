//! Backup and restore (sikkerhetskopi): everything but the master key, copied beside the running server, and proved before it counts.

mod content;
mod make;
mod manifest;
mod proof;
mod restore;

pub use make::make;
pub use manifest::{FileRow, MANIFEST, Manifest, TableRow, TrailRow};
pub use proof::prove;
pub use restore::{restore, tell, unfinished};

use std::{
    fs::{self, File, OpenOptions},
    path::Path,
};

/// Why there is no backup, or nothing was restored.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// What was named cannot be used.
    #[error("{0}")]
    Input(String),
    /// Disk, database or keys do not do what they are asked.
    #[error("{0}")]
    Outside(String),
}

/// What a disk says, with the place it says it of.
fn unwritten(path: &Path) -> impl Fn(std::io::Error) -> Refused + '_ {
    move |error| Refused::Outside(format!("{}: {error}; check the disk and its permissions", path.display()))
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn outside(failure: domain::port::Failure) -> Refused {
    Refused::Outside(failure.to_string())
}

/// A new folder that only its owner may look into; those above it too, where they are missing.
fn private_folder(path: &Path) -> Result<(), Refused> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(unwritten(path))
}

/// A new file that only its owner may read.
fn private_file(path: &Path) -> Result<File, Refused> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(unwritten(path))
}

/// Has the names in a folder on the disk. A system that cannot sync a folder keeps them all the same.
fn settle(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
