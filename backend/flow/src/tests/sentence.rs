//! One sentence written anew, and nothing else touched.

use super::{House, at, block_on, by, house, kari, liv};
use crate::{Blocked, Failure, Shown, Writers};
use domain::{
    draft::{
        Class,
        brief::{Answer, Part, Purpose},
    },
    port::{Caller, FailureKind, fake::Script},
};
use std::sync::Arc;
use vocabulary::{Outcome, Status};

impl House {
    fn anew(&self, who: &Caller, shown: &Shown, sentence: u32) -> Result<Shown, Failure> {
        block_on(self.flow.rewrite_sentence(by(who), at(shown), sentence))
    }

    /// Kari's own letter around a sentence about the fee.
    fn about_the_fee(&self, sentence: &str) -> Shown {
        let shown = self.with_fee();
        let text =
            shown.dossier.current().marked.replace("Gebyret for tilbygg inntil 50 m² er 12 500 kroner.", sentence);
        self.revise(&kari(), &shown, &text).expect("an edit")
    }
}

fn said(text: &str, citations: &[u16]) -> Script {
    let part = Part { text: text.into(), citations: citations.to_vec(), ends_paragraph: true };
    Script::new(Ok(Answer { parts: vec![part], outcome: Outcome::Ready, dropped: Vec::new() }))
}

fn marked(shown: &Shown) -> &str {
    &shown.dossier.current().marked
}

#[test]
fn the_source_says_it_in_other_words_and_the_rest_stays() {
    let house = house();
    let shown = house.about_the_fee("Gebyret for tilbygg på inntil 50 m² er 12 500 kroner.");
    let anew = house.anew(&kari(), &shown, 1).expect("written anew");
    assert_ne!(marked(&anew), marked(&shown));
    let (greeting, closing) = ("Hei Per Haug,\n\n", "\n\nVennlig hilsen\nkari Nordby");
    assert!(marked(&anew).starts_with(greeting) && marked(&anew).ends_with(closing), "{}", marked(&anew));
    assert!(marked(&anew).replace('\u{a0}', " ").contains("12 500 kroner"), "{}", marked(&anew));
    assert_eq!(at(&anew).1, at(&shown).1 + 1);
    assert_eq!(anew.dossier.current().writer, "person", "a mail that comes in later writes nothing over it");
    let before = anew.dossier.before(&anew.person).map(|one| one.marked.as_str());
    assert_eq!(before, Some(marked(&shown)), "it can be taken back");
    let again = house.anew(&kari(), &shown, 1).expect("the same press once more");
    assert_eq!(again.dossier, anew.dossier);
}

#[test]
fn where_the_source_does_not_bear_it_and_says_nothing_like_it_there_is_a_gap() {
    let house = house();
    let shown = house.about_the_fee("Rådhuset stenger klokken 14 hver fredag.");
    let anew = house.anew(&kari(), &shown, 1).expect("a gap");
    assert!(
        marked(&anew).contains("⟦ikke dekket av kilden: Rådhuset stenger klokken 14 hver fredag.⟧"),
        "{}",
        marked(&anew)
    );
    assert_eq!(anew.checked.draft().gaps().len(), 1);
}

#[test]
fn a_writer_with_no_other_words_says_so() {
    let house = house();
    let shown = house.with_fee();
    let mut now = shown;
    let failed = loop {
        match house.anew(&kari(), &now, 1) {
            Ok(next) => now = next,
            Err(failure) => break failure,
        }
        assert!(at(&now).1 < 6, "it comes to an end: {}", marked(&now));
    };
    assert_eq!(failed, Failure::Blocked(Blocked::NoOtherWording));
    assert_eq!(
        house.anew(&kari(), &now, 0).err(),
        Some(Failure::Blocked(Blocked::NoOtherWording)),
        "a greeting has no source"
    );
    assert!(matches!(house.anew(&kari(), &now, 40), Err(Failure::BadInput { field: "sentence", .. })));
}

#[test]
fn a_model_is_given_the_sentence_and_its_source_and_is_held_to_it() {
    let mut house = house();
    let shown = house.about_the_fee("Gebyret for tilbygg på inntil 50 m² er 12 500 kroner.");
    let number = shown.checked.sentences()[1].citations[0];
    for (text, citations, taken) in [
        ("For tilbygg inntil 50 m² er gebyret 12 500 kroner.", vec![number], true),
        ("For tilbygg inntil 50 m² er gebyret 13 500 kroner.", vec![number], false),
        ("For tilbygg inntil 50 m² er gebyret 12 500 kroner.", vec![40], false),
    ] {
        let script = Arc::new(said(text, &citations));
        house.flow.writers = Writers::new(vec![script.clone()], None);
        let current = house.show(&kari(), &shown.dossier.id).expect("shown");
        let start = house.revise(&kari(), &current, marked(&shown)).expect("as it was");
        let anew = house.anew(&kari(), &start, 1);
        let words = anew.as_ref().map(|anew| marked(anew).contains(text)).unwrap_or_default();
        assert_eq!(words, taken, "{text} {citations:?}: {anew:?}");
        let asked = script.asked().pop().expect("it was asked");
        assert_eq!((asked.purpose, asked.questions.len(), asked.mail.as_str()), (Purpose::Sentence, 1, ""));
        assert!(asked.evidence.iter().all(|one| one.number == number), "{:?}", asked.evidence);
    }
    let fails = Arc::new(Script::new(Err(FailureKind::Unavailable)));
    let blind = Arc::new(said("x", &[]).seeing(Class::Open));
    house.flow.writers = Writers::new(vec![blind, fails], None);
    let current = house.show(&kari(), &shown.dossier.id).expect("shown");
    let start = house.revise(&kari(), &current, marked(&shown)).expect("as it was");
    assert!(house.anew(&kari(), &start, 1).is_ok(), "the built-in writer is always there");
}

#[test]
fn it_is_the_authors_and_voids_an_approval() {
    let house = house();
    let approved = house.approved();
    assert_eq!(house.anew(&liv(), &approved, 1).err(), Some(Failure::Blocked(Blocked::NotAuthor)));
    let text = marked(&approved).replace("inntil", "på inntil");
    let edited = house.revise(&kari(), &approved, &text).expect("an edit");
    assert_eq!(house.anew(&kari(), &approved, 0).err(), Some(Failure::Stale));
    let anew = house.anew(&kari(), &edited, 1).expect("written anew");
    assert_eq!((anew.dossier.status, anew.approved), (Status::Drafted, false));
}
