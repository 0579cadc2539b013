//! The order of elements (rekkefølge), and which version of the overrides they belong to
//! (<https://learn.microsoft.com/office/dev/add-ins/develop/manifest-element-ordering>).

use super::{
    Report, Rule,
    sheet::{Sheet, is, kind, overrides as around},
};
use roxmltree::Node;

/// Parent, and its children in their order: `!` must be there, `*` may stand more than once, `+` both.
const ORDER: [(&str, &str); 35] = [
    (
        "OfficeApp",
        "Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! \
         SupportUrl! AppDomains! Hosts! Requirements! FormSettings! Permissions! Rule! DisableEntityHighlighting \
         VersionOverrides!",
    ),
    ("DisplayName", "Override*"),
    ("Description", "Override*"),
    ("IconUrl", "Override*"),
    ("HighResolutionIconUrl", "Override*"),
    ("SupportUrl", "Override*"),
    ("AppDomains", "AppDomain+"),
    ("Hosts", "Host+"),
    ("Requirements", "Sets!"),
    ("Sets", "Set+"),
    ("FormSettings", "Form+"),
    ("Form", "DesktopSettings! TabletSettings PhoneSettings"),
    ("DesktopSettings", "SourceLocation! RequestedHeight"),
    ("Rule", "Rule*"),
    (
        "VersionOverrides",
        "Description Requirements Hosts! Resources! WebApplicationInfo ExtendedPermissions EquivalentAddins VersionOverrides",
    ),
    ("Host", "Runtimes DesktopFormFactor MobileFormFactor"),
    ("Runtimes", "Runtime+"),
    ("Runtime", "Override*"),
    ("DesktopFormFactor", "SupportsSharedFolders FunctionFile ExtensionPoint+"),
    ("ExtensionPoint", "OfficeTab LaunchEvents SourceLocation"),
    ("OfficeTab", "Group+"),
    ("Group", "Label! Control+"),
    ("Control", "Label! Supertip! Icon! Action!"),
    ("Supertip", "Title! Description!"),
    ("Icon", "Image+"),
    ("Action", "FunctionName SourceLocation SupportsPinning SupportsNoItemContext SupportsMultiSelect"),
    ("LaunchEvents", "LaunchEvent+"),
    ("Resources", "Images Urls ShortStrings LongStrings"),
    ("Images", "Image+"),
    ("Urls", "Url+"),
    ("ShortStrings", "String+"),
    ("LongStrings", "String+"),
    ("String", "Override*"),
    ("WebApplicationInfo", "Id! Resource! Scopes!"),
    ("Scopes", "Scope+"),
];
/// Elements that overrides of version 1.0 do not have.
const NEWER: [&str; 6] = [
    "Runtimes",
    "SupportsSharedFolders",
    "SupportsPinning",
    "SupportsMultiSelect",
    "LaunchEvents",
    "WebApplicationInfo",
];
/// `xsi:type` and namespace of the two versions.
const VERSIONS: [(&str, &str); 2] = [
    ("VersionOverridesV1_0", "http://schemas.microsoft.com/office/mailappversionoverrides"),
    ("VersionOverridesV1_1", "http://schemas.microsoft.com/office/mailappversionoverrides/1.1"),
];

pub(super) fn check(sheet: &Sheet<'_>, report: &mut Report) {
    if let Some(root) = sheet.elements().next().filter(|root| !is(root, "OfficeApp") || kind(*root) != "MailApp") {
        let told = format!("<{}> of {} stands where <OfficeApp> of MailApp must", root.tag_name().name(), kind(root));
        report.add(sheet.line(root), Rule::Order, told);
    }
    for node in sheet.elements() {
        let name = node.tag_name().name();
        let known = ORDER.iter().find(|(parent, _)| *parent == name).map_or("", |(_, children)| children);
        below(sheet, (node, known), report);
    }
}

/// One element, and what stands below it.
fn below(sheet: &Sheet<'_>, (node, known): (Node<'_, '_>, &str), report: &mut Report) {
    let slots: Vec<_> = known.split_whitespace().map(|slot| (slot.trim_end_matches(['!', '*', '+']), slot)).collect();
    let parent = node.tag_name().name();
    let mut before: Option<usize> = None;
    for child in node.children().filter(Node::is_element) {
        let name = child.tag_name().name();
        let told = match (slots.iter().position(|(slot, _)| *slot == name), before) {
            (None, _) => Some(format!("<{name}> does not belong in <{parent}>")),
            (Some(here), Some(last)) if here < last => {
                Some(format!("<{name}> stands after <{}> in <{parent}>, and must stand before it", slots[last].0))
            }
            (Some(here), Some(last)) if here == last && !slots[here].1.ends_with(['*', '+']) => {
                Some(format!("<{name}> stands twice in <{parent}>"))
            }
            (Some(here), _) => {
                before = Some(here);
                None
            }
        };
        told.into_iter().for_each(|told| report.add(sheet.line(child), Rule::Order, told));
    }
    let needed = slots.iter().filter(|(_, slot)| slot.ends_with(['!', '+']));
    for (slot, _) in needed.filter(|(slot, _)| !node.children().any(|child| is(&child, slot))) {
        report.add(sheet.line(node), Rule::Order, format!("<{parent}> has no <{slot}>"));
    }
}

/// The versions of the overrides, and what belongs to the newer one.
pub(super) fn overrides(sheet: &Sheet<'_>, report: &mut Report) {
    for node in sheet.named("VersionOverrides") {
        let depth = usize::from(around(node).is_some());
        let space = node.tag_name().namespace().unwrap_or_default();
        if (kind(node), space) != VERSIONS[depth] {
            let told = format!("these overrides are {} of {space}, and {} belong here", kind(node), VERSIONS[depth].0);
            report.add(sheet.line(node), Rule::Overrides, told);
        }
    }
    for node in sheet.elements().filter(|node| NEWER.contains(&node.tag_name().name())) {
        if around(node).is_some_and(|outer| around(outer).is_none()) {
            let told = format!("<{}> is not of version 1.0", node.tag_name().name());
            report.add(sheet.line(node), Rule::Overrides, told);
        }
    }
}
