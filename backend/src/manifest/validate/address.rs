//! Addresses (adresser): all of them https, and all of the one server.

use super::{
    super::value::is_https,
    Report, Rule,
    sheet::{Sheet, is, text},
};
use roxmltree::Node;

/// Elements whose value is an address.
const HOLDERS: [&str; 6] = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "Image", "Url"];

/// The address that an element has itself.
fn address<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    match node.tag_name().name() {
        "AppDomain" => Some(text(node)),
        "Override" if node.parent().is_some_and(|parent| HOLDERS.contains(&parent.tag_name().name())) => {
            node.attribute("Value")
        }
        name if HOLDERS.contains(&name) => node.attribute("DefaultValue"),
        _ => None,
    }
}

/// `https://host` of an address.
pub(super) fn origin_of(url: &str) -> &str {
    let start = "https://".len();
    let end = url.get(start..).and_then(|rest| rest.find(['/', '?', '#'])).map_or(url.len(), |at| start + at);
    url.get(..end).unwrap_or(url)
}

pub(super) fn https(sheet: &Sheet<'_>, report: &mut Report) {
    for node in sheet.elements() {
        if let Some(url) = address(node).filter(|url| !is_https(url)) {
            report.add(sheet.line(node), Rule::Https, format!("\"{url}\" is no https address"));
        }
    }
}

/// The server that the pane in read mode comes from.
fn server<'a>(sheet: &'a Sheet<'_>) -> Option<&'a str> {
    sheet
        .named("SourceLocation")
        .find_map(|node| node.attribute("DefaultValue"))
        .filter(|url| is_https(url))
        .map(origin_of)
}

pub(super) fn origin(sheet: &Sheet<'_>, report: &mut Report) {
    let Some(server) = server(sheet) else { return };
    for node in sheet.elements().filter(|node| !["AppDomain", "SupportUrl"].contains(&node.tag_name().name())) {
        let is_support = node.parent().is_some_and(|parent| is(&parent, "SupportUrl"));
        let foreign = address(node).filter(|url| !is_support && is_https(url) && origin_of(url) != server);
        if let Some(url) = foreign {
            report.add(
                sheet.line(node),
                Rule::Origin,
                format!("\"{url}\" is not of {server}, where the pane comes from"),
            );
        }
    }
    for domains in sheet.named("AppDomains") {
        if !domains.children().any(|domain| text(domain) == server) {
            report.add(sheet.line(domains), Rule::Origin, format!("{server} is not among the domains"));
        }
    }
    single_sign_on(sheet, server, report);
}

/// The sign-in is for this server, with this registration.
fn single_sign_on(sheet: &Sheet<'_>, server: &str, report: &mut Report) {
    for resource in sheet.named("Resource") {
        let id = resource.parent().and_then(|info| info.children().find(|child| is(child, "Id"))).map(text);
        let wanted = format!("api://{}/{}", server.trim_start_matches("https://"), id.unwrap_or_default());
        if text(resource) != wanted {
            let told = format!("the sign-in is for \"{}\", and must be for {wanted}", text(resource));
            report.add(sheet.line(resource), Rule::Origin, told);
        }
    }
}
