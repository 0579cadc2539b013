//! Reading an answer (lesing): elements in the order of their schema, each of the schema's own namespace; what is out of place, missing
//! or not of its kind makes the whole unreadable, in one sentence without a word of its content.

use super::space;
use jiff::{Timestamp, civil};
use roxmltree::{Document, Node, ParsingOptions};
use std::{fmt, str::FromStr};

/// Elements, texts and the like in one answer.
const NODES: u32 = 400_000;
/// Elements within one another.
const DEPTH: usize = 24;

/// Why an answer cannot be read; names of the standard alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unreadable(String);

impl Unreadable {
    pub(crate) fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads a message whose outermost element is this one.
pub(crate) fn root<T>(
    bytes: &[u8],
    (name, space): (&'static str, &'static str),
    read: impl FnOnce(Sequence<'_, '_>) -> Result<T, Unreadable>,
) -> Result<T, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::new("it is not UTF-8"))?;
    let text = text.trim_start_matches('\u{feff}');
    let options = ParsingOptions { nodes_limit: NODES, ..ParsingOptions::default() };
    let whole = Document::parse_with_options(text, options).map_err(|error| refused(&error))?;
    if whole.descendants().any(|node| node.ancestors().nth(DEPTH).is_some()) {
        return Err(Unreadable::new("its elements lie too deep in one another"));
    }
    let top = whole.root_element();
    if !top.has_tag_name((space, name)) {
        return Err(Unreadable::new(format!("it is no {name}")));
    }
    read(Sequence::of(top, name, space))
}

fn refused(error: &roxmltree::Error) -> Unreadable {
    Unreadable::new(match error {
        roxmltree::Error::DtdDetected => "it brings a document type of its own".to_owned(),
        roxmltree::Error::NodesLimitReached => "it has too many elements".to_owned(),
        other => format!("it is no XML from line {} on", other.pos().row),
    })
}

/// The elements within one, to be taken in their order.
pub(crate) struct Sequence<'a, 'i> {
    rest: std::iter::Peekable<std::vec::IntoIter<Node<'a, 'i>>>,
    of: &'static str,
    space: &'static str,
}

impl<'a, 'i> Sequence<'a, 'i> {
    fn of(node: Node<'a, 'i>, of: &'static str, space: &'static str) -> Self {
        let all: Vec<_> = node.children().filter(Node::is_element).collect();
        Self { rest: all.into_iter().peekable(), of, space }
    }

    /// The next element, where it is this one.
    pub(crate) fn maybe(&mut self, name: &'static str) -> Option<Element<'a, 'i>> {
        let space = self.space;
        let node = self.rest.next_if(|node| node.has_tag_name((space, name)))?;
        Some(Element { node, name })
    }

    /// The next element, which must be this one.
    pub(crate) fn one(&mut self, name: &'static str) -> Result<Element<'a, 'i>, Unreadable> {
        self.maybe(name).ok_or_else(|| Unreadable::new(format!("{} has no {name} where it belongs", self.of)))
    }

    /// All of this name that follow.
    pub(crate) fn many(&mut self, name: &'static str) -> Vec<Element<'a, 'i>> {
        std::iter::from_fn(|| self.maybe(name)).collect()
    }

    /// Lets these pass in their order, each as often as it comes.
    pub(crate) fn pass(&mut self, names: &[&'static str]) {
        for name in names {
            while self.maybe(name).is_some() {}
        }
    }

    /// The same elements, which are of a type of another schema.
    pub(crate) fn of_base(self, space: &'static str) -> Self {
        Self { space, ..self }
    }

    /// Whether nothing is left.
    pub(crate) fn is_over(&mut self) -> bool {
        self.rest.peek().is_none()
    }

    /// Nothing may follow.
    pub(crate) fn end(mut self) -> Result<(), Unreadable> {
        if self.is_over() {
            Ok(())
        } else {
            Err(Unreadable::new(format!("{} holds what does not belong there", self.of)))
        }
    }
}

/// An element.
#[derive(Clone, Copy)]
pub(crate) struct Element<'a, 'i> {
    node: Node<'a, 'i>,
    name: &'static str,
}

impl<'a, 'i> Element<'a, 'i> {
    /// What is in it, of this schema.
    pub(crate) fn within(self, space: &'static str) -> Sequence<'a, 'i> {
        Sequence::of(self.node, self.name, space)
    }

    /// Its text, which may be empty.
    pub(crate) fn string(self) -> Result<String, Unreadable> {
        if self.node.children().any(|child| child.is_element()) {
            return Err(self.wrong("is no text"));
        }
        Ok(self.node.children().filter_map(|child| child.text().filter(|_| child.is_text())).collect())
    }

    /// Its text, which must be one.
    pub(crate) fn text(self) -> Result<String, Unreadable> {
        self.string().and_then(|text| if text.is_empty() { Err(self.wrong("is empty")) } else { Ok(text) })
    }

    /// A value written as text.
    pub(crate) fn value<T: FromStr>(self) -> Result<T, Unreadable> {
        self.string()?.trim().parse().map_err(|_| self.wrong("is not of its kind"))
    }

    /// A code (kode).
    pub(crate) fn code(self) -> Result<String, Unreadable> {
        self.pair().map(|(code, _)| code)
    }

