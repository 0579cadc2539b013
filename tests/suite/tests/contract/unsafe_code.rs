//! No crate of ours may be unsafe: the workspace forbids it, and every package takes the workspace's lints.

use std::fs;

#[test]
fn no_crate_of_ours_may_be_unsafe() {
    let root = suite::root();
    let workspace = fs::read_to_string(root.join("Cargo.toml")).expect("the workspace's own file");
    let lints = workspace.split("[workspace.lints.rust]").nth(1).and_then(|rest| rest.split("\n[").next());
    assert!(
        lints.is_some_and(|lints| lints.contains("\nunsafe_code = \"forbid\"\n")),
        "the workspace must forbid unsafe_code"
    );
    let (_, list) = workspace.split_once("members = [").expect("the workspace has members");
    let members: Vec<_> = list.split(']').next().unwrap_or_default().split('"').skip(1).step_by(2).collect();
    assert!(members.len() > 15, "{members:?}");
    for member in members {
        let text = fs::read_to_string(root.join(member).join("Cargo.toml")).expect("a member has its file");
        assert!(text.contains("\n[lints]\nworkspace = true\n"), "{member} must take the lints of the workspace");
    }
    // A lint that is forbidden cannot be allowed again; a file of Rust that belongs to no member would escape all the same.
    let word = ["allow(", "unsafe_code"].concat();
    for path in suite::files(&root, ".rs") {
        let text = fs::read_to_string(&path).expect("a source file is text");
        assert!(!text.contains(&word), "{} allows what is forbidden", path.display());
    }
}
