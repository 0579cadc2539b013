//! The gate: what it lets through, what it asks about, what it stops, and what it never reads.

use super::{House, OURS, PER, at, block_on, by, caller, conversation, house, kari, ola, order};
use crate::{Failure, Flow, Knows};
use domain::{
    port::Caller,
    send::{Answer, Outgoing, Why},
    thread::Attachment,
};
use jiff::SignedDuration;
use vocabulary::{ConversationId, GateMode, Language, Reference, Role, Status};

/// The letter of an approved and released draft, as it is about to leave.
fn released(house: &House) -> Outgoing {
    let approved = house.approved();
    block_on(house.flow.release_draft(by(&kari()), at(&approved))).expect("released");
    Outgoing { text: approved.checked.draft().letter(), ..empty() }
}

fn empty() -> Outgoing {
    Outgoing {
        conversation: Some(conversation()),
        from: OURS.into(),
        to: vec![PER.into()],
        subject: "SV: Tilbygg Storgata 12".into(),
        ..Outgoing::default()
    }
}

fn confirm(flow: &Flow, outgoing: &Outgoing) -> Answer {
    block_on(flow.confirm_send(outgoing.clone(), Language::Nb)).expect("an answer")
}

fn reason(answer: &Answer) -> (&'static str, &'static str) {
    match answer {
        Answer::Allow => ("allow", ""),
        Answer::Ask(why) => ("ask", why.name()),
        Answer::Stop(why) => ("stop", why.name()),
    }
}

#[test]
fn every_single_change_of_a_released_mail_is_caught() {
    let house = house();
    let whole = released(&house);
    type Change = fn(&mut Outgoing);
    let changes: Vec<(Change, &str, &str)> = vec![
        (|mail| mail.text = mail.text.replace("12 500", "1 250"), "stop", "text_changed"),
        (|mail| mail.text = mail.text.replace("Ref. ", "Referanse "), "stop", "text_changed"),
        (|mail| mail.text = mail.text.split("Ref. ").next().unwrap_or_default().to_owned(), "stop", "text_changed"),
        (|mail| mail.text.push_str("\n\nFristen er fredag."), "stop", "text_added"),
        (|mail| mail.hidden = "hvitt".into(), "stop", "hidden_text"),
        (|mail| mail.links.push("https://example.org/felle".into()), "stop", "link_added"),
        (|mail| mail.from = "kari@fjordvik.kommune.no".into(), "stop", "sender_changed"),
        (|mail| mail.subject = "Vedtak".into(), "stop", "subject_changed"),
        (|mail| mail.conversation = Some(ConversationId::new("annen")), "stop", "other_conversation"),
        (|mail| mail.cc.push("ola@fjordvik.kommune.no".into()), "ask", "recipient_added"),
        (|mail| mail.to.clear(), "allow", ""),
    ];
    for (change, decision, why) in changes {
        let mut mail = whole.clone();
        change(&mut mail);
        assert_eq!(reason(&confirm(&house.flow, &mail)), (decision, why), "{:?}", mail.text);
    }
    assert!(house.trail("fjordvik").contains(&"send_stopped") && house.trail("fjordvik").contains(&"send_asked"));
}

#[test]
fn the_quote_below_may_hold_an_earlier_reference() {
    let house = house();
    let mail = released(&house);
    let quote = "\n\nFra: Per Haug <per.haug@example.no>\nSendt: mandag 2. mars 2026 09:05\nTil: Postmottak\nEmne: Tilbygg Storgata 12\n\n\
                 Hei!\n\nHva er gebyret for tilbygg på 40 m²? Det gjelder sak 2026/1234.";
    let with_quote = Outgoing { text: format!("{}{quote}", mail.text), ..mail.clone() };
    assert_eq!(confirm(&house.flow, &with_quote), Answer::Allow);
    let own_words = format!("Hei Per! Takk skal du ha.\n\nFra: Postmottak\nSendt: i dag\n\n{}", mail.text);
    let elsewhere = Outgoing { text: own_words, conversation: Some(ConversationId::new("ny")), ..mail };
    assert_eq!(confirm(&house.flow, &elsewhere), Answer::Allow, "the reference stands in the quote alone");
}

#[test]
fn an_expired_seal_stops_until_the_draft_is_inserted_again() {
    let house = house();
    let mail = released(&house);
    house.clock.pass(SignedDuration::from_hours(25));
    assert_eq!(confirm(&house.flow, &mail), Answer::Stop(Why::Expired));
    let shown = block_on(house.flow.find_draft(by(&kari()), &conversation())).expect("found").expect("a draft");
    block_on(house.flow.release_draft(by(&kari()), at(&shown))).expect("released again");
    assert_eq!(confirm(&house.flow, &mail), Answer::Allow);
}

