//! The keys that are in use (nøkler i bruk): unlocked once, and let go of when they leave the file.

use crate::{
    envelope::{Id, usable},
    file::{LOOKUP, Sheet, TenantRow},
    master::Master,
    wrong::Wrong,
};
use aws_lc_rs::{aead::RandomizedNonceKey, hmac};
use std::collections::{BTreeMap, HashMap};
use vocabulary::TenantId;

/// The keys of one tenant.
pub(crate) struct Keys {
    pub(crate) lookup: hmac::Key,
    pub(crate) current: Id,
    pub(crate) all: BTreeMap<Id, RandomizedNonceKey>,
}

/// The keys of all tenants.
#[derive(Default)]
pub(crate) struct Bunch(pub(crate) HashMap<TenantId, Keys>);

impl Bunch {
    /// What the sheet holds. Keys that are known already are not unlocked again, so that a server goes on when the master key was
    /// changed under it; `master` is asked only for those that are new. Says why a new one could not be unlocked.
    pub(crate) fn follow(&mut self, sheet: &Sheet, master: impl Fn() -> Result<Master, Wrong>) -> Result<(), Wrong> {
        self.0.retain(|tenant, _| sheet.tenants.iter().any(|row| row.tenant == *tenant));
        let mut trouble = Ok(());
        for row in &sheet.tenants {
            let known = self.0.remove(&row.tenant);
            match merged(row, known, &master) {
                Ok(keys) => drop(self.0.insert(row.tenant.clone(), keys)),
                Err(failed) => {
                    let (wrong, known) = *failed;
                    trouble = Err(wrong);
                    self.0.extend(known.map(|keys| (row.tenant.clone(), keys)));
                }
            }
        }
        trouble
    }
}

/// A tenant's keys as the row has them; when one cannot be unlocked, why, and those that are still good.
fn merged(
    row: &TenantRow,
    known: Option<Keys>,
    master: &impl Fn() -> Result<Master, Wrong>,
) -> Result<Keys, Box<(Wrong, Option<Keys>)>> {
    let ids: Vec<Option<Id>> = row.keys.iter().map(|key| Id::read(&key.id)).collect();
    let known = known.map(|mut keys| {
        keys.all.retain(|id, _| ids.contains(&Some(*id)));
        keys
    });
    let is_known = |id: Id| known.as_ref().is_some_and(|keys| keys.all.contains_key(&id));
    let fresh = row.keys.iter().zip(&ids).filter(|(_, id)| id.is_none_or(|id| !is_known(id)));
    let unlocked: Result<Vec<_>, Wrong> = fresh.map(|(key, id)| unlocked(row, &key.wrapped, *id, master)).collect();
    let lookup = || -> Result<hmac::Key, Wrong> {
        let raw = master()?.unwrap(&row.tenant, LOOKUP, &row.lookup)?;
        Ok(hmac::Key::new(hmac::HMAC_SHA256, &*raw))
    };
    let current = ids.last().copied().flatten().ok_or_else(|| Wrong::NoTenant(row.tenant.to_string()));
    match (unlocked, current, known) {
        (Ok(fresh), Ok(current), Some(mut keys)) => {
            keys.all.extend(fresh);
            Ok(Keys { current, ..keys })
        }
        (Ok(fresh), Ok(current), None) => {
            let lookup = lookup().map_err(|wrong| Box::new((wrong, None)))?;
            Ok(Keys { lookup, current, all: fresh.into_iter().collect() })
        }
        (Err(wrong), _, known) | (_, Err(wrong), known) => {
            Err(Box::new((wrong, known.filter(|keys| !keys.all.is_empty()))))
        }
    }
}

fn unlocked(
    row: &TenantRow,
    wrapped: &str,
    id: Option<Id>,
    master: &impl Fn() -> Result<Master, Wrong>,
) -> Result<(Id, RandomizedNonceKey), Wrong> {
    let id = id.ok_or_else(|| Wrong::NoTenant(row.tenant.to_string()))?;
    let raw = master()?.unwrap(&row.tenant, &id.to_string(), wrapped)?;
    Ok((id, usable(&raw)?))
}
