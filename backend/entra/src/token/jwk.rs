//! What Entra publishes as keys (JSON Web Key Set, RFC 7517), and which of them are believed.

use super::{form::Form, strength::is_strong};
use crate::refused;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::port::Failure;
use jsonwebtoken::{Algorithm, DecodingKey, crypto};
use serde::Deserialize;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// Keys that one tenant may have; Entra publishes about ten.
const MOST_KEYS: usize = 64;

/// A signing key.
pub(crate) struct Key {
    public: DecodingKey,
    /// Modulus and exponent as published, to tell one key from another.
    written: (String, String),
}

impl Key {
    /// Whether the token was signed with it.
    pub(crate) fn check(&self, form: &Form<'_>) -> Result<(), Failure> {
        match crypto::verify(form.signature, form.signed.as_bytes(), &self.public, Algorithm::RS256) {
            Ok(true) => Ok(()),
            _ => Err(refused("the token's signature is not Entra's")),
        }
    }
}

/// The document of a tenant's keys.
#[derive(Deserialize)]
pub(crate) struct Published {
    keys: Vec<Jwk>,
}

#[derive(Deserialize)]
struct Jwk {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    alg: Option<String>,
    key_ops: Option<Vec<String>>,
    n: Option<String>,
    e: Option<String>,
    issuer: Option<String>,
}

impl Published {
    /// The keys by name that are good for tokens of this issuer. A name that two different keys carry says nothing, so neither is kept.
    pub(crate) fn named(self, issuer: &str, tenant: &str) -> HashMap<String, Arc<Key>> {
        let mut named: HashMap<String, Arc<Key>> = HashMap::new();
        let mut shared = HashSet::new();
        for (kid, key) in self.keys.into_iter().take(MOST_KEYS).filter_map(|jwk| jwk.usable(issuer, tenant)) {
            if named.get(&kid).is_some_and(|other| other.written != key.written) {
                shared.insert(kid.clone());
            }
            named.insert(kid, Arc::new(key));
        }
        named.retain(|kid, _| !shared.contains(kid));
        named
    }
}

impl Jwk {
    /// The key with its name, if it is a strong RSA signing key of this issuer.
    fn usable(self, issuer: &str, tenant: &str) -> Option<(String, Key)> {
        let fits = self.kty == "RSA"
            && self.purpose.is_none_or(|purpose| purpose == "sig")
            && self.alg.is_none_or(|alg| alg == "RS256")
            && self.key_ops.is_none_or(|uses| uses.iter().any(|one| one == "verify"))
            && self.issuer.is_none_or(|named| named.replace("{tenantid}", tenant) == issuer);
        let written = (self.n?, self.e?);
        let (modulus, exponent) = (URL_SAFE_NO_PAD.decode(&written.0).ok()?, URL_SAFE_NO_PAD.decode(&written.1).ok()?);
        let public = DecodingKey::from_rsa_raw_components(&modulus, &exponent);
        (fits && is_strong(&modulus, &exponent)).then_some((self.kid?, Key { public, written }))
    }
}
