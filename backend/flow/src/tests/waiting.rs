//! Whom a draft waits for: addressed, reminded of, overdue, and with a stand-in; and what a stand-in may not.

use super::{House, at, block_on, by, caller, house, kari, liv};
use crate::{Blocked, Failure, Kept, Shown};
use domain::{
    dossier::{Step, Subject},
    port::{Caller, Store},
    review::{Approver, Refusal, approver::KEPT_DAYS},
};
use jiff::SignedDuration;
use vocabulary::{PersonId, Role, TenantId};

fn siv() -> Caller {
    caller("fjordvik", "siv", &[Role::Reviewer])
}

/// Kari, who may approve what others write.
fn lead() -> Caller {
    caller("fjordvik", "kari", &[Role::Caseworker, Role::Reviewer])
}

fn met(house: &House, who: &Caller) -> Vec<Approver> {
    block_on(house.flow.approvers(by(who))).expect("a list")
}

fn ask(house: &House, shown: &Shown, to: &str) -> Result<Shown, Failure> {
    block_on(house.flow.request_review(by(&kari()), at(shown), Some(&PersonId::new(to))))
}

fn away(house: &House, who: &Caller, until: Option<&str>, stand_in: Option<&str>) -> Result<(), Failure> {
    block_on(house.flow.say_away(by(who), (until, stand_in.map(PersonId::new))))
}

/// Whether the one draft of the list is among a person's own, and the number on their button.
fn mine(house: &House, who: &Caller) -> (bool, usize) {
    let queue = block_on(house.flow.list_reviews(by(who))).expect("a queue");
    let count = block_on(house.flow.list_decided(by(who), &met(house, who))).expect("a count");
    (queue[0].mine, count.to_decide)
}

#[test]
fn a_draft_is_addressed_to_somebody_known_who_may_approve_it() {
    let house = house();
    let shown = house.with_fee();
    let refused = |to: &str| match ask(&house, &shown, to) {
        Err(Failure::BadInput { field, .. }) => field,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused("liv"), "to", "nobody has seen Liv yet");
    for who in [liv(), siv(), lead()] {
        met(&house, &who);
    }
    assert_eq!(refused("kari"), "to", "the author");
    let asked = ask(&house, &shown, "liv").expect("asked for");
    assert_eq!(asked.dossier.addressee().map(|to| to.name.as_str()), Some("liv Nordby"));
    assert_eq!((mine(&house, &liv()), mine(&house, &siv())), ((true, 1), (false, 0)));
    // It is an address, not a lock: whoever may decide still may.
    let other = ask(&house, &asked, "siv").expect("another address");
    assert_eq!(other.dossier.asked_at(), asked.dossier.asked_at(), "it has waited all the same");
    assert_eq!((mine(&house, &liv()), mine(&house, &siv())), ((false, 0), (true, 1)));
    let approved = house.decide(&liv(), &other, super::approval(&other)).expect("approved");
    assert!(approved.approved);
}

#[test]
fn a_stand_in_has_the_list_of_who_is_away_until_the_day() {
    let house = house();
    for who in [liv(), siv()] {
        met(&house, &who);
    }
    ask(&house, &house.with_fee(), "liv").expect("asked for");
    for (until, stand_in, field) in [
        (Some("2026-03-01"), Some("siv"), "until"),
        (Some("i morgen"), Some("siv"), "until"),
        (None, Some("siv"), "until"),
        (Some("2026-03-03"), None, "stand_in"),
        (Some("2026-03-03"), Some("liv"), "stand_in"),
        (Some("2026-03-03"), Some("nobody"), "stand_in"),
    ] {
        let told = away(&house, &liv(), until, stand_in);
        assert!(matches!(&told, Err(Failure::BadInput { field: f, .. }) if *f == field), "{until:?} {told:?}");
    }
    assert_eq!(away(&house, &kari(), None, None), Err(Failure::NotAllowed));
    away(&house, &liv(), Some("2026-03-03"), Some("siv")).expect("said");
    assert_eq!((mine(&house, &liv()).0, mine(&house, &siv()).0), (true, true));
    house.clock.pass(SignedDuration::from_hours(48));
    assert!(!mine(&house, &siv()).0, "Liv is back");
    away(&house, &liv(), Some("2026-03-09"), Some("siv")).expect("said again");
    away(&house, &liv(), None, None).expect("back early");
    assert!(!mine(&house, &siv()).0);
    assert_eq!(house.trail("fjordvik").iter().filter(|name| **name == "absence_stated").count(), 3);
}

