//! Stage order: in `domain`, a module uses only modules that stand above it in lib.rs; `port`, the last, may use all.

use std::fs;

#[test]
fn a_module_uses_only_modules_above_it() {
    let folder = suite::root().join("backend/domain/src");
    let lib = fs::read_to_string(folder.join("lib.rs")).expect("domain has a lib.rs");
    let order: Vec<_> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(order.len() > 10, "the stages stand in lib.rs");
    for path in suite::files(&folder, ".rs") {
        let inside = path.strip_prefix(&folder).expect("below domain");
        let module = inside.iter().next().and_then(|part| part.to_str()).unwrap_or_default().trim_end_matches(".rs");
        if inside.iter().any(|part| part == "tests" || part == "tests.rs") {
            continue;
        }
        let Some(place) = order.iter().position(|name| *name == module) else { continue };
        let text = fs::read_to_string(&path).expect("a source file is text");
        let before = text.split("\n#[cfg(test)]").next().unwrap_or_default();
        for (later, name) in order.iter().enumerate().filter(|(later, _)| *later > place) {
            let code = before.lines().filter(|line| !line.trim_start().starts_with("//"));
            let uses = code.filter(|line| {
                line.contains(&format!("crate::{name}::"))
                    || line.contains(&format!(" {name}::{{")) && line.contains("crate")
            });
            assert_eq!(uses.count(), 0, "{} is stage {place} and must not use {name}, stage {later}", inside.display());
        }
    }
}
