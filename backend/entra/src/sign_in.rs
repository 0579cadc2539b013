//! The fallback sign-in (innlogging i eget vindu): code + PKCE, a ticket for the window, an opaque bearer for the pane.
//!
//! Everything is good once, ends soon, and is bound: the code to our verifier, the state to one beginning, the ticket to a secret
//! that only the pane knows. Whoever steals a link, a ticket or an address bar gets nothing.

use crate::{Entra, SYSTEM, garbled, refusal, refused};
use domain::port::{Failure, FailureKind, Secret};
use oauth2::{
    AsyncHttpClient, AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointNotSet, EndpointSet,
    HttpRequest, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse, TokenUrl,
    basic::{BasicClient, BasicTokenResponse},
    http::{Response, StatusCode},
    url,
};
use sha2::{Digest, Sha256};
use std::pin::Pin;

/// Bytes of a code; Entra's are below 2 kB.
const CODE_BYTES: usize = 8 * 1024;
/// Bytes of what the pane may hand in as state, ticket or secret.
const WORD_BYTES: usize = 512;

/// A sign-in that has begun.
#[derive(Clone)]
pub(crate) struct Begun {
    binding: String,
    verifier: Secret,
}

/// A sign-in that has come back, to be fetched by the pane.
#[derive(Clone)]
pub(crate) struct Ticket {
    binding: String,
    token: Secret,
    until: i64,
}

type Client = BasicClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

impl Entra {
    /// The address of the sign-in page, with a state that is good once.
    pub(crate) fn sign_in_page(&self, binding: &str) -> Result<String, Failure> {
        if binding.len() != 64 || !binding.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(garbled("the sign-in is not bound to a secret"));
        }
        let (state, verifier) = (self.random(), self.random());
        let proof = PkceCodeVerifier::new(verifier.clone());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&proof);
        let named = CsrfToken::new(state.clone());
        let (page, _) = self
            .client()?
            .authorize_url(|| named)
            .add_scope(Scope::new(format!("{}/{}", self.settings.application_uri, self.settings.scope)))
            .add_extra_param("response_mode", "query")
            .set_pkce_challenge(challenge)
            .url();
        let begun = Begun { binding: binding.to_owned(), verifier: Secret::new(verifier) };
        self.begun.put(&state, self.now().saturating_add(self.settings.pace.sign_in), begun);
        Ok(page.into())
    }

    /// Exchanges the code and checks the token exactly as one from Office.
    pub(crate) async fn ticket(&self, state: &str, code: &str) -> Result<String, Failure> {
        if state.len() > WORD_BYTES || code.is_empty() || code.len() > CODE_BYTES {
            return Err(garbled("this is no answer to a sign-in"));
        }
        let begun = self.begun.take(state, self.now());
        let begun = begun.ok_or_else(|| refused("the sign-in was not begun here, or took too long"))?;
        let token = self.code_exchanged(code, &begun.verifier).await?;
        let verified = self.verified(token.reveal()).await?;
        if verified.client != self.settings.client_id {
            return Err(refused("the sign-in was made for another client"));
        }
        let ticket = self.random();
        let held = Ticket { binding: begun.binding, token, until: verified.until };
        self.tickets.put(&ticket, self.now().saturating_add(self.settings.pace.ticket), held);
        Ok(ticket)
    }

    /// The opaque bearer; a wrong secret uses the ticket up.
    pub(crate) async fn bearer(&self, ticket: &str, secret: &str) -> Result<Secret, Failure> {
        if ticket.len() > WORD_BYTES || secret.len() > WORD_BYTES {
            return Err(garbled("this is no ticket"));
        }
        let held = self.tickets.take(ticket, self.now());
        let held = held.ok_or_else(|| refused("the ticket is used, unknown, or too old"))?;
        if hex(&Sha256::digest(secret.as_bytes())) != held.binding {
            return Err(refused("the ticket belongs to another pane"));
        }
        let bearer = self.random();
        self.sessions.put(&bearer, held.until, held.token);
        Ok(Secret::new(bearer))
    }

    /// The token behind an opaque bearer.
    pub(crate) fn session(&self, bearer: &str) -> Option<Secret> {
        if bearer.len() > WORD_BYTES { None } else { self.sessions.look(bearer, self.now()) }
    }

    fn client(&self) -> Result<Client, Failure> {
        let address = |_: url::ParseError| garbled("a sign-in address cannot be put together");
        let home = self.settings.home();
        let mut client = BasicClient::new(ClientId::new(self.settings.client_id.clone()));
        if let Some(secret) = &self.settings.client_secret {
            client = client.set_client_secret(ClientSecret::new(secret.reveal().to_owned()));
        }
        Ok(client
            .set_auth_type(oauth2::AuthType::RequestBody)
            .set_auth_uri(AuthUrl::new(self.settings.endpoint(home, "authorize")).map_err(address)?)
            .set_token_uri(TokenUrl::new(self.settings.endpoint(home, "token")).map_err(address)?)
            .set_redirect_uri(RedirectUrl::new(self.settings.redirect_url.clone()).map_err(address)?))
    }

    async fn code_exchanged(&self, code: &str, verifier: &Secret) -> Result<Secret, Failure> {
        let answer: Result<BasicTokenResponse, _> = self
            .client()?
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .set_pkce_verifier(PkceCodeVerifier::new(verifier.reveal().to_owned()))
            .request_async(&Relay(self))
            .await;
        match answer {
            Ok(token) => Ok(Secret::new(token.access_token().secret())),
            Err(oauth2::RequestTokenError::Request(failure)) => Err(failure.0),
            Err(_) => Err(Failure::new(FailureKind::Garbled, SYSTEM, "the answer holds no token")),
        }
    }

    /// Sends a request; any refusal becomes its failure here, where the body is still at hand.
    async fn accepted(&self, request: HttpRequest) -> Result<Response<Vec<u8>>, Broken> {
        let answer = self.wire.relay(request).await.map_err(Broken)?;
        if answer.status() == StatusCode::OK {
            return Ok(answer);
        }
        Err(Broken(refusal::of(&self.settings, self.settings.home(), answer.status(), answer.body())))
    }
}

/// Our own client, as the `oauth2` crate wants it.
struct Relay<'e>(&'e Entra);

impl<'c> AsyncHttpClient<'c> for Relay<'_> {
    type Error = Broken;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Vec<u8>>, Broken>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.0.accepted(request))
    }
}

/// A failure, as the `oauth2` crate wants its errors.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
struct Broken(Failure);

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
