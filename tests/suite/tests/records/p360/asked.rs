//! What Public 360 is asked (forespørsler): in whose name, how often, and by which names.

use super::{started, usual};
use crate::person::{account, of};
use domain::{
    evidence::Seek,
    port::{Journal, Records},
};
use serde_json::Value;
use std::{
    env, fs,
    io::{self, Write as _},
    path::PathBuf,
};
use town::Called;

/// Everything that can be asked, once.
async fn everything() -> Vec<Called> {
    let (p360, system) = started(0, false, |_| {}).await;
    let person = of("Byggesak");
    let case = p360.case(&person, "2026/1234".parse().expect("a number")).await.expect("it answers").expect("the case");
    p360.sources_of(&person, &case).await.expect("it answers");
    p360.cases_of(&person, "arne.lie@example.org").await.expect("it answers");
    for typed in ["2026/1234", "1234", "tilbygg"] {
        p360.cases_like(&person, &Seek::of(typed).expect("a search")).await.expect("it answers");
    }
    let [incoming, answer] = super::journal::pair();
    let incoming = p360.register(&person, &incoming).await.expect("it is registered");
    let answer = p360.register(&person, &answer).await.expect("it is registered");
    p360.sign_off(&person, &incoming, &answer).await.expect("it is signed off");
    p360.undo(&person, &answer).await.expect("it is taken back");
    p360.health().await.expect("it answers");
    system.p360.expect("it").asked()
}

/// Nobody's, and without a field for it.
fn is_common(called: &Called) -> bool {
    called.operation.ends_with("/GetCodeTableRows") || called.operation.ends_with("/Ping")
}

#[tokio::test]
async fn every_call_is_made_in_the_persons_name_and_no_list_carries_files() {
    let all = everything().await;
    let (common, own): (Vec<&Called>, Vec<&Called>) = all.iter().partition(|called| is_common(called));
    assert!(!common.is_empty() && own.len() > 15, "{}", own.len());
    for called in own {
        assert_eq!(called.person(), Some(account("Byggesak").as_str()), "{called:?}");
        let with_files = called.parameter["IncludeFileData"] == true;
        assert_eq!(with_files, called.operation == "FileService/GetFileWithMetadata", "{called:?}");
    }
}

#[tokio::test]
async fn nothing_of_one_persons_is_kept_for_another() {
    let (p360, system) = started(0, false, |_| {}).await;
    let town = system.p360.as_ref().expect("it");
    let number = "2026/0733".parse().expect("a number");
    for (unit, sees) in [("Barnehage og skole", true), ("Byggesak", false), ("Barnehage og skole", true)] {
        let _ = town.asked();
        assert_eq!(p360.case(&of(unit), number).await.expect("it answers").is_some(), sees, "{unit}");
        let asked = town.asked().into_iter().filter(|called| !is_common(called)).collect::<Vec<_>>();
        assert!(
            asked.len() >= 2 && asked.iter().all(|called| called.person() == Some(account(unit).as_str())),
            "{unit}"
        );
    }
}

#[tokio::test]
#[allow(clippy::print_stdout, reason = "the figures are what tests/README tells")]
async fn a_case_takes_few_calls() {
    let system = usual(0).await;
    let (person, town) = (of("Byggesak"), system.p360.as_ref().expect("it"));
    let number = "2026/1234".parse().expect("a number");
    system.sources_of(&person, number).await.expect("it answers");
    let first = town.asked().len();
    system.sources_of(&person, number).await.expect("it answers");
    let again = town.asked().len();
    system.records.cases_of(&person, "per.haug@example.no").await.expect("it answers");
    let by_address = town.asked().len();
    println!("calls: {first} the first time, {again} the next, {by_address} by address");
    assert!(first <= 10 && again <= 8 && by_address <= 6, "{first} {again} {by_address}");
}

fn sample(operation: &str) -> Option<Value> {
    let beside = || suite::root().join("../shared/data");
    let folder = env::var_os("SAKSVAR_PUBLIC_DATA").map_or_else(beside, PathBuf::from);
    let text = fs::read_to_string(folder.join(format!("case-system/p360/{operation}Args.json"))).ok()?;
    Some(serde_json::from_str(&text).expect("a sample is JSON"))
}

/// Whether what is sent has the names and kinds of the sample. Moments are texts there, and lists have at least one of each.
fn fits(sent: &Value, sample: &Value) -> bool {
    match (sent, sample) {
        (Value::Object(sent), Value::Object(sample)) => {
            sent.iter().all(|(name, value)| sample.get(name).is_some_and(|kind| fits(value, kind)))
        }
        (Value::Array(sent), Value::Array(sample)) => sent.iter().all(|one| fits(one, &sample[0])),
        (Value::String(_), Value::String(_))
        | (Value::Number(_), Value::Number(_))
        | (Value::Bool(_), Value::Bool(_)) => true,
        _ => false,
    }
}

#[tokio::test]
async fn what_is_sent_has_the_names_and_kinds_of_the_vendors_samples() {
    if sample("CaseService/GetCases").is_none() {
        let why = "they lie neither beside the project nor where SAKSVAR_PUBLIC_DATA says";
        writeln!(io::stdout(), "\nnot run: what is sent to Public 360 against the shapes of SIF RPC; {why}")
            .expect("it is said");
        return;
    }
    for called in everything().await.iter().filter(|called| !called.operation.ends_with("/Ping")) {
        let sample = sample(&called.operation).unwrap_or_else(|| panic!("{}", called.operation));
        assert!(fits(&called.parameter, &sample), "{called:?}");
    }
}
