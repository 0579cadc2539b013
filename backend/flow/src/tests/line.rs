//! The line from a mail to a sent reply, and what happens when it is walked twice or by somebody else.

use super::{OURS, PER, at, block_on, by, caller, conversation, house, kari, liv, moment, ola, order, question};
use crate::{Blocked, Choice, Chosen, Failure, Order, Step};
use domain::{
    dossier,
    send::{self, Answer, Outgoing},
    thread::{Address, Message},
};
use jiff::SignedDuration;
use std::sync::Mutex;
use vocabulary::{CaseNumber, DraftId, Match, Role, Status};

#[test]
fn a_mail_becomes_a_draft_with_case_sources_and_reference() {
    let house = house();
    let steps = Mutex::new(Vec::new());
    let told = |step: Step| steps.lock().expect("steps").push(step);
    let shown = block_on(house.flow.prepare_draft(by(&kari()), order(false), &told)).expect("a draft");
    let steps = steps.into_inner().expect("steps");
    assert_eq!(steps.first(), Some(&Step::Reading));
    assert_eq!(steps.last(), Some(&Step::Checking));
    assert!(steps.contains(&Step::Read { mails: 1, questions: shown.thread.questions().len() }));
    assert!(steps.iter().any(|step| matches!(step, Step::Written { text, .. } if !text.is_empty())));
    let dossier = &shown.dossier;
    assert_eq!(
        (dossier.matched.matched, dossier.matched.number.map(|n| n.to_string())),
        (Match::Strong, Some("2026/1234".into()))
    );
    assert_eq!((dossier.from.as_str(), dossier.current().recipients.as_slice()), (OURS, [PER.to_owned()].as_slice()));
    assert!(dossier.current().footer.ends_with(dossier.reference.as_str()));
    assert_eq!((shown.mine, dossier.version, dossier.current().writer.as_str()), (true, 1, "builtin"));
    assert!(shown.evidence.items().iter().any(|item| item.source.record == "gebyr-2026"));
    assert_eq!(house.trail("fjordvik"), ["draft_prepared"]);
}

#[test]
fn the_whole_line_ends_with_a_mail_that_was_seen_sent() {
    let house = house();
    let approved = house.approved();
    assert_eq!((approved.dossier.status, approved.approved), (Status::Approved, true));
    let released = block_on(house.flow.release_draft(by(&kari()), at(&approved))).expect("released");
    let letter = approved.checked.draft().letter();
    let outgoing = || Outgoing {
        conversation: Some(conversation()),
        from: OURS.into(),
        to: vec![PER.into()],
        subject: "SV: Tilbygg Storgata 12".into(),
        ..read(&house, released.sendable.html())
    };
    for _ in 0..2 {
        assert_eq!(block_on(house.flow.confirm_send(outgoing(), vocabulary::Language::Nb)), Ok(Answer::Allow));
    }
    let swept = || block_on(house.flow.sweep_sent(by(&kari()), &approved.dossier.id)).expect("a look");
    assert_eq!(swept().dossier.status, Status::SendAllowed, "let through is not sent");
    house.post.send(&conversation(), sent(&letter));
    assert_eq!((swept().dossier.status, swept().next), (Status::Sent, vec![dossier::Step::Rewrite]));
    let used = Answer::Stop(send::Why::Used);
    assert_eq!(block_on(house.flow.confirm_send(outgoing(), vocabulary::Language::Nb)), Ok(used));
    let line = [
        "draft_prepared",
        "draft_revised",
        "review_requested",
        "draft_approved",
        "draft_released",
        "send_allowed",
        "draft_sent",
        "send_stopped",
    ];
    assert_eq!(house.trail("fjordvik"), line);
}

fn read(house: &super::House, html: &str) -> Outgoing {
    let plain = house.flow.reader.plain(html);
    Outgoing { text: plain.text, hidden: plain.hidden, links: plain.links, ..Outgoing::default() }
}

fn sent(letter: &str) -> Message {
    let from = Address { name: None, address: OURS.into() };
    let date = Some(moment("2026-03-02T10:01:00Z"));
    Message {
        from,
        date,
        text: letter.to_owned(),
        internet_id: Some("<1@fjordvik.kommune.no>".into()),
        ..Message::default()
    }
}

