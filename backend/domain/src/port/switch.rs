//! A switch of the gate on its way into the store (omstilling), with its entry in the trail.

use super::{Failure, TenantStore};
use crate::audit::Entry;
use vocabulary::GateMode;

/// What a store is handed: only a [`Switch`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switched {
    mode: GateMode,
    entry: Entry,
}

impl Switched {
    /// To what, and the entry.
    #[must_use]
    pub fn into_parts(self) -> (GateMode, Entry) {
        (self.mode, self.entry)
    }
}

/// A switch that is not made yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "a switch that is not committed is not made"]
pub struct Switch {
    mode: GateMode,
}

impl Switch {
    /// To this.
    pub fn to(mode: GateMode) -> Self {
        Self { mode }
    }

    /// Makes it, with its entry: the only way to.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn commit(self, store: &dyn TenantStore, entry: Entry) -> Result<(), Failure> {
        store.switch(Switched { mode: self.mode, entry }).await
    }
}
