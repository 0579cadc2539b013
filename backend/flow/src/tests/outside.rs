//! When something outside fails: one clear answer, nothing lost, nothing kept by halves.

use super::{at, block_on, by, caller, conversation, house, kari, ola, order};
use crate::{Failure, Flow, Writers};
use async_trait::async_trait;
use domain::{
    audit::{Action, Entry},
    check::writing,
    draft::{
        Class, Note,
        brief::{Answer, Brief, Part},
    },
    port::{self, Change, FailureKind, Heard, Told, Writer, fake::Script},
};
use std::sync::Arc;

use vocabulary::{Code, Language, Outcome, Role};

#[test]
fn a_system_that_fails_stops_the_work_before_anything_is_kept() {
    let fails: [fn(&super::House, Option<FailureKind>); 4] = [
        |house, kind| house.post.fail(kind),
        |house, kind| house.archive.fail(kind),
        |house, kind| house.badges.fail(kind),
        |house, kind| house.shelves.fail(kind),
    ];
    for (which, fail) in fails.iter().enumerate() {
        for kind in [FailureKind::Unavailable, FailureKind::Denied, FailureKind::MoreNeeded, FailureKind::Slow] {
            let house = house();
            fail(&house, Some(kind));
            let failed = house.prepare(&kari(), order(false));
            assert!(matches!(&failed, Err(Failure::Outside(failure)) if failure.kind == kind), "{which}: {failed:?}");
            fail(&house, None);
            assert!(house.trail("fjordvik").is_empty());
            assert!(house.prepare(&kari(), order(false)).is_ok());
        }
    }
}

#[test]
fn a_draft_is_found_also_when_the_mail_system_is_away() {
    let house = house();
    let shown = house.prepare(&kari(), order(false)).expect("a draft");
    house.post.fail(Some(FailureKind::Unavailable));
    let found = block_on(house.flow.find_draft(by(&kari()), &conversation())).expect("found").expect("a draft");
    assert_eq!(found.dossier, shown.dossier);
}

fn part(text: &str) -> Part {
    Part { text: text.into(), citations: Vec::new(), ends_paragraph: true }
}

#[test]
fn a_model_writes_under_its_name_and_sees_no_names_or_numbers() {
    let mut house = house();
    let answer =
        Answer { parts: vec![part("Hei! Takk for henvendelsen.")], outcome: Outcome::Ready, dropped: Vec::new() };
    let script = Arc::new(Script::new(Ok(answer)));
    house.flow.writers = Writers::new(vec![script.clone()], None);
    let shown = house.prepare(&kari(), order(false)).expect("a draft");
    assert_eq!(shown.dossier.current().writer, "script");
    let asked = format!("{:?}", script.asked());
    for secret in ["Haug", "per.haug@example.no", "kari Nordby"] {
        assert!(!asked.contains(secret), "{secret}: {asked}");
    }
    assert!(asked.contains("12 500"), "amounts stay, because the answer needs them");
}

#[test]
fn the_built_in_writer_takes_over_from_a_model_that_fails_or_says_nothing() {
    let empty = Answer { parts: Vec::new(), outcome: Outcome::Ready, dropped: Vec::new() };
    let too_long = Answer { parts: vec![part(&"ord ".repeat(20_000))], ..empty.clone() };
    for answer in [Err(FailureKind::Slow), Err(FailureKind::Garbled), Ok(empty), Ok(too_long)] {
        let mut house = house();
        house.flow.writers = Writers::new(vec![Arc::new(Script::new(answer))], None);
        let shown = house.prepare(&kari(), order(false)).expect("a draft");
        assert_eq!(shown.dossier.current().writer, "builtin");
        assert_eq!(notes(&shown), [Note::NoAnswer], "and it is said");
    }
    let shown = house().prepare(&kari(), order(false)).expect("a draft");
    assert_eq!(notes(&shown), [], "without a model there is nothing to say");
}

