//! Several case systems: who says nothing is named everywhere, what is not found then is not said to be nowhere, and nobody is told what
//! another may see.

use super::{block_on, by, caller, case, conversation, house, kari, ola, order, question};
use crate::{Choice, Chosen, Failure, Order, Shown, Systems};
use domain::{
    audit::Action,
    case::{Access, Case, Document, Entry},
    evidence::{
        Origin,
        matching::Reason,
        several::{Silent, Why},
    },
    port::{Caller, Capabilities, Capability, FailureKind, Unreadable, fake::Archive},
};
use std::sync::Arc;
use vocabulary::{CaseNumber, Role};

/// A house whose cases lie in the Noark archive, and whose register holds the rest.
fn two() -> (super::House, Arc<Archive>) {
    let mut house = house();
    let (noark, register) = (Arc::new(Archive::called("noark", Capabilities::all())), Arc::new(Archive::default()));
    noark.open(Case { system: "noark".into(), ..case() });
    house.flow.records = Systems::of(vec![noark.clone(), register.clone()]);
    house.archive = register;
    (house, noark)
}

fn silent(why: Why) -> Vec<Silent> {
    vec![Silent { system: "noark".into(), why }]
}

/// The case with a scan in an entry of its own, under this code.
fn scanned(code: Option<&str>) -> Case {
    let access = Access { code: code.map(str::to_owned), legal_basis: None };
    let scan =
        Document { title: "Situasjonskart".into(), access, unread: Some(Unreadable::NoText), ..Document::default() };
    let mut case = Case { system: "noark".into(), ..case() };
    case.entries.push(Entry { number: 9, title: "Kart".into(), documents: vec![scan], ..Entry::default() });
    case
}

#[test]
fn a_document_that_cannot_be_read_is_told_of_and_is_no_source() {
    for (code, sees) in [(None, true), (Some("UO"), false)] {
        let mut house = house();
        let noark = Arc::new(Archive::called("noark", Capabilities::all()));
        noark.open(scanned(code));
        house.flow.records = Systems::of(vec![noark, house.archive.clone()]);
        let shown = house.prepare(&kari(), order(false)).expect("a draft");
        let told: Vec<_> = shown.unread.iter().map(|one| (one.title.as_str(), one.why)).collect();
        assert_eq!(told, [("Situasjonskart", Unreadable::NoText)], "{code:?}: who wrote it was shown it");
        assert!(shown.evidence.items().iter().all(|item| item.source.title != "Situasjonskart"), "{code:?}");
        let links =
            block_on(house.flow.store.tenant(&kari().person.tenant).entries_of(&shown.dossier.id)).expect("a trail");
        let fact = links.iter().flat_map(|link| &link.entry.facts).find(|fact| fact.0 == "unread");
        assert_eq!(fact.map(|fact| fact.1.as_str()), Some("2026/1234-9:no_text"), "the trail names no title");
        assert_eq!(
            shown.dossier.unread_for(&ola().person).len(),
            usize::from(sees),
            "{code:?}: another is told what is open"
        );
    }
}

fn reason(shown: &Shown) -> (Reason, bool) {
    (shown.dossier.matched.reason, shown.dossier.matched.number.is_some())
}

#[test]
fn a_draft_without_a_system_says_so_and_the_next_one_has_it() {
    for (kind, why) in [
        (FailureKind::Slow, Why::Slow),
        (FailureKind::Unavailable, Why::Away),
        (FailureKind::Garbled, Why::Unreadable),
        (FailureKind::Denied, Why::Refused),
    ] {
        let (house, noark) = two();
        noark.fail(Some(kind));
        let shown = house.prepare(&kari(), order(false)).expect("a draft from what the others told");
        assert_eq!(shown.dossier.matched.silent, silent(why));
        assert_eq!(reason(&shown), (Reason::NotLookedUp, false), "it is not said to be nowhere");
        let links =
            block_on(house.flow.store.tenant(&kari().person.tenant).entries_of(&shown.dossier.id)).expect("a trail");
        let entry = links.iter().find(|link| link.entry.action == Action::DraftPrepared).expect("its entry");
        let told = entry.entry.facts.iter().find(|fact| fact.0 == "silent").map(|fact| fact.1.clone());
        assert_eq!(told, Some(format!("noark:{}", format!("{why:?}").to_lowercase())));
        noark.fail(None);
        let again = Order { seen: Some(1), ..order(true) };
        let shown = house.prepare(&kari(), again).expect("the same, rewritten");
        assert_eq!(reason(&shown), (Reason::NumberAndParty, true));
        assert!(shown.dossier.matched.silent.is_empty());
    }
}

