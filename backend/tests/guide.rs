//! Every `saksvar …` that a guide tells people to write is one that the program reads.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so and ends")]

use backend::command::Line;
use clap::{Parser, error::ErrorKind};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Guides, the manual, and what is shipped beside the program.
fn guides() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = vec![root.join("backend/default.toml")];
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if path.is_dir() && !["target", "dist", ".git", "node_modules"].contains(&name.as_str()) {
                folders.push(path);
            } else if name.ends_with(".md") || path.parent().is_some_and(|folder| folder.ends_with("manifest/server")) {
                found.push(path);
            }
        }
    }
    found
}

/// What stands in backticks or on a line of its own, from the program's name to its end or to a word of explanation.
fn commands(text: &str) -> Vec<String> {
    let quoted = text.split('`').skip(1).step_by(2).map(str::to_owned);
    let lines = text.lines().map(|line| line.trim_start_matches(['#', ' ']).to_owned());
    let whole = quoted.chain(lines.filter(|line| line.starts_with("saksvar ") || line.contains("-- saksvar ")));
    let from = |line: String| {
        let (_, rest) = line.split_once("-- saksvar ").or_else(|| line.split_once("saksvar "))?;
        Some(rest.to_owned())
    };
    let to = |line: String| {
        line.split([';', '#', '`']).next().unwrap_or_default().trim_end_matches(['&', ' ', '.']).to_owned()
    };
    whole.filter(|line| line.starts_with("saksvar ") || line.contains("-- saksvar ")).filter_map(from).map(to).collect()
}

/// What a shell would take as one word, as one.
fn quoted(command: &str) -> String {
    let parts = command.split('\'').enumerate();
    parts.map(|(at, part)| if at % 2 == 1 { part.replace(' ', "_") } else { part.to_owned() }).collect()
}

/// `a b | c` stands for `a b` and `a c`, or for `b` and `c` where `a` has none.
fn meant(command: &str) -> Vec<Vec<Vec<String>>> {
    let words = |part: &str| -> Vec<String> {
        // What is left out after a flag is its value.
        let part = part.replace(" …", "…");
        let words = part.split_whitespace().map(|word| match word.strip_suffix('…') {
            Some(flag) if flag.starts_with("--") => format!("{flag}=X"),
            Some(word) => word.to_owned(),
            None => word.to_owned(),
        });
        words.filter(|word| !word.is_empty()).collect()
    };
    let command = quoted(command);
    let mut parts = command.split(" | ");
    let first = words(parts.next().unwrap_or_default());
    let mut all = vec![vec![first.clone()]];
    all.extend(parts.map(|part| (0..first.len().min(3)).map(|kept| [&first[..kept], &words(part)].concat()).collect()));
    all
}

/// That something is left out is no fault of a guide which names a command in a sentence.
fn fault(words: &[String]) -> Option<String> {
    let line = std::iter::once("saksvar").chain(words.iter().map(String::as_str));
    let error = Line::try_parse_from(line).err()?;
    let names_it = [
        ErrorKind::MissingRequiredArgument,
        ErrorKind::MissingSubcommand,
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand,
    ];
    (!names_it.contains(&error.kind())).then(|| error.to_string())
}

#[test]
fn every_command_that_a_guide_names_is_one() {
    let mut seen = 0;
    for guide in guides() {
        let text = fs::read_to_string(&guide).expect("a guide is text");
        for command in commands(&text) {
            for ways in meant(&command) {
                let faults: Vec<_> = ways.iter().map(|way| fault(way)).collect();
                assert!(faults.iter().any(Option::is_none), "{}: saksvar {command}: {faults:?}", guide.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "{seen} commands were found");
}

#[test]
fn a_command_that_is_none_is_found() {
    let text = "Run `saksvar chek`, `saksvar audit verify | exprt`, `saksvar key rotate --all`.\n    saksvar tenant remove x  # no\n";
    let found = commands(text);
    assert_eq!(found, ["chek", "audit verify | exprt", "key rotate --all", "tenant remove x"]);
    for command in &found {
        assert!(meant(command).iter().any(|ways| ways.iter().all(|way| fault(way).is_some())), "{command}");
    }
    for fine in [
        "audit verify | export",
        "config | check",
        "backup --to DIR | restore --from DIR",
        "key erase",
        "prepare --mail 'a b.eml' --records DIR",
        "sort FILE.eml… --records DIR",
    ] {
        assert!(meant(fine).iter().all(|ways| ways.iter().any(|way| fault(way).is_none())), "{fine}");
    }
}
