//! Which tokens are believed: one good one, and a table of those that are nearly good.

use super::{
    CLIENT, House, KARI, NEIGHBOUR, START, STRANGER, TENANT, house,
    provider::{key, modulus, signed, signed_text},
};
use aws_lc_rs::hmac;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::port::{FailureKind, Identity};
use serde_json::{Value, json};
use vocabulary::{PersonId, Role, TenantId};

#[tokio::test]
async fn a_good_token_gives_the_person_as_entra_knows_them() {
    let house = house().await;
    let token = house.provider.token();
    let caller = house.entra.caller(&token).await.unwrap();
    assert_eq!(caller.token.reveal(), token);
    let person = caller.person;
    assert_eq!((person.tenant, person.id), (TenantId::new(TENANT), PersonId::new(KARI)));
    assert_eq!((person.name.as_str(), person.address.as_str()), ("Kari Nordby", "kari.nordby@fjordvik.kommune.no"));
    assert_eq!(person.roles, [Role::Caseworker, Role::Reviewer]);
}

#[tokio::test]
async fn claims_that_are_not_exactly_right_are_refused() {
    let house = house().await;
    let other = format!("{}/{NEIGHBOUR}/v2.0", house.provider.address);
    let slash = format!("{}/{TENANT}/v2.0/", house.provider.address);
    let table: &[(&str, Value)] = &[
        ("aud", json!("00000003-0000-0000-c000-000000000000")),
        ("aud", json!([CLIENT])),
        ("aud", Value::Null),
        ("iss", json!(other)),
        ("iss", json!(slash)),
        ("iss", json!(format!("https://sts.windows.net/{TENANT}/"))),
        ("tid", json!(STRANGER)),
        ("tid", json!(NEIGHBOUR)),
        ("tid", json!("../x")),
        ("azp", json!("de8bc8b5-d9f9-48b1-a8ad-b748da725064")),
        ("azp", Value::Null),
        ("ver", json!("1.0")),
        ("ver", json!(2.0)),
        ("scp", json!("access_as_user_not")),
        ("scp", json!("User.Read")),
        ("scp", Value::Null),
        ("idtyp", json!("app")),
        ("exp", json!(START - 60)),
        ("exp", json!("never")),
        ("exp", Value::Null),
        ("nbf", json!(START + 61)),
        ("nbf", Value::Null),
        ("oid", Value::Null),
        ("oid", json!("kari")),
        ("roles", json!("Reviewer")),
    ];
    for (claim, value) in table {
        let mut claims = house.provider.claims();
        if value.is_null() {
            claims.as_object_mut().unwrap().remove(*claim);
        } else {
            claims[*claim] = value.clone();
        }
        let token = signed(&json!({"alg": "RS256", "kid": "first"}), &claims, key(0));
        denied(&house, &token, &format!("{claim} = {value}")).await;
    }
}

#[tokio::test]
async fn clocks_may_differ_by_a_minute() {
    let house = house().await;
    for (claim, value) in [("exp", START - 59), ("nbf", START + 60), ("exp", i64::MAX), ("nbf", i64::MIN)] {
        let mut claims = house.provider.claims();
        claims[claim] = json!(value);
        let token = signed(&json!({"alg": "RS256", "kid": "first"}), &claims, key(0));
        assert!(house.entra.caller(&token).await.is_ok(), "{claim} = {value}");
    }
}

#[tokio::test]
async fn a_token_ends_when_its_time_is_up() {
    let house = house().await;
    let token = house.provider.token();
    house.entra.caller(&token).await.unwrap();
    house.clock.pass(3660);
    denied(&house, &token, "an hour and a minute later").await;
}

#[tokio::test]
async fn headers_that_choose_their_own_rules_are_refused() {
    let house = house().await;
    let table = [
        json!({"alg": "none", "kid": "first"}),
        json!({"alg": "rs256", "kid": "first"}),
        json!({"alg": "RS384", "kid": "first"}),
        json!({"alg": "PS256", "kid": "first"}),
        json!({"alg": "RS256"}),
        json!({"alg": "RS256", "kid": ""}),
        json!({"alg": "RS256", "kid": "k".repeat(300)}),
        json!({"alg": "RS256", "kid": "first", "jku": "https://evil.example.no/keys"}),
        json!({"alg": "RS256", "kid": "first", "x5u": "https://evil.example.no/keys"}),
        json!({"alg": "RS256", "kid": "first", "x5c": ["AAAA"]}),
        json!({"alg": "RS256", "kid": "first", "jwk": {"kty": "RSA"}}),
        json!({"alg": "RS256", "kid": "first", "crit": ["exp"]}),
        json!(["RS256", "first"]),
    ];
    for header in table {
        let token = signed(&header, &house.provider.claims(), key(0));
        denied(&house, &token, &header.to_string()).await;
    }
}

#[tokio::test]
async fn what_is_said_twice_is_refused() {
    let house = house().await;
    let claims = house.provider.claims().to_string();
    let header = r#"{"alg":"RS256","kid":"first"}"#;
    let doubled = claims.replacen('{', &format!(r#"{{"oid":"{STRANGER}","#), 1);
    let table = [
        (r#"{"alg":"none","alg":"RS256","kid":"first"}"#, claims.as_str()),
        (r#"{"alg":"RS256","kid":"second","kid":"first"}"#, claims.as_str()),
        (header, doubled.as_str()),
    ];
    for (header, claims) in table {
        denied(&house, &signed_text(header, claims, key(0)), header).await;
    }
    assert!(house.entra.caller(&signed_text(header, &claims, key(0))).await.is_ok());
}

#[tokio::test]
async fn signatures_that_are_not_entras_are_refused() {
    let house = house().await;
    let good = house.provider.token();
    let (message, signature) = good.rsplit_once('.').unwrap();
    let foreign = signed(&json!({"alg": "RS256", "kid": "first"}), &house.provider.claims(), key(1));
    let header = URL_SAFE_NO_PAD.encode(json!({"alg": "HS256", "kid": "first"}).to_string());
    let hashed = format!("{header}.{}", message.split_once('.').unwrap().1);
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &modulus(key(0))), hashed.as_bytes());
    let mut claims = house.provider.claims();
    claims["roles"] = json!(["Operator"]);
    let changed = format!("{}.{}", message.split_once('.').unwrap().0, URL_SAFE_NO_PAD.encode(claims.to_string()));
    let table = [
        ("somebody else's key under the right name", foreign),
        ("HS256 with the public key", format!("{hashed}.{}", URL_SAFE_NO_PAD.encode(tag))),
        ("no signature", format!("{message}.")),
        ("cut short", good[..good.len() - 8].to_owned()),
        ("claims changed afterwards", format!("{changed}.{signature}")),
    ];
    for (name, token) in table {
        denied(&house, &token, name).await;
    }
}

#[tokio::test]
async fn what_is_no_token_is_refused_without_asking_anybody() {
    let house = house().await;
    let huge = format!("{}.{}.x", "a".repeat(9000), "b".repeat(9000));
    for text in ["", ".", "..", "...", "a.b.c", "a.b", "Bearer x.y.z", "æ.ø.å", "\0.\0.\0", &huge, &"x".repeat(100_000)]
    {
        denied(&house, text, &text.chars().take(20).collect::<String>()).await;
    }
    assert_eq!(house.provider.desk().readings, 0);
}

async fn denied(house: &House, token: &str, case: &str) {
    let failure = house.entra.caller(token).await.expect_err(case);
    assert_eq!(failure.kind, FailureKind::Denied, "{case}: {failure}");
}
