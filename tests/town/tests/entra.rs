//! Entra's promises and refusals, seen by a client.
#![cfg(test)]

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{
    Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode, jwk::JwkSet,
};
use reqwest::{Client, StatusCode, redirect::Policy};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use town::{Running, Settings, System, Town};

const BACK: &str = "http://127.0.0.1:9/auth/callback";
const ON_BEHALF: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const VERIFIER: &str = "a-verifier-that-is-at-least-forty-three-letters-long";

async fn town() -> Running {
    Town::start(Settings { redirect_uris: vec![BACK.to_owned()], ..Settings::default() }).await.unwrap()
}

fn tenant(town: &Running) -> String {
    format!("{}/{}", town.entra_url, town.settings().tenant)
}

fn client() -> Client {
    Client::builder().redirect(Policy::none()).build().unwrap()
}

async fn token(town: &Running, form: &[(&str, &str)]) -> (StatusCode, Value) {
    let answer = client().post(format!("{}/oauth2/v2.0/token", tenant(town))).form(form).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap())
}

async fn on_behalf(town: &Running, assertion: &str, change: (&str, Option<&str>)) -> (StatusCode, Value) {
    let settings = town.settings();
    let mut form = vec![
        ("grant_type", ON_BEHALF),
        ("client_id", &settings.client_id),
        ("client_secret", &settings.client_secret),
        ("assertion", assertion),
        ("scope", "https://graph.microsoft.com/Mail.Read https://graph.microsoft.com/Mail.Read.Shared"),
        ("requested_token_use", "on_behalf_of"),
    ];
    form.retain(|(name, _)| *name != change.0);
    form.extend(change.1.map(|value| (change.0, value)));
    token(town, &form).await
}

async fn keys(town: &Running) -> JwkSet {
    let metadata: Value = get(&format!("{}/v2.0/.well-known/openid-configuration", tenant(town))).await;
    assert_eq!(metadata["issuer"], format!("{}/v2.0", tenant(town)));
    serde_json::from_value(get(metadata["jwks_uri"].as_str().unwrap()).await).unwrap()
}

async fn get(url: &str) -> Value {
    client().get(url).send().await.unwrap().json().await.unwrap()
}

fn number(answer: &Value) -> u64 {
    answer["error_codes"][0].as_u64().unwrap_or_default()
}

#[tokio::test]
async fn a_token_is_proved_by_the_published_key_also_after_a_rollover() {
    let town = town().await;
    for roll in [false, true] {
        if roll {
            town.roll_keys(true).unwrap();
        }
        let token = town.office_token("liv").unwrap();
        let keys = keys(&town).await;
        assert_eq!(keys.keys.len(), 1);
        let key = keys.find(&decode_header(&token).unwrap().kid.unwrap()).unwrap();
        let mut validation = Validation::new(Algorithm::RS256);
        validation.set_audience(&[&town.settings().client_id]);
        validation.set_issuer(&[format!("{}/v2.0", tenant(&town))]);
        let claims: Value = decode(&token, &DecodingKey::from_jwk(key).unwrap(), &validation).unwrap().claims;
        assert_eq!(claims["azp"], town::OFFICE);
        assert_eq!(claims["scp"], "access_as_user");
        assert_eq!(claims["roles"], json!(["Caseworker", "Reviewer"]));
        assert_eq!(claims["ver"], "2.0");
    }
}

#[tokio::test]
async fn a_token_is_exchanged_on_behalf_of_its_person() {
    let town = town().await;
    let (status, answer) = on_behalf(&town, &town.office_token("kari").unwrap(), ("", None)).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    assert_eq!(answer["scope"], "Mail.Read Mail.Read.Shared");
    assert_eq!(answer["token_type"], "Bearer");
    assert_eq!(town.count(System::Entra, "POST", "/token"), 1);
}

/// An RSA key and its certificate.
fn certificate() -> (rcgen::KeyPair, rcgen::Certificate) {
    let key = rcgen::KeyPair::generate_rsa_for(&rcgen::PKCS_RSA_SHA256, rcgen::RsaKeySize::_2048).unwrap();
    let certificate = rcgen::CertificateParams::new(Vec::new()).unwrap().self_signed(&key).unwrap();
    (key, certificate)
}