    /// A code and what it is called.
    pub(crate) fn pair(self) -> Result<(String, Option<String>), Unreadable> {
        let mut within = self.within(space::METADATA);
        let code = within.one("kode")?.string()?;
        let name = within.maybe("beskrivelse").map(Element::string).transpose()?;
        within.end()?;
        Ok((code, name))
    }

    /// An id of the archive's own (`systemID`).
    pub(crate) fn id(self) -> Result<String, Unreadable> {
        let text = self.string()?;
        let groups: Vec<usize> = text.split('-').map(str::len).collect();
        let is_id = groups == [8, 4, 4, 4, 12] && text.chars().all(|sign| sign == '-' || sign.is_ascii_hexdigit());
        if is_id { Ok(text) } else { Err(self.wrong("is not of its kind")) }
    }

    /// A day (`xs:date`); a zone behind it says nothing more.
    pub(crate) fn date(self) -> Result<civil::Date, Unreadable> {
        let text = self.string()?;
        let (day, zone) = text.trim().split_at_checked(10).ok_or_else(|| self.wrong("is no date"))?;
        let is_zone = zone.is_empty() || zone == "Z" || zone.len() == 6 && zone.starts_with(['+', '-']);
        day.parse().ok().filter(|_| is_zone).ok_or_else(|| self.wrong("is no date"))
    }

    /// The day of a moment (`xs:dateTime`); without a zone it is in Norway's.
    pub(crate) fn moment(self) -> Result<civil::Date, Unreadable> {
        let text = self.string()?;
        let text = text.trim();
        let zoned = text.parse::<Timestamp>().map(domain::port::day).ok();
        let local = || text.parse::<civil::DateTime>().map(civil::DateTime::date).ok().filter(|_| text.contains('T'));
        zoned.or_else(local).ok_or_else(|| self.wrong("is no moment"))
    }

    /// Somebody by name (`identifikatorer`).
    pub(crate) fn somebody(self) -> Result<Named, Unreadable> {
        let mut within = self.within(space::METADATA);
        let mut next = |name| within.maybe(name).map(Element::string).transpose();
        let named = Named {
            name: next("navn")?,
            id: next("identifikator")?,
            initials: next("initialer")?,
            email: next("epostadresse")?,
        };
        within.end()?;
        Ok(named)
    }

    fn wrong(self, what: &str) -> Unreadable {
        Unreadable::new(format!("{} {what}", self.name))
    }
}

/// Somebody, or a unit, as far as the archive names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) name: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) initials: Option<String>,
    pub(crate) email: Option<String>,
}

impl Named {
    /// What they are called, by the first thing that says so.
    pub(crate) fn called(self) -> Option<String> {
        [self.name, self.email, self.initials, self.id].into_iter().flatten().find(|text| !text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::{Unreadable, root};

    fn read(text: &str) -> Result<Option<String>, Unreadable> {
        root(text.as_bytes(), ("a", "urn:a"), |mut all| {
            let first = all.one("b")?.text()?;
            let second = all.maybe("c").map(|one| one.value::<u32>()).transpose()?;
            all.end()?;
            Ok(Some(format!("{first}{second:?}")))
        })
    }

    #[test]
    fn what_is_not_as_the_schema_says_is_not_read() {
        let deep = format!("<a xmlns='urn:a'>{}{}</a>", "<b>".repeat(40), "</b>".repeat(40));
        let wide = format!("<a xmlns='urn:a'>{}</a>", "<b/>".repeat(400_001));
        for (text, why) in [
            ("<a xmlns='urn:a'><b>x</b><c>4</c></a>", ""),
            ("\u{feff}<?xml version='1.0'?><a xmlns='urn:a'><!-- y --><b>x<!-- y -->z</b></a>", ""),
            ("<z:a xmlns:z='urn:a'><z:b><![CDATA[<]]></z:b></z:a>", ""),
            ("<a xmlns='urn:a'><c>4</c><b>x</b></a>", "a has no b where it belongs"),
            ("<a xmlns='urn:a'><b/></a>", "b is empty"),
            ("<a xmlns='urn:a'><b><d/></b></a>", "b is no text"),
            ("<a xmlns='urn:a'><b>x</b><c>fire</c></a>", "c is not of its kind"),
            ("<a xmlns='urn:a'><b>x</b><d/></a>", "a holds what does not belong there"),
            ("<a xmlns='urn:a'><b xmlns='urn:b'>x</b></a>", "a has no b where it belongs"),
            ("<a><b>x</b></a>", "it is no a"),
            ("<!DOCTYPE a [<!ENTITY e 'x'>]><a xmlns='urn:a'><b>&e;</b></a>", "it brings a document type of its own"),
            ("<a xmlns='urn:a'><b>&e;</b></a>", "it is no XML from line 1 on"),
            ("<a xmlns='urn:a'>\n<b>x</c></a>", "it is no XML from line 2 on"),
            ("", "it is no XML from line 1 on"),
            (&deep, "its elements lie too deep in one another"),
            (&wide, "it has too many elements"),
        ] {
            let told = read(text).err().map(|why| why.to_string()).unwrap_or_default();
            assert_eq!(told, why, "{}", &text[..text.len().min(80)]);
        }
    }
}
