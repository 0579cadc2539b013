//! Resources (ressurser): every `resid` leads to an entry of its kind, and no id stands twice.

use super::{
    Report, Rule,
    sheet::{Sheet, children, overrides},
};
use roxmltree::Node;
use std::collections::BTreeSet;

/// The longest `resid`.
const LONGEST: usize = 32;

/// In which list an element's `resid` is looked up.
fn list(node: Node<'_, '_>) -> &'static str {
    match node.tag_name().name() {
        "Image" => "Images",
        "Label" | "Title" => "ShortStrings",
        "Description" => "LongStrings",
        _ => "Urls",
    }
}

pub(super) fn check(sheet: &Sheet<'_>, report: &mut Report) {
    for node in sheet.elements() {
        let Some(name) = node.attribute("resid") else { continue };
        let line = sheet.line(node);
        let list = list(node);
        let resources = overrides(node).into_iter().flat_map(|above| children(above, "Resources"));
        let mut entries = resources.flat_map(|resources| children(resources, list)).flat_map(|list| list.children());
        if !entries.any(|entry| entry.attribute("id") == Some(name)) {
            report.add(line, Rule::Resource, format!("resid \"{name}\" names nothing in <{list}> of these overrides"));
        }
        if name.chars().count() > LONGEST {
            report.add(line, Rule::Name, format!("resid \"{name}\" has {} characters", name.chars().count()));
        }
    }
}

/// Ids of buttons, groups and entries, each once in its overrides.
pub(super) fn unique(sheet: &Sheet<'_>, report: &mut Report) {
    for above in sheet.named("VersionOverrides") {
        let mut seen = BTreeSet::new();
        let own = sheet.elements().filter(|node| overrides(*node) == Some(above));
        for node in own.filter(|node| node.tag_name().name() != "OfficeTab") {
            if let Some(id) = node.attribute("id").filter(|id| !seen.insert(*id)) {
                report.add(sheet.line(node), Rule::Unique, format!("the id \"{id}\" stands twice"));
            }
        }
    }
}
