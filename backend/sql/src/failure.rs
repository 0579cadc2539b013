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
        E::Database(inner) => of_code(&inner.code().unwrap_or_default()),
        E::PoolTimedOut => failure(FailureKind::Slow, "no connection to the database became free"),
        E::ColumnDecode { index, .. } => failure(FailureKind::Garbled, format!("column {index} cannot be read")),
        E::Io(inner) => failure(FailureKind::Unavailable, format!("the database cannot be reached: {}", inner.kind())),
        _ => failure(FailureKind::Unavailable, "the database cannot be used"),
    }
}

/// What the code of SQLite asks of whoever runs the server (<https://sqlite.org/rescode.html>); the last eight bits tell the family.
fn of_code(code: &str) -> Failure {
    let family = code.parse::<u32>().map_or(0, |number| number & 0xff);
    let (kind, remedy) = match family {
        5 | 6 => (FailureKind::Slow, "another program has held the database for too long; end it"),
        8 => (FailureKind::Unavailable, "the database may not be written; check the permissions of `store.folder`"),
        10 => (FailureKind::Unavailable, "the disk does not do what it is asked; look at the log of the system"),
        11 => (FailureKind::Garbled, "the file of the database is damaged; restore its backup"),
        26 => (FailureKind::Unavailable, "the file is no database; restore its backup"),
        13 => (FailureKind::Unavailable, "the disk is full; make room, nothing was lost"),
        _ => (FailureKind::Unavailable, "the database cannot be used"),
    };
    failure(kind, format!("{remedy} (code {code})"))
}

#[cfg(test)]
mod tests {
    use super::of_code;
    use domain::port::FailureKind;

    #[test]
    fn a_code_says_what_to_do() {
        for (code, kind, words) in [
            ("5", FailureKind::Slow, "another program"),
            ("517", FailureKind::Slow, "another program"),
            ("13", FailureKind::Unavailable, "the disk is full"),
            ("8", FailureKind::Unavailable, "permissions"),
            ("778", FailureKind::Unavailable, "the disk does not"),
            ("11", FailureKind::Garbled, "restore its backup"),
            ("26", FailureKind::Unavailable, "restore its backup"),
            ("", FailureKind::Unavailable, "cannot be used"),
        ] {
            let failure = of_code(code);
            assert!(failure.kind == kind && failure.detail.contains(words), "{code}: {failure}");
        }
    }
}
