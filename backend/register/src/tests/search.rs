//! What citizens ask, and the article that must come first.

use super::{block_on, clock, fixture, fjordvik};
use crate::{
    Register,
    search::{Document, Documents},
};
use domain::{
    evidence::{Origin, Query, Source},
    person::Person,
    port::Records,
};

use std::fs;

use jiff::civil::{Date, date};
use vocabulary::{PersonId, TenantId};

pub(super) fn person() -> Person {
    Person {
        tenant: TenantId::new("t"),
        id: PersonId::new("p"),
        name: String::new(),
        address: String::new(),
        roles: Vec::new(),
        groups: Vec::new(),
    }
}

fn search(questions: &[&str], on: Date) -> Vec<Source> {
    search_in(&fjordvik(), questions, on)
}

fn search_in(register: &Register, questions: &[&str], on: Date) -> Vec<Source> {
    let query = Query {
        questions: questions.iter().map(|one| (*one).to_owned()).collect(),
        on,
        limit: 5,
        case: None,
        people: Vec::new(),
    };
    block_on(register.search(&person(), &query)).unwrap()
}

const TODAY: Date = date(2026, 11, 21);

#[test]
fn the_right_article_comes_first() {
    let register = fjordvik();
    for (question, expected) in [
        ("Hva blir gebyret for et tilbygg på 24 m2?", "gebyr-2026"),
        ("Hva koster det å bygge på huset?", "gebyr-2026"),
        ("Kva er byggesaksgebyret for ein garasje?", "gebyr-2026"),
        ("Kan jeg begynne å grave nå?", "igangsetting"),
        ("Når har Innbyggertorget åpent?", "apningstider"),
        ("Kva er opningstidene på rådhuset?", "apningstider"),
        ("Kor ofte skal restavfallet hentast?", "renovasjon"),
        ("Hvor ofte hentes søppelet?", "renovasjon"),
        ("Når er fristen for å søke om barnehageplass?", "barnehage-opptak"),
        ("Hvem avgjør klagen på barnehageopptaket?", "barnehage-klage"),
        ("Må eg sende nytt nabovarsel når eg flyttar garasjen?", "nabovarsel"),
        ("Do we need a permit to build a garage?", "permit-en"),
        ("Hvordan får jeg kopi av dokumentene i en sak?", "innsyn"),
        ("Hva koster parkeringstillatelsen for forflytningshemmede?", "parkering-hc"),
        ("Når blir veien min brøytet?", "broyting"),
        ("Hvordan klager jeg på et vedtak?", "klage-vedtak"),
        ("Hvor mye er eiendomsskatten i år?", "eiendomsskatt"),
        ("How much is the fee?", "gebyr-2026"),
        ("Er dere åpne julaften?", "apningstider"),
        ("Er det mulig å snakke med noen på byggesak uten å bestille time?", "apningstider"),
    ] {
        let found = search_in(&register, &[question], TODAY);
        let ids: Vec<_> = found.iter().map(|one| one.record.as_str()).collect();
        assert_eq!(ids.first(), Some(&expected), "{question}: {ids:?}");
    }
}

#[test]
fn prices_hold_on_the_day_asked_for() {
    for (on, holds, does_not) in [(TODAY, "gebyr-2026", "gebyr-2025"), (date(2025, 12, 31), "gebyr-2025", "gebyr-2026")]
    {
        let found = search(&["Hva er gebyret for tilbygg?"], on);
        assert_eq!(found[0].record, holds, "{on}");
        assert_eq!(found[0].origin, Origin::Fee);
        assert!(found.iter().all(|one| one.record != does_not && one.holds(on)), "{on}");
    }
}

#[test]
fn each_question_is_answered_and_no_article_comes_twice() {
    let found =
        search(&["Hva er gebyret for tilbygg?", "Når kan jeg begynne å grave?", "Hva er gebyret for garasje?"], TODAY);
    let records: Vec<_> = found.iter().map(|one| one.record.as_str()).collect();
    assert_eq!(records[..2], ["gebyr-2026", "igangsetting"]);
    let mut once = records.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), records.len(), "{records:?}");
    assert!(found[0].text.contains("kr 12 500") && found[0].text.contains("kr 8 400"), "{}", found[0].text);
}

