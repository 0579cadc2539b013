//! Encrypted columns (krypterte kolonner): the ciphertext as base64, whose first letters name the key.

use crate::failure::garbled;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use domain::port::{
    Cipher, Failure,
    cipher::{Mark, Place},
};
use vocabulary::TenantId;

/// Letters that the mark of a key takes: nine bytes are twelve letters, and none of them is shared with what follows.
pub(crate) const MARK: usize = size_of::<Mark>() / 3 * 4;

/// A text as the column holds it.
pub(crate) fn encrypted(cipher: &dyn Cipher, place: Place<'_>, text: &str) -> Result<String, Failure> {
    Ok(STANDARD.encode(cipher.encrypt(place, text.as_bytes())?))
}

/// The text of a column.
pub(crate) fn decrypted(cipher: &dyn Cipher, place: Place<'_>, column: &str) -> Result<String, Failure> {
    let wrong = || garbled(&place.to_string());
    let bytes = STANDARD.decode(column).map_err(|_| wrong())?;
    String::from_utf8(cipher.decrypt(place, bytes)?).map_err(|_| wrong())
}

/// How a column begins that was encrypted under the tenant's current key.
pub(crate) fn mark(cipher: &dyn Cipher, tenant: &TenantId) -> Result<String, Failure> {
    Ok(STANDARD.encode(cipher.mark(tenant)?))
}

/// The id of the key that a column beginning so was encrypted with; none when it is not encrypted.
pub(crate) fn key(beginning: &str) -> Option<String> {
    let mark = STANDARD.decode(beginning).ok()?;
    Some(mark.get(4..)?.iter().map(|byte| format!("{byte:02x}")).collect())
}
