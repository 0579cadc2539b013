//! What a token claims, and which claims are needed
//! (<https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference>).

use super::once;
use crate::{
    refused,
    settings::{Settings, is_guid},
};
use domain::{person::Person, port::Failure};
use serde::Deserialize;
use vocabulary::{GroupId, PersonId, Role, TenantId};

/// Seconds between a token's beginning and its end: at most 28 hours, the longest that Entra gives, and the five minutes by which it
/// dates tokens back (<https://learn.microsoft.com/entra/identity-platform/access-tokens>).
const LONGEST: i64 = 28 * 3600 + 300;

/// The claims we read, of access tokens of version 2.
#[derive(Deserialize)]
pub(crate) struct Claims {
    iss: String,
    pub(crate) tid: String,
    aud: String,
    pub(crate) exp: i64,
    nbf: i64,
    pub(crate) iat: i64,
    ver: String,
    pub(crate) azp: String,
    scp: Option<String>,
    idtyp: Option<String>,
    pub(crate) oid: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    preferred_username: String,
    #[serde(default)]
    roles: Vec<String>,
    /// Where somebody is in more groups than a token holds, Entra leaves them out: then they are in none.
    #[serde(default)]
    groups: Vec<String>,
}

/// The claims we read of the identity token of a sign-in (<https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference>).
#[derive(Deserialize)]
pub(crate) struct Identity {
    iss: String,
    pub(crate) tid: String,
    aud: String,
    exp: i64,
    nbf: i64,
    iat: i64,
    ver: String,
    pub(crate) oid: String,
    nonce: String,
}

/// What must hold, and what to say where it does not.
type Rule = (bool, &'static str);

impl Claims {
    pub(crate) fn read(payload: &[u8]) -> Result<Self, Failure> {
        once::read(payload)
            .ok_or_else(|| refused("the token's claims cannot be read, or one that is needed is missing"))
    }

    /// Every claim against the settings, `now` in seconds since 1970.
    pub(crate) fn check(&self, settings: &Settings, now: i64) -> Result<(), Failure> {
        let scopes = self.scp.as_deref().unwrap_or_default();
        let rules = [
            (self.iss == settings.issuer(&self.tid), "the token has another issuer"),
            (self.aud == settings.audience, "the token is meant for another service"),
            (self.ver == "2.0", "the token is not of version 2.0"),
            (settings.clients.contains(&self.azp), "the token was made for a client that is not on our list"),
            (
                self.idtyp.as_deref().is_none_or(|kind| kind == "user"),
                "the token speaks for a program, not for a person",
            ),
            (scopes.split(' ').any(|scope| scope == settings.scope), "the token lacks our scope"),
            (is_guid(&self.oid), "the token names no account"),
        ];
        all(rules.into_iter().chain(times(settings.pace.skew, (self.nbf, self.iat, self.exp), now)))
    }

    /// The person; address and name are for showing only.
    pub(crate) fn into_person(self) -> Person {
        let address = self.preferred_username.to_lowercase();
        Person {
            tenant: TenantId::new(self.tid),
            id: PersonId::new(self.oid),
            name: if self.name.is_empty() { address.clone() } else { self.name },
            address,
            roles: Role::ALL.into_iter().filter(|role| self.roles.iter().any(|claim| claim == role.name())).collect(),
            groups: self.groups.into_iter().map(GroupId::new).collect(),
        }
    }
}

impl Identity {
    pub(crate) fn read(payload: &[u8]) -> Result<Self, Failure> {
        once::read(payload).ok_or_else(|| refused("the identity token's claims cannot be read, or one is missing"))
    }

    /// Every claim against the settings and the nonce of the sign-in.
    pub(crate) fn check(&self, settings: &Settings, nonce: &str, now: i64) -> Result<(), Failure> {
        let rules = [
            (self.iss == settings.issuer(&self.tid), "the identity token has another issuer"),
            (self.aud == settings.client_id, "the identity token is meant for another application"),
            (self.ver == "2.0", "the identity token is not of version 2.0"),
            (self.nonce == nonce, "the identity token belongs to another sign-in"),
            (is_guid(&self.oid), "the identity token names no account"),
        ];
        all(rules.into_iter().chain(times(settings.pace.skew, (self.nbf, self.iat, self.exp), now)))
    }
}

/// A token's times against the clock and against each other.
fn times(skew: i64, (nbf, iat, exp): (i64, i64, i64), now: i64) -> [Rule; 4] {
    let earliest = exp.saturating_sub(LONGEST);
    let latest = now.saturating_add(skew);
    [
        (now < exp.saturating_add(skew), "the token has expired"),
        (nbf <= latest, "the token is not valid yet"),
        (iat <= latest, "the token is not issued yet"),
        (earliest <= nbf && earliest <= iat, "the token lives longer than any of Entra's"),
    ]
}

fn all(mut rules: impl Iterator<Item = Rule>) -> Result<(), Failure> {
    match rules.find(|(holds, _)| !holds) {
        Some((_, why)) => Err(refused(why)),
        None => Ok(()),
    }
}
