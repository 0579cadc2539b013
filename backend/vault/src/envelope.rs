//! The form of a ciphertext (chiffertekst): mark, nonce, AES-256-GCM text and tag, locked to the place it stands in.

use crate::wrong::Wrong;
use aws_lc_rs::{
    aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey},
    rand,
};
use domain::port::cipher::{Mark, Place};
use std::fmt;
use zeroize::Zeroizing;

/// The version of this form, at the front of every ciphertext.
const FORM: &[u8; 4] = b"SVK1";

/// The raw bytes of a key; wiped when let go of.
pub(crate) type Raw = Zeroizing<[u8; 32]>;

/// The name of a key; says nothing about the key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Id(pub(crate) [u8; 5]);

impl Id {
    /// A name that no key has yet.
    pub(crate) fn fresh() -> Result<Self, Wrong> {
        let mut id = [0; 5];
        rand::fill(&mut id).map_err(|_| Wrong::Refused)?;
        Ok(Self(id))
    }

    /// From ten hexadecimal letters.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let number = u64::from_str_radix(text, 16).ok().filter(|_| text.len() == 10)?;
        let [_, _, _, id @ ..] = number.to_be_bytes();
        Some(Self(id))
    }

    /// How a ciphertext under this key begins.
    pub(crate) fn mark(self) -> Mark {
        let mut mark = [0; 9];
        mark[..4].copy_from_slice(FORM);
        mark[4..].copy_from_slice(&self.0);
        mark
    }

    /// Which key a ciphertext needs; none when it is not of this form.
    pub(crate) fn of(encrypted: &[u8]) -> Option<Self> {
        let id = encrypted.strip_prefix(FORM)?.get(..5)?;
        id.try_into().ok().map(Self)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A new key.
pub(crate) fn fresh() -> Result<Raw, Wrong> {
    let mut raw = Zeroizing::new([0; 32]);
    rand::fill(&mut *raw).map_err(|_| Wrong::Refused)?;
    Ok(raw)
}

/// A key that can be used; the library wipes its own copy.
pub(crate) fn usable(raw: &Raw) -> Result<RandomizedNonceKey, Wrong> {
    RandomizedNonceKey::new(&AES_256_GCM, &**raw).map_err(|_| Wrong::Refused)
}

/// Encrypts for one place.
pub(crate) fn encrypt((id, key): (Id, &RandomizedNonceKey), place: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, Wrong> {
    let mut text = plain.to_vec();
    let nonce = key.seal_in_place_append_tag(Aad::from(bound(id, place)), &mut text).map_err(|_| Wrong::Refused)?;
    Ok([&id.mark()[..], nonce.as_ref(), &text].concat())
}

/// What was encrypted for this place; misplaced when it was another, or a byte was changed.
pub(crate) fn decrypt(
    (id, key): (Id, &RandomizedNonceKey),
    place: Place<'_>,
    mut encrypted: Vec<u8>,
) -> Result<Vec<u8>, Wrong> {
    let wrong = || Wrong::misplaced(place);
    let start = id.mark().len() + NONCE_LEN;
    let nonce = encrypted.get(id.mark().len()..start).ok_or_else(wrong)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| wrong())?;
    let opened = key.open_in_place(nonce, Aad::from(bound(id, place)), &mut encrypted[start..]);
    let length = opened.map_err(|_| wrong())?.len();
    encrypted.truncate(start + length);
    encrypted.drain(..start);
    Ok(encrypted)
}

/// The associated data: every part behind its length, so that nothing can move from one to the next.
fn bound(id: Id, place: Place<'_>) -> Vec<u8> {
    let parts = [place.tenant.as_str(), place.table, place.row, place.column];
    let mut bound = id.mark().to_vec();
    for part in parts {
        bound.extend((part.len() as u64).to_be_bytes());
        bound.extend(part.as_bytes());
    }
    bound
}
