//! What is wrong with a key (nøkkelfeil), each with what to do; no sentence holds a key.

use domain::port::{Failure, FailureKind, cipher};

/// Why a key cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// The setting names no source.
    #[error("store.key must be file:PATH, env:NAME or command:PROGRAM ARGUMENTS; what it is now is not repeated here")]
    NoSource,
    /// The source gives nothing.
    #[error("the master key cannot be read from {place}: {why}. Put the key there, or correct store.key")]
    Unread {
        /// Which source.
        place: String,
        /// What the system says.
        why: String,
    },
    /// The source gives something else.
    #[error(
        "what {place} gives is no master key: 32 bytes are written as 64 hexadecimal letters or 44 of base64. `saksvar key new FILE` makes one"
    )]
    NoKey {
        /// Which source.
        place: String,
    },
    /// Another master key.
    #[error(
        "the data keys in {ring} are locked by master key {wanted}, but {place} gives {given}. Nothing was changed. Give the right key in store.key"
    )]
    OtherKey {
        /// The file of data keys.
        ring: String,
        /// The id of the master key it needs.
        wanted: String,
        /// Which source.
        place: String,
        /// The id of the master key that was given.
        given: String,
    },
    /// No file of data keys.
    #[error("{0} is not there")]
    NoRing(String),
    /// The file cannot be read or written.
    #[error("{ring}: {why}")]
    Ring {
        /// The file of data keys.
        ring: String,
        /// What is wrong with it.
        why: String,
    },
    /// A tenant without keys.
    #[error("there is no data key for tenant {0}")]
    NoTenant(String),
    /// A tenant whose keys were destroyed.
    #[error(
        "the data keys of tenant {tenant} were destroyed at {at}: what was encrypted with them cannot be read by anybody"
    )]
    Erased {
        /// Whose.
        tenant: String,
        /// When.
        at: String,
    },
    /// A ciphertext under a key that is not in the ring.
    #[error(
        "{place} is encrypted with data key {key}, which is not in keys.json; restore that file from the backup of the same day"
    )]
    NoDataKey {
        /// Where it stands.
        place: String,
        /// The id of its key.
        key: String,
    },
    /// A ciphertext that does not belong where it stands.
    #[error("{0} was encrypted for another place, or is not as it was written; restore it from its backup")]
    Misplaced(String),
    /// The library refuses.
    #[error("the system gives no randomness, or a text is too long to encrypt")]
    Refused,
}

impl Wrong {
    pub(crate) fn misplaced(place: cipher::Place<'_>) -> Self {
        Self::Misplaced(place.to_string())
    }
}

impl From<Wrong> for Failure {
    fn from(wrong: Wrong) -> Self {
        let kind = match wrong {
            Wrong::Misplaced(_) => FailureKind::Garbled,
            Wrong::NoTenant(_) | Wrong::Erased { .. } | Wrong::NoDataKey { .. } => FailureKind::Denied,
            _ => FailureKind::Unavailable,
        };
        Self::new(kind, "vault", wrong.to_string())
    }
}
