//! Reading a request (forespørsel) that is known to be what its schema says.

use super::archive::{Archive, Case, Entry, Refusal};
use roxmltree::Node;

/// The first element of this name within, whatever its space.
pub(super) fn inner<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// Its text.
pub(super) fn text(node: Node<'_, '_>, name: &str) -> Option<String> {
    inner(node, name).map(whole)
}

pub(super) fn whole(node: Node<'_, '_>) -> String {
    node.children().filter(Node::is_text).filter_map(|child| child.text()).collect()
}

/// Its code.
pub(super) fn code(node: Node<'_, '_>, name: &str) -> Option<String> {
    inner(node, name).and_then(|node| text(node, "kode"))
}

/// The texts of all elements of this name.
pub(super) fn all(node: Node<'_, '_>, name: &str) -> Vec<String> {
    let named = node.children().filter(|child| child.is_element() && child.tag_name().name() == name);
    named.map(whole).collect()
}

/// A key of another system.
pub(super) fn key(node: Node<'_, '_>) -> Option<(String, String)> {
    let key = inner(node, "referanseEksternNoekkel").or_else(|| inner(node, "eksternNoekkel"))?;
    Some((text(key, "fagsystem")?, text(key, "noekkel")?))
}

/// The case that a reference means.
pub(super) fn case<'a>(archive: &'a Archive, reference: Node<'_, '_>) -> Result<&'a Case, Refusal> {
    let id = text(reference, "systemID");
    let number = inner(reference, "saksnummer")
        .and_then(|one| Some(format!("{}/{}", text(one, "saksaar")?.trim(), text(one, "sakssekvensnummer")?.trim())))
        .or_else(|| text(reference, "mappeID"));
    let meant = |case: &&Case| {
        id.as_ref().is_some_and(|id| case.id == *id)
            || number.as_ref().is_some_and(|number| format!("{}/{}", case.year, case.sequence) == *number)
    };
    archive.cases.iter().find(meant).ok_or_else(|| Refusal::Missing("Mappen finnes ikke".to_owned()))
}

/// The entry that a reference means, with its case.
pub(super) fn entry<'a>(archive: &'a Archive, reference: Node<'_, '_>) -> Result<(&'a Case, &'a Entry), Refusal> {
    let (id, key) = (text(reference, "systemID"), key(reference));
    let meant = |(_, entry): &(&Case, &Entry)| {
        id.as_ref().is_some_and(|id| entry.id == *id) || key.is_some() && entry.key == key
    };
    archive.entries().find(meant).ok_or_else(|| Refusal::Missing("Registreringen finnes ikke".to_owned()))
}
