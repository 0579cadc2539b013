//! Into the journal: what a person confirmed, each mail once, whatever breaks on the way; and nobody else's.

use super::{House, at, block_on, by, caller, conversation, house, kari, liv, ola, question};
use crate::{Blocked, Failure, Shown, Worked, person::Kept};
use domain::{
    audit::Action,
    case::{Access, Case},
    dossier::{Fields, Hindrance, Standing},
    filing::Way,
    port::{
        FailureKind::{Denied, Garbled, NotFound, Refused, Slow, Stale, TooLarge, Unavailable},
        Records,
        fake::Fault::{After, Before},
    },
};
use jiff::SignedDuration;
use vocabulary::{CaseNumber, DraftId, Role, Status, TenantId};

/// A reply to two mails that was sent.
fn sent() -> (House, Shown) {
    let house = house();
    house.post.receive(&conversation(), question("m0", "2026-03-01T08:00:00Z", "Jeg lurer på et gebyr."));
    let approved = house.approved();
    let shown = block_on(house.flow.send_draft(by(&kari()), at(&approved))).expect("it is sent");
    assert_eq!(shown.dossier.status, Status::Sent);
    (house, shown)
}

fn suggested(shown: &Shown) -> Fields {
    shown.card.as_ref().expect("a card").fields.clone()
}

impl House {
    fn journal(&self, draft: &DraftId, fields: Fields) -> Result<Shown, Failure> {
        block_on(self.flow.journal_reply(by(&kari()), draft, fields))
    }

    fn work(&self) -> Worked {
        block_on(self.flow.register_due()).expect("the store works")
    }

    fn standing(&self, draft: &DraftId) -> (Standing, Vec<String>, Option<Hindrance>) {
        let shown = self.show(&kari(), draft).expect("a draft");
        let journalling = shown.dossier.journalling.expect("somebody has said");
        (journalling.standing, journalling.numbers, journalling.hindrance)
    }

    fn left(&self) -> usize {
        block_on(self.flow.store.tenant(&TenantId::new("fjordvik")).postings()).expect("the store works").len()
    }
}

const DONE: Worked = Worked { registered: 1, delayed: 0, stopped: 0 };
const DELAYED: Worked = Worked { registered: 0, delayed: 1, stopped: 0 };
const STOPPED: Worked = Worked { registered: 0, delayed: 0, stopped: 1 };

#[test]
fn the_mails_and_the_reply_are_registered_once_and_signed_off() {
    let (house, shown) = sent();
    let draft = shown.dossier.id.clone();
    assert_eq!(house.ledger.asked().len(), 0, "nothing is journalled before a person says so");
    for _ in 0..2 {
        // Pressed twice, and from two windows.
        let told = house.journal(&draft, suggested(&shown)).expect("it is confirmed");
        assert_eq!(told.dossier.journalling.expect("it").standing, Standing::Queued);
    }
    assert_eq!((house.work(), house.work(), house.left()), (DONE, Worked::default(), 0));
    let told = house.journal(&draft, suggested(&shown)).expect("it is there");
    let journalling = told.dossier.journalling.expect("it");
    assert_eq!(journalling.numbers, ["2026/1234-6", "2026/1234-7", "2026/1234-8"]);
    let filed = house.ledger.filed();
    let ways: Vec<_> = filed.iter().map(|(_, filing)| (filing.way, filing.message_id.as_str())).collect();
    let reply = "<reply-1@fjordvik.kommune.no>";
    assert_eq!(ways, [(Way::In, "<m0@example.no>"), (Way::In, "<m1@example.no>"), (Way::Out, reply)]);
    assert!(filed.iter().all(|(_, filing)| filing.mime.starts_with(b"Message-ID: <")));
    let titles: Vec<&str> = filed.iter().map(|(_, filing)| filing.title.as_str()).collect();
    assert_eq!(titles[1..], ["Henvendelse: Tilbygg Storgata 12", "Svar på henvendelse: Tilbygg Storgata 12"]);
    let by_reply = |number: &str| (number.to_owned(), "2026/1234-8".to_owned());
    assert_eq!(house.ledger.signed(), [by_reply("2026/1234-6"), by_reply("2026/1234-7")]);
    let trail = house.trail("fjordvik");
    let times = |action: Action| trail.iter().filter(|name| **name == action.name()).count();
    assert_eq!((times(Action::JournalConfirmed), times(Action::JournalRegistered)), (1, 1));
}

