//! The exchange on behalf of the caller, and what its refusals become.

use super::{
    CLIENT, TENANT, house, house_with,
    window::{SECRET, ticket},
};
use domain::port::{FailureKind, Identity};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn the_callers_token_is_exchanged_once_and_remembered_for_a_quarter_of_an_hour_and_not_to_its_end() {
    let house = house().await;
    let caller = house.entra.caller(&house.provider.token()).await.unwrap();
    for (passed, token) in [(0, "graph-1"), (899, "graph-1"), (1, "graph-2"), (900, "graph-3")] {
        if token == "graph-3" {
            let short = json!({"token_type": "Bearer", "expires_in": 700, "access_token": "graph-3"});
            house.provider.desk().answers.push_back((200, short.to_string()));
        }
        house.clock.pass(passed);
        assert_eq!(house.entra.grant(&caller).await.unwrap().token.reveal(), token);
    }
    house.clock.pass(400);
    assert_eq!(house.entra.grant(&caller).await.unwrap().token.reveal(), "graph-4");
    let (tenant, form) = house.provider.desk().forms[0].clone();
    assert_eq!(tenant, TENANT);
    for (field, value) in [
        ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
        ("client_id", CLIENT),
        ("client_secret", "hemmelig"),
        ("assertion", caller.token.reveal()),
        ("scope", "https://graph.microsoft.com/Mail.ReadWrite"),
        ("requested_token_use", "on_behalf_of"),
    ] {
        assert_eq!(form.get(field).map(String::as_str), Some(value), "{field}");
    }
}

#[tokio::test]
async fn a_token_of_our_own_proves_our_secret() {
    let house = house().await;
    assert_eq!(house.entra.own().await.unwrap().reveal(), "graph-1");
    let (tenant, form) = house.provider.desk().forms[0].clone();
    assert_eq!(tenant, TENANT);
    for (field, value) in [
        ("grant_type", "client_credentials"),
        ("client_id", CLIENT),
        ("client_secret", "hemmelig"),
        ("scope", "https://graph.microsoft.com/.default"),
    ] {
        assert_eq!(form.get(field).map(String::as_str), Some(value), "{field}");
    }
    let wrong = json!({"error": "invalid_client", "error_codes": [7_000_222]});
    house.provider.desk().answers.push_back((401, wrong.to_string()));
    assert!(house.entra.own().await.is_err_and(|failure| failure.detail.contains("AADSTS7000222")));
}

#[tokio::test]
async fn another_token_of_the_same_person_is_exchanged_anew() {
    let house = house().await;
    let mut caller = house.entra.caller(&house.provider.token()).await.unwrap();
    house.entra.grant(&caller).await.unwrap();
    caller.token = domain::port::Secret::new("another");
    assert_eq!(house.entra.grant(&caller).await.unwrap().token.reveal(), "graph-2");
}

#[tokio::test]
async fn refusals_tell_what_is_needed() {
    use FailureKind::{Denied, Garbled, MoreNeeded, Unavailable};
    let challenge = r#"{"access_token":{"capolids":{"essential":true,"values":["c1"]}}}"#;
    let table = [
        (400, json!({"error": "invalid_grant", "error_codes": [65001], "suberror": "consent_required"}), MoreNeeded),
        (400, json!({"error": "invalid_grant", "error_codes": [50013]}), Denied),
        (400, json!({"error": "invalid_grant", "error_codes": [500131]}), Denied),
        (400, json!({"error": "interaction_required", "error_codes": [50076], "claims": challenge}), MoreNeeded),
        (400, json!({"error": "invalid_grant", "error_codes": [50079], "claims": challenge}), MoreNeeded),
        (400, json!({"error": "interaction_required", "error_codes": [50076], "claims": "no json"}), MoreNeeded),
        (401, json!({"error": "invalid_client", "error_codes": [7_000_215]}), Unavailable),
        (400, json!({"error": "temporarily_unavailable"}), Unavailable),
        (429, json!({"error": "too_many"}), Unavailable),
        (503, json!("sorry"), Unavailable),
        (400, json!("sorry"), Garbled),
        (302, json!({}), Garbled),
        (200, json!({"token_type": "Bearer"}), Garbled),
        (200, json!({"token_type": "mac", "access_token": "x", "expires_in": 10}), Garbled),
        (200, json!({"token_type": "Bearer", "access_token": "x\r\ny", "expires_in": 10}), Garbled),
    ];
    let house = house().await;
    let caller = house.entra.caller(&house.provider.token()).await.unwrap();
    for (status, body, kind) in table {
        house.provider.desk().answers.push_back((status, body.to_string()));
        let failure = house.entra.grant(&caller).await.expect_err("a refusal");
        assert_eq!(failure.kind, kind, "{status} {body}");
        let claims = body["claims"].as_str().filter(|claims| claims.starts_with('{'));
        assert_eq!(failure.claims.as_deref(), claims, "{status} {body}");
        assert_eq!(failure.link.is_some(), body["suberror"] == "consent_required", "{status} {body}");
        assert!(!failure.to_string().contains("eyJ"), "no token in {failure}");
    }
    assert!(house.entra.grant(&caller).await.is_ok(), "a refusal is not remembered");
}

