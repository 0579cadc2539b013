//! The fallback sign-in from the first address to the opaque bearer, and everybody who tries to cut in.

use super::{CLIENT, House, KARI, OFFICE, START, TENANT, house, house_with, provider::well_signed};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::port::{Failure, FailureKind, Identity, Session};
use oauth2::url::Url;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

pub(in crate::tests) const SECRET: &str = "bare panelet vet dette";

pub(in crate::tests) fn binding() -> String {
    Sha256::digest(SECRET).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What the sign-in page is asked.
pub(in crate::tests) async fn page(house: &House) -> (Url, HashMap<String, String>) {
    let page = Url::parse(&house.entra.begin(&binding()).await.unwrap()).unwrap();
    let asked = page.query_pairs().into_owned().collect();
    (page, asked)
}

/// Entra's answer to a code: an access token for our API made for `client`, and the identity token of the sign-in.
pub(in crate::tests) fn answer(house: &House, client: &str, nonce: &str) {
    let mut claims = house.provider.claims();
    claims["azp"] = json!(client);
    answer_with(house, &claims, &house.provider.identity(nonce));
}

/// The same with these claims.
pub(in crate::tests) fn answer_with(house: &House, claims: &Value, identity: &Value) {
    let body = json!({
        "token_type": "Bearer", "expires_in": 3600, "access_token": well_signed(claims), "id_token": well_signed(identity),
        "refresh_token": "fornyer",
    });
    house.provider.desk().answers.push_back((200, body.to_string()));
}

pub(in crate::tests) async fn ticket(house: &House) -> String {
    let (_, asked) = page(house).await;
    answer(house, CLIENT, &asked["nonce"]);
    house.entra.finish(&asked["state"], "code-1").await.unwrap()
}

fn kind<T>(answer: &Result<T, Failure>) -> Option<FailureKind> {
    answer.as_ref().err().map(|failure| failure.kind)
}

#[tokio::test]
async fn a_sign_in_becomes_a_bearer_for_the_same_person() {
    let house = house().await;
    let (address, asked) = page(&house).await;
    assert_eq!(address.path(), "/organizations/oauth2/v2.0/authorize");
    assert_eq!(asked["client_id"], CLIENT);
    assert_eq!(asked["response_type"], "code");
    assert_eq!(asked["code_challenge_method"], "S256");
    assert_eq!(
        asked["scope"],
        format!("openid profile offline_access api://saksvar.fjordvik.kommune.no/{CLIENT}/access_as_user")
    );
    answer(&house, CLIENT, &asked["nonce"]);
    let ticket = house.entra.finish(&asked["state"], "code-1").await.unwrap();
    let bearer = house.entra.redeem(&ticket, SECRET).await.unwrap();
    assert!(!bearer.reveal().contains('.'));
    assert_eq!(house.entra.caller(bearer.reveal()).await.unwrap().person.name, "Kari Nordby");
    let (_, form) = house.provider.desk().forms[0].clone();
    assert_eq!((form["grant_type"].as_str(), form["code"].as_str()), ("authorization_code", "code-1"));
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&form["code_verifier"]));
    assert_eq!(challenge, asked["code_challenge"]);
    assert_eq!(form["redirect_uri"], asked["redirect_uri"]);
}

#[tokio::test]
async fn with_one_municipality_people_sign_in_there() {
    let house = house_with(|settings| settings.tenants.truncate(1)).await;
    assert_eq!(page(&house).await.0.path(), format!("/{TENANT}/oauth2/v2.0/authorize"));
}

#[tokio::test]
async fn a_state_is_good_once_and_for_ten_minutes() {
    let house = house().await;
    let (_, asked) = page(&house).await;
    answer(&house, CLIENT, &asked["nonce"]);
    house.entra.finish(&asked["state"], "code-1").await.unwrap();
    assert_eq!(kind(&house.entra.finish(&asked["state"], "code-1").await), Some(FailureKind::Denied));
    let (_, late) = page(&house).await;
    house.clock.pass(600);
    assert_eq!(kind(&house.entra.finish(&late["state"], "code-1").await), Some(FailureKind::Denied));
    assert_eq!(kind(&house.entra.finish("made up", "code-1").await), Some(FailureKind::Denied));
    assert_eq!(house.provider.desk().forms.len(), 1);
}

