//! Who may do what (tillatelser): the delegated permissions of Graph by their ids, and the clients that may call us.

/// The delegated permissions of Microsoft Graph that may stand in `graph.scopes`, by their ids
/// (<https://learn.microsoft.com/graph/permissions-reference>).
const GRAPH: [(&str, &str); 10] = [
    ("openid", "37f7f235-527c-4136-accd-4a02d197296e"),
    ("profile", "14dad69e-099b-42c9-810b-d002981feec1"),
    ("offline_access", "7427e0e9-2fba-42fe-b0c0-848c9e6a8182"),
    ("User.Read", "e1fe6dd8-ba31-4d61-89e7-88639da4683d"),
    ("Mail.Read", "570282fd-fa5c-430d-a7fd-fc8dc98a9dca"),
    ("Mail.Read.Shared", "7b9103a5-4610-446b-9670-80643382c1fa"),
    ("Mail.ReadWrite", "024d486e-b451-40bb-833d-3e66d98c5c73"),
    ("Mail.ReadWrite.Shared", "5df07973-7d5d-46ed-9847-1271055cbd51"),
    ("Mail.Send", "e383f46e-2787-4529-855e-0e479a3ffac0"),
    ("Mail.Send.Shared", "a367ab51-6b49-43bf-a716-a1fb06d2a174"),
];
/// What the sign-in in a window of its own asks for.
const SIGN_IN: [&str; 3] = ["openid", "profile", "offline_access"];
/// The id of the scope `access_as_user` in `entra.json`.
pub(super) const SCOPE: &str = "8e4a1f0c-2b7d-4a53-9c61-3d5f7b9a1c20";

/// The rows of `resourceAccess`: what the sign-in needs and what the settings ask for, and nothing more.
pub(super) fn permissions(scopes: &[String]) -> Result<String, String> {
    let asked = SIGN_IN.into_iter().chain(scopes.iter().map(String::as_str).filter(|scope| !SIGN_IN.contains(scope)));
    let row = |scope: &str| {
        let known = GRAPH.iter().find(|(name, _)| *name == scope);
        known.map(|(_, id)| format!(r#"        {{ "id": "{id}", "type": "Scope" }}"#)).ok_or_else(|| {
            let names: Vec<_> = GRAPH.iter().skip(SIGN_IN.len()).map(|(name, _)| *name).collect();
            format!("graph.scopes: \"{scope}\" is none that we know. Write one of these: {}.", names.join(", "))
        })
    };
    Ok(asked.map(row).collect::<Result<Vec<_>, _>>()?.join(",\n"))
}

/// The rows of `preAuthorizedApplications`: ourselves, for nested app authentication, and the callers of the settings.
pub(super) fn clients(own: &str, callers: &[String]) -> String {
    let others = callers.iter().map(String::as_str).filter(|caller| *caller != own);
    let row = |id: &str| format!(r#"      {{ "appId": "{id}", "delegatedPermissionIds": ["{SCOPE}"] }}"#);
    std::iter::once(own).chain(others).map(row).collect::<Vec<_>>().join(",\n")
}
