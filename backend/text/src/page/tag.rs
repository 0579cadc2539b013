//! Tags and their attributes (13.2.5.8 and 13.2.5.32 to 13.2.5.40).

use super::{Reading, reference, replaced};
use std::borrow::Cow;

/// Attributes of one tag that are kept, more than any real mail has: each is compared with all before it.
const MOST: usize = 200;

/// The attributes of a tag; of several with one name the first counts.
#[derive(Default)]
pub(crate) struct Attributes<'p> {
    all: Vec<(Cow<'p, str>, &'p str)>,
    /// Whether there were more than are kept.
    pub(crate) is_cut: bool,
}

/// A value as it stands in the page.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Value<'p>(&'p str);

impl<'p> Attributes<'p> {
    /// Names and values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Value<'p>)> {
        self.all.iter().map(|(name, value)| (&**name, Value(value)))
    }

    /// The value of one.
    pub(crate) fn of(&self, wanted: &str) -> Option<Cow<'p, str>> {
        self.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.read())
    }

    fn push(&mut self, name: Cow<'p, str>, value: &'p str) {
        if self.all.iter().all(|(other, _)| *other != name) {
            self.all.push((name, value));
        }
    }
}

impl<'p> Value<'p> {
    /// The value with its references read.
    pub(crate) fn read(self) -> Cow<'p, str> {
        reference::decoded(self.0, true)
    }
}

impl<'p> Reading<'p> {
    /// A tag from its name on; `None` where the page ends within it. Those that end something may as well have attributes, which
    /// nobody reads.
    pub(super) fn tag(&mut self, is_start: bool) -> Option<Cow<'p, str>> {
        let name = lower(self.until(|byte| is_blank(byte) || matches!(byte, b'/' | b'>')));
        self.attributes.all.clear();
        self.attributes.is_cut = false;
        let mut count = 0;
        loop {
            self.skip(|byte| is_blank(byte) || byte == b'/');
            if self.byte(0)? == b'>' {
                self.at += 1;
                return Some(name);
            }
            let (name, value) = self.attribute()?;
            count += 1;
            match count {
                ..=MOST if is_start => self.attributes.push(lower(name), value),
                _ => self.attributes.is_cut |= is_start,
            }
        }
    }

    /// A name, and a value or none.
    fn attribute(&mut self) -> Option<(&'p str, &'p str)> {
        let from = self.at;
        // A name may begin with the sign that ends it.
        self.at += usize::from(self.byte(0)? == b'=');
        self.until(|byte| is_blank(byte) || matches!(byte, b'/' | b'>' | b'='));
        let name = &self.page[from..self.at];
        self.skip(is_blank);
        if self.byte(0)? != b'=' {
            return Some((name, ""));
        }
        self.at += 1;
        self.skip(is_blank);
        Some((name, self.value()?))
    }

    fn value(&mut self) -> Option<&'p str> {
        let quote = self.byte(0)?;
        if !matches!(quote, b'"' | b'\'') {
            return Some(self.until(|byte| is_blank(byte) || byte == b'>'));
        }
        self.at += 1;
        let value = self.until(|byte| byte == quote);
        self.byte(0)?;
        self.at += 1;
        Some(value)
    }

    fn skip(&mut self, skipped: impl Fn(u8) -> bool) {
        self.until(|byte| !skipped(byte));
    }

    /// What stands before a sign, or the rest of the page.
    fn until(&mut self, ends: impl Fn(u8) -> bool) -> &'p str {
        let rest = &self.page[self.at..];
        // Every sign asked for is ASCII, so that no letter is cut.
        let length = rest.bytes().position(ends).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | 0x0c)
}

/// A name as it is compared.
fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase() || byte == 0) {
        Cow::Owned(replaced(name).to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}
