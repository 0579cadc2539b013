//! axe-core, the usual rules of accessibility as a program: fetched by npm into the build's folder, held to its checksum.

use crate::{Visit, root};
use serde_json::{Value, json};
use std::{fs, path::PathBuf, process::Command};

/// The version that the pane was measured with.
pub const VERSION: &str = "4.14.1";
/// The checksum that npm holds the package to.
const INTEGRITY: &str =
    "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==";

/// Every rule of WCAG 2.0 to 2.2, A and AA, and what is good practice; none is switched off.
const RUN: &str = r#"
const done = arguments[arguments.length - 1];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }).then(
  ({ violations, passes }) => done({
    rules: passes.length,
    found: violations.flatMap((it) => it.nodes.map((node) => `${it.id} (${it.impact}): ${node.html.slice(0, 160)} ${node.failureSummary.replace(/\s+/g, " ").slice(0, 300)}`)),
  }),
  (error) => done({ rules: 0, found: [String(error)] }),
);
"#;

/// The program's text.
pub struct Axe(String);

impl Axe {
    /// Fetches it, unless it is there.
    ///
    /// # Errors
    /// Why it cannot be had on this machine.
    pub fn fetched() -> Result<Self, String> {
        let folder = folder();
        let file = folder.join("node_modules/axe-core/axe.min.js");
        if !file.is_file() || !version(&folder).contains(VERSION) {
            install(&folder)?;
        }
        fs::read_to_string(&file).map(Self).map_err(|error| format!("{}: {error}", file.display()))
    }

    /// What it finds in the frame that is looked at, and how many rules were content.
    pub async fn findings(&self, visit: &Visit) -> (u64, Vec<String>) {
        if visit.ask("return Boolean(window.axe)", vec![]).await != json!(true) {
            visit.ask(&self.0, vec![]).await;
        }
        let answer = visit.browser.driver.execute_async(RUN, vec![]).await.expect("axe answers");
        let Value::Object(answer) = answer.json() else { panic!("axe answers with findings") };
        let found = serde_json::from_value(answer["found"].clone()).expect("a list of findings");
        (answer["rules"].as_u64().unwrap_or_default(), found)
    }
}

fn folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("axe")
}

fn version(folder: &std::path::Path) -> String {
    fs::read_to_string(folder.join("node_modules/axe-core/package.json")).unwrap_or_default()
}

/// A lock file with the checksum and no address: npm takes the package from where it takes all, and refuses any other.
fn install(folder: &std::path::Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let wanted = json!({ "name": "axe", "version": "0.0.0", "dependencies": { "axe-core": VERSION } });
    let lock = json!({
        "name": "axe", "version": "0.0.0", "lockfileVersion": 3, "requires": true,
        "packages": { "": wanted, "node_modules/axe-core": { "version": VERSION, "integrity": INTEGRITY } },
    });
    for (name, text) in [("package.json", wanted), ("package-lock.json", lock)] {
        fs::write(folder.join(name), text.to_string()).map_err(|error| error.to_string())?;
    }
    let words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=30000"];
    let output = Command::new("npm").args(words).current_dir(folder).output();
    let output = output.map_err(|error| format!("npm did not start: {error}"))?;
    let told = String::from_utf8_lossy(&output.stderr);
    let why = told.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    output.status.success().then_some(()).ok_or_else(|| format!("npm could not install axe-core {VERSION}: {why}"))
}
