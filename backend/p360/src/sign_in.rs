//! How we are let in (innlogging): by a key, or by a token for the application itself, which lives in memory.

use crate::{Entrance, ask::Service, failure};
use domain::port::{Failure, Secret};
use reqwest::{RequestBuilder, header};
use serde::Deserialize;
use std::time::Duration;
use tokio::{sync::Mutex, time::Instant};

/// A token is not used in its last seconds.
const MARGIN: Duration = Duration::from_secs(30);

/// A token and when it is renewed.
#[derive(Clone)]
pub(crate) struct Token {
    secret: Secret,
    until: Instant,
}

/// The token in use.
pub(crate) type Kept = Mutex<Option<Token>>;

#[derive(Deserialize)]
struct Given {
    access_token: String,
    token_type: String,
    #[serde(default)]
    expires_in: u64,
}

/// A request as it is let in; `fresh` fetches a new token first.
pub(crate) async fn let_in(service: &Service, request: RequestBuilder, fresh: bool) -> Result<RequestBuilder, Failure> {
    let settings = service.settings();
    let request = request.header("clientid", &settings.client_id);
    match &settings.entrance {
        Entrance::Key(key) => Ok(request.header(header::AUTHORIZATION, format!("authkey {}", key.reveal()))),
        Entrance::Token { secret, scope, .. } => {
            let mut kept = service.token().lock().await;
            let held = kept.clone().filter(|token| Instant::now() < token.until && !fresh);
            let token = match held {
                Some(token) => token,
                None => kept.insert(fetched(service, secret, scope).await?).clone(),
            };
            Ok(request.bearer_auth(token.secret.reveal()))
        }
    }
}

async fn fetched(service: &Service, secret: &Secret, scope: &str) -> Result<Token, Failure> {
    let endpoint = service.endpoint().ok_or_else(|| failure::not_signed_in("token_url is not written"))?;
    let id = service.settings().client_id.as_str();
    let form =
        [("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret.reveal()), ("scope", scope)];
    let asked = Instant::now();
    let answer = service.sent(service.client().post(endpoint.clone()).form(&form)).await?;
    if answer.status().is_client_error() {
        return Err(failure::not_signed_in("the identity provider does not know our name and secret"));
    }
    let given: Given = service.read(answer).await?;
    if !given.token_type.eq_ignore_ascii_case("bearer") || given.access_token.is_empty() {
        return Err(failure::not_signed_in("the token is no bearer"));
    }
    let life = Duration::from_secs(given.expires_in).saturating_sub(MARGIN);
    Ok(Token { secret: Secret::new(given.access_token), until: asked + life })
}
