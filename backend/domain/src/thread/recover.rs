//! Earlier mails read out of quotes (gjenfunne e-poster): sender, date and words as far as the headers tell.

use super::{
    header::{self, Style},
    message::Message,
    quote::is_marked,
};
use jiff::Timestamp;
use vocabulary::limit::THREAD_MESSAGES;

/// Quotes in quotes are read this deep.
const DEEPEST: usize = 30;

/// A stretch of lines at one depth of quoting, with the header that introduced it.
struct Piece<'t> {
    lines: Vec<&'t str>,
    origin: Option<Message>,
    depth: usize,
}

/// The mails quoted in `text`, nearest first. What a quote says is the sender's word alone: it is marked as not authenticated,
/// and a date later than `before` is left out.
pub(super) fn earlier(text: &str, before: Option<Timestamp>) -> Vec<Message> {
    let mut found = Vec::new();
    let mut open = vec![Piece { lines: text.lines().collect(), origin: None, depth: 0 }];
    while let Some(piece) = open.pop() {
        if found.len() >= THREAD_MESSAGES || piece.depth > DEEPEST {
            break;
        }
        let mut inner = read(piece, &mut found);
        inner.reverse();
        open.append(&mut inner);
    }
    found.retain(|message: &Message| !message.text.trim().is_empty());
    for message in &mut found {
        message.date = message.date.filter(|date| before.is_none_or(|before| *date <= before));
    }
    found
}

/// Reads one stretch: the mails in it go to `found`, the quotes in it are given back.
fn read<'t>(piece: Piece<'t>, found: &mut Vec<Message>) -> Vec<Piece<'t>> {
    let Piece { lines, origin, depth } = piece;
    let mut current = origin;
    let mut inner = Vec::new();
    let mut at = 0;
    while at < lines.len() && found.len() < THREAD_MESSAGES {
        if is_marked(lines[at]) {
            let length = lines[at..].iter().take_while(|line| is_marked(line) || line.trim().is_empty()).count();
            let introduced = current.take_if(|message| message.text.trim().is_empty());
            let lines = lines[at..at + length].iter().map(|line| unmarked(line)).collect();
            inner.push(Piece { lines, origin: introduced, depth: depth + 1 });
            at += length;
        } else if let Some(header) = header::at(&lines[at..]) {
            let behind = at + header.lines;
            let next = begin(&lines[at..behind], header.style);
            // A separator is often followed by the block that says more.
            if !(header.style == Style::Separator
                && current.as_ref().is_some_and(|message| message.text.trim().is_empty()))
            {
                found.extend(current.replace(next));
            }
            at = behind;
        } else {
            if let Some(message) = &mut current {
                message.text.push_str(lines[at].trim_end());
                message.text.push('\n');
            }
            at += 1;
        }
    }
    found.extend(current);
    inner
}

fn begin(lines: &[&str], style: Style) -> Message {
    let origin = header::read(lines, style);
    Message {
        from: origin.from,
        to: origin.to,
        date: origin.date,
        subject: origin.subject,
        authenticated: Some(false),
        ..Message::default()
    }
}

/// Without one mark.
fn unmarked(line: &str) -> &str {
    let line = line.trim_start_matches([' ', '\u{a0}']);
    let line = line.strip_prefix('>').unwrap_or(line);
    line.strip_prefix(' ').unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::earlier;

    #[test]
    fn earlier_mails_are_read_out_of_quotes() {
        let outlook = "Takk\n\nFra: Kari <k@x.no>\nSendt: 16. mars 2026 10:12\nTil: Per\nEmne: SV\n\nSvar en\n\nFra: Per <p@x.no>\nSendt: 15. mars 2026 09:00\nTil: Kari\nEmne: Spm\n\nSpørsmål en\n";
        let gmail = "Takk\n\nman. 16. mars 2026 kl. 10:12 skrev Kari <k@x.no>:\n\n> Svar en\n>\n> søn. 15. mars 2026 kl. 09:00 skrev Per <p@x.no>:\n>> Spørsmål en\n";
        for text in [outlook, gmail] {
            let found = earlier(text, None);
            let seen: Vec<_> =
                found.iter().map(|m| (m.from.address.as_str(), m.text.trim(), m.date.is_some())).collect();
            assert_eq!(seen, [("k@x.no", "Svar en", true), ("p@x.no", "Spørsmål en", true)], "{text}");
            assert!(found.iter().all(|message| message.authenticated == Some(false)));
        }
    }

    #[test]
    fn a_quote_cannot_be_newer_than_the_mail_that_holds_it() {
        let text = "Den 16.03.2030 10:12, skrev Kari:\n> Svar";
        let now = "2026-03-16T12:00:00Z".parse().ok();
        assert_eq!(earlier(text, now)[0].date, None);
    }
}
