//! What proves to Entra that we are our app registration (legitimasjon): a secret, or a certificate whose key signs a word that is good once
//! and for minutes (<https://learn.microsoft.com/entra/identity-platform/certificate-credentials>).

use crate::{Entra, SYSTEM, settings::Wrong};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::port::{Failure, FailureKind, Secret};
use jsonwebtoken::{
    Algorithm, EncodingKey, Header, encode,
    jwk::{AlgorithmParameters, Jwk},
};
use rustls_pki_types::{CertificateDer, pem::PemObject};
use serde_json::json;
use sha2::{Digest, Sha256};

/// Seconds that a signed word is good for; Entra advises five to ten minutes.
const LIVES: i64 = 300;
/// Bytes of the shortest modulus that is strong enough (2048 bits).
const MODULUS: usize = 256;
/// The kind of word that is sent (RFC 7523).
const KIND: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// What the app registration knows us by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credential {
    /// A client secret.
    Secret(Secret),
    /// A certificate that was uploaded to the registration.
    Certificate {
        /// The certificate as PEM.
        certificate: String,
        /// Its RSA key as PEM, without a password.
        key: Secret,
    },
}

/// The same, ready to be used.
pub(crate) enum Proof {
    Secret(Secret),
    /// The SHA-256 of the certificate, by which Entra finds it, and its key.
    Certificate(String, EncodingKey),
}

impl Proof {
    pub(crate) fn of(credential: &Credential) -> Result<Self, Wrong> {
        match credential {
            Credential::Secret(secret) => Ok(Self::Secret(secret.clone())),
            Credential::Certificate { certificate, key } => {
                let certificate = CertificateDer::from_pem_slice(certificate.as_bytes())
                    .map_err(|_| Wrong::new("certificate", "name a file with a certificate as PEM"))?;
                let key = EncodingKey::from_rsa_pem(key.reveal().as_bytes()).map_err(|_| {
                    Wrong::new("certificate_key", "write where an RSA key as PEM is, without a password")
                })?;
                belongs(&key, &certificate)?;
                Ok(Self::Certificate(URL_SAFE_NO_PAD.encode(Sha256::digest(&certificate)), key))
            }
        }
    }
}

/// Whether the certificate is about this key: its modulus, which nobody else has, stands in it as it is.
fn belongs(key: &EncodingKey, certificate: &[u8]) -> Result<(), Wrong> {
    let public = Jwk::from_encoding_key(key, Algorithm::PS256).ok();
    let modulus = public.and_then(|public| match public.algorithm {
        AlgorithmParameters::RSA(rsa) => URL_SAFE_NO_PAD.decode(rsa.n).ok(),
        _ => None,
    });
    let modulus = modulus.filter(|modulus| modulus.len() >= MODULUS);
    let modulus = modulus.ok_or_else(|| Wrong::new("certificate_key", "make an RSA key of 2048 bits or more"))?;
    let is_in_it = certificate.windows(modulus.len()).any(|part| part == modulus);
    if is_in_it { Ok(()) } else { Err(Wrong::new("certificate_key", "name the key of this certificate")) }
}

impl Entra {
    /// The fields by which the token address `address` knows us, our id left out.
    pub(crate) fn proof(&self, address: &str) -> Result<Vec<(&'static str, Secret)>, Failure> {
        match &self.proof {
            None => Err(without("no client secret or certificate is set; mail cannot be read")),
            Some(Proof::Secret(secret)) => Ok(vec![("client_secret", secret.clone())]),
            Some(Proof::Certificate(thumbprint, key)) => Ok(vec![
                ("client_assertion_type", Secret::new(KIND)),
                ("client_assertion", self.word(address, (thumbprint, key))?),
            ]),
        }
    }

    /// A word for one call to `address`, signed.
    fn word(&self, address: &str, (thumbprint, key): (&str, &EncodingKey)) -> Result<Secret, Failure> {
        let (us, now) = (&self.settings.client_id, self.now());
        let header = Header { x5t_s256: Some(thumbprint.to_owned()), ..Header::new(Algorithm::PS256) };
        let claims = json!({
            "aud": address, "iss": us, "sub": us, "jti": self.random(), "nbf": now, "iat": now, "exp": now.saturating_add(LIVES),
        });
        encode(&header, &claims, key).map(Secret::new).map_err(|_| without("the key of the certificate does not sign"))
    }
}

fn without(why: &str) -> Failure {
    Failure::new(FailureKind::Unavailable, SYSTEM, why)
}
