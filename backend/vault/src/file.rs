//! The file of data keys (`keys.json`): what stands in it, locked by the master key, and how it is replaced without ever being half there.

use crate::{source::private, wrong::Wrong};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write as _},
    path::{Path, PathBuf},
};
use vocabulary::TenantId;

/// The whole file.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sheet {
    pub(crate) version: u32,
    /// The id of the master key that locks the rest.
    pub(crate) master: String,
    pub(crate) tenants: Vec<TenantRow>,
    pub(crate) erased: Vec<ErasedRow>,
}

/// The keys of one tenant.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TenantRow {
    pub(crate) tenant: TenantId,
    /// The key of its lookups; it stays when data keys come and go, else nothing would be found meanwhile.
    pub(crate) lookup: String,
    /// The data keys; what is written is encrypted with the last.
    pub(crate) keys: Vec<KeyRow>,
}

/// One data key.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyRow {
    pub(crate) id: String,
    pub(crate) since: Timestamp,
    pub(crate) wrapped: String,
}

/// A tenant whose keys were destroyed: it must not be given new ones unseen.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ErasedRow {
    pub(crate) tenant: TenantId,
    pub(crate) at: Timestamp,
}

/// The name of a tenant's lookup key, where a data key has its id.
pub(crate) const LOOKUP: &str = "lookup";

impl Sheet {
    pub(crate) fn new(master: String) -> Self {
        Self { version: 1, master, tenants: Vec::new(), erased: Vec::new() }
    }

    pub(crate) fn read(text: &[u8], ring: &str) -> Result<Self, Wrong> {
        let wrong = |why: String| Wrong::Ring { ring: ring.to_owned(), why };
        let sheet: Self = serde_json::from_slice(text)
            .map_err(|error| wrong(format!("it is no file of data keys ({error}); restore it from its backup")))?;
        if sheet.version != 1 {
            return Err(wrong("it was made by a newer version; run that one".to_owned()));
        }
        Ok(sheet)
    }

    pub(crate) fn written(&self) -> Result<Vec<u8>, Wrong> {
        serde_json::to_vec_pretty(self).map_err(|_| Wrong::Refused)
    }

    pub(crate) fn row(&mut self, tenant: &TenantId) -> Option<&mut TenantRow> {
        self.tenants.iter_mut().find(|row| row.tenant == *tenant)
    }

    pub(crate) fn erased(&self, tenant: &TenantId) -> Result<(), Wrong> {
        match self.erased.iter().find(|row| row.tenant == *tenant) {
            Some(row) => Err(Wrong::Erased { tenant: tenant.to_string(), at: row.at.to_string() }),
            None => Ok(()),
        }
    }
}

/// Waits until nobody else changes the file, or what is encrypted by it outside of the database; lets go when dropped.
pub(crate) fn hold(path: &Path) -> Result<File, Wrong> {
    let lock = beside(path, ".lock");
    let held = OpenOptions::new().create(true).truncate(false).write(true).open(&lock).and_then(|file| {
        file.lock()?;
        Ok(file)
    });
    held.map_err(|error| unwritten(&lock, &error))
}

/// Puts new content in the place of the old at once; the bytes of the old are overwritten as far as the disk lets us.
pub(crate) fn replace(path: &Path, content: &[u8]) -> Result<(), Wrong> {
    let write = || -> io::Result<()> {
        let fresh = beside(path, ".new");
        let mut file = private(OpenOptions::new().write(true).create(true).truncate(true)).open(&fresh)?;
        file.write_all(content)?;
        file.sync_all()?;
        let old = OpenOptions::new().write(true).open(path);
        fs::rename(&fresh, path)?;
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            // A system that cannot sync a folder keeps the new name all the same.
            let _ = File::open(folder).and_then(|folder| folder.sync_all());
        }
        match old {
            Ok(mut old) => blank(&mut old),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        }
    };
    write().map_err(|error| unwritten(path, &error))
}

fn blank(file: &mut File) -> io::Result<()> {
    let length = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
    file.write_all(&vec![0; length])?;
    file.sync_all()
}

fn unwritten(path: &Path, error: &io::Error) -> Wrong {
    let why = format!("it cannot be written ({}); check the folder and the disk", error.kind());
    Wrong::Ring { ring: path.display().to_string(), why }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
