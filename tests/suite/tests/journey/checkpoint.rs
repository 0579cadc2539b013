//! Checkpoints and the basis of an answer from the command line, beside the running server: kept elsewhere, they find a trail that was cut.

use crate::{
    trail::{command, run},
    walk::{TILBYGG, mail_about, release, released, swept},
};
use serde_json::Value;
use std::{fs, path::Path};
use suite::Stand;
use tempfile::TempDir;

fn path(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_checkpoint_kept_elsewhere_finds_that_the_end_was_cut() {
    let mut stand = Stand::up().await;
    let elsewhere = TempDir::new().expect("a folder");
    let key = elsewhere.path().join("trail.key");
    let (code, verifier) = run(&stand, &["audit", "key", "sak.example.no", "--to", path(&key)]);
    assert_eq!((code, verifier.matches('+').count() >= 2), (Some(0), true), "{verifier}");
    let again = run(&stand, &["audit", "key", "sak.example.no", "--to", path(&key)]);
    assert_eq!(again.0, Some(2), "a key is never written over");
    crate::walk::drafted(&stand, &mail_about(&stand, TILBYGG)).await;
    // What somebody will put back later, head and all.
    stand.halt().await;
    let old = TempDir::new().expect("a folder");
    for file in fs::read_dir(stand.state_folder()).expect("the store").flatten().filter(|file| file.path().is_file()) {
        fs::copy(file.path(), old.path().join(file.file_name())).expect("copied");
    }
    stand.restart().await;
    crate::walk::drafted(&stand, &mail_about(&stand, TILBYGG)).await;
    let (code, note) = run(&stand, &["audit", "checkpoint", "--key", path(&key)]);
    assert_eq!((code, note.lines().count()), (Some(0), 5), "{note}");
    let file = elsewhere.path().join("one.checkpoint");
    fs::write(&file, &note).expect("kept elsewhere");

    let words = ["audit", "verify", "--checkpoint", path(&file), "--verifier", verifier.trim()];
    let (code, told) = run(&stand, &words);
    let told: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!((code, &told["checkpoints"][0]["extends"]), (Some(0), &Value::Bool(true)), "{told}");
    // The old store is a trail that holds; only the checkpoint knows that there was more.
    let cut = |words: &[&str]| {
        let output = command(&stand, words).env("SAKSVAR__STORE__FOLDER", old.path()).output().expect("it runs");
        let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        (output.status.code(), told)
    };
    let (code, told) = cut(&["audit", "verify"]);
    assert_eq!((code, &told["holds"]), (Some(0), &Value::Bool(true)), "{told}");
    let entries = told["entries"].as_u64().expect("a number");
    let (code, told) = cut(&words);
    assert_eq!(
        (code, &told["holds"], told["first"].as_u64()),
        (Some(1), &Value::Bool(false), Some(entries + 1)),
        "{told}"
    );
    // Neither a forged checkpoint nor one that an unknown key signed is believed.
    fs::write(&file, note.replacen("sak.example.no/", "sak.example.no/x", 1)).expect("forged");
    assert_eq!(run(&stand, &words).0, Some(2));
    assert_eq!(run(&stand, &["audit", "verify", "--checkpoint", path(&file)]).0, Some(2), "whose signature counts?");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_auditor_reads_on_what_a_reply_was_based_from_its_reference() {
    let stand = Stand::up().await;
    let mail = mail_about(&stand, TILBYGG);
    let released = released(&stand, &mail).await;
    release(&stand, &released.draft).await.expect("the same seal again");
    crate::walk::gate(&stand, &crate::walk::sending(&released, &mail)).await;
    swept(&stand, &released.draft).await;
    let reference = released.reference.as_str();
    let (code, told) = run(&stand, &["audit", "basis", reference]);
    let told: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!((code, told["kept"]["reference"].as_str()), (Some(0), Some(reference)));
    assert!(told["kept"]["evidence"][0]["sha256"].as_str().is_some_and(|sum| sum.len() == 64), "{told}");
    let entries = told["entries"].as_array().expect("entries");
    assert!(entries.len() >= 5 && entries.iter().all(|entry| entry["proved"] == Value::Bool(true)), "{told}");
    let folder = TempDir::new().expect("a folder");
    let page = folder.path().join("grunnlag.html");
    assert_eq!(run(&stand, &["audit", "basis", released.draft.id.as_str(), "--html", path(&page)]).0, Some(0));
    let page = fs::read_to_string(page).expect("a page");
    assert!(page.contains("Per Haug") && page.contains(reference) && !page.contains("<script"));
    assert_eq!(run(&stand, &["audit", "basis", "SV-none"]).0, Some(2));
}
