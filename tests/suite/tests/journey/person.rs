//! People and tokens: who may call, and what a stranger learns (nothing).

use contract::{Access, Kind, Problem, TABLE};
use suite::Stand;

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_refuses_strangers_and_wrong_roles() {
    let stand = Stand::up().await;
    let tor = stand.token("tor");
    for row in TABLE.iter().filter(|row| row.access != Access::Anyone) {
        for (bearer, expected) in
            [(None, Kind::NotSignedIn), (Some("a.b.c"), Kind::NotSignedIn), (Some(""), Kind::NotSignedIn)]
        {
            let answer = stand.post(row.path, bearer, "{}").await;
            assert_eq!(answer.headers()["content-type"], "application/problem+json", "{}", row.path);
            let problem: Problem = answer.json().await.expect("a problem");
            assert_eq!(problem.kind, expected, "{} for {bearer:?}", row.path);
        }
        if let Access::Roles(roles) = row.access
            && !roles.contains(&vocabulary::Role::Auditor)
        {
            let problem: Problem = stand.post(row.path, Some(&tor), "{}").await.json().await.expect("a problem");
            assert_eq!(problem.kind, Kind::NotAllowed, "IT may not {}", row.path);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_that_do_not_hold_are_refused() {
    let stand = Stand::up().await;
    let good = stand.town.claims("kari").expect("Kari's claims");
    let changes: [(&str, serde_json::Value); 7] = [
        ("aud", "00000003-0000-0000-c000-000000000000".into()),
        ("iss", "https://login.microsoftonline.com/other/v2.0".into()),
        ("tid", "99999999-9999-4999-8999-999999999999".into()),
        ("azp", "deadbeef-0000-4000-8000-000000000000".into()),
        ("scp", "User.Read".into()),
        ("ver", "1.0".into()),
        ("exp", 1_700_000_000.into()),
    ];
    let call = async |claims: &serde_json::Value| {
        let token = stand.town.sign(claims).expect("signed");
        stand.post("/api/who-am-i", Some(&token), "{}").await.status().as_u16()
    };
    assert_eq!(call(&good).await, 200, "the unchanged claims hold");
    for (claim, value) in changes {
        let mut claims = good.clone();
        claims[claim] = value;
        assert_eq!(call(&claims).await, 401, "{claim}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_entra_asks_for_reaches_the_pane() {
    let stand = Stand::up().await;
    let mail = crate::walk::mail_about(&stand, crate::walk::TILBYGG);
    stand.town.require_interaction();
    let problem = stand.call("kari", &crate::walk::preparing(&mail)).await.expect_err("another factor is needed");
    assert_eq!(problem.kind, Kind::MoreNeeded);
    assert!(problem.claims.is_some(), "the claims go to the sign-in: {problem:?}");
}
