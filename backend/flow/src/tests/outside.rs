//! When something outside fails: one clear answer, nothing lost, nothing kept by halves.

use super::{at, block_on, by, caller, conversation, house, kari, ola, order};
use crate::{Failure, Flow};
use async_trait::async_trait;
use domain::{
    audit::{Action, Entry},
    draft::brief::{Answer, Brief, Part},
    port::{self, Change, FailureKind, Heard, Writer, fake::Script},
};
use std::sync::Arc;

use vocabulary::{Outcome, Role};

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
    house.flow.writers = vec![script.clone()];
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
        house.flow.writers = vec![Arc::new(Script::new(answer))];
        let shown = house.prepare(&kari(), order(false)).expect("a draft");
        assert_eq!(shown.dossier.current().writer, "builtin");
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
    house.flow.writers = vec![Arc::new(Slow(house.flow.clone()))];
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
        block_on(house.flow.check_draft(by(&ola()), draft, &text)).err(),
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
