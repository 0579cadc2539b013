//! An identity provider on loopback: discovery, keys and the token address, with switches for bad days.

use super::{CLIENT, KARI, NEIGHBOUR, OFFICE, START, TENANT};
use aws_lc_rs::{
    rand::SystemRandom,
    rsa::{KeyPair, KeySize},
    signature::{KeyPair as _, RSA_PKCS1_SHA256},
};
use axum::{
    Form, Json, Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, OnceLock},
};
use tokio::task::JoinHandle;

/// What the provider has and has seen.
#[derive(Default)]
pub(in crate::tests) struct Desk {
    /// Published keys by name.
    pub(in crate::tests) published: Vec<(String, Value)>,
    /// The keys of the other tenant, where they are other keys.
    pub(in crate::tests) neighbour: Option<Vec<(String, Value)>>,
    /// How often the keys were read.
    pub(in crate::tests) readings: usize,
    /// Answers 503 to everything but tokens.
    pub(in crate::tests) away: bool,
    /// How the address of the keys misbehaves.
    pub(in crate::tests) sick: Option<Sick>,
    /// Said in discovery instead of the truth.
    pub(in crate::tests) issuer: Option<String>,
    /// Said in discovery instead of the truth.
    pub(in crate::tests) jwks_uri: Option<String>,
    /// Forms posted to the token address, with the tenant.
    pub(in crate::tests) forms: Vec<(String, HashMap<String, String>)>,
    /// What the token address answers next; then a token named after its place.
    pub(in crate::tests) answers: VecDeque<(u16, String)>,
    /// The token address never answers.
    pub(in crate::tests) stalled: bool,
}

/// What an address can do instead of answering.
#[derive(Clone, Debug)]
pub(in crate::tests) enum Sick {
    /// Nothing, for ever.
    Silent,
    /// This body, with status 200.
    Says(String),
    /// A redirect to this address.
    Sends(String),
}

pub(in crate::tests) struct Provider {
    pub(in crate::tests) address: String,
    pub(in crate::tests) desk: Arc<Mutex<Desk>>,
    server: JoinHandle<()>,
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.server.abort();
    }
}

type At = State<(String, Arc<Mutex<Desk>>)>;

impl Provider {
    pub(in crate::tests) async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let desk = Arc::new(Mutex::new(Desk::default()));
        desk.lock().unwrap().published.push(jwk("first", key(0)));
        let routes = Router::new()
            .route("/{tenant}/v2.0/.well-known/openid-configuration", get(discovery))
            .route("/{tenant}/discovery/v2.0/keys", get(keys))
            .route("/{tenant}/oauth2/v2.0/token", post(token))
            .with_state((address.clone(), Arc::clone(&desk)));
        let server = tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
        Self { address, desk, server }
    }

    pub(in crate::tests) fn desk(&self) -> std::sync::MutexGuard<'_, Desk> {
        self.desk.lock().unwrap()
    }

    /// The claims of a good token of Kari's.
    pub(in crate::tests) fn claims(&self) -> Value {
        json!({
            "iss": format!("{}/{TENANT}/v2.0", self.address), "tid": TENANT, "aud": CLIENT, "azp": OFFICE, "ver": "2.0",
            "exp": START + 3600, "nbf": START - 5, "iat": START - 5, "scp": "profile access_as_user", "oid": KARI,
            "name": "Kari Nordby", "preferred_username": "Kari.Nordby@fjordvik.kommune.no",
            "roles": ["Reviewer", "Caseworker", "Mayor"], "sub": "x",
        })
    }

    /// The claims of the identity token of a sign-in of Kari's.
    pub(in crate::tests) fn identity(&self, nonce: &str) -> Value {
        json!({
            "iss": format!("{}/{TENANT}/v2.0", self.address), "tid": TENANT, "aud": CLIENT, "ver": "2.0", "oid": KARI,
            "exp": START + 3600, "nbf": START - 5, "iat": START - 5, "nonce": nonce, "name": "Kari Nordby", "sub": "x",
        })
    }

    /// A good token.
    pub(in crate::tests) fn token(&self) -> String {
        signed(&json!({"alg": "RS256", "typ": "JWT", "kid": "first", "x5t": "unused"}), &self.claims(), key(0))
    }
}

