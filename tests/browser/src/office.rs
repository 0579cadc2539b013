//! Microsoft's own office.js (Office-biblioteket): fetched by npm into the build's folder when a test wants it, and held to its checksum.

use rcgen::generate_simple_self_signed;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use town::{HOSTS, Library};

const PACKAGE: &str =
    r#"{ "name": "library", "private": true, "dependencies": { "@microsoft/office-js": "1.1.110" } }"#;
/// npm takes nothing with another checksum than this one.
const LOCK: &str = r#"{ "name": "library", "lockfileVersion": 3, "requires": true, "packages": {
  "": { "name": "library", "dependencies": { "@microsoft/office-js": "1.1.110" } },
  "node_modules/@microsoft/office-js": { "version": "1.1.110",
    "integrity": "sha512-80nZ3gGUq6Fb22sX8tBdktfulM7uYnrdQu32bpsb3waTeKoakc+j6H6+L21xRV4plDBrufnRMVH3ULMt/06Jwg==" } } }"#;

/// The library, and a certificate for all hosts of a story.
pub struct Office {
    folder: PathBuf,
    certificate: String,
    key: String,
}

impl Office {
    /// Fetches what is missing.
    ///
    /// # Errors
    /// Why it cannot be had.
    pub fn fetched(folder: &Path) -> Result<Self, String> {
        let dist = folder.join("node_modules/@microsoft/office-js/dist");
        if !dist.join("office.js").is_file() {
            fetch(folder)?;
        }
        let names: Vec<String> = HOSTS.into_iter().chain(["127.0.0.1"]).map(str::to_owned).collect();
        let made = generate_simple_self_signed(names).map_err(|error| error.to_string())?;
        Ok(Self { folder: dist, certificate: made.cert.pem(), key: made.signing_key.serialize_pem() })
    }

    /// For the town's Outlook.
    pub(crate) fn library(&self) -> Library {
        Library { folder: self.folder.clone(), certificate: self.certificate.clone(), key: self.key.clone() }
    }

    /// Certificate and key as files in a folder, for the server.
    pub(crate) fn written(&self, folder: &Path) -> (String, String) {
        let written = |name: &str, text: &str| {
            let file = folder.join(name);
            fs::write(&file, text).expect("a file");
            file.display().to_string()
        };
        (written("certificate.pem", &self.certificate), written("key.pem", &self.key))
    }
}

fn fetch(folder: &Path) -> Result<(), String> {
    let written = |name: &str, text: &str| fs::write(folder.join(name), text).map_err(|error| error.to_string());
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    written("package.json", PACKAGE)?;
    written("package-lock.json", LOCK)?;
    let words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=30000"];
    let output = Command::new("npm").args(words).current_dir(folder).output();
    let output = output.map_err(|error| format!("npm did not start: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(format!("npm could not fetch it: {}", told.lines().find(|line| line.contains("code")).unwrap_or("no word why")))
}
