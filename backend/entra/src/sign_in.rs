//! The fallback sign-in (innlogging i eget vindu): code + PKCE, then a ticket for the window, which the pane changes for a bearer.
//!
//! Everything is good once, ends soon, and is bound: the code to our verifier, the state to one beginning, the identity token to its
//! nonce, the ticket to a secret that only the pane knows. Whoever steals a link, a ticket or an address bar gets nothing.

use crate::{
    Entra, garbled, refusal, refused,
    session::{WORD_BYTES, Whose},
};
use domain::port::{Failure, Secret};
use oauth2::{
    AsyncHttpClient, AuthUrl, AuthorizationCode, ClientId, CsrfToken, EndpointNotSet, EndpointSet, ExtraTokenFields,
    HttpRequest, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RefreshToken, RequestTokenError, Scope,
    StandardRevocableToken, StandardTokenResponse, TokenResponse, TokenUrl,
    basic::{BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse, BasicTokenType},
    http::{Response, StatusCode},
    url,
};
use serde::{Deserialize, Serialize};
use std::{fmt, pin::Pin};

/// Bytes of a code; Entra's are below 2 kB.
const CODE_BYTES: usize = 8 * 1024;

/// A sign-in that has begun.
#[derive(Clone)]
pub(crate) struct Begun {
    binding: String,
    verifier: Secret,
    nonce: Secret,
}

/// A sign-in that has come back, to be fetched by the pane.
#[derive(Clone)]
pub(crate) struct Ticket {
    pub(crate) binding: String,
    pub(crate) person: Whose,
    pub(crate) token: Secret,
    /// What renews the token; empty where Entra gave nothing.
    pub(crate) renewal: Secret,
    pub(crate) until: i64,
}

/// What the token address answers besides the standard fields.
#[derive(Deserialize, Serialize)]
struct Identified {
    id_token: Option<String>,
}

impl fmt::Debug for Identified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

impl ExtraTokenFields for Identified {}

type Answer = StandardTokenResponse<Identified, BasicTokenType>;
type Client<Authorize, Token> = oauth2::Client<
    BasicErrorResponse,
    Answer,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    Authorize,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    Token,
>;
type Refused = RequestTokenError<Broken, BasicErrorResponse>;

impl Entra {
    /// The address of the sign-in page, with a state that is good once.
    pub(crate) fn sign_in_page(&self, binding: &str) -> Result<String, Failure> {
        if binding.len() != 64 || !binding.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(garbled("the sign-in is not bound to a secret"));
        }
        let (state, verifier, nonce) = (self.random(), self.random(), self.random());
        let proof = PkceCodeVerifier::new(verifier.clone());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&proof);
        let named = CsrfToken::new(state.clone());
        let (page, _) = self
            .client()?
            .authorize_url(|| named)
            .add_scopes(["openid", "profile", "offline_access"].map(|scope| Scope::new(scope.to_owned())))
            .add_scope(self.scope())
            .add_extra_param("response_mode", "query")
            .add_extra_param("nonce", &nonce)
            .set_pkce_challenge(challenge)
            .url();
        let begun = Begun { binding: binding.to_owned(), verifier: Secret::new(verifier), nonce: Secret::new(nonce) };
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
        let answer = self.code_exchanged(code, &begun.verifier).await?;
        let token = Secret::new(answer.access_token().secret());
        let verified = self.verified(token.reveal()).await?;
        if verified.client != self.settings.client_id {
            return Err(refused("the sign-in was made for another client"));
        }
        let identity = answer.extra_fields().id_token.as_deref();
        let identity = identity.ok_or_else(|| refused("the sign-in came back without an identity token"))?;
        self.identified(identity, begun.nonce.reveal(), &verified.caller).await?;
        let renewal = Secret::new(answer.refresh_token().map_or("", |renewal| renewal.secret()));
        let ticket = self.random();
        let person = Whose::of(&verified.caller);
        let held = Ticket { binding: begun.binding, person, token, renewal, until: verified.until };
        self.tickets.put(&ticket, self.now().saturating_add(self.settings.pace.ticket), held);
        Ok(ticket)
    }

    fn client(&self) -> Result<Client<EndpointSet, EndpointSet>, Failure> {
        let address = |_: url::ParseError| garbled("a sign-in address cannot be put together");
        let home = self.settings.home();
        Ok(Client::new(ClientId::new(self.settings.client_id.clone()))
            .set_auth_type(oauth2::AuthType::RequestBody)
            .set_auth_uri(AuthUrl::new(self.settings.endpoint(home, "authorize")).map_err(address)?)
            .set_token_uri(TokenUrl::new(self.settings.endpoint(home, "token")).map_err(address)?)
            .set_redirect_uri(RedirectUrl::new(self.settings.redirect_url.clone()).map_err(address)?))
    }

    fn scope(&self) -> Scope {
        Scope::new(format!("{}/{}", self.settings.application_uri, self.settings.scope))
    }

    async fn code_exchanged(&self, code: &str, verifier: &Secret) -> Result<Answer, Failure> {
        let (client, proof) = (self.client()?, self.proof_at_home()?);
        let mut asked = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .set_pkce_verifier(PkceCodeVerifier::new(verifier.reveal().to_owned()));
        for (name, value) in &proof {
            asked = asked.add_extra_param(*name, value.reveal());
        }
        asked.request_async(&Relay(self)).await.map_err(unexchanged)
    }

    /// What proves that we are ourselves where people sign in.
    fn proof_at_home(&self) -> Result<Vec<(&'static str, Secret)>, Failure> {
        self.proof(&self.settings.endpoint(self.settings.home(), "token"))
    }

    /// A newer access token of a session.
    pub(crate) async fn renewal_exchanged(&self, renewal: &Secret) -> Result<Secret, Failure> {
        let (client, renewal) = (self.client()?, RefreshToken::new(renewal.reveal().to_owned()));
        let proof = self.proof_at_home()?;
        let mut asked = client.exchange_refresh_token(&renewal).add_scope(self.scope());
        for (name, value) in &proof {
            asked = asked.add_extra_param(*name, value.reveal());
        }
        let answer = asked.request_async(&Relay(self)).await.map_err(unexchanged)?;
        Ok(Secret::new(answer.access_token().secret()))
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

fn unexchanged(refused: Refused) -> Failure {
    match refused {
        RequestTokenError::Request(broken) => broken.0,
        _ => garbled("the answer holds no token"),
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