async fn discovery(State((address, desk)): At, Path(tenant): Path<String>) -> impl IntoResponse {
    let desk = desk.lock().unwrap();
    let issuer = desk.issuer.clone().unwrap_or_else(|| format!("{address}/{tenant}/v2.0"));
    let keys = desk.jwks_uri.clone().unwrap_or_else(|| format!("{address}/{tenant}/discovery/v2.0/keys"));
    let status = if desk.away { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
    (status, Json(json!({"issuer": issuer, "jwks_uri": keys, "authorization_endpoint": "unused"})))
}

async fn keys(State((_, desk)): At, Path(tenant): Path<String>) -> Response {
    let (sick, published) = {
        let mut desk = desk.lock().unwrap();
        desk.readings += 1;
        let theirs = desk.neighbour.as_ref().filter(|_| tenant == NEIGHBOUR);
        let published = theirs.unwrap_or(&desk.published);
        (desk.sick.clone(), json!({ "keys": published.iter().map(|(_, key)| key).collect::<Vec<_>>() }))
    };
    match sick {
        None => Json(published).into_response(),
        Some(Sick::Says(body)) => body.into_response(),
        Some(Sick::Sends(place)) => Redirect::temporary(&place).into_response(),
        Some(Sick::Silent) => std::future::pending().await,
    }
}

async fn token(
    State((_, desk)): At,
    Path(tenant): Path<String>,
    Form(form): Form<HashMap<String, String>>,
) -> impl IntoResponse {
    let (stalled, place, answer) = {
        let mut desk = desk.lock().unwrap();
        desk.forms.push((tenant, form));
        (desk.stalled, desk.forms.len(), desk.answers.pop_front())
    };
    if stalled {
        std::future::pending::<()>().await;
    }
    let (status, body) = answer.unwrap_or_else(|| {
        let token = json!({"token_type": "Bearer", "expires_in": 3600, "access_token": format!("graph-{place}")});
        (200, token.to_string())
    });
    (StatusCode::from_u16(status).unwrap(), [("content-type", "application/json")], body)
}

/// Three keys, made once for all tests.
pub(in crate::tests) fn key(which: usize) -> &'static KeyPair {
    static KEYS: OnceLock<Vec<KeyPair>> = OnceLock::new();
    &KEYS.get_or_init(|| (0..3).map(|_| KeyPair::generate(KeySize::Rsa2048).unwrap()).collect())[which]
}

/// The modulus: in the DER form of a 2048-bit key with the usual exponent it is bytes 9 to 265.
pub(in crate::tests) fn modulus(key: &KeyPair) -> Vec<u8> {
    key.public_key().as_ref()[9..265].to_vec()
}

pub(in crate::tests) fn jwk(kid: &str, key: &KeyPair) -> (String, Value) {
    let n = URL_SAFE_NO_PAD.encode(modulus(key));
    (kid.to_owned(), json!({"kty": "RSA", "use": "sig", "kid": kid, "n": n, "e": "AQAB", "x5c": ["unused"]}))
}

pub(in crate::tests) fn signed(header: &Value, claims: &Value, key: &KeyPair) -> String {
    signed_text(&header.to_string(), &claims.to_string(), key)
}

/// Signed with the first key, under its name.
pub(in crate::tests) fn well_signed(claims: &Value) -> String {
    signed(&json!({"alg": "RS256", "kid": "first"}), claims, key(0))
}

pub(in crate::tests) fn signed_text(header: &str, claims: &str, key: &KeyPair) -> String {
    signed_bytes(header.as_bytes(), claims.as_bytes(), key)
}

pub(in crate::tests) fn signed_bytes(header: &[u8], claims: &[u8], key: &KeyPair) -> String {
    let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    let mut signature = vec![0; key.public_modulus_len()];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message.as_bytes(), &mut signature).unwrap();
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
}
