//! The standard's own files (arkivverket/noark5-tjenestegrensesnitt-standard), where they lie beside the project or where
//! `SAKSVAR_PUBLIC_DATA` says: what we name, it names; and its examples are read.

use crate::{
    code,
    link::Links,
    wire::{Page, Version},
};
use domain::port::CodeList;
use serde_json::Value;
use std::{
    collections::HashMap,
    env, fs,
    io::{self, Write as _},
    path::PathBuf,
};

fn folder() -> Option<PathBuf> {
    let beside = || concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").into();
    let folder = env::var_os("SAKSVAR_PUBLIC_DATA").map_or_else(beside, PathBuf::from).join("case-system/noark5");
    if folder.is_dir() {
        return Some(folder);
    }
    // Not by `println!`, which the runner keeps to itself where a test passes.
    let why = "it is neither beside the project nor where SAKSVAR_PUBLIC_DATA says";
    writeln!(io::stdout(), "\nnot run: our names and codes against the Noark 5 standard; {why}").expect("it is said");
    None
}

/// The fields of each class by its name in small letters, and what it is a kind of.
fn classes(folder: &PathBuf) -> HashMap<String, (Option<String>, Vec<String>)> {
    let mut all = HashMap::new();
    for file in fs::read_dir(folder).expect("the standard is a folder").flatten() {
        let text = fs::read_to_string(file.path()).expect("a text");
        let mut own: Option<(String, Option<String>, Vec<String>)> = None;
        for line in text.lines().map(str::trim) {
            if let Some(head) = line.strip_prefix("class ") {
                let (name, rest) = head.split_once([' ', '{']).unwrap_or((head, ""));
                let parent = rest.trim().strip_prefix('<').and_then(|rest| rest.split_once('>'));
                let parent =
                    parent.map(|(parent, _)| parent.trim().to_lowercase()).filter(|name| !name.starts_with('<'));
                let name = name.rsplit('.').next().unwrap_or(name).to_lowercase();
                own = Some((name, parent, Vec::new()));
            } else if let (Some((_, _, fields)), Some(field)) = (&mut own, line.strip_prefix('+')) {
                fields.extend(field.split_once(" : ").map(|(name, _)| name.trim().to_owned()));
            } else if line == "}"
                && let Some((name, parent, fields)) = own.take()
                && !fields.is_empty()
            {
                all.insert(name, (parent, fields));
            }
        }
    }
    all
}

fn has(classes: &HashMap<String, (Option<String>, Vec<String>)>, class: &str, field: &str) -> bool {
    let Some((parent, fields)) = classes.get(class) else { return false };
    fields.iter().any(|known| known == field) || parent.as_deref().is_some_and(|parent| has(classes, parent, field))
}

/// The fields that a struct of `wire.rs` reads, as they are written on the wire. Lists that come with an object, and links, are no fields.
fn read_by(name: &str) -> Vec<String> {
    let source = include_str!("wire.rs");
    let (_, body) = source.split_once(&format!("struct {name} {{")).expect("the struct");
    let body = body.split_once("\n}").expect("its end").0;
    let lines: Vec<&str> = body.lines().map(str::trim).collect();
    let mut fields = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((field, _)) = line.strip_prefix("pub(crate) ").and_then(|rest| rest.split_once(':')) else { continue };
        let above = at.checked_sub(1).map_or("", |at| lines[at]);
        if field != "links" && !above.contains("\"under\"") {
            let mut parts = field.split('_');
            let first = parts.next().unwrap_or_default().to_owned();
            fields.push(parts.fold(first, |all, part| all + &part[..1].to_uppercase() + &part[1..]));
        }
    }
    fields
}

#[test]
fn every_field_that_is_read_is_one_of_the_standards() {
    let Some(folder) = folder() else { return };
    let classes = classes(&folder);
    assert!(classes.len() > 30, "{} classes", classes.len());
    for (name, of) in [
        ("CaseFolder", &["saksmappe"][..]),
        ("JournalEntry", &["journalpost"]),
        ("Paper", &["dokumentbeskrivelse"]),
        ("Version", &["dokumentobjekt"]),
        (
            "Somebody",
            &["korrespondansepart", "korrespondansepartperson", "korrespondansepartintern", "part", "partperson"],
        ),
        ("Estate", &["matrikkel"]),
    ] {
        let fields = read_by(name);
        assert!(fields.len() > 2, "{name}: {fields:?}");
        for field in fields {
            assert!(
                of.iter().any(|class| has(&classes, class, &field)),
                "{name} reads {field}, which is in none of {of:?}"
            );
        }
    }
    assert!(!has(&classes, "saksmappe", "saksnummer"), "the check would notice");
}

#[test]
fn every_list_that_is_asked_for_is_one_of_the_standards() {
    let Some(folder) = folder() else { return };
    for list in CodeList::EACH {
        if let Some(name) = code::name(list) {
            assert!(folder.join(format!("uml-codelist-{name}.iuml")).is_file(), "{list:?}: {name}");
        }
    }
    let codes = |list: &str| fs::read_to_string(folder.join(format!("uml-codelist-{list}.iuml"))).expect("a list");
    for (list, written) in [
        ("journalposttype", &["I", "U"][..]),
        ("journalstatus", &["R", "S", "E"]),
        ("dokumentmedium", &["E"]),
        ("dokumenttype", &["B"]),
        ("dokumentstatus", &["F"]),
        ("tilknyttetregistreringsom", &["H"]),
        ("variantformat", &["P", "A"]),
        ("avskrivningsmaate", &["BE"]),
        ("skjermingdokument", &["H"]),
        ("korrespondanseparttype", &["EA", "EM", "EK", "IA", "IM", "IK"]),
    ] {
        let all = codes(list);
        for code in written {
            assert!(all.lines().any(|line| line.trim().ends_with(&format!("= {code}"))), "{list}: {code}");
        }
    }
}

#[test]
fn the_standards_own_examples_are_read() {
    let Some(folder) = folder() else { return };
    let text = fs::read_to_string(folder.join("spec-examples.jsonl")).expect("the examples");
    let mut read = 0;
    for line in text.lines() {
        let row: Value = serde_json::from_str(line).expect("a row");
        let example = &row["json"];
        if example.get("count").is_some() {
            let page: Page<Value> = serde_json::from_value(example.clone()).expect("a list");
            assert_eq!(page.results.len() as u64, example["count"].as_u64().unwrap_or_default(), "{line}");
        }
        if let Some(links) = example.get("_links") {
            let links: Links = serde_json::from_value(links.clone()).unwrap_or_else(|error| panic!("{error}: {line}"));
            let own = example["_links"]["self"]["href"].as_str().map(|href| href.split('{').next().unwrap_or(href));
            assert_eq!(links.own(), own, "{line}");
        }
        if example.get("versjonsnummer").is_some() {
            let version: Version =
                serde_json::from_value(example.clone()).unwrap_or_else(|error| panic!("{error}: {line}"));
            assert!(version.versjonsnummer.is_some() && version.links.to("arkivstruktur/fil").is_some(), "{line}");
        }
        read += 1;
    }
    assert_eq!(read, 17, "all of them");
}
