//! Text that has been kept long enough, or that a person asks to have erased, is gone; what is left says so to whoever had to do with it.

use super::{PER, approval, block_on, by, caller, conversation, house, kari, liv, moment, ola, order};
use crate::{Blocked, Failure, Gone, Kept, tests::House};
use domain::{
    audit::{Action, Link},
    basis::Said,
    dossier::{MailKey, Subject, Tie},
    port::{Change, FailureKind, TenantStore},
    rule::{Retention, retention::Kind},
    send::{Answer, Outgoing, Why},
    sort::Class,
};
use jiff::SignedDuration;
use std::sync::Arc;
use vocabulary::{Language, MailId, Role, Status, TenantId};

fn days(number: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * number)
}

impl House {
    fn shelf(&self, tenant: &str) -> Arc<dyn TenantStore> {
        self.flow.store.tenant(&TenantId::new(tenant))
    }

    fn links(&self) -> Vec<Link> {
        block_on(self.shelf("fjordvik").entries(0, 1000)).expect("a trail")
    }

    fn erase(&self, subject: &str) -> Gone {
        let (store, tenant) = (self.shelf("fjordvik"), TenantId::new("fjordvik"));
        let kept = Kept { store: store.as_ref(), tenant: &tenant, now: self.flow.clock.now() };
        block_on(kept.erase(&subject.parse().expect("a subject"))).expect("erased")
    }

    /// As the real sweep leaves it.
    fn sent(&self) {
        let approved = self.approved();
        let (store, now) = (self.shelf("fjordvik"), self.flow.clock.now());
        let next = approved.dossier.sent(now);
        let entry = domain::audit::Entry::of(Action::DraftSent, now).about(&next.id, next.current().number);
        block_on(Change::to(next).commit(store.as_ref(), entry)).expect("sent");
    }
}

