//! On behalf of (på vegne av): the caller's token becomes a token for their mail
//! (<https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow>).

use crate::{Entra, SYSTEM, garbled, refusal};
use domain::port::{Caller, Failure, FailureKind, Grant, Secret};
use oauth2::{
    TokenResponse,
    basic::{BasicTokenResponse, BasicTokenType},
    http::StatusCode,
};

/// Seconds before its end at which a token for the mail is no longer used, so that it does not end in the middle of a thread.
const MARGIN: i64 = 300;
/// Seconds a token is taken to live when the answer does not say.
const SHORTEST: u64 = 600;

impl Entra {
    /// The grant from memory, or a new one; the assertion itself is never kept, only its SHA-256.
    pub(crate) async fn exchanged(&self, caller: &Caller) -> Result<Grant, Failure> {
        let scopes = self.settings.graph_scopes.join(" ");
        let place = self.place_of_grant(&caller.token);
        if let Some(token) = self.grants.look(&place, self.now()) {
            return Ok(Grant { token });
        }
        let answer = self.on_behalf(caller, &scopes).await?;
        let lives = answer.expires_in().map_or(SHORTEST, |lives| lives.as_secs());
        let token = Secret::new(answer.access_token().secret());
        let until = self.now().saturating_add(i64::try_from(lives).unwrap_or(i64::MAX)).saturating_sub(MARGIN);
        self.grants.put(&place, until, token.clone());
        Ok(Grant { token })
    }

    /// Where the grant of a token is kept: under the token and what was asked for with it.
    pub(crate) fn place_of_grant(&self, token: &Secret) -> String {
        format!("{}\n{}", token.reveal(), self.settings.graph_scopes.join(" "))
    }

    async fn on_behalf(&self, caller: &Caller, scopes: &str) -> Result<BasicTokenResponse, Failure> {
        let tenant = caller.person.tenant.as_str();
        let secret = self.settings.client_secret.as_ref().ok_or_else(|| {
            Failure::new(FailureKind::Unavailable, SYSTEM, "no client secret is set; mail cannot be read")
        })?;
        let fields = [
            ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
            ("client_id", self.settings.client_id.as_str()),
            ("client_secret", secret.reveal()),
            ("assertion", caller.token.reveal()),
            ("scope", scopes),
            ("requested_token_use", "on_behalf_of"),
        ];
        let answer = self.wire.form(&self.settings.endpoint(tenant, "token"), &fields).await?;
        if answer.status() != StatusCode::OK {
            return Err(refusal::of(&self.settings, tenant, answer.status(), answer.body()));
        }
        let token: BasicTokenResponse =
            serde_json::from_slice(answer.body()).map_err(|_| garbled("the answer holds no token"))?;
        if usable(&token) { Ok(token) } else { Err(garbled("the answer holds no bearer token")) }
    }
}

/// A bearer token that can stand in a header.
fn usable(token: &BasicTokenResponse) -> bool {
    let text = token.access_token().secret();
    *token.token_type() == BasicTokenType::Bearer
        && !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_graphic())
}
