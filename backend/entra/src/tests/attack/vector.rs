//! The public vectors of C2SP/wycheproof, where they lie beside the project or where `SAKSVAR_PUBLIC_DATA` says: each token against the
//! key set of its vector, by the same reading, choice of key and signature check that a bearer meets.

use super::Attack;
use crate::token::{TestedForm as Form, TestedKeys as Published};
use serde_json::{Value, json};
use std::{env, fs, path::PathBuf};

fn folder() -> PathBuf {
    let beside = || concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").into();
    env::var_os("SAKSVAR_PUBLIC_DATA").map_or_else(beside, PathBuf::from).join("server/wycheproof")
}

/// Whether the token is believed as far as its signature goes.
fn believed(token: &str, keys: &Value) -> bool {
    let set = if keys["keys"].is_array() { keys.clone() } else { json!({ "keys": [keys] }) };
    // A set with members of another shape is no set; then there is no key at all.
    let Ok(published) = serde_json::from_value::<Published>(set) else { return false };
    let named = published.named("https://login.example.no", "tenant");
    let Ok(form) = Form::read(token) else { return false };
    named.get(&form.kid).is_some_and(|key| key.check(&form).is_ok())
}

fn vectors(file: &str) -> Option<Vec<(Value, Value)>> {
    let text = fs::read_to_string(folder().join(file)).ok()?;
    let all: Value = serde_json::from_str(&text).expect("the vectors are JSON");
    let mut vectors = Vec::new();
    for group in all["testGroups"].as_array().expect("groups") {
        let keys = if group["public"].is_null() { &group["private"] } else { &group["public"] };
        vectors.extend(group["tests"].as_array().expect("tests").iter().map(|test| (keys.clone(), test.clone())));
    }
    Some(vectors)
}

/// Whether the key is for the one algorithm that we take.
fn is_ours(keys: &Value) -> bool {
    keys["alg"] == "RS256" || keys["keys"][0]["alg"] == "RS256"
}

#[test]
fn attack_public_vectors() {
    for file in ["json_web_signature_test.json", "json_web_key_test.json", "json_web_crypto_test.json"] {
        let Some(vectors) = vectors(file) else {
            println!("SKIPPED: {file} is neither beside the project nor where SAKSVAR_PUBLIC_DATA says");
            continue;
        };
        let mut attack = Attack::on(match file {
            "json_web_signature_test.json" => "public vectors, signatures",
            "json_web_key_test.json" => "public vectors, keys",
            _ => "public vectors, both",
        });
        let (mut valid, mut taken) = (0, 0);
        for (keys, test) in &vectors {
            let token =
                test["jws"].as_str().or(test["jwe"].as_str()).map_or_else(|| test["jws"].to_string(), str::to_owned);
            let is_believed = believed(&token, keys);
            if test["result"] == "valid" && is_ours(keys) {
                (valid, taken) = (valid + 1, taken + usize::from(is_believed));
            } else {
                // What is not signed with RS256 is refused altogether, be it valid or not.
                attack.case(format!("{file} {} {}", test["tcId"], test["comment"]), is_believed);
            }
        }
        println!("of {valid} valid ones with RS256, {taken} are taken");
        attack.end();
    }
}
