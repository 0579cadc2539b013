//! Who is calling (identitet), and in whose name we read mail.

use super::Failure;
use crate::person::Person;
use async_trait::async_trait;
use jiff::Timestamp;
use std::fmt;

/// A secret that no log shows.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Secret(String);

impl Secret {
    /// Takes a secret.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
    /// The secret itself, for the one place that sends it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

/// A verified person with the token that proved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// Who.
    pub person: Person,
    /// The token; to be exchanged on behalf of the person.
    pub token: Secret,
}

/// The right to read and write one person's mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The bearer token for the mail system.
    pub token: Secret,
}

/// A fallback sign-in that has not ended (økt), as its own person may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// When it began.
    pub begun: Timestamp,
    /// When it was last used.
    pub used: Timestamp,
    /// Whether it is the one that asks.
    pub is_own: bool,
}

/// Identity (Entra).
#[async_trait]
pub trait Identity: Send + Sync {
    /// Who this bearer token of our own API, or of the fallback sign-in, belongs to.
    async fn caller(&self, bearer: &str) -> Result<Caller, Failure>;
    /// Exchanges the caller's token on their behalf; `MoreNeeded` relays what Entra asks for.
    async fn grant(&self, caller: &Caller) -> Result<Grant, Failure>;
    /// Exchanges the caller's token, on their behalf, for one to a system of the house that knows people by it (`scope`); `MoreNeeded` as for
    /// `grant`.
    async fn token_for(&self, caller: &Caller, scope: &str) -> Result<Secret, Failure>;
    /// The same caller with the roles of this minute, for what a role taken away must stop at once; `MoreNeeded` with claims where the
    /// proof is older and a new one must be fetched.
    async fn anew(&self, caller: &Caller) -> Result<Caller, Failure>;
    /// Fallback sign-in 1: the address of the sign-in page (code + PKCE), bound to the SHA-256 (hex) of a secret the pane keeps.
    async fn begin(&self, binding: &str) -> Result<String, Failure>;
    /// Fallback sign-in 2: exchanges the code; gives a ticket, good once and for a minute, that is useless without the pane's secret.
    async fn finish(&self, state: &str, code: &str) -> Result<String, Failure>;
    /// Fallback sign-in 3: the ticket and the pane's secret become an opaque bearer.
    async fn redeem(&self, ticket: &str, secret: &str) -> Result<Secret, Failure>;
    /// Ends a fallback sign-in at once; of a bearer that is unknown nothing is told.
    async fn sign_out(&self, bearer: &str);
    /// The fallback sign-ins of the caller that have not ended, the one that ends first first; those of Office are not known here.
    async fn sessions(&self, caller: &Caller) -> Result<Vec<Session>, Failure>;
    /// Ends all fallback sign-ins of the caller at once, the one that asks too.
    async fn sign_out_all(&self, caller: &Caller) -> Result<(), Failure>;
}