#[test]
fn releasing_twice_gives_the_same_seal() {
    let house = house();
    let approved = house.approved();
    let release = || block_on(house.flow.release_draft(by(&kari()), at(&approved))).expect("released");
    let first = release();
    house.clock.pass(SignedDuration::from_hours(1));
    let second = release();
    assert_eq!(first.sendable, second.sendable);
    assert_eq!(second.shown.dossier.seal.as_ref(), Some(second.sendable.seal()));
    assert_eq!(house.trail("fjordvik").iter().filter(|name| **name == "draft_released").count(), 1);
}

#[test]
fn unknown_and_foreign_references_are_answered_alike() {
    let house = house();
    let whole = released(&house);
    let reference = Reference::new("SV-0123-4567-89AB-CDEF");
    let unknown = Outgoing { reference: Some(reference.clone()), text: "Hei".into(), ..empty() };
    let foreign =
        Outgoing { from: "post@annen.kommune.no".into(), conversation: Some(ConversationId::new("x")), ..whole };
    for mail in [&unknown, &foreign] {
        assert_eq!(confirm(&house.flow, mail), Answer::Stop(Why::UnknownReference));
    }
    let known = |reference: &Reference| block_on(house.flow.know_conversation(Some(reference), None));
    let ours = block_on(house.flow.find_draft(by(&kari()), &conversation()))
        .expect("found")
        .expect("a draft")
        .dossier
        .reference;
    assert_eq!((known(&reference), known(&ours)), (Ok(Knows::Something), Ok(Knows::Something)));
}

#[test]
fn a_draft_that_is_not_released_does_not_leave() {
    let house = house();
    let waiting = house.waiting();
    let mail = Outgoing { text: waiting.checked.draft().letter(), ..empty() };
    assert_eq!(confirm(&house.flow, &mail), Answer::Stop(Why::NotReleased));
}

#[test]
fn a_text_pasted_into_the_conversation_is_checked_like_a_draft() {
    let house = house();
    let shown = house.with_fee();
    for (text, decision) in [
        ("Hei Per. Jeg ringer deg.", "allow"),
        ("Hei Per. Gebyret er 12 500 kroner.", "ask"),
        ("Hei Per. Fødselsnummeret ditt er 26117912345? Vi har 11077941012 registrert.", "stop"),
    ] {
        let answer = confirm(&house.flow, &Outgoing { text: text.into(), ..empty() });
        assert_eq!(reason(&answer).0, decision, "{text}: {answer:?}");
    }
    let _ = shown;
}

#[test]
fn a_released_letter_pasted_without_its_reference_is_recognised() {
    let house = house();
    let mail = released(&house);
    let pasted = mail.text.split("Ref. ").next().unwrap_or_default().replace("12 500", "15 000");
    let answer = confirm(&house.flow, &Outgoing { text: pasted, ..mail });
    assert_eq!(reason(&answer), ("stop", "text_changed"));
}

#[test]
fn mail_that_has_nothing_to_do_with_us_is_neither_known_nor_recorded() {
    let house = house();
    house.prepare(&kari(), order(false)).expect("a draft");
    let other = ConversationId::new("annen");
    let know = |conversation: &ConversationId| block_on(house.flow.know_conversation(None, Some(conversation)));
    assert_eq!((know(&other), know(&conversation())), (Ok(Knows::Nothing), Ok(Knows::Something)));
    assert_eq!(block_on(house.flow.know_conversation(None, None)), Ok(Knows::Nothing));
    let before = house.trail("fjordvik");
    let mail = Outgoing { conversation: Some(other), text: "Gebyret er 12 500 kroner.".into(), ..empty() };
    assert_eq!(confirm(&house.flow, &mail), Answer::Allow);
    assert_eq!(house.trail("fjordvik"), before);
}

#[test]
fn a_gate_whose_store_is_away_says_so_and_lets_nothing_change() {
    let house = house();
    let mail = released(&house);
    house.shelves.fail(Some(domain::port::FailureKind::Unavailable));
    let answer = block_on(house.flow.confirm_send(mail.clone(), Language::Nb));
    assert!(matches!(answer, Err(Failure::Outside(_))));
    house.shelves.fail(None);
    assert_eq!(house.show(&kari(), &shown_id(&house)).expect("shown").dossier.status, Status::Released);
    assert_eq!(confirm(&house.flow, &mail), Answer::Allow);
}

fn shown_id(house: &House) -> vocabulary::DraftId {
    block_on(house.flow.find_draft(by(&kari()), &conversation())).expect("found").expect("a draft").dossier.id
}

