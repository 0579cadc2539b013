//! The token endpoint: a code, or somebody's token on their behalf, for a new token.

use super::{
    Code, Refusal, client, known_tenant,
    scope::{self, Asked, Resource},
    token::{self, Flaw},
};
use crate::{person::Person, world::World};
use axum::{
    Json,
    extract::{Form, Path, State},
    http::HeaderMap,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// A refusal that a test scripts for the next exchange on somebody's behalf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scripted {
    /// AADSTS50076 with a claims challenge: the person must prove more.
    Interaction,
    /// AADSTS65001: nobody consented.
    Consent,
}

const ON_BEHALF: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/// A form in which no name may appear twice.
pub(super) struct Parameters(Vec<(String, String)>);

impl Parameters {
    fn once(pairs: Vec<(String, String)>) -> Result<Self, Refusal> {
        for (index, (name, _)) in pairs.iter().enumerate() {
            if pairs.iter().skip(index + 1).any(|(other, _)| other == name) {
                let words = format!("The request is not properly formatted. The parameter '{name}' is duplicated.");
                return Err(Refusal::new("invalid_request", 9_000_411, words));
            }
        }
        Ok(Self(pairs))
    }

    pub(super) fn optional(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn required(&self, name: &str) -> Result<&str, Refusal> {
        self.optional(name).filter(|value| !value.is_empty()).ok_or_else(|| Refusal::missing(name))
    }
}

/// `POST …/token`.
pub(crate) async fn token(
    State(world): State<Arc<World>>,
    Path(tid): Path<String>,
    headers: HeaderMap,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Json<Value>, Refusal> {
    known_tenant(&world, &tid)?;
    let form = Parameters::once(pairs)?;
    let grant = form.required("grant_type")?;
    client::authenticated(&world, &form, &headers)?;
    match grant {
        "authorization_code" => by_code(&world, &form),
        "refresh_token" => by_renewal(&world, &form),
        ON_BEHALF => on_behalf(&world, &form),
        // The application has no rights of its own, so the token opens nothing here.
        "client_credentials" => {
            Ok(json!({"token_type": "Bearer", "expires_in": 3599, "access_token": crate::world::random()}))
        }
        other => {
            let words = format!("The app requested an unsupported grant type '{other}'.");
            Err(Refusal::new("unsupported_grant_type", 70003, words))
        }
    }
    .map(Json)
}

fn by_code(world: &World, form: &Parameters) -> Result<Value, Refusal> {
    let stale = || Refusal::new("invalid_grant", 70000, "The provided authorization code is invalid, used or expired.");
    let code = world.open().codes.remove(form.required("code")?).ok_or_else(stale)?;
    if code.expires <= world.now() {
        return Err(stale());
    }
    if form.required("redirect_uri")? != code.redirect_uri {
        return Err(Refusal::new("invalid_grant", 500_112, "The reply address does not match the one of the code."));
    }
    if URL_SAFE_NO_PAD.encode(Sha256::digest(form.required("code_verifier")?)) != code.challenge {
        let words = "The code_verifier does not match the code_challenge supplied in the authorization request.";
        return Err(Refusal::new("invalid_grant", 501_481, words));
    }
    let person = world.person(&code.person).ok_or_else(stale)?;
    let scope = form.optional("scope").unwrap_or(&code.scope);
    let asked = scope::read(scope, &world.settings)?;
    let mut answer = issued(world, person, &asked)?;
    if asked.openid {
        answer["id_token"] = json!(identity(world, person, &code));
    }
    if names(scope, "offline_access") {
        let renewal = format!("1.{}", crate::world::random());
        answer["refresh_token"] = json!(renewal);
        world.open().renewals.insert(renewal, (person.key.clone(), scope.to_owned()));
    }
    world.open().issued.extend(
        ["access_token", "id_token", "refresh_token"].iter().filter_map(|name| Some(answer[name].as_str()?.to_owned())),
    );
    Ok(answer)
}

/// A refresh token for a new access token, as long as nobody ended it; it stays good, as Entra's do.
fn by_renewal(world: &World, form: &Parameters) -> Result<Value, Refusal> {
    let ended = || Refusal::new("invalid_grant", 50173, "The provided grant has expired due to it being revoked.");
    let (key, scope) = world.open().renewals.get(form.required("refresh_token")?).cloned().ok_or_else(ended)?;
    let person = world.person(&key).ok_or_else(ended)?;
    issued(world, person, &scope::read(form.optional("scope").unwrap_or(&scope), &world.settings)?)
}

fn names(scope: &str, word: &str) -> bool {
    scope.split(' ').any(|one| one == word)
}

fn identity(world: &World, person: &Person, code: &Code) -> Option<String> {
    let mut claims = token::claims(world, person, &world.settings.client_id);
    if let Some(fields) = claims.as_object_mut() {
        fields.retain(|name, _| !["scp", "azp", "azpacr"].contains(&name.as_str()));
        // Who the person is, is told only to an application that asked for the profile.
        let profile = ["oid", "tid", "name", "preferred_username"];
        fields.retain(|name, _| names(&code.scope, "profile") || !profile.contains(&name.as_str()));
        fields.insert("nonce".to_owned(), json!(code.nonce));
    }
    token::sign(&world.open(), &claims)
}

fn on_behalf(world: &World, form: &Parameters) -> Result<Value, Refusal> {
    if form.required("requested_token_use")? != "on_behalf_of" {
        return Err(Refusal::new("invalid_request", 900_023, "The value of 'requested_token_use' is not supported."));
    }
    let claims = assertion(world, form.required("assertion")?)?;
    if claims["idtyp"] == "app" || claims["scp"].as_str().is_none_or(str::is_empty) {
        let words = "Application is not allowed to make application on-behalf-of calls.";
        return Err(Refusal::new("invalid_grant", 7_000_114, words));
    }
    let asked = scope::read(form.required("scope")?, &world.settings)?;
    if asked.resource == Resource::Own {
        return Err(Refusal::new("invalid_scope", 70011, "The scope must name the permissions of a downstream API."));
    }
    match world.open().refusals.pop_front() {
        Some(Scripted::Interaction) => return Err(Refusal::interaction()),
        Some(Scripted::Consent) => return Err(Refusal::consent()),
        None => {}
    }
    let oid = claims["oid"].as_str().unwrap_or_default();
    let person = world
        .person(oid)
        .ok_or_else(|| Refusal::new("invalid_grant", 50034, "The user account does not exist in the directory."))?;
    issued(world, person, &asked)
}

fn assertion(world: &World, text: &str) -> Result<Value, Refusal> {
    let (number, words) = match token::verify(world, text, Some(&world.settings.client_id)) {
        Ok(claims) => return Ok(claims),
        Err(Flaw::Signature) => (50013, "Assertion failed signature validation."),
        Err(Flaw::Audience) => (500_131, "Assertion audience does not match the Client app presenting the assertion."),
        Err(Flaw::Expired) => (500_133, "Assertion is not within its valid time range."),
    };
    Err(Refusal::new("invalid_grant", number, words))
}

fn issued(world: &World, person: &Person, asked: &Asked) -> Result<Value, Refusal> {
    let claims = token::claims_for(world, person, (asked.resource, &asked.permissions));
    let signed = token::sign(&world.open(), &claims)
        .ok_or_else(|| Refusal::new("temporarily_unavailable", 90033, "A transient error has occurred."))?;
    let life = world.settings.token_life;
    Ok(json!({
        "token_type": "Bearer",
        "scope": asked.permissions.join(" "),
        "expires_in": life,
        "ext_expires_in": life,
        "access_token": signed,
    }))
}
