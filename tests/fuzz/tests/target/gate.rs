//! The gate at Send (sluse): the sealed letter passes, and no mail whose words are others.

use crate::words::{QUOTED, SAID};
use domain::{
    draft::normal::normalise,
    send::{Answer, Envelope, Known, Outgoing, Seal, gate::compare, gate::same_text, known::bare_link, known::links},
    thread::{Address, Message},
};
use fuzz::Pick;
use jiff::{Timestamp, ToSpan};
use vocabulary::{ConversationId, DraftId, Reference};

pub(crate) fn now() -> Timestamp {
    "2026-03-02T10:00:00Z".parse().expect("a time")
}

/// A letter as it was sealed an hour ago.
pub(crate) fn seal(letter: &str) -> Seal {
    Seal {
        reference: Reference::new("SV-0000-0000-0000-0000"),
        draft: DraftId::new("d"),
        revision: 1,
        conversation: ConversationId::new("c"),
        envelope: Envelope {
            from: "post@fjordvik.kommune.no".into(),
            subject: "Tilbygg".into(),
            to: vec!["per.haug@example.no".into()],
            ..Envelope::default()
        },
        text: normalise(letter),
        made: now() - 1.hour(),
        expires: now() + 23.hours(),
        sent: None,
    }
}

fn outgoing(text: String) -> Outgoing {
    Outgoing {
        from: "post@fjordvik.kommune.no".into(),
        to: vec!["per.haug@example.no".into()],
        subject: "SV: Tilbygg".into(),
        text,
        ..Outgoing::default()
    }
}

fn known(mail: &str) -> Known {
    let from = Address { name: Some("Per Haug".into()), address: "per.haug@example.no".into() };
    Known::of(&[Message {
        from,
        text: mail.to_owned(),
        date: Some(now()),
        subject: "Tilbygg".into(),
        ..Message::default()
    }])
}

/// What counts of a text: its words without the lone signs of list points.
fn counted(text: &str) -> Vec<String> {
    let normal = normalise(text);
    normal.split(' ').filter(|word| !matches!(*word, "" | "-" | "•" | "*" | "–" | "·")).map(str::to_owned).collect()
}

fn letter(pick: &mut Pick<'_>) -> String {
    let letter = pick.text(SAID);
    format!("{letter}\n\nRef. SV-0000-0000-0000-0000")
}

fuzz::target!(
    /// The sealed letter, alone and above the mail it answers, whatever white space the client makes.
    gate_same, 400, |pick| {
    // The line before a quote is known only where enough of a quote follows.
    let mail = format!("Hva koster det å søke?\n{}", pick.part().text(QUOTED));
    let (letter, known) = (letter(pick), known(&mail));
    let seal = seal(&letter);
    let spaced = letter.replace(' ', " \u{a0}").replace('\n', "\r\n\r\n");
    for text in [letter.clone(), spaced, format!("{letter}\n\n{mail}"), format!("{letter}\nFra: Per Haug\n{mail}")] {
        assert_eq!(compare(&seal, &outgoing(text.clone()), &known, now()), Answer::Allow, "{letter:?} / {text:?}");
    }
});

fuzz::target!(
    /// A letter that somebody changed: it passes only where what was sealed stands first, whole, and below it only the thread.
    gate_changed, 600, |pick| {
    let mail = pick.part().words(20, QUOTED);
    let sealed = letter(&mut pick.part());
    let (seal, known) = (seal(&sealed), known(&mail));
    let changed = String::from_utf8_lossy(&pick.mutated(sealed.as_bytes(), SAID)).into_owned();
    let (before, after) = (counted(&sealed), counted(&changed));
    let answer = compare(&seal, &outgoing(changed.clone()), &known, now());
    if after.starts_with(&before) {
        let below = after[before.len()..].join(" ");
        assert_eq!(answer == Answer::Allow, known.first_unknown(&below).is_none(), "{sealed:?} / {changed:?}");
    } else {
        assert!(matches!(answer, Answer::Stop(_)), "{sealed:?} / {changed:?}: {answer:?}");
    }
});

fuzz::target!(
    /// One word put in anywhere stops the mail.
    gate_one_word, 500, |pick| {
    let (sealed, known) = (letter(&mut pick.part()), known("Hva koster det?"));
    let seal = seal(&sealed);
    let mut words: Vec<&str> = sealed.split(' ').collect();
    words.insert(pick.below(words.len()), "tillegg");
    let changed = words.join(" ");
    assert!(matches!(compare(&seal, &outgoing(changed.clone()), &known, now()), Answer::Stop(_)), "{sealed:?} / {changed:?}");
});

fuzz::target!(
    /// What a thread holds, from any text.
    gate_known, 250, |pick| {
    let mail = pick.part().text(QUOTED);
    let known = known(&mail);
    let tail = pick.text_of(&[QUOTED, SAID]);
    let first = known.first_unknown(&tail);
    assert!(first.is_none_or(|words| !words.trim().is_empty()), "{mail:?} / {tail:?}");
    assert_eq!(known.first_unknown(&mail), None, "{mail:?}");
    assert!(links(&mail).iter().filter(|link| bare_link(link) == **link).all(|link| known.has_link(link)), "{mail:?}");
    let _ = same_text(&seal(&tail), &mail, &known);
});
