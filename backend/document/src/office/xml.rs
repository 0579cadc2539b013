//! XML as a stream (oppmerking): names without their prefixes, no entity but the five of the language, no tree to grow.

use crate::limit::{DEPTH, Deadline};
use domain::port::Unreadable;
use quick_xml::{
    Reader,
    events::{BytesRef, BytesStart, Event},
};

/// Whether what is in an element is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    Within,
    Past,
}

/// Who looks at the elements of a part.
pub(crate) trait Visit {
    /// An element begins; one that is passed by has no end.
    fn start(&mut self, name: &str, element: &Element<'_>) -> Look;
    /// An element that was looked at ends.
    fn end(&mut self, name: &str);
    /// Letters.
    fn text(&mut self, text: &str);
}

/// The attributes of an element.
pub(crate) struct Element<'e>(&'e BytesStart<'e>);

impl Element<'_> {
    /// The value of the attribute with this name, whatever its prefix.
    pub(crate) fn of(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes();
        let found = all.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
        Some(found.value.to_string())
    }

    /// A property that is on where it stands without a word against it.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.of("val").as_deref(), Some("0" | "false" | "off"))
    }
}

/// Walks through a part.
pub(crate) fn walk(bytes: &[u8], deadline: &Deadline, visit: &mut impl Visit) -> Result<(), Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::Damaged)?;
    let mut reader = Reader::from_str(text);
    let mut walker = Walker { visit, depth: 0, past: None };
    loop {
        deadline.hold()?;
        match reader.read_event().map_err(|_| Unreadable::Damaged)? {
            Event::Eof if walker.depth == 0 => return Ok(()),
            Event::Eof => return Err(Unreadable::Damaged),
            event => walker.take(&event)?,
        }
    }
}

struct Walker<'v, V> {
    visit: &'v mut V,
    depth: usize,
    /// The depth of the element that is passed by.
    past: Option<usize>,
}

impl<V: Visit> Walker<'_, V> {
    fn take(&mut self, event: &Event<'_>) -> Result<(), Unreadable> {
        match event {
            Event::Start(element) => return self.start(element),
            Event::End(element) => self.end(element.local_name().as_ref()),
            Event::Empty(element) => {
                let name = element.local_name();
                if self.past.is_none() && self.visit.start(name.as_ref(), &Element(element)) == Look::Within {
                    self.visit.end(name.as_ref());
                }
            }
            Event::Text(text) => self.text(text),
            Event::CData(text) => self.text(text),
            Event::GeneralRef(reference) => {
                let sign = resolved(reference)?;
                self.text(sign.encode_utf8(&mut [0; 4]));
            }
            // A type without entities of its own is only a name.
            Event::DocType(text) if text.contains('[') || text.contains("ENTITY") => return Err(Unreadable::Hostile),
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Unreadable> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Unreadable::Hostile);
        }
        let name = element.local_name();
        if self.past.is_none() && self.visit.start(name.as_ref(), &Element(element)) == Look::Past {
            self.past = Some(self.depth);
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match self.past {
            Some(depth) if depth == self.depth => self.past = None,
            Some(_) => {}
            None => self.visit.end(name),
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn text(&mut self, text: &str) {
        if self.past.is_none() {
            self.visit.text(text);
        }
    }
}

/// The sign of a reference: a number, or one of the five names of XML itself.
fn resolved(reference: &BytesRef<'_>) -> Result<char, Unreadable> {
    if let Some(sign) = reference.resolve_char_ref().map_err(|_| Unreadable::Damaged)? {
        return Ok(sign);
    }
    match &**reference {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(Unreadable::Hostile),
    }
}