#[test]
fn preparing_twice_gives_the_same_draft_and_again_the_next_revision() {
    let house = house();
    let first = house.with_fee();
    let same = house.prepare(&kari(), order(false)).expect("the open draft");
    assert_eq!(same.dossier, first.dossier);
    let anew = house.prepare(&kari(), order(true)).expect("written anew");
    assert_eq!(
        (anew.dossier.id.clone(), anew.dossier.reference.clone()),
        (first.dossier.id.clone(), first.dossier.reference.clone())
    );
    assert_eq!(anew.dossier.revisions[1], *first.dossier.current(), "a person's edit is kept");
    assert_eq!((anew.dossier.current().number, anew.dossier.current().writer.as_str()), (3, "builtin"));
    let found = block_on(house.flow.find_draft(by(&kari()), &conversation())).expect("found").expect("a draft");
    assert_eq!(found.dossier, anew.dossier);
}

#[test]
fn after_a_sent_reply_the_next_draft_is_a_new_one() {
    let house = house();
    let approved = house.approved();
    block_on(house.flow.release_draft(by(&kari()), at(&approved))).expect("released");
    house.post.send(&conversation(), sent(&approved.checked.draft().letter()));
    let refused = house.revise(
        &kari(),
        &block_on(house.flow.sweep_sent(by(&kari()), &approved.dossier.id)).expect("sent"),
        "Hei igjen.",
    );
    assert_eq!(refused.err(), Some(Failure::Blocked(Blocked::Sent)));
    assert_eq!(block_on(house.flow.find_draft(by(&kari()), &conversation())), Ok(None));
    let answer = house.prepare(&kari(), order(false)).expect("the answer");
    assert_eq!((&answer.dossier.id, answer.dossier.status), (&approved.dossier.id, Status::Sent));
    let next = house.prepare(&kari(), order(true)).expect("a new draft");
    assert_ne!((next.dossier.id, next.dossier.reference), (approved.dossier.id, approved.dossier.reference));
}

#[test]
fn a_case_that_a_person_chose_is_attached_and_stays() {
    let house = house();
    house.post.receive(
        &vocabulary::ConversationId::new("samtale-2"),
        Message {
            subject: "Spørsmål".into(),
            ..question("m2", "2026-03-02T08:05:00Z", "Hei! Hva er gebyret for tilbygg?")
        },
    );
    let key = dossier::MailKey {
        mail: vocabulary::MailId::new("m2"),
        conversation: vocabulary::ConversationId::new("samtale-2"),
        mailbox: None,
    };
    let order = |again, case: Option<CaseNumber>| {
        let choice = Choice { case: case.map(Chosen::Case), ..Choice::default() };
        Order { key: key.clone(), again, choice, seen: None }
    };
    let offered = house.prepare(&kari(), order(false, None)).expect("a draft");
    assert_eq!(offered.dossier.matched.number, None, "a weak match is never attached");
    let chosen = Some(CaseNumber { year: 2026, sequence: 1234 });
    let with_case = house.prepare(&kari(), order(false, chosen)).expect("a draft");
    assert_eq!((with_case.dossier.matched.number, with_case.dossier.current().number), (chosen, 2));
    let anew = house.prepare(&kari(), order(true, None)).expect("a draft");
    assert_eq!(anew.dossier.matched.number, chosen);
    let unknown = house.prepare(&kari(), order(true, Some(CaseNumber { year: 2026, sequence: 9 })));
    assert!(matches!(unknown, Err(Failure::BadInput { field: "case", .. })));
}

#[test]
fn a_double_click_is_one_edit_and_an_old_revision_is_stale() {
    let house = house();
    let first = house.prepare(&kari(), order(false)).expect("a draft");
    let once = house.revise(&kari(), &first, "Hei Per.").expect("an edit");
    let twice = house.revise(&kari(), &first, "Hei  Per.").expect("the same edit");
    assert_eq!(once.dossier, twice.dossier);
    assert_eq!(house.revise(&kari(), &first, "Hei Pål.").err(), Some(Failure::Stale));
    let old = (&first.dossier.id, 1);
    assert_eq!(block_on(house.flow.request_review(by(&kari()), old, None)).err(), Some(Failure::Stale));
    assert_eq!(block_on(house.flow.release_draft(by(&kari()), old)).err(), Some(Failure::Stale));
    assert_eq!(block_on(house.flow.take_over(by(&ola()), old)).err(), Some(Failure::Stale));
}

