//! Budgets of files: short, opened by one sentence, no unwrap outside tests, nothing left for later.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Whether a file holds tests only.
fn is_test(path: &Path) -> bool {
    path.starts_with("tests") || path.iter().any(|part| part == "tests" || part == "tests.rs")
}

/// Source files with their text before the tests.
fn sources() -> Vec<(PathBuf, String)> {
    let root = suite::root();
    let all = suite::files(&root, ".rs").into_iter();
    all.map(|path| {
        let text = fs::read_to_string(&path).expect("a source file is text");
        let before = text.split("\n#[cfg(test)]").next().unwrap_or_default().to_owned();
        (path.strip_prefix(&root).expect("below the root").to_path_buf(), before)
    })
    .collect()
}

#[test]
fn every_file_opens_with_its_sentence() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} must open with one //! sentence", path.display());
    }
}

#[test]
fn files_are_short() {
    let mut lengths: Vec<_> = sources().into_iter().map(|(path, text)| (text.lines().count(), path)).collect();
    for (length, path) in &lengths {
        assert!(*length <= 450, "{} has {length} lines before its tests; 450 is the limit", path.display());
    }
    lengths.sort();
    let median = lengths[lengths.len() / 2].0;
    assert!(median <= 140, "the median file has {median} lines; 140 is the budget");
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [
        ["TO", "DO"].concat(),
        ["FIX", "ME"].concat(),
        ["todo", "!("].concat(),
        ["unimplemented", "!("].concat(),
        ["#[ig", "nore"].concat(),
    ];
    for (path, text) in sources() {
        for mark in &marks {
            assert!(!text.contains(mark.as_str()), "{} contains {mark}", path.display());
        }
    }
}

#[test]
fn nothing_is_unwrapped_outside_tests() {
    let unwrap = [".unw", "rap()"].concat();
    for (path, text) in sources().into_iter().filter(|(path, _)| !is_test(path) && !path.starts_with("xtask")) {
        assert!(!text.contains(&unwrap), "{} unwraps outside its tests", path.display());
    }
}
