//! The fallback sign-in under attack: what is replayed, exchanged, late, guessed, or made for somebody else.

use super::Attack;
use crate::tests::{
    CLIENT, House, KARI, NEIGHBOUR, OFFICE, START, STRANGER, TENANT, house,
    provider::{key, signed},
    window::{SECRET, answer, answer_with, page, ticket},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::port::Identity;
use serde_json::{Value, json};

/// Comes back with this state and counts whether a ticket is given.
async fn back(attack: &mut Attack, house: &House, case: &str, state: &str) {
    let came = house.entra.finish(state, "code-1").await;
    attack.case(case, came.is_ok());
}

#[tokio::test]
async fn attack_state() {
    let house = house().await;
    let mut attack = Attack::on("state of the sign-in");
    let (_, first) = page(&house).await;
    let (_, second) = page(&house).await;
    for (case, state) in [
        ("none", String::new()),
        ("made up", "made up".to_owned()),
        ("another case", first["state"].to_uppercase()),
        ("cut", first["state"][1..].to_owned()),
        ("the challenge as state", first["code_challenge"].clone()),
        ("the nonce as state", first["nonce"].clone()),
        ("two at once", format!("{},{}", first["state"], second["state"])),
        ("a space", format!("{} ", first["state"])),
        ("far too long", "x".repeat(100_000)),
    ] {
        back(&mut attack, &house, case, &state).await;
    }
    // Two windows at once: each answer belongs to its own nonce, so the exchanged one is refused and used up.
    answer(&house, CLIENT, &second["nonce"]);
    back(&mut attack, &house, "the other window's answer", &first["state"]).await;
    back(&mut attack, &house, "once more", &first["state"]).await;
    answer(&house, CLIENT, &second["nonce"]);
    assert!(house.entra.finish(&second["state"], "code-2").await.is_ok(), "the other window is not disturbed");
    back(&mut attack, &house, "replayed", &second["state"]).await;
    let (_, late) = page(&house).await;
    house.clock.pass(600);
    back(&mut attack, &house, "ten minutes later", &late["state"]).await;
    attack.end();
}

#[tokio::test]
async fn attack_code() {
    let house = house().await;
    let mut attack = Attack::on("code of the sign-in");
    let refusals = [
        json!({"error": "invalid_grant", "error_codes": [54005]}),
        json!({"error": "invalid_grant", "error_codes": [70000]}),
        json!({"error": "invalid_grant", "error_codes": [501_481]}),
        json!({"error": "invalid_grant", "error_codes": [500_112]}),
        json!({"error": "invalid_client"}),
    ];
    for refusal in refusals {
        let (_, asked) = page(&house).await;
        house.provider.desk().answers.push_back((400, refusal.to_string()));
        back(&mut attack, &house, &refusal.to_string(), &asked["state"]).await;
        back(&mut attack, &house, "tried again", &asked["state"]).await;
    }
    for code in [String::new(), "x".repeat(9000)] {
        let (_, asked) = page(&house).await;
        let came = house.entra.finish(&asked["state"], &code).await;
        attack.case(format!("{} bytes of code", code.len()), came.is_ok());
    }
    let verifiers: Vec<String> =
        house.provider.desk().forms.iter().map(|(_, form)| form["code_verifier"].clone()).collect();
    for (at, verifier) in verifiers.iter().enumerate() {
        attack.case("a verifier used twice", verifiers[..at].contains(verifier));
        attack.case("a short verifier", verifier.len() < 43);
    }
    attack.end();
}

/// What an answer to the code can hold that belongs to somebody else; the claims of both tokens are changed.
type Exchange = fn(&House, &mut Value, &mut Value);

const EXCHANGES: [(&str, Exchange); 20] = [
    ("another nonce", |_, _, identity| identity["nonce"] = json!("another")),
    ("an empty nonce", |_, _, identity| identity["nonce"] = json!("")),
    ("no nonce", |_, _, identity| drop(identity.as_object_mut().unwrap().remove("nonce"))),
    ("a list of nonces", |_, _, identity| identity["nonce"] = json!([identity["nonce"]])),
    ("identity for another application", |_, _, identity| identity["aud"] = json!(STRANGER)),
    ("identity for several", |_, _, identity| identity["aud"] = json!([CLIENT, STRANGER])),
    ("identity of a stranger's tenant", |house, _, identity| {
        identity["tid"] = json!(STRANGER);
        identity["iss"] = json!(format!("{}/{STRANGER}/v2.0", house.provider.address));
    }),
    ("identity of the other tenant", |house, _, identity| {
        identity["tid"] = json!(NEIGHBOUR);
        identity["iss"] = json!(format!("{}/{NEIGHBOUR}/v2.0", house.provider.address));
    }),
    ("identity of another issuer", |_, _, identity| {
        identity["iss"] = json!(format!("https://sts.windows.net/{TENANT}/"))
    }),
    ("identity of another person", |_, _, identity| identity["oid"] = json!(STRANGER)),
    ("identity without a person", |_, _, identity| drop(identity.as_object_mut().unwrap().remove("oid"))),
    ("identity that has expired", |_, _, identity| identity["exp"] = json!(START - 61)),
    ("identity from the future", |_, _, identity| identity["nbf"] = json!(START + 61)),
    ("identity of version 1", |_, _, identity| identity["ver"] = json!("1.0")),
    ("access of another person", |_, access, _| access["oid"] = json!(STRANGER)),
    ("access of another client", |_, access, _| access["azp"] = json!(OFFICE)),
    ("access for another service", |_, access, _| access["aud"] = json!("00000003-0000-0000-c000-000000000000")),
    ("access of a stranger's tenant", |house, access, identity| {
        for claims in [access, identity] {
            claims["tid"] = json!(STRANGER);
            claims["iss"] = json!(format!("{}/{STRANGER}/v2.0", house.provider.address));
        }
    }),
    ("access without the scope", |_, access, _| access["scp"] = json!("User.Read")),
    ("the two exchanged", |_, access, identity| std::mem::swap(access, identity)),
];

#[tokio::test]
async fn attack_answer_of_another() {
    let mut attack = Attack::on("tokens of another sign-in");
    for (case, exchange) in EXCHANGES {
        let house = house().await;
        let (_, asked) = page(&house).await;
        let (mut access, mut identity) = (house.provider.claims(), house.provider.identity(&asked["nonce"]));
        access["azp"] = json!(CLIENT);
        exchange(&house, &mut access, &mut identity);
        answer_with(&house, &access, &identity);
        back(&mut attack, &house, case, &asked["state"]).await;
    }
    let house = house().await;
    let header = |alg: &str| json!({"alg": alg, "kid": "first"});
    let mut access = house.provider.claims();
    access["azp"] = json!(CLIENT);
    let access = signed(&header("RS256"), &access, key(0));
    let tokens: [fn(&Value) -> Value; 5] = [
        |_| Value::Null,
        |_| json!(""),
        |_| json!("a.b.c"),
        |identity| json!(signed(&json!({"alg": "RS256", "kid": "first"}), identity, key(1))),
        |identity| {
            json!(format!(
                "{}.{}.",
                URL_SAFE_NO_PAD.encode("{\"alg\":\"none\"}"),
                URL_SAFE_NO_PAD.encode(identity.to_string())
            ))
        },
    ];
    for (number, token) in tokens.iter().enumerate() {
        let (_, asked) = page(&house).await;
        let id_token = token(&house.provider.identity(&asked["nonce"]));
        let body = json!({"token_type": "Bearer", "access_token": access, "id_token": id_token});
        house.provider.desk().answers.push_back((200, body.to_string()));
        back(&mut attack, &house, &format!("identity token {number}"), &asked["state"]).await;
    }
    attack.end();
}

#[tokio::test]
async fn attack_ticket() {
    let house = house().await;
    let mut attack = Attack::on("ticket of the window");
    let long = "x".repeat(9000);
    for secret in [
        "",
        "gjettet",
        "bare panelet vet dett",
        "bare panelet vet dette ",
        "BARE PANELET VET DETTE",
        &super::super::window::binding(),
        &long,
    ] {
        let ticket = ticket(&house).await;
        attack.case(format!("secret {secret:.30}"), house.entra.redeem(&ticket, secret).await.is_ok());
        if secret.len() < 512 {
            attack.case("used up by the guess", house.entra.redeem(&ticket, SECRET).await.is_ok());
        }
    }
    let used = ticket(&house).await;
    house.entra.redeem(&used, SECRET).await.unwrap();
    attack.case("replayed", house.entra.redeem(&used, SECRET).await.is_ok());
    let late = ticket(&house).await;
    house.clock.pass(60);
    attack.case("a minute later", house.entra.redeem(&late, SECRET).await.is_ok());
    for ticket in ["", "made up", &long] {
        attack.case(format!("ticket {ticket:.20}"), house.entra.redeem(ticket, SECRET).await.is_ok());
    }
    attack.end();
}

#[tokio::test]
async fn attack_bearer_of_a_session() {
    let house = house().await;
    let mut attack = Attack::on("bearer of a session");
    let bearer = house.entra.redeem(&ticket(&house).await, SECRET).await.unwrap();
    let bearer = bearer.reveal();
    let mut guesses: Vec<String> = (0..bearer.len())
        .map(|at| {
            let other = if &bearer[at..=at] == "A" { "B" } else { "A" };
            format!("{}{other}{}", &bearer[..at], &bearer[at + 1..])
        })
        .collect();
    guesses.extend([
        bearer.to_uppercase(),
        bearer.to_lowercase(),
        bearer[1..].to_owned(),
        format!("{bearer}A"),
        format!(" {bearer}"),
    ]);
    guesses.extend(["", "A", "null", "undefined", KARI, "code-1"].map(str::to_owned));
    guesses.extend((0..200).map(|number| URL_SAFE_NO_PAD.encode([number as u8; 32])).filter(|guess| guess != bearer));
    guesses.push("x".repeat(9000));
    let used: Vec<String> = house.provider.desk().forms.iter().map(|(_, form)| form["code_verifier"].clone()).collect();
    guesses.extend(used);
    for guess in &guesses {
        attack.bearer(&house, format!("guess {guess:.50}"), guess).await;
    }
    assert!(house.entra.caller(bearer).await.is_ok(), "guesses do not disturb the session");
    house.entra.sign_out(bearer).await;
    attack.bearer(&house, "signed out", bearer).await;
    house.entra.sign_out(bearer).await;
    attack.bearer(&house, "signed out twice", bearer).await;
    let other = house.entra.redeem(&ticket(&house).await, SECRET).await.unwrap();
    attack.bearer(&house, "signed out, and in again", bearer).await;
    house.clock.pass(3600);
    attack.bearer(&house, "over time", other.reveal()).await;
    attack.end();
}
