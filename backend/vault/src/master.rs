//! The master key (hovednøkkel): it locks data keys and nothing else, and is in memory only while it does.

use crate::{
    envelope::{self, Id, Raw, fresh, usable},
    wrong::Wrong,
};
use aws_lc_rs::hmac;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use domain::port::cipher::Place;
use std::fmt;
use vocabulary::TenantId;
use zeroize::Zeroizing;

/// The master key of an installation.
#[derive(Clone)]
pub(crate) struct Master(Raw);

impl fmt::Debug for Master {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(master key)")
    }
}

impl Master {
    /// A new one.
    pub(crate) fn fresh() -> Result<Self, Wrong> {
        fresh().map(Self)
    }

    /// From 64 hexadecimal letters or 44 of base64, with blank space around.
    pub(crate) fn read(text: &[u8]) -> Option<Self> {
        let text = str::from_utf8(text).ok()?.trim();
        let mut raw = Zeroizing::new([0; 32]);
        if text.len() == 64 {
            for (byte, at) in raw.iter_mut().zip((0..64).step_by(2)) {
                *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
            }
        } else {
            let mut wide = Zeroizing::new([0; 48]);
            let length = STANDARD.decode_slice(text, &mut *wide).ok()?;
            raw.copy_from_slice(wide.get(..length).filter(|bytes| bytes.len() == 32)?);
        }
        Some(Self(raw))
    }

    /// As it is kept in a file.
    pub(crate) fn written(&self) -> Zeroizing<String> {
        Zeroizing::new(STANDARD.encode(*self.0) + "\n")
    }

    /// Its name: the same for the same key, and of no use for finding it.
    pub(crate) fn id(&self) -> Id {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &*self.0);
        let tag = hmac::sign(&key, b"saksvar master key");
        let mut id = [0; 5];
        id.copy_from_slice(&tag.as_ref()[..5]);
        Id(id)
    }

    /// Locks a key of a tenant.
    pub(crate) fn wrap(&self, tenant: &TenantId, name: &str, raw: &Raw) -> Result<String, Wrong> {
        let key = usable(&self.0)?;
        Ok(STANDARD.encode(envelope::encrypt((self.id(), &key), place(tenant, name), &**raw)?))
    }

    /// Unlocks it.
    pub(crate) fn unwrap(&self, tenant: &TenantId, name: &str, wrapped: &str) -> Result<Raw, Wrong> {
        let (place, key) = (place(tenant, name), usable(&self.0)?);
        let bytes = STANDARD.decode(wrapped).map_err(|_| Wrong::misplaced(place))?;
        let opened = Zeroizing::new(envelope::decrypt((self.id(), &key), place, bytes)?);
        let mut raw = Zeroizing::new([0; 32]);
        if opened.len() != raw.len() {
            return Err(Wrong::misplaced(place));
        }
        raw.copy_from_slice(&opened);
        Ok(raw)
    }
}

fn place<'a>(tenant: &'a TenantId, name: &'a str) -> Place<'a> {
    Place { tenant, table: "keys.json", row: name, column: "wrapped" }
}
