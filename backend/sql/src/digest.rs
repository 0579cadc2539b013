//! The digest (kontrollsum) over the columns of a row.

use sha2::{Digest, Sha256};

/// SHA-256 over every column, each behind its length, so that nothing can move from one to the next.
pub(crate) fn digest<T: AsRef<str>>(columns: &[T]) -> String {
    let mut hash = Sha256::new();
    for column in columns {
        let column = column.as_ref();
        hash.update((column.len() as u64).to_be_bytes());
        hash.update(column);
    }
    hex(&hash.finalize())
}

/// Small letters, as everywhere.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
