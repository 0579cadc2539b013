//! What IT deploys (manifest): whatever a file holds, it is looked through to its end, and every finding has a line that is there.

use backend::{config::Config, manifest::Bundle};
use std::sync::LazyLock;

const WORDS: &[&str] = &[
    "<VersionOverrides>",
    "</VersionOverrides>",
    "<Control id=\"a\">",
    "</Control>",
    "resid=\"Name\"",
    " size=\"99999999999\"",
    " type=\"javascript\"",
    "<Override ",
    "/>",
    "<!--",
    "-->",
    "&amp;",
    "&#0;",
    "https://",
    "https://æ/",
    "\"actionId\": 1,",
    "\"icons\": [{}],",
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "\n",
    "PK\u{1}\u{2}",
    "null",
];
static WHOLE: LazyLock<Bundle> = LazyLock::new(|| {
    let set = [
        ("SAKSVAR__SERVER__PUBLIC_URL", "https://saksvar.fjordvik.example"),
        ("SAKSVAR__ENTRA__TENANT", "5e0a3c11-1111-4111-8111-000000000001"),
        ("SAKSVAR__ENTRA__CLIENT_ID", "5e0a3c11-2222-4222-8222-000000000002"),
    ];
    let config = Config::load(None, set.map(|(key, value)| (key.to_owned(), value.to_owned()))).expect("settings");
    Bundle::rendered(&config).expect("rendered")
});

fuzz::target!(
    /// A rendered file with something changed in it, or noise under its name.
    manifest_validate, 300, |pick| {
    let name = pick.one(&["outlook.xml", "outlook.json", "entra.json", "outlook.zip"]);
    let base = WHOLE.file(name).expect("rendered");
    let bytes = if pick.below(8) == 0 { pick.text(WORDS).into_bytes() } else { pick.mutated(base, WORDS) };
    let lines = bytes.split(|byte| *byte == b'\n').count();
    for finding in Bundle::holding(name, bytes).findings() {
        assert!((1..=lines).contains(&finding.line), "{finding}: {lines} lines");
        assert!(!finding.told.is_empty() && finding.file == name, "{finding}");
    }
});
