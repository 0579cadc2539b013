//! What every system says of itself (egenskaper): its name, what it can do, and that it answers; what it cannot do is answered by nothing.

use crate::{einnsyn, person::of, system};
use domain::{
    evidence::{Query, Seek},
    port::{Capability, CodeList, Records},
};

#[tokio::test]
async fn what_a_system_says_it_can_do_is_what_it_does() {
    let person = of("Byggesak");
    let (journals, _there) = einnsyn::system().await;
    for system in system::all().await.into_iter().chain([journals]) {
        let (name, records) = (system.name, &*system.records);
        let can = records.capabilities();
        assert!(name.starts_with(records.system()), "{name}");
        assert!(records.health().await.is_ok_and(|said| !said.is_empty()), "{name}");
        let number = "2026/1234".parse().expect("a number");
        let case = records.case(&person, number).await.expect("it answers");
        assert_eq!(case.is_some(), can.has(Capability::Number), "{name}");
        let of_address = records.cases_of(&person, "per.haug@example.no").await.expect("it answers");
        assert_eq!(!of_address.is_empty(), can.has(Capability::Address), "{name}");
        let seek = Seek::of("tilbygg").expect("a word");
        let like = records.cases_like(&person, &seek).await.expect("it answers");
        assert_eq!(!like.is_empty(), can.has(Capability::Words), "{name}");
        let texts = system.sources_of(&person, number).await.expect("it answers");
        assert_eq!(texts.len() > 1, can.has(Capability::Texts), "{name}");
        for found in case.iter().chain(&of_address).chain(&like) {
            assert_eq!(found.system, records.system(), "{name}: a case says where it is from");
        }
        let query = Query {
            questions: vec!["Hva koster byggesaksgebyret?".into()],
            on: "2026-11-21".parse().expect("a day"),
            limit: 8,
            case: None,
            people: Vec::new(),
        };
        let outside = records.search(&person, &query).await.expect("it answers");
        assert_eq!(!outside.is_empty(), can.has(Capability::Precedents), "{name}");
        for list in CodeList::EACH {
            let codes = records.codes(&person, list).await.expect("it answers");
            assert!(codes.is_none() || can.has(Capability::Codes), "{name}: {list:?}");
        }
    }
}

#[tokio::test]
async fn a_code_list_is_the_houses_own() {
    for system in system::all().await {
        let records: &dyn Records = &*system.records;
        if !records.capabilities().has(Capability::Codes) {
            continue;
        }
        for (list, some) in [
            (CodeList::CaseStatus, &["B", "A", "F"][..]),
            (CodeList::EntryKind, &["I", "U", "N", "X", "S"]),
            (CodeList::EntryStatus, &["J", "S", "E"]),
            (CodeList::Role, &["EA", "EM", "IM"]),
            // One of the house's own.
            (CodeList::Access, &["P", "UO"]),
        ] {
            let rows = records.codes(&of("Byggesak"), list).await.expect("it answers").expect("a list");
            for code in some {
                let row = rows.iter().find(|row| row.code == *code);
                assert!(row.is_some_and(|row| !row.name.is_empty() && !row.expired), "{}: {code}", system.name);
            }
        }
    }
}
