//! What passes the gate and what does not: the sealed mail, and one change at a time.

use super::{Answer, Outgoing, Why, above_quote, compare, resembles};
use crate::send::{Dress, Odd, Oddity};
use crate::{
    send::{Envelope, Known, Seal},
    thread::{Address, Attachment, Message},
};
use jiff::{Timestamp, ToSpan};
use vocabulary::{ConversationId, DraftId, Reference};

pub(in crate::send) const LETTER: &str = "Hei Per!\n\nGebyret er 12 500 kroner. Se https://fjordvik.kommune.no/gebyr\n\nVennlig hilsen\nKari Nordby\n\nRef. SV-0000-0000-0000-0000";

fn now() -> Timestamp {
    "2026-03-02T10:00:00Z".parse().expect("a time")
}

pub(in crate::send) fn seal() -> Seal {
    Seal {
        reference: Reference::new("SV-0000-0000-0000-0000"),
        draft: DraftId::new("d"),
        revision: 1,
        conversation: ConversationId::new("c"),
        envelope: Envelope {
            from: "postmottak@fjordvik.kommune.no".into(),
            subject: "Tilbygg".into(),
            to: vec!["per.haug@example.no".into()],
            ..Envelope::default()
        },
        text: crate::draft::normal::normalise(LETTER),
        made: now() - 1.hour(),
        expires: now() + 23.hours(),
        sent: None,
    }
}

fn quote() -> &'static str {
    "Fra: Per Haug <per.haug@example.no>\nSendt: mandag 2. mars 2026 09:05\nEmne: Tilbygg\n\nHva koster det å søke om tilbygg?"
}

fn known() -> Known {
    let from = Address { name: Some("Per Haug".into()), address: "per.haug@example.no".into() };
    let text = "Hva koster det å søke om tilbygg?".into();
    let date = "2026-03-02T08:05:00Z".parse().ok();
    Known::of(&[Message { from, text, date, subject: "Tilbygg".into(), ..Message::default() }])
}

fn mail() -> Outgoing {
    Outgoing {
        reference: Some(Reference::new("SV-0000-0000-0000-0000")),
        conversation: Some(ConversationId::new("c")),
        from: "Postmottak@fjordvik.kommune.no".into(),
        to: vec!["Per.Haug@example.no".into()],
        subject: "SV: Tilbygg".into(),
        text: format!("{LETTER}\n\n{}", quote()),
        links: vec!["https://fjordvik.kommune.no/gebyr/".into(), "mailto:per.haug@example.no".into()],
        ..Outgoing::default()
    }
}

fn file(name: &str, inline: bool) -> Attachment {
    Attachment { name: name.into(), size: 9, sha256: None, inline }
}

#[test]
fn the_sealed_mail_passes_however_the_client_writes_it() {
    type Change = fn(&mut Outgoing);
    let same: [(&str, Change); 9] = [
        ("as it is", |_| {}),
        ("without the quote", |mail| mail.text = LETTER.into()),
        ("other white space", |mail| mail.text = LETTER.replace("\n\n", "\r\n \u{a0}\r\n")),
        ("no-break spaces", |mail| mail.text = LETTER.replace(' ', "\u{a0}")),
        ("narrow no-break spaces", |mail| mail.text = LETTER.replace(' ', "\u{202f}")),
        ("list points", |mail| mail.text = LETTER.replace("Gebyret", "• Gebyret")),
        ("unknown conversation", |mail| mail.conversation = None),
        ("no prefix", |mail| mail.subject = "Tilbygg".into()),
        ("nobody in To", |mail| mail.to.clear()),
    ];
    for (name, change) in same {
        let mut mail = mail();
        change(&mut mail);
        assert_eq!(compare(&seal(), &mail, &known(), now()), Answer::Allow, "{name}");
    }
}