#[test]
fn what_could_not_be_looked_up_is_a_failure_where_a_person_named_it() {
    let (house, noark) = two();
    house.prepare(&kari(), order(false)).expect("a draft");
    let choose = |sequence| {
        let chosen = Some(Chosen::Case(CaseNumber { year: 2026, sequence }));
        house.prepare(&kari(), Order { choice: Choice { case: chosen, ..Choice::default() }, ..order(true) })
    };
    assert!(matches!(choose(9), Err(Failure::BadInput { field: "case", .. })), "it is nowhere");
    noark.fail(Some(FailureKind::Slow));
    assert!(matches!(choose(9), Err(Failure::Outside(failure)) if failure.kind == FailureKind::Slow));
    house.archive.fail(Some(FailureKind::Unavailable));
    let failed = choose(1234);
    assert!(matches!(failed, Err(Failure::Outside(_))), "nobody answers: {failed:?}");
}

#[test]
fn a_case_of_two_systems_is_one_the_first_ones_and_as_restricted_as_either_says() {
    let (house, _) = two();
    let mut other = case();
    other.title = "Tilbygg, som registeret skrev det".into();
    other.access.code = Some("UO".into());
    house.archive.open(other);
    let shown = house.prepare(&kari(), order(false)).expect("a draft");
    assert_eq!(reason(&shown), (Reason::NumberAndParty, true));
    let facts = shown.evidence.items().iter().find(|item| item.source.origin == Origin::Case);
    assert!(facts.is_none_or(|facts| facts.source.system == "noark"), "{facts:?}");
    let found = block_on(house.flow.search_cases(by(&kari()), "tilbygg")).expect("found");
    assert_eq!(
        found.cases.iter().map(|(number, title)| (number.sequence, title.as_str())).collect::<Vec<_>>(),
        [(1234, "Søknad om tilbygg – Storgata 12")]
    );
}

#[test]
fn a_case_whose_texts_do_not_come_is_told_by_its_own_facts() {
    let (house, noark) = two();
    noark.lose_texts(Some(FailureKind::Slow));
    let shown = house.prepare(&kari(), order(false)).expect("a draft");
    assert_eq!(reason(&shown), (Reason::NumberAndParty, true));
    assert_eq!(shown.dossier.matched.silent, silent(Why::Slow));
    let facts = shown.evidence.items().iter().find(|item| item.source.origin == Origin::Case).expect("its facts");
    assert_eq!((facts.source.system.as_str(), facts.source.record.as_str()), ("noark", "2026/1234"));
}

#[test]
fn a_search_says_who_said_nothing_and_who_knows_no_words() {
    let (mut house, noark) = two();
    let numbers = Arc::new(Archive::called("fiks", Capabilities::of(&[Capability::Number])));
    let mut own = Case { system: "fiks".into(), ..case() };
    own.number.sequence = 77;
    numbers.open(own);
    house.flow.records = Systems::of(vec![noark.clone(), numbers, house.archive.clone()]);
    let search = |text: &str| block_on(house.flow.search_cases(by(&kari()), text)).expect("an answer");
    let told = |text: &str| {
        let sought = search(text);
        (sought.cases.iter().map(|(number, _)| number.sequence).collect::<Vec<_>>(), sought.silent, sought.wordless)
    };
    assert_eq!(told("tilbygg"), (vec![1234], vec![], vec!["fiks".to_owned()]));
    assert_eq!(told("2026/77"), (vec![77], vec![], vec![]));
    noark.fail(Some(FailureKind::Unavailable));
    assert_eq!(told("tilbygg"), (vec![], silent(Why::Away), vec!["fiks".to_owned()]));
}

#[test]
fn a_system_that_knows_people_is_asked_as_the_person_and_nobody_gets_anothers_answer() {
    let mut house = house();
    let seen = |who: &Caller, cases: &[Case]| {
        let own = Archive::called("noark", Capabilities::all());
        cases.iter().for_each(|case| own.open(Case { system: "noark".into(), ..case.clone() }));
        (format!("{} for api://noark", who.person.id.as_str()), Arc::new(own))
    };
    let noark = Archive::called("noark", Capabilities::all());
    let noark = Arc::new(noark.knowing("api://noark", [seen(&kari(), &[case()]), seen(&ola(), &[])]));
    // What it would show to the house itself is never asked for.
    noark.open(Case { system: "noark".into(), ..case() });
    house.flow.records = Systems::of(vec![noark, Arc::new(Archive::default())]);
    for (who, found) in [(kari(), 1), (ola(), 0), (kari(), 1), (ola(), 0)] {
        let told = block_on(house.flow.search_cases(by(&who), "tilbygg")).expect("an answer");
        assert_eq!(told.cases.len(), found, "{}", who.person.name);
    }
    let stranger = caller("fjordvik", "tor", &[Role::Caseworker]);
    let told = block_on(house.flow.search_cases(by(&stranger), "tilbygg")).expect("an answer");
    assert_eq!(
        (told.cases, told.silent),
        (Vec::new(), silent(Why::Refused)),
        "who is unknown there is let in by nobody's name"
    );
    let mail = question("m2", "2026-03-02T09:05:00Z", "Hei! Gjelder sak 2026/1234.");
    house.post.receive(&conversation(), mail);
    let shown = house.prepare(&kari(), order(false)).expect("a draft");
    assert_eq!(reason(&shown), (Reason::NumberAndParty, true));
}
