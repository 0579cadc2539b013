//! Which tokens are believed: a good one, and the edges of its time. What is refused stands in `attack`.

use super::{KARI, START, TENANT, house, provider::well_signed};
use domain::port::{FailureKind, Identity};
use serde_json::json;
use vocabulary::{GroupId, PersonId, Role, TenantId};

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
    assert_eq!(person.groups, []);
}

/// Entra leaves the groups out where there are too many, and says so in a claim that is another's business: then nobody is in any.
#[tokio::test]
async fn the_groups_of_the_token_are_those_of_the_person() {
    let house = house().await;
    for (name, value, expected) in [
        ("groups", json!(["7a000000-6666-4666-8666-000000000001"]), vec!["7a000000-6666-4666-8666-000000000001"]),
        ("groups", json!([]), vec![]),
        ("_claim_names", json!({ "groups": "src1" }), vec![]),
    ] {
        let mut claims = house.provider.claims();
        claims[name] = value;
        let caller = house.entra.caller(&well_signed(&claims)).await.unwrap();
        let groups: Vec<_> = caller.person.groups.iter().map(GroupId::as_str).collect();
        assert_eq!(groups, expected, "{name}");
    }
}

#[tokio::test]
async fn clocks_may_differ_by_a_minute_and_a_token_may_live_for_a_day() {
    let house = house().await;
    for (claim, value) in
        [("exp", START - 59), ("nbf", START + 60), ("iat", START + 60), ("exp", START + 28 * 3600), ("idtyp", 0)]
    {
        let mut claims = house.provider.claims();
        claims[claim] = if claim == "idtyp" { json!("user") } else { json!(value) };
        assert!(house.entra.caller(&well_signed(&claims)).await.is_ok(), "{claim} = {value}");
    }
}

#[tokio::test]
async fn a_token_ends_when_its_time_is_up() {
    let house = house().await;
    let token = house.provider.token();
    house.entra.caller(&token).await.unwrap();
    house.clock.pass(3660);
    assert_eq!(house.entra.caller(&token).await.unwrap_err().kind, FailureKind::Denied);
}
