//! Signing keys (signeringsnøkler) made at start, and their rollover.

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, jwk::Jwk};
use serde_json::{Value, json};
use std::io;

/// Length of what wraps a 2048-bit RSA key in PKCS #8; the signer wants the key alone.
const WRAPPING: usize = 26;

/// One key.
pub(crate) struct Key {
    pub(crate) id: String,
    pub(crate) signing: EncodingKey,
    public: Jwk,
}

impl Key {
    fn generate() -> io::Result<Self> {
        let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_| io::Error::other("no RSA key could be made"))?;
        let wrapped: Pkcs8V1Der<'_> = pair.as_der().map_err(|_| io::Error::other("the RSA key cannot be written"))?;
        let signing = EncodingKey::from_rsa_der(wrapped.as_ref().get(WRAPPING..).unwrap_or_default());
        let mut public = Jwk::from_encoding_key(&signing, Algorithm::RS256).map_err(io::Error::other)?;
        let id = crate::world::random();
        public.common.key_id = Some(id.clone());
        Ok(Self { id, signing, public })
    }

    /// The half that checks signatures.
    pub(crate) fn checking(&self) -> Option<DecodingKey> {
        DecodingKey::from_jwk(&self.public).ok()
    }
}

/// The keys in use; the last one signs.
pub(crate) struct Keys(Vec<Key>);

impl Keys {
    pub(crate) fn new() -> io::Result<Self> {
        Ok(Self(vec![Key::generate()?]))
    }

    /// A new key signs from now on; `retire` takes the old ones out of the published set.
    pub(crate) fn roll(&mut self, retire: bool) -> io::Result<()> {
        if retire {
            self.0.clear();
        }
        self.0.push(Key::generate()?);
        Ok(())
    }

    pub(crate) fn signing(&self) -> Option<&Key> {
        self.0.last()
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Key> {
        self.0.iter().find(|key| key.id == id)
    }

    /// The JSON Web Key Set, each key with its issuer as Entra writes it.
    pub(crate) fn published(&self, issuer: &str) -> Value {
        let keys: Vec<Value> = self.0.iter().map(|key| written(key, issuer)).collect();
        json!({ "keys": keys })
    }
}

fn written(key: &Key, issuer: &str) -> Value {
    let mut value = serde_json::to_value(&key.public).unwrap_or_default();
    value["use"] = json!("sig");
    value["issuer"] = json!(issuer);
    value
}
