//! Searched by words and by meaning together: what that finds more, and what it must not change.

use super::{block_on, fjordvik, search::person};
use crate::{
    Register,
    search::{Document, Documents},
};
use domain::{
    draft::Class,
    evidence::Query,
    port::{FailureKind, Records, Side, fake::Bag},
};
use jiff::civil::{Date, date};
use std::sync::Arc;

const TODAY: Date = date(2026, 11, 21);
/// Words that no article has, for words that they have.
const SAME: [(&str, &str); 3] = [("dagheim", "barnehage"), ("snøen", "brøyting"), ("avgiftssats", "tilbygg")];

fn learned(bag: &Arc<Bag>) -> Register {
    let register = fjordvik().meant_by(bag.clone());
    assert!(block_on(register.learn()).unwrap() >= register.lines.articles.len());
    register
}

fn records(register: &Register, question: &str, on: Date) -> Vec<String> {
    let query =
        Query { questions: vec![question.to_owned()], on, limit: 5, case: None, people: vec!["Per Haug".to_owned()] };
    let found = block_on(register.search(&person(), &query)).unwrap();
    found.into_iter().map(|source| source.record).collect()
}

#[test]
fn what_no_word_finds_is_found_by_its_meaning() {
    let register = learned(&Arc::new(Bag::new(&SAME)));
    let question = "Dagheim?";
    assert!(records(&fjordvik(), question, TODAY).is_empty());
    let found = records(&register, question, TODAY);
    assert!(found.first().is_some_and(|first| first.starts_with("barnehage")), "{found:?}");
    let found = block_on(register.find_meant(question, 3)).unwrap();
    assert!(found.first().is_some_and(|first| first.starts_with("barnehage")), "{found:?}");
    assert_eq!(register.find(question, 3), Ok(Vec::new()), "asked by its words alone");
}

#[test]
fn the_day_counts_for_the_meaning_too() {
    let register = learned(&Arc::new(Bag::new(&SAME)));
    for (on, holds, does_not) in [(TODAY, "gebyr-2026", "gebyr-2025"), (date(2025, 12, 31), "gebyr-2025", "gebyr-2026")]
    {
        let found = records(&register, "Avgiftssats?", on);
        assert!(found.iter().any(|one| one == holds) && found.iter().all(|one| one != does_not), "{on}: {found:?}");
    }
}

#[test]
fn what_is_named_exactly_still_comes_first_and_nothing_is_found_about_nothing() {
    let register = learned(&Arc::new(Bag::new(&SAME)));
    for (words, first) in [
        ("2026/1234", "2026/1234"),
        ("sak 26/1187, dagheim", "2026/1187"),
        ("dagheim 4999-47/690", "2026/1234"),
        ("gebyr-2025", "gebyr-2025"),
        ("åpningstider rådhuset", "apningstider"),
    ] {
        let found = block_on(register.find_meant(words, 10)).unwrap();
        assert_eq!(found.first().map(String::as_str), Some(first), "{words}: {found:?}");
    }
    for question in ["Hei!", "", "?", "Hvem vant VM på ski i 1982?", "xqzzt"] {
        assert_eq!(records(&register, question, TODAY), Vec::<String>::new(), "{question}");
    }
}

#[test]
fn where_the_embedder_does_not_answer_the_words_answer_alone() {
    let bag = Arc::new(Bag::new(&SAME));
    let register = learned(&bag);
    let question = "Hva blir gebyret for et tilbygg på 24 m2?";
    let by_words = records(&fjordvik(), question, TODAY);
    for kind in [FailureKind::Slow, FailureKind::Unavailable, FailureKind::Garbled] {
        bag.fail(Some(kind));
        assert_eq!(records(&register, question, TODAY), by_words, "{kind:?}");
        assert_eq!(block_on(register.find_meant("gebyr", 5)), register.find("gebyr", 5), "{kind:?}");
    }
    let not_learned = fjordvik().meant_by(bag.clone());
    assert_eq!(block_on(not_learned.learn()).map_err(|failure| failure.kind), Err(FailureKind::Garbled));
    let before = bag.given().len();
    assert_eq!(records(&not_learned, question, TODAY), by_words);
    assert_eq!(bag.given().len(), before, "nothing is asked of what has learned nothing");
}

#[test]
fn only_articles_and_questions_that_may_be_seen_leave_the_house() {
    let bag = Arc::new(Bag::new(&SAME).seeing(Class::Personal));
    let register = learned(&bag);
    let given = bag.given();
    let passages = given.iter().filter(|(side, _)| *side == Side::Passage).map(|(_, text)| text);
    let articles: Vec<String> = register.lines.articles.iter().map(|article| article.whole()).collect();
    for passage in passages {
        let (title, text) = passage.split_once('\n').unwrap();
        assert!(articles.iter().any(|article| article.starts_with(title) && article.contains(text)), "{passage}");
    }
    records(&register, "Per Haug spør: når blir veien brøytet?", TODAY);
    records(&register, "Sønnen min har fått diagnosen ADHD, hva gjør jeg?", TODAY);
    let asked: Vec<_> = bag.given().split_off(given.len());
    assert_eq!(asked, [(Side::Question, "[PERSON_1] spør: når blir veien brøytet?".to_owned())]);
    let open = Arc::new(Bag::new(&SAME).seeing(Class::Open));
    let register = learned(&open);
    let before = open.given().len();
    records(&register, "Per Haug spør: når blir veien brøytet?", TODAY);
    assert_eq!(open.given().len(), before);
}

#[test]
fn learning_goes_on_where_it_was_broken_off() {
    let document = |at: usize| Document { id: at.to_string(), title: String::new(), text: format!("Emne{at} her.") };
    let bag = Arc::new(Bag::new(&[]));
    let documents = Documents::index((0..150).map(document)).unwrap().meant_by(bag.clone());
    bag.fail(Some(FailureKind::Unavailable));
    assert!(block_on(documents.learn()).is_err());
    bag.fail(None);
    assert_eq!(block_on(documents.learn()), Ok(150));
    let given = bag.given().len();
    assert_eq!((block_on(documents.learn()), bag.given().len()), (Ok(150), given), "nothing is learned twice");
    assert_eq!(block_on(documents.find_meant("emne77", 1)), Ok(vec!["77".to_owned()]));
    assert_eq!(block_on(documents.find_meant("31", 1)), Ok(vec!["31".to_owned()]), "named by its id");
}
