//! Microsoft's library for nested app authentication: fetched with npm, held to its pinned hash, kept for later builds, never committed.

use crate::shell;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384, Sha512};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const PACKAGE: &str = "@azure/msal-browser";
const VERSION: &str = "5.30.0";
/// SHA-512 of the package, in the spelling of a lock file of npm.
const INTEGRITY: &str =
    "sha512-o/ADxWxEFcVrE65a7ssOGuxnivq8lcy+2hSGlOOwtn0gGd6iiwl3q8/BMVRorYE81UB/r4B+8WGEUxWnqP7ryA==";
/// The bundle for a browser, as its makers ship it, and the licence that goes with it.
const INSIDE: [&str; 2] = ["package/lib/msal-browser.min.js", "package/LICENSE"];

/// What is laid beside the pane.
pub(crate) struct Msal {
    pub(crate) script: Vec<u8>,
    pub(crate) license: Vec<u8>,
}

/// The library from the cache, or from npm; where neither has it, the build says so and goes on: the pane has two other ways to sign in.
pub(crate) fn found() -> Option<Msal> {
    match taken(&kept()) {
        Ok(msal) => Some(msal),
        Err(why) => {
            shell::say(&format!(
                "without nested app authentication, {why}; the pane signs in by Office's token or its own window"
            ));
            None
        }
    }
}

/// What the browser holds the script to (subresource integrity).
pub(crate) fn integrity(script: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(script)))
}

fn kept() -> PathBuf {
    shell::target().join("msal").join(format!("azure-msal-browser-{VERSION}.tgz"))
}

fn taken(archive: &Path) -> Result<Msal, String> {
    if !archive.is_file() {
        fetch(archive)?;
    }
    held(&fs::read(archive).map_err(|error| format!("{}: {error}", archive.display()))?).inspect_err(|_| {
        // Another package must not stand in the way of the right one.
        let _ = fs::remove_file(archive);
    })?;
    Ok(Msal { script: unpacked(archive, INSIDE[0])?, license: unpacked(archive, INSIDE[1])? })
}

/// Asks npm, wherever it has its packages from, for exactly this version.
fn fetch(archive: &Path) -> Result<(), String> {
    let folder = archive.parent().unwrap_or(archive);
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    shell::say(&format!("fetching {PACKAGE} {VERSION} with npm …"));
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.args(["pack", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1", "--fetch-timeout=30000"]);
    npm.arg("--pack-destination").arg(folder).arg(format!("{PACKAGE}@{VERSION}")).current_dir(folder);
    let status = npm.stdout(Stdio::null()).stderr(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("npm did not give {PACKAGE} {VERSION}")),
        Err(_) => Err("npm is not there".to_owned()),
    }
}

/// Another package than the pinned one is refused, whoever gave it.
fn held(package: &[u8]) -> Result<(), String> {
    let is = format!("sha512-{}", STANDARD.encode(Sha512::digest(package)));
    if is == INTEGRITY { Ok(()) } else { Err(format!("{PACKAGE} {VERSION} is not the one that was pinned ({is})")) }
}

fn unpacked(archive: &Path, file: &str) -> Result<Vec<u8>, String> {
    let output = Command::new("tar").arg("-xzOf").arg(archive).arg(file).output();
    match output {
        Ok(output) if output.status.success() && !output.stdout.is_empty() => Ok(output.stdout),
        _ => Err(format!("tar does not give {file} of {PACKAGE} {VERSION}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{held, integrity};

    #[test]
    fn another_package_is_refused_and_a_script_has_its_hash() {
        let why = held(b"something else").unwrap_err();
        assert!(why.contains("not the one that was pinned"), "{why}");
        // The example of the specification: alert('Hello, world.');
        let known = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), known);
    }
}