#[test]
fn every_single_change_is_stopped() {
    let changed = |was: &str, now: &str| Why::TextChanged { was: was.into(), now: now.into() };
    type Change = fn(&mut Outgoing);
    let stopped: Vec<(Change, Why)> = vec![
        (|mail| mail.text = mail.text.replace("12 500", "12 600"), changed("12 500", "12 600")),
        (|mail| mail.text = format!("Merk dette! {}", mail.text), changed("", "Merk dette!")),
        (
            |mail| mail.text = mail.text.replace("Gebyret er 12 500 kroner. ", ""),
            changed("Gebyret er 12 500 kroner.", ""),
        ),
        (
            |mail| mail.text = "Noe annet".into(),
            changed("Hei Per! Gebyret er 12 500 kroner. Se https://fjordvik.kommune.no/gebyr Vennlig…", "Noe annet"),
        ),
        (|mail| mail.text.push_str("\nPS: ring meg"), Why::TextAdded("PS ring meg".into())),
        (
            |mail| mail.text = format!("{LETTER}\n\nFristen er fredag.\n{}", quote()),
            Why::TextAdded("Fristen er fredag".into()),
        ),
        (|mail| mail.hidden = "skjult".into(), Why::HiddenText),
        (|mail| mail.from = "kari.nordby@fjordvik.kommune.no".into(), Why::SenderChanged),
        (|mail| mail.subject = "SV: Vedtak".into(), Why::SubjectChanged),
        (|mail| mail.attachments.push(file("vedtak.pdf", false)), Why::AttachmentsChanged),
        (|mail| mail.attachments.push(file("bilde.png", true)), Why::AttachmentsChanged),
        (|mail| mail.conversation = Some(ConversationId::new("x")), Why::OtherConversation),
        (
            |mail| {
                mail.text = LETTER.into();
                mail.links.push("https://kommune.no".into());
            },
            Why::LinkAdded("https://kommune.no".into()),
        ),
    ];
    for (change, why) in stopped {
        let mut mail = mail();
        change(&mut mail);
        assert_eq!(compare(&seal(), &mail, &known(), now()), Answer::Stop(why));
    }
}

#[test]
fn a_dead_seal_lets_nothing_through() {
    let used = Seal { sent: Some(now()), ..seal() };
    let expired = Seal { expires: now(), ..seal() };
    assert_eq!(compare(&used, &mail(), &known(), now()), Answer::Stop(Why::Used));
    assert_eq!(compare(&expired, &mail(), &known(), now()), Answer::Stop(Why::Expired));
}

#[test]
fn an_added_recipient_is_asked_about_alone() {
    let ola = "ola.nes@fjordvik.kommune.no".to_owned();
    for place in 0..3 {
        let mut mail = mail();
        [&mut mail.to, &mut mail.cc, &mut mail.bcc][place].push(ola.clone());
        let why = Why::RecipientAdded(vec![ola.clone()]);
        assert_eq!(compare(&seal(), &mail, &known(), now()), Answer::Ask(why));
        mail.text = mail.text.replace("12 500", "12 600");
        assert!(matches!(compare(&seal(), &mail, &known(), now()), Answer::Stop(Why::TextChanged { .. })));
    }
}

#[test]
fn a_blind_copy_that_becomes_visible_counts_as_added() {
    let mut seal = seal();
    seal.envelope.bcc = vec!["arkiv@fjordvik.kommune.no".into()];
    let blind = Outgoing { bcc: seal.envelope.bcc.clone(), ..mail() };
    let seen = Outgoing { cc: seal.envelope.bcc.clone(), ..mail() };
    assert_eq!(compare(&seal, &blind, &known(), now()), Answer::Allow);
    assert!(matches!(compare(&seal, &seen, &known(), now()), Answer::Ask(Why::RecipientAdded(_))));
}

#[test]
fn a_link_below_a_quote_is_asked_about_because_clients_rewrite_quotes() {
    let mut mail = mail();
    mail.links.push("https://tracker.example.org/x".into());
    assert!(matches!(compare(&seal(), &mail, &known(), now()), Answer::Ask(Why::LinkAdded(_))));
}

