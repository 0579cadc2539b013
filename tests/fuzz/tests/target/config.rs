//! The settings (konfigurasjon): a file and an environment, read or refused with a sentence; secrets are never shown.

use backend::config::Config;
use std::fs;

const LINES: &[&str] = &[
    "[server]\n",
    "listen = \"127.0.0.1:1\"\n",
    "listen = \"x\"\n",
    "public_url = \"https://s.example.no\"\n",
    "[store]\n",
    "folder = \"x\"\n",
    "[entra]\n",
    "client_secret = \"HEMMELIG\"\n",
    "[writer]\n",
    "key = \"HEMMELIG\"\n",
    "patience = 5\n",
    "patience = -5\n",
    "patience = 99999999999999999999\n",
    "[house]\n",
    "body = \"Fjordvik kommune\"\n",
    "notice = [\"a\", \"b\", \"c\"]\n",
    "notice = []\n",
    "when_away = \"ask\"\n",
    "[log]\n",
    "form = \"json\"\n",
    "[",
    "]",
    "=",
    "\"",
    "#",
    "{",
    "\n",
    "bodi = 1\n",
];
const NAMES: &[&str] = &[
    "SERVER__LISTEN",
    "ENTRA__CLIENT_SECRET",
    "WRITER__KEY",
    "WRITER__PATIENCE",
    "HOUSE__DOMAINS",
    "LOG__FORM",
    "HOUSE",
    "__",
    "",
    "HOUSE__æ",
    "GRAPH__URL",
];
const VALUES: &[&str] = &[
    "HEMMELIG",
    "127.0.0.1:0",
    "5",
    "-1",
    "[\"a.no\"]",
    "[",
    "json",
    "\"",
    "\n[x]\ny=1",
    "true",
    "http://127.0.0.1",
    "https://x.no/",
];

fuzz::target!(
    /// A file below, the environment above.
    config_load, 300, |pick| {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("saksvar.toml");
    let text = pick.part().text(LINES);
    fs::write(&file, &text).expect("a file");
    let pairs: Vec<(String, String)> =
        (0..pick.below(4)).map(|_| (format!("SAKSVAR__{}", pick.one(NAMES)), pick.words(2, VALUES))).collect();
    match Config::load(Some(&file).filter(|_| text.len() % 3 > 0).map(|file| file.as_path()), pairs.clone()) {
        Ok(config) => {
            let shown = config.shown();
            let is_secret = [&config.entra.client_secret, &config.writer.key].iter().any(|secret| secret.contains("HEMMELIG"));
            let told = [&config.house.body, &config.writer.model, &config.entra.tenant, &config.graph.url].iter().any(|told| told.contains("HEMMELIG"));
            assert!(!is_secret || told || !shown.contains("HEMMELIG"), "{text:?} {pairs:?}");
            assert!(config.faults().iter().all(|fault| !fault.trim().is_empty()), "{text:?} {pairs:?}");
            fs::write(&file, &shown).expect("a file");
            let again = Config::load(Some(&file), []).expect("what is shown can be read");
            assert_eq!(again.shown(), shown, "{text:?} {pairs:?}");
        }
        Err(why) => assert!(!why.trim().is_empty(), "{text:?} {pairs:?}"),
    }
});
