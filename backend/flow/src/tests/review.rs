//! The second person: who may, over what, once.

use super::{approval, at, block_on, by, caller, conversation, house, kari, liv, ola, order, restricted};
use crate::{Blocked, Failure, Word};
use domain::{
    dossier::Step,
    port::{Caller, FailureKind},
    review::Refusal,
    rule::access::{AccessTable, Circle, Grant},
    send,
};
use jiff::SignedDuration;
use vocabulary::{GroupId, Role, Severity, Status};

#[test]
fn a_fee_needs_a_second_person_before_it_leaves() {
    let house = house();
    let shown = house.with_fee();
    let heaviest = shown.checked.findings().iter().map(|finding| finding.severity).max();
    assert_eq!((heaviest, shown.next.first()), (Some(Severity::Verify), Some(&Step::RequestReview)));
    let release = || block_on(house.flow.release_draft(by(&kari()), at(&shown))).err();
    let needs_review = Some(Failure::Blocked(Blocked::Unready(send::Blocked::NeedsReview)));
    assert_eq!(release(), needs_review);
    let waiting = block_on(house.flow.request_review(by(&kari()), at(&shown), None)).expect("asked for");
    assert_eq!((waiting.dossier.status, release()), (Status::AwaitingReview, needs_review));
}

#[test]
fn the_queue_tells_what_waits_how_long_and_for_whom() {
    let house = house();
    let waiting = house.waiting();
    let again = block_on(house.flow.request_review(by(&kari()), at(&waiting), None)).expect("the same");
    assert_eq!(again.dossier, waiting.dossier, "asking twice is one");
    house.clock.pass(SignedDuration::from_mins(90));
    let queue = block_on(house.flow.list_reviews(by(&liv()))).expect("a queue");
    let [one] = queue.as_slice() else { panic!("{queue:?}") };
    assert_eq!((one.from_name.as_str(), one.waited_minutes, one.decidable), ("Per Haug", 90, true));
    assert!(one.findings.first().is_some_and(|(severity, _)| *severity == Severity::Verify));
    let author = caller("fjordvik", "kari", &[Role::Caseworker, Role::Reviewer]);
    let own = block_on(house.flow.list_reviews(by(&author))).expect("a queue");
    assert!(own.iter().all(|waiting| !waiting.decidable));
}

#[test]
fn a_word_that_does_not_count_is_refused_and_recorded() {
    let house = house();
    let waiting = house.waiting();
    let author = caller("fjordvik", "kari", &[Role::Caseworker, Role::Reviewer]);
    let said = approval(&waiting);
    let unticked = Word { ticked: Vec::new(), ..said.clone() };
    let other_text = Word { fingerprint: "0".repeat(64), ..said.clone() };
    let silent = Word { approve: false, comment: "  ".into(), ..said.clone() };
    for (who, word, reason) in [
        (&author, said.clone(), "own_draft"),
        (&liv(), unticked, "not_ticked"),
        (&liv(), other_text, "changed"),
        (&liv(), silent, "comment_missing"),
    ] {
        let refused = house.decide(who, &waiting, word);
        let Err(Failure::Blocked(Blocked::Refused(refusal))) = refused else { panic!("{reason}: {refused:?}") };
        assert_eq!(refusal.name(), reason);
    }
    assert_eq!(house.trail("fjordvik").iter().filter(|name| **name == "review_refused").count(), 4);
    assert_eq!(house.show(&liv(), &waiting.dossier.id).expect("shown").dossier.status, Status::AwaitingReview);
    let stale = Word { revision: 1, ..said };
    assert_eq!(house.decide(&liv(), &waiting, stale).err(), Some(Failure::Stale));
}

