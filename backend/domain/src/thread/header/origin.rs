//! Who wrote a quoted mail, to whom and when (opphav), as far as its header says.

use super::{Style, attribution::WROTE, label, label::Label, moment::moment};
use crate::thread::message::Address;
use jiff::Timestamp;

/// Who wrote, and when, as far as the header says.
#[derive(Clone, Debug, Default)]
pub(in crate::thread) struct Origin {
    pub(in crate::thread) from: Address,
    pub(in crate::thread) to: Vec<Address>,
    pub(in crate::thread) date: Option<Timestamp>,
    pub(in crate::thread) subject: String,
}

/// Reads the header that these lines are.
pub(in crate::thread) fn read(lines: &[&str], style: Style) -> Origin {
    match style {
        Style::Separator => Origin::default(),
        Style::Block => labelled(lines),
        Style::Attribution => {
            let sentence: Vec<&str> = lines.iter().map(|line| line.trim_matches(['-', ' ', '\u{a0}'])).collect();
            let sentence = sentence.join(" ");
            Origin { from: author(&sentence), date: moment(&sentence), ..Origin::default() }
        }
    }
}

fn labelled(lines: &[&str]) -> Origin {
    let mut origin = Origin::default();
    for (kind, value) in lines.iter().filter_map(|line| label::label(line)) {
        match kind {
            Label::Subject => value.clone_into(&mut origin.subject),
            Label::Sent => origin.date = moment(value),
            Label::To => {
                origin.to = value.split(';').map(str::trim).filter(|one| !one.is_empty()).map(address).collect()
            }
            Label::From => origin.from = address(value),
            Label::Other => {}
        }
    }
    origin
}

/// `Per Haug <per.haug@example.no>`, also with the brackets of Outlook (`[mailto:…]`) and of Gmail in Finnish (`(…)`).
fn address(text: &str) -> Address {
    let at = text.find('@');
    let brackets = [('<', '>'), ('[', ']'), ('(', ')')].into_iter().find_map(|(open, close)| {
        let start = text[..at?].rfind(open)?;
        Some((start, start + text[start..].find(close)?))
    });
    match (brackets, at) {
        (Some((start, end)), _) => {
            let inner = text[start + 1..end].trim().trim_start_matches("mailto:");
            Address { name: named(&text[..start]), address: mailbox(inner) }
        }
        (None, Some(_)) => Address { name: None, address: mailbox(text) },
        (None, None) => Address { name: named(text), address: String::new() },
    }
}

/// The first word with an @, without what a client put around it.
fn mailbox(text: &str) -> String {
    let word = text.split_whitespace().find(|word| word.contains('@')).unwrap_or_default();
    word.trim_matches(['<', '>', '[', ']', '(', ')', ',', ';', ':', '"', '\'']).to_lowercase()
}

fn named(text: &str) -> Option<String> {
    let text = text.rsplit_once('<').filter(|(_, rest)| rest.starts_with("mailto:")).map_or(text, |(name, _)| name);
    let name =
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | '*' | ':' | '_' | '<' | '['));
    (!name.is_empty() && name.chars().count() <= 80).then(|| name.to_owned())
}

/// The author of an attribution: behind «skrev», or between the time and the verb, or before «skrev den …».
fn author(sentence: &str) -> Address {
    let sentence = sentence.trim().trim_end_matches([':', '：']).trim_end();
    let verb = WROTE.iter().filter_map(|verb| sentence.rfind(verb).map(|at| (at, at + verb.len()))).max();
    let Some((left, right)) = verb.map(|(start, end)| (&sentence[..start], sentence[end..].trim())) else {
        return address(behind_time(sentence));
    };
    let dated = |part: &str| part[..address_start(part)].contains(|c: char| c.is_ascii_digit());
    if right.contains(char::is_alphabetic) && !dated(right) {
        return address(right);
    }
    // «Le …, Kari a écrit».
    let left = left.trim_end();
    let left = left.strip_suffix(" a").unwrap_or(left);
    address(if dated(left) { behind_time(left) } else { left })
}

/// Where the address begins; the end of a text without one.
fn address_start(text: &str) -> usize {
    let Some(at) = text.find('@') else { return text.find('<').unwrap_or(text.len()) };
    let mut before = text[..at].char_indices().rev();
    let blank = before.find(|(_, sign)| matches!(sign, ' ' | '<' | '(' | '[' | '\u{a0}'));
    blank.map_or(0, |(place, sign)| place + sign.len_utf8())
}

/// What stands behind the last figure before the address, and the words that belong to a time.
fn behind_time(text: &str) -> &str {
    const OF_TIME: [&str; 12] = ["AM", "PM", "am", "pm", "a.m.", "p.m.", "Uhr", "CET", "CEST", "GMT", "UTC", "Z"];
    let Some(last) = text[..address_start(text)].rfind(|c: char| c.is_ascii_digit()) else { return text };
    let mut rest = &text[last + 1..];
    loop {
        rest = rest.trim_start_matches([',', ' ', '.', ')', '\u{a0}', '\u{202f}']);
        let word = rest.split([' ', ',', ')', '\u{a0}', '\u{202f}']).next().unwrap_or_default();
        if !OF_TIME.contains(&word) {
            return rest;
        }
        rest = &rest[word.len()..];
    }
}
