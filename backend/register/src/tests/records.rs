//! Cases by number and address, and what they tell to whom.

use super::{block_on, clock, fjordvik};
use crate::Register;
use domain::{
    evidence::{Origin, Query, Seek, Source},
    person::Person,
    port::Records,
    rule::access::{AccessTable, Circle, Grant, Members},
};
use jiff::civil::date;
use vocabulary::{CaseNumber, GroupId, PersonId, TenantId};

fn kari() -> Person {
    Person {
        tenant: TenantId::new("fjordvik"),
        id: PersonId::new("kari"),
        name: "Kari Nordby".into(),
        address: "kari.nordby@fjordvik.kommune.no".into(),
        roles: Vec::new(),
        groups: Vec::new(),
    }
}

fn number(text: &str) -> CaseNumber {
    text.parse().unwrap()
}

fn sources(case: &str) -> Vec<Source> {
    let (register, kari) = (fjordvik(), kari());
    let case = block_on(register.case(&kari, number(case))).unwrap();
    case.map_or_else(Vec::new, |case| block_on(register.sources_of(&kari, &case)).unwrap().sources)
}

#[test]
fn a_case_is_found_by_exactly_its_number() {
    let register = fjordvik();
    for (asked, found) in
        [("2026/1234", true), ("26/01234", true), ("2026/990", true), ("2025/1234", false), ("2026/123", false)]
    {
        let case = block_on(register.case(&kari(), number(asked))).unwrap();
        assert_eq!(case.is_some(), found, "{asked}");
        assert!(case.is_none_or(|case| case.number == number(asked)));
    }
}

#[test]
fn cases_of_an_address_come_newest_first() {
    let register = fjordvik();
    for (address, expected) in [
        ("per.haug@example.no", vec!["2026/1251", "2026/1234"]),
        (" Per.Haug@Example.NO", vec!["2026/1251", "2026/1234"]),
        ("odd.strand@example.no", vec!["2026/990", "2024/2210"]),
        ("velforening@example.org", vec!["2026/198"]),
        ("haug@example.no", vec![]),
        ("", vec![]),
    ] {
        let cases = block_on(register.cases_of(&kari(), address)).unwrap();
        let numbers: Vec<_> = cases.iter().map(|case| case.number.to_string()).collect();
        assert_eq!(numbers, expected, "{address}");
    }
}

#[test]
fn a_case_is_sought_by_number_and_by_the_words_of_its_title() {
    // Without a table: what is restricted is seen by those who answer for it alone.
    let register = fjordvik().seen_by(AccessTable::default());
    let numbers = |text: &str| -> Vec<String> {
        let found = block_on(register.cases_like(&kari(), &Seek::of(text).unwrap())).unwrap();
        found.iter().map(|case| case.number.to_string()).collect()
    };
    assert_eq!(numbers("1234"), ["2026/1234"]);
    assert_eq!(numbers("tilbygg STORGATA"), ["2026/1234"]);
    assert_eq!(numbers("2026/1"), [""; 0]);
    assert_eq!(numbers("klage barnehage"), [""; 0], "what is restricted is found for nobody who may not see it");
}

#[test]
fn the_facts_of_a_case_are_plain_sentences() {
    let facts = &sources("2026/1234")[0];
    assert_eq!(facts.origin, Origin::Case);
    assert_eq!(
        facts.text,
        "Saken har saksnummer 2026/1234 og gjelder «Søknad om tilbygg – Storgata 12». Saken ble opprettet 12. oktober 2026. \
         Status: under behandling. Saksansvarlig er Ola Nes, Byggesak. Saken gjelder eiendommen 4999-47/690. \
         Vi mottok «Søknad om tilbygg» 12. oktober 2026. Vi sendte «Bekreftelse på mottatt søknad» 15. oktober 2026. \
         Vi sendte «Etterspør situasjonskart» 6. november 2026. Vi mottok «Situasjonskart» 16. november 2026."
    );
    assert_eq!(facts.parties, ["per.haug@example.no"]);
}

#[test]
fn documents_carry_their_record_access_and_parties() {
    let table = |case: &str| -> Vec<(String, Origin, Option<String>, usize)> {
        let told = |one: Source| (one.record, one.origin, one.access.code, one.parties.len());
        sources(case).into_iter().skip(1).map(told).collect()
    };
    let row = |record: &str, origin, code: Option<&str>, parties| {
        (record.to_owned(), origin, code.map(str::to_owned), parties)
    };
    use Origin::{Document, Note};
    let open = table("2026/1234");
    assert_eq!(open[0..2], [row("2026/1234-1", Document, None, 1), row("2026/1234-1/2", Document, None, 1)]);
    assert_eq!(open.last(), Some(&row("2026/1234-5", Note, None, 1)), "an internal note is told apart");
    assert_eq!(table("2026/412"), [row("2026/412-1", Document, Some("UO"), 2)]);
    let licence = table("2026/1066");
    assert_eq!(licence[1], row("2026/1066-2", Document, Some("XK"), 1), "an unknown code restricts");
    assert!(licence[0].2.is_none() && licence[2].2.is_none());
    let nursery = sources("2026/733");
    assert!(nursery.iter().all(|one| !one.access.is_open()));
    assert_eq!(nursery[1].access.legal_basis.as_deref(), Some("offl. § 13, jf. fvl. § 13 første ledd nr. 1"));
    assert!(
        !nursery[0].text.contains("Klage på tildelt plass"),
        "restricted journal lines are no facts: {}",
        nursery[0].text
    );
}

