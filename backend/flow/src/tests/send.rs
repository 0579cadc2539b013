//! Sending from the pane: exactly the sealed letter, once, whatever breaks on the way; and what is said afterwards.

use super::{House, OURS, PER, at, block_on, by, conversation, house, kari, liv, ola, question};
use crate::{Blocked, Failure, Shown};
use domain::{
    dossier::Step,
    port::{
        FailureKind::{Denied, Garbled, Slow, Unavailable},
        fake::Fault::{self, After, Before},
    },
    send::{Answer, Outgoing, Why},
};
use jiff::SignedDuration;
use vocabulary::{DraftId, Language, Rating, Status, TenantId};

fn send(house: &House, draft: &Shown) -> Result<Shown, Failure> {
    block_on(house.flow.send_draft(by(&kari()), at(draft)))
}

fn sent(house: &House) -> usize {
    house.post.sent_in(&conversation()).len()
}

fn find(house: &House, draft: &DraftId) -> Shown {
    house.show(&kari(), draft).expect("it is there")
}

#[test]
fn the_sealed_letter_leaves_and_the_draft_is_sent() {
    let house = house();
    let approved = house.approved();
    assert_eq!(find(&house, &approved.dossier.id).next[..2], [Step::Send, Step::Release]);
    let shown = send(&house, &approved).expect("sent");
    assert_eq!((shown.dossier.status, sent(&house)), (Status::Sent, 1));
    assert!(!approved.deadlines.is_empty() && shown.deadlines.is_empty(), "what left in time has met its clocks");
    let mail = &house.post.sent_in(&conversation())[0];
    assert_eq!((mail.from.address.as_str(), mail.to[0].address.as_str(), mail.to.len()), (OURS, PER, 1));
    let trail = house.trail("fjordvik");
    let own: Vec<_> = trail.iter().filter(|name| name.starts_with("send_") || **name == "draft_sent").collect();
    assert_eq!(own, [&"send_begun", &"send_ordered", &"send_accepted", &"draft_sent"]);
    // The same press once more sends nothing more.
    assert_eq!(send(&house, &approved).expect("the same").dossier.status, Status::Sent);
    assert_eq!(sent(&house), 1);
    assert!(shown.journal.is_some_and(|journal| journal.reason.is_for()), "it stands in a case");
}

#[test]
fn whatever_breaks_it_leaves_once_and_nobody_is_told_otherwise() {
    // What is written in the mailbox: the draft, then the order; on the way out also throwing a draft away.
    let faults = || [Unavailable, Denied].into_iter().flat_map(|kind| [Before(kind), After(kind)]);
    for fault in faults() {
        (0..3).for_each(|place| one_day(place, fault, None));
        faults().for_each(|again| one_day(1, fault, Some(again)));
    }
    [Slow, Garbled].into_iter().for_each(|kind| one_day(1, After(kind), None));
}

fn one_day(place: usize, fault: Fault, again: Option<Fault>) {
    let house = house();
    let approved = house.approved();
    let name = format!("{fault:?} at {place}, then {again:?}");
    house.post.fault(std::iter::repeat_n(None, place).chain([Some(fault), again]));
    let mut told = send(&house, &approved);
    // A person presses again, at once and later, until it is sent.
    for minutes in [0, 1, 1, 31, 31] {
        assert!(sent(&house) <= 1, "{name}: twice");
        let now = find(&house, &approved.dossier.id);
        match &told {
            Ok(shown) => assert!(shown.dossier.sending.is_some(), "{name}: fine, and nothing was done"),
            Err(_) => assert_ne!(now.dossier.status, Status::Sent, "{name}: told that it failed, and it is sent"),
        }
        if now.dossier.status == Status::Sent {
            break;
        }
        house.clock.pass(SignedDuration::from_mins(minutes));
        told = send(&house, &approved);
    }
    assert_eq!(sent(&house), 1, "{name}: {told:?}");
    let shown = told.unwrap_or_else(|failure| panic!("{name}: {failure}"));
    assert_eq!(shown.dossier.status, Status::Sent, "{name}");
}

#[test]
fn who_dies_on_the_way_is_followed_without_a_second_letter() {
    // The store answers so many times, and then the process is gone: what stands in the mailbox stands there.
    let house = house();
    let approved = house.approved();
    house.post.fault([None, Some(After(Slow))]);
    assert!(send(&house, &approved).is_ok(), "the look finds that it left");
    assert_eq!(sent(&house), 1);
    let sweep = block_on(house.flow.sweep_sent(by(&kari()), &approved.dossier.id)).expect("swept");
    assert_eq!(sweep.dossier.status, Status::Sent);
}

