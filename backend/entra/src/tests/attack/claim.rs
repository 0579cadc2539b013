//! Claims that are nearly right, every one of them signed by the right key.

use super::Attack;
use crate::tests::{
    CLIENT, KARI, NEIGHBOUR, START, STRANGER, TENANT, house,
    provider::{jwk, key, signed},
};
use serde_json::{Value, json};

/// The claims of a good token, one of them exchanged; `null` takes it out.
fn with(mut claims: Value, claim: &str, value: &Value) -> Value {
    let fields = claims.as_object_mut().unwrap();
    match value {
        Value::Null => fields.remove(claim),
        value => fields.insert(claim.to_owned(), value.clone()),
    };
    claims
}

async fn one_by_one(class: &'static str, claim: &str, values: impl IntoIterator<Item = Value>) {
    let house = house().await;
    let mut attack = Attack::on(class);
    for value in values {
        let case = format!("{claim} = {value}");
        attack.claims(&house, case, &with(house.provider.claims(), claim, &value)).await;
    }
    attack.end();
}

#[tokio::test]
async fn attack_audience() {
    let values = [
        json!("00000003-0000-0000-c000-000000000000"),
        json!("https://graph.microsoft.com"),
        json!(format!("api://{CLIENT}")),
        json!(format!("api://saksvar.fjordvik.kommune.no/{CLIENT}")),
        json!([CLIENT]),
        json!([CLIENT, "00000003-0000-0000-c000-000000000000"]),
        json!([]),
        json!({ "0": CLIENT }),
        json!(CLIENT.to_uppercase().replace('2', "2 ")),
        json!(format!("{CLIENT} ")),
        json!(format!("{CLIENT},{STRANGER}")),
        json!("*"),
        json!(""),
        json!(22),
        json!(true),
        Value::Null,
    ];
    one_by_one("audience", "aud", values).await;
}

#[tokio::test]
async fn attack_issuer() {
    let house = house().await;
    let at = &house.provider.address;
    let mut attack = Attack::on("issuer and tenant");
    let issuers = [
        format!("{at}/{NEIGHBOUR}/v2.0"),
        format!("{at}/{STRANGER}/v2.0"),
        format!("{at}/{TENANT}/v2.0/"),
        format!("{at}/{TENANT}/v1.0"),
        format!("{at}/{TENANT}/"),
        format!("{at}/common/v2.0"),
        format!("{at}/organizations/v2.0"),
        format!("{at}/{{tenantid}}/v2.0"),
        format!("{at}/{TENANT}/v2.0?x="),
        format!("{at}/{TENANT}/v2.0#"),
        format!("{at}.evil.example.no/{TENANT}/v2.0"),
        format!("https://sts.windows.net/{TENANT}/"),
        format!("https://login.microsoftonline.com/{TENANT}/v2.0"),
        format!(" {at}/{TENANT}/v2.0"),
        String::new(),
    ];
    for issuer in issuers.iter().map(|issuer| json!(issuer)).chain([Value::Null, json!([]), json!(1)]) {
        attack.claims(&house, issuer.to_string(), &with(house.provider.claims(), "iss", &issuer)).await;
    }
    for tenant in [STRANGER, NEIGHBOUR, "../x", "common", "", "11111111-1111-4111-8111-111111111111/", "*"] {
        // With the issuer of our own tenant, and with the one that fits.
        let claims = with(house.provider.claims(), "tid", &json!(tenant));
        attack.claims(&house, format!("tid = {tenant}"), &claims).await;
        if tenant != NEIGHBOUR {
            let claims = with(claims, "iss", &json!(format!("{at}/{tenant}/v2.0")));
            attack.claims(&house, format!("iss and tid of {tenant}"), &claims).await;
        }
    }
    attack.claims(&house, "no tid", &with(house.provider.claims(), "tid", &Value::Null)).await;
    attack.end();
}

#[tokio::test]
async fn attack_key_of_another_tenant() {
    let house = house().await;
    house.provider.desk().neighbour = Some(vec![jwk("theirs", key(1)), jwk("first", key(1))]);
    let theirs = with(house.provider.claims(), "tid", &json!(NEIGHBOUR));
    let theirs = with(theirs, "iss", &json!(format!("{}/{NEIGHBOUR}/v2.0", house.provider.address)));
    let under =
        |kid: &str, claims: &Value, which: usize| signed(&json!({"alg": "RS256", "kid": kid}), claims, key(which));
    let mut attack = Attack::on("key of another tenant");
    // Both tenants' keys are known before the attack begins.
    use domain::port::Identity;
    assert!(house.entra.caller(&under("theirs", &theirs, 1)).await.is_ok());
    assert!(house.entra.caller(&house.provider.token()).await.is_ok());
    for (kid, claims, which) in [
        ("theirs", house.provider.claims(), 1),
        ("first", house.provider.claims(), 1),
        ("first", theirs.clone(), 0),
        ("theirs", theirs, 0),
    ] {
        attack.bearer(&house, format!("key {which} as {kid}: {}", claims["tid"]), &under(kid, &claims, which)).await;
    }
    attack.end();
}

