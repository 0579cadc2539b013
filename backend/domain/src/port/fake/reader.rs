//! A reader of very simple HTML: enough for letters of our own and for tests; the real one is the crate `text`.

use crate::{
    port::{Failure, FailureKind, Plain, Reader},
    send::Dress,
    thread::Message,
};

/// Takes tags away: blocks end a paragraph, `href` and `src` are told, `display:none` hides an element without children.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tags;

impl Reader for Tags {
    fn mail(&self, bytes: &[u8]) -> Result<Message, Failure> {
        let garbled = || Failure::new(FailureKind::Garbled, "text", "no mail");
        let text = std::str::from_utf8(bytes).map_err(|_| garbled())?.replace("\r\n", "\n");
        let (head, body) = text.split_once("\n\n").ok_or_else(garbled)?;
        let field = |name: &str| {
            let line = head.lines().find(|line| line.to_lowercase().starts_with(name));
            line.and_then(|line| line.split_once(':')).map(|(_, value)| value.trim().to_owned())
        };
        let mut message = Message { text: body.to_owned(), ..Message::default() };
        message.from.address = field("from:").ok_or_else(garbled)?.to_lowercase();
        message.subject = field("subject:").unwrap_or_default();
        Ok(message)
    }

    fn plain(&self, html: &str) -> Plain {
        let mut plain = Plain::default();
        let mut is_hidden = false;
        for part in html.split_inclusive('>') {
            let (words, tag) = part.split_once('<').unwrap_or((part, ""));
            let words = unescaped(words);
            if is_hidden { &mut plain.hidden } else { &mut plain.text }.push_str(&words);
            is_hidden = tag.contains("display:none");
            plain.links.extend(["href=\"", "src=\""].iter().filter_map(|name| quoted(tag, name)));
            plain.text.push_str(match tag.trim_start_matches('/').split([' ', '>']).next() {
                Some("p" | "div" | "ul") => "\n\n",
                Some("br" | "li") => "\n",
                _ => "",
            });
        }
        plain.text = plain.text.trim().to_owned();
        plain
    }

    /// Letters of our own are plain.
    fn dress(&self, html: &str) -> Dress {
        Dress { text: self.plain(html).text, odd: Vec::new() }
    }
}

fn quoted(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(name)?;
    after.split('"').next().map(unescaped)
}

fn unescaped(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{a0}"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
