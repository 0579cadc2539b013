//! The form of a token (RFC 7515, compact): three parts, RS256, a key by name, and nothing that would let the token choose its own key.

use super::once;
use crate::refused;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::port::Failure;
use serde::{Deserialize, de::IgnoredAny};

/// Bytes of a token; Entra's stay below 8 kB because it replaces long group lists by a link.
const TOKEN_BYTES: usize = 16 * 1024;
/// Bytes of a key's name.
const KID_BYTES: usize = 256;

/// A token taken apart, nothing of it believed yet.
pub(crate) struct Form<'a> {
    /// Header and claims as they were signed.
    pub(crate) signed: &'a str,
    /// The signature, base64url.
    pub(crate) signature: &'a str,
    /// The name of the key.
    pub(crate) kid: String,
    /// The claims, JSON.
    pub(crate) payload: Vec<u8>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: String,
    jwk: Option<IgnoredAny>,
    jku: Option<IgnoredAny>,
    x5u: Option<IgnoredAny>,
    x5c: Option<IgnoredAny>,
    crit: Option<IgnoredAny>,
    zip: Option<IgnoredAny>,
    enc: Option<IgnoredAny>,
}

impl Header {
    /// Whether it brings its own key, or rules that we do not follow.
    fn is_presumptuous(&self) -> bool {
        let own = [&self.jwk, &self.jku, &self.x5u, &self.x5c, &self.crit, &self.zip, &self.enc];
        own.into_iter().any(Option::is_some)
    }
}

impl<'a> Form<'a> {
    pub(crate) fn read(token: &'a str) -> Result<Self, Failure> {
        if token.len() > TOKEN_BYTES {
            return Err(refused("the token is too large"));
        }
        let (signed, signature) = token.rsplit_once('.').ok_or_else(|| refused("this is no token"))?;
        let (header, payload) = signed.split_once('.').ok_or_else(|| refused("this is no token"))?;
        decoded(signature)?;
        let header: Header =
            once::read(&decoded(header)?).ok_or_else(|| refused("the token's header cannot be read"))?;
        if header.alg != "RS256" {
            return Err(refused("the token is not signed with RS256"));
        }
        if header.is_presumptuous() || header.kid.is_empty() || header.kid.len() > KID_BYTES {
            return Err(refused("the token's header holds what Entra never writes"));
        }
        Ok(Self { signed, signature, kid: header.kid, payload: decoded(payload)? })
    }
}

fn decoded(part: &str) -> Result<Vec<u8>, Failure> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| refused("this is no token"))
}
