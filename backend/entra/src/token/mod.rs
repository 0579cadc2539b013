//! Whether a bearer is believed: the form of the token, its signature, and what it claims, in this order.

mod claims;
mod form;
mod jwk;
mod keys;
mod once;
mod strength;

use crate::{Entra, refused};
use claims::{Claims, Identity};
use domain::port::{Caller, Failure, Secret};
use form::Form;
pub(crate) use keys::Keys;
#[cfg(test)]
pub(crate) use {form::Form as TestedForm, jwk::Published as TestedKeys};

/// A caller and the seconds between which the proof holds.
pub(crate) struct Verified {
    /// The caller.
    pub(crate) caller: Caller,
    /// The client the token was made for.
    pub(crate) client: String,
    /// `iat`.
    pub(crate) since: i64,
    /// `exp`.
    pub(crate) until: i64,
}

impl Entra {
    /// Believes a token of our own API or says why not. Nothing in the token chooses an address: its tenant must be one of ours
    /// before any key is looked up.
    pub(crate) async fn verified(&self, token: &str) -> Result<Verified, Failure> {
        let form = Form::read(token)?;
        let claims = Claims::read(&form.payload)?;
        self.signed(&form, &claims.tid).await?;
        claims.check(&self.settings, self.now())?;
        let (since, until, client) = (claims.iat, claims.exp, claims.azp.clone());
        let caller = Caller { person: claims.into_person(), token: Secret::new(token) };
        Ok(Verified { caller, client, since, until })
    }

    /// Whether an identity token belongs to the sign-in with this nonce, and to the person of the access token that came with it.
    pub(crate) async fn identified(&self, token: &str, nonce: &str, caller: &Caller) -> Result<(), Failure> {
        let form = Form::read(token)?;
        let identity = Identity::read(&form.payload)?;
        self.signed(&form, &identity.tid).await?;
        identity.check(&self.settings, nonce, self.now())?;
        let person = &caller.person;
        if (person.tenant.as_str(), person.id.as_str()) == (&identity.tid, &identity.oid) {
            Ok(())
        } else {
            Err(refused("the two tokens of the sign-in name two people"))
        }
    }

    /// Whether one of the tenant's own keys signed the token.
    async fn signed(&self, form: &Form<'_>, tenant: &str) -> Result<(), Failure> {
        if !self.settings.tenants.iter().any(|ours| ours.id.as_str() == tenant) {
            return Err(refused("the token is of another tenant"));
        }
        self.keys.key(self, tenant, &form.kid).await?.check(form)
    }
}
