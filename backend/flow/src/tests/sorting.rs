//! Sorting: proposed with reasons, confirmed by a person, learned from, corrected, on record, and nobody else's.

use super::{OURS, block_on, by, caller, house, kari, moment, ola};
use crate::{Failure, Sorted};
use domain::{
    audit::Action,
    dossier::MailKey,
    port::{Caller, FailureKind},
    sort::{Class, Unit},
    thread::{Address, Message},
};
use vocabulary::{ConversationId, MailId, Role, TenantId};

type House = super::House;

fn town() -> House {
    let house = house();
    for (id, about) in [("vva", "renovasjon, avfall, veier"), ("miljo", "vilt, oljetanker"), ("byggesak", "tilbygg")] {
        let email = format!("{id}@fjordvik.kommune.no");
        house.archive.set_up(Unit { id: id.into(), name: id.into(), email, about: about.into() });
    }
    house
}

fn key(id: &str) -> MailKey {
    MailKey { mail: MailId::new(id), conversation: ConversationId::new(id), mailbox: Some(OURS.into()) }
}

/// A mail about a container comes in.
fn receive(house: &House, id: &str, text: &str) {
    let address = |address: &str| Address { name: None, address: address.into() };
    let mail = Message {
        id: Some(MailId::new(id)),
        internet_id: Some(format!("<{id}@example.org>")),
        from: address(&format!("{id}@example.org")),
        to: vec![address(OURS)],
        date: Some(moment("2026-03-02T09:00:00Z")),
        subject: "Container".into(),
        text: text.into(),
        ..Message::default()
    };
    house.post.receive(&ConversationId::new(id), mail);
}

fn sort(house: &House, who: &Caller, id: &str) -> Result<Sorted, Failure> {
    block_on(house.flow.sort_mail(by(who), key(id)))
}

fn confirm(house: &House, who: &Caller, id: &str, (class, unit): (Class, Option<&str>)) -> Result<Sorted, Failure> {
    block_on(house.flow.confirm_sort(by(who), key(id), (class, unit.map(str::to_owned))))
}

fn unit(sorted: &Sorted) -> Option<&str> {
    sorted.proposal.forward_to.as_deref()
}

const FULL: &str = "Containeren med avfall er full. Kan dere hente den?";

#[test]
fn what_people_correct_again_and_again_is_proposed() {
    let house = town();
    for id in ["a", "b", "c", "d", "e"] {
        receive(&house, id, FULL);
    }
    assert_eq!(unit(&sort(&house, &kari(), "a").unwrap()), Some("vva"));
    for id in ["a", "b", "c"] {
        let sorted = confirm(&house, &kari(), id, (Class::Forward, Some("miljo"))).unwrap();
        assert_eq!(sorted.confirmed.unwrap().unit(), Some("miljo"));
    }
    let next = sort(&house, &ola(), "d").unwrap();
    assert_eq!((unit(&next), &next.confirmed), (Some("miljo"), &None), "{:?}", next.proposal.reasons);
    // The same word once more teaches nothing new; corrected back, the habit is gone.
    confirm(&house, &ola(), "a", (Class::Forward, Some("miljo"))).unwrap();
    confirm(&house, &ola(), "a", (Class::Forward, Some("vva"))).unwrap();
    assert_eq!(unit(&sort(&house, &kari(), "d").unwrap()), Some("vva"));
    assert_eq!(house.trail("fjordvik"), ["sort_confirmed"; 5]);
    let links = block_on(house.flow.store.tenant(&TenantId::new("fjordvik")).entries(0, 10)).unwrap();
    let told = format!("{:?}", links.last().unwrap().entry);
    assert!(links.iter().all(|link| link.entry.action == Action::SortConfirmed && link.entry.person.is_some()));
    assert!(
        told.contains("forward:vva") && !told.contains("example.org") && !told.to_lowercase().contains("container")
    );
}

#[test]
fn another_town_learns_nothing_of_it() {
    let house = town();
    for id in ["a", "b", "c", "d"] {
        receive(&house, id, FULL);
        confirm(&house, &kari(), id, (Class::Forward, Some("miljo"))).unwrap();
    }
    let elsewhere = caller("bjerkedal", "siv", &[Role::Caseworker]);
    let sorted = sort(&house, &elsewhere, "a").unwrap();
    assert_eq!((unit(&sorted), &sorted.confirmed), (Some("vva"), &None));
}

#[test]
fn a_word_that_does_not_fit_is_refused_and_nothing_is_kept() {
    let house = town();
    receive(&house, "a", FULL);
    for (class, unit) in [
        (Class::Forward, None),
        (Class::Forward, Some("romfart")),
        (Class::Question, Some("vva")),
        (Class::Delete, Some("")),
    ] {
        let refused = confirm(&house, &kari(), "a", (class, unit)).unwrap_err();
        assert!(matches!(refused, Failure::BadInput { field: "forward_to", .. }), "{refused:?}");
    }
    for role in [Role::Reviewer, Role::RuleKeeper, Role::Auditor, Role::Operator] {
        let who = caller("fjordvik", "eva", &[role]);
        assert_eq!(sort(&house, &who, "a").unwrap_err(), Failure::NotAllowed);
        assert_eq!(confirm(&house, &who, "a", (Class::Question, None)).unwrap_err(), Failure::NotAllowed);
    }
    let none = confirm(&house, &kari(), "none", (Class::Question, None)).unwrap_err();
    assert!(matches!(&none, Failure::Outside(failure) if failure.kind == FailureKind::NotFound), "{none:?}");
    assert!(house.trail("fjordvik").is_empty());
}

#[test]
fn the_header_tells_a_newsletter() {
    let house = town();
    receive(&house, "a", "Nye webinarer i mai. Les mer: https://tilbud.example");
    assert_ne!(sort(&house, &kari(), "a").unwrap().proposal.class, Class::Delete);
    house.post.head(&MailId::new("a"), "List-Unsubscribe", "<https://tilbud.example/av>");
    assert_eq!(sort(&house, &kari(), "a").unwrap().proposal.class, Class::Delete);
}
