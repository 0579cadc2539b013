//! What every system answers alike (svar): cases by number and by whom they are about, what is hidden, and the texts.

use crate::{
    fiks, p360,
    person::of,
    system::{self, MANY, PAGES, System, as_told},
};
use domain::{
    case::{Case, Party},
    evidence::{Origin, Seek, Source},
};
use vocabulary::CaseNumber;

fn number(text: &str) -> CaseNumber {
    text.parse().expect("a case number")
}

async fn case(system: &System, text: &str, unit: &str) -> Option<Case> {
    let asked = system.records.case(&of(unit), number(text)).await;
    asked.unwrap_or_else(|failure| panic!("{}: {failure:?}", system.name))
}

async fn cases(system: &System, address: &str, unit: &str) -> Vec<String> {
    let asked = system.records.cases_of(&of(unit), address).await;
    let found = asked.unwrap_or_else(|failure| panic!("{}: {address}: {failure:?}", system.name));
    found.iter().map(|case| case.number.to_string()).collect()
}

async fn sources(system: &System, text: &str, unit: &str) -> Vec<Source> {
    let asked = system.sources_of(&of(unit), number(text)).await;
    asked.unwrap_or_else(|failure| panic!("{}: {text}: {failure:?}", system.name))
}

#[tokio::test]
async fn a_case_is_found_by_its_number_and_no_other() {
    for system in system::all().await {
        for (text, unit, found) in [
            ("2026/1234", "Byggesak", true),
            ("2026/990", "Byggesak", true),
            ("2026/123", "Byggesak", false),
            ("2025/1234", "Byggesak", false),
            // Restricted: seen by its unit, and for the rest not there at all.
            ("2026/0412", "Helse og omsorg", true),
            ("2026/0412", "Byggesak", false),
            ("2026/0733", "Barnehage og skole", true),
            ("2026/0733", "", false),
        ] {
            assert_eq!(case(&system, text, unit).await.is_some(), found, "{}: {text} for {unit}", system.name);
        }
    }
}

#[tokio::test]
async fn cases_of_an_address_come_newest_first_and_only_those_one_may_see() {
    for system in system::all().await {
        for (address, unit, found) in [
            ("per.haug@example.no", "Byggesak", vec!["2026/1251", "2026/1234"]),
            (" Per.Haug@Example.NO", "Byggesak", vec!["2026/1251", "2026/1234"]),
            ("odd.strand@example.no", "Byggesak", vec!["2026/990", "2024/2210"]),
            // A correspondent of an entry alone.
            ("velforening@example.org", "Byggesak", vec!["2026/198"]),
            ("ahmed.karim@example.no", "Byggesak", vec![]),
            ("ahmed.karim@example.no", "Barnehage og skole", vec!["2026/733"]),
            ("haug@example.no", "Byggesak", vec![]),
            ("", "Byggesak", vec![]),
            ("pat.o'brien+hage@example.no", "Byggesak", vec!["2026/3002"]),
            ("' or 1 eq 1 or '", "Byggesak", vec![]),
        ] {
            assert_eq!(cases(&system, address, unit).await, found, "{}: {address} for {unit}", system.name);
        }
    }
}

#[tokio::test]
async fn a_case_that_is_sought_is_found_by_number_and_by_words_of_its_title() {
    for system in system::all().await {
        for (typed, unit, found) in [
            ("2026/1234", "Byggesak", vec!["2026/1234"]),
            ("sak 1234", "Byggesak", vec!["2026/1234"]),
            ("tilbygg", "Byggesak", vec!["2026/1234", "2025/640"]),
            ("søknad garasje", "Byggesak", vec!["2026/1187"]),
            ("klage barnehage", "Byggesak", vec![]),
            ("klage barnehage", "Barnehage og skole", vec!["2026/733"]),
            ("2026/0412", "Byggesak", vec![]),
            ("o'briens", "Byggesak", vec!["2026/3002"]),
            ("ingenting som dette", "Byggesak", vec![]),
        ] {
            let seek = Seek::of(typed).expect("something is sought");
            let told = system.records.cases_like(&of(unit), &seek).await.expect("it answers");
            let numbers: Vec<_> = told.iter().map(|case| case.number.to_string()).collect();
            assert_eq!(numbers, found, "{}: {typed} for {unit}", system.name);
        }
    }
}

