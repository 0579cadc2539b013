//! Which resource and which permissions (tilganger) a `scope` parameter asks for.

use super::refusal::Refusal;
use crate::settings::Settings;

/// Where a token will be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Resource {
    /// The registered application's own API.
    Own,
    /// Microsoft Graph.
    Graph,
    /// The case archive of the house, whose kernel knows people by these tokens.
    Archive,
}

/// The case archive's name in the directory.
pub(crate) const ARCHIVE: &str = "api://arkiv";

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) resource: Resource,
    pub(crate) permissions: Vec<String>,
    pub(crate) openid: bool,
}

const SIGN_IN: [&str; 4] = ["openid", "profile", "email", "offline_access"];
const GRAPH: &str = "https://graph.microsoft.com/";

/// Reads a `scope` parameter; two resources at once and unknown permissions are refused.
pub(crate) fn read(scope: &str, settings: &Settings) -> Result<Asked, Refusal> {
    let mut asked = Asked { resource: Resource::Graph, permissions: Vec::new(), openid: false };
    let mut resources = Vec::new();
    for word in scope.split_whitespace() {
        if SIGN_IN.contains(&word) {
            asked.openid |= word == "openid";
            continue;
        }
        let (resource, permission) = split(word, settings)?;
        resources.push(resource);
        asked.permissions.extend(granted(resource, permission, settings)?);
    }
    asked.resource = resources.first().copied().unwrap_or(Resource::Graph);
    if resources.iter().any(|it| *it != asked.resource) {
        return Err(Refusal::new("invalid_scope", 28000, "Input parameter scope contains more than one resource."));
    }
    Ok(asked)
}

fn split<'a>(word: &'a str, settings: &Settings) -> Result<(Resource, &'a str), Refusal> {
    if let Some(permission) = word.strip_prefix(GRAPH) {
        return Ok((Resource::Graph, permission));
    }
    match word.rsplit_once('/') {
        None => Ok((Resource::Graph, word)),
        Some((ARCHIVE, permission)) => Ok((Resource::Archive, permission)),
        Some((resource, permission)) if own(resource, settings) => Ok((Resource::Own, permission)),
        Some((resource, _)) => {
            let words = format!("The resource principal named {resource} was not found in the tenant.");
            Err(Refusal::new("invalid_resource", 500_011, words))
        }
    }
}

/// `<client-id>`, `api://<client-id>` or `api://<host>/<client-id>`.
fn own(resource: &str, settings: &Settings) -> bool {
    let id = resource.strip_prefix("api://").map_or(resource, |rest| rest.rsplit('/').next().unwrap_or(rest));
    id == settings.client_id
}

fn granted(resource: Resource, permission: &str, settings: &Settings) -> Result<Vec<String>, Refusal> {
    let whole = permission == ".default";
    match resource {
        Resource::Own if whole || permission == "access_as_user" => Ok(vec!["access_as_user".to_owned()]),
        Resource::Own => {
            let words = format!("The provided value for the input parameter 'scope' is not valid: {permission}.");
            Err(Refusal::new("invalid_scope", 70011, words))
        }
        Resource::Archive if whole || permission == "user_impersonation" => Ok(vec!["user_impersonation".to_owned()]),
        Resource::Archive => Err(Refusal::consent()),
        Resource::Graph if whole => Ok(settings.consented.clone()),
        Resource::Graph if settings.consented.iter().any(|it| it == permission) => Ok(vec![permission.to_owned()]),
        Resource::Graph => Err(Refusal::consent()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_names_one_resource_and_known_permissions() {
        let settings = Settings::default();
        let id = settings.client_id.clone();
        let cases = [
            (format!("openid api://localhost:3000/{id}/access_as_user"), "Own access_as_user openid"),
            (format!("{id}/.default"), "Own access_as_user"),
            ("https://graph.microsoft.com/Mail.Read User.Read".to_owned(), "Graph Mail.Read User.Read"),
            ("api://arkiv/.default".to_owned(), "Archive user_impersonation"),
            ("api://arkiv/everything".to_owned(), "AADSTS65001"),
            ("api://arkiv/.default Mail.Read".to_owned(), "AADSTS28000"),
            ("Calendars.Read".to_owned(), "AADSTS65001"),
            (format!("api://{id}/write_everything"), "AADSTS70011"),
            (format!("Mail.Read api://{id}/access_as_user"), "AADSTS28000"),
            ("api://somebody-else/access_as_user".to_owned(), "AADSTS500011"),
        ];
        for (scope, expected) in cases {
            let answer = match read(&scope, &settings) {
                Ok(asked) => {
                    let openid = if asked.openid { " openid" } else { "" };
                    format!("{:?} {}{openid}", asked.resource, asked.permissions.join(" "))
                }
                Err(refusal) => refusal.words().split(':').next().unwrap_or_default().to_owned(),
            };
            assert_eq!(answer, expected, "{scope}");
        }
    }
}
