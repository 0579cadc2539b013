//! The register's own folder (arkivhylle): the files of the last import, each encrypted for its tenant.

use crate::{
    import::Refused,
    intake::{DEPOSIT, FEES, LAW, Part, Parts},
    lines::Lines,
    row::{Answer, Article, CaseRow, Line, SynonymRow, Unit},
};
use domain::port::{Cipher, Failure, cipher::Place};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Read as _, Write as _},
    path::{Path, PathBuf},
    time::SystemTime,
};
use vocabulary::TenantId;

/// Every file that a records folder can hold.
const FILES: [&str; 4] = [CaseRow::FILE, Article::FILE, Unit::FILE, SynonymRow::FILE];
/// Every file of the shelf: those, and what came from other sources.
const ALL: [&str; 8] = [CaseRow::FILE, Article::FILE, Unit::FILE, SynonymRow::FILE, DEPOSIT, FEES, LAW, Answer::FILE];
/// Says that every file of an import is written and only has to be put in its place.
const READY: &str = "import.ready";

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
        for file in ALL {
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
        ALL.iter().all(|file| self.is_current(file))
    }

    /// Whether every file that is there opens under the tenant's keys.
    ///
    /// # Errors
    /// [`Refused`] names the first that does not.
    pub fn opens(&self) -> Result<(), Refused> {
        ALL.iter().try_for_each(|file| self.plain(file).map(drop).map_err(|why| Refused::whole(file, why)))
    }

    fn is_current(&self, file: &str) -> bool {
        let Ok(mut opened) = File::open(self.path(file)) else { return true };
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
    fn write(&self, file: &'a str, plain: &[u8]) -> Result<(), Refused> {
        self.write_beside(file, plain)?;
        let path = self.path(file);
        fs::rename(path.with_extension("new"), path).map_err(|error| unwritten(file, &error))
    }

    /// Writes one file beside the old one.
    fn write_beside(&self, file: &'a str, plain: &[u8]) -> Result<(), Refused> {
        let encrypted = self.cipher.encrypt(self.place(file), plain);
        let encrypted = encrypted.map_err(|failure| Refused::whole(file, failure.detail))?;
        let write = || -> io::Result<()> {
            fs::create_dir_all(self.folder)?;
            let mut made = File::create(self.path(file).with_extension("new"))?;
            made.write_all(&encrypted)?;
            made.sync_all()
        };
        write().map_err(|error| unwritten(file, &error))
    }

    /// Begins an import; what one that was killed left is put in its place, or thrown away.
    pub(crate) fn writing(&self) -> Result<Writing<'_, 'a>, Refused> {
        self.settle()?;
        Ok(Writing { shelf: self, changed: Vec::new() })
    }

    /// Ends an import that was killed: where all its files were written they are put in their places, else they are thrown away.
    pub(crate) fn settle(&self) -> Result<(), Refused> {
        let ready = self.folder.join(READY);
        let is_ready = ready.exists();
        let settle = || -> io::Result<()> {
            for file in ALL {
                let fresh = self.path(file).with_extension("new");
                match fresh.exists() {
                    true if is_ready => fs::rename(&fresh, self.path(file))?,
                    true => fs::remove_file(&fresh)?,
                    false => {}
                }
            }
            if is_ready { fs::remove_file(&ready) } else { Ok(()) }
        };
        settle().map_err(|error| unwritten(READY, &error))
    }

    /// When each file was written, and how large it is: differs after an import that changed anything.
    #[must_use]
    pub fn stamp(&self) -> Vec<Option<(SystemTime, u64)>> {
        let stamp = |file: &&str| {
            let found = fs::metadata(self.path(file)).ok()?;
            Some((found.modified().ok()?, found.len()))
        };
        ALL.iter().map(stamp).collect()
    }

    /// Writes a file in the place of the one there, whose bytes are then overwritten where they lay: what was taken out is nowhere.
    pub(crate) fn put_and_wipe(&self, file: &'static str, plain: &[u8]) -> Result<(), Refused> {
        let old = OpenOptions::new().write(true).open(self.path(file));
        let mut writing = self.writing()?;
        writing.put(file, plain)?;
        writing.finish()?;
        let wiped = old.and_then(|mut old| wipe(&mut old));
        wiped.map_err(|error| Refused::whole(file, format!("the old one cannot be overwritten: {error}")))
    }

    /// Takes over what an older version kept plain, or what somebody laid here: encrypted, and the plain files wiped.
    pub(crate) fn take_over(&self) -> Result<(), Refused> {
        let plain: Vec<_> = FILES.iter().map(|file| self.folder.join(file)).filter(|path| path.is_file()).collect();
        if plain.is_empty() {
            return Ok(());
        }
        Parts { records: Some(Lines::read(self.folder)?), ..Parts::default() }.keep(self)?;
        for path in plain {
            let opened = OpenOptions::new().write(true).open(&path);
            let gone = opened.and_then(|mut file| wipe(&mut file)).and_then(|()| fs::remove_file(&path));
            gone.map_err(|error| Refused::whole(&path.display().to_string(), format!("cannot be removed: {error}")))?;
        }
        Ok(())
    }
}

fn unwritten(file: &str, error: &io::Error) -> Refused {
    Refused::whole(file, format!("cannot be written: {error}; check the disk and its permissions"))
}

/// An import on its way to the shelf: nothing of it counts before [`Writing::finish`].
pub(crate) struct Writing<'s, 'a> {
    shelf: &'s Shelf<'a>,
    changed: Vec<Part>,
}

impl Writing<'_, '_> {
    /// Writes a file, unless the same lies there already; an empty one that never was there need not be.
    pub(crate) fn put(&mut self, file: Part, plain: &[u8]) -> Result<(), Refused> {
        let kept = self.shelf.plain(file).map_err(|why| Refused::whole(file, why))?;
        if kept.as_deref() == Some(plain) || (kept.is_none() && plain.is_empty() && !FILES.contains(&file)) {
            return Ok(());
        }
        drop(kept);
        self.shelf.write_beside(file, plain)?;
        self.changed.push(file);
        Ok(())
    }

    /// Puts all files in their places; which they are. A machine that stops meanwhile goes on with it when the register is opened.
    pub(crate) fn finish(self) -> Result<Vec<Part>, Refused> {
        if !self.changed.is_empty() {
            let ready = self.shelf.folder.join(READY);
            let marked = File::create(&ready).and_then(|file| file.sync_all());
            marked.map_err(|error| unwritten(READY, &error))?;
            self.shelf.settle()?;
        }
        Ok(self.changed)
    }
}

/// Overwrites a file where it lies.
fn wipe(file: &mut File) -> io::Result<()> {
    let length = file.metadata()?.len();
    io::copy(&mut io::repeat(0).take(length), file)?;
    file.sync_all()
}
