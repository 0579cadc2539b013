//! Names and shapes of answers, held against the vendor's samples where they lie beside the project, and against what is no answer.

use super::{AtEnterprises, Cases, CodeTable, Documents, Enterprises, Envelope, Made, Persons, WithFile, day};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::{
    env, fs,
    io::{self, Write as _},
    path::PathBuf,
};

fn folder() -> PathBuf {
    let beside = || concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").into();
    env::var_os("SAKSVAR_PUBLIC_DATA").map_or_else(beside, PathBuf::from).join("case-system/p360")
}

/// Every sample, by service and name.
fn samples() -> Vec<(String, Value)> {
    let inside = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().filter_map(|one| Some(one.ok()?.path()));
    let mut files: Vec<PathBuf> = inside(folder()).flat_map(inside).collect();
    files.sort();
    let read = |file: &PathBuf| {
        let service = file.parent()?.file_name()?.to_str()?;
        let name = format!("{service}/{}", file.file_stem()?.to_str()?);
        let text = fs::read_to_string(file).expect("a sample");
        Some((name, serde_json::from_str(&text).expect("a sample is JSON")))
    };
    files.iter().filter_map(read).collect()
}

/// What is told of the sample again by a type that reads a part of it: each of its fields stands in the sample and says the same.
fn told_again<T: DeserializeOwned + Serialize>(sample: &Value) {
    let read: T = serde_json::from_value(sample.clone()).expect("a sample is read");
    within(&serde_json::to_value(&read).expect("it is written"), sample, "");
}

fn within(told: &Value, sample: &Value, at: &str) {
    match (told, sample) {
        (Value::Object(told), Value::Object(sample)) => {
            for (name, value) in told {
                within(
                    value,
                    sample.get(name).unwrap_or_else(|| panic!("{at}/{name} is no field")),
                    &format!("{at}/{name}"),
                );
            }
        }
        (Value::Array(told), Value::Array(sample)) => {
            assert_eq!(told.len(), sample.len(), "{at}");
            told.iter().zip(sample).for_each(|(told, sample)| within(told, sample, at));
        }
        _ => assert_eq!(told, sample, "{at}"),
    }
}

#[test]
fn every_shape_comes_back_as_it_was_and_what_is_read_stands_in_it() {
    let samples = samples();
    if samples.is_empty() {
        let why = "they lie neither beside the project nor where SAKSVAR_PUBLIC_DATA says";
        writeln!(io::stdout(), "\nnot run: the 59 shapes of SIF RPC; {why}").unwrap();
        return;
    }
    assert_eq!(samples.len(), 59);
    for (name, sample) in &samples {
        let text = sample.to_string();
        // What is sent is an object within an object, and what is answered an envelope.
        let read: Envelope = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(serde_json::to_value(&read).expect("it is written"), *sample, "{name}");
    }
    let of = |name: &str| &samples.iter().find(|(one, _)| one == name).unwrap_or_else(|| panic!("{name}")).1;
    told_again::<Cases>(of("CaseService/GetCasesResponse"));
    told_again::<Documents>(of("DocumentService/GetDocumentsResponse"));
    told_again::<WithFile>(of("FileService/GetFileWithMetadataResponse"));
    told_again::<Persons>(of("ContactService/GetPrivatePersonsResponse"));
    told_again::<AtEnterprises>(of("ContactService/GetContactPersonsResponse"));
    told_again::<Enterprises>(of("ContactService/GetEnterprisesResponse"));
    told_again::<CodeTable>(of("SupportService/GetCodeTableRowsResponse"));
    for name in ["CreateDocument", "UpdateDocument", "SignOffDocument"] {
        told_again::<Made>(of(&format!("DocumentService/{name}Response")));
    }
}

#[test]
fn what_was_not_successful_is_a_failure_and_what_is_no_answer_too() {
    let deep = format!("{{\"Successful\":true,\"Cases\":{}{}}}", "[".repeat(400), "]".repeat(400));
    for (text, cases) in [
        (r#"{"Successful":true,"Cases":[{"Recno":1,"CaseNumber":"26/00001"}],"New":{}}"#, Some(1)),
        (r#"{"Successful":true,"Cases":null}"#, Some(0)),
        (r#"{"Successful":true}"#, Some(0)),
        (r#"{"Successful":true,"ErrorMessage":null,"Cases":[{"ResponsiblePerson":null,"Title":null}]}"#, Some(1)),
        (r#"{"Successful":false,"ErrorMessage":"Nei","Cases":[{"Recno":1}]}"#, None),
        (r#"{"Cases":[{"Recno":1}]}"#, None),
        (r#"{"Successful":"true","Cases":[]}"#, None),
        (r#"{"Successful":true,"Cases":{}}"#, None),
        (r#"{"Successful":true,"Cases":[{"Recno":"1"}]}"#, None),
        (r#"{"Successful":true,"Cases":[{"Recno":-1}]}"#, None),
        (r#"{"Successful":true,"Cases":[{"Title":7}]}"#, None),
        (r#"{"Successful":true,"Cases":[null]}"#, None),
        ("[]", None),
        ("null", None),
        ("", None),
        ("<!doctype html><p>Logg inn", None),
        (deep.as_str(), None),
    ] {
        let read = serde_json::from_str::<Envelope>(text).ok().and_then(|told| told.read::<Cases>("GetCases").ok());
        assert_eq!(read.map(|told| told.cases.len()), cases, "{}", text.get(..80).unwrap_or(text));
    }
}

#[test]
fn a_refusal_says_nothing_of_what_was_asked() {
    for (message, kind) in [
        (json!("Sak 26/00733 om Ahmed Karim finnes ikke"), domain::port::FailureKind::Garbled),
        (json!("ADContextUser 'kari@fjordvik.kommune.no' was not found"), domain::port::FailureKind::Denied),
        (json!(null), domain::port::FailureKind::Garbled),
    ] {
        let told: Envelope =
            serde_json::from_value(json!({ "Successful": false, "ErrorMessage": message })).expect("an answer");
        let failure = told.read::<Cases>("CaseService/GetCases").expect_err("it is refused");
        assert_eq!(failure.kind, kind, "{failure}");
        assert!(!failure.detail.contains("Karim") && !failure.detail.contains("kari@"), "{failure}");
    }
}

#[test]
fn a_moment_is_a_day_in_norway() {
    for (text, is) in [
        ("2026-11-20T00:00:00", Some("2026-11-20")),
        ("2026-11-19T23:30:00Z", Some("2026-11-20")),
        ("2026-11-20T09:12:03.451+01:00", Some("2026-11-20")),
        ("2026-11-20", Some("2026-11-20")),
        ("0001-01-01T00:00:00", None),
        ("2026-13-40T00:00:00", None),
        ("/Date(1763596800000)/", None),
        ("20.11.2026", None),
        ("æøåæøåæøå", None),
        ("", None),
    ] {
        assert_eq!(day(text).map(|day| day.to_string()).as_deref(), is, "{text}");
    }
}
