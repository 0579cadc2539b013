//! The app registration (appregistrering): tokens that the server reads, callers that it knows, and nothing that Entra refuses.

use super::{
    super::{
        Bundle, ENTRA_FIRST, OUTLOOK_XML,
        grant::SCOPE,
        value::{is_guid, is_https},
    },
    Report, Rule,
    place::Places,
    unified::walked,
};
use serde_json::Value;
use std::collections::BTreeSet;

/// What a place must hold for the server to read the tokens, and why.
const NEEDED: [(&str, &str, &str); 4] = [
    ("/signInAudience", "\"AzureADMyOrg\"", "only people of the municipality's own tenant may sign in"),
    (
        "/groupMembershipClaims",
        "\"ApplicationGroup\"",
        "[access] of the settings reads groups of the token, and all of them may be too many for it",
    ),
    ("/api/requestedAccessTokenVersion", "2", "the server reads tokens of version 2"),
    ("/api/oauth2PermissionScopes/0/value", "\"access_as_user\"", "the pane asks for this scope"),
];

pub(super) fn check(bundle: &Bundle, (root, places): (&Value, &Places), report: &mut Report) {
    for (pointer, wanted, why) in NEEDED {
        if root.pointer(pointer).map(Value::to_string).as_deref() != Some(wanted) {
            report.add(places.line(pointer), Rule::Registration, format!("{pointer} must be {wanted}: {why}"));
        }
    }
    ids((root, places), report);
    redirects((root, places), report);
    if report.file == ENTRA_FIRST {
        return;
    }
    clients((root, places), report);
    broker((root, places), report);
    audience(bundle, (root, places), report);
}

/// Every id a GUID, and those of roles and scopes once.
fn ids((root, places): (&Value, &Places), report: &mut Report) {
    let mut seen = BTreeSet::new();
    let all = walked(root);
    let named = all.iter().filter_map(|(pointer, value)| Some((pointer, value.as_str()?)));
    for (pointer, id) in named.filter(|(pointer, _)| pointer.ends_with("/id") || pointer.ends_with("ppId")) {
        if !is_guid(id) {
            report.add(places.line(pointer), Rule::Id, format!("\"{id}\" is no GUID"));
        }
        let is_ours = pointer.starts_with("/appRoles/") || pointer.starts_with("/api/oauth2PermissionScopes/");
        if is_ours && !seen.insert(id) {
            report.add(places.line(pointer), Rule::Unique, format!("the id \"{id}\" stands twice"));
        }
    }
}

/// Where Entra sends people back to: https, or Outlook's own broker.
fn redirects((root, places): (&Value, &Places), report: &mut Report) {
    for list in ["/web/redirectUris", "/spa/redirectUris"] {
        let all = root.pointer(list).and_then(Value::as_array).into_iter().flatten().enumerate();
        for (at, url) in all.filter_map(|(at, url)| Some((at, url.as_str()?))) {
            let broker = url.strip_prefix("brk-multihub://").map(|host| format!("https://{host}"));
            if !is_https(broker.as_deref().unwrap_or(url)) {
                report.add(places.line(&format!("{list}/{at}")), Rule::Https, format!("\"{url}\" is no https address"));
            }
        }
    }
}

/// Clients are allowed a scope that is there, and we are one of them ourselves.
fn clients((root, places): (&Value, &Places), report: &mut Report) {
    let list = "/api/preAuthorizedApplications";
    let all = root.pointer(list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let scopes: Vec<_> = root
        .pointer("/api/oauth2PermissionScopes")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(|scope| &scope["id"])
        .collect();
    for (at, client) in all.iter().enumerate() {
        let allowed = client["delegatedPermissionIds"].as_array().into_iter().flatten();
        for id in allowed.filter(|id| !scopes.contains(id)) {
            report.add(
                places.line(&format!("{list}/{at}")),
                Rule::Resource,
                format!("{id} is the id of no scope; ours is \"{SCOPE}\""),
            );
        }
    }
    let own = root["identifierUris"][0].as_str().and_then(|uri| uri.rsplit('/').next()).unwrap_or_default();
    if !all.iter().any(|client| client["appId"] == own) {
        report.add(
            places.line(list),
            Rule::Registration,
            format!("{list} does not hold the application itself ({own})"),
        );
    }
}

/// Outlook fetches tokens for the pane (nested app authentication) only where its host is registered as the broker's redirect.
fn broker((root, places): (&Value, &Places), report: &mut Report) {
    let uri = root["identifierUris"][0].as_str().unwrap_or_default();
    let host = uri.strip_prefix("api://").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let (list, wanted) = ("/spa/redirectUris", format!("brk-multihub://{host}"));
    let all = root.pointer(list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    if !all.iter().any(|url| *url == wanted) {
        let why = format!("{list} must hold \"{wanted}\": Outlook fetches no token for the pane otherwise");
        report.add(places.line(list), Rule::Registration, why);
    }
}

/// The application is the one that the manifest beside it signs in to.
fn audience(bundle: &Bundle, (root, places): (&Value, &Places), report: &mut Report) {
    let uri = root["identifierUris"][0].as_str().unwrap_or_default();
    let manifest = bundle.file(OUTLOOK_XML).map(String::from_utf8_lossy).unwrap_or_default();
    let wanted = manifest.split_once("<Resource>").and_then(|(_, rest)| rest.split('<').next());
    if wanted.is_some_and(|wanted| wanted != uri) {
        report.add(
            places.line("/identifierUris"),
            Rule::Registration,
            format!("the manifest signs in to another application than \"{uri}\""),
        );
    }
}
