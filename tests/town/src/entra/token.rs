//! Tokens (tilgangstokener): their claims, signature and check.

use super::scope::Resource;
use crate::{
    person::Person,
    world::{Inner, World},
};
use jsonwebtoken::{Algorithm, Header, Validation, decode, decode_header, encode};
use serde_json::{Value, json};

/// Seconds by which Entra dates its tokens back, for the clocks of others.
pub(crate) const BACK: i64 = 300;
const GRAPH: &str = "https://graph.microsoft.com";

/// The claims of a person's token for our API (`access_as_user`), fetched by the application `azp`.
pub(crate) fn claims(world: &World, person: &Person, azp: &str) -> Value {
    let now = world.now();
    let (roles, begun): (Vec<&String>, i64) = {
        let inner = world.open();
        let withdrawn = |role: &String| inner.withdrawn.contains(&(person.key.clone(), role.clone()));
        (person.roles.iter().filter(|role| !withdrawn(role)).collect(), now - inner.back)
    };
    json!({
        "aud": world.settings.client_id,
        "iss": world.issuer(),
        "iat": begun,
        "nbf": begun,
        "exp": now + world.settings.token_life,
        "azp": azp,
        "azpacr": "1",
        "name": person.name,
        "oid": person.oid,
        "preferred_username": person.upn,
        "roles": roles,
        "groups": person.groups,
        "scp": "access_as_user",
        "sub": format!("{}-pairwise", person.oid),
        "tid": world.settings.tenant,
        "uti": crate::world::random(),
        "ver": "2.0",
    })
}

/// The claims of a token for a resource with permissions; Graph's own tokens are of version 1.
pub(crate) fn claims_for(world: &World, person: &Person, (resource, permissions): (Resource, &[String])) -> Value {
    let mut claims = claims(world, person, &world.settings.client_id);
    claims["scp"] = json!(permissions.join(" "));
    if resource == Resource::Archive {
        claims["aud"] = json!(super::scope::ARCHIVE);
    }
    if resource == Resource::Graph {
        claims["aud"] = json!(GRAPH);
        claims["iss"] = json!(format!("https://sts.windows.net/{}/", world.settings.tenant));
        claims["appid"] = json!(world.settings.client_id);
        claims["upn"] = json!(person.upn);
        claims["ver"] = json!("1.0");
    }
    claims
}

/// Signs claims with the key in use.
pub(crate) fn sign(inner: &Inner, claims: &Value) -> Option<String> {
    let key = inner.keys.signing()?;
    let mut header = Header::new(Algorithm::RS256);
    header.kid = Some(key.id.clone());
    encode(&header, claims, &key.signing).ok()
}

/// What is wrong with a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// Not one of our tokens, or tampered with.
    Signature,
    /// Meant for somebody else.
    Audience,
    /// Too old, or not valid yet.
    Expired,
}

/// Checks signature, audience and time; `None` as audience means Graph.
pub(crate) fn verify(world: &World, token: &str, audience: Option<&str>) -> Result<Value, Flaw> {
    let kid = decode_header(token).ok().and_then(|header| header.kid).ok_or(Flaw::Signature)?;
    let key = world.open().keys.find(&kid).and_then(super::keys::Key::checking).ok_or(Flaw::Signature)?;
    let mut validation = Validation::new(Algorithm::RS256);
    // Time is compared below, with the town's own clock.
    validation.validate_exp = false;
    validation.validate_aud = false;
    let claims: Value = decode(token, &key, &validation).map_err(|_| Flaw::Signature)?.claims;
    let aud = claims["aud"].as_str().unwrap_or_default();
    let right = audience.map_or(aud == GRAPH || aud == "00000003-0000-0000-c000-000000000000", |wanted| aud == wanted);
    if !right {
        return Err(Flaw::Audience);
    }
    let (now, from, until) = (world.now(), claims["nbf"].as_i64(), claims["exp"].as_i64());
    if until.is_none_or(|until| until <= now) || from.is_some_and(|from| from > now + 300) {
        return Err(Flaw::Expired);
    }
    Ok(claims)
}