#[test]
fn sealed_files_must_all_be_there_with_their_content() {
    let sealed = Attachment { sha256: Some("aa".into()), ..file("kart.pdf", false) };
    let mut seal = seal();
    seal.envelope.attachments = vec![sealed.clone()];
    let with = |files: Vec<Attachment>| compare(&seal, &Outgoing { attachments: files, ..mail() }, &known(), now());
    assert_eq!(with(vec![sealed.clone()]), Answer::Allow);
    for files in [
        vec![],
        vec![file("kart.pdf", false)],
        vec![Attachment { sha256: Some("bb".into()), ..sealed.clone() }],
        [&sealed, &sealed].map(Clone::clone).to_vec(),
    ] {
        assert_eq!(with(files), Answer::Stop(Why::AttachmentsChanged));
    }
}

#[test]
fn a_sealed_letter_is_recognised_without_its_last_line() {
    let pasted = LETTER.replace("Ref. SV-0000-0000-0000-0000", "");
    for (text, is_it) in [
        (pasted.as_str(), true),
        (&pasted.replace("12 500", "9 000"), true),
        ("Hei Per! Jeg ringer deg i morgen.\n\nKari", false),
        ("", false),
        (&format!("Hei Per! Jeg skriver noe helt annet nå og lenge, om en annen ting enn før.\n\n{LETTER}"), false),
    ] {
        assert_eq!(resembles(&seal(), text), is_it, "{text:?}");
    }
}

#[test]
fn what_stands_above_the_quote_is_what_was_written_now() {
    for (text, above) in [
        ("Hei\n\nTakk", "Hei\n\nTakk"),
        ("Hei\n\nFra: Per\nSendt: i dag\n\nSpørsmål", "Hei\n\n"),
        ("Hei\nFra: 1. mai gjelder ny pris\nHilsen", "Hei\nFra: 1. mai gjelder ny pris\nHilsen"),
        ("Hei\nDen man. 2. mars skrev Per Haug:\n> x", "Hei\n"),
        ("Hei\nDen prisen skrev vi om.", "Hei\nDen prisen skrev vi om."),
        ("Hei\n> x", "Hei\n"),
        ("Hei\n-----Opprinnelig melding-----\nx", "Hei\n"),
        ("On Monday Per wrote:\nx", ""),
    ] {
        assert_eq!(above_quote(text), above, "{text:?}");
    }
}

#[test]
fn an_oddity_in_the_block_stops_and_below_it_only_what_nobody_knows_is_asked_about() {
    let added = |words: &str| Oddity::Added(words.into());
    let picture = |source: &str, alt: &str| Oddity::Picture { source: source.into(), alt: alt.into() };
    let stop = |why: &Why| Some(Answer::Stop(why.clone()));
    let ask = |why: &Why| Some(Answer::Ask(why.clone()));
    let more = Why::TextAdded("Du får medhold".into());
    let tracked = Why::LinkAdded("https://evil.example/p.png".into());
    for (kind, within, below) in [
        (Oddity::Undone, stop(&Why::LooksOtherwise), None),
        (Oddity::Page, stop(&Why::LooksOtherwise), stop(&Why::LooksOtherwise)),
        (added("Du får medhold"), stop(&more), ask(&more)),
        (
            added("Hva koster det å søke om tilbygg?"),
            stop(&Why::TextAdded("Hva koster det å søke om tilbygg?".into())),
            None,
        ),
        (picture("", "Du får medhold"), stop(&more), ask(&more)),
        (picture("", ""), None, None),
        (picture("https://evil.example/p.png", ""), stop(&tracked), ask(&tracked)),
        (
            picture("https://fjordvik.kommune.no/gebyr", "Kart"),
            stop(&Why::TextAdded("Kart".into())),
            ask(&Why::TextAdded("Kart".into())),
        ),
        (
            picture("data:image/png", ""),
            stop(&Why::LinkAdded("data:image/png".into())),
            ask(&Why::LinkAdded("data:image/png".into())),
        ),
        (picture("cid:nobody", "Du får medhold"), stop(&more), ask(&more)),
    ] {
        for (at, expected) in [(3, within), (LETTER.len() + 8, below)] {
            let dress = Dress { text: mail().text, odd: vec![Odd { at, kind: kind.clone() }] };
            let answer = compare(&seal(), &Outgoing { dress, ..mail() }, &known(), now());
            assert_eq!(answer, expected.clone().unwrap_or(Answer::Allow), "{kind:?} at {at}");
        }
    }
}
