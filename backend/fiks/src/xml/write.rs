//! Writing a message (skriving): elements in the order they are said, and texts that can be nothing but texts.

use super::space;
use std::fmt::Write as _;

/// A message that is being written. Names that begin with `m:` are of the catalogue of metadata, others of the message's own schema.
pub(crate) struct Writer {
    out: String,
    open: Vec<&'static str>,
}

impl Writer {
    /// A message with this outermost element of this schema.
    pub(crate) fn of(root: &'static str, space: &str) -> Self {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let (metadata, types) = (space::METADATA, "http://www.w3.org/2001/XMLSchema-instance");
        let _ = write!(out, "<{root} xmlns=\"{space}\" xmlns:m=\"{metadata}\" xmlns:xsi=\"{types}\">");
        Self { out, open: vec![root] }
    }

    /// An element with a text; what no XML may hold is left out.
    pub(crate) fn text(&mut self, name: &'static str, text: &str) {
        let _ = write!(self.out, "<{name}>");
        escape(text, &mut self.out);
        let _ = write!(self.out, "</{name}>");
    }

    /// An element with a number.
    pub(crate) fn number(&mut self, name: &'static str, number: impl Into<i64>) {
        let _ = write!(self.out, "<{name}>{}</{name}>", number.into());
    }

    /// An element around others.
    pub(crate) fn within(&mut self, name: &'static str, inner: impl FnOnce(&mut Self)) {
        self.typed(name, None, inner);
    }

    /// The same, of a narrower type than its schema says there.
    pub(crate) fn typed(&mut self, name: &'static str, kind: Option<&str>, inner: impl FnOnce(&mut Self)) {
        let kind = kind.map(|kind| format!(" xsi:type=\"{kind}\"")).unwrap_or_default();
        let _ = write!(self.out, "<{name}{kind}>");
        self.open.push(name);
        inner(self);
        self.close();
    }

    /// An element with a code.
    pub(crate) fn code(&mut self, name: &'static str, code: &str) {
        self.within(name, |out| out.text("m:kode", code));
    }

    /// An element that refers to something by the archive's own id.
    pub(crate) fn reference(&mut self, name: &'static str, id: &str) {
        self.within(name, |out| out.text("m:systemID", id));
    }

    fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            let _ = write!(self.out, "</{name}>");
        }
    }

    /// The whole message.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        self.out.into_bytes()
    }
}

/// A text with something in it, or what stands in its place: the schemas want a sign where they want a text.
pub(crate) fn said<'a>(text: &'a str, instead: &'a str) -> &'a str {
    if text.chars().any(|sign| is_allowed(sign) && !sign.is_whitespace()) { text } else { instead }
}

fn escape(text: &str, out: &mut String) {
    for sign in text.chars().filter(|sign| is_allowed(*sign)) {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A reader would make a line feed of it.
            '\r' => out.push_str("&#13;"),
            other => out.push(other),
        }
    }
}

/// What XML 1.0 lets stand in a text.
fn is_allowed(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::{Writer, said};

    #[test]
    fn a_text_stays_a_text() {
        for (text, is) in [
            ("a & b < c > \"d\" 'e'", "a & b < c > \"d\" 'e'"),
            ("]]><x/>", "]]><x/>"),
            ("<!DOCTYPE a><?b?>", "<!DOCTYPE a><?b?>"),
            ("a\0b\u{1b}c\u{ffff}d\u{85}e", "abcd\u{85}e"),
            ("linje 1\r\nlinje 2\t", "linje 1\r\nlinje 2\t"),
            ("🏡 \u{202e}bakvendt\u{202c} עברית", "🏡 \u{202e}bakvendt\u{202c} עברית"),
        ] {
            let mut out = Writer::of("a", "urn:a");
            out.text("b", text);
            let written = String::from_utf8(out.finish()).unwrap();
            let read = roxmltree::Document::parse(&written).unwrap();
            let inner = read.root_element().first_element_child().unwrap();
            assert_eq!(inner.text(), Some(is), "{written}");
            assert_eq!(read.root_element().children().count(), 1, "{written}");
        }
        for (text, is) in [("", "x"), (" \t", "x"), ("\0\u{1}", "x"), ("a", "a"), (" a", " a")] {
            assert_eq!(said(text, "x"), is);
        }
    }
}