#[test]
fn whatever_breaks_each_stands_there_once_and_nothing_is_lost() {
    let faults = |kind| [Before(kind), After(kind)];
    for fault in [Unavailable, Slow, Garbled, Stale].into_iter().flat_map(faults) {
        // Three registrations and two signings-off.
        for place in 0..5 {
            let (house, shown) = sent();
            let draft = shown.dossier.id.clone();
            house.journal(&draft, suggested(&shown)).expect("it is confirmed");
            house.ledger.fault(std::iter::repeat_n(None, place).chain([Some(fault)]));
            assert_eq!(house.work(), DELAYED, "{fault:?} at {place}");
            assert_eq!(house.standing(&draft).0, Standing::Queued);
            assert_eq!(house.work(), Worked::default(), "not before its time");
            let asked = house.ledger.asked().len();
            house.clock.pass(SignedDuration::from_mins(1));
            assert_eq!((house.work(), house.left()), (DONE, 0), "{fault:?} at {place}");
            assert_eq!(house.ledger.asked().len() - asked, 5 - place, "what was done is not done again");
            assert_eq!((house.ledger.filed().len(), house.ledger.signed().len()), (3, 2), "{fault:?} at {place}");
        }
    }
}

#[test]
fn who_dies_between_two_steps_is_followed_by_another() {
    let (house, shown) = sent();
    house.journal(&shown.dossier.id, suggested(&shown)).expect("it is confirmed");
    // It was taken, the first mail registered, and the process is gone before that is kept.
    let store = house.flow.store.tenant(&TenantId::new("fjordvik"));
    let taken = block_on(store.take(house.flow.clock.now())).expect("the store works").expect("it is due");
    let journal = house.flow.journal.clone().expect("a journal");
    block_on(journal.register(&kari().person, &taken.parcels[0].filing)).expect("it is registered");
    assert_eq!(house.work(), Worked::default(), "it may be alive still");
    house.clock.pass(SignedDuration::from_mins(5));
    assert_eq!((house.work(), house.ledger.filed().len()), (DONE, 3));
    assert_eq!(block_on(taken.carry(&*store)).map_err(|failure| failure.kind).unwrap_err(), Stale);
}

#[test]
fn what_trying_again_does_not_mend_waits_for_a_person_who_corrects_it() {
    for (kind, why) in [
        (Denied, Hindrance::Denied),
        (NotFound, Hindrance::CaseGone),
        (Refused, Hindrance::Refused),
        (TooLarge, Hindrance::TooLarge),
    ] {
        let (house, shown) = sent();
        let draft = shown.dossier.id.clone();
        house.archive.open(Case { number: other(), ..case_of(&house) });
        house.journal(&draft, suggested(&shown)).expect("it is confirmed");
        house.ledger.fault([None, Some(Before(kind))]);
        assert_eq!(house.work(), STOPPED);
        assert_eq!(house.standing(&draft), (Standing::Stopped, vec![], Some(why)));
        house.clock.pass(SignedDuration::from_hours(48));
        assert_eq!(house.work(), Worked::default(), "nobody has looked at it");
        let corrected = Fields { case: Some(other()), ..suggested(&shown) };
        house.journal(&draft, corrected).expect("it is confirmed anew");
        assert_eq!(house.work(), DONE);
        let cases: Vec<CaseNumber> = house.ledger.filed().iter().map(|(_, filing)| filing.case).collect();
        assert_eq!(cases, [other(); 3], "what stood in the wrong case was taken back");
    }
    let (house, shown) = sent();
    house.journal(&shown.dossier.id, suggested(&shown)).expect("it is confirmed");
    house.ledger.fault(vec![Some(Before(Garbled)); 8]);
    for turn in 0..8 {
        assert_eq!(house.work(), if turn < 7 { DELAYED } else { STOPPED }, "turn {turn}");
        house.clock.pass(SignedDuration::from_hours(1));
    }
}

fn other() -> CaseNumber {
    CaseNumber { year: 2026, sequence: 77 }
}

fn case_of(house: &House) -> Case {
    let number = CaseNumber { year: 2026, sequence: 1234 };
    block_on(house.archive.case(&kari().person, number)).expect("it answers").expect("the case")
}

