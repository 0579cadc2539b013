//! What a token claims, and which claims are needed
//! (<https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference>).

use crate::{
    refused,
    settings::{Settings, is_guid},
};
use domain::{person::Person, port::Failure};
use serde::Deserialize;
use vocabulary::{PersonId, Role, TenantId};

/// The claims we read, of tokens of version 2; a claim given twice is an error by itself, because serde refuses it.
#[derive(Deserialize)]
pub(crate) struct Claims {
    iss: String,
    pub(crate) tid: String,
    aud: String,
    pub(crate) exp: i64,
    nbf: i64,
    ver: String,
    pub(crate) azp: String,
    scp: Option<String>,
    idtyp: Option<String>,
    oid: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    preferred_username: String,
    #[serde(default)]
    roles: Vec<String>,
}

impl Claims {
    pub(crate) fn read(payload: &[u8]) -> Result<Self, Failure> {
        serde_json::from_slice(payload)
            .map_err(|_| refused("the token's claims cannot be read, or one that is needed is missing"))
    }

    /// Every claim against the settings, `now` in seconds since 1970.
    pub(crate) fn check(&self, settings: &Settings, now: i64) -> Result<(), Failure> {
        let skew = settings.pace.skew;
        let scopes = self.scp.as_deref().unwrap_or_default();
        let rules = [
            (self.iss == settings.issuer(&self.tid), "the token has another issuer"),
            (self.aud == settings.audience, "the token is meant for another service"),
            (self.ver == "2.0", "the token is not of version 2.0"),
            (now < self.exp.saturating_add(skew), "the token has expired"),
            (now >= self.nbf.saturating_sub(skew), "the token is not valid yet"),
            (settings.clients.contains(&self.azp), "the token was made for a client that is not on our list"),
            (self.idtyp.as_deref() != Some("app"), "the token speaks for a program, not for a person"),
            (scopes.split(' ').any(|scope| scope == settings.scope), "the token lacks our scope"),
            (is_guid(&self.oid), "the token names no account"),
        ];
        match rules.into_iter().find(|(holds, _)| !holds) {
            Some((_, why)) => Err(refused(why)),
            None => Ok(()),
        }
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
        }
    }
}
