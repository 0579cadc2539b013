//! The add-in-only manifest with the line of each element (ark).

use super::super::Bundle;
use roxmltree::{Document, Node, ParsingOptions};

/// The most elements and attributes that are read.
const MOST: u32 = 20_000;

/// A manifest that could be read.
pub(super) struct Sheet<'a> {
    document: Document<'a>,
    /// What lies beside it.
    pub(super) bundle: &'a Bundle,
}

impl<'a> Sheet<'a> {
    /// Reads it; a declaration of entities is refused.
    pub(super) fn read(text: &'a str, bundle: &'a Bundle) -> Result<Self, (usize, String)> {
        let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST, ..ParsingOptions::default() };
        match Document::parse_with_options(text, options) {
            Ok(document) => Ok(Self { document, bundle }),
            Err(error) => Err((error.pos().row as usize, error.to_string())),
        }
    }

    pub(super) fn line(&self, node: Node<'_, '_>) -> usize {
        self.document.text_pos_at(node.range().start).row as usize
    }

    /// Every element.
    pub(super) fn elements(&self) -> impl Iterator<Item = Node<'_, 'a>> {
        self.document.descendants().filter(Node::is_element)
    }

    /// Every element of a name.
    pub(super) fn named<'s>(&'s self, name: &'static str) -> impl Iterator<Item = Node<'s, 'a>> {
        self.elements().filter(move |node| is(node, name))
    }

    /// The text of an entry of the resources that an element names; `None` where there is none.
    pub(super) fn resource<'s>(&'s self, node: Node<'s, 'a>) -> Option<&'s str> {
        let name = node.attribute("resid")?;
        let entries = children(overrides(node)?, "Resources").flat_map(|resources| resources.descendants());
        entries.filter(|entry| entry.attribute("id") == Some(name)).find_map(|entry| entry.attribute("DefaultValue"))
    }
}

/// Whether it is an element of that name, in whatever namespace.
pub(super) fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// The children of a name.
pub(super) fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| is(child, name))
}

/// The nearest overrides around an element.
pub(super) fn overrides<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    node.ancestors().skip(1).find(|above| is(above, "VersionOverrides"))
}

/// The words of an element.
pub(super) fn text<'a>(node: Node<'a, '_>) -> &'a str {
    node.text().unwrap_or_default().trim()
}

/// The attribute `xsi:type`.
pub(super) fn kind<'a>(node: Node<'a, '_>) -> &'a str {
    node.attribute(("http://www.w3.org/2001/XMLSchema-instance", "type")).unwrap_or_default()
}
