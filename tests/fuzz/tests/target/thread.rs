//! A mail's text taken apart (tråd): every part is lines of it, and all parts together are the text.

use crate::words::{QUOTED, SAID};
use domain::thread::{Address, Message, Thread, quote, sentence};
use jiff::civil::date;
use std::collections::HashSet;
use vocabulary::{MailId, limit::THREAD_MESSAGES};

fuzz::target!(
    /// Own words, signature and quotes.
    quote_split, 1_500, |pick| {
    let text = pick.text_of(&[QUOTED, QUOTED, QUOTED, SAID]);
    let plain = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: HashSet<&str> = plain.split('\n').map(str::trim_end).collect();
    let parts = quote::split(&text);
    for part in [&parts.visible, &parts.reply, &parts.quoted, parts.signature.as_ref().unwrap_or(&parts.visible)] {
        assert!(part.split('\n').all(|line| part.is_empty() || lines.contains(line)), "{text:?}: {part:?}");
    }
    let whole: Vec<&str> = parts.fragments.iter().map(|fragment| fragment.text.as_str()).collect();
    assert_eq!(whole.join("\n"), plain, "{text:?}");
});

fuzz::target!(
    /// Sentences of mail.
    sentence_split, 1_000, |pick| {
    let text = pick.text(SAID);
    let mut end = 0;
    for range in sentence::split(&text) {
        assert!(end <= range.start && !text[range.clone()].trim().is_empty(), "{text:?}");
        end = range.end;
    }
});

fuzz::target!(
    /// A conversation of several mails, and those its quotes hold.
    conversation, 250, |pick| {
    let mails: Vec<Message> = (0..=pick.below(3)).map(|place| message(place, pick)).collect();
    let (count, asked) = (mails.len(), MailId::new("0"));
    let all: String = mails.iter().map(|mail| mail.text.as_str()).collect();
    let thread = Thread::new(mails, Some(&asked), date(2026, 11, 21)).expect("there is a mail");
    assert_eq!(thread.answered().message.id, Some(asked), "{all:?}");
    assert!(thread.messages().len() <= count + THREAD_MESSAGES, "{all:?}");
    assert!((0.0..=1.0).contains(&thread.language().1), "{all:?}");
    let visible = &thread.answered().visible;
    for value in thread.values().iter().filter(|value| !value.span.is_empty()) {
        assert_eq!(value.span.of(visible), value.text, "{all:?}");
    }
    let own = |mail: &&domain::thread::Written| mail.message.id.is_some();
    assert_eq!(thread.messages().iter().filter(own).count(), count, "{all:?}");
});

fn message(place: usize, pick: &mut fuzz::Pick<'_>) -> Message {
    let day = 1 + pick.below(28);
    let mut part = pick.part();
    Message {
        id: Some(MailId::new(place.to_string())),
        from: Address { name: Some(part.words(3, SAID)), address: "per.haug@example.no".to_owned() },
        date: if pick.coin() { format!("2026-03-{day:02}T10:00:00Z").parse().ok() } else { None },
        subject: part.words(6, SAID),
        text: part.text(QUOTED),
        ..Message::default()
    }
}
