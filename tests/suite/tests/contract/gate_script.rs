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

/// `manifest/README.md` tells IT to switch the gate off so.
#[test]
fn a_proxy_can_let_every_mail_go() {
    let read = |file: &str| fs::read_to_string(suite::root().join(file)).expect("it is there");
    let (script, readme) = (read("sidebar/static/launchevent.js"), read("manifest/README.md"));
    assert!(
        readme
            .contains(r#"location = /gate/know { default_type application/json; return 200 '{"decision":"allow"}'; }"#)
    );
    let after = script.split_once("post(gate, \"/gate/know\"").map_or("", |(_, after)| after);
    let first = after.split("if (").nth(1).unwrap_or_default();
    assert!(first.contains("answer.decision === \"allow\"") && first.contains("allow(gate);"), "{first}");
}
