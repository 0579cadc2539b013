//! Documentation leads somewhere: every relative link and every path in backticks exists.

use std::fs;

/// The text between each `](` and `)`, and each path between backticks that begins with one of our folders.
fn paths(text: &str) -> Vec<String> {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let ours = ["shared/", "backend/", "sidebar/", "tests/", "xtask/", "manifest/", ".ci/"];
    let quoted = text.split('`').skip(1).step_by(2).filter(|path| ours.iter().any(|start| path.starts_with(start)));
    links
        .filter(|link| !link.contains("://") && !link.starts_with('#'))
        .chain(quoted.filter(|path| !path.contains(['{', '*', ' ', '<', '…'])))
        .map(|path| path.split('#').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn no_link_is_dead() {
    let root = suite::root();
    for document in suite::files(&root, ".md") {
        let text = fs::read_to_string(&document).expect("documentation is text");
        let folder = document.parent().expect("a document lies in a folder");
        for path in paths(&text) {
            let is_there = folder.join(&path).exists() || root.join(&path).exists();
            assert!(
                is_there,
                "{} names {path}, which is not there",
                document.strip_prefix(&root).expect("below the root").display()
            );
        }
    }
}

#[test]
fn links_and_paths_are_found() {
    let text = "See [a](x/y.md#z), [b](https://example.no) and `backend/sql`, not `cargo test`.";
    assert_eq!(paths(text), ["x/y.md", "backend/sql"]);
}
