//! Where keys come from: read once, again when a new one appears, never more often than allowed, and kept while Entra is away.

use super::{
    House, NEIGHBOUR, TENANT,
    attack::Attack,
    house, house_with,
    provider::{Provider, Sick, jwk, key, signed, well_signed},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::port::{Clock, Failure, FailureKind, Identity};
use futures::future::join_all;
use serde_json::json;
use std::{sync::Arc, time::Duration};

#[tokio::test]
async fn keys_are_read_once_for_many_callers() {
    let house = house().await;
    let token = house.provider.token();
    let all = join_all((0..20).map(|_| house.entra.caller(&token))).await;
    assert!(all.iter().all(Result::is_ok));
    assert_eq!(house.provider.desk().readings, 1);
}

#[tokio::test]
async fn a_flood_of_unknown_keys_is_one_more_reading() {
    let house = house().await;
    house.entra.caller(&house.provider.token()).await.unwrap();
    house.clock.pass(60);
    let tokens: Vec<String> = (0..50).map(|number| under(&house, &format!("unknown-{number}"), 1)).collect();
    let all = join_all(tokens.iter().map(|token| house.entra.caller(token))).await;
    assert!(all.iter().all(|answer| kind(answer) == Some(FailureKind::Denied)));
    assert_eq!(house.provider.desk().readings, 2);
}

#[tokio::test]
async fn a_new_key_is_believed_as_soon_as_it_is_published_and_an_old_one_no_longer() {
    let house = house().await;
    let old = house.provider.token();
    house.entra.caller(&old).await.unwrap();
    house.provider.desk().published = vec![jwk("second", key(1))];
    house.clock.pass(60);
    assert!(house.entra.caller(&under(&house, "second", 1)).await.is_ok());
    assert_eq!(kind(&house.entra.caller(&old).await), Some(FailureKind::Denied));
}

#[tokio::test]
async fn a_clock_that_is_set_back_keeps_no_new_key_out() {
    let house = house().await;
    house.clock.pass(86_400);
    house.entra.caller(&today(&house)).await.unwrap();
    house.clock.pass(-86_400);
    house.provider.desk().published = vec![jwk("second", key(1))];
    assert!(house.entra.caller(&under(&house, "second", 1)).await.is_ok());
    assert_eq!(house.provider.desk().readings, 2);
}

#[tokio::test]
async fn keys_are_read_again_after_a_day() {
    let house = house().await;
    for (passed, readings) in [(0, 1), (86_399, 1), (1, 2), (1, 2)] {
        house.clock.pass(passed);
        house.entra.caller(&today(&house)).await.unwrap();
        assert_eq!(house.provider.desk().readings, readings);
    }
}

#[tokio::test]
async fn known_keys_serve_while_entra_is_away_but_not_for_ever() {
    let house = house().await;
    house.entra.caller(&today(&house)).await.unwrap();
    house.provider.desk().away = true;
    house.clock.pass(2 * 86_400);
    assert!(house.entra.caller(&today(&house)).await.is_ok());
    assert_eq!(kind(&house.entra.caller(&under(&house, "new", 1)).await), Some(FailureKind::Unavailable));
    house.clock.pass(5 * 86_400);
    assert_eq!(kind(&house.entra.caller(&today(&house)).await), Some(FailureKind::Unavailable));
    house.provider.desk().away = false;
    house.clock.pass(60);
    assert!(house.entra.caller(&today(&house)).await.is_ok());
}

#[tokio::test]
async fn known_keys_serve_whatever_the_address_of_the_keys_does() {
    let elsewhere = Provider::start().await;
    let table = [
        (Sick::Silent, FailureKind::Slow),
        (Sick::Says("{".repeat(300_000)), FailureKind::TooLarge),
        (Sick::Says("not json".to_owned()), FailureKind::Garbled),
        (Sick::Says("{}".to_owned()), FailureKind::Garbled),
        (Sick::Says("{\"keys\":[]}".to_owned()), FailureKind::Garbled),
        (Sick::Says("{\"keys\":[{\"kty\":7}]}".to_owned()), FailureKind::Garbled),
        (Sick::Sends(format!("{}/{TENANT}/discovery/v2.0/keys", elsewhere.address)), FailureKind::Unavailable),
    ];
    for (sick, expected) in table {
        let house = house_with(|settings| settings.pace.timeout = Duration::from_millis(200)).await;
        let told = format!("{sick:.40?}");
        house.entra.caller(&today(&house)).await.unwrap();
        house.provider.desk().sick = Some(sick);
        house.clock.pass(86_400);
        assert!(house.entra.caller(&today(&house)).await.is_ok(), "{told}");
        assert_eq!(kind(&house.entra.caller(&under(&house, "new", 1)).await), Some(expected), "{told}");
        assert_eq!(house.provider.desk().readings, 2, "{told}");
    }
    assert_eq!(elsewhere.desk().readings, 0, "a redirect is not followed");
}

#[tokio::test]
async fn while_one_reads_the_keys_the_others_go_on_with_the_known_ones() {
    let house = house_with(|settings| settings.pace.timeout = Duration::from_secs(3600)).await;
    house.entra.caller(&today(&house)).await.unwrap();
    house.provider.desk().sick = Some(Sick::Silent);
    house.clock.pass(86_400);
    let token = today(&house);
    let (entra, reading) = (Arc::clone(&house.entra), token.clone());
    let reader = tokio::spawn(async move { entra.caller(&reading).await });
    while house.provider.desk().readings < 2 {
        tokio::task::yield_now().await;
    }
    let all = join_all((0..20).map(|_| house.entra.caller(&token))).await;
    assert!(all.iter().all(Result::is_ok));
    assert_eq!(house.provider.desk().readings, 2);
    reader.abort();
}

#[tokio::test]
async fn whether_the_keys_can_be_read_is_found_out_by_reading_them() {
    let house = house().await;
    house.provider.desk().away = true;
    assert_eq!(house.entra.reach().await.unwrap_err().kind, FailureKind::Unavailable);
    house.provider.desk().away = false;
    house.clock.pass(60);
    assert_eq!((house.entra.reach().await, house.provider.desk().readings), (Ok(()), 2), "of both tenants");
}

#[tokio::test]
async fn a_start_while_entra_is_away_heals_within_seconds() {
    let house = house().await;
    house.provider.desk().away = true;
    let token = house.provider.token();
    assert_eq!(kind(&house.entra.caller(&token).await), Some(FailureKind::Unavailable));
    house.provider.desk().away = false;
    house.clock.pass(2);
    assert!(house.entra.caller(&token).await.is_ok());
}

#[tokio::test]
async fn attack_discovery_that_points_elsewhere() {
    let evil = Provider::start().await;
    let theirs = format!("{}/{TENANT}/discovery/v2.0/keys", evil.address);
    let mut attack = Attack::on("discovery that points elsewhere");
    for (issuer, keys) in [
        (None, Some(theirs.as_str())),
        (None, Some("https://evil.example.no/keys")),
        (None, Some("http://127.0.0.1:1/keys")),
        (None, Some("file:///etc/passwd")),
        (None, Some("//evil.example.no/keys")),
        (None, Some("data:application/json,{}")),
        (None, Some("")),
        (Some("https://evil.example.no/v2.0"), None),
        (Some(""), None),
    ] {
        let house = house().await;
        house.provider.desk().issuer = issuer.map(str::to_owned);
        house.provider.desk().jwks_uri = keys.map(str::to_owned);
        let answer = house.entra.caller(&house.provider.token()).await;
        let is_asked = house.provider.desk().readings + evil.desk().readings > 0;
        attack.case(format!("{issuer:?} {keys:?}"), is_asked || kind(&answer) != Some(FailureKind::Garbled));
    }
    attack.end();
}

#[tokio::test]
async fn attack_keys_that_are_not_for_signing_here() {
    let mut attack = Attack::on("published keys of another kind");
    let table = [
        ("use", json!("enc")),
        ("kty", json!("oct")),
        ("kty", json!("EC")),
        ("alg", json!("HS256")),
        ("alg", json!("RSA-OAEP")),
        ("key_ops", json!(["sign"])),
        ("issuer", json!(format!("https://login.example.no/{NEIGHBOUR}/v2.0"))),
        ("kid", json!(null)),
        ("n", json!(null)),
        ("n", json!("not base64!")),
        ("n", json!(URL_SAFE_NO_PAD.encode([0xc3; 128]))),
        ("e", json!("AQ")),
        ("e", json!("Aw")),
        ("e", json!("")),
    ];
    for (field, value) in table {
        let house = house().await;
        let spare = jwk("spare", key(2));
        house.provider.desk().published[0].1[field] = value.clone();
        house.provider.desk().published.push(spare);
        let answer = house.entra.caller(&house.provider.token()).await;
        attack.case(format!("{field} = {value}"), kind(&answer) != Some(FailureKind::Denied));
    }
    attack.end();
}

#[tokio::test]
async fn attack_key_that_was_withdrawn() {
    let mut attack = Attack::on("key that was withdrawn");
    // Withdrawn and noticed: by a new key, and by the daily reading.
    for passed in [60, 86_400] {
        let house = house().await;
        house.entra.caller(&today(&house)).await.unwrap();
        house.provider.desk().published = vec![jwk("second", key(1))];
        house.clock.pass(passed);
        if passed == 60 {
            house.entra.caller(&under(&house, "second", 1)).await.unwrap();
        }
        for number in 0..3 {
            attack.bearer(&house, format!("{passed} seconds later, {number}"), &today(&house)).await;
        }
    }
    attack.end();
}

#[tokio::test]
async fn keys_count_that_are_published_twice_or_for_every_tenant() {
    for (other, is_believed) in [(key(0), true), (key(1), false)] {
        let house = house().await;
        house.provider.desk().published.extend([jwk("first", other), jwk("spare", key(2))]);
        let answer = house.entra.caller(&house.provider.token()).await;
        assert_eq!(answer.is_ok(), is_believed, "a name that two keys carry says nothing");
    }
    let house = house().await;
    let template = format!("{}/{{tenantid}}/v2.0", house.provider.address);
    house.provider.desk().published[0].1["issuer"] = json!(template);
    assert!(house.entra.caller(&house.provider.token()).await.is_ok());
}

/// A good token of the day that the clock shows.
fn today(house: &House) -> String {
    let mut claims = house.provider.claims();
    let now = house.clock.now().as_second();
    (claims["exp"], claims["nbf"], claims["iat"]) = (json!(now + 3600), json!(now - 300), json!(now - 300));
    well_signed(&claims)
}

fn under(house: &House, kid: &str, which: usize) -> String {
    signed(&json!({"alg": "RS256", "kid": kid}), &house.provider.claims(), key(which))
}

fn kind<T>(answer: &Result<T, Failure>) -> Option<FailureKind> {
    answer.as_ref().err().map(|failure| failure.kind)
}
