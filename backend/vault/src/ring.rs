//! The ring (nøkkelring) in use: every text is encrypted and decrypted through it, and it follows its file.

use crate::{
    envelope::{self, Id},
    file::{self, Sheet},
    keys::{Bunch, Keys},
    master::Master,
    source::{Held, Source},
    wrong::Wrong,
};
use domain::port::{
    Cipher, Clock, Failure,
    cipher::{Mark, Place},
};
use std::{
    fmt,
    fs::{self, File},
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard},
};
use vocabulary::TenantId;

/// The data keys of all tenants. The master key is asked for when a data key is locked or unlocked, and not kept.
pub struct Ring {
    pub(crate) path: Option<PathBuf>,
    pub(crate) source: Source,
    pub(crate) clock: Arc<dyn Clock>,
    held: RwLock<Content>,
}

/// Held while what is encrypted outside of the database is written.
#[derive(Debug)]
pub struct Hold {
    /// Lets go of the lock when dropped; none where the ring has no file.
    _lock: Option<File>,
}

/// What the file held when it was last looked at.
pub(crate) struct Content {
    text: Vec<u8>,
    pub(crate) sheet: Sheet,
    bunch: Bunch,
    trouble: Option<Wrong>,
}

impl fmt::Debug for Ring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sheet = &self.held().sheet;
        write!(f, "the keys of {} tenants, master key {}", sheet.tenants.len(), sheet.master)
    }
}

impl Ring {
    /// The ring in a file.
    ///
    /// # Errors
    /// [`Wrong::NoRing`] when the file is not there; [`Wrong::OtherKey`] when another master key locks it.
    pub fn open(path: &Path, source: Source, clock: Arc<dyn Clock>) -> Result<Self, Wrong> {
        if !path.is_file() {
            return Err(Wrong::NoRing(path.display().to_string()));
        }
        // Whoever replaces the file wipes the old one: it must not be read then.
        let _held = file::hold(path)?;
        let held = unlocked(path, &source)?;
        Ok(Self { path: Some(path.to_owned()), source, clock, held })
    }

    /// The ring in a file that nobody changes, such as that of a backup: no lock is laid beside it, and nothing is followed.
    ///
    /// # Errors
    /// As [`Ring::open`].
    pub fn read(path: &Path, source: Source, clock: Arc<dyn Clock>) -> Result<Self, Wrong> {
        if !path.is_file() {
            return Err(Wrong::NoRing(path.display().to_string()));
        }
        let held = unlocked(path, &source)?;
        Ok(Self { path: None, source, clock, held })
    }

    /// A ring without tenants in a new file.
    ///
    /// # Errors
    /// [`Wrong::Ring`] when a file is there already, or cannot be written.
    pub fn create(path: &Path, source: Source, clock: Arc<dyn Clock>) -> Result<Self, Wrong> {
        {
            let _held = file::hold(path)?;
            if !path.exists() {
                let sheet = Sheet::new(source.id()?);
                file::replace(path, &sheet.written()?)?;
            }
        }
        Self::open(path, source, clock)
    }

    /// A ring that is nowhere but in this process, under a master key of its own.
    ///
    /// # Errors
    /// [`Wrong::Refused`] when the system gives no randomness.
    pub fn fleeting(clock: Arc<dyn Clock>) -> Result<Self, Wrong> {
        let master = Master::fresh()?;
        let sheet = Sheet::new(master.id().to_string());
        let held = RwLock::new(Content { text: Vec::new(), sheet, bunch: Bunch::default(), trouble: None });
        Ok(Self { path: None, source: Source::Held(Held(master)), clock, held })
    }

    /// The tenants whose text is to be encrypted anew, because an earlier data key of theirs is still there.
    #[must_use]
    pub fn turning(&self) -> Vec<TenantId> {
        self.follow();
        let held = self.held();
        held.sheet.tenants.iter().filter(|row| row.keys.len() > 1).map(|row| row.tenant.clone()).collect()
    }

    /// Why the newest data keys of the file are not in use, when they are not.
    #[must_use]
    pub fn trouble(&self) -> Option<Wrong> {
        self.held().trouble.clone()
    }

    /// Waits until nobody else changes keys, and keeps them from it until dropped.
    ///
    /// # Errors
    /// [`Wrong::Ring`] when the lock cannot be had.
    pub fn hold(&self) -> Result<Hold, Wrong> {
        let lock = self.path.as_deref().map(file::hold).transpose()?;
        self.follow();
        Ok(Hold { _lock: lock })
    }