#[test]
fn of_two_reviewers_the_second_is_stale_and_the_same_word_twice_is_one() {
    let house = house();
    let waiting = house.waiting();
    let tor = caller("fjordvik", "tor", &[Role::Reviewer]);
    let approved = house.decide(&liv(), &waiting, approval(&waiting)).expect("approved");
    let again = house.decide(&liv(), &waiting, approval(&waiting)).expect("the same");
    assert_eq!(approved.dossier, again.dossier);
    assert_eq!(house.decide(&tor, &waiting, approval(&waiting)).err(), Some(Failure::Stale));
    let otherwise = Word { approve: false, comment: "Nei".into(), ..approval(&waiting) };
    assert_eq!(house.decide(&liv(), &waiting, otherwise).err(), Some(Failure::Stale));
    assert_eq!(house.trail("fjordvik").iter().filter(|name| **name == "draft_approved").count(), 1);
}

#[test]
fn nobody_decides_what_nobody_asked_about() {
    let house = house();
    let shown = house.with_fee();
    let refused = house.decide(&liv(), &shown, approval(&shown)).err();
    assert_eq!(
        refused,
        Some(Failure::Blocked(Blocked::NotAsked)),
        "in a shared mailbox the draft is known to all who write"
    );
}

#[test]
fn a_return_goes_back_with_its_word() {
    let house = house();
    let waiting = house.waiting();
    let word = Word { approve: false, ticked: Vec::new(), comment: " Sjekk satsen. ".into(), ..approval(&waiting) };
    let returned = house.decide(&liv(), &waiting, word).expect("returned");
    let seen = house.show(&kari(), &returned.dossier.id).expect("shown");
    assert_eq!(
        (seen.dossier.status, seen.ruling.map(|ruling| ruling.comment)),
        (Status::Returned, Some("Sjekk satsen.".into()))
    );
    assert_eq!(seen.next.first(), Some(&Step::RequestReview));
}

#[test]
fn a_text_sent_back_is_the_authors_once_adopted_and_its_proposer_may_approve_it() {
    let house = house();
    let waiting = house.waiting();
    let text = waiting.dossier.current().marked.replace("Vennlig hilsen", "Beste hilsen");
    let word = |text: &str| Word { approve: false, proposal: Some(text.to_owned()), ..approval(&waiting) };
    let unreadable = house.decide(&liv(), &waiting, word(" ")).err();
    assert!(matches!(unreadable, Some(Failure::BadInput { field: "proposal", .. })), "{unreadable:?}");
    let unchanged = house.decide(&liv(), &waiting, word(&waiting.dossier.current().marked)).err();
    assert_eq!(
        unchanged,
        Some(Failure::Blocked(Blocked::Refused(Refusal::CommentMissing))),
        "the same text says nothing"
    );
    let returned = house.decide(&liv(), &waiting, word(&text)).expect("returned with a text");
    assert!(returned.dossier.authors().iter().all(|author| *author != liv().person.id), "who proposes has not edited");
    let seen = house.show(&kari(), &returned.dossier.id).expect("shown");
    assert_eq!(seen.next.first(), Some(&Step::Adopt));
    let changed: Vec<String> =
        seen.dossier.proposed().iter().filter(|s| !s.is_same()).map(|s| s.text().trim().to_owned()).collect();
    assert_eq!(changed, ["Vennlig", "Beste"]);
    let proposed = seen.dossier.proposal().map(|(_, text)| text.to_owned()).expect("a text");
    let adopted = house.revise(&kari(), &seen, &proposed).expect("adopted");
    assert_eq!((adopted.dossier.current().author.clone(), adopted.dossier.proposal()), (kari().person.id, None));
    let asked = block_on(house.flow.request_review(by(&kari()), at(&adopted), None)).expect("asked again");
    let read = house.show(&liv(), &asked.dossier.id).expect("shown");
    let approved = house.decide(&liv(), &read, approval(&read)).expect("approved by who proposed it");
    assert!(approved.approved);
}

