//! What goes wrong outside (feil utenfra), the same for every system.

use crate::evidence::several::Why;

/// The kind of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The system does not answer, or answers that it cannot.
    Unavailable,
    /// It refuses this caller.
    Denied,
    /// It asks the person for more: another factor, or consent.
    MoreNeeded,
    /// It does not have it.
    NotFound,
    /// Its answer, or our input, cannot be read.
    Garbled,
    /// It took too long.
    Slow,
    /// Somebody else changed it first.
    Stale,
    /// Too large.
    TooLarge,
    /// It does not do this, and will not when it is asked again.
    Refused,
}

impl From<Kind> for Why {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Slow => Self::Slow,
            Kind::Denied | Kind::MoreNeeded => Self::Refused,
            Kind::Garbled | Kind::TooLarge | Kind::Refused => Self::Unreadable,
            Kind::Unavailable | Kind::NotFound | Kind::Stale => Self::Away,
        }
    }
}

/// A failure of an outside system.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{system}: {detail}")]
pub struct Failure {
    /// The kind.
    pub kind: Kind,
    /// Which system: `graph`, `entra`, `register`, `sql`, `llm`, `text`, `document`, `vault`.
    pub system: &'static str,
    /// For the log; no personal data, no secret.
    pub detail: String,
    /// A claims challenge to relay (`MoreNeeded`), as JSON.
    pub claims: Option<String>,
    /// Where consent can be given (`MoreNeeded`).
    pub link: Option<String>,
}

impl Failure {
    /// A failure without claims or link.
    #[must_use]
    pub fn new(kind: Kind, system: &'static str, detail: impl Into<String>) -> Self {
        Self { kind, system, detail: detail.into(), claims: None, link: None }
    }
}
