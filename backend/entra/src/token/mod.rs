//! Whether a bearer is believed: the form of the token, its signature, and what it claims, in this order.

mod claims;
mod form;
mod keys;

use crate::{Entra, refused};
pub(crate) use claims::Claims;
use domain::port::{Caller, Failure, Secret};
use form::Form;
pub(crate) use keys::Keys;

/// A caller and the second the proof ends.
pub(crate) struct Verified {
    /// The caller.
    pub(crate) caller: Caller,
    /// The client the token was made for.
    pub(crate) client: String,
    /// `exp`.
    pub(crate) until: i64,
}

impl Entra {
    /// Believes a token of our own API or says why not. Nothing in the token chooses an address: its tenant must be one of ours
    /// before any key is looked up.
    pub(crate) async fn verified(&self, token: &str) -> Result<Verified, Failure> {
        let form = Form::read(token)?;
        let claims = Claims::read(&form.payload)?;
        if !self.settings.tenants.iter().any(|tenant| tenant.id.as_str() == claims.tid) {
            return Err(refused("the token is of another tenant"));
        }
        let key = self.keys.key(self, &claims.tid, &form.kid).await?;
        key.check(&form)?;
        claims.check(&self.settings, self.now())?;
        let until = claims.exp;
        let client = claims.azp.clone();
        Ok(Verified { caller: Caller { person: claims.into_person(), token: Secret::new(token) }, client, until })
    }
}