    /// What the file holds now; keeps what is known when it cannot be read.
    pub(crate) fn follow(&self) {
        let Some(path) = &self.path else { return };
        let Ok(text) = fs::read(path) else { return };
        if text == self.held().text {
            return;
        }
        if let Ok(sheet) = Sheet::read(&text, "") {
            self.take(text, sheet);
        }
    }

    /// Takes a changed sheet into use.
    pub(crate) fn take(&self, text: Vec<u8>, sheet: Sheet) {
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        let master = || match &self.path {
            Some(path) => fitting(&self.source, &sheet, path),
            None => self.source.master(),
        };
        held.trouble = held.bunch.follow(&sheet, master).err();
        held.text = text;
        held.sheet = sheet;
    }

    pub(crate) fn held(&self) -> RwLockReadGuard<'_, Content> {
        self.held.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<T>(&self, tenant: &TenantId, work: impl FnOnce(&Keys) -> Result<T, Wrong>) -> Result<T, Failure> {
        self.follow();
        let held = self.held();
        held.sheet.erased(tenant)?;
        let keys = held.bunch.0.get(tenant).ok_or_else(|| Wrong::NoTenant(tenant.to_string()))?;
        Ok(work(keys)?)
    }
}

/// What a file holds, every key unlocked.
fn unlocked(path: &Path, source: &Source) -> Result<RwLock<Content>, Wrong> {
    let ring = path.display().to_string();
    let text = fs::read(path).map_err(|error| Wrong::Ring {
        ring: ring.clone(),
        why: format!("it cannot be read ({}); check its permissions", error.kind()),
    })?;
    let sheet = Sheet::read(&text, &ring)?;
    let master = fitting(source, &sheet, path)?;
    let mut bunch = Bunch::default();
    bunch.follow(&sheet, || Ok(master.clone()))?;
    Ok(RwLock::new(Content { text, sheet, bunch, trouble: None }))
}

/// The master key of a source, when it is the one that locks the sheet.
pub(crate) fn fitting(source: &Source, sheet: &Sheet, path: &Path) -> Result<Master, Wrong> {
    let master = source.master()?;
    let given = master.id().to_string();
    if given == sheet.master {
        return Ok(master);
    }
    let (ring, place) = (path.display().to_string(), source.to_string());
    Err(Wrong::OtherKey { ring, wanted: sheet.master.clone(), place, given })
}

impl Cipher for Ring {
    fn admit(&self, tenant: &TenantId) -> Result<(), Failure> {
        self.follow();
        if self.held().bunch.0.contains_key(tenant) {
            return Ok(());
        }
        Ok(self.supply(tenant)?)
    }

    fn encrypt(&self, place: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, Failure> {
        self.with(place.tenant, |keys| {
            let key = keys.all.get(&keys.current).ok_or_else(|| missing(place, keys.current))?;
            envelope::encrypt((keys.current, key), place, plain)
        })
    }

    fn decrypt(&self, place: Place<'_>, encrypted: Vec<u8>) -> Result<Vec<u8>, Failure> {
        self.with(place.tenant, |keys| {
            let id = Id::of(&encrypted).ok_or_else(|| Wrong::misplaced(place))?;
            let key = keys.all.get(&id).ok_or_else(|| missing(place, id))?;
            envelope::decrypt((id, key), place, encrypted)
        })
    }

    fn lookup(&self, tenant: &TenantId, column: &str, value: &str) -> Result<String, Failure> {
        use aws_lc_rs::hmac;
        self.with(tenant, |keys| {
            let mut context = hmac::Context::with_key(&keys.lookup);
            context.update(&(column.len() as u64).to_be_bytes());
            context.update(column.as_bytes());
            context.update(value.as_bytes());
            Ok(context.sign().as_ref().iter().map(|byte| format!("{byte:02x}")).collect())
        })
    }

    fn mark(&self, tenant: &TenantId) -> Result<Mark, Failure> {
        self.with(tenant, |keys| Ok(keys.current.mark()))
    }
}

fn missing(place: Place<'_>, key: Id) -> Wrong {
    Wrong::NoDataKey { place: place.to_string(), key: key.to_string() }
}
