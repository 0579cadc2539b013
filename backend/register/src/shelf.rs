//! The register's own folder (arkivhylle): the files of the last import, each encrypted for its tenant.

use crate::{
    import::Refused,
    lines::Lines,
    row::{Article, CaseRow, Line, SynonymRow, Unit},
};
use domain::port::{Cipher, Failure, cipher::Place};
use std::{
    fs::{self, OpenOptions},
    io::{self, ErrorKind, Read as _, Write as _},
    path::{Path, PathBuf},
};
use vocabulary::TenantId;

/// Every file that a records folder can hold.
const FILES: [&str; 4] = [CaseRow::FILE, Article::FILE, Unit::FILE, SynonymRow::FILE];

/// A folder of the server's own.
#[derive(Clone, Copy, Debug)]
pub struct Shelf<'a> {
    folder: &'a Path,
    cipher: &'a dyn Cipher,
    tenant: &'a TenantId,
}

impl<'a> Shelf<'a> {
    /// The folder of a tenant, and what encrypts it.
    #[must_use]
    pub fn new(folder: &'a Path, cipher: &'a dyn Cipher, tenant: &'a TenantId) -> Self {
        Self { folder, cipher, tenant }
    }

    /// Encrypts anew what is not under the tenant's current key; says whether anything was. Nobody else may write meanwhile.
    ///
    /// # Errors
    /// [`Refused`] names the file that cannot be read or written.
    pub fn rekey(&self) -> Result<bool, Refused> {
        let mut changed = false;
        for file in FILES {
            if !self.is_current(file) {
                let plain = self.plain(file).map_err(|why| Refused::whole(file, why))?;
                self.write(file, &plain.unwrap_or_default())?;
                changed = true;
            }
        }
        Ok(changed)
    }

    /// Whether every file is under the tenant's current key.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        FILES.iter().all(|file| self.is_current(file))
    }

    /// Whether every file that is there opens under the tenant's keys.
    ///
    /// # Errors
    /// [`Refused`] names the first that does not.
    pub fn opens(&self) -> Result<(), Refused> {
        FILES.iter().try_for_each(|file| self.plain(file).map(drop).map_err(|why| Refused::whole(file, why)))
    }

    fn is_current(&self, file: &str) -> bool {
        let Ok(mut opened) = fs::File::open(self.path(file)) else { return true };
        let Ok(mark) = self.cipher.mark(self.tenant) else { return false };
        let mut beginning = mark;
        opened.read_exact(&mut beginning).is_ok() && beginning == mark
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.join(Path::new(file).with_extension("encrypted"))
    }

    fn place(&self, row: &'a str) -> Place<'a> {
        Place { tenant: self.tenant, table: "records", row, column: "lines" }
    }

    /// What a file holds; nothing when it is not there.
    pub(crate) fn plain(&self, file: &'a str) -> Result<Option<Vec<u8>>, String> {
        let encrypted = match fs::read(self.path(file)) {
            Ok(encrypted) => encrypted,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(format!("cannot be read ({}); check its permissions", error.kind())),
        };
        let told = |failure: Failure| format!("{}, or import the records again", failure.detail);
        self.cipher.decrypt(self.place(file), encrypted).map(Some).map_err(told)
    }

    /// Writes one file beside the old one and puts it in its place at once.
    pub(crate) fn write(&self, file: &'a str, plain: &[u8]) -> Result<(), Refused> {
        let encrypted = self.cipher.encrypt(self.place(file), plain);
        let encrypted = encrypted.map_err(|failure| Refused::whole(file, failure.detail))?;
        let write = || -> io::Result<()> {
            fs::create_dir_all(self.folder)?;
            let (path, fresh) = (self.path(file), self.path(file).with_extension("new"));
            let mut made = fs::File::create(&fresh)?;
            made.write_all(&encrypted)?;
            made.sync_all()?;
            fs::rename(fresh, path)
        };
        write().map_err(|error| {
            Refused::whole(file, format!("cannot be written: {error}; check the disk and its permissions"))
        })
    }

    /// Takes over what an older version kept plain, or what somebody laid here: encrypted, and the plain files wiped.
    pub(crate) fn take_over(&self) -> Result<(), Refused> {
        let plain: Vec<_> = FILES.iter().map(|file| self.folder.join(file)).filter(|path| path.is_file()).collect();
        if plain.is_empty() {
            return Ok(());
        }
        Lines::read(self.folder)?.keep(self)?;
        for path in plain {
            let gone = wipe(&path).and_then(|()| fs::remove_file(&path));
            gone.map_err(|error| Refused::whole(&path.display().to_string(), format!("cannot be removed: {error}")))?;
        }
        Ok(())
    }
}

/// Overwrites a file where it lies.
fn wipe(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let length = file.metadata()?.len();
    io::copy(&mut io::repeat(0).take(length), &mut file)?;
    file.sync_all()
}
