//! Texts that are nearly a token: another form, a changed signature, more than there is room for, bytes that are no text.

use super::Attack;
use crate::tests::{
    STRANGER, house,
    provider::{key, signed, signed_bytes},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD},
};
use domain::port::Identity;
use serde_json::json;

/// Texts that a lenient reader would take for this token.
fn nearly(good: &str) -> Vec<String> {
    let parts: Vec<&str> = good.split('.').collect();
    let [header, claims, signature] = parts[..] else { panic!("three parts") };
    let padded = |part: &str| URL_SAFE.encode(URL_SAFE_NO_PAD.decode(part).unwrap());
    let mut texts: Vec<String> = [
        "",
        ".",
        "..",
        "...",
        "....",
        "a.b.c",
        "a.b",
        "a.b.c.d",
        "a.b.c.d.e",
        "Bearer x.y.z",
        "æ.ø.å",
        "\0.\0.\0",
        "null",
        "{}",
        "[]",
        "e30.e30.e30",
        "e30.e30.",
        "bnVsbA.bnVsbA.bnVsbA",
        "W10.W10.W10",
    ]
    .map(str::to_owned)
    .to_vec();
    for space in [" ", "\n", "\t", "\r\n", "\u{a0}", "\u{feff}", "\0", "=", "==", ".", "..", ".e30", ",", ";"] {
        texts.extend([
            format!("{space}{good}"),
            format!("{good}{space}"),
            format!("{header}{space}.{claims}.{signature}"),
        ]);
        texts
            .extend([format!("{header}.{space}{claims}.{signature}"), format!("{header}.{claims}{space}.{signature}")]);
        texts.push(format!("{header}.{claims}.{}{space}{}", &signature[..10], &signature[10..]));
    }
    texts.extend([
        format!("{header}.{claims}.{signature}="),
        format!("{}.{claims}.{signature}=", padded(header)),
        format!("{header}.{claims}.{}", STANDARD.encode(URL_SAFE_NO_PAD.decode(signature).unwrap())),
        format!("{claims}.{header}.{signature}"),
        format!("{header}.{signature}"),
        format!("{header}..{signature}"),
        format!(".{claims}.{signature}"),
        format!("{header}.{claims}.{signature}.{signature}"),
        format!("{header}.{claims}.{claims}.{signature}"),
        json!({"payload": claims, "protected": header, "signature": signature}).to_string(),
        json!({"payload": claims, "signatures": [{"protected": header, "signature": signature}]}).to_string(),
    ]);
    texts.retain(|text| text != good);
    texts
}

#[tokio::test]
async fn attack_compact_form() {
    let house = house().await;
    let good = house.provider.token();
    let mut attack = Attack::on("compact form");
    for text in &nearly(&good) {
        attack.bearer(&house, format!("{text:.60}"), text).await;
    }
    for (name, text) in [
        ("an array", "[\"RS256\",\"first\"]".to_owned()),
        ("something after it", "{\"alg\":\"RS256\",\"kid\":\"first\"}{}".to_owned()),
        ("a mark before it", "\u{feff}{\"alg\":\"RS256\",\"kid\":\"first\"}".to_owned()),
        ("no end", "{\"alg\":\"RS256\",\"kid\":\"first\"".to_owned()),
        ("a comma too many", "{\"alg\":\"RS256\",\"kid\":\"first\",}".to_owned()),
        ("single quotes", "{'alg':'RS256','kid':'first'}".to_owned()),
    ] {
        let token = signed_bytes(text.as_bytes(), house.provider.claims().to_string().as_bytes(), key(0));
        attack.bearer(&house, name, &token).await;
    }
    let deep = format!("{{\"alg\":\"RS256\",\"kid\":\"first\",\"x\":{}1{}}}", "[".repeat(4000), "]".repeat(4000));
    let deep = signed_bytes(deep.as_bytes(), house.provider.claims().to_string().as_bytes(), key(0));
    attack.bearer(&house, "deeper than anybody reads", &deep).await;
    let endless = "{\"alg\":\"RS256\",\"kid\":\"first\",\"x\":1e999}".as_bytes();
    let endless = signed_bytes(endless, house.provider.claims().to_string().as_bytes(), key(0));
    attack.bearer(&house, "a number that nobody can hold", &endless).await;
    attack.end();
    assert!(house.entra.caller(&good).await.is_ok());
}

