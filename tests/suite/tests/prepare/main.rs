//! Each mail of the fixture and what is prepared for it: a snapshot that a person has read, and what must hold of all of them.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so and ends")]

mod hostile;
mod told;

use backend::wire::{self, offline::Offline};
use domain::{port::Reader, rule::Rules, thread::Message};
use flow::Shown;
use std::path::{Path, PathBuf};

/// The day the fixture lives in.
const NOW: &str = "2026-11-21T09:00:00+01:00";

/// The fixture's mails with their names, in order.
fn mails() -> Vec<(String, PathBuf)> {
    let named = |path: PathBuf| (path.file_stem().expect("a name").to_string_lossy().into_owned(), path);
    suite::files(&suite::root().join("tests/fixture/mail"), ".eml").into_iter().map(named).collect()
}

fn read(path: &Path) -> Message {
    text::Text.mail(&std::fs::read(path).expect("a mail")).expect("a mail that can be read")
}

/// What is prepared for one mail, all offline.
async fn prepared(mail: Message) -> Result<Shown, flow::Failure> {
    let register = wire::records(&suite::root().join("tests/fixture/records")).expect("records");
    let now = NOW.parse().expect("a moment");
    let rules = Rules::shipped("Fjordvik kommune");
    let offline = Offline { now, rules, register, mails: vec![mail], writer: "builtin".to_owned() };
    offline.prepare().await.map(|(shown, _)| shown)
}

#[tokio::test]
async fn each_mail_gets_what_a_person_has_read_and_found_right() {
    let mails = mails();
    assert_eq!(mails.len(), 23, "a new mail needs a reader");
    for (name, path) in mails {
        let shown = prepared(read(&path)).await.expect("a draft");
        let settings = {
            let mut settings = insta::Settings::clone_current();
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.set_snapshot_path("snapshots");
            settings
        };
        settings.bind(|| insta::assert_snapshot!(name.clone(), told::told(&shown)));
    }
}

#[tokio::test]
async fn no_letter_repeats_a_personal_number_or_tells_a_stranger_of_a_case() {
    for (name, path) in mails() {
        let shown = prepared(read(&path)).await.expect("a draft");
        let letter = format!("{}\n{}", shown.checked.draft().marked(), shown.checked.draft().frame().footer);
        let numbers = domain::scan::scan(&letter).into_iter().filter(|found| found.kind.is_personal_number());
        assert_eq!(numbers.count(), 0, "{name} repeats a personal number");
        let of_a_case = shown.evidence.items().iter().any(|item| item.source.case.is_some());
        assert!(
            !of_a_case || shown.dossier.matched.number.is_some(),
            "{name} shows records of a case that is not attached"
        );
        let known = |number: &u16| shown.evidence.get(*number).is_some();
        let sentences = shown.checked.draft().sentences();
        assert!(sentences.iter().flat_map(|sentence| &sentence.citations).all(known), "{name} cites nothing");
    }
}

/// The day by which the law wants an answer is reckoned from the mail, and stands in no source.
const CLOCKS: [&str; 6] =
    ["Fristen er fem", "The time limit", "Er vi ikke", "Er vi ikkje", "If we have not", "Vi svarer"];

#[tokio::test]
async fn each_value_of_a_letter_stands_in_a_source_that_its_sentence_cites() {
    let today = jiff::civil::date(2026, 11, 21);
    let mut seen = 0;
    for (name, path) in mails() {
        let shown = prepared(read(&path)).await.expect("a draft");
        for sentence in shown.checked.draft().sentences() {
            let cited = sentence.citations.iter().filter_map(|number| shown.evidence.get(*number));
            let cited: Vec<_> = cited
                .map(|source| {
                    format!(
                        "{}\n{}\n{}",
                        source.title,
                        source.text,
                        source.date.map(|date| date.to_string()).unwrap_or_default()
                    )
                })
                .collect();
            let own = text_of(&sentence.text);
            if CLOCKS.iter().any(|clock| own.starts_with(clock)) {
                continue;
            }
            for value in
                domain::value::find(&own, today).into_iter().filter(|value| value.kind != domain::value::Kind::Name)
            {
                let there = |text: &String| {
                    text.contains(&value.value)
                        || domain::value::find(text, today)
                            .iter()
                            .any(|one| one.kind == value.kind && one.value == value.value)
                };
                assert!(cited.iter().any(there), "{name}: {value:?} in {own}");
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "only {seen} values were held against their sources");
}

/// A sentence without its gaps, which hold the citizen's words.
fn text_of(sentence: &str) -> String {
    sentence.split('⟦').map(|part| part.rsplit('⟧').next().unwrap_or_default()).collect()
}
