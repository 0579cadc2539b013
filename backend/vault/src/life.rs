//! The life of keys (nøkkelliv): made, succeeded by a new one, locked by another master key, retired, destroyed.

use crate::{
    envelope::{Id, fresh},
    file::{self, ErasedRow, KeyRow, LOOKUP, Sheet, TenantRow},
    master::Master,
    ring::{Ring, fitting},
    source::Source,
    wrong::Wrong,
};
use jiff::Timestamp;
use std::fs;
use vocabulary::TenantId;

/// One data key, as it may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyState {
    /// Its id, as it stands in every ciphertext.
    pub id: String,
    /// Since when.
    pub since: Timestamp,
}

/// The keys of one tenant, as they may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Whose.
    pub tenant: TenantId,
    /// The data keys, the current one last; none when they were destroyed.
    pub keys: Vec<KeyState>,
    /// When they were destroyed.
    pub erased: Option<Timestamp>,
}

impl Ring {
    /// The id of the master key.
    #[must_use]
    pub fn master(&self) -> String {
        self.held().sheet.master.clone()
    }

    /// Every tenant with its keys, then those whose keys were destroyed.
    #[must_use]
    pub fn states(&self) -> Vec<State> {
        self.follow();
        let held = self.held();
        let told = |key: &KeyRow| KeyState { id: key.id.clone(), since: key.since };
        let of = |row: &TenantRow| State {
            tenant: row.tenant.clone(),
            keys: row.keys.iter().map(told).collect(),
            erased: None,
        };
        let gone = |row: &ErasedRow| State { tenant: row.tenant.clone(), keys: Vec::new(), erased: Some(row.at) };
        held.sheet.tenants.iter().map(of).chain(held.sheet.erased.iter().map(gone)).collect()
    }

    /// Gives a tenant a new data key; what stands under the earlier one is encrypted anew by the server, which may run meanwhile.
    ///
    /// # Errors
    /// [`Wrong::NoTenant`], [`Wrong::Erased`], or what is wrong with file and master key.
    pub fn rotate(&self, tenant: &TenantId) -> Result<String, Wrong> {
        let now = self.clock.now();
        self.edit(|sheet, master| {
            sheet.erased(tenant)?;
            let key = key(master, tenant, now)?;
            let id = key.id.clone();
            sheet.row(tenant).ok_or_else(|| Wrong::NoTenant(tenant.to_string()))?.keys.push(key);
            Ok(id)
        })
    }

    /// Locks every data key by another master key. Nothing else is touched, and a server that runs goes on with the keys it has.
    ///
    /// # Errors
    /// What is wrong with file, or either master key.
    pub fn rewrap(&self, to: &Source) -> Result<String, Wrong> {
        let new = to.master()?;
        self.edit(|sheet, old| {
            for row in &mut sheet.tenants {
                let rewrapped =
                    |name: &str, wrapped: &str| new.wrap(&row.tenant, name, &old.unwrap(&row.tenant, name, wrapped)?);
                row.lookup = rewrapped(LOOKUP, &row.lookup)?;
                for key in &mut row.keys {
                    key.wrapped = rewrapped(&key.id, &key.wrapped)?;
                }
            }
            sheet.master = new.id().to_string();
            Ok(sheet.master.clone())
        })
    }

    /// Lets go of a tenant's earlier data keys, when `settled` says under the lock that nothing stands under them any more.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn retire(&self, tenant: &TenantId, settled: impl FnOnce() -> bool) -> Result<(), Wrong> {
        self.change(|sheet| {
            let Some(row) = sheet.row(tenant).filter(|row| row.keys.len() > 1) else { return Ok(()) };
            if settled() {
                row.keys.drain(..row.keys.len() - 1);
            }
            Ok(())
        })
    }

    /// Destroys all keys of a tenant: its text is unreadable from now on, for us too. The master key is not needed for it.
    ///
    /// # Errors
    /// [`Wrong::NoTenant`], [`Wrong::Erased`], or what is wrong with the file.
    pub fn erase(&self, tenant: &TenantId) -> Result<(), Wrong> {
        let at = self.clock.now();
        self.change(|sheet| {
            sheet.erased(tenant)?;
            let before = sheet.tenants.len();
            sheet.tenants.retain(|row| row.tenant != *tenant);
            if sheet.tenants.len() == before {
                return Err(Wrong::NoTenant(tenant.to_string()));
            }
            sheet.erased.push(ErasedRow { tenant: tenant.clone(), at });
            Ok(())
        })
    }

    /// Makes the keys of a tenant that has none.
    pub(crate) fn supply(&self, tenant: &TenantId) -> Result<(), Wrong> {
        let now = self.clock.now();
        self.edit(|sheet, master| {
            sheet.erased(tenant)?;
            if sheet.row(tenant).is_none() {
                let lookup = master.wrap(tenant, LOOKUP, &fresh()?)?;
                let keys = vec![key(master, tenant, now)?];
                sheet.tenants.push(TenantRow { tenant: tenant.clone(), lookup, keys });
            }
            Ok(())
        })
    }

    /// A change that needs the master key.
    fn edit<T>(&self, work: impl FnOnce(&mut Sheet, &Master) -> Result<T, Wrong>) -> Result<T, Wrong> {
        self.change(|sheet| {
            let master = match &self.path {
                Some(path) => fitting(&self.source, sheet, path)?,
                None => self.source.master()?,
            };
            work(sheet, &master)
        })
    }

    /// Reads the sheet under the lock, changes it, puts it in its place and into use; an error leaves all as it was.
    fn change<T>(&self, work: impl FnOnce(&mut Sheet) -> Result<T, Wrong>) -> Result<T, Wrong> {
        let Some(path) = &self.path else {
            let mut sheet = self.held().sheet.clone();
            let done = work(&mut sheet)?;
            self.take(Vec::new(), sheet);
            return Ok(done);
        };
        let ring = path.display().to_string();
        let _held = file::hold(path)?;
        let unread = |error: std::io::Error| Wrong::Ring { ring: ring.clone(), why: error.kind().to_string() };
        let mut sheet = Sheet::read(&fs::read(path).map_err(unread)?, &ring)?;
        let done = work(&mut sheet)?;
        let text = sheet.written()?;
        file::replace(path, &text)?;
        self.take(text, sheet);
        Ok(done)
    }
}

/// A new data key, locked.
fn key(master: &Master, tenant: &TenantId, since: Timestamp) -> Result<KeyRow, Wrong> {
    let id = Id::fresh()?.to_string();
    let wrapped = master.wrap(tenant, &id, &fresh()?)?;
    Ok(KeyRow { id, since, wrapped })
}