#[tokio::test]
async fn an_application_may_prove_itself_by_its_certificate_and_only_with_a_right_word() {
    let (key, certificate) = certificate();
    let now = 1_790_000_000;
    let settings = Settings { certificate: Some(certificate.pem()), now: Some(now), ..Settings::default() };
    let town = Town::start(settings).await.unwrap();
    let (us, person) = (town.settings().client_id.clone(), town.office_token("kari").unwrap());
    let print = URL_SAFE_NO_PAD.encode(Sha256::digest(certificate.der()));
    let right = json!({
        "aud": format!("{}/oauth2/v2.0/token", tenant(&town)), "iss": us, "sub": us, "jti": "1", "nbf": now, "iat": now, "exp": now + 300,
    });
    let (own, stranger) = (key.serialize_pem(), self::certificate().0.serialize_pem());
    for (print, signer, (claim, value), expected) in [
        (print.as_str(), &own, ("jti", json!("2")), 0),
        (&print, &stranger, ("jti", json!("2")), 700_027),
        ("another", &own, ("jti", json!("2")), 700_027),
        (&print, &own, ("aud", json!("https://login.microsoftonline.com")), 700_023),
        (&print, &own, ("iss", json!("somebody")), 700_021),
        (&print, &own, ("sub", json!("somebody")), 700_021),
        (&print, &own, ("exp", json!(now)), 700_024),
        (&print, &own, ("exp", json!(null)), 700_024),
        (&print, &own, ("nbf", json!(now + 301)), 700_024),
        (&print, &own, ("jti", json!(null)), 50027),
    ] {
        let mut claims = right.clone();
        claims[claim] = value;
        let header = Header { x5t_s256: Some(print.to_owned()), ..Header::new(Algorithm::PS256) };
        let word = encode(&header, &claims, &EncodingKey::from_rsa_pem(signer.as_bytes()).unwrap()).unwrap();
        let (status, answer) = by_word(&town, &person, (KIND, &word)).await;
        assert_eq!((status == StatusCode::OK, number(&answer)), (expected == 0, expected), "{claim}: {answer}");
    }
    for (kind, word, expected) in [(KIND, "not.a.word", 700_027), (KIND, "", 700_027), ("other", "x", 900_023)] {
        let (_, answer) = by_word(&town, &person, (kind, word)).await;
        assert_eq!(number(&answer), expected, "{answer}");
    }
}

const KIND: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

async fn by_word(town: &Running, person: &str, (kind, word): (&str, &str)) -> (StatusCode, Value) {
    let form = [
        ("grant_type", ON_BEHALF),
        ("client_id", &town.settings().client_id),
        ("client_assertion_type", kind),
        ("client_assertion", word),
        ("assertion", person),
        ("scope", "https://graph.microsoft.com/Mail.Read"),
        ("requested_token_use", "on_behalf_of"),
    ];
    token(town, &form).await
}

#[tokio::test]
async fn an_exchange_that_is_not_right_is_refused() {
    let town = town().await;
    let good = town.office_token("kari").unwrap();
    let cases = [
        (("grant_type", None), 900_144),
        (("grant_type", Some("password")), 70003),
        (("client_secret", None), 7_000_218),
        (("client_secret", Some("wrong")), 7_000_215),
        (("client_id", Some("somebody")), 700_016),
        (("requested_token_use", None), 900_144),
        (("requested_token_use", Some("other")), 900_023),
        (("assertion", None), 900_144),
        (("assertion", Some("not.a.token")), 50013),
        (("scope", Some("https://graph.microsoft.com/Calendars.Read")), 65001),
        (("scope", Some("Mail.Read api://22222222-2222-4222-8222-222222222222/access_as_user")), 28000),
    ];
    for (change, expected) in cases {
        let (status, answer) = on_behalf(&town, &good, change).await;
        assert!(status.is_client_error(), "{change:?}");
        assert_eq!(number(&answer), expected, "{change:?} {answer}");
    }
    let twice = [("grant_type", ON_BEHALF), ("grant_type", ON_BEHALF)];
    assert_eq!(number(&token(&town, &twice).await.1), 9_000_411);
}

#[tokio::test]
async fn an_assertion_that_is_not_right_is_refused() {
    let town = town().await;
    let cases = [
        ("aud", json!("somebody-else"), 500_131),
        ("exp", json!(1), 500_133),
        ("nbf", json!(99_999_999_999_i64), 500_133),
        ("idtyp", json!("app"), 7_000_114),
        ("scp", json!(null), 7_000_114),
        ("oid", json!("nobody"), 50034),
    ];
    for (claim, value, expected) in cases {
        let mut claims = town.claims("kari").unwrap();
        claims[claim] = value;
        let (_, answer) = on_behalf(&town, &town.sign(&claims).unwrap(), ("", None)).await;
        assert_eq!(number(&answer), expected, "{claim}");
    }
    let other = self::town().await;
    let (_, answer) = on_behalf(&town, &other.office_token("kari").unwrap(), ("", None)).await;
    assert_eq!(number(&answer), 50013, "a key of another town");
    let old = town.office_token("kari").unwrap();
    town.roll_keys(true).unwrap();
    assert_eq!(number(&on_behalf(&town, &old, ("", None)).await.1), 50013, "a retired key");
}

#[tokio::test]
async fn more_proof_and_consent_can_be_asked_for() {
    let town = town().await;
    let good = town.office_token("kari").unwrap();
    town.require_interaction();
    town.withdraw_consent();
    let (_, first) = on_behalf(&town, &good, ("", None)).await;
    assert_eq!((number(&first), first["error"].as_str()), (50076, Some("interaction_required")));
    assert!(first["claims"].as_str().unwrap().contains("access_token"));
    let (_, second) = on_behalf(&town, &good, ("", None)).await;
    assert_eq!((number(&second), second["suberror"].as_str()), (65001, Some("consent_required")));
    assert_eq!(on_behalf(&town, &good, ("", None)).await.0, StatusCode::OK);
}

