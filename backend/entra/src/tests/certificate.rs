//! A certificate in place of a secret: what is signed, for whom and for how long, and which certificates are none.

use super::{CLIENT, START, TENANT, house, house_with, settings, window};
use crate::{Credential, Entra, Settings};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::port::{Identity, Secret};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Validation, decode, decode_header, jwk::Jwk};
use rcgen::{CertificateParams, KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_RSA_SHA256, RsaKeySize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, LazyLock, atomic::AtomicI64},
};

/// A key with its certificate, as PEM, and the certificate's SHA-256.
struct Made {
    certificate: String,
    key: String,
    thumbprint: String,
}

fn made(key: &KeyPair) -> Made {
    let certificate = CertificateParams::new(Vec::new()).unwrap().self_signed(key).unwrap();
    let thumbprint = URL_SAFE_NO_PAD.encode(Sha256::digest(certificate.der()));
    Made { certificate: certificate.pem(), key: key.serialize_pem(), thumbprint }
}

/// Two, made once: an RSA key takes its time.
static MADE: LazyLock<[Made; 2]> =
    LazyLock::new(|| [(); 2].map(|()| made(&KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap())));

fn credential(certificate: &str, key: &str) -> Option<Credential> {
    Some(Credential::Certificate { certificate: certificate.to_owned(), key: Secret::new(key) })
}

/// The word of a form: its header's thumbprint, and its claims where the first certificate's key signed them.
fn word(form: &HashMap<String, String>) -> (String, Value) {
    assert_eq!(form["client_assertion_type"], "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    assert!(!form.contains_key("client_secret"));
    let token = &form["client_assertion"];
    let public = Jwk::from_encoding_key(&EncodingKey::from_rsa_pem(MADE[0].key.as_bytes()).unwrap(), Algorithm::PS256);
    let mut validation = Validation::new(Algorithm::PS256);
    (validation.validate_exp, validation.validate_aud) = (false, false);
    let claims = decode(token, &DecodingKey::from_jwk(&public.unwrap()).unwrap(), &validation).unwrap().claims;
    (decode_header(token).unwrap().x5t_s256.unwrap(), claims)
}

#[tokio::test]
async fn each_call_for_a_token_has_a_word_of_its_own_for_that_address() {
    let first = &MADE[0];
    let house = house_with(|settings| settings.credential = credential(&first.certificate, &first.key)).await;
    let ticket = window::ticket(&house).await;
    let bearer = house.entra.redeem(&ticket, window::SECRET).await.unwrap();
    let caller = house.entra.caller(bearer.reveal()).await.unwrap();
    house.entra.grant(&caller).await.unwrap();
    house.clock.pass(420);
    let _ = house.entra.anew(&caller).await;
    let forms = house.provider.desk().forms.clone();
    let kinds: Vec<&str> = forms.iter().map(|(_, form)| form["grant_type"].as_str()).collect();
    assert_eq!(kinds, ["authorization_code", "urn:ietf:params:oauth:grant-type:jwt-bearer", "refresh_token"]);
    let mut seen = HashSet::new();
    for ((tenant, form), (at, passed)) in forms.iter().zip([("organizations", 0), (TENANT, 0), ("organizations", 420)])
    {
        let (thumbprint, claims) = word(form);
        assert_eq!((thumbprint.as_str(), tenant.as_str()), (first.thumbprint.as_str(), at));
        assert_eq!(claims["aud"], format!("{}/{at}/oauth2/v2.0/token", house.provider.address));
        assert_eq!((claims["iss"].as_str(), claims["sub"].as_str()), (Some(CLIENT), Some(CLIENT)));
        let times = ["nbf", "iat", "exp"].map(|name| claims[name].as_i64().unwrap() - START - passed);
        assert_eq!(times, [0, 0, 300]);
        assert!(seen.insert(claims["jti"].as_str().unwrap().to_owned()), "a word is said once");
        assert_eq!(form["client_id"], CLIENT);
    }
}

#[tokio::test]
async fn nothing_of_the_key_is_printed() {
    let shown = format!("{:?}", Settings { credential: credential("c", "NØKKEL"), ..settings("https://a.no") });
    assert!(!shown.contains("NØKKEL"), "{shown}");
    let house = house().await;
    window::ticket(&house).await;
    assert_eq!(house.provider.desk().forms[0].1["client_secret"], "hemmelig", "a secret is sent as before");
}

#[test]
fn a_certificate_that_cannot_prove_anything_is_named() {
    let [first, second] = &*MADE;
    let curve = made(&KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap());
    let together = format!("{}{}", first.key, first.certificate);
    for (certificate, key, expected) in [
        (&first.certificate, &first.key, None),
        (&together, &together, None),
        (&first.certificate, &second.key, Some("certificate_key")),
        (&curve.certificate, &curve.key, Some("certificate_key")),
        (&first.certificate, &first.certificate, Some("certificate_key")),
        (&first.key, &first.key, Some("certificate")),
        (&String::new(), &first.key, Some("certificate")),
    ] {
        let settings =
            Settings { credential: credential(certificate, key), ..settings("https://login.microsoftonline.com") };
        let clock = Arc::new(super::Still(AtomicI64::new(START)));
        let chance = Arc::new(super::Counted(0.into()));
        let wrong = Entra::new(settings, clock, chance).err();
        assert_eq!(wrong.map(|wrong| wrong.field), expected);
    }
}
