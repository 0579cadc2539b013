//! Which crate may know which: the table of the README, held against `cargo metadata`.

use serde_json::Value;
use std::{collections::BTreeMap, process::Command};

/// Our package → our packages it may depend on, outside of tests.
const EDGES: [(&str, &[&str]); 20] = [
    ("vocabulary", &[]),
    ("contract", &["vocabulary"]),
    ("domain", &["vocabulary"]),
    ("flow", &["domain", "vocabulary"]),
    ("entra", &["domain", "vocabulary"]),
    ("graph", &["domain", "vocabulary"]),
    ("register", &["domain", "vocabulary"]),
    ("noark", &["domain", "vocabulary"]),
    ("p360", &["domain", "vocabulary"]),
    ("fiks", &["domain", "vocabulary"]),
    ("einnsyn", &["domain", "vocabulary"]),
    ("text", &["domain", "vocabulary"]),
    ("document", &["domain"]),
    ("llm", &["domain", "vocabulary"]),
    ("sql", &["domain", "vocabulary"]),
    ("vault", &["domain", "vocabulary"]),
    ("web", &["flow", "domain", "contract", "vocabulary"]),
    ("sidebar", &["contract", "vocabulary"]),
    ("town", &[]),
    ("xtask", &[]),
];

/// Outside crate → our packages that may name it; `tests` stands for the packages below tests/.
const FENCED: [(&str, &[&str]); 16] = [
    ("graph-rs-sdk", &["graph"]),
    ("oauth2", &["entra"]),
    ("sqlx", &["sql"]),
    // `backend` signs the checkpoints of the trail with it.
    ("aws-lc-rs", &["vault", "backend", "town"]),
    ("tantivy", &["register"]),
    ("axum", &["web", "town"]),
    ("yew", &["sidebar"]),
    ("web-sys", &["sidebar"]),
    ("mail-parser", &["text", "town"]),
    ("clap", &["backend"]),
    // The manifest and the messages of archives are XML; the manifest comes in a package.
    ("roxmltree", &["backend", "fiks", "town"]),
    // So do documents of word processors, which strangers write: read part by part, as a stream.
    ("zip", &["backend", "document"]),
    ("quick-xml", &["document", "register"]),
    ("hayro-syntax", &["document"]),
    ("hayro-font", &["document"]),
    // The bounds that a reader of documents sets itself.
    ("rustix", &["backend"]),
];

/// Crates that the pure middle must never know, and what for.
const PURE: [(&str, &[&str]); 2] =
    [("domain", &["serde", "serde_json", "tokio", "reqwest"]), ("vocabulary", &["tokio", "reqwest", "jiff"])];

fn dependencies() -> BTreeMap<String, Vec<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(suite::root())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo answers JSON");
    let packages = metadata["packages"].as_array().expect("packages").iter();
    let names = |package: &Value| {
        let all = package["dependencies"].as_array().expect("dependencies").iter();
        all.filter(|dependency| dependency["kind"] != "dev")
            .filter_map(|dependency| dependency["name"].as_str().map(str::to_owned))
            .collect()
    };
    packages.map(|package| (package["name"].as_str().expect("name").to_owned(), names(package))).collect()
}

#[test]
fn every_edge_between_our_crates_is_in_the_table() {
    let all = dependencies();
    for (package, allowed) in EDGES {
        let known = all.get(package).unwrap_or_else(|| panic!("there is no package {package}"));
        for dependency in known.iter().filter(|name| all.contains_key(*name)) {
            assert!(
                allowed.contains(&dependency.as_str()),
                "{package} must not know {dependency}: see the table in README.md"
            );
        }
    }
    let tabled = |name: &String| {
        EDGES.iter().any(|(package, _)| package == name)
            || ["backend", "suite", "browser", "quality", "bench", "fuzz", "harden", "bundle"].contains(&name.as_str())
    };
    for package in all.keys() {
        assert!(tabled(package), "{package} is not in the table of edges");
    }
}

#[test]
fn heavy_crates_stay_behind_their_one_crate() {
    for (package, names) in dependencies() {
        for (outside, ours) in FENCED {
            let may = ours.contains(&package.as_str()) || !names.iter().any(|name| name == outside);
            assert!(may, "{package} must not name {outside}: only {ours:?} may");
        }
        for (pure, never) in PURE {
            let spoilt = names.iter().find(|name| package == pure && never.contains(&name.as_str()));
            assert_eq!(spoilt, None, "{package} must stay pure");
        }
    }
}
