//! Which crates a program is made of, as cargo resolves them for it alone, with the checksums of `Cargo.lock`.

use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Name and version.
pub(crate) type Id = (String, String);

/// What is known of one crate.
#[derive(Default)]
pub(crate) struct Known {
    /// Its licence, as an expression of SPDX.
    pub(crate) license: String,
    /// Whether it comes from the registry; else it is ours.
    pub(crate) is_outside: bool,
    /// SHA-256 of its package, from `Cargo.lock`.
    pub(crate) checksum: Option<String>,
    /// Where its sources lie on this machine.
    pub(crate) folder: Option<PathBuf>,
    /// What it is built on.
    pub(crate) needs: BTreeSet<Id>,
}

/// All crates of some programs.
pub(crate) struct Crates {
    /// The programs.
    pub(crate) programs: Vec<Id>,
    /// Every crate that takes part in the build.
    pub(crate) all: BTreeMap<Id, Known>,
    /// Those of them that end up in the programs: neither macros nor builders.
    pub(crate) inside: BTreeSet<Id>,
}

impl Crates {
    /// Those of these programs, each for its platform.
    pub(crate) fn of(programs: &[(&str, String)]) -> Result<Self, String> {
        let sums = checksums()?;
        let mut crates = Self { programs: Vec::new(), all: BTreeMap::new(), inside: BTreeSet::new() };
        for (program, target) in programs {
            let whole = tree(program, target, "normal,build")?;
            crates.programs.extend(whole.iter().find(|(name, _)| name == program).cloned());
            crates.inside.extend(tree(program, target, "normal,no-proc-macro")?);
            for (id, mut known) in resolved(target)?.into_iter().filter(|(id, _)| whole.contains(id)) {
                known.needs.retain(|need| whole.contains(need));
                known.checksum = sums.get(&id).cloned();
                crates.all.entry(id).or_default().join(known);
            }
        }
        Ok(crates)
    }
}

impl Known {
    /// The same crate in another program.
    fn join(&mut self, other: Self) {
        let needs = std::mem::take(&mut self.needs);
        *self = other;
        self.needs.extend(needs);
    }
}

/// `cargo tree`: it resolves features for this package alone, which `cargo metadata` does not.
fn tree(package: &str, target: &str, edges: &str) -> Result<BTreeSet<Id>, String> {
    let words = ["tree", "--locked", "--package", package, "--target", target, "--edges", edges, "--prefix", "none"];
    let told = said(cargo().args(words))?;
    Ok(told.lines().filter_map(|line| line.split_once(" v")).map(|(name, rest)| id(name, rest)).collect())
}

/// From `0.1.0 (/a/path) (*)`.
fn id(name: &str, rest: &str) -> Id {
    (name.to_owned(), rest.split(' ').next().unwrap_or_default().to_owned())
}

/// Every crate of the workspace on this platform.
fn resolved(target: &str) -> Result<BTreeMap<Id, Known>, String> {
    let words = ["metadata", "--locked", "--format-version", "1", "--filter-platform", target];
    let metadata: Value = serde_json::from_str(&said(cargo().args(words))?).map_err(|error| error.to_string())?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let ids: BTreeMap<String, Id> = list(&metadata["packages"])
        .iter()
        .map(|package| (text(&package["id"]), (text(&package["name"]), text(&package["version"]))))
        .collect();
    let mut all: BTreeMap<Id, Known> = list(&metadata["packages"])
        .iter()
        .map(|package| {
            let license = expression(package["license"].as_str().unwrap_or("NOASSERTION"));
            let folder =
                package["manifest_path"].as_str().and_then(|file| Path::new(file).parent()).map(Path::to_owned);
            let known = Known { license, is_outside: !package["source"].is_null(), folder, ..Known::default() };
            ((text(&package["name"]), text(&package["version"])), known)
        })
        .collect();
    for node in list(&metadata["resolve"]["nodes"]) {
        let needs = list(&node["dependencies"]).iter().filter_map(|need| ids.get(need.as_str()?).cloned()).collect();
        if let Some(known) = ids.get(&text(&node["id"])).and_then(|id| all.get_mut(id)) {
            known.needs = needs;
        }
    }
    Ok(all)
}

/// Older crates write `MIT/Apache-2.0` where SPDX has `MIT OR Apache-2.0`.
fn expression(license: &str) -> String {
    license.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

fn checksums() -> Result<BTreeMap<Id, String>, String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let sums = lock.split("[[package]]").filter_map(|package| {
        let field = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""));
            line.map(|value| value.trim_end_matches('"').to_owned())
        };
        Some(((field("name")?, field("version")?), field("checksum")?))
    });
    Ok(sums.collect())
}

/// The workspace's folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap_or_default()
}

/// The platform that is built on.
pub(crate) fn host() -> Result<String, String> {
    line_of("host: ")
}

/// The version of Rust, whose standard library is in every program.
pub(crate) fn rust() -> Result<String, String> {
    line_of("release: ")
}

fn line_of(start: &str) -> Result<String, String> {
    let told = said(Command::new("rustc").arg("-vV"))?;
    let line = told.lines().find_map(|line| line.strip_prefix(start)).map(str::to_owned);
    line.ok_or_else(|| format!("rustc -vV does not say its {start}"))
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// What a program prints that works in the workspace.
pub(crate) fn said(command: &mut Command) -> Result<String, String> {
    answer(command.current_dir(root()))
}

/// What a program prints.
pub(crate) fn answer(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("{command:?} did not start: {error}"))?;
    if !output.status.success() {
        return Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::{expression, id};

    #[test]
    fn a_line_of_the_tree_and_a_licence_are_read() {
        assert_eq!(id("web", "0.1.0 (/a/backend/web) (*)"), ("web".to_owned(), "0.1.0".to_owned()));
        for (written, spdx) in [
            ("MIT/Apache-2.0", "MIT OR Apache-2.0"),
            ("Apache-2.0 / MIT", "Apache-2.0 OR MIT"),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", "(MIT OR Apache-2.0) AND Unicode-3.0"),
        ] {
            assert_eq!(expression(written), spdx);
        }
    }
}
