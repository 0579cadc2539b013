//! What lies there from the beginning (startinnhold): the cases of a records folder, their people among the contacts.

use super::model::{Access, Case, Contact, Document, File, Kind, Store, Who};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::Value;
use std::{fs, io, path::Path};

/// Files the cases of the folder.
pub(super) fn fill(store: &mut Store, records: &Path) -> io::Result<()> {
    for line in fs::read_to_string(records.join("cases.jsonl"))?.lines().filter(|line| !line.trim().is_empty()) {
        filed(store, &serde_json::from_str(line)?);
    }
    Ok(())
}

fn filed(store: &mut Store, case: &Value) {
    let (year, sequence) = case["number"].as_str().and_then(|text| text.split_once('/')).unwrap_or_default();
    let title = text(&case["title"]);
    let contacts = list(&case["parties"]).map(|one| somebody(store, one, "SPA")).collect();
    let recno = store.recno();
    let unit = text(&case["responsible"]["unit"]);
    store.cases.push(Case {
        recno,
        year: year.parse().unwrap_or_default(),
        sequence: sequence.parse().unwrap_or_default(),
        title: case["public_title"].as_str().map_or_else(|| title.clone(), str::to_owned),
        unofficial: title,
        status: text(&case["status"]),
        date: day(&case["opened"]),
        access: access(&case["access"]),
        unit,
        person: (text(&case["responsible"]["name"]), text(&case["responsible"]["email"])),
        contacts,
    });
    for entry in list(&case["entries"]) {
        entered(store, recno, entry);
    }
}

fn entered(store: &mut Store, case: u32, entry: &Value) {
    let own = access(&entry["access"]);
    let contacts =
        list(&entry["correspondents"]).map(|one| somebody(store, one, one["role"].as_str().unwrap_or("EA"))).collect();
    let files = list(&entry["documents"]).enumerate().map(|(at, one)| file(store, (at, one), &own)).collect();
    let document = Document {
        recno: store.recno(),
        case,
        number: entry["number"].as_u64().and_then(|number| u32::try_from(number).ok()).unwrap_or_default(),
        title: text(&entry["title"]),
        unofficial: text(&entry["title"]),
        category: entry["kind"].as_str().unwrap_or("I").to_owned(),
        status: "J".to_owned(),
        date: day(&entry["date"]),
        dispatched: None,
        access: own,
        reference: None,
        person: "arkivet".to_owned(),
        contacts,
        files,
        remarks: Vec::new(),
        referring: Vec::new(),
        signed_off: None,
    };
    store.documents.push(document);
}

fn file(store: &mut Store, (at, document): (usize, &Value), entry: &Access) -> File {
    let own = access(&document["access"]);
    File {
        recno: store.recno(),
        title: text(&document["title"]),
        format: if document["media"] == "application/pdf" { "PDF" } else { "TXT" }.to_owned(),
        note: String::new(),
        access: if own.is_open() { entry.clone() } else { own },
        relation: if at == 0 { "H" } else { "V" }.to_owned(),
        version: "A".to_owned(),
        bytes: bytes(document),
    }
}

/// The bytes that are given, else the text.
fn bytes(document: &Value) -> Vec<u8> {
    let given = document["base64"].as_str().and_then(|base64| BASE64_STANDARD.decode(base64).ok());
    given.unwrap_or_else(|| text(&document["text"]).into_bytes())
}

/// Who has an address is among the contacts; the domain of the address says what they are.
fn somebody(store: &mut Store, one: &Value, role: &str) -> Who {
    let (name, email) = (text(&one["name"]), one["email"].as_str().map(str::to_owned));
    let recno = email.as_ref().map(|email| {
        let known = store.contacts.iter().find(|contact| contact.email == *email).map(|contact| contact.recno);
        known.unwrap_or_else(|| {
            let recno = store.recno();
            let kind = match email.rsplit('.').next() {
                Some("example") => Kind::Enterprise,
                Some("org") => Kind::AtEnterprise,
                _ => Kind::Person,
            };
            store.contacts.push(Contact { recno, name: name.clone(), email: email.clone(), kind });
            recno
        })
    });
    Who { recno, role: role.to_owned(), name, email }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn day(value: &Value) -> Option<jiff::civil::DateTime> {
    value.as_str().and_then(|day| day.parse().ok())
}

fn access(value: &Value) -> Access {
    Access {
        code: value["code"].as_str().unwrap_or("U").to_owned(),
        paragraph: value["legal_basis"].as_str().map(str::to_owned),
    }
}