#[test]
fn an_author_approves_nothing_whoever_they_stand_in_for() {
    let house = house();
    for who in [liv(), siv()] {
        met(&house, &who);
    }
    let asked = ask(&house, &house.with_fee(), "liv").expect("asked for");
    met(&house, &lead());
    away(&house, &liv(), Some("2026-03-09"), Some("kari")).expect("Kari stands in");
    assert_eq!(mine(&house, &lead()), (false, 0));
    let refused = house.decide(&lead(), &asked, super::approval(&asked)).err();
    assert_eq!(refused, Some(Failure::Blocked(Blocked::Refused(Refusal::OwnDraft))));
    // Nor an earlier editor: Liv changes a word, Kari takes it back and asks again, Siv is away with Liv in her place.
    let text = asked.dossier.current().marked.replace("Vennlig", "Beste");
    let edited = house.revise(&liv(), &asked, &text).expect("an edit");
    let back = block_on(house.flow.take_over(by(&kari()), at(&edited))).expect("taken over");
    let again = ask(&house, &back, "siv").expect("asked again");
    assert!(ask(&house, &back, "liv").is_err(), "who wrote in it cannot be named");
    away(&house, &siv(), Some("2026-03-09"), Some("liv")).expect("Liv stands in");
    assert!(!mine(&house, &liv()).0);
    let refused = house.decide(&liv(), &again, super::approval(&again)).err();
    assert_eq!(refused, Some(Failure::Blocked(Blocked::Refused(Refusal::OwnDraft))));
}

#[test]
fn what_waits_too_long_is_told_to_both_and_reminded_of_once_a_day() {
    let house = house();
    let waiting = house.waiting();
    let remind = |who: &Caller| block_on(house.flow.remind_review(by(who), at(&waiting)));
    let count = |who: &Caller| block_on(house.flow.list_decided(by(who), &met(&house, who))).expect("a count");
    assert_eq!((count(&kari()).overdue, count(&liv()).pressing), (0, 0));
    assert_eq!(waiting.next.first(), Some(&Step::Remind));
    assert_eq!(remind(&liv()).err(), Some(Failure::Blocked(Blocked::NotAuthor)));
    let reminded = remind(&kari()).expect("reminded");
    assert!(!reminded.next.contains(&Step::Remind));
    assert_eq!(remind(&kari()).expect("the same").dossier, reminded.dossier);
    assert_eq!(house.trail("fjordvik").iter().filter(|name| **name == "review_reminded").count(), 1);
    assert_eq!((count(&kari()).overdue, count(&liv()).pressing), (0, 1));
    // Asked on a Monday with one working day: on Wednesday it is overdue.
    house.clock.pass(SignedDuration::from_hours(48));
    let queue = block_on(house.flow.list_reviews(by(&liv()))).expect("a queue");
    assert_eq!((queue[0].wait.overdue, queue[0].wait.due.to_string().as_str()), (true, "2026-03-03"));
    assert_eq!((count(&kari()).overdue, count(&liv()).pressing), (1, 1));
    assert_eq!(house.show(&kari(), &waiting.dossier.id).expect("shown").next.first(), Some(&Step::Remind));
    let decided = house.decide(&liv(), &waiting, super::approval(&waiting)).expect("approved");
    let late = block_on(house.flow.remind_review(by(&kari()), at(&decided))).err();
    assert_eq!(late, Some(Failure::Blocked(Blocked::NotAsked)));
}

#[test]
fn who_may_approve_is_known_while_they_have_the_role_and_are_seen() {
    let house = house();
    let names = |known: &[Approver]| known.iter().map(|one| one.person.to_string()).collect::<Vec<_>>();
    assert_eq!(names(&met(&house, &kari())), [""; 0]);
    assert_eq!(names(&met(&house, &liv())), ["liv"]);
    met(&house, &liv());
    assert_eq!(house.trail("fjordvik").iter().filter(|name| **name == "approver_known").count(), 1, "once a day");
    met(&house, &siv());
    let demoted = caller("fjordvik", "siv", &[Role::Caseworker]);
    assert_eq!(names(&met(&house, &demoted)), ["liv"], "without the role");
    let other = caller("bjerkedal", "tor", &[Role::Reviewer]);
    assert_eq!(names(&met(&house, &other)), ["tor"], "another house");
    house.clock.pass(SignedDuration::from_hours(24 * KEPT_DAYS));
    let erased = block_on(house.flow.erase_expired()).expect("erased");
    assert_eq!((erased.approvers, names(&met(&house, &kari()))), (1, Vec::new()));
}

#[test]
fn an_employee_is_shown_and_erased_as_an_approver_and_as_a_stand_in() {
    let house = house();
    for who in [liv(), siv()] {
        met(&house, &who);
    }
    away(&house, &liv(), Some("2026-03-09"), Some("siv")).expect("said");
    let (tenant, now) = (TenantId::new("fjordvik"), domain::port::Clock::now(house.clock.as_ref()));
    let store = house.shelves.tenant(&tenant);
    let kept = Kept { store: store.as_ref(), tenant: &tenant, now };
    let subject = Subject::Account(PersonId::new("siv"));
    let holding = block_on(kept.export(&subject)).expect("an export");
    assert_eq!(holding.approvers.len(), 2, "herself, and whom she stands in for");
    assert!(block_on(kept.erase(&subject)).expect("erased").approver);
    let left = block_on(store.approvers()).expect("a list");
    assert_eq!(
        left.iter().map(|one| (one.person.as_str(), one.absence.is_some())).collect::<Vec<_>>(),
        [("liv", false)]
    );
    assert!(!block_on(kept.erase(&subject)).expect("nothing").approver);
}