#[test]
fn while_nobody_knows_nothing_else_is_done() {
    let house = house();
    let approved = house.approved();
    house.post.fault([None, Some(Before(Slow))]);
    assert!(matches!(send(&house, &approved), Err(Failure::Outside(_))));
    let unsure = find(&house, &approved.dossier.id);
    assert_eq!(unsure.next, [Step::SweepSent, Step::Send]);
    let on_its_way = || Err(Failure::Blocked(Blocked::OnItsWay));
    assert_eq!(house.revise(&kari(), &unsure, "Hei!").map(drop), on_its_way());
    assert_eq!(block_on(house.flow.release_draft(by(&kari()), at(&unsure))).map(drop), on_its_way());
    assert_eq!(block_on(house.flow.take_over(by(&liv()), at(&unsure))).map(drop), on_its_way());
    // Nor does the same letter go from a window of Outlook.
    let outgoing = Outgoing {
        conversation: Some(conversation()),
        from: OURS.into(),
        to: vec![PER.into()],
        subject: "SV: Tilbygg Storgata 12".into(),
        text: approved.checked.draft().letter(),
        ..Outgoing::default()
    };
    assert_eq!(block_on(house.flow.confirm_send(outgoing, Language::Nb)), Ok(Answer::Stop(Why::Leaving)));
    // Within half a minute the order is not repeated.
    assert_eq!(send(&house, &approved).map(|shown| shown.next), Ok(vec![Step::SweepSent, Step::Send]));
    assert_eq!(sent(&house), 0);
    house.clock.pass(SignedDuration::from_mins(1));
    assert_eq!(send(&house, &approved).map(|shown| shown.dossier.status), Ok(Status::Sent));
}

#[test]
fn what_may_not_be_inserted_is_not_sent_either() {
    let house = house();
    let open = house.with_fee();
    assert!(matches!(send(&house, &open), Err(Failure::Blocked(Blocked::Unready(_)))), "nobody has approved it");
    let approved = house.approved();
    assert_eq!(block_on(house.flow.send_draft(by(&ola()), at(&approved))).map(drop), Err(Blocked::NotAuthor.into()));
    let old = (&approved.dossier.id, approved.dossier.current().number - 1);
    assert_eq!(block_on(house.flow.send_draft(by(&kari()), old)).map(drop), Err(Failure::Stale));
    let mut not_here = house.flow.clone();
    not_here.sends = false;
    assert_eq!(block_on(not_here.send_draft(by(&kari()), at(&approved))).map(drop), Err(Failure::NotAllowed));
    house.post.receive(&conversation(), question("m2", "2026-03-02T11:00:00Z", "Det haster ikke lenger."));
    assert_eq!(send(&house, &approved).map(drop), Err(Failure::Stale), "the citizen has written since");
    assert_eq!((sent(&house), house.post.drafts().len()), (0, 0));
}

#[test]
fn two_presses_at_once_send_one_letter() {
    let house = house();
    let approved = house.approved();
    let (kari, flow) = (kari(), house.flow.clone());
    let both = block_on(async {
        futures::join!(flow.send_draft(by(&kari), at(&approved)), flow.send_draft(by(&kari), at(&approved)))
    });
    assert!(both.0.is_ok() || both.1.is_ok(), "{both:?}");
    assert_eq!((sent(&house), house.post.drafts().len()), (1, 1));
}

#[test]
fn a_word_on_the_draft_is_counted_once_and_tied_to_nobody() {
    let house = house();
    let shown = house.with_fee();
    let rate = |who: &domain::port::Caller, rating| block_on(house.flow.rate_draft(by(who), &shown.dossier.id, rating));
    assert!(rate(&ola(), Rating::Good).is_err(), "who did not write it");
    let rated = rate(&kari(), Rating::Changed).expect("counted");
    rate(&kari(), Rating::Unusable).expect("counted already");
    let tallies = block_on(house.flow.store.tenant(&TenantId::new("fjordvik")).tallies()).expect("counts");
    let told: Vec<_> = tallies.iter().map(|(heap, drafts)| (heap.week.as_str(), heap.rating, *drafts)).collect();
    assert_eq!(told, [("2026-03-02", Rating::Changed, 1)]);
    let kept = format!("{:?}", rated.dossier);
    assert!(rated.dossier.rated.is_some() && !kept.contains("Changed"), "{kept}");
    let links = block_on(house.flow.store.tenant(&TenantId::new("fjordvik")).entries_of(&shown.dossier.id));
    let entry = links.expect("a trail").pop().expect("an entry").entry;
    assert_eq!(entry.action.name(), "draft_rated");
    assert!(entry.facts.iter().all(|(_, value)| Rating::named(value).is_none()), "{entry:?}");
}
