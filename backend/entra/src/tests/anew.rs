//! The proof for a word that cannot be taken back: as young as a minute, else fetched or renewed, and never older.

use super::{
    CLIENT, House, START, STRANGER,
    attack::Attack,
    house,
    provider::well_signed,
    window::{SECRET, ticket},
};
use domain::port::{Caller, Failure, FailureKind, Identity};
use serde_json::{Value, json};
use vocabulary::Role;

/// A token of Office's, issued (as Entra writes it, five minutes back) this many seconds ago.
async fn office(house: &House, age: i64) -> Caller {
    let mut claims = house.provider.claims();
    (claims["iat"], claims["nbf"]) = (json!(START - 300 - age), json!(START - 300 - age));
    house.entra.caller(&well_signed(&claims)).await.unwrap()
}

/// A signed-in session whose token is ten minutes old.
async fn session(house: &House) -> (String, Caller) {
    let bearer = house.entra.redeem(&ticket(house).await, SECRET).await.unwrap().reveal().to_owned();
    house.clock.pass(600);
    let caller = house.entra.caller(&bearer).await.unwrap();
    (bearer, caller)
}

/// What the token address answers to a renewal: a token of now, changed.
fn renewed(house: &House, change: impl FnOnce(&mut Value)) {
    let mut claims = house.provider.claims();
    (claims["azp"], claims["iat"], claims["nbf"]) = (json!(CLIENT), json!(START + 300), json!(START + 300));
    change(&mut claims);
    let body = json!({"token_type": "Bearer", "expires_in": 3600, "access_token": well_signed(&claims)});
    house.provider.desk().answers.push_back((200, body.to_string()));
}

fn kind(answer: &Result<Caller, Failure>) -> Option<FailureKind> {
    answer.as_ref().err().map(|failure| failure.kind)
}

#[tokio::test]
async fn a_token_of_this_minute_is_proof_enough() {
    let house = house().await;
    for age in [0, 60] {
        let caller = office(&house, age).await;
        assert_eq!(house.entra.anew(&caller).await.unwrap(), caller, "{age}");
    }
    assert!(house.provider.desk().forms.is_empty());
}

#[tokio::test]
async fn an_older_token_is_answered_with_the_challenge_for_a_newer_one() {
    let house = house().await;
    let failure = house.entra.anew(&office(&house, 61).await).await.unwrap_err();
    assert_eq!(failure.kind, FailureKind::MoreNeeded);
    let claims: Value = serde_json::from_str(&failure.claims.unwrap()).unwrap();
    assert_eq!(claims, json!({"access_token": {"nbf": {"essential": true, "value": (START - 360).to_string()}}}));
}

#[tokio::test]
async fn a_session_is_renewed_with_the_roles_of_this_minute() {
    let house = house().await;
    let (bearer, caller) = session(&house).await;
    assert!(caller.person.is(Role::Reviewer));
    renewed(&house, |claims| claims["roles"] = json!(["Caseworker"]));
    let newer = house.entra.anew(&caller).await.unwrap();
    assert_eq!(newer.person.roles, [Role::Caseworker]);
    let (_, form) = house.provider.desk().forms.last().cloned().unwrap();
    assert_eq!((form["grant_type"].as_str(), form["refresh_token"].as_str()), ("refresh_token", "fornyer"));
    assert!(form["scope"].ends_with("/access_as_user") && form["client_secret"] == "hemmelig");
    assert!(house.entra.caller(&bearer).await.is_ok(), "the session goes on");
}

#[tokio::test]
async fn a_session_that_entra_does_not_renew_has_ended() {
    let house = house().await;
    let (bearer, caller) = session(&house).await;
    let refusal = json!({"error": "invalid_grant", "error_codes": [50173]}).to_string();
    house.provider.desk().answers.push_back((400, refusal));
    assert_eq!(kind(&house.entra.anew(&caller).await), Some(FailureKind::MoreNeeded));
    assert_eq!(kind(&house.entra.caller(&bearer).await), Some(FailureKind::Denied));
}

type Change = fn(&mut Value);

#[tokio::test]
async fn attack_role_taken_away() {
    let mut attack = Attack::on("role taken away");
    let house_of_office = house().await;
    for age in [61, 62, 300, 3000, 80_000] {
        let answer = house_of_office.entra.anew(&office(&house_of_office, age).await).await;
        attack.case(format!("a token {age} seconds old"), answer.is_ok());
    }
    let changes: [(&str, Change); 6] = [
        ("renewed as another person", |claims| claims["oid"] = json!(STRANGER)),
        ("renewed for another client", |claims| claims["azp"] = json!(super::OFFICE)),
        ("renewed with the old token", |claims| claims["iat"] = json!(START - 5)),
        ("renewed from the future", |claims| claims["iat"] = json!(START + 9000)),
        ("renewed for another service", |claims| claims["aud"] = json!(STRANGER)),
        ("renewed without the scope", |claims| claims["scp"] = json!("")),
    ];
    for (case, change) in changes {
        let house = house().await;
        let (_, caller) = session(&house).await;
        renewed(&house, change);
        attack.case(case, house.entra.anew(&caller).await.is_ok());
    }
    for (status, body) in [
        (503, "sorry"),
        (200, "sorry"),
        (400, "{\"error\":\"invalid_grant\"}"),
        (401, "{\"error\":\"invalid_client\"}"),
    ] {
        let house = house().await;
        let (_, caller) = session(&house).await;
        house.provider.desk().answers.push_back((status, body.to_owned()));
        attack.case(format!("{status} {body}"), house.entra.anew(&caller).await.is_ok());
    }
    let house = house().await;
    let (bearer, caller) = session(&house).await;
    house.entra.sign_out(&bearer).await;
    attack.case("a session that was signed out", house.entra.anew(&caller).await.is_ok());
    house.clock.pass(4000);
    attack.case("a token that has expired", house.entra.anew(&caller).await.is_ok());
    attack.end();
}
