//! Nested app authentication (<https://learn.microsoft.com/office/dev/add-ins/develop/enable-nested-app-authentication-in-your-add-in>):
//! Outlook fetches tokens for the add-in inside it, in the name of the registered application and for its own origin alone.

use super::session::person;
use crate::{
    entra::{Refusal, Scope, claims, claims_for, read_scope, sign},
    person::Person,
    world::World,
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

/// How Outlook takes to nested app authentication.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bridge {
    /// It is too old for it.
    #[default]
    Absent,
    /// It gives tokens.
    There,
    /// It gives them once the person has said yes in a window.
    Person,
    /// It finds no consent to the add-in's own scope.
    NoConsent,
    /// It has the bridge, and gives nothing (a setting of the tenant, a wrong origin).
    Refusing,
    /// It has the bridge, and never answers.
    Mute,
}

impl Bridge {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::There | Self::Person | Self::NoConsent | Self::Refusing => "there",
            Self::Mute => "mute",
        }
    }
}

/// One request of the library, with the origin that Outlook saw it come from.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Asked {
    origin: String,
    method: String,
    token_params: Value,
}

/// `POST /api/nested`: the body of an answer's envelope; a refusal is an answer, too.
pub(super) async fn nested(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
    Json(asked): Json<Asked>,
) -> Result<Json<Value>, StatusCode> {
    let person = person(&world, &headers)?;
    let wanted = json!({ "method": asked.method, "params": asked.token_params });
    world.open().nested.push(wanted);
    let answer = match asked.method.as_str() {
        "GetInitContext" => Ok(json!({ "initContext": {
            "sdkName": "town", "sdkVersion": "1.0.0", "capabilities": {}, "accountContext": account(&world, person),
        } })),
        "GetToken" => token(&world, person, &asked, false),
        "GetTokenPopup" => token(&world, person, &asked, true),
        _ => Err(error("PERSISTENT_ERROR", "invalid_request", "The method is not known.")),
    };
    Ok(Json(answer.unwrap_or_else(|error| json!({ "error": error }))))
}

fn token(world: &World, person: &Person, asked: &Asked, agreed: bool) -> Result<Value, Value> {
    let text = |name: &str| asked.token_params[name].as_str().unwrap_or_default();
    checked(world, &asked.origin, text("clientId"))?;
    let scope = read_scope(text("scope"), &world.settings).map_err(|refusal| refused(&refusal))?;
    if world.open().bridge == Bridge::NoConsent {
        return Err(refused(&Refusal::consent()));
    }
    let proof = text("claims").contains("acrs");
    if (proof || world.open().bridge == Bridge::Person) && !agreed {
        return Err(error("USER_INTERACTION_REQUIRED", "interaction_required", "AADSTS50076: more proof is needed."));
    }
    if agreed {
        world.open().bridge = Bridge::There;
    }
    let newer = agreed || asked.token_params["forceRefresh"] == true || text("claims").contains("access_token");
    let given = if newer { None } else { kept(world, person, text("scope")) };
    let given = given.or_else(|| given_now(world, person, &scope));
    let id = identity(world, person);
    let (Some(given), Some(id)) = (given, id) else {
        return Err(error(
            "TRANSIENT_ERROR",
            "temporarily_unavailable",
            "AADSTS90033: A transient error has occurred.",
        ));
    };
    let mut inner = world.open();
    inner.issued.extend([given.clone(), id.clone()]);
    inner.kept.insert((person.oid.clone(), text("scope").to_owned()), given.clone());
    drop(inner);
    let token = json!({
        "access_token": given, "id_token": id, "expires_in": world.settings.token_life, "scope": text("scope"),
    });
    Ok(json!({ "token": token, "account": account(world, person) }))
}

/// Whose application it is, and that its origin is registered as a redirect of the broker.
fn checked(world: &World, origin: &str, client: &str) -> Result<(), Value> {
    let host = origin.split("://").nth(1).unwrap_or_default();
    let inner = world.open();
    if inner.bridge == Bridge::Refusing || !inner.redirect_uris.contains(&format!("brk-multihub://{host}")) {
        let words = "The origin is not valid for Nested App Auth.";
        return Err(error("PERSISTENT_ERROR", "untrusted_origin", words));
    }
    if client != world.settings.client_id {
        let words = format!("AADSTS700016: Application with identifier '{client}' was not found in the directory.");
        return Err(error("PERSISTENT_ERROR", "unauthorized_client", &words));
    }
    Ok(())
}

/// Consent is for a person to give; the rest is wrong for good.
fn refused(refusal: &Refusal) -> Value {
    let words = refusal.words();
    if words.starts_with("AADSTS65001") {
        let told = error("USER_INTERACTION_REQUIRED", "invalid_grant", &words);
        return json!({ "status": told["status"], "code": told["code"], "subError": "consent_required", "description": words });
    }
    error("PERSISTENT_ERROR", "invalid_request", &words)
}

fn error(status: &str, code: &str, words: &str) -> Value {
    json!({ "status": status, "code": code, "description": words })
}

/// Outlook gives the token it has, until it is asked for a newer one.
fn kept(world: &World, person: &Person, scope: &str) -> Option<String> {
    world.open().kept.get(&(person.oid.clone(), scope.to_owned())).cloned()
}

fn given_now(world: &World, person: &Person, scope: &Scope) -> Option<String> {
    let claims = claims_for(world, person, (scope.resource, &scope.permissions));
    sign(&world.open(), &claims)
}

/// Who it is, for the add-in; no service may take it for an access token.
fn identity(world: &World, person: &Person) -> Option<String> {
    let mut claims = claims(world, person, &world.settings.client_id);
    if let Some(fields) = claims.as_object_mut() {
        fields.retain(|name, _| !["scp", "azp", "azpacr", "roles", "groups"].contains(&name.as_str()));
    }
    sign(&world.open(), &claims)
}

fn account(world: &World, person: &Person) -> Value {
    let tenant = &world.settings.tenant;
    json!({
        "homeAccountId": format!("{}.{tenant}", person.oid),
        "environment": world.at.entra.split("://").nth(1),
        "tenantId": tenant,
        "username": person.upn,
        "localAccountId": person.oid,
        "name": person.name,
    })
}