#[test]
fn an_unknown_case_has_no_sources() {
    assert_eq!(sources("2026/1"), []);
}

/// Who is in the group of which unit sees what of the fixture's cases; nobody at all sees the code that no row names.
#[test]
fn of_restricted_cases_only_what_the_caller_may_see_is_found() {
    let grant = Grant { code: "UO".into(), circle: Circle::Unit, groups: Vec::new() };
    let unit = |unit: &str, group: &str| Members { unit: unit.into(), groups: vec![GroupId::new(group)] };
    let units = vec![unit("Helse og omsorg", "helse"), unit("Barnehage og skole", "skole")];
    let register = fjordvik().seen_by(AccessTable::of(vec![grant], units).unwrap());
    let of = |groups: &[&str]| Person { groups: groups.iter().copied().map(GroupId::new).collect(), ..kari() };
    let query = |number| Query {
        questions: vec!["Hva skjer med bekymringsmeldingen om barnet og klagen på barnehageplass?".into()],
        on: date(2026, 11, 21),
        limit: 8,
        case: Some(number),
        people: Vec::new(),
    };
    for (case, address, groups, seen, records) in [
        ("2026/1234", "per.haug@example.no", vec![], true, 7),
        ("2026/412", "nina.solheim@example.no", vec!["skole"], false, 0),
        ("2026/412", "nina.solheim@example.no", vec!["helse"], true, 2),
        ("2026/733", "sara.karim@example.no", vec![], false, 0),
        ("2026/733", "sara.karim@example.no", vec!["skole"], true, 3),
        ("2026/1066", "post@havnoghage.example", vec!["helse", "skole"], true, 3),
    ] {
        let (person, number) = (of(&groups), number(case));
        let read = block_on(register.case(&person, number)).unwrap();
        assert_eq!(read.is_some(), seen, "{case} by {groups:?}");
        let known = block_on(register.cases_of(&person, address)).unwrap();
        assert_eq!(known.iter().any(|case| case.number == number), seen, "{case} by {groups:?} and address");
        // Somebody else's reading of it gives nobody more than their own.
        let whole = block_on(register.case(&of(&["helse", "skole"]), number)).unwrap().unwrap();
        assert_eq!(
            block_on(register.sources_of(&person, &whole)).unwrap().sources.len(),
            records,
            "{case} by {groups:?}"
        );
        for source in block_on(register.search(&person, &query(number))).unwrap() {
            assert!(source.access.is_open() && !source.text.contains("taushetsbelagt"), "{source:?}");
        }
    }
    assert!(block_on(register.cases_of(&of(&[]), "skolen@fjordvik.kommune.no")).unwrap().is_empty());
    let nobody = fjordvik().seen_by(AccessTable::default());
    assert!(
        block_on(nobody.case(&of(&["helse"]), number("2026/412"))).unwrap().is_none(),
        "without a table all is hidden"
    );
}

#[test]
fn a_code_that_no_row_names_is_told_with_how_much_stands_under_it() {
    let table = |codes: &[&str]| {
        let grant = |code: &&str| Grant { code: (*code).to_owned(), circle: Circle::Unit, groups: Vec::new() };
        AccessTable::of(codes.iter().map(grant).collect(), Vec::<Members>::new()).unwrap()
    };
    let unnamed = |codes: &[&str]| fjordvik().seen_by(table(codes)).unnamed_codes();
    let told = |codes: &[&str]| unnamed(codes).into_iter().collect::<Vec<_>>();
    assert_eq!(told(&[" uo "]), [("XK".to_owned(), 1)]);
    assert_eq!(told(&["XK"]), [("UO".to_owned(), 8)]);
    assert_eq!(told(&["UO", "xk"]), []);
}

/// What a hidden case is about is told by none of its like.
#[test]
fn a_similar_case_is_sought_only_for_who_sees_the_case_itself() {
    let case = |number: &str, place: &str, status: &str, access: &str| {
        format!(
            r#"{{"number":"{number}","title":"Søknad om tilbygg – {place}","status":"{status}","access":{access},"entries":[{{"number":1,"kind":"U","title":"Vedtak om tilbygg","documents":[{{"title":"Vedtak","text":"Kommunen gir tillatelse til tilbygg."}}]}}]}}"#
        )
    };
    let folder = tempfile::tempdir().unwrap();
    let cases = [case("2026/1", "Kaia 1", "B", r#"{"code":"UO"}"#), case("2025/2", "Kaia 2", "A", "null")].join("\n");
    for (name, text) in [("cases.jsonl", cases.as_str()), ("articles.jsonl", ""), ("units.jsonl", "")] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let grant = Grant { code: "UO".into(), circle: Circle::Responsible, groups: vec![GroupId::new("bygg")] };
    let register = Register::import(folder.path(), clock()).unwrap().register;
    let register = register.seen_by(AccessTable::of(vec![grant], Vec::new()).unwrap());
    let query = Query {
        questions: vec!["Får jeg tillatelse til tilbygg?".into()],
        on: date(2026, 11, 21),
        limit: 8,
        case: Some(number("2026/1")),
        people: Vec::new(),
    };
    for (groups, told) in [(vec![], 0), (vec![GroupId::new("bygg")], 1)] {
        let found = block_on(register.search(&Person { groups, ..kari() }, &query)).unwrap();
        assert_eq!(found.iter().filter(|source| source.origin == Origin::Similar).count(), told, "{found:?}");
    }
}