/// What is said of how it was written.
fn notes(shown: &crate::Shown) -> Vec<Note> {
    let said = shown.checked.findings().iter().filter(|finding| finding.code == Code::Writer);
    let all = [Note::NoAnswer, Note::Withheld, Note::Spent, Note::Shortened];
    let of = |why: &str| all.into_iter().find(|note| writing::finding(*note, Language::Nb).why == why);
    said.filter_map(|finding| of(&finding.why)).collect()
}

fn answering() -> Script {
    Script::new(Ok(Answer { parts: vec![part("Hei! Takk.")], outcome: Outcome::Ready, dropped: Vec::new() }))
}

#[test]
fn a_writer_is_given_nothing_more_delicate_than_it_may_see() {
    for (mail, first, second, writer, said) in [
        ("Hva er gebyret i sak 2026/1234?", 0, 1, "script", vec![]),
        ("Hva er gebyret for tilbygg?", 1, 0, "script", vec![]),
        ("Jeg heter Per Haug. Hva er gebyret for tilbygg?", 0, 1, "script", vec![]),
        ("Sønnen min har diagnosen ADHD. Hva er gebyret?", 0, 0, "builtin", vec![Note::Withheld]),
    ] {
        let mut house = house();
        let open = Arc::new(answering().seeing(Class::Open));
        let personal = Arc::new(answering().seeing(Class::Personal));
        house.flow.writers = Writers::new(vec![open.clone(), personal.clone()], None);
        let id = vocabulary::ConversationId::new("annen");
        let question = super::question("m2", "2026-03-02T08:05:00Z", mail);
        house.post.receive(&id, domain::thread::Message { subject: "Spørsmål".into(), ..question });
        let mut order = order(false);
        (order.key.conversation, order.key.mail) = (id, vocabulary::MailId::new("m2"));
        let shown = house.prepare(&kari(), order).expect("a draft");
        assert_eq!((open.asked().len(), personal.asked().len()), (first, second), "{mail}");
        assert_eq!((shown.dossier.current().writer.as_str(), notes(&shown)), (writer, said), "{mail}");
    }
}

#[test]
fn the_tokens_of_a_day_are_counted_and_come_back_at_midnight() {
    let mut house = house();
    let script = Arc::new(answering());
    house.flow.writers = Writers::new(vec![script.clone()], Some(150));
    for (again, seconds, writer, said) in [
        (false, 0, "script", vec![]),
        (true, 46_740, "script", vec![]),
        (true, 30, "builtin", vec![Note::Spent]),
        (true, 30, "script", vec![]),
    ] {
        house.clock.pass(jiff::SignedDuration::from_secs(seconds));
        let shown = house.prepare(&kari(), order(again)).expect("a draft");
        assert_eq!((shown.dossier.current().writer.as_str(), notes(&shown)), (writer, said), "{seconds}");
    }
    assert_eq!(script.asked().len(), 3);
}

#[test]
fn what_a_writer_was_not_given_is_said_until_somebody_edits() {
    let mut house = house();
    house.flow.writers = Writers::new(vec![Arc::new(Hurried)], None);
    let shown = house.prepare(&kari(), order(false)).expect("a draft");
    assert_eq!(notes(&shown), [Note::Shortened]);
    let edited = house.revise(&kari(), &shown, "Hei!\n\nVi svarer senere.").expect("an edit");
    assert_eq!(notes(&edited), []);
}

/// A writer that had no time for the second source.
struct Hurried;

#[async_trait]
impl Writer for Hurried {
    fn name(&self) -> &str {
        "hurried"
    }

    fn sees(&self) -> Class {
        Class::Restricted
    }

    async fn write(&self, _brief: &Brief, heard: &Heard<'_>) -> Result<Answer, port::Failure> {
        heard(Told::Unread { excerpts: &[2], mail: false });
        Ok(Answer { parts: vec![part("Hei!")], outcome: Outcome::Ready, dropped: Vec::new() })
    }
}