#[tokio::test]
async fn attack_client() {
    let values = [
        json!("de8bc8b5-d9f9-48b1-a8ad-b748da725064"),
        json!(STRANGER),
        json!(""),
        json!("*"),
        json!([CLIENT]),
        json!(format!("{CLIENT} ")),
        json!(1),
        Value::Null,
    ];
    one_by_one("client not allowed", "azp", values).await;
}

#[tokio::test]
async fn attack_version() {
    let values = ["1.0", "", "2", "2.00", "v2.0", "3.0"].map(|it| json!(it));
    one_by_one("version", "ver", values.into_iter().chain([json!(2.0), json!(2), json!(["2.0"]), Value::Null])).await;
}

#[tokio::test]
async fn attack_scope() {
    let values = [
        json!("access_as_user_not"),
        json!("not_access_as_user"),
        json!("Access_As_User"),
        json!("User.Read"),
        json!("access_as_user,User.Read"),
        json!("access\u{a0}_as_user"),
        json!("User.Read\taccess_as_user"),
        json!(".default"),
        json!("*"),
        json!(""),
        json!(" "),
        json!(["access_as_user"]),
        json!(true),
        Value::Null,
    ];
    one_by_one("scope", "scp", values).await;
}

#[tokio::test]
async fn attack_program() {
    let house = house().await;
    let mut attack = Attack::on("token of a program");
    for kind in [json!("app"), json!("App"), json!("device"), json!(""), json!(1), json!(["user"])] {
        attack.claims(&house, format!("idtyp = {kind}"), &with(house.provider.claims(), "idtyp", &kind)).await;
    }
    // What client credentials give: roles and no scope.
    let bare = with(house.provider.claims(), "scp", &Value::Null);
    attack.claims(&house, "roles without a scope", &bare).await;
    attack.claims(&house, "the same, called a person", &with(bare.clone(), "idtyp", &json!("user"))).await;
    attack.claims(&house, "an empty scope", &with(bare, "scp", &json!(""))).await;
    let identity = house.provider.identity("x");
    attack.claims(&house, "an identity token", &identity).await;
    attack.claims(&house, "an identity token with a client", &with(identity, "azp", &json!(CLIENT))).await;
    attack.end();
}

#[tokio::test]
async fn attack_account() {
    let values =
        [json!("kari"), json!(""), json!(KARI.replace('-', "")), json!(format!("{KARI}0")), json!([KARI]), Value::Null];
    one_by_one("account", "oid", values).await;
    let values = [json!("Reviewer"), json!({ "Reviewer": true }), json!([["Reviewer"]]), json!([1])];
    one_by_one("roles of another shape", "roles", values.clone()).await;
    one_by_one("groups of another shape", "groups", values).await;
}

#[tokio::test]
async fn attack_time() {
    let house = house().await;
    let mut attack = Attack::on("time");
    let ends =
        [START - 60, START - 3600, 0, -1, i64::MIN, i64::MAX, START + 30 * 3600, START * 1000].map(|at| json!(at));
    let begins = [START + 61, START * 1000, i64::MAX, i64::MIN, -1, 0, START - 30 * 3600].map(|at| json!(at));
    let shapes = [
        json!(1_790_003_600.0),
        json!(1.79e9),
        json!("1790003600"),
        json!("never"),
        json!(""),
        json!([START + 3600]),
        json!({}),
        json!(true),
        json!(u64::MAX),
        Value::Null,
    ];
    let tables = [("exp", ends.to_vec()), ("nbf", begins.to_vec()), ("iat", begins.to_vec())];
    for (claim, values) in tables {
        for value in values.iter().chain(&shapes) {
            attack.claims(&house, format!("{claim} = {value}"), &with(house.provider.claims(), claim, value)).await;
        }
    }
    // Numbers that JSON allows and no integer holds.
    for number in ["1e400", "1790003600e0", "99999999999999999999999999", "-0.0", "0x6ab1", "NaN", "Infinity"] {
        let text = house.provider.claims().to_string().replace(&(START + 3600).to_string(), number);
        let token = crate::tests::provider::signed_text("{\"alg\":\"RS256\",\"kid\":\"first\"}", &text, key(0));
        attack.bearer(&house, number, &token).await;
    }
    attack.end();
}
