//! A clock that jumps: a day ahead, an hour back, between any two steps; nobody's word is lost, and the trail keeps its order.

use super::{OURS, PER, approval, at, block_on, by, conversation, house, kari, liv, moment, order};
use domain::send::{Answer, Outgoing, Why};
use jiff::SignedDuration;
use vocabulary::{Language, Status, TenantId};

const JUMPS: [i64; 5] = [0, 24, -1, -24, 24 * 365];

#[test]
fn a_jump_between_any_two_steps_loses_no_word() {
    for jump in JUMPS {
        for place in 0..4 {
            let house = house();
            let at_place = |step: i32| {
                if step == place {
                    house.clock.pass(SignedDuration::from_hours(jump));
                }
            };
            at_place(0);
            let shown = house.with_fee();
            at_place(1);
            let waiting = block_on(house.flow.request_review(by(&kari()), at(&shown), None)).expect("asked for");
            at_place(2);
            let queue = block_on(house.flow.list_reviews(by(&liv()))).expect("a queue");
            assert_eq!(queue.len(), 1, "{jump} at {place}");
            let approved = house.decide(&liv(), &waiting, approval(&waiting)).expect("approved");
            at_place(3);
            let released = block_on(house.flow.release_draft(by(&kari()), at(&approved))).expect("released");
            let again = house.prepare(&kari(), order(false)).expect("the same draft");
            assert_eq!(again.dossier.id, shown.dossier.id, "{jump} at {place}: no second draft");
            let letter = Outgoing {
                conversation: Some(conversation()),
                from: OURS.into(),
                to: vec![PER.into()],
                subject: "SV: Tilbygg Storgata 12".into(),
                text: released.shown.checked.draft().letter(),
                ..Outgoing::default()
            };
            let answer = block_on(house.flow.confirm_send(letter, Language::Nb)).expect("an answer");
            assert_eq!(answer, Answer::Allow, "{jump} at {place}");
            house.trail("fjordvik");
        }
    }
}

#[test]
fn the_trail_goes_on_in_its_own_order_when_the_clock_is_set_back() {
    let house = house();
    house.with_fee();
    house.clock.pass(SignedDuration::from_hours(-1));
    house.waiting();
    let links = block_on(house.flow.store.tenant(&TenantId::new("fjordvik")).entries(0, 1000)).expect("a trail");
    assert!(links.windows(2).all(|two| two[1].sequence == two[0].sequence + 1));
    assert!(links.windows(2).any(|two| two[1].entry.at < two[0].entry.at), "it says what the clock said");
    assert!(domain::audit::verify(links).is_ok());
}

#[test]
fn a_seal_made_while_the_clock_was_ahead_is_good_and_one_that_the_clock_ran_past_is_made_anew() {
    let house = house();
    let approved = house.approved();
    let release = || block_on(house.flow.release_draft(by(&kari()), at(&approved))).expect("released");
    let letter = release().shown.checked.draft().letter();
    let outgoing = || Outgoing {
        conversation: Some(conversation()),
        from: OURS.into(),
        to: vec![PER.into()],
        subject: "SV: Tilbygg Storgata 12".into(),
        text: letter.clone(),
        ..Outgoing::default()
    };
    let gate = || block_on(house.flow.confirm_send(outgoing(), Language::Nb)).expect("an answer");
    house.clock.pass(SignedDuration::from_hours(-3));
    assert_eq!(gate(), Answer::Allow);
    house.clock.pass(SignedDuration::from_hours(48));
    assert_eq!(gate(), Answer::Stop(Why::Expired));
    release();
    assert_eq!(gate(), Answer::Allow);
    // Back again: it was sealed in what is the future now, and still leaves.
    house.clock.pass(SignedDuration::from_hours(-45));
    assert_eq!(gate(), Answer::Allow);
    let shown = block_on(house.flow.find_draft(by(&kari()), &conversation())).expect("found").expect("a draft");
    assert_eq!(shown.dossier.status, Status::SendAllowed);
}

#[test]
fn what_is_owed_by_when_hangs_on_the_mail_and_not_on_our_clock() {
    for jump in JUMPS {
        let house = house();
        house.clock.pass(SignedDuration::from_hours(jump));
        let shown = house.prepare(&kari(), order(false)).expect("a draft");
        let due: Vec<_> = shown.deadlines.iter().map(|deadline| deadline.due).collect();
        assert_eq!(due, ["2026-04-07".parse().expect("a day")], "{jump}");
        assert_eq!(shown.dossier.messages[0].date, Some(moment("2026-03-02T08:05:00Z")));
    }
}
