//! What citizens ask, and the article that must come first.

use super::{block_on, fjordvik};
use crate::search::{Document, Documents};
use domain::{
    evidence::{Origin, Query, Source},
    person::Person,
    port::Records,
};

use jiff::civil::{Date, date};
use vocabulary::{PersonId, TenantId};

fn search(questions: &[&str], on: Date) -> Vec<Source> {
    let person = Person {
        tenant: TenantId::new("t"),
        id: PersonId::new("p"),
        name: String::new(),
        address: String::new(),
        roles: Vec::new(),
    };
    let query = Query { questions: questions.iter().map(|one| (*one).to_owned()).collect(), on, limit: 5 };
    block_on(fjordvik().search(&person, &query)).unwrap()
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
        let holds = |at: usize| register.documents().all()[at].id != "gebyr-2025";
        let hits = register.documents().hits_where(question, 3, &holds).unwrap();
        let ids: Vec<_> = hits.iter().map(|hit| register.documents().all()[hit.at].id.as_str()).collect();
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
