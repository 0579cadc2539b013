//! The keys of a server in use: changed, locked by another, lost, wrong, destroyed; every time it says what is so.

use crate::{
    trail::{command, run},
    walk::{TILBYGG, drafted, mail_about, preparing},
};
use serde_json::Value;
use std::{fs, path::PathBuf, time::Duration};
use suite::Stand;

fn key_file(stand: &Stand) -> PathBuf {
    stand.config().store.folder.with_extension("key")
}

/// What a command tells, a line of JSON each.
fn told(stand: &Stand, words: &[&str]) -> Vec<Value> {
    let (code, lines) = run(stand, words);
    assert_eq!(code, Some(0), "{words:?}: {lines}");
    lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// A command that ends badly: its code and its sentence.
fn refused(stand: &Stand, words: &[&str], more: &[(&str, &str)]) -> (Option<i32>, String) {
    let output = command(stand, words).envs(more.iter().copied()).output().expect("the binary runs");
    (output.status.code(), String::from_utf8(output.stderr).expect("text"))
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_change_while_the_server_serves() {
    let mut stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let draft = drafted(&stand, &mail).await;
    let tenant = stand.town.settings().tenant.clone();
    let before = told(&stand, &["key", "status"]);
    assert_eq!(before[1]["tenant"], tenant.as_str());
    assert_eq!((&before[1]["keys"][0]["rows"], &before[1]["plain_rows"]), (&Value::from(1), &Value::from(0)));
    // A new data key: the running server turns to it by itself.
    let new = told(&stand, &["key", "rotate"])[0]["key"].clone();
    let turned = async {
        loop {
            let keys = told(&stand, &["key", "status"])[1]["keys"].clone();
            if keys.as_array().is_some_and(|keys| keys.len() == 1) {
                return keys;
            }
            tokio::task::yield_now().await;
        }
    };
    let keys = tokio::time::timeout(Duration::from_secs(30), turned).await.expect("the old key goes");
    assert_eq!((&keys[0]["id"], &keys[0]["rows"]), (&new, &Value::from(1)));
    let again = stand.call("kari", &preparing(&mail)).await.expect("it is read under the new key");
    assert_eq!((again.id, again.text), (draft.id.clone(), draft.text.clone()));
    // Another master key: the server goes on, and starts with the new one alone.
    let other = stand.config().store.folder.with_extension("other");
    let made = told(&stand, &["key", "new", &other.display().to_string()]);
    let to = format!("file:{}", other.display());
    assert_eq!(told(&stand, &["key", "rewrap", "--to", &to])[0]["master"], made[0]["master"]);
    stand.call("kari", &preparing(&mail)).await.expect("the server was not disturbed");
    stand.halt().await;
    let (code, why) = refused(&stand, &["serve"], &[]);
    assert_eq!(code, Some(3), "{why}");
    assert!(why.contains("are locked by master key") && why.contains("Nothing was changed"), "{why}");
    fs::rename(&other, key_file(&stand)).expect("put in its place");
    stand.restart().await;
    let again = stand.call("kari", &preparing(&mail)).await.expect("the draft is there");
    assert_eq!(again.text, draft.text);
    // Destroyed: nothing is read, the trail verifies.
    told(&stand, &["key", "erase", "--tenant", &tenant, "--yes"]);
    assert!(stand.call("kari", &preparing(&mail)).await.is_err());
    assert_eq!(told(&stand, &["audit", "verify"])[0]["holds"], true);
    stand.halt().await;
    let (code, why) = refused(&stand, &["serve"], &[]);
    assert_eq!(code, Some(3), "{why}");
    assert!(why.contains("were destroyed at"), "{why}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_its_keys_does_not_start_and_writes_nothing() {
    let mut stand = Stand::up().await;
    drafted(&stand, &mail_about(&stand, TILBYGG)).await;
    stand.halt().await;
    let folder = stand.config().store.folder;
    let (key, ring) = (key_file(&stand), folder.join("keys.json"));
    let kept = |file: &PathBuf| fs::read(file).expect("it is there");
    let (secret, data_keys) = (kept(&key), kept(&ring));
    let before = told(&stand, &["audit", "verify"]);
    let start = |more: &[(&str, &str)]| refused(&stand, &["serve"], more);
    for (setting, sentence) in [
        ("file:/nowhere/key", "cannot be read from file:/nowhere/key"),
        ("env:SAKSVAR_NO_SUCH_KEY", "there is no such variable"),
        ("command:false", "the program ended with"),
        ("hemmelig", "store.key must be file:PATH"),
    ] {
        let (code, why) = start(&[("SAKSVAR__STORE__KEY", setting)]);
        assert!(code == Some(3) && why.contains(sentence) && !why.contains("hemmelig"), "{setting}: {why}");
    }
    let (code, why) = start(&[("SAKSVAR__SERVER__PUBLIC_URL", "https://saksvar.example.no")]);
    assert!(code == Some(2) && why.contains("store.key is not set"), "{why}");
    fs::remove_file(&key).expect("lost");
    let (code, why) = start(&[]);
    assert!(code == Some(3) && why.contains("the master key cannot be read"), "{why}");
    assert!(!key.exists(), "no new key is made where an old one is missing");
    fs::write(&key, &secret).expect("found again");
    fs::remove_file(&ring).expect("lost");
    let (code, why) = start(&[]);
    assert!(code == Some(3) && why.contains("which is not in") && why.contains("Put that file back"), "{why}");
    fs::write(&ring, &data_keys).expect("found again");
    assert_eq!(told(&stand, &["audit", "verify"]), before, "nothing was written");
    stand.restart().await;
    stand.call("kari", &preparing(&mail_about(&stand, TILBYGG))).await.expect("all is as before");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_command_that_touches_keys_is_in_the_trail() {
    let mut stand = Stand::up().await;
    let draft = drafted(&stand, &mail_about(&stand, TILBYGG)).await;
    let other = stand.config().store.folder.with_extension("other");
    let tenant = stand.town.settings().tenant.clone();
    let made = told(&stand, &["key", "new", &other.display().to_string()])[0]["master"].clone();
    let new = told(&stand, &["key", "rotate"])[0]["key"].clone();
    told(&stand, &["audit", "basis", draft.id.as_str()]);
    told(&stand, &["key", "rewrap", "--to", &format!("file:{}", other.display())]);
    fs::rename(&other, key_file(&stand)).expect("put in its place");
    told(&stand, &["key", "erase", "--tenant", &tenant, "--yes"]);
    let of = |export: Vec<Value>| -> Vec<(String, Value)> {
        let entries = export.into_iter().filter(|entry| {
            let action = entry["action"].as_str().unwrap_or_default();
            action.starts_with("key_") || action == "basis_shown"
        });
        entries.map(|entry| (entry["action"].as_str().unwrap_or_default().to_owned(), entry["facts"].clone())).collect()
    };
    let all = async {
        loop {
            let entries = of(told(&stand, &["audit", "export"]));
            if entries.len() == 5 {
                return entries;
            }
            tokio::task::yield_now().await;
        }
    };
    let entries = tokio::time::timeout(Duration::from_secs(30), all).await.expect("the server takes the notes");
    let facts = |name: &str| entries.iter().find(|(action, _)| action == name).map(|(_, facts)| facts.clone());
    assert_eq!(facts("key_made"), Some(serde_json::json!({"key": made})));
    assert_eq!(facts("key_rotated"), Some(serde_json::json!({"key": new})));
    assert_eq!(facts("basis_shown"), Some(serde_json::json!({"command": "audit basis"})));
    assert_eq!(facts("key_rewrapped"), Some(serde_json::json!({"key": made})));
    assert_eq!(facts("key_erased"), Some(serde_json::json!({})));
    assert_eq!(told(&stand, &["audit", "verify"])[0]["holds"], true);
    stand.halt().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_command_prints_a_key() {
    let stand = Stand::up().await;
    let secret = fs::read_to_string(key_file(&stand)).expect("the key");
    for words in [&["key", "status"][..], &["key", "rotate"], &["config"], &["check"], &["audit", "verify"]] {
        let output = command(&stand, words).output().expect("the binary runs");
        let all = [output.stdout, output.stderr].concat();
        let all = String::from_utf8_lossy(&all);
        assert!(!all.contains(secret.trim()), "{words:?}: {all}");
    }
}
