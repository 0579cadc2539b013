//! People and tokens: who may call, and what a stranger learns (nothing).

use contract::{Access, Kind, Operation, Problem, TABLE, operation::PrepareDraft};
use suite::Stand;
use vocabulary::Role;

/// Every operation × every role, alone and beside one that is none of ours: open or shut as the table says, whatever is asked.
#[tokio::test(flavor = "multi_thread")]
async fn every_operation_is_open_to_its_roles_and_shut_to_all_others() {
    let stand = Stand::up().await;
    let roles =
        Role::ALL.iter().map(|role| vec![role.name()]).chain([vec![], vec!["Administrator"], vec!["caseworker"]]);
    for roles in roles {
        let mut claims = stand.town.claims("kari").expect("Kari's claims");
        claims["roles"] = roles.clone().into();
        let token = stand.town.sign(&claims).expect("signed");
        for row in TABLE {
            let may = match row.access {
                Access::Anyone | Access::SignedIn => true,
                Access::Roles(allowed) => allowed.iter().any(|role| roles.contains(&role.name())),
            };
            // What is no input at all: who may not is told that, and nothing of what the input lacks.
            let status = stand.post(row.path, Some(&token), "{\"x\":").await.status().as_u16();
            assert_eq!(status, if may { 400 } else { 403 }, "{} as {roles:?}", row.path);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_refuses_strangers() {
    let stand = Stand::up().await;
    for row in TABLE.iter().filter(|row| row.access != Access::Anyone) {
        for (bearer, expected) in
            [(None, Kind::NotSignedIn), (Some("a.b.c"), Kind::NotSignedIn), (Some(""), Kind::NotSignedIn)]
        {
            let answer = stand.post(row.path, bearer, "{}").await;
            assert_eq!(answer.headers()["content-type"], "application/problem+json", "{}", row.path);
            let problem: Problem = answer.json().await.expect("a problem");
            assert_eq!(problem.kind, expected, "{} for {bearer:?}", row.path);
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
    let mut own = good.clone();
    own["azp"] = stand.town.settings().client_id.clone().into();
    assert_eq!(call(&own).await, 200, "nested app authentication fetches in our own name");
    // An identity token has our own audience, too: it says who somebody is, and opens nothing.
    for gone in [["scp", "azp"].as_slice(), &["scp"], &["azp"]] {
        let mut identity = own.clone();
        identity.as_object_mut().expect("claims").retain(|name, _| !gone.contains(&name.as_str()));
        assert_eq!(call(&identity).await, 401, "without {gone:?}");
    }
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
    stand.town.require_interaction();
    let order = serde_json::to_vec(&crate::walk::preparing(&mail)).expect("JSON");
    let answer = stand.post(PrepareDraft::PATH, Some(&stand.token("kari")), order).await;
    assert_eq!(answer.status(), 401, "a stream is not begun before the person may read");
    let challenge = answer.headers()["www-authenticate"].to_str().expect("a challenge");
    assert!(challenge.starts_with("Bearer error=\"insufficient_claims\", claims=\"eyJ"), "{challenge}");
}
