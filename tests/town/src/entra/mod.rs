//! Entra ID as the identity platform's documentation describes it: metadata, keys, sign-in page, token endpoint.

mod authorize;
mod client;
mod exchange;
mod keys;
mod refusal;
mod scope;
mod token;

pub(crate) use authorize::Code;
pub(crate) use authorize::escaped;
pub(crate) use exchange::Scripted;
pub(crate) use keys::Keys;
pub(crate) use refusal::Refusal;
pub(crate) use scope::{ARCHIVE, Asked as Scope, read as read_scope};
pub(crate) use token::{BACK, Flaw, claims, claims_for, sign, verify};

use crate::world::World;
use axum::{
    Json, Router,
    extract::{Path, State},
    routing::{get, post},
};
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) fn router(world: Arc<World>) -> Router {
    Router::new()
        .route("/{tid}/v2.0/.well-known/openid-configuration", get(metadata))
        .route("/{tid}/discovery/v2.0/keys", get(keys))
        .route("/{tid}/oauth2/v2.0/authorize", get(authorize::page))
        .route("/{tid}/login", post(authorize::choose))
        .route("/{tid}/oauth2/v2.0/token", post(exchange::token))
        .with_state(world)
}

fn known_tenant(world: &World, tid: &str) -> Result<(), Refusal> {
    if tid == world.settings.tenant { Ok(()) } else { Err(Refusal::tenant()) }
}

async fn metadata(State(world): State<Arc<World>>, Path(tid): Path<String>) -> Result<Json<Value>, Refusal> {
    known_tenant(&world, &tid)?;
    let root = format!("{}/{tid}", world.at.entra);
    Ok(Json(json!({
        "issuer": world.issuer(),
        "authorization_endpoint": format!("{root}/oauth2/v2.0/authorize"),
        "token_endpoint": format!("{root}/oauth2/v2.0/token"),
        "jwks_uri": format!("{root}/discovery/v2.0/keys"),
        "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic", "private_key_jwt"],
        "response_modes_supported": ["query", "fragment", "form_post"],
        "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "tenant_region_scope": "EU",
    })))
}

async fn keys(State(world): State<Arc<World>>, Path(tid): Path<String>) -> Result<Json<Value>, Refusal> {
    known_tenant(&world, &tid)?;
    let issuer = world.issuer();
    Ok(Json(world.open().keys.published(&issuer)))
}