#[test]
fn a_text_that_is_no_draft_is_refused_with_its_field() {
    let house = house();
    let shown = house.prepare(&kari(), order(false)).expect("a draft");
    for text in [String::new(), " \n".to_owned(), "a ".repeat(vocabulary::limit::DRAFT_CHARS)] {
        let refused = house.revise(&kari(), &shown, &text);
        assert!(matches!(refused, Err(Failure::BadInput { field: "text", .. })), "{refused:?}");
        let refused = block_on(house.flow.check_draft(by(&kari()), &shown.dossier.id, (&text, None)));
        assert!(matches!(refused, Err(Failure::BadInput { field: "text", .. })));
    }
    let text = ("Gebyret er 99 kroner.", None);
    let checked = block_on(house.flow.check_draft(by(&kari()), &shown.dossier.id, text)).expect("checked");
    assert_eq!(checked.checked.draft().marked(), "Gebyret er 99 kroner.");
    assert_eq!(checked.dossier, shown.dossier, "nothing is kept");
}

#[test]
fn a_stranger_finds_nothing_and_a_wrong_role_may_nothing() {
    let house = house();
    let shown = house.waiting();
    let (draft, revision) = at(&shown);
    for (who, failure) in [
        (caller("annen", "kari", &[Role::Caseworker, Role::Reviewer]), Failure::NotFound),
        (caller("fjordvik", "tor", &[Role::Operator]), Failure::NotFound),
    ] {
        assert_eq!(house.show(&who, draft).err(), Some(failure.clone()));
        assert_eq!(block_on(house.flow.show_log(by(&who), draft)).err(), Some(failure));
    }
    let stranger = caller("annen", "kari", &[Role::Caseworker, Role::Reviewer]);
    let none = Some(Failure::NotFound);
    assert_eq!(block_on(house.flow.find_draft(by(&stranger), &conversation())), Ok(None));
    assert_eq!(house.revise(&stranger, &shown, "x").err(), none);
    assert_eq!(block_on(house.flow.check_draft(by(&stranger), draft, ("x", Some(1)))).err(), none);
    assert_eq!(block_on(house.flow.take_over(by(&stranger), (draft, revision))).err(), none);
    assert_eq!(block_on(house.flow.request_review(by(&stranger), (draft, revision), None)).err(), none);
    assert_eq!(block_on(house.flow.release_draft(by(&stranger), (draft, revision))).err(), none);
    assert_eq!(block_on(house.flow.sweep_sent(by(&stranger), draft)).err(), none);
    assert_eq!(house.decide(&stranger, &shown, super::approval(&shown)).err(), none);
    assert_eq!(block_on(house.flow.list_reviews(by(&stranger))), Ok(vec![]));
    let operator = caller("fjordvik", "tor", &[Role::Operator]);
    let denied = Some(Failure::NotAllowed);
    assert_eq!(house.prepare(&operator, order(false)).err(), denied);
    assert_eq!(house.revise(&operator, &shown, "x").err(), denied);
    assert_eq!(block_on(house.flow.list_reviews(by(&kari()))).err(), denied);
    assert_eq!(house.decide(&ola(), &shown, super::approval(&shown)).err(), denied);
    assert_eq!(house.show(&liv(), &DraftId::new("ukjent")).err(), none);
}

#[test]
fn in_a_shared_mailbox_a_colleague_sees_the_draft_and_takes_it_over() {
    let house = house();
    let shown = house.with_fee();
    let seen = block_on(house.flow.find_draft(by(&ola()), &conversation())).expect("found").expect("a draft");
    assert_eq!((seen.mine, seen.next.as_slice()), (false, [dossier::Step::TakeOver].as_slice()));
    for refused in [
        block_on(house.flow.request_review(by(&ola()), at(&shown), None)).err(),
        block_on(house.flow.release_draft(by(&ola()), at(&shown))).err(),
    ] {
        assert_eq!(refused, Some(Failure::Blocked(Blocked::NotAuthor)));
    }
    let edit = house.revise(&ola(), &shown, "Hei.").err();
    assert_eq!((edit, house.prepare(&ola(), order(true)).err()), (not_author(), not_author()));
    let taken = block_on(house.flow.take_over(by(&ola()), at(&shown))).expect("taken over");
    let again = block_on(house.flow.take_over(by(&ola()), at(&shown))).expect("the same");
    assert_eq!((taken.mine, taken.dossier.authors().len()), (true, 2));
    assert_eq!(taken.dossier, again.dossier);
}

