//! What a database says, as a failure of ours: the kind and a code for the log, never a value that was stored.

use domain::port::{Failure, FailureKind};

/// A failure of the store.
pub(crate) fn failure(kind: FailureKind, detail: impl Into<String>) -> Failure {
    Failure::new(kind, "sql", detail)
}

/// Somebody else was faster.
pub(crate) fn stale() -> Failure {
    failure(FailureKind::Stale, "the row was changed since it was read; read it again")
}

/// What is stored is not what was written.
pub(crate) fn garbled(place: &str) -> Failure {
    failure(FailureKind::Garbled, format!("{place} is not as it was written; restore the database from its backup"))
}

/// Sorts what sqlx reports; a message of the database may quote stored text, so only its code is kept.
pub(crate) fn of(error: &sqlx::Error) -> Failure {
    use sqlx::Error as E;
    match error {
        E::Database(inner) if inner.is_unique_violation() => stale(),
        E::Database(inner) if inner.is_check_violation() => {
            failure(FailureKind::Denied, "a constraint forbids this row: an author cannot approve the draft")
        }
        E::Database(inner) => {
            let code = inner.code().unwrap_or_default();
            failure(FailureKind::Unavailable, format!("the database answers with code {code}"))
        }
        E::PoolTimedOut => failure(FailureKind::Slow, "no connection to the database became free"),
        E::ColumnDecode { index, .. } => failure(FailureKind::Garbled, format!("column {index} cannot be read")),
        E::Io(inner) => failure(FailureKind::Unavailable, format!("the database cannot be reached: {}", inner.kind())),
        _ => failure(FailureKind::Unavailable, "the database cannot be used"),
    }
}