#[tokio::test]
async fn a_ticket_is_good_once_for_a_minute_and_for_its_own_pane() {
    let house = house().await;
    let first = ticket(&house).await;
    assert_eq!(kind(&house.entra.redeem(&first, "gjettet").await), Some(FailureKind::Denied));
    assert_eq!(kind(&house.entra.redeem(&first, SECRET).await), Some(FailureKind::Denied), "a wrong guess uses it up");
    let second = ticket(&house).await;
    house.clock.pass(60);
    assert_eq!(kind(&house.entra.redeem(&second, SECRET).await), Some(FailureKind::Denied));
    let third = ticket(&house).await;
    house.entra.redeem(&third, SECRET).await.unwrap();
    assert_eq!(kind(&house.entra.redeem(&third, SECRET).await), Some(FailureKind::Denied));
}

#[tokio::test]
async fn the_bearer_ends_with_the_token_behind_it() {
    let house = house().await;
    let bearer = house.entra.redeem(&ticket(&house).await, SECRET).await.unwrap();
    for seconds in [1799, 1799, 1] {
        house.clock.pass(seconds);
        assert!(house.entra.caller(bearer.reveal()).await.is_ok());
    }
    house.clock.pass(1);
    assert_eq!(kind(&house.entra.caller(bearer.reveal()).await), Some(FailureKind::Denied));
}

#[tokio::test]
async fn a_session_that_nobody_uses_ends_after_half_an_hour() {
    let house = house().await;
    let bearer = house.entra.redeem(&ticket(&house).await, SECRET).await.unwrap();
    house.clock.pass(1800);
    assert_eq!(kind(&house.entra.caller(bearer.reveal()).await), Some(FailureKind::Denied));
    assert_eq!((house.entra.sessions.len(), house.entra.alive.len()), (0, 0));
}

#[tokio::test]
async fn who_signs_in_a_fourth_time_ends_one_of_their_own_sessions() {
    let house = house().await;
    let mut bearers = Vec::new();
    for person in ["aaaaaaaa-0000-4000-8000-000000000002", KARI, KARI, KARI, KARI] {
        let (_, asked) = page(&house).await;
        let (mut claims, mut identity) = (house.provider.claims(), house.provider.identity(&asked["nonce"]));
        (claims["azp"], claims["oid"], identity["oid"]) = (json!(CLIENT), json!(person), json!(person));
        // No two tokens of Entra's are the same.
        claims["uti"] = json!(bearers.len());
        answer_with(&house, &claims, &identity);
        let ticket = house.entra.finish(&asked["state"], "code-1").await.unwrap();
        bearers.push(house.entra.redeem(&ticket, SECRET).await.unwrap());
    }
    let mut alive = Vec::new();
    for bearer in &bearers {
        alive.push(house.entra.caller(bearer.reveal()).await.is_ok());
    }
    assert_eq!((alive[0], alive[1..].iter().filter(|is| **is).count(), alive[4]), (true, 3, true), "{alive:?}");
}

#[tokio::test]
async fn a_session_that_must_prove_more_ends_with_the_challenge() {
    let house = house().await;
    let bearer = house.entra.redeem(&ticket(&house).await, SECRET).await.unwrap();
    let caller = house.entra.caller(bearer.reveal()).await.unwrap();
    let challenge = json!({"error": "interaction_required", "claims": "{\"access_token\":{}}"}).to_string();
    house.provider.desk().answers.push_back((400, challenge));
    assert_eq!(kind(&house.entra.grant(&caller).await), Some(FailureKind::MoreNeeded));
    assert_eq!(kind(&house.entra.caller(bearer.reveal()).await), Some(FailureKind::Denied));
}

#[tokio::test]
async fn a_token_for_another_client_makes_no_ticket() {
    let house = house().await;
    let (_, asked) = page(&house).await;
    answer(&house, OFFICE, &asked["nonce"]);
    assert_eq!(kind(&house.entra.finish(&asked["state"], "code-1").await), Some(FailureKind::Denied));
}

