//! What is shipped beside the program holds: its example settings start a server, its unit and its container give nothing away.

use backend::{config::Config, manifest::Bundle};
use std::{collections::BTreeMap, fs, process::Command};

fn shipped(name: &str) -> String {
    let file = suite::root().join("manifest/server").join(name);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// An example with these settings, filled in as IT would.
fn load(text: &str) -> Result<Config, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("saksvar.toml");
    let id = |digit: u8| format!("5e0a3c11-1111-4111-8111-00000000000{digit}");
    fs::write(&file, text.replace("DIRECTORY_ID", &id(1)).replace("APPLICATION_ID", &id(2))).expect("written");
    Config::load(Some(&file), [])
}

#[test]
fn the_example_settings_are_ones_that_a_server_starts_with() {
    for name in ["pilot.toml", "production.toml"] {
        let text = shipped(name);
        let config = load(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
        assert_eq!(config.faults(), Vec::<String>::new(), "{name}");
        let findings = Bundle::rendered(&config).map(|bundle| bundle.findings().len());
        assert_eq!(findings, Ok(0), "{name}: what Outlook and Entra are given");
        assert!(config.house.domains.iter().all(|domain| config.server.public_url.ends_with(domain)), "{name}");
        // A line that is switched on by taking its sign away must be a setting too.
        let all = text.lines().map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line));
        let on = all.collect::<Vec<_>>().join("\n");
        let why = load(&on).err().unwrap_or_default();
        assert!(why.is_empty() || why.starts_with("server.tenants /etc/saksvar/tenants"), "{name}: {why}");
        assert!(load(&text.replace("public_url", "publik_url")).is_err(), "a setting that is none is told");
    }
}

/// What the unit must say, and why a line that goes missing matters: each of these closes a door.
const UNIT: [(&str, &str); 22] = [
    ("Type", "notify"),
    ("User", "saksvar"),
    ("UMask", "0077"),
    ("StateDirectory", "saksvar"),
    ("StateDirectoryMode", "0700"),
    ("ProtectSystem", "strict"),
    ("ProtectHome", "true"),
    ("PrivateTmp", "true"),
    ("PrivateDevices", "true"),
    ("ProtectProc", "invisible"),
    ("ProtectKernelTunables", "true"),
    ("ProtectKernelModules", "true"),
    ("ProtectControlGroups", "true"),
    ("NoNewPrivileges", "true"),
    ("CapabilityBoundingSet", ""),
    ("RestrictNamespaces", "true"),
    ("RestrictSUIDSGID", "true"),
    ("LockPersonality", "true"),
    ("MemoryDenyWriteExecute", "true"),
    ("RestrictAddressFamilies", "AF_INET AF_INET6 AF_UNIX"),
    ("SystemCallFilter", "~@privileged @resources"),
    ("LimitCORE", "0"),
];

#[test]
fn the_unit_closes_every_door_and_systemd_reads_it() {
    let unit = shipped("saksvar.service");
    let lines = unit.lines().filter(|line| !line.starts_with('#'));
    let said: BTreeMap<_, _> = lines.filter_map(|line| line.split_once('=')).collect();
    for (key, value) in UNIT {
        assert_eq!(said.get(key), Some(&value), "{key}");
    }
    let folder = load(&shipped("production.toml")).expect("settings").store.folder;
    assert_eq!(said["WorkingDirectory"], folder.display().to_string(), "the only folder that it can write");
    let here = tempfile::tempdir().expect("a folder");
    let file = here.path().join("saksvar.service");
    fs::write(&file, unit.replace("/usr/local/bin/saksvar", "/bin/true")).expect("written");
    // Where systemd is not, the table above is all that is held.
    let Ok(told) = Command::new("systemd-analyze").args(["verify", "--man=no"]).arg(&file).output() else { return };
    let why = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.status.success() && !why.contains("saksvar.service:"), "{why}");
}

#[test]
fn the_container_holds_the_program_alone_and_runs_it_as_nobody() {
    let file = shipped("Containerfile");
    let lines = file.replace("\\\n", " ");
    let lines: Vec<_> = lines.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let of =
        |word: &str| lines.iter().filter_map(|line| line.strip_prefix(word)?.strip_prefix(' ')).collect::<Vec<_>>();
    assert_eq!(of("RUN"), Vec::<&str>::new(), "there is no shell in it");
    assert_eq!(of("USER"), ["65532:65532"]);
    assert_eq!(of("ARG"), ["BASE=scratch"]);
    let health = of("HEALTHCHECK").concat();
    assert!(
        health.ends_with("CMD [\"/usr/local/bin/saksvar\", \"--config\", \"/etc/saksvar/saksvar.toml\", \"health\"]"),
        "{health}"
    );
    assert_eq!(of("CMD"), ["[\"serve\"]"]);
    let copied: Vec<_> =
        of("COPY").iter().flat_map(|line| line.split(' ').filter(|word| !word.starts_with("--"))).collect();
    let made = ["saksvar", "LICENCES.txt", "saksvar.cdx.json"];
    assert!(copied.iter().all(|word| made.contains(word) || word.starts_with("/usr/")), "{copied:?}");
    let folder = load(&shipped("pilot.toml")).expect("settings").store.folder;
    assert_eq!(of("VOLUME"), [format!("[\"{}\"]", folder.display())]);
}