#[tokio::test]
async fn attack_signature() {
    let house = house().await;
    let good = house.provider.token();
    let (message, signature) = good.rsplit_once('.').unwrap();
    let bytes = URL_SAFE_NO_PAD.decode(signature).unwrap();
    let mut attack = Attack::on("signature changed");
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        attack.bearer(&house, format!("byte {at}"), &format!("{message}.{}", URL_SAFE_NO_PAD.encode(&changed))).await;
    }
    for length in [0, 1, 128, 255] {
        attack
            .bearer(
                &house,
                format!("cut to {length}"),
                &format!("{message}.{}", URL_SAFE_NO_PAD.encode(&bytes[..length])),
            )
            .await;
    }
    for fill in [0_u8, 1, 255] {
        attack
            .bearer(&house, format!("all {fill}"), &format!("{message}.{}", URL_SAFE_NO_PAD.encode([fill; 256])))
            .await;
        let longer = [&bytes[..], &[fill]].concat();
        attack.bearer(&house, format!("and {fill}"), &format!("{message}.{}", URL_SAFE_NO_PAD.encode(longer))).await;
        let before = [&[fill][..], &bytes].concat();
        attack.bearer(&house, format!("{fill} and"), &format!("{message}.{}", URL_SAFE_NO_PAD.encode(before))).await;
    }
    // The last letter of 256 bytes in base64 has bits that mean nothing; they must be zero.
    let last = signature.chars().last().unwrap();
    for other in
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".chars().filter(|other| *other != last)
    {
        attack.bearer(&house, format!("last letter {other}"), &format!("{}{other}", &good[..good.len() - 1])).await;
    }
    for (claim, value) in
        [("roles", json!(["Operator"])), ("oid", json!(STRANGER)), ("exp", json!(crate::tests::START + 9999))]
    {
        let mut claims = house.provider.claims();
        claims[claim] = value;
        let changed = format!("{}.{}", message.split_once('.').unwrap().0, URL_SAFE_NO_PAD.encode(claims.to_string()));
        attack.bearer(&house, format!("{claim} changed"), &format!("{changed}.{signature}")).await;
    }
    for which in [1, 2] {
        let foreign = signed(&json!({"alg": "RS256", "kid": "first"}), &house.provider.claims(), key(which));
        attack.bearer(&house, "somebody else's key", &foreign).await;
    }
    attack.end();
}

#[tokio::test]
async fn attack_size() {
    let house = house().await;
    let mut attack = Attack::on("too large");
    let mut texts: Vec<String> = [16 * 1024 + 1, 100_000, 10_000_000].map(|size| "x".repeat(size)).to_vec();
    for size in [16 * 1024, 1_000_000] {
        texts.extend([
            format!("{}.{}.x", "a".repeat(size), "b"),
            format!("a.{}.x", "b".repeat(size)),
            format!("a.b.{}", "x".repeat(size)),
        ]);
        texts.push(".".repeat(size + 1));
        let mut claims = house.provider.claims();
        claims["groups"] = json!("g".repeat(size));
        texts.push(signed(&json!({"alg": "RS256", "kid": "first"}), &claims, key(0)));
        texts.push(signed(
            &json!({"alg": "RS256", "kid": "first", "x": "g".repeat(size)}),
            &house.provider.claims(),
            key(0),
        ));
    }
    for text in &texts {
        attack.bearer(&house, format!("{} bytes", text.len()), text).await;
    }
    attack.end();
    assert_eq!(house.provider.desk().readings, 0, "nobody is asked about what is too large");
}

#[tokio::test]
async fn attack_not_utf8() {
    let house = house().await;
    let mut attack = Attack::on("no UTF-8");
    let (header, claims) = (r#"{"alg":"RS256","kid":"first","x":"?"}"#, house.provider.claims().to_string());
    let claims = claims.replacen("\"x\"", "\"?\"", 1);
    for wrong in
        [&[0xff_u8][..], &[0xc3], &[0xc0, 0x80], &[0xed, 0xa0, 0x80], &[0xf5, 0x80, 0x80, 0x80], &[0xe2, 0x82], &[0x80]]
    {
        let broken = |text: &str| {
            let (before, after) = text.split_once('?').unwrap();
            [before.as_bytes(), wrong, after.as_bytes()].concat()
        };
        attack
            .bearer(&house, format!("header {wrong:x?}"), &signed_bytes(&broken(header), claims.as_bytes(), key(0)))
            .await;
        attack
            .bearer(&house, format!("claims {wrong:x?}"), &signed_bytes(header.as_bytes(), &broken(&claims), key(0)))
            .await;
    }
    for wide in [header.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()] {
        attack.bearer(&house, "UTF-16", &signed_bytes(&wide, claims.as_bytes(), key(0))).await;
    }
    attack.end();
    assert!(house.entra.caller(&signed_bytes(header.as_bytes(), claims.as_bytes(), key(0))).await.is_ok());
}