#[test]
fn one_field_is_named_and_a_case_says_what_it_takes() {
    let (house, shown) = sent();
    let number = |sequence| Some(CaseNumber { year: 2026, sequence });
    house.archive.open(Case { number: other(), status: "A".into(), ..case_of(&house) });
    let hidden = Access { code: Some("UO".into()), legal_basis: Some("offl. § 13".into()) };
    house.archive.open(Case { number: CaseNumber { year: 2026, sequence: 78 }, access: hidden, ..case_of(&house) });
    let fields = || suggested(&shown);
    for (wrong, named) in [
        (Fields { case: None, ..fields() }, "case"),
        (Fields { case: number(9999), ..fields() }, "case"),
        (Fields { case: number(77), ..fields() }, "case"),
        (Fields { case: number(78), ..fields() }, "code"),
        (Fields { title: String::new(), ..fields() }, "title"),
        (Fields { public_title: "Svar om 03851598730".into(), ..fields() }, "public_title"),
    ] {
        match house.journal(&shown.dossier.id, wrong) {
            Err(Failure::BadInput { field, why }) => assert!(field == named && !why.is_empty(), "{field}: {why}"),
            told => panic!("{named}: {told:?}"),
        }
    }
    assert_eq!(house.left(), 0);
    house.archive.fail(Some(Unavailable));
    house.journal(&shown.dossier.id, fields()).expect("a case system that is away delays, and loses nothing");
    assert_eq!(house.left(), 1);
}

#[test]
fn only_who_handles_it_says_so_and_only_of_what_has_left() {
    let (house, shown) = sent();
    let draft = &shown.dossier.id;
    let say =
        |who: &domain::port::Caller| block_on(house.flow.journal_reply(by(who), draft, suggested(&shown))).map(drop);
    let foreign = caller("bjerkedal", "kari", &[Role::Caseworker]);
    assert_eq!(say(&foreign), Err(Failure::NotFound), "of another municipality");
    assert_eq!(say(&caller("fjordvik", "aud", &[Role::Auditor])), Err(Failure::NotAllowed));
    house.post.close_to("ola");
    assert_eq!(say(&ola()), Err(Failure::NotFound), "the mailbox is not open to them");
    assert_eq!(say(&liv()), Ok(()), "it lies in a mailbox that is open to them");
    let open = super::house();
    let waiting = open.with_fee();
    assert_eq!(open.journal(&waiting.dossier.id, Fields::default()), Err(Blocked::NotSent.into()));
}

#[test]
fn without_a_case_system_it_is_by_hand_and_a_reason_is_kept_all_the_same() {
    let (mut house, shown) = sent();
    let draft = shown.dossier.id.clone();
    house.flow.journal = None;
    assert_eq!(house.journal(&draft, suggested(&shown)), Err(Blocked::NotConnected.into()));
    assert_eq!(house.work(), Worked::default());
    let skip = |why: &str| block_on(house.flow.skip_journal(by(&kari()), &draft, why));
    assert!(matches!(skip(" "), Err(Failure::BadInput { field: "why", .. })), "it is suggested to be journalled");
    let told = skip(" Journalført for hånd ").expect("it is kept");
    let journalling = told.dossier.journalling.expect("it");
    assert_eq!((journalling.standing, journalling.why.as_str()), (Standing::Skipped, "Journalført for hånd"));
    // Somebody thinks again once a case system is connected.
    house.flow.journal = Some(house.ledger.clone());
    house.journal(&draft, suggested(&shown)).expect("it is confirmed");
    let skipped = block_on(house.flow.skip_journal(by(&kari()), &draft, "nei"));
    assert_eq!(skipped, Err(Blocked::Filed.into()));
    assert_eq!((house.work(), house.left()), (DONE, 0));
}

#[test]
fn whoever_runs_the_server_has_it_tried_at_once() {
    let (house, shown) = sent();
    let draft = shown.dossier.id.clone();
    house.journal(&draft, suggested(&shown)).expect("it is confirmed");
    let store = house.flow.store.tenant(&TenantId::new("fjordvik"));
    let tenant = TenantId::new("fjordvik");
    let kept = || Kept { store: &*store, tenant: &tenant, now: house.flow.clock.now() };
    for (fault, ended) in [(Before(Unavailable), DELAYED), (Before(Denied), STOPPED)] {
        house.ledger.fault([Some(fault)]);
        assert_eq!(house.work(), ended);
        assert_eq!(block_on(kept().retry_journal(Some(&draft))), Ok(vec![draft.clone()]));
        assert_eq!(house.standing(&draft).0, Standing::Queued);
    }
    let taken = block_on(store.take(house.flow.clock.now())).expect("the store works");
    assert!(taken.is_some());
    assert_eq!(block_on(kept().retry_journal(None)), Ok(vec![]), "somebody is at it");
    assert_eq!(block_on(kept().retry_journal(Some(&DraftId::new("x")))), Err(Failure::NotFound));
    house.clock.pass(SignedDuration::from_mins(6));
    assert_eq!(house.work(), DONE);
}
