//! The kernel's classes and code lists against the standard's own files, where they lie beside the project or where
//! `SAKSVAR_PUBLIC_DATA` says.

#![cfg(test)]

use std::{
    collections::BTreeMap,
    env, fs,
    io::{self, Write as _},
    path::PathBuf,
};

/// Fields that the standard names in its text alone.
const BESIDES: [&str; 4] = ["mappetype", "referanseTilKlasse", "referanseTilMappe", "referanseTilRegistrering"];
/// Fields that the kernel leaves out: the way to a file is its link, and people and units have none of the house's own fields.
const WITHOUT: [&str; 2] = ["referanseDokumentfil", "virksomhetsspesifikkeMetadata"];

fn folder() -> Option<PathBuf> {
    let beside = || concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").into();
    let folder = env::var_os("SAKSVAR_PUBLIC_DATA").map_or_else(beside, PathBuf::from).join("case-system/noark5");
    if folder.is_dir() {
        return Some(folder);
    }
    // Not by `println!`, which the runner keeps to itself where a test passes.
    let why = "it is neither beside the project nor where SAKSVAR_PUBLIC_DATA says";
    writeln!(io::stdout(), "\nnot run: the emulated kernel against the Noark 5 standard; {why}").expect("it is said");
    None
}

/// What stands in one of the standard's files: the name after `class`, and each line after a plus.
fn read(path: &PathBuf) -> (String, Vec<String>) {
    let text = fs::read_to_string(path).expect("a text");
    let head = text.lines().find_map(|line| line.trim().strip_prefix("class ")).unwrap_or_default();
    let name = head.split([' ', '{']).next().unwrap_or_default();
    let name = name.rsplit('.').next().unwrap_or(name).to_lowercase();
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix('+')).map(|line| line.trim().to_owned());
    (name, lines.collect())
}

/// Fields of the kernel's classes, each with the sign of how often it stands: `!` filled in, `?` may be missing, `*` a list, nothing: must be
/// sent.
fn ours() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut all: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut class = String::new();
    for line in include_str!("../src/noark/class.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let Some(field) = line.strip_prefix("    ") else {
            let name = line.split([' ', ':']).next().unwrap_or_default();
            class = name.rsplit('/').next().unwrap_or(name).trim().to_lowercase();
            all.entry(class.clone()).or_default();
            continue;
        };
        if let Some((name, kind)) = field.trim().split_once(' ').filter(|_| !field.trim().starts_with('>')) {
            let kind = kind.split('=').next().unwrap_or(kind).trim();
            let sign = kind.chars().last().filter(|sign| "!?*".contains(*sign)).map(String::from).unwrap_or_default();
            all.entry(class.clone()).or_default().insert(name.to_owned(), sign);
        }
    }
    all
}

#[test]
fn the_kernels_classes_have_the_fields_of_the_standard() {
    let Some(folder) = folder() else { return };
    let ours = ours();
    let mut held = 0;
    for (class, fields) in &ours {
        let path = folder.join(format!("uml-class-{class}.iuml"));
        if !path.is_file() {
            continue;
        }
        let (_, lines) = read(&path);
        let theirs: BTreeMap<String, String> = lines
            .iter()
            .filter_map(|line| line.split_once(" : "))
            .map(|(name, kind)| (name.trim().to_owned(), kind.to_owned()))
            .collect();
        for (field, sign) in fields.iter().filter(|(field, _)| !BESIDES.contains(&field.as_str())) {
            let kind = theirs.get(field).unwrap_or_else(|| panic!("{class} has no {field} in the standard"));
            let is = match () {
                () if kind.contains("*]") => "*",
                () if kind.contains("[1..1]") => "!",
                () if kind.contains("[0..1]") => "?",
                () => "",
            };
            // What it fills in later may be missing until then, and what must be sent may be filled in already.
            let is_near = matches!((sign.as_str(), is), ("?", "!") | ("!", "") | (_, "*"));
            assert!(sign == is || is_near, "{class}.{field} is {kind}, not {sign}");
        }
        for field in theirs.keys() {
            assert!(fields.contains_key(field) || WITHOUT.contains(&field.as_str()), "{class} lacks {field}");
        }
        held += 1;
    }
    assert!(held > 20, "{held} classes");
}

#[test]
fn the_kernels_codes_are_those_of_the_standard_and_some_of_the_houses_own() {
    let Some(folder) = folder() else { return };
    let mut ours: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut list = String::new();
    for line in
        include_str!("../src/noark/code.txt").lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
    {
        match line.strip_prefix("    ").and_then(|row| row.split_once(' ')) {
            Some((code, name)) => {
                ours.entry(list.clone()).or_default().insert(code.to_owned(), name.to_owned());
            }
            None => line.trim().clone_into(&mut list),
        }
    }
    let mut held = 0;
    for (list, codes) in &ours {
        let path = folder.join(format!("uml-codelist-{list}.iuml"));
        if !path.is_file() {
            continue;
        }
        for line in read(&path).1 {
            let Some((name, code)) = line.rsplit_once(" = ") else { continue };
            assert_eq!(codes.get(code.trim()).map(String::as_str), Some(name.trim()), "{list}: {code}");
        }
        held += 1;
    }
    assert!(held > 20, "{held} lists");
}