#[test]
fn a_conversation_of_drafts_has_nothing_to_answer() {
    let house = house();
    let id = vocabulary::ConversationId::new("tom");
    let draft = domain::thread::Message { draft: true, ..super::question("d1", "2026-03-02T08:05:00Z", "Hei") };
    house.post.receive(&id, draft);
    let mut order = order(false);
    order.key.conversation = id;
    let blocked = house.prepare(&kari(), order).err();
    assert_eq!(blocked, Some(Failure::Blocked(crate::Blocked::NothingToAnswer)));
}

/// A slow writer: while it writes, the same person prepares the same draft in another window.
struct Slow(Flow);

#[async_trait]
impl Writer for Slow {
    fn name(&self) -> &str {
        "slow"
    }

    fn sees(&self) -> Class {
        Class::Restricted
    }

    async fn write(&self, _brief: &Brief, _heard: &Heard<'_>) -> Result<Answer, port::Failure> {
        let faster = kari();
        let shown = self.0.prepare_draft(by(&faster), order(false), &|_| {}).await;
        assert!(shown.is_ok());
        Ok(Answer { parts: vec![part("Hei!")], outcome: Outcome::Ready, dropped: Vec::new() })
    }
}

#[test]
fn two_windows_that_prepare_at_once_end_with_one_draft() {
    let mut house = house();
    house.flow.writers = Writers::new(vec![Arc::new(Slow(house.flow.clone()))], None);
    let shown = house.prepare(&kari(), order(false)).expect("a draft");
    assert_eq!((shown.dossier.current().writer.as_str(), shown.dossier.current().number), ("builtin", 1));
    assert_eq!(house.trail("fjordvik"), ["draft_prepared"]);
}

#[test]
fn of_two_saves_over_one_version_the_second_is_stale_and_leaves_no_entry() {
    let house = house();
    let dossier = house.prepare(&kari(), order(false)).expect("a draft").dossier;
    let store = house.flow.store.tenant(&kari().person.tenant);
    let save = || {
        let entry = Entry::of(Action::DraftTakenOver, house.flow.clock.now());
        block_on(Change::to(dossier.clone()).commit(store.as_ref(), entry)).map(|saved| saved.version)
    };
    assert_eq!(save().map_err(|failure| failure.kind), Ok(2));
    assert_eq!(save().map_err(|failure| failure.kind), Err(FailureKind::Stale));
    assert_eq!(house.trail("fjordvik"), ["draft_prepared", "draft_taken_over"]);
}

#[test]
fn who_may_no_longer_read_the_shared_mailbox_finds_no_draft_of_it() {
    let house = house();
    let shown = house.prepare(&kari(), order(false)).expect("a draft");
    let draft = &shown.dossier.id;
    assert!(house.show(&ola(), draft).is_ok(), "a colleague who shares the mailbox");
    house.post.close_to("ola");
    let text = shown.dossier.current().marked.clone();
    let tries = [
        house.show(&ola(), draft).err(),
        house.revise(&ola(), &shown, &text).err(),
        block_on(house.flow.check_draft(by(&ola()), draft, (&text, None))).err(),
        block_on(house.flow.take_over(by(&ola()), at(&shown))).err(),
        block_on(house.flow.sweep_sent(by(&ola()), draft)).err(),
        block_on(house.flow.show_log(by(&ola()), draft)).err(),
    ];
    assert_eq!(tries, [const { Some(Failure::NotFound) }; 6]);
    assert!(house.show(&kari(), draft).is_ok(), "its author is not asked");
    house.post.fail(Some(FailureKind::Unavailable));
    let away = house.show(&caller("fjordvik", "tor", &[Role::Caseworker]), draft).err();
    assert!(matches!(away, Some(Failure::Outside(_))), "without an answer nothing is shown: {away:?}");
}