#[tokio::test]
async fn consent_is_asked_for_where_an_administrator_can_give_it() {
    let house = house().await;
    let caller = house.entra.caller(&house.provider.token()).await.unwrap();
    let refusal = json!({"error": "invalid_grant", "error_codes": [65001]}).to_string();
    house.provider.desk().answers.push_back((400, refusal));
    let link = house.entra.grant(&caller).await.unwrap_err().link.unwrap();
    let expected = format!(
        "{}/{TENANT}/v2.0/adminconsent?client_id={CLIENT}&scope=https%3A%2F%2Fgraph.microsoft.com%2FMail.ReadWrite\
         &redirect_uri=https%3A%2F%2Fsaksvar.fjordvik.kommune.no%2Fauth%2Fcallback",
        house.provider.address
    );
    assert_eq!(link, expected);
}

#[tokio::test]
async fn silence_is_slow_and_a_flood_is_too_large() {
    let house = house_with(|settings| settings.pace.timeout = Duration::from_millis(300)).await;
    let caller = house.entra.caller(&house.provider.token()).await.unwrap();
    house.provider.desk().answers.push_back((200, "x".repeat(300_000)));
    assert_eq!(house.entra.grant(&caller).await.unwrap_err().kind, FailureKind::TooLarge);
    house.provider.desk().stalled = true;
    assert_eq!(house.entra.grant(&caller).await.unwrap_err().kind, FailureKind::Slow);
}

#[tokio::test]
async fn without_a_secret_nobody_is_asked() {
    let house = house_with(|settings| settings.credential = None).await;
    let caller = house.entra.caller(&house.provider.token()).await.unwrap();
    assert_eq!(house.entra.grant(&caller).await.unwrap_err().kind, FailureKind::Unavailable);
    assert!(house.provider.desk().forms.is_empty());
}

#[tokio::test]
async fn grants_are_remembered_in_bounds() {
    let house = house().await;
    let mut caller = house.entra.caller(&house.provider.token()).await.unwrap();
    for number in 0..20 {
        caller.token = domain::port::Secret::new(format!("token {number}"));
        house.entra.grant(&caller).await.unwrap();
    }
    assert_eq!(house.entra.grants.len(), 8);
}

#[tokio::test]
async fn whose_account_is_closed_is_out_within_a_quarter_of_an_hour() {
    let (house, over) = (house().await, json!({"error": "invalid_grant", "error_codes": [50057]}).to_string());
    let (office, ticket) = (house.provider.token(), ticket(&house).await);
    let session = house.entra.redeem(&ticket, SECRET).await.unwrap();
    for bearer in [office.as_str(), session.reveal()] {
        assert!(house.entra.caller(bearer).await.is_ok());
    }
    // The grants of the first minutes are not what is believed later.
    house.clock.pass(900);
    for bearer in [office.as_str(), session.reveal()] {
        house.provider.desk().answers.push_back((400, over.clone()));
        let refused = house.entra.caller(bearer).await.unwrap_err();
        assert_eq!(
            (refused.kind, refused.detail.as_str()),
            (FailureKind::Denied, "Entra no longer vouches for the person")
        );
    }
    let forms = house.provider.desk().forms.len();
    assert!(house.entra.caller(session.reveal()).await.is_err(), "the session has ended");
    assert_eq!(house.provider.desk().forms.len(), forms, "and nobody is asked about it again");
}

#[tokio::test]
async fn while_entra_is_away_or_wants_more_a_token_counts_and_is_not_asked_about_all_the_time() {
    for (status, answer) in [
        (503, json!("sorry")),
        (400, json!({"error": "invalid_grant", "error_codes": [65001], "suberror": "consent_required"})),
        (401, json!({"error": "invalid_client"})),
    ] {
        let house = house().await;
        let bearer = house.provider.token();
        house.clock.pass(900);
        house.provider.desk().answers.push_back((status, answer.to_string()));
        for _ in 0..5 {
            assert!(house.entra.caller(&bearer).await.is_ok(), "{status}");
        }
        assert_eq!(house.provider.desk().forms.len(), 1, "{status}");
        house.clock.pass(60);
        assert!(house.entra.caller(&bearer).await.is_ok(), "{status}");
        assert_eq!(house.provider.desk().forms.len(), 2, "{status}");
    }
}
