//! Encryption at rest (kryptering): what is written to a disk is locked to the place where it stands, with a key of its tenant.

use super::Failure;
use std::fmt;
use vocabulary::TenantId;

/// Where an encrypted text stands; it can be read there and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// Whose it is.
    pub tenant: &'a TenantId,
    /// The table, or the folder.
    pub table: &'a str,
    /// The key of the row, or the name of the file.
    pub row: &'a str,
    /// The column.
    pub column: &'a str,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} of {}", self.table, self.column, self.row)
    }
}

/// How every ciphertext begins: its form, and the key it was made with.
pub type Mark = [u8; 9];

/// Encrypts with the data keys of the tenants.
pub trait Cipher: Send + Sync + fmt::Debug {
    /// Makes keys for a tenant that has none.
    ///
    /// # Errors
    /// `Denied` when its keys were destroyed; `Unavailable` when none can be made.
    fn admit(&self, tenant: &TenantId) -> Result<(), Failure>;
    /// Encrypts under the tenant's current key.
    ///
    /// # Errors
    /// `Denied` when the tenant has no key, or its keys were destroyed.
    fn encrypt(&self, place: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, Failure>;
    /// What was encrypted for this place, under whichever of the tenant's keys.
    ///
    /// # Errors
    /// `Garbled` when it was made for another place or is not as it was written; `Denied` when its key is not there.
    fn decrypt(&self, place: Place<'_>, encrypted: Vec<u8>) -> Result<Vec<u8>, Failure>;
    /// A keyed hash to look a value up by, in small hexadecimal letters; the same as long as the tenant has its keys.
    ///
    /// # Errors
    /// `Denied` as for `encrypt`.
    fn lookup(&self, tenant: &TenantId, column: &str, value: &str) -> Result<String, Failure>;
    /// How a ciphertext under the tenant's current key begins.
    ///
    /// # Errors
    /// `Denied` as for `encrypt`.
    fn mark(&self, tenant: &TenantId) -> Result<Mark, Failure>;
}
