//! A page of HTML, tag by tag (sidelesing): the tokenizer of the HTML standard (13.2.5), for both readers of a page, so that neither reads more of
//! it than the other.
//!
//! Everything is a slice of the page, and values are decoded only for who asks for them. Each byte is looked at a fixed number of times at the
//! most, whatever the page is made of.

mod raw;
mod reference;
mod tag;

use raw::Content;
use std::borrow::Cow;
pub(crate) use tag::{Attributes, Value};

/// What stands on a page, in its order.
pub(crate) trait Reader<'p> {
    /// A start tag; its name is in lower case.
    fn start(&mut self, name: Cow<'p, str>, attributes: &Attributes<'p>);
    /// An end tag, matching or not.
    fn end(&mut self, name: &str);
    /// A piece of text.
    fn text(&mut self, text: &str);
    /// A comment.
    fn comment(&mut self, _comment: &str) {}
}

/// A page whose lines end in one way.
pub(crate) struct Page<'h>(Cow<'h, str>);

impl<'h> Page<'h> {
    pub(crate) fn new(html: &'h str) -> Self {
        Self(lines(html.strip_prefix('\u{feff}').unwrap_or(html)))
    }

    /// Whether there is anything that may be such a tag.
    pub(crate) fn has_tag(&self, tag: &str) -> bool {
        self.0.as_bytes().windows(tag.len()).any(|it| it.eq_ignore_ascii_case(tag.as_bytes()))
    }

    /// Tells a reader what stands on the page.
    pub(crate) fn read<'p>(&'p self, reader: &mut impl Reader<'p>) {
        let mut reading = Reading { page: &self.0, at: 0, attributes: Attributes::default() };
        while reading.at < reading.page.len() {
            reading.data(reader);
        }
    }
}

/// Normalised newlines (13.2.3.5).
fn lines(html: &str) -> Cow<'_, str> {
    let Some((first, mut rest)) = html.split_once('\r') else { return Cow::Borrowed(html) };
    let mut normal = String::with_capacity(html.len());
    normal.push_str(first);
    loop {
        normal.push('\n');
        rest = rest.strip_prefix('\n').unwrap_or(rest);
        let Some((line, after)) = rest.split_once('\r') else { break };
        normal.push_str(line);
        rest = after;
    }
    normal.push_str(rest);
    Cow::Owned(normal)
}

/// Where the reading is.
struct Reading<'p> {
    page: &'p str,
    at: usize,
    /// Of the tag that was read last; kept for its room.
    attributes: Attributes<'p>,
}

impl<'p> Reading<'p> {
    /// The data state: text up to a tag, and the tag.
    fn data(&mut self, reader: &mut impl Reader<'p>) {
        let rest = &self.page[self.at..];
        let length = rest.bytes().position(|byte| matches!(byte, b'<' | b'&')).unwrap_or(rest.len());
        // A sign that is none is left out here, and stands as a replacement everywhere else.
        rest[..length].split('\0').filter(|text| !text.is_empty()).for_each(|text| reader.text(text));
        self.at += length;
        match self.byte(0) {
            Some(b'&') => self.reference(reader),
            Some(_) => self.open(reader),
            None => {}
        }
    }

    /// A character reference in text; what is none is text itself.
    fn reference(&mut self, reader: &mut impl Reader<'p>) {
        match reference::read(&self.page[self.at..], false) {
            Some((signs, length)) => {
                reader.text(signs.encode(&mut [0; 8]));
                self.at += length;
            }
            None => self.plain(1, reader),
        }
    }

    /// Text as it stands.
    fn plain(&mut self, length: usize, reader: &mut impl Reader<'p>) {
        reader.text(&self.page[self.at..self.at + length]);
        self.at += length;
    }

    /// The tag open state, at a `<`.
    fn open(&mut self, reader: &mut impl Reader<'p>) {
        match (self.byte(1), self.byte(2)) {
            (Some(b'!'), _) => self.declaration(reader),
            (Some(b'?'), _) => self.bogus(1, reader),
            (Some(letter), _) if letter.is_ascii_alphabetic() => self.start(reader),
            (Some(b'/'), Some(b'>')) => self.at += 3,
            (Some(b'/'), Some(letter)) if letter.is_ascii_alphabetic() => self.end(reader),
            (Some(b'/'), Some(_)) => self.bogus(2, reader),
            (Some(b'/'), None) => self.plain(2, reader),
            _ => self.plain(1, reader),
        }
    }

    /// A start tag, and what it holds where that is no HTML.
    fn start(&mut self, reader: &mut impl Reader<'p>) {
        self.at += 1;
        let Some(name) = self.tag(true) else { return };
        let content = Content::of(&name);
        reader.start(name.clone(), &self.attributes);
        match content {
            Content::Html => {}
            Content::Plain => self.raw_text(self.page.len(), reader),
            Content::Raw { has_references } => {
                let end = self.at + raw::length(&self.page[self.at..], &name);
                if has_references { self.references(end, reader) } else { self.raw_text(end, reader) }
            }
        }
    }

    fn end(&mut self, reader: &mut impl Reader<'p>) {
        self.at += 2;
        if let Some(name) = self.tag(false) {
            reader.end(&name);
        }
    }

    /// Text without tags and references.
    fn raw_text(&mut self, end: usize, reader: &mut impl Reader<'p>) {
        if end > self.at {
            reader.text(&replaced(&self.page[self.at..end]));
        }
        self.at = end;
    }

    /// Text without tags.
    fn references(&mut self, end: usize, reader: &mut impl Reader<'p>) {
        if end > self.at {
            reader.text(&reference::decoded(&self.page[self.at..end], false));
        }
        self.at = end;
    }

    /// The markup declaration open state.
    fn declaration(&mut self, reader: &mut impl Reader<'p>) {
        let rest = &self.page[self.at + 2..];
        if let Some(rest) = rest.strip_prefix("--") {
            let (comment, length) = comment(rest);
            reader.comment(&replaced(comment));
            self.at += 4 + length;
        } else if rest.get(..7).is_some_and(|it| it.eq_ignore_ascii_case("doctype")) {
            // Whatever a document type says, it ends at the first sign that may end it.
            self.at += 2 + rest.find('>').map_or(rest.len(), |end| end + 1);
        } else {
            self.bogus(2, reader);
        }
    }

    /// The bogus comment state.
    fn bogus(&mut self, skipped: usize, reader: &mut impl Reader<'p>) {
        let rest = &self.page[self.at + skipped..];
        let end = rest.find('>');
        reader.comment(&replaced(&rest[..end.unwrap_or(rest.len())]));
        self.at += skipped + end.map_or(rest.len(), |end| end + 1);
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        self.page.as_bytes().get(self.at + ahead).copied()
    }
}

/// A comment, and the length with what ends it (13.2.5.43 to 13.2.5.51).
fn comment(rest: &str) -> (&str, usize) {
    if let Some(length) = [">", "->"].into_iter().find(|end| rest.starts_with(end)).map(str::len) {
        return ("", length);
    }
    for (at, _) in rest.match_indices('-') {
        let ended = ["-->", "--!>"].into_iter().find(|end| rest[at..].starts_with(end));
        if let Some(end) = ended {
            return (&rest[..at], at + end.len());
        }
    }
    let end = ["--!", "--", "-"].into_iter().find_map(|end| rest.strip_suffix(end));
    (end.unwrap_or(rest), rest.len())
}

/// With a replacement for each sign that is none.
fn replaced(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { Cow::Owned(text.replace('\0', "\u{fffd}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests;