#[test]
fn a_draft_in_somebodys_own_mailbox_is_not_a_colleagues() {
    let house = house();
    let own = |caller: &domain::port::Caller| {
        let order = order(false);
        house.prepare(caller, Order { key: dossier::MailKey { mailbox: None, ..order.key }, ..order })
    };
    let shown = own(&kari()).expect("a draft");
    assert_eq!(shown.dossier.from, "kari@fjordvik.kommune.no");
    assert_eq!(block_on(house.flow.find_draft(by(&ola()), &conversation())), Ok(None));
    assert_eq!(house.show(&ola(), &shown.dossier.id).err(), Some(Failure::NotFound));
    let told = own(&ola()).err();
    assert_eq!(told, Some(Failure::Blocked(Blocked::OfAnother("kari Nordby".into()))));
}

#[test]
fn newer_mail_voids_an_approval_and_keeps_an_edited_text() {
    let house = house();
    let approved = house.approved();
    house.clock.pass(SignedDuration::from_hours(1));
    house
        .post
        .receive(&conversation(), question("m9", "2026-03-02T10:30:00Z", "Hei igjen! Gjelder gebyret også garasje?"));
    let found = block_on(house.flow.find_draft(by(&kari()), &conversation())).expect("found").expect("a draft");
    assert_eq!((found.newer, found.dossier.status, found.approved), (1, Status::Drafted, false));
    assert_eq!(found.dossier.current().marked, approved.dossier.current().marked);
    assert!(found.thread.answered().visible.contains("garasje"), "the newest mail is the one answered");
    let release = block_on(house.flow.release_draft(by(&kari()), at(&found))).err();
    assert_eq!(release, Some(Failure::Blocked(Blocked::Unready(send::Blocked::NeedsReview))));
    let settled = block_on(house.flow.find_draft(by(&kari()), &conversation())).expect("found").expect("a draft");
    assert_eq!((settled.newer, settled.dossier), (0, found.dossier));
}

fn not_author() -> Option<Failure> {
    Some(Failure::Blocked(Blocked::NotAuthor))
}

#[test]
fn opening_the_conversation_after_it_was_sent_settles_it() {
    let house = house();
    let approved = house.approved();
    block_on(house.flow.release_draft(by(&kari()), at(&approved))).expect("released");
    let letter = approved.checked.draft().letter();
    house.post.send(&conversation(), sent(&letter));
    assert_eq!(block_on(house.flow.find_draft(by(&ola()), &conversation())), Ok(None));
    assert_eq!(house.trail("fjordvik").last(), Some(&"draft_sent"));
    let seen = house.show(&kari(), &approved.dossier.id).expect("shown");
    assert!(seen.dossier.seal.is_some_and(|seal| seal.sent.is_some()));
}

#[test]
fn newer_mail_has_an_untouched_draft_written_anew_for_its_author_only() {
    let house = house();
    let first = house.prepare(&kari(), order(false)).expect("a draft");
    house
        .post
        .receive(&conversation(), question("m9", "2026-03-02T09:30:00Z", "Hei igjen! Hva er gebyret for garasje?"));
    let seen = house.prepare(&ola(), order(false)).expect("seen");
    assert_eq!(
        (seen.newer, seen.mine, seen.dossier.current().marked == first.dossier.current().marked),
        (1, false, true)
    );
    house.post.receive(&conversation(), question("m10", "2026-03-02T09:40:00Z", "Og hva koster en bod?"));
    let mut latest = order(false);
    latest.key.mail = vocabulary::MailId::new("m10");
    let anew = house.prepare(&kari(), latest).expect("written anew");
    assert_eq!((anew.newer, anew.dossier.current().writer.as_str(), anew.dossier.current().number), (1, "builtin", 3));
    assert!(anew.thread.answered().visible.contains("bod"));
}

#[test]
fn written_anew_over_the_revision_that_was_seen_happens_once() {
    let house = house();
    let first = house.prepare(&kari(), order(false)).expect("a draft");
    let press = || Order { seen: Some(first.dossier.current().number), ..order(true) };
    let anew = house.prepare(&kari(), press()).expect("anew");
    let again = house.prepare(&kari(), press()).expect("the same press");
    assert_eq!((anew.dossier.current().number, &again.dossier), (2, &anew.dossier));
}
