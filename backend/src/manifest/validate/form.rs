//! The form of ids, versions, texts and languages (form).

use super::{
    super::value::{is_guid, is_version},
    Report, Rule,
    sheet::{Sheet, is, text},
};
use roxmltree::Node;

/// The longest text of an element, or of the list that it stands in.
const LENGTHS: [(&str, usize); 5] =
    [("ProviderName", 125), ("DisplayName", 125), ("Description", 250), ("ShortStrings", 125), ("LongStrings", 250)];

pub(super) fn ids(sheet: &Sheet<'_>, report: &mut Report) {
    for node in sheet.named("Id").filter(|node| !is_guid(text(*node))) {
        report.add(sheet.line(node), Rule::Id, format!("\"{}\" is no GUID", text(node)));
    }
    for node in sheet.named("Version").filter(|node| !is_version(text(*node), 4)) {
        report.add(sheet.line(node), Rule::Version, format!("\"{}\" is no version", text(node)));
    }
}

/// How long the text of an element may be: it, what it is in, or the list that it stands in says so; `None` where it has none.
fn most(node: Node<'_, '_>) -> Option<usize> {
    let of = |node: Node<'_, '_>| LENGTHS.iter().find(|(name, _)| is(&node, name)).map(|(_, most)| *most);
    node.ancestors().take(3).find_map(of)
}

/// The words that stand at an element itself.
fn own_words<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    match node.tag_name().name() {
        "ProviderName" => Some(text(node)),
        "DisplayName" | "Description" | "String" => node.attribute("DefaultValue"),
        "Override" => node.attribute("Value"),
        _ => None,
    }
}

fn fits(length: usize, most: usize) -> bool {
    (1..=most).contains(&length)
}

pub(super) fn words(sheet: &Sheet<'_>, report: &mut Report) {
    for node in sheet.elements() {
        let (Some(words), Some(most)) = (own_words(node), most(node)) else { continue };
        let length = words.chars().count();
        if !fits(length, most) {
            let told =
                format!("the text of <{}> has {length} characters, and may have 1 to {most}", node.tag_name().name());
            report.add(sheet.line(node), Rule::Length, told);
        }
    }
}

pub(super) fn locale(sheet: &Sheet<'_>, report: &mut Report) {
    let mut default = "";
    for node in sheet.named("DefaultLocale") {
        default = text(node);
        if !is_locale(default) {
            report.add(sheet.line(node), Rule::Locale, format!("\"{default}\" is no language"));
        }
    }
    for node in sheet.named("Override") {
        let Some(locale) = node.attribute("Locale") else { continue };
        if !is_locale(locale) || locale == default {
            report.add(sheet.line(node), Rule::Locale, format!("\"{locale}\" is no language besides the default one"));
        }
    }
    let needs = |node: &Node<'_, '_>| {
        ["DisplayName", "IconUrl", "HighResolutionIconUrl", "SupportUrl", "String", "Url"]
            .contains(&node.tag_name().name())
    };
    for node in sheet.elements().filter(needs).filter(|node| node.attribute("DefaultValue").is_none()) {
        report.add(sheet.line(node), Rule::Locale, format!("<{}> has no DefaultValue", node.tag_name().name()));
    }
}

/// Two letters and a land, as `nb-NO`.
fn is_locale(text: &str) -> bool {
    text.split_once('-').is_some_and(|(language, land)| {
        (2..=3).contains(&language.len())
            && language.bytes().all(|byte| byte.is_ascii_lowercase())
            && land.len() == 2
            && land.bytes().all(|byte| byte.is_ascii_uppercase())
    })
}

pub(super) fn permission(sheet: &Sheet<'_>, report: &mut Report) {
    for node in sheet.named("Permissions").filter(|node| text(*node) != "ReadWriteItem") {
        report.add(sheet.line(node), Rule::Permission, format!("the add-in asks for \"{}\"", text(node)));
    }
}
