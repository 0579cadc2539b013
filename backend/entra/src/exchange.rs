//! On behalf of (på vegne av): the caller's token becomes a token for their mail
//! (<https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow>).

use crate::{Entra, garbled, refusal, refused, token::Verified};
use domain::port::{Caller, Failure, Grant, Secret};
use oauth2::{
    TokenResponse,
    basic::{BasicTokenResponse, BasicTokenType},
    http::StatusCode,
};
use std::time::Duration;

/// Seconds before its end at which a token for the mail is no longer used, so that it does not end in the middle of a thread.
const MARGIN: i64 = 300;
/// Seconds a token is taken to live when the answer does not say.
const SHORTEST: u64 = 600;

/// Seconds until Entra is asked again whether it vouches, where it did not say.
const AGAIN: i64 = 60;
/// How long a call waits for that.
const WORD: Duration = Duration::from_secs(2);

impl Entra {
    /// The grant from memory, or a new one; the assertion itself is never kept, only its SHA-256.
    pub(crate) async fn exchanged(&self, caller: &Caller) -> Result<Grant, Failure> {
        let scopes = self.settings.graph_scopes.join(" ");
        self.exchanged_for(caller, &scopes).await.map(|token| Grant { token })
    }

    /// The same for another system than the mail; it is kept under the caller's own token, and nobody else is ever given it.
    pub(crate) async fn exchanged_for(&self, caller: &Caller, scopes: &str) -> Result<Secret, Failure> {
        let place = place_of_grant(&caller.token, scopes);
        if let Some(token) = self.grants.look(&place, self.now()) {
            return Ok(token);
        }
        let answer = self.on_behalf(caller, scopes).await?;
        let lives = answer.expires_in().map_or(SHORTEST, |lives| lives.as_secs());
        let token = Secret::new(answer.access_token().secret());
        let until = self.now().saturating_add(i64::try_from(lives).unwrap_or(i64::MAX)).saturating_sub(MARGIN);
        let until = until.min(self.now().saturating_add(self.settings.pace.vouched));
        self.grants.put(&place, until, token.clone());
        Ok(token)
    }

    /// The caller, if Entra still vouches for them: a token lives for an hour or more, and an account may be closed meanwhile. Entra is asked
    /// by the same exchange that the mail needs anyway. Where it does not answer, the token counts, and nobody waits for it again so soon.
    pub(crate) async fn vouched(&self, shown: Verified) -> Result<Caller, Failure> {
        let Verified { caller, since, .. } = shown;
        if self.now().saturating_sub(since) < self.settings.pace.vouched {
            return Ok(caller);
        }
        let (token, now) = (caller.token.reveal(), self.now());
        if self.asked.look(token, now).is_some() {
            return Ok(caller);
        }
        self.asked.put(token, now.saturating_add(AGAIN), ());
        match tokio::time::timeout(WORD, self.exchanged(&caller)).await {
            Ok(Err(failure)) if refusal::is_over(&failure) => {
                self.asked.take(token, now);
                self.ended(&caller.token);
                Err(refused("Entra no longer vouches for the person"))
            }
            _ => Ok(caller),
        }
    }

    /// Where the grant of a token is kept: under the token and what was asked for with it.
    pub(crate) fn place_of_grant(&self, token: &Secret) -> String {
        place_of_grant(token, &self.settings.graph_scopes.join(" "))
    }

    /// A token of our own, on behalf of nobody (client credentials): that there is one proves our secret or certificate. It opens nothing,
    /// unless somebody gave the application rights of its own.
    ///
    /// # Errors
    /// Why Entra gives none.
    pub async fn own(&self) -> Result<Secret, Failure> {
        let tenant = self.settings.tenants.first().ok_or_else(|| refused("there is no tenant"))?.id.as_str();
        let fields = [("grant_type", "client_credentials"), ("scope", "https://graph.microsoft.com/.default")];
        let token = self.token(tenant, fields.to_vec()).await?;
        Ok(Secret::new(token.access_token().secret()))
    }

    async fn on_behalf(&self, caller: &Caller, scopes: &str) -> Result<BasicTokenResponse, Failure> {
        let fields = vec![
            ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
            ("assertion", caller.token.reveal()),
            ("scope", scopes),
            ("requested_token_use", "on_behalf_of"),
        ];
        self.token(caller.person.tenant.as_str(), fields).await
    }

    /// Asks for a token as ourselves.
    async fn token(&self, tenant: &str, mut fields: Vec<(&str, &str)>) -> Result<BasicTokenResponse, Failure> {
        let address = self.settings.endpoint(tenant, "token");
        let proof = self.proof(&address)?;
        fields.push(("client_id", self.settings.client_id.as_str()));
        fields.extend(proof.iter().map(|(name, value)| (*name, value.reveal())));
        let answer = self.wire.form(&address, &fields).await?;
        if answer.status() != StatusCode::OK {
            return Err(refusal::of(&self.settings, tenant, answer.status(), answer.body()));
        }
        let token: BasicTokenResponse =
            serde_json::from_slice(answer.body()).map_err(|_| garbled("the answer holds no token"))?;
        if usable(&token) { Ok(token) } else { Err(garbled("the answer holds no bearer token")) }
    }
}

fn place_of_grant(token: &Secret, scopes: &str) -> String {
    format!("{}\n{scopes}", token.reveal())
}

/// A bearer token that can stand in a header.
fn usable(token: &BasicTokenResponse) -> bool {
    let text = token.access_token().secret();
    *token.token_type() == BasicTokenType::Bearer
        && !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_graphic())
}