#[tokio::test]
async fn a_session_ends_at_once_when_it_is_ended() {
    let house = house().await;
    let bearer = house.entra.redeem(&ticket(&house).await, SECRET).await.unwrap();
    let caller = house.entra.caller(bearer.reveal()).await.unwrap();
    house.entra.grant(&caller).await.unwrap();
    house.entra.sign_out("somebody else's").await;
    house.entra.sign_out(&"x".repeat(9000)).await;
    assert!(house.entra.caller(bearer.reveal()).await.is_ok());
    house.entra.sign_out(bearer.reveal()).await;
    assert_eq!(kind(&house.entra.caller(bearer.reveal()).await), Some(FailureKind::Denied));
    assert_eq!((house.entra.sessions.len(), house.entra.alive.len(), house.entra.grants.len()), (0, 0, 0));
}

#[tokio::test]
async fn a_person_sees_their_own_sessions_and_ends_them_all() {
    let house = house().await;
    let first = house.entra.redeem(&ticket(&house).await, SECRET).await.unwrap();
    house.clock.pass(600);
    let second = house.entra.redeem(&ticket(&house).await, SECRET).await.unwrap();
    let caller = house.entra.caller(second.reveal()).await.unwrap();
    let other = {
        let mut other = caller.clone();
        other.person.id = vocabulary::PersonId::new("somebody else");
        other
    };
    // Both were begun with the same token here, as the provider gives it: so both are the one that asks.
    let seen = |sessions: Vec<Session>| -> Vec<_> {
        sessions.iter().map(|one| (one.begun.as_second() - START, one.used.as_second() - START)).collect()
    };
    assert_eq!(seen(house.entra.sessions(&caller).await.unwrap()), [(0, 0), (600, 600)]);
    assert_eq!(house.entra.sessions(&other).await.unwrap(), []);
    house.clock.pass(1300);
    assert_eq!(seen(house.entra.sessions(&caller).await.unwrap()), [(600, 600)], "what rested for too long has ended");
    let waiting = ticket(&house).await;
    house.entra.sign_out_all(&other).await.unwrap();
    assert!(house.entra.caller(second.reveal()).await.is_ok(), "nobody ends another's");
    house.entra.sign_out_all(&caller).await.unwrap();
    for bearer in [first, second] {
        assert_eq!(kind(&house.entra.caller(bearer.reveal()).await), Some(FailureKind::Denied));
    }
    assert_eq!(kind(&house.entra.redeem(&waiting, SECRET).await), Some(FailureKind::Denied));
    assert_eq!((house.entra.sessions.len(), house.entra.alive.len()), (0, 0));
}

#[tokio::test]
async fn refusals_of_the_code_are_told_apart() {
    use FailureKind::{Denied, Garbled, Unavailable};
    let house = house().await;
    for (status, body, expected) in [
        (400, json!({"error": "invalid_grant", "error_codes": [54005]}), Denied),
        (401, json!({"error": "invalid_client"}), Unavailable),
        (503, json!("sorry"), Unavailable),
        (200, json!("sorry"), Garbled),
        (200, json!({"token_type": "Bearer", "access_token": "not.a.token"}), Denied),
    ] {
        let (_, asked) = page(&house).await;
        house.provider.desk().answers.push_back((status, body.to_string()));
        assert_eq!(kind(&house.entra.finish(&asked["state"], "code").await), Some(expected), "{status} {body}");
    }
}

#[tokio::test]
async fn words_of_the_wrong_form_are_turned_away() {
    let house = house().await;
    let long = "x".repeat(9000);
    for binding in ["", "abc", &binding().to_uppercase(), &long] {
        assert_eq!(kind(&house.entra.begin(binding).await), Some(FailureKind::Garbled), "{binding:.20}");
    }
    let (_, asked) = page(&house).await;
    for (state, code) in [(asked["state"].as_str(), ""), (asked["state"].as_str(), &long), (&long, "code")] {
        assert_eq!(kind(&house.entra.finish(state, code).await), Some(FailureKind::Garbled));
    }
    assert_eq!(kind(&house.entra.redeem(&long, SECRET).await), Some(FailureKind::Garbled));
}

#[tokio::test]
async fn a_flood_of_beginnings_takes_no_more_room_than_allowed() {
    let house = house().await;
    for _ in 0..30 {
        page(&house).await;
    }
    assert_eq!(house.entra.begun.len(), 8);
}