#[test]
fn an_edit_after_approval_voids_it_and_shows_the_difference_alone() {
    let house = house();
    let approved = house.approved();
    let text = approved.dossier.current().marked.replace("Vennlig hilsen", "Beste hilsen");
    let edited = house.revise(&kari(), &approved, &text).expect("an edit");
    assert_eq!((edited.dossier.status, edited.approved, edited.ruling.is_none()), (Status::Drafted, false, true));
    let changed: Vec<&str> = edited.changes.iter().filter(|s| !s.is_same()).map(|s| s.text().trim()).collect();
    assert_eq!(changed, ["Vennlig", "Beste"]);
    let refused = block_on(house.flow.release_draft(by(&kari()), at(&edited))).err();
    assert_eq!(refused, Some(Failure::Blocked(Blocked::Unready(send::Blocked::NeedsReview))));
    assert_eq!(house.decide(&liv(), &approved, approval(&approved)).err(), Some(Failure::Stale));
}

#[test]
fn a_lead_who_edits_becomes_an_author() {
    let house = house();
    let waiting = house.waiting();
    let text = waiting.dossier.current().marked.replace("Vennlig", "Beste");
    let edited = house.revise(&liv(), &waiting, &text).expect("an edit");
    let asked = block_on(house.flow.request_review(by(&liv()), at(&edited), None)).expect("asked for");
    let refused = house.decide(&liv(), &asked, approval(&asked)).err();
    assert_eq!(refused, Some(Failure::Blocked(Blocked::Refused(Refusal::OwnDraft))));
    let other = caller("fjordvik", "siv", &[Role::Reviewer]);
    assert!(house.decide(&other, &asked, approval(&asked)).is_ok());
}

#[test]
fn a_gap_is_filled_before_anybody_is_asked() {
    let house = house();
    let shown = house.prepare(&kari(), order(false)).expect("a draft");
    let gap = house.revise(&kari(), &shown, "Hei Per.\n\nVi svarer innen ⟦dato⟧.").expect("an edit");
    assert_eq!(gap.next.first(), Some(&Step::Fill));
    let open = Some(Failure::Blocked(Blocked::Unready(send::Blocked::OpenGap)));
    assert_eq!(block_on(house.flow.request_review(by(&kari()), at(&gap), None)).err(), open);
    assert_eq!(block_on(house.flow.release_draft(by(&kari()), at(&gap))).err(), open);
    assert_eq!(
        block_on(house.flow.take_over(by(&ola()), at(&gap))).expect("taken over").next.first(),
        Some(&Step::Fill)
    );
}

#[test]
fn what_came_back_reaches_its_author_until_they_go_on_with_it() {
    let house = house();
    let away = |who: &Caller| block_on(house.flow.list_decided(by(who), &[])).expect("a list");
    let waiting = house.waiting();
    assert_eq!((away(&kari()).waiting, away(&kari()).decided.len()), (1, 0));
    let approved = house.decide(&liv(), &waiting, approval(&waiting)).expect("approved");
    let back = away(&kari());
    let [one] = back.decided.as_slice() else { panic!("{back:?}") };
    assert_eq!(
        (back.waiting, one.from_name.as_str(), one.by.as_str(), one.approved),
        (0, "Per Haug", "liv Nordby", true)
    );
    assert_eq!(away(&ola()), crate::Away::default(), "to nobody else");
    block_on(house.flow.release_draft(by(&kari()), at(&approved))).expect("released");
    assert_eq!(away(&kari()), crate::Away::default());
}

#[test]
fn a_role_that_was_taken_away_counts_no_more() {
    let house = house();
    let waiting = house.waiting();
    let before = liv();
    let mut now = before.person.clone();
    now.roles = vec![Role::Caseworker];
    house.badges.give(before.token.reveal(), now);
    assert_eq!(house.decide(&before, &waiting, approval(&waiting)).err(), Some(Failure::NotAllowed));
    house.badges.give(before.token.reveal(), before.person.clone());
    assert!(house.decide(&before, &waiting, approval(&waiting)).is_ok());
}