fn facts(link: &Link) -> Vec<(&str, &str)> {
    link.entry.facts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[test]
fn a_reply_that_left_goes_after_its_days_and_a_draft_after_others() {
    for (is_sent, limit, kind) in [(true, 30, Kind::Answered), (false, 90, Kind::Unsent)] {
        let house = house();
        if is_sent {
            house.sent()
        } else {
            drop(house.waiting())
        }
        house.clock.pass(days(limit) - SignedDuration::from_secs(1));
        assert_eq!(block_on(house.flow.erase_expired()).expect("a run").count(), 0, "{kind:?}: not a second early");
        house.clock.pass(SignedDuration::from_secs(1));
        let erased = block_on(house.flow.erase_expired()).expect("a run");
        assert_eq!(erased.of, [(kind, 1)].into());
        assert_eq!(block_on(house.flow.erase_expired()).expect("a run").count(), 0, "twice");
        assert!(block_on(house.shelf("fjordvik").latest_in(&conversation())).expect("asked").is_none());
        assert_eq!(house.trail("fjordvik").iter().filter(|name| **name == "text_erased").count(), 1);
        let links = house.links();
        let last = links.last().expect("an entry");
        let told = [("kind", kind.name()), ("why", "retention"), ("mails", "1"), ("revisions", "2")];
        assert_eq!(facts(last)[..4], told);
        assert_eq!(facts(last)[4], ("days", if is_sent { "30" } else { "90" }));
        assert_eq!(last.entry.person, None, "the clock did it");
        assert!(!format!("{last:?}").contains("Haug"));
    }
}

#[test]
fn the_house_sets_the_days() {
    let mut house = house();
    house.flow.rules.retention = Retention { unsent: 7, ..Retention::default() };
    house.waiting();
    house.clock.pass(days(7));
    assert_eq!(block_on(house.flow.erase_expired()).expect("a run").count(), 1);
}

#[test]
fn a_clock_that_goes_back_erases_nothing_early() {
    let house = house();
    house.sent();
    house.clock.pass(days(29));
    house.clock.pass(days(-4000));
    assert_eq!(block_on(house.flow.erase_expired()).expect("a run").count(), 0);
    // What is written while it is behind is counted from when it was begun, which was later.
    let again = house.prepare(&kari(), order(true)).expect("a draft");
    house.clock.pass(days(4000 - 29));
    let erased = block_on(house.flow.erase_expired()).expect("a run");
    assert!(erased.of.keys().all(|kind| *kind == Kind::Unsent), "the reply that left is young: {erased:?}");
    drop(again);
}

#[test]
fn what_somebody_works_on_is_not_due_and_a_failing_store_loses_nothing() {
    let house = house();
    let shown = house.with_fee();
    house.clock.pass(days(89));
    let text = shown.dossier.current().marked.replace("Vennlig", "Beste");
    house.revise(&kari(), &shown, &text).expect("an edit");
    house.clock.pass(days(89));
    assert_eq!(block_on(house.flow.erase_expired()).expect("a run").count(), 0);
    house.clock.pass(days(1));
    house.shelves.fail(Some(FailureKind::Unavailable));
    assert!(block_on(house.flow.erase_expired()).is_err());
    house.shelves.fail(None);
    assert_eq!(block_on(house.flow.erase_expired()).expect("a run").count(), 1);
}

#[test]
fn an_approval_that_waits_for_an_erased_draft_ends_with_a_sentence_and_the_gate_holds() {
    let house = house();
    let waiting = house.waiting();
    house.clock.pass(days(90));
    block_on(house.flow.erase_expired()).expect("a run");
    let erased = Err(Failure::Blocked(Blocked::Erased));
    assert_eq!(house.decide(&liv(), &waiting, approval(&waiting)).map(drop), erased);
    assert_eq!(block_on(house.flow.list_reviews(by(&liv()))).map(|queue| queue.len()), Ok(0));
    // Its author and the auditor are told; who had nothing to do with it, and another body, hear what they always heard.
    let id = &waiting.dossier.id;
    assert_eq!(house.show(&kari(), id).map(drop), erased);
    assert_eq!(house.show(&caller("fjordvik", "tor", &[Role::Auditor]), id).map(drop), erased);
    assert_eq!(house.show(&ola(), id).map(drop), Err(Failure::NotFound));
    assert_eq!(house.show(&caller("bjerkedal", "liv", &[Role::Reviewer]), id).map(drop), Err(Failure::NotFound));
    let revised = house.revise(&kari(), &waiting, "Hei");
    assert_eq!(revised.map(drop), erased);
}

#[test]
fn a_sealed_reply_that_was_erased_does_not_pass_the_gate() {
    let house = house();
    let approved = house.approved();
    let (id, revision) = super::at(&approved);
    let released = block_on(house.flow.release_draft(by(&kari()), (id, revision))).expect("sealed");
    let reference = released.shown.dossier.reference;
    assert_eq!(house.erase(PER).dossiers.len(), 1);
    let outgoing = Outgoing {
        conversation: Some(conversation()),
        from: super::OURS.into(),
        to: vec![PER.into()],
        text: format!("Gebyret er 12 500 kroner.\n\nRef. {reference}"),
        reference: Some(reference),
        ..Outgoing::default()
    };
    let answer = block_on(house.flow.confirm_send(outgoing, Language::Nb)).expect("an answer");
    assert_eq!(answer, Answer::Stop(Why::UnknownReference));
    // A new draft of the same conversation begins as if there had been none.
    let anew = house.prepare(&kari(), order(false)).expect("a draft");
    assert_eq!((anew.dossier.current().number, anew.dossier.status), (1, Status::Drafted));
}

#[test]
fn what_an_answer_was_based_on_still_tells_what_the_trail_holds() {
    let house = house();
    house.sent();
    house.clock.pass(days(30));
    block_on(house.flow.erase_expired()).expect("a run");
    let draft = house.links()[0].entry.draft.clone().expect("a draft");
    let auditor = caller("fjordvik", "tor", &[Role::Auditor]);
    let basis = block_on(house.flow.show_basis(by(&auditor), &draft)).expect("a basis");
    assert!(basis.kept.is_none());
    assert!(basis.commitments().iter().all(|one| one.said == Said::Erased) && !basis.commitments().is_empty());
    assert!(basis.entries.iter().all(|placed| placed.holds(&basis.anchor) == Some(true)));
    let page = domain::basis::page(&basis, Language::Nb);
    for told in ["slettet teksten", "frist i dager: 30", "Teksten er slettet"] {
        assert!(page.contains(told), "{told}: {page}");
    }
}

#[test]
fn a_person_is_erased_once_whole_and_alone() {
    let house = house();
    let waiting = house.waiting();
    let key = MailKey { mail: MailId::new("m1"), conversation: conversation(), mailbox: Some(super::OURS.into()) };
    block_on(house.flow.confirm_sort(by(&kari()), key, (Class::Question, None))).expect("confirmed");
    // The same person in the other house.
    let theirs = house.shelf("bjerkedal");
    let copy = domain::dossier::Dossier { version: 0, ..waiting.dossier.clone() };
    let entry = domain::audit::Entry::of(Action::DraftPrepared, moment("2026-03-02T10:00:00Z"));
    block_on(Change::to(copy).commit(theirs.as_ref(), entry)).expect("saved");
    let (store, tenant) = (house.shelf("fjordvik"), TenantId::new("fjordvik"));
    let kept = Kept { store: store.as_ref(), tenant: &tenant, now: house.flow.clock.now() };
    let subject: Subject = "Per.Haug@example.no".parse().expect("a subject");
    let held = block_on(kept.export(&subject)).expect("what is held");
    assert_eq!((held.dossiers.len(), held.dossiers[0].0, held.confirmed), (1, Tie::Correspondent, 1));
    let gone = house.erase("per.haug@EXAMPLE.no");
    let whole = vec![(Tie::Correspondent, waiting.dossier.id.clone())];
    assert_eq!((gone.dossiers, gone.confirmed, gone.unread.len()), (whole, 1, 0));
    assert_eq!(block_on(store.learned(&[])).expect("counts"), domain::sort::Learned::default());
    let held = block_on(kept.export(&subject)).expect("nothing");
    assert_eq!((held.dossiers.len(), held.confirmed), (0, 0));
    assert_eq!(house.erase("per.haug@example.no"), Gone::default(), "twice");
    assert!(block_on(theirs.dossier(&waiting.dossier.id)).expect("asked").is_some(), "the other house keeps its own");
    let trail = house.trail("fjordvik");
    let is_right = |name: &&&str| ["person_exported", "person_erased", "text_erased", "sort_forgotten"].contains(*name);
    let rights: Vec<_> = trail.iter().filter(is_right).copied().collect();
    assert_eq!(
        rights,
        ["person_exported", "sort_forgotten", "text_erased", "person_erased", "person_exported", "person_erased"]
    );
    assert!(!format!("{:?}", house.links()).contains("example.no"), "the trail does not say who it was");
}

#[test]
fn the_mailbox_that_everybody_writes_to_is_no_person() {
    let house = house();
    let waiting = house.waiting();
    let (store, tenant) = (house.shelf("fjordvik"), TenantId::new("fjordvik"));
    let kept = Kept { store: store.as_ref(), tenant: &tenant, now: house.flow.clock.now() };
    let refused = block_on(kept.erase(&super::OURS.parse().expect("a subject")));
    assert_eq!(refused, Err(Failure::Blocked(Blocked::OwnAddress)));
    assert!(house.show(&kari(), &waiting.dossier.id).is_ok());
}

#[test]
fn a_case_is_erased_by_its_number_and_somebody_else_is_untouched() {
    let house = house();
    house.waiting();
    assert_eq!(house.erase("2026/4321"), Gone::default());
    assert_eq!(house.erase("eva@example.no"), Gone::default());
    assert_eq!(house.erase("2026/1234").dossiers[0].0, Tie::Case);
    let links = house.links();
    let last = links.last().expect("an entry");
    assert_eq!(
        (last.entry.action, last.entry.case.map(|case| case.to_string())),
        (Action::PersonErased, Some("2026/1234".into()))
    );
}

#[test]
fn an_employee_who_left_loses_the_signature_and_nothing_that_was_written_on_duty() {
    let house = house();
    let waiting = house.waiting();
    let account = "0a1b2c3d-0000-4000-8000-0123456789ab";
    let who = caller("fjordvik", account, &[Role::Caseworker]);
    block_on(house.flow.save_signature(by(&who), "Eva Lie\nFjordvik kommune", Vec::new())).expect("registered");
    let (store, tenant) = (house.shelf("fjordvik"), TenantId::new("fjordvik"));
    let kept = Kept { store: store.as_ref(), tenant: &tenant, now: house.flow.clock.now() };
    let subject: Subject = account.to_uppercase().parse().expect("a subject");
    assert!(block_on(kept.export(&subject)).expect("held").signature.is_some());
    let gone = house.erase(account);
    assert_eq!((gone.signature, gone.dossiers.len()), (true, 0));
    assert_eq!(house.erase(account), Gone::default(), "twice");
    assert_eq!(block_on(house.flow.signature(by(&who))), Ok(None));
    assert!(house.show(&kari(), &waiting.dossier.id).is_ok());
}
