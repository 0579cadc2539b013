//! Tokens (adgangstegn): of all that can be made of a good token, only the good one is believed.

use crate::{
    json::{changed, written},
    loopback,
};
use aws_lc_rs::{
    rand::SystemRandom,
    rsa::{KeyPair, KeySize},
    signature::{KeyPair as _, RSA_PKCS1_SHA256},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::port::{Chance, Clock, FailureKind, Identity, Secret};
use entra::{Entra, Pace, Settings, Tenant};
use fuzz::Pick;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::sync::{Arc, OnceLock};
use tokio::runtime::Runtime;
use vocabulary::TenantId;

const TENANT: &str = "11111111-1111-4111-8111-111111111111";
const CLIENT: &str = "22222222-2222-4222-8222-222222222222";
const KARI: &str = "aaaaaaaa-0000-4000-8000-000000000001";
const NOW: i64 = 1_790_000_000;

struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(NOW).expect("a time")
    }
}

impl Chance for Still {
    fn bytes(&self) -> [u8; 10] {
        [7; 10]
    }
}

/// A house, its provider's key, and the claims of a good token.
struct House {
    entra: Entra,
    runtime: Runtime,
    key: KeyPair,
    claims: Value,
    token: String,
}

fn house() -> &'static House {
    static HOUSE: OnceLock<House> = OnceLock::new();
    HOUSE.get_or_init(|| {
        let key = KeyPair::generate(KeySize::Rsa2048).expect("a key");
        // In the DER form of a key of 2048 bits with the usual exponent the modulus is bytes 9 to 265.
        let n = URL_SAFE_NO_PAD.encode(&key.public_key().as_ref()[9..265]);
        let keys = json!({"keys": [{"kty": "RSA", "use": "sig", "kid": "first", "n": n, "e": "AQAB"}]});
        let own = Arc::new(OnceLock::<String>::new());
        let told = Arc::clone(&own);
        let address = loopback::serve(move |path| {
            let issuer = format!("{}/{TENANT}/v2.0", told.get().map_or("", String::as_str));
            let discovery = json!({"issuer": issuer, "jwks_uri": format!("{issuer}/keys")});
            (200, if path.ends_with("/keys") { keys.to_string() } else { discovery.to_string() }.into_bytes())
        });
        let _ = own.set(address.clone());
        let claims = json!({
            "iss": format!("{address}/{TENANT}/v2.0"), "tid": TENANT, "aud": CLIENT, "azp": CLIENT, "ver": "2.0", "exp": NOW + 3600,
            "nbf": NOW - 5, "iat": NOW - 5, "scp": "profile access_as_user", "oid": KARI, "name": "Kari Nordby",
            "preferred_username": "kari.nordby@fjordvik.kommune.no", "roles": ["Reviewer", "Caseworker"], "sub": "x",
        });
        let entra = Entra::new(settings(&address), Arc::new(Still), Arc::new(Still)).expect("good settings");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let token = signed(HEADER.as_bytes(), claims.to_string().as_bytes(), &key);
        runtime.block_on(entra.caller(&token)).expect("the good token is believed");
        House { entra, runtime, key, claims, token }
    })
}

const HEADER: &str = r#"{"alg":"RS256","typ":"JWT","kid":"first"}"#;

fn settings(authority: &str) -> Settings {
    Settings {
        authority: authority.to_owned(),
        tenants: vec![Tenant { id: TenantId::new(TENANT), name: "Fjordvik kommune".to_owned() }],
        client_id: CLIENT.to_owned(),
        credential: Some(entra::Credential::Secret(Secret::new("hemmelig"))),
        audience: CLIENT.to_owned(),
        application_uri: format!("api://saksvar.fjordvik.kommune.no/{CLIENT}"),
        scope: "access_as_user".to_owned(),
        clients: vec![CLIENT.to_owned()],
        graph_scopes: vec!["https://graph.microsoft.com/Mail.ReadWrite".to_owned()],
        redirect_url: "https://saksvar.fjordvik.kommune.no/auth/callback".to_owned(),
        pace: Pace::default(),
    }
}

fn signed(header: &[u8], claims: &[u8], key: &KeyPair) -> String {
    let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    let mut signature = vec![0; key.public_modulus_len()];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message.as_bytes(), &mut signature).expect("a signature");
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
}

const PIECES: &[&str] = &[".", "..", "=", "-", "_", "A", "AA", "eyJ", "e30", "bm9uZQ", " ", "\n", "%2e", "Bearer "];

/// The good token with something changed in its form, or none at all.
fn unlike(pick: &mut Pick<'_>, good: &str) -> String {
    let parts: Vec<&str> = good.split('.').collect();
    match pick.below(6) {
        0 => String::from_utf8_lossy(pick.raw(usize::MAX)).into_owned(),
        1 => pick.line(PIECES),
        2 => (0..pick.below(5)).map(|_| pick.one(&parts)).collect::<Vec<_>>().join("."),
        3 => format!("{}{good}{}", pick.one(&["", " ", "\n", "."]), pick.one(&["", "=", "==", " ", ".", "\n", "A"])),
        _ => String::from_utf8_lossy(&pick.mutated(good.as_bytes(), PIECES)).into_owned(),
    }
}

fuzz::target!(
    /// Bytes, and the good token with some changed: each is denied, and none merely fails.
    token_changed, 2_000, |pick| {
    let house = house();
    let bearer = unlike(pick, &house.token);
    let answer = house.runtime.block_on(house.entra.caller(&bearer));
    if bearer != house.token {
        let kind = answer.err().map(|failure| failure.kind);
        assert_eq!(kind, Some(FailureKind::Denied), "{bearer:?}");
    }
});

fuzz::target!(
    /// Header and claims changed and well signed: what is believed is what the good token says, wherever it decides.
    token_claims, 400, |pick| {
    let house = house();
    let header: Value = serde_json::from_str(HEADER).expect("a header");
    let (header, claims) = match pick.below(4) {
        0 => (written(&changed(&header, pick), pick), house.claims.to_string().into_bytes()),
        _ => (HEADER.as_bytes().to_vec(), written(&changed(&house.claims, pick), pick)),
    };
    let token = signed(&header, &claims, &house.key);
    let Ok(caller) = house.runtime.block_on(house.entra.caller(&token)) else { return };
    let said: Value = serde_json::from_slice(&claims).expect("it was believed");
    let shown = || format!("{} {}", String::from_utf8_lossy(&header), String::from_utf8_lossy(&claims));
    for name in ["iss", "tid", "aud", "azp", "ver"] {
        assert_eq!(said[name], house.claims[name], "{}", shown());
    }
    let time = |name: &str| said[name].as_i64().expect("a time");
    assert!(time("exp") > NOW - 61 && time("nbf") <= NOW + 60 && time("iat") <= NOW + 60, "{}", shown());
    assert!(said["scp"].as_str().is_some_and(|scopes| scopes.split(' ').any(|it| it == "access_as_user")), "{}", shown());
    let header: Value = serde_json::from_slice(&header).expect("it was believed");
    assert_eq!((&header["alg"], &header["kid"]), (&json!("RS256"), &json!("first")), "{}", shown());
    assert_eq!((caller.person.tenant.as_str(), caller.person.id.as_str()), (TENANT, said["oid"].as_str().unwrap_or_default()));
    let roles = said["roles"].as_array().map_or(0, Vec::len);
    assert!(caller.person.roles.len() <= roles, "{}", shown());
});
