//! Signing in (innlogging): OpenID Connect, a bearer for the rest (chapter 4).

use super::{feil::Feil, kernel::Clerk, running::State};
use crate::{graph::unpercent, world::random};
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Response, StatusCode, header},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

/// Seconds that a token lasts.
const LIFE: u64 = 3600;

/// Where tokens are given out.
pub(super) fn configuration(state: &State) -> Response<Body> {
    let root = &state.open().root;
    json_answer(
        StatusCode::OK,
        &json!({
            "issuer": root, "token_endpoint": format!("{root}token"), "grant_types_supported": ["password", "client_credentials"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "authorization_endpoint": format!("{root}authorize"), "jwks_uri": format!("{root}jwks"),
            "response_types_supported": ["code"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }),
    )
}

/// A token for who knows the password, or the secret of a service.
pub(super) fn token(state: &State, headers: &HeaderMap, body: &[u8]) -> Response<Body> {
    let form = String::from_utf8_lossy(body).into_owned();
    let sent = |wanted: &str| {
        let pairs = form.split('&').filter_map(|pair| pair.split_once('='));
        pairs.filter(|(name, _)| *name == wanted).map(|(_, value)| unpercent(&value.replace('+', " "))).next()
    };
    let (id, secret) =
        basic(headers).or_else(|| Some((sent("client_id")?, sent("client_secret")?))).unwrap_or_default();
    let (name, password) = match sent("grant_type").as_deref() {
        Some("password") => (sent("username").unwrap_or_default(), sent("password").unwrap_or_default()),
        Some("client_credentials") => (id, secret),
        _ => return json_answer(StatusCode::BAD_REQUEST, &json!({ "error": "unsupported_grant_type" })),
    };
    let clerk = state.settings.clerks.iter().find(|clerk| clerk.name == name && clerk.password == password);
    let Some(clerk) = clerk else {
        return json_answer(StatusCode::BAD_REQUEST, &json!({ "error": "invalid_grant" }));
    };
    let (token, renewal) = (random(), random());
    state.open().tokens.insert(token.clone(), clerk.clone());
    json_answer(
        StatusCode::OK,
        &json!({
            "token_type": "Bearer", "access_token": token, "expires_in": LIFE, "refresh_token": renewal, "refresh_expires_in": LIFE,
        }),
    )
}

fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let text = headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Basic ")?;
    let pair = String::from_utf8(STANDARD.decode(text).ok()?).ok()?;
    let (id, secret) = pair.split_once(':')?;
    Some((unpercent(id), unpercent(secret)))
}

/// Who calls.
pub(super) fn clerk(state: &State, headers: &HeaderMap) -> Result<Clerk, Feil> {
    let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
    let own = bearer.and_then(|token| state.open().tokens.get(token).cloned());
    let clerk = own.or_else(|| state.vouched(bearer?));
    clerk.ok_or_else(|| Feil(StatusCode::UNAUTHORIZED, "Logg inn først".to_owned()))
}

fn json_answer(status: StatusCode, value: &Value) -> Response<Body> {
    let mut response = super::feil::answer(status, value);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
