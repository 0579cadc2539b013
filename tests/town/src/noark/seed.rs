//! What lies in the archive from the beginning (startinnhold): one series, and the cases of a records folder.

use super::{feil::Feil, kernel::Kernel};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Map, Value, json};
use std::{fs, io, path::Path};

/// Who filed it.
const CLERK: &str = "arkivet";

/// Makes an archive with a series, and files the cases of the folder in it.
pub(super) fn fill(kernel: &mut Kernel, records: Option<&Path>) -> io::Result<()> {
    let wrong = |feil: Feil| io::Error::other(feil.1);
    let archive = made(kernel, "arkiv", None, &json!({ "tittel": "Fjordvik kommune" })).map_err(wrong)?;
    let series = made(kernel, "arkivdel", Some(&archive), &json!({ "tittel": "Saksarkiv" })).map_err(wrong)?;
    let Some(records) = records else { return Ok(()) };
    for line in fs::read_to_string(records.join("cases.jsonl"))?.lines().filter(|line| !line.trim().is_empty()) {
        let case: Value = serde_json::from_str(line)?;
        filed(kernel, &series, &case).map_err(wrong)?;
    }
    Ok(())
}

/// Makes an object; what is null is not there, and codes get their names.
fn made(kernel: &mut Kernel, class: &str, under: Option<&str>, values: &Value) -> Result<String, Feil> {
    let fields = kernel.class(class)?.fields.clone();
    let mut kept = Map::new();
    for (name, value) in values.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null()) {
        let list = fields.iter().find(|field| field.name == *name).map(|field| field.kind.clone()).unwrap_or_default();
        let code = value.get("kode").and_then(Value::as_str).and_then(|code| kernel.codes.value(&list, code));
        kept.insert(name.clone(), code.unwrap_or_else(|| value.clone()));
    }
    kernel.make((CLERK, class), under, kept)
}

fn filed(kernel: &mut Kernel, series: &str, case: &Value) -> Result<(), Feil> {
    let (year, number) = case["number"].as_str().and_then(|text| text.split_once('/')).unwrap_or_default();
    let id = made(
        kernel,
        "saksmappe",
        Some(series),
        &json!({
            "saksaar": year.parse::<i64>().ok(), "sakssekvensnummer": number.parse::<i64>().ok(),
            "tittel": case["title"], "offentligTittel": case["public_title"],
            "saksstatus": { "kode": case["status"].as_str().unwrap_or("B") }, "saksdato": moment(&case["opened"]),
            "avsluttetDato": moment(&case["closed"]), "saksansvarlig": case["responsible"]["name"],
            "administrativEnhet": case["responsible"]["unit"], "skjerming": screening(&case["access"]),
        }),
    )?;
    for party in list(&case["parties"]) {
        made(
            kernel,
            "partperson",
            Some(&id),
            &json!({ "navn": party["name"], "partRolle": { "kode": "KLI" }, "kontaktinformasjon": contact(party) }),
        )?;
    }
    for estate in list(&case["estates"]).filter_map(Value::as_str) {
        made(kernel, "matrikkel", Some(&id), &estate_of(estate))?;
    }
    for entry in list(&case["entries"]) {
        entered(kernel, &id, entry)?;
    }
    Ok(())
}

fn entered(kernel: &mut Kernel, case: &str, entry: &Value) -> Result<(), Feil> {
    let kind = entry["kind"].as_str().unwrap_or("I");
    let date = moment(&entry["date"]);
    let id = made(
        kernel,
        "journalpost",
        Some(case),
        &json!({
            "tittel": entry["title"], "journalpostnummer": entry["number"], "journalposttype": { "kode": kind },
            "journalstatus": { "kode": "J" }, "dokumentetsDato": date, "skjerming": screening(&entry["access"]),
        }),
    )?;
    for party in list(&entry["correspondents"]) {
        let role = party["role"].as_str().unwrap_or("EA");
        let (class, values) = if role.starts_with('I') {
            (
                "korrespondansepartintern",
                json!({ "korrespondanseparttype": { "kode": role }, "saksbehandler": party["name"] }),
            )
        } else {
            (
                "korrespondansepartperson",
                json!({ "korrespondanseparttype": { "kode": role }, "navn": party["name"], "kontaktinformasjon": contact(party) }),
            )
        };
        made(kernel, class, Some(&id), &values)?;
    }
    for (at, document) in list(&entry["documents"]).enumerate() {
        let role = if at == 0 { "H" } else { "V" };
        let description = made(
            kernel,
            "dokumentbeskrivelse",
            Some(&id),
            &json!({ "tittel": document["title"], "tilknyttetRegistreringSom": { "kode": role } }),
        )?;
        let (kind, text) = file(document);
        let object = made(
            kernel,
            "dokumentobjekt",
            Some(&description),
            &json!({
                "variantformat": { "kode": "A" }, "format": { "kode": "x-fmt/111" }, "mimeType": kind,
                "filstoerrelse": text.len(), "sjekksum": sum(&text), "sjekksumAlgoritme": "SHA-256",
            }),
        )?;
        if let Some(object) = kernel.store.change(&object) {
            object.file = Some(text);
        }
    }
    Ok(())
}

/// The file of a document: the bytes that are given with their media type, else its text.
fn file(document: &Value) -> (String, Vec<u8>) {
    let given = document["base64"].as_str().and_then(|base64| BASE64_STANDARD.decode(base64).ok());
    let media = document["media"].as_str().unwrap_or("text/plain; charset=utf-8");
    let text = || document["text"].as_str().unwrap_or_default().as_bytes().to_vec();
    (media.to_owned(), given.unwrap_or_else(text))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// A day as the standard writes a moment.
fn moment(day: &Value) -> Value {
    day.as_str().map_or(Value::Null, |day| format!("{day}T00:00:00+01:00").into())
}

fn screening(access: &Value) -> Value {
    let Some(code) = access["code"].as_str() else { return Value::Null };
    json!({ "tilgangsrestriksjon": { "kode": code }, "skjermingshjemmel": access["legal_basis"], "skjermingDokument": { "kode": "H" } })
}

fn contact(party: &Value) -> Value {
    party["email"].as_str().map_or(Value::Null, |email| json!({ "epostadresse": email }))
}

/// `4999-47/690` in its parts.
fn estate_of(text: &str) -> Value {
    let (municipality, rest) = text.split_once('-').unwrap_or_default();
    let mut numbers = rest.split('/').map(|number| number.parse::<i64>().unwrap_or_default());
    json!({ "kommunenummer": municipality, "gaardsnummer": numbers.next().unwrap_or_default(), "bruksnummer": numbers.next().unwrap_or_default() })
}

fn sum(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
