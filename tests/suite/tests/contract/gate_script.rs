//! The gate's script must run in classic Outlook's bare JavaScript runtime: ES2016, no modules, no page.

use std::fs;

#[test]
fn the_gate_script_uses_nothing_that_classic_outlook_lacks() {
    let file = suite::root().join("sidebar/static/launchevent.js");
    let text = fs::read_to_string(&file).expect("the gate's script is there");
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    for missing in [
        "async ",
        "await ",
        "import ",
        "import(",
        "export ",
        "document.",
        "window.",
        "localStorage",
        "sessionStorage",
        "URLSearchParams",
        "DOMParser",
        "?.",
        "??",
        "`${location",
        "Office.onReady(",
    ] {
        assert!(!code.contains(missing), "launchevent.js uses «{missing}», which classic Outlook does not have");
    }
    assert!(
        code.contains("Office.actions.associate(\"onMessageSendHandler\""),
        "the handler is registered under the manifest's name"
    );
    assert!(code.contains("{{origin}}"), "addresses are absolute: the server renders its origin in");
}