#[test]
fn below_the_block_the_senders_own_signature_and_the_houses_text_are_known() {
    let mut house = house();
    house.flow.rules.below = "E-post til kommunen kan bli journalført.".into();
    let whole = released(&house);
    let logo = Attachment { name: "logo.png".into(), size: 2048, sha256: None, inline: true };
    let mail = |below: &str| Outgoing { text: format!("{}\n\n{below}", whole.text), ..whole.clone() };
    let signed = "Kari Nordby\nTlf. 900 00 000\nE-post til kommunen kan bli journalført.";
    assert_eq!(reason(&confirm(&house.flow, &mail(signed))), ("stop", "text_added"));
    let save = |who: &Caller, text: &str, images| block_on(house.flow.save_signature(by(who), text, images));
    save(&ola(), "Kari Nordby\nTlf. 900 00 000", Vec::new()).expect("Ola's own");
    assert_eq!(reason(&confirm(&house.flow, &mail(signed))), ("stop", "text_added"), "another person's signature");
    save(&kari(), "Kari Nordby\nTlf. 900 00 000", vec![logo.clone()]).expect("registered");
    let pictured = |image: Attachment| Outgoing { attachments: vec![image], ..mail(signed) };
    for (mail, decision, why) in [
        (mail(signed), "allow", ""),
        (mail("E-post til kommunen kan bli journalført."), "allow", ""),
        (pictured(logo.clone()), "allow", ""),
        (pictured(Attachment { size: 2049, ..logo.clone() }), "stop", "attachments_changed"),
        (pictured(Attachment { inline: false, ..logo }), "stop", "attachments_changed"),
        (mail("Kari Nordby\nTlf. 900 00 001"), "stop", "text_added"),
        (mail("Kari Nordby\nTlf. 900 00 000\nRing meg i dag"), "stop", "text_added"),
    ] {
        assert_eq!(reason(&confirm(&house.flow, &mail)), (decision, why), "{}", mail.text);
    }
    let refused = save(&kari(), "Kari Nordby\nSøknaden er innvilget", Vec::new());
    assert!(matches!(refused, Err(Failure::BadInput { field: "text", .. })), "{refused:?}");
    save(&kari(), "", Vec::new()).expect("taken away");
    assert_eq!(block_on(house.flow.signature(by(&kari()))), Ok(None));
    assert_eq!(house.trail("fjordvik").iter().filter(|name| **name == "signature_saved").count(), 3);
}

#[test]
fn the_gate_is_switched_by_an_operator_alone_and_at_once() {
    let house = house();
    let mail = released(&house);
    let changed = Outgoing { text: mail.text.replace("12 500", "1 250"), ..mail.clone() };
    let set = |who: &Caller, mode| block_on(house.flow.switch_gate(by(who), mode));
    let drift = caller("fjordvik", "drift", &[Role::Operator]);
    house.badges.give("drift", drift.person.clone());
    assert_eq!(reason(&confirm(&house.flow, &changed)), ("stop", "text_changed"));
    for who in [kari(), caller("fjordvik", "tor", &[Role::Auditor, Role::RuleKeeper, Role::Reviewer])] {
        assert_eq!(set(&who, GateMode::Off), Err(Failure::NotAllowed));
    }
    // The token says so still, and the directory does not.
    house.badges.give("gammel", caller("fjordvik", "gammel", &[]).person);
    assert_eq!(set(&caller("fjordvik", "gammel", &[Role::Operator]), GateMode::Off), Err(Failure::NotAllowed));
    assert_eq!(block_on(house.flow.gate_mode()), Ok(GateMode::Soft));

    set(&drift, GateMode::Prompt).expect("switched");
    assert_eq!(reason(&confirm(&house.flow, &changed)), ("ask", "text_changed"));
    assert_eq!(reason(&confirm(&house.flow, &mail)), ("allow", ""));

    set(&drift, GateMode::Off).expect("switched");
    let before = house.trail("fjordvik").len();
    let knows = |id: &str| block_on(house.flow.know_conversation(None, Some(&ConversationId::new(id))));
    assert_eq!((knows("samtale-1"), knows("annen")), (Ok(Knows::Off), Ok(Knows::Off)));
    assert_eq!(confirm(&house.flow, &changed), Answer::Allow, "a script that asks all the same is let go");
    assert_eq!(house.trail("fjordvik")[before..], ["send_ungated", "send_ungated"], "and it is on record");

    set(&drift, GateMode::Soft).expect("switched");
    assert_eq!(reason(&confirm(&house.flow, &changed)), ("stop", "text_changed"));
    assert_eq!(house.trail("fjordvik").iter().filter(|name| **name == "gate_switched").count(), 3);
}

#[test]
fn looking_ahead_says_the_same_and_leaves_no_trace() {
    let house = house();
    let mail = released(&house);
    let before = house.trail("fjordvik").len();
    let ahead = |mail: &Outgoing| block_on(house.flow.look_ahead(mail.clone(), Language::Nb)).expect("an answer");
    let more = Outgoing { cc: vec!["avisa@example.org".into()], ..mail.clone() };
    assert_eq!((reason(&ahead(&mail)), reason(&ahead(&more))), (("allow", ""), ("ask", "recipient_added")));
    assert_eq!(house.trail("fjordvik").len(), before);
    let shown = block_on(house.flow.find_draft(by(&kari()), &conversation())).expect("found").expect("a draft");
    assert_eq!(shown.dossier.status, Status::Released, "nothing was let through");
    assert_eq!(confirm(&house.flow, &more), ahead(&more));
}
