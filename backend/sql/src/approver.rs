//! Who is known to approve (godkjennere) in and out.

use crate::{
    failure::failure,
    personal::{Columns, Kind, kind},
    row::{ApproverRow, Mirror},
};
use domain::{
    port::{Cipher, Failure, FailureKind},
    review::Approver,
};
use vocabulary::PersonId;

/// The table.
pub(crate) static APPROVER: Kind = kind!("approver", "an approver");

/// The approver itself.
pub(crate) fn read(columns: Columns, cipher: &dyn Cipher) -> Result<Approver, Failure> {
    let (_, kept): (PersonId, ApproverRow) = columns.kept(cipher)?;
    Ok(Approver::from_row(kept))
}

/// As it is kept.
pub(crate) fn body(approver: Approver) -> Result<String, Failure> {
    serde_json::to_string(&approver.into_row())
        .map_err(|_| failure(FailureKind::Garbled, "an approver cannot be written as JSON"))
}
