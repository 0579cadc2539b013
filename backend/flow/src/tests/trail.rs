//! The trail: who did what, under which request, without a word of what was written.

use super::{block_on, by, house, kari, liv, order};
use crate::{Blocked, Failure};
use vocabulary::{Language, TenantId};

#[test]
fn operations_are_opened_and_closed_and_what_never_ends_is_swept_up() {
    let house = house();
    let person = kari().person;
    for (trace, failed) in [("t1", None), ("t2", Some(Failure::Stale)), ("t3", Some(Failure::Blocked(Blocked::Sent)))] {
        block_on(house.flow.open_trace(&person, "prepare_draft", trace)).expect("opened");
        block_on(house.flow.close_trace(&person, trace, failed.as_ref())).expect("closed");
    }
    block_on(house.flow.open_trace(&person, "prepare_draft", "t4")).expect("opened");
    assert_eq!(block_on(house.flow.sweep_unfinished()), Ok(1));
    assert_eq!(block_on(house.flow.sweep_unfinished()), Ok(0));
    let trail = house.trail("fjordvik");
    assert_eq!(trail[1..4], ["operation_closed", "operation_opened", "operation_failed"]);
    assert_eq!(trail.last(), Some(&"operation_unfinished"));
}

#[test]
fn the_trail_names_people_and_never_holds_a_text() {
    let house = house();
    let approved = house.approved();
    let log = block_on(house.flow.show_log(by(&liv()), &approved.dossier.id)).expect("a log");
    let told: Vec<(&str, &str)> = log.iter().map(|line| (line.who.as_str(), line.action)).collect();
    let (kari, liv) = ("kari Nordby", "liv Nordby");
    let line = [(kari, "draft_prepared"), (kari, "draft_revised"), (kari, "review_requested"), (liv, "draft_approved")];
    assert_eq!(told, line);
    let links = block_on(house.flow.store.tenant(&TenantId::new("fjordvik")).entries(0, 100)).expect("a trail");
    assert!(links.iter().all(|link| link.entry.trace.as_deref() == Some("sporing-1")));
    let written = format!("{links:?}");
    for text in ["Gebyret", "Haug", "Storgata", "12 500", "example.no"] {
        assert!(!written.contains(text), "{text}");
    }
}

#[test]
fn reading_somebody_elses_draft_is_recorded() {
    let house = house();
    let shown = house.prepare(&kari(), order(false)).expect("a draft");
    house.show(&liv(), &shown.dossier.id).expect("shown");
    assert_eq!(house.trail("fjordvik"), ["draft_prepared", "draft_shown"]);
}

#[test]
fn every_refusal_has_a_sentence_in_three_languages() {
    use domain::{review::Refusal as R, send::Blocked as S};
    let all = [
        Blocked::Refused(R::OwnDraft),
        Blocked::Refused(R::Stopped),
        Blocked::Refused(R::OpenGap),
        Blocked::Refused(R::NotTicked(Vec::new())),
        Blocked::Refused(R::Changed),
        Blocked::Refused(R::CommentMissing),
        Blocked::Unready(S::OpenGap),
        Blocked::Unready(S::Stopped),
        Blocked::Unready(S::NeedsReview),
        Blocked::Sent,
        Blocked::NotAuthor,
        Blocked::NotAsked,
        Blocked::NothingToAnswer,
        Blocked::Erased,
        Blocked::OwnAddress,
        Blocked::OfAnother("Ola Nes".into()),
    ];
    for blocked in all {
        let told = [Language::Nb, Language::Nn, Language::En].map(|language| blocked.sentence(language));
        assert!(told.iter().all(|text| text.ends_with('.') && !text.contains('{')), "{told:?}");
        assert!(told[0] != told[2], "{told:?}");
    }
}
