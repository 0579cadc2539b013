//! Conversations as they come (prøver), read as a whole.

mod invariant;

use super::{Address, Empty, Message, Thread};
use crate::value::Kind;
use jiff::civil::{Date, date};
use vocabulary::{Language, MailId};

const TODAY: Date = date(2026, 11, 21);

fn mail(id: &str, at: &str, text: &str) -> Message {
    Message {
        id: Some(MailId::new(id)),
        from: Address { name: Some("Per Haug".to_owned()), address: "per.haug@example.no".to_owned() },
        date: at.parse().ok(),
        subject: "SV: sak 26/1234".to_owned(),
        text: text.to_owned(),
        ..Message::default()
    }
}

#[test]
fn a_conversation_is_read_newest_first_without_drafts() {
    let draft = Message { draft: true, ..mail("d", "2026-11-21T09:00:00Z", "utkast") };
    let old = mail("a", "2026-11-01T09:00:00Z", "Hei, når får jeg svar på søknaden?");
    let new = mail(
        "b",
        "2026-11-20T09:00:00Z",
        "Jeg har fortsatt ikke fått svar. Hva skjer?\n\nMvh\nPer\n\nFra: Per Haug\nSendt: 1. november 2026 10:00\nTil: x\nEmne: y\n\nHei, når får jeg svar på søknaden?",
    );
    let messages = vec![old, draft, new];
    let thread = Thread::new(messages.clone(), None, TODAY).unwrap();
    assert_eq!(
        thread.messages().iter().map(|w| w.message.id.as_ref().map(MailId::as_str)).collect::<Vec<_>>(),
        [Some("b"), Some("a")]
    );
    assert_eq!(thread.answered().visible, "Jeg har fortsatt ikke fått svar. Hva skjer?");
    assert_eq!(thread.questions(), ["Hva skjer?"]);
    assert_eq!(thread.language().0, Language::Nb);
    assert_eq!(
        thread.values().iter().map(|v| (v.kind, v.value.as_str())).collect::<Vec<_>>(),
        [(Kind::CaseNumber, "2026/1234")]
    );
    assert!(thread.known_text().contains("Mvh\nPer"));
    assert_eq!(thread.names(), ["Per Haug"]);
    let thread = Thread::new(messages, Some(&MailId::new("a")), TODAY).unwrap();
    assert_eq!(thread.answered().message.id, Some(MailId::new("a")));
}

#[test]
fn mails_that_only_a_quote_has_are_recovered_and_never_answered() {
    let text = "Takk, men når?\n\nman. 16. mars 2026 kl. 10:12 skrev Kari Nordby <kari.nordby@fjordvik.kommune.no>:\n> Hei Per\n> Saken blir behandlet.\n";
    let thread = Thread::new(vec![Message { date: None, ..mail("a", "", text) }], None, TODAY).unwrap();
    assert_eq!(thread.messages().len(), 2);
    assert_eq!(thread.answered().visible, "Takk, men når?");
    assert_eq!(thread.messages()[1].message.from.address, "kari.nordby@fjordvik.kommune.no");
    assert_eq!(thread.messages()[1].message.authenticated, Some(false));
}

#[test]
fn nothing_to_answer_is_said() {
    assert_eq!(Thread::new(vec![], None, TODAY), Err(Empty::NoMail));
    let draft = Message { draft: true, ..Message::default() };
    assert_eq!(Thread::new(vec![draft], None, TODAY), Err(Empty::NoMail));
}