#[test]
fn a_question_about_nothing_here_finds_nothing() {
    for question in ["Hei!", "", "?", "Hvem vant VM på ski i 1982?", "xqzzt"] {
        let found = search(&[question], TODAY);
        assert!(found.is_empty(), "{question}: {:?}", found.iter().map(|one| &one.record).collect::<Vec<_>>());
    }
}

fn documents(texts: &[(&str, &str)]) -> Documents {
    let document =
        |(id, text): &(&str, &str)| Document { id: (*id).into(), title: String::new(), text: (*text).into() };
    Documents::index(texts.iter().map(document)).unwrap()
}

#[test]
fn the_best_passage_of_a_long_text_is_cut_out() {
    let dull = "Kommunen tar imot henvendelser på mange måter og svarer så raskt som mulig. ".repeat(40);
    let text = format!("{dull}\n\nHundeeiere må holde hunden i bånd fra 1. april til 20. august.\n\n{dull}");
    let all = documents(&[("long", &text), ("other", "Kattehold er ikke regulert.")]);
    let hit = &all.hits("Når er det båndtvang for hund?", 1).unwrap()[0];
    let passage = &text[hit.passage.clone()];
    assert!(passage.contains("hunden i bånd") && passage.len() < 1000, "{passage}");
}

#[test]
fn both_standards_and_compounds_meet() {
    let all = documents(&[
        ("a", "Byggetillatelse gis når søknaden er fullstendig."),
        ("b", "Eiendomsskatten skrives ut i februar."),
        ("c", "Skoleskyssordningen gjelder fra første klasse."),
    ]);
    for (query, expected) in [
        ("byggjeløyve", "a"),
        ("eigedomsskatt", "b"),
        ("skuleskyss", "c"),
        ("Kva skuleskyssordningar finst?", "c"),
        ("byggetilatelse", "a"),
    ] {
        let hits = all.hits(query, 1).unwrap();
        assert_eq!(hits.first().map(|hit| all.all()[hit.at].id.as_str()), Some(expected), "{query}");
    }
}

#[test]
fn hostile_queries_are_only_words() {
    let all = documents(&[("a", "Gebyr for tilbygg.")]);
    let long = "gebyr ".repeat(20_000);
    for query in ["title:gebyr AND (", "\"gebyr", "gebyr*~^", "gebyr\u{0}\u{202e}", &long] {
        assert_eq!(all.hits(query, 10).unwrap().len(), 1);
    }
    assert_eq!(documents(&[]).hits("gebyr", 10).unwrap(), []);
}

/// A folder with the fixture's records and these lines added.
fn with(lines: &[(&str, &str)]) -> Register {
    let folder = tempfile::tempdir().unwrap();
    for file in ["cases.jsonl", "articles.jsonl", "units.jsonl"] {
        fs::copy(fixture().join(file), folder.path().join(file)).unwrap();
    }
    for (file, line) in lines {
        let there = fs::read_to_string(folder.path().join(file)).unwrap_or_default();
        fs::write(folder.path().join(file), format!("{there}\n{line}\n")).unwrap();
    }
    Register::import(folder.path(), clock()).unwrap().register
}

