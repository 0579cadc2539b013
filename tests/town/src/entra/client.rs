//! Who asks at the token endpoint: the application by its secret, or by a word that the key of its certificate signed
//! (<https://learn.microsoft.com/entra/identity-platform/certificate-credentials>).

use super::{Refusal, exchange::Parameters};
use crate::world::World;
use axum::http::{HeaderMap, header};
use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use rustls_pki_types::{CertificateDer, pem::PemObject};
use serde_json::Value;
use sha2::{Digest, Sha256};
use webpki::EndEntityCert;

const KIND: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// Length of what wraps a 2048-bit RSA key in a certificate; the verifier wants the key alone.
const WRAPPING: usize = 24;
/// Seconds the clocks may differ.
const SKEW: i64 = 300;

/// Client id and secret, in the form or by HTTP Basic, or client id and a signed word.
pub(super) fn authenticated(world: &World, form: &Parameters, headers: &HeaderMap) -> Result<(), Refusal> {
    let basic = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).and_then(basic);
    let (id, secret) = match &basic {
        Some((id, secret)) => (id.as_str(), Some(secret.as_str())),
        None => (form.required("client_id")?, form.optional("client_secret")),
    };
    if id != world.settings.client_id {
        return Err(Refusal::client(700_016, "The application was not found in the directory."));
    }
    match (secret, form.optional("client_assertion")) {
        (Some(secret), None) if secret == world.settings.client_secret => Ok(()),
        (Some(_), _) => Err(Refusal::client(7_000_215, "Invalid client secret provided.")),
        (None, Some(word)) if form.required("client_assertion_type")? == KIND => signed(world, word),
        (None, Some(_)) => {
            Err(Refusal::new("invalid_request", 900_023, "The 'client_assertion_type' is not supported."))
        }
        (None, None) => {
            let words = "The request body must contain 'client_assertion' or 'client_secret'.";
            Err(Refusal::client(7_000_218, words))
        }
    }
}

fn basic(value: &str) -> Option<(String, String)> {
    let text = String::from_utf8(STANDARD.decode(value.strip_prefix("Basic ")?).ok()?).ok()?;
    let (id, secret) = text.split_once(':')?;
    Some((crate::graph::unpercent(id), crate::graph::unpercent(secret)))
}

/// A word that the registered certificate's key signed for this address, about the application itself, now.
fn signed(world: &World, word: &str) -> Result<(), Refusal> {
    let unsigned = || Refusal::client(700_027, "Client assertion failed signature validation.");
    let claims = proved(world, word).ok_or_else(unsigned)?;
    let us = world.settings.client_id.as_str();
    if claims["iss"] != us || claims["sub"] != us {
        return Err(Refusal::client(700_021, "Client assertion application identifier doesn't match 'client_id'."));
    }
    if claims["aud"] != format!("{}/{}/oauth2/v2.0/token", world.at.entra, world.settings.tenant) {
        return Err(Refusal::client(700_023, "Client assertion audience claim does not match Realm issuer."));
    }
    let (now, from, until) = (world.now(), claims["nbf"].as_i64(), claims["exp"].as_i64());
    let is_now = from.is_none_or(|from| from <= now + SKEW) && until.is_some_and(|until| until > now);
    match (is_now, claims["jti"].as_str()) {
        (true, Some(id)) if !id.is_empty() => Ok(()),
        (true, _) => Err(Refusal::client(50027, "The given token is malformed: 'jti' is missing.")),
        (false, _) => Err(Refusal::client(700_024, "Client assertion is not within its valid time range.")),
    }
}

/// The claims, where the certificate that the header names is the registered one and its key signed them.
fn proved(world: &World, word: &str) -> Option<Value> {
    let certificate = CertificateDer::from_pem_slice(world.settings.certificate.as_ref()?.as_bytes()).ok()?;
    let header = decode_header(word).ok()?;
    if header.x5t_s256? != URL_SAFE_NO_PAD.encode(Sha256::digest(&certificate)) {
        return None;
    }
    let public = EndEntityCert::try_from(&certificate).ok()?.subject_public_key_info();
    let key = DecodingKey::from_rsa_der(public.get(WRAPPING..)?);
    let mut validation = Validation::new(Algorithm::PS256);
    // Time and audience are compared above, each with the number of its refusal.
    (validation.validate_exp, validation.validate_aud) = (false, false);
    validation.required_spec_claims.clear();
    decode(word, &key, &validation).ok().map(|decoded| decoded.claims)
}