/// A draft that rests on what a colleague may not see is not there for them: not in the queue, not by its id, not in the mailbox they share.
#[test]
fn a_draft_is_shown_to_who_may_see_what_it_rests_on() {
    let house = house();
    house.archive.file(restricted("2026/1234-2", "Legeerklæringen kom 2. februar 2026."));
    let waiting = house.waiting();
    assert!(waiting.dossier.restricted().iter().any(|source| source.record == "2026/1234-2"));
    let grant = Grant { code: "UO".into(), circle: Circle::Responsible, groups: vec![GroupId::new("bygg")] };
    house.archive.guard(AccessTable::of(vec![grant], Vec::new()).expect("a table"));
    let within = |mut caller: Caller| {
        caller.person.groups = vec![GroupId::new("bygg")];
        caller
    };
    let auditor = caller("fjordvik", "tor", &[Role::Auditor]);
    let draft = &waiting.dossier.id;
    for (who, sees) in
        [(liv(), false), (within(liv()), true), (ola(), false), (within(ola()), true), (kari(), true), (auditor, true)]
    {
        let name = who.person.id.clone();
        assert_eq!(house.show(&who, draft).err(), (!sees).then_some(Failure::NotFound), "{name}");
        if who.person.is(Role::Reviewer) {
            let queue = block_on(house.flow.list_reviews(by(&who))).expect("a queue");
            let away = block_on(house.flow.list_decided(by(&who), &[])).expect("a count");
            assert_eq!((queue.len(), away.to_decide), (usize::from(sees), usize::from(sees)), "{name}");
        }
        if who.person.is_writer() {
            let found = block_on(house.flow.find_draft(by(&who), &conversation())).expect("an answer");
            assert_eq!(found.is_some(), sees, "{name} in the mailbox");
        }
    }
    assert_eq!(house.decide(&liv(), &waiting, approval(&waiting)).err(), Some(Failure::NotFound));
    let blocked = house.prepare(&ola(), order(false)).err();
    assert_eq!(blocked, Some(Failure::Blocked(Blocked::OfAnother("kari Nordby".into()))));
    house.archive.fail(Some(FailureKind::Unavailable));
    assert!(matches!(house.show(&within(liv()), draft), Err(Failure::Outside(_))), "nobody can say whether they may");
    assert_eq!(block_on(house.flow.list_decided(by(&within(liv())), &[])).expect("a count").to_decide, 0);
}

#[test]
fn after_an_approval_the_difference_to_it_is_shown_and_what_it_does_not_touch_stays_ticked() {
    let tor = caller("fjordvik", "tor", &[Role::Reviewer]);
    let (typo, fee) = (("Vennlig", "Venleg"), ("Gebyret", "Gebyr"));
    for (change, who, newer, kept) in [
        (typo, &liv(), false, true),
        (typo, &tor, false, false),
        (fee, &liv(), false, false),
        (typo, &liv(), true, false),
    ] {
        let house = house();
        let approved = house.approved();
        let text = approved.dossier.current().marked.clone();
        let first = house.revise(&kari(), &approved, &text.replace(change.0, "Hm")).expect("an edit");
        if newer {
            let mail = super::question("m2", "2026-03-02T11:05:00Z", "Haster det?");
            house.post.receive(&conversation(), mail);
            block_on(house.flow.find_draft(by(&kari()), &conversation())).expect("taken in");
        }
        let first = house.show(&kari(), &first.dossier.id).expect("shown");
        let second = house.revise(&kari(), &first, &text.replace(change.0, change.1)).expect("another");
        let waiting = block_on(house.flow.request_review(by(&kari()), at(&second), None)).expect("asked for");
        let seen = house.show(who, &waiting.dossier.id).expect("shown");
        let keys: Vec<String> = seen.checked.findings().iter().map(domain::check::Finding::key).collect();
        let changed: Vec<_> = seen.dossier.changes().into_iter().filter(|one| !one.is_same()).collect();
        let said: String = changed.iter().map(domain::dossier::Stretch::text).collect();
        assert!(said.contains(change.1) && !said.contains("Hm"), "{said}");
        assert_eq!(seen.ticked, if kept { keys } else { Vec::new() }, "{change:?} {newer}");
        assert!(house.show(&kari(), &waiting.dossier.id).expect("shown").ticked.is_empty(), "an author ticks nothing");
    }
}