#[test]
fn the_municipalitys_own_words_find_what_they_stand_for() {
    let question = &["Når er fristen for torgplass?"];
    let records = |register: &Register| {
        let found = search_in(register, question, TODAY).into_iter().map(|one| one.record);
        found.take(1).collect::<Vec<_>>()
    };
    assert_ne!(records(&fjordvik()), ["barnehage-opptak"]);
    let words = with(&[("synonyms.jsonl", r#"{"words":["Torgplass","barnehage"]}"#)]);
    assert_eq!(records(&words), ["barnehage-opptak"]);
    let bhg = with(&[("synonyms.jsonl", r#"{"words":["bhg","barnehage"]}"#)]);
    assert_eq!(search_in(&bhg, &["Opptak bhg"], TODAY)[0].record, "barnehage-opptak");
}

#[test]
fn what_is_named_exactly_comes_first() {
    let register = fjordvik();
    for (words, first) in [
        ("2026/1234", "2026/1234"),
        ("sak 26/1187, garasje", "2026/1187"),
        ("47/690", "2026/1234"),
        ("tilbygg 4999-47/690", "2026/1234"),
        ("gebyr-2025", "gebyr-2025"),
        ("innsyn", "innsyn"),
        ("garasje Elvevegen", "2026/1187"),
        ("åpningstider rådhuset", "apningstider"),
    ] {
        let found = register.find(words, 10).unwrap();
        assert_eq!(found.first().map(String::as_str), Some(first), "{words}: {found:?}");
        let once: std::collections::HashSet<_> = found.iter().collect();
        assert_eq!(once.len(), found.len(), "{found:?}");
    }
}

#[test]
fn a_day_outside_all_dates_is_answered_by_what_held_once_and_only_then() {
    let found = search(&["Hva er skjenkegebyret for tilbygg?"], date(1970, 1, 1));
    assert!(!found.is_empty() && found.iter().all(|one| !one.holds(date(1970, 1, 1))), "{found:?}");
    assert!(search(&["Hva er gebyret for tilbygg?"], TODAY).iter().all(|one| one.holds(TODAY)));
}

/// A closed case, with an access for the case and one for its letter.
fn closed(number: &str, title: &str, access: [&str; 2]) -> String {
    let access = access.map(|code| match code {
        "" => "null".to_owned(),
        code => format!(r#"{{"code":"{code}"}}"#),
    });
    format!(
        r#"{{"number":"{number}","title":"{title}","status":"A","closed":"2025-03-01","access":{},"entries":[{{"number":1,"kind":"U","date":"2025-02-01","title":"Svar","access":{},"documents":[{{"title":"Svar","text":"Kvernsteinen ligger ved tilbygget."}}]}}]}}"#,
        access[0], access[1]
    )
}

fn similar(register: &Register, case: &str) -> Vec<Source> {
    let query = Query {
        questions: vec!["Når får jeg svar?".into()],
        on: TODAY,
        limit: 5,
        case: case.parse().ok(),
        people: Vec::new(),
    };
    let found = block_on(register.search(&person(), &query)).unwrap();
    found.into_iter().filter(|one| one.origin == Origin::Similar).collect()
}

#[test]
fn closed_cases_of_the_same_kind_are_told_as_similar() {
    let line = closed("2025/44", "Søknad om tilbygg – Kaia 9", ["", ""]);
    let other = closed("2025/45", "Søknad om tilbygg og veranda – Kaia 9", ["", ""]);
    let garage = closed("2025/46", "Søknad om garasje – Storgata 12", ["", ""]);
    let register = with(&[("cases.jsonl", &line), ("cases.jsonl", &other), ("cases.jsonl", &garage)]);
    let mut found = similar(&register, "2026/1234");
    found.sort_by(|one, other| one.record.cmp(&other.record));
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|one| ["2025/44", "2025/45", "2025/640"].contains(&one.record.as_str())), "{found:?}");
    assert!(found.iter().all(|one| one.title.starts_with("Lignende sak: ") && one.case.is_none()));
    assert!(found[0].text.contains("Kvernsteinen"), "{}", found[0].text);
    let told: Vec<_> = similar(&fjordvik(), "2026/1234").into_iter().map(|one| one.record).collect();
    assert_eq!(told, ["2025/640"], "its own case is not similar to itself");
}

#[test]
fn nothing_that_has_a_code_is_found_by_its_words() {
    for code in ["UO", "XX", "P", "KF", "5", "U", "UOFF", "B", "ukjent kode"] {
        let case = closed("2025/44", "Søknad om tilbygg – Kvernveien 9", [code, ""]);
        let letter = closed("2025/45", "Søknad om tilbygg – Kaia 9", ["", code]);
        let register = with(&[("cases.jsonl", &case), ("cases.jsonl", &letter)]);
        let restricted = "2025/44".to_owned();
        for words in ["kvernsteinen", "Kvernveien", "2025/44", "søknad om tilbygg Kvernveien 9"] {
            assert!(!register.find(words, 50).unwrap().contains(&restricted), "{code}: {words}");
        }
        assert!(!register.find("kvernsteinen", 50).unwrap().contains(&"2025/45".to_owned()), "{code}");
        let found = similar(&register, "2026/1234");
        assert!(found.iter().any(|one| one.record == "2025/45"), "{code}");
        assert!(found.iter().all(|one| one.record != "2025/44"), "{code}");
        assert!(found.iter().all(|one| !one.text.contains("Kvernsteinen")), "{code}");
    }
}

/// A closed case with one letter, and what sets it apart: its status, and the kind, date, title and access of the letter.
fn answered(number: &str, status: &str, [kind, date, title, code]: [&str; 4]) -> String {
    let access = if code.is_empty() { "null".to_owned() } else { format!(r#"{{"code":"{code}"}}"#) };
    format!(
        r#"{{"number":"{number}","title":"Spørsmål om vedovn","status":"{status}","entries":[{{"number":1,"kind":"I","date":"{date}","title":"Spørsmål","documents":[{{"title":"E-post","text":"Må vi melde fra om ny vedovn i hytta?"}}]}},{{"number":2,"kind":"{kind}","date":"{date}","title":"{title}","access":{access},"documents":[{{"title":"Svar","text":"Du må melde fra om ny vedovn."}}]}}]}}"#
    )
}

#[test]
fn what_was_answered_before_is_found_by_the_question() {
    let lines = [
        answered("2026/1", "A", ["U", "2026-02-01", "Svar om vedovn", ""]),
        answered("2025/2", "A", ["U", "2025-02-01", "Svar om vedovn", ""]),
        answered("2026/3", "A", ["U", "2026-03-01", "Svar om vedovn", ""]),
        answered("2026/4", "B", ["U", "2026-04-01", "Svar om vedovn", ""]),
        answered("2026/5", "A", ["X", "2026-04-01", "Svar om vedovn", ""]),
        answered("2026/6", "A", ["U", "2026-04-01", "Svar om vedovn", "UO"]),
        answered("2026/7", "A", ["U", "2026-04-01", "Vedtak om vedovn", ""]),
        answered("2019/8", "A", ["U", "2019-04-01", "Svar om vedovn", ""]),
    ];
    let lines: Vec<_> = lines.iter().map(|line| ("cases.jsonl", line.as_str())).collect();
    let found = search_in(&with(&lines), &["Må jeg melde fra om ny vedovn?"], TODAY);
    let told: Vec<_> = found.iter().filter(|one| one.origin == Origin::Answer).collect();
    let records: Vec<_> = told.iter().map(|one| one.record.as_str()).collect();
    assert_eq!(
        records,
        ["2026/3-2", "2026/1-2"],
        "few, the newest first: closed, open to anyone, sent out, an answer, not too old"
    );
    assert_eq!(told[0].title, "Tidligere svar, 2026/3-2: Svar om vedovn");
    assert!(told.iter().all(|one| one.case.is_none() && one.parties.is_empty() && one.access.is_open()));
    for question in ["Når har dere åpent?", "Hva koster det å bygge garasje?", ""] {
        let found = search_in(&with(&lines), &[question], TODAY);
        assert!(found.iter().all(|one| one.origin != Origin::Answer), "{question}");
    }
}

#[test]
fn no_query_makes_a_search_fall_over() {
    const PIECES: [&str; 16] = [
        "gebyr",
        "\"",
        " AND ",
        "(",
        ")",
        "title:",
        "*",
        "~2",
        "\\",
        "\u{0}",
        "ß",
        "İ",
        "æøå",
        "e\u{301}",
        " ",
        "2026/1234",
    ];
    let register = fjordvik();
    let mut state = 7_u64;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for _ in 0..300 {
        let pieces = draw(40);
        let query: String = (0..pieces).map(|_| PIECES[draw(PIECES.len())]).collect();
        assert!(register.find(&query, 10).unwrap().len() <= 10);
        search_in(&register, &[&query], TODAY);
    }
    for long in ["a".repeat(100_000), "ord ".repeat(25_000), "\"(".repeat(50_000), "1/1 ".repeat(25_000)] {
        assert!(register.find(&long, 10).unwrap().len() <= 10);
    }
}