#[tokio::test]
async fn a_hidden_entry_hides_its_people_too() {
    for system in system::all().await {
        // The second entry is under a code that the house has no row for.
        let seen = case(&system, "2026/1066", "Økonomi").await.expect("the case is open");
        let numbers: Vec<u32> = seen.entries.iter().map(|entry| entry.number).collect();
        assert_eq!(numbers, [1, 3], "{}", system.name);
        let told = sources(&system, "2026/1066", "Økonomi").await;
        assert!(told.iter().all(|source| source.access.code.as_deref() != Some("XK")), "{}", system.name);
    }
}

/// What a case is, as far as every system tells it: the register also knows addresses of the house's own people.
fn told(case: &Case) -> impl PartialEq + std::fmt::Debug + use<> {
    let people =
        |parties: &[Party]| parties.iter().map(|one| (one.name.clone(), one.email.clone())).collect::<Vec<_>>();
    let entries: Vec<_> = case
        .entries
        .iter()
        .map(|one| {
            (one.number, one.kind.clone(), one.date, one.title.clone(), one.access.clone(), people(&one.correspondents))
        })
        .collect();
    let responsible = case.responsible.as_ref().map(|one| (one.name.clone(), one.unit.clone()));
    let own = (case.number, case.title.clone(), case.status.clone(), case.opened, case.closed, case.access.clone());
    (own, responsible, people(&case.parties), case.estates.clone(), entries)
}

#[tokio::test]
async fn a_case_reads_the_same_wherever_it_lies() {
    let all = system::all().await;
    let (register, others) = all.split_first().expect("the register");
    for text in ["2026/1234", "2026/1187", "2025/871", "2026/198", "2024/2210", "2026/1302", "2026/1251"] {
        let wanted = case(register, text, "Byggesak").await.expect("the register has it");
        for system in others {
            let is = case(system, text, "Byggesak").await.expect("it has it");
            assert_eq!(told(&is), told(&as_told(system, wanted.clone())), "{}: {text}", system.name);
        }
    }
}

#[tokio::test]
async fn its_texts_are_the_same_sources_with_their_origin() {
    let all = system::all().await;
    let (register, others) = all.split_first().expect("the register");
    let plain = |sources: Vec<Source>| {
        let of =
            |one: Source| (one.origin, one.record, one.title, one.date, one.access, one.parties, one.unit, one.text);
        sources.into_iter().map(of).collect::<Vec<_>>()
    };
    for (text, unit) in [("2026/1234", "Byggesak"), ("2026/0733", "Barnehage og skole"), ("2024/2210", "Byggesak")] {
        let whole = case(register, text, unit).await.expect("the register has it");
        for system in others {
            let told = as_told(system, whole.clone());
            let wanted = plain(register.records.sources_of(&of(unit), &told).await.expect("it answers").sources);
            assert!(wanted.len() > 1, "{text}");
            let found = sources(system, text, unit).await;
            let own = system.records.system();
            assert!(found.iter().all(|source| source.system == own), "{}: each says where it is from", system.name);
            assert_eq!(plain(found), wanted, "{}: {text}", system.name);
        }
    }
    for system in &all {
        let note = sources(system, "2026/1234", "Byggesak").await.into_iter().find(|one| one.record == "2026/1234-5");
        assert_eq!(note.map(|one| one.origin), Some(Origin::Note), "{}: an internal note stays one", system.name);
        assert!(sources(system, "2026/0412", "Byggesak").await.is_empty(), "{}: hidden", system.name);
        assert!(sources(system, "2026/9999", "Byggesak").await.is_empty(), "{}: not there", system.name);
    }
}

#[tokio::test]
async fn a_long_case_comes_whole_and_a_very_long_one_by_its_newest_entries() {
    for system in [system::register(MANY), system::noark(MANY, true).await, p360::usual(MANY).await, fiks::system(MANY)]
    {
        let pages = case(&system, "2026/3000", "Byggesak").await.expect("the case");
        assert_eq!(pages.entries.len(), PAGES, "{}: more than a page", system.name);
        let long = case(&system, "2026/3001", "Byggesak").await.expect("the case");
        let last = long.entries.last().expect("an entry").number as usize;
        assert!(last == MANY && long.entries.len() >= 200, "{}: {} up to {last}", system.name, long.entries.len());
        if let Some(kernel) = &system.kernel {
            let calls = kernel.asked().len();
            assert!(calls < 1_000, "{calls} calls for what is read, not for what is there");
        }
        if let Some(p360) = &system.p360 {
            let calls = p360.asked().len();
            assert!(calls < 12, "{calls} calls for two cases, a hundred entries at a time");
        }
    }
}
