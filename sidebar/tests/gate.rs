//! The gate at Send runs in an engine that knows little: these tests hold its script to that.

const SCRIPT: &str = include_str!("../static/launchevent.js");

/// The script without its comments.
fn code() -> String {
    SCRIPT.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn it_uses_nothing_that_classic_outlook_lacks() {
    let code = code();
    for missing in [
        "async ",
        "await ",
        "import ",
        "export ",
        "require(",
        "=>",
        "`",
        "?.",
        "??",
        "**",
        "window.",
        "document.",
        "localStorage",
        "location",
        "URLSearchParams",
        "DOMParser",
        "TextEncoder",
        "crypto.",
        "Office.onReady",
        "displayDialog",
        "roamingSettings",
    ] {
        assert!(!code.contains(missing), "launchevent.js must do without {missing:?}");
    }
}

#[test]
fn it_answers_to_the_name_in_the_manifest_and_asks_one_server() {
    assert!(SCRIPT.contains(r#"Office.actions.associate("onMessageSendHandler", onMessageSendHandler);"#));
    assert_eq!(SCRIPT.matches("{{origin}}").count(), 1);
    for name in ["onMessageRecipientsChangedHandler", "onMessageAttachmentsChangedHandler"] {
        assert!(SCRIPT.contains(&format!("Office.actions.associate(\"{name}\", {name});")), "{name}");
    }
    for path in ["/gate/know", "/gate/ahead", "/gate/confirm"] {
        assert!(SCRIPT.contains(path) && contract::TABLE.iter().any(|row| row.path == path), "{path}");
    }
}

#[test]
fn its_page_asks_the_library_to_begin() {
    let [page, ready] = [include_str!("../static/launchevent.html"), include_str!("../static/ready.js")];
    let [library, script, last] =
        ["{{office_js}}", "\"launchevent.js\"", "{{file:ready.js}}"].map(|name| page.find(name).expect(name));
    assert!(library < script && script < last, "in this order");
    assert!(ready.lines().any(|line| line == "Office.onReady();"), "else office.js connects no handler");
}

#[test]
fn the_texts_of_its_dialog_fit() {
    for sentence in
        SCRIPT.lines().filter_map(|line| line.trim().strip_prefix("away: \"").or(line.trim().strip_prefix("stop: \"")))
    {
        assert!(sentence.chars().count() <= 500, "Outlook shows at most 500 characters: {sentence}");
    }
    for label in SCRIPT.lines().filter_map(|line| line.trim().strip_prefix("open: \"")) {
        assert!(label.trim_end_matches('"').chars().count() <= 20, "a button takes at most 20 characters: {label}");
    }
}