fn question(town: &Running, change: (&str, &str)) -> Vec<(String, String)> {
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
    let id = &town.settings().client_id;
    let scope = format!("openid api://localhost/{id}/access_as_user");
    [
        ("client_id", id.as_str()),
        ("response_type", "code"),
        ("redirect_uri", BACK),
        ("scope", &scope),
        ("state", "s t&te"),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
    ]
    .map(|(name, value)| (name.to_owned(), if name == change.0 { change.1 } else { value }.to_owned()))
    .to_vec()
}

async fn code(town: &Running) -> String {
    let mut form = question(town, ("", ""));
    form.push(("person".to_owned(), "kari".to_owned()));
    let answer = client().post(format!("{}/login", tenant(town))).form(&form).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::FOUND);
    let place = answer.headers()["location"].to_str().unwrap();
    let (code, state) = place.strip_prefix(&format!("{BACK}?code=")).unwrap().split_once('&').unwrap();
    assert_eq!(state, "state=s%20t%26te");
    code.to_owned()
}

async fn by_code(town: &Running, code: &str, change: (&str, &str)) -> (StatusCode, Value) {
    let settings = town.settings();
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", &settings.client_id),
        ("client_secret", &settings.client_secret),
        ("code", code),
        ("redirect_uri", BACK),
        ("code_verifier", VERIFIER),
    ]
    .map(|(name, value)| (name, if name == change.0 { change.1 } else { value }));
    token(town, &form).await
}

#[tokio::test]
async fn a_code_with_its_verifier_becomes_a_token_once() {
    let town = town().await;
    let code = code(&town).await;
    let (status, answer) = by_code(&town, &code, ("", "")).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    assert_eq!(answer["scope"], "access_as_user");
    let identity = answer["id_token"].as_str().unwrap().split('.').nth(1).unwrap().to_owned();
    let identity: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(identity).unwrap()).unwrap();
    assert!(
        identity["sub"].is_string() && identity["oid"].is_null(),
        "without `profile` nothing says who it is: {identity}"
    );
    let (status, _) = on_behalf(&town, answer["access_token"].as_str().unwrap(), ("", None)).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(number(&by_code(&town, &code, ("", "")).await.1), 70000);
}

#[tokio::test]
async fn a_code_without_its_verifier_or_address_is_refused() {
    let town = town().await;
    let cases = [("code_verifier", "another", 501_481), ("redirect_uri", "http://127.0.0.1:9/other", 500_112)];
    for (name, value, expected) in cases {
        let code = code(&town).await;
        assert_eq!(number(&by_code(&town, &code, (name, value)).await.1), expected, "{name}");
    }
}

#[tokio::test]
async fn the_sign_in_page_sends_nobody_to_an_address_that_is_not_registered() {
    let town = town().await;
    let cases = [
        ("", "", 200, "Kari Nordby"),
        ("redirect_uri", "http://127.0.0.1:9/evil", 400, "AADSTS50011"),
        ("client_id", "somebody", 400, "AADSTS700016"),
        ("response_type", "token", 302, "error=unsupported_response_type"),
        ("code_challenge_method", "plain", 302, "error=invalid_request"),
        ("code_challenge", "short", 302, "error=invalid_request"),
    ];
    for (name, value, status, words) in cases {
        let request =
            client().get(format!("{}/oauth2/v2.0/authorize", tenant(&town))).query(&question(&town, (name, value)));
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), status, "{name}");
        let place = answer.headers().get("location").map(|it| it.to_str().unwrap().to_owned());
        let told = place.unwrap_or(answer.text().await.unwrap());
        assert!(told.contains(words), "{name}: {told}");
    }
}

#[tokio::test]
async fn a_refresh_token_gives_the_roles_of_the_moment_until_it_is_ended() {
    let town = town().await;
    let mut form = question(&town, ("", ""));
    form.iter_mut().find(|(name, _)| name == "scope").unwrap().1.push_str(" offline_access");
    form.push(("person".to_owned(), "liv".to_owned()));
    let answer = client().post(format!("{}/login", tenant(&town))).form(&form).send().await.unwrap();
    let place = answer.headers()["location"].to_str().unwrap().to_owned();
    let code = place.split(['=', '&']).nth(1).unwrap();
    let (_, answer) = by_code(&town, code, ("", "")).await;
    let renewal = answer["refresh_token"].as_str().unwrap().to_owned();
    town.withdraw_role("liv", "Reviewer");
    let settings = town.settings();
    let asked = |renewal: &str| {
        [
            ("grant_type", "refresh_token"),
            ("client_id", &settings.client_id),
            ("client_secret", &settings.client_secret),
            ("refresh_token", renewal),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let pairs = asked(&renewal);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let (status, newer) = token(&town, &pairs).await;
    assert_eq!(status, StatusCode::OK, "{newer}");
    let claims = newer["access_token"].as_str().unwrap().split('.').nth(1).unwrap().to_owned();
    let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();
    assert_eq!(claims["roles"], json!(["Caseworker"]));
    assert!(town.issued().contains(&renewal));
    town.revoke_sessions();
    assert_eq!(number(&token(&town, &pairs).await.1), 50173);
}
