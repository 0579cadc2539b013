//! The one shape of an error (feilmelding): RFC 9457 problem details, with a stable `type` and a sentence for a person.

use serde::{Deserialize, Serialize};

/// Why an operation was not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The request could not be read; `field` names the place.
    BadInput,
    /// No token, or one that does not hold.
    NotSignedIn,
    /// Microsoft asks for more (claims challenge, consent); `claims` or `link` says what.
    MoreNeeded,
    /// The role is missing.
    NotAllowed,
    /// It does not exist, or not for this person.
    NotFound,
    /// Somebody else changed it first; load it again.
    Stale,
    /// The rules do not let it through; `detail` says why.
    Blocked,
    /// Too large; `detail` says how much is allowed.
    TooLarge,
    /// Too many requests; try again later.
    TooMany,
    /// A system outside does not answer.
    Outside,
    /// Our own error; `trace` finds it in the log.
    Bug,
}

impl Kind {
    /// The HTTP status it is sent with.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::BadInput => 400,
            Self::NotSignedIn | Self::MoreNeeded => 401,
            Self::NotAllowed => 403,
            Self::NotFound => 404,
            Self::Stale => 409,
            Self::Blocked => 422,
            Self::TooLarge => 413,
            Self::TooMany => 429,
            Self::Outside => 502,
            Self::Bug => 500,
        }
    }

    /// The last part of the `type` URI.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::BadInput => "bad-input",
            Self::NotSignedIn => "not-signed-in",
            Self::MoreNeeded => "more-needed",
            Self::NotAllowed => "not-allowed",
            Self::NotFound => "not-found",
            Self::Stale => "stale",
            Self::Blocked => "blocked",
            Self::TooLarge => "too-large",
            Self::TooMany => "too-many",
            Self::Outside => "outside",
            Self::Bug => "bug",
        }
    }
}

/// The body of every error, `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
pub struct Problem {
    /// `urn:saksvar:problem:<kind>`.
    #[serde(rename = "type")]
    pub uri: String,
    /// What happened and what to do next, in the language asked for.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The kind, for the pane.
    pub kind: Kind,
    /// More about this very case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The field of the input that is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// A claims challenge to pass to the sign-in: JSON, as Office takes it; the header `WWW-Authenticate` carries it in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claims: Option<String>,
    /// Where somebody can mend it (admin consent).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The id under which the log knows the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace: Option<String>,
}

impl Problem {
    /// A problem of this kind with its sentence.
    #[must_use]
    pub fn new(kind: Kind, title: impl Into<String>) -> Self {
        Self {
            uri: format!("urn:saksvar:problem:{}", kind.name()),
            title: title.into(),
            status: kind.status(),
            kind,
            detail: None,
            field: None,
            claims: None,
            link: None,
            trace: None,
        }
    }
}
