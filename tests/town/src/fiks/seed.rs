//! What lies in the archive from the beginning (startinnhold): the cases of a records folder.

use super::archive::{Archive, Case, Entry, File, Paper, Screening, Somebody};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::Value;
use std::{fs, io, path::Path};

/// Files the cases of the folder.
pub(super) fn fill(archive: &mut Archive, records: &Path) -> io::Result<()> {
    for line in fs::read_to_string(records.join("cases.jsonl"))?.lines().filter(|line| !line.trim().is_empty()) {
        let case = filed(archive, &serde_json::from_str(line)?);
        archive.cases.push(case);
    }
    Ok(())
}

fn filed(archive: &mut Archive, case: &Value) -> Case {
    let (year, number) = case["number"].as_str().and_then(|text| text.split_once('/')).unwrap_or_default();
    Case {
        id: archive.id(),
        year: year.parse().unwrap_or_default(),
        sequence: number.parse().unwrap_or_default(),
        title: text(&case["title"]),
        public_title: maybe(&case["public_title"]),
        status: maybe(&case["status"]).unwrap_or_else(|| "B".to_owned()),
        opened: text(&case["opened"]),
        closed: maybe(&case["closed"]),
        responsible: maybe(&case["responsible"]["name"]),
        unit: maybe(&case["responsible"]["unit"]),
        screening: screening(&case["access"]),
        parties: list(&case["parties"]).map(|one| somebody(archive, one, "K")).collect(),
        estates: list(&case["estates"]).map(text).collect(),
        entries: list(&case["entries"]).map(|one| entered(archive, one)).collect(),
    }
}

fn entered(archive: &mut Archive, entry: &Value) -> Entry {
    Entry {
        id: archive.id(),
        number: u32::try_from(entry["number"].as_u64().unwrap_or_default()).unwrap_or_default(),
        kind: maybe(&entry["kind"]).unwrap_or_else(|| "I".to_owned()),
        status: "J".to_owned(),
        date: maybe(&entry["date"]),
        title: text(&entry["title"]),
        screening: screening(&entry["access"]),
        people: list(&entry["correspondents"]).map(|one| somebody(archive, one, "EA")).collect(),
        papers: list(&entry["documents"]).enumerate().map(|(at, one)| paper(archive, at, one)).collect(),
        by: "arkivet".to_owned(),
        ..Entry::default()
    }
}

fn somebody(archive: &mut Archive, one: &Value, role: &str) -> Somebody {
    let role = if role == "EA" { maybe(&one["role"]).unwrap_or_else(|| role.to_owned()) } else { role.to_owned() };
    // Of the house's own people the archive keeps the name.
    let email = maybe(&one["email"]).filter(|_| !role.starts_with('I'));
    Somebody { id: archive.id(), role, name: text(&one["name"]), email, signed: Vec::new() }
}

fn paper(archive: &mut Archive, at: usize, one: &Value) -> Paper {
    let file = File {
        id: archive.id(),
        variant: "A".to_owned(),
        format: "x-fmt/111".to_owned(),
        mime: maybe(&one["media"]).unwrap_or_else(|| "text/plain; charset=utf-8".to_owned()),
        name: "dokument.txt".to_owned(),
        bytes: bytes(one),
    };
    Paper {
        id: archive.id(),
        title: text(&one["title"]),
        kind: "DOKUMENT".to_owned(),
        joined: if at == 0 { "H" } else { "V" }.to_owned(),
        screening: screening(&one["access"]),
        files: vec![file],
    }
}

/// The bytes that are given, else the text.
fn bytes(document: &Value) -> Vec<u8> {
    let given = document["base64"].as_str().and_then(|base64| BASE64_STANDARD.decode(base64).ok());
    given.unwrap_or_else(|| text(&document["text"]).into_bytes())
}

fn screening(access: &Value) -> Screening {
    let code = maybe(&access["code"])?;
    Some((code, maybe(&access["legal_basis"]).unwrap_or_else(|| "offl. § 13".to_owned())))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn maybe(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned).filter(|text| !text.is_empty())
}
