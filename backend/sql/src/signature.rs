//! Registered signatures (signaturer) in and out.

use crate::{
    failure::{failure, garbled},
    personal::{Columns, Kind, kind},
    row::{Mirror, SignatureRow},
};
use domain::{
    port::{Cipher, Failure, FailureKind},
    send::Signature,
};

/// The table.
pub(crate) static SIGNATURE: Kind = kind!("signature", "a signature");

/// The signature itself; refused when it is none.
pub(crate) fn read(columns: Columns, cipher: &dyn Cipher) -> Result<Signature, Failure> {
    let (_, kept): (_, SignatureRow) = columns.kept(cipher)?;
    Signature::of(&kept.text, Mirror::from_row(kept.images)).map_err(|_| garbled("a signature"))
}

/// As it is kept.
pub(crate) fn body(signature: &Signature) -> Result<String, Failure> {
    let row = SignatureRow { text: signature.text().to_owned(), images: signature.images().to_vec().into_row() };
    serde_json::to_string(&row).map_err(|_| failure(FailureKind::Garbled, "a signature cannot be written as JSON"))
}
