//! The consent (samtykke) of the municipality. Our own rights do not reach so far as to ask for it, and need not: an administrator
//! asks, and this reads the answer.

use super::State;
use crate::{config::Config, manifest};
use serde::Deserialize;

/// What the sign-in in a window of its own asks for.
const SIGN_IN: [&str; 3] = ["openid", "profile", "offline_access"];

/// The answer of Graph (<https://learn.microsoft.com/graph/api/serviceprincipal-list-oauth2permissiongrants>).
#[derive(Deserialize)]
struct Grants {
    value: Vec<Granted>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Granted {
    consent_type: String,
    scope: String,
}

pub(super) fn state(house: &Config, grants: Option<&[u8]>) -> State {
    let Some(grants) = grants else {
        return State::Open(format!(
            "not asked; `az rest --method GET --url \"{}/servicePrincipals(appId='{}')/oauth2PermissionGrants\" > FILE`, then `saksvar check --grants FILE`",
            house.graph.url, house.entra.client_id
        ));
    };
    read(house, grants).into()
}

fn read(house: &Config, grants: &[u8]) -> Result<String, String> {
    let grants: Grants = serde_json::from_slice(grants).map_err(|error| {
        format!("the file of --grants is not what Graph answers: {error}; ask again with `az rest`")
    })?;
    let has = |scope: &str, of_all: bool| {
        let rows = grants.value.iter().filter(|row| !of_all || row.consent_type == "AllPrincipals");
        rows.flat_map(|row| row.scope.split_whitespace()).any(|given| given == scope)
    };
    let needed = SIGN_IN.into_iter().chain(house.graph.scopes.iter().map(String::as_str));
    let missing: Vec<_> = needed
        .filter(|scope| !has(scope, true))
        .map(|scope| if has(scope, false) { format!("{scope} (single persons only)") } else { scope.to_owned() })
        .collect();
    if missing.is_empty() {
        return Ok("given for every scope".to_owned());
    }
    let link = manifest::consent(house);
    Err(format!("not given for all: {}; open {link} as Privileged Role Administrator", missing.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::{State, state};
    use crate::config::Config;

    #[test]
    fn each_scope_that_is_missing_is_named_with_the_link() {
        let house = Config::load(None, []).unwrap();
        let grant = |kind: &str, scope: &str| format!("{{\"consentType\":\"{kind}\",\"scope\":\"{scope}\"}}");
        let all = "openid profile offline_access Mail.ReadWrite Mail.ReadWrite.Shared";
        for (rows, told) in [
            (vec![grant("AllPrincipals", all)], None),
            (
                vec![
                    grant("AllPrincipals", "openid profile offline_access"),
                    grant("AllPrincipals", " Mail.ReadWrite Mail.ReadWrite.Shared"),
                ],
                None,
            ),
            (
                vec![grant("AllPrincipals", "openid profile offline_access Mail.ReadWrite")],
                Some(": Mail.ReadWrite.Shared; open https"),
            ),
            (vec![grant("Principal", all)], Some("openid (single persons only)")),
            (vec![], Some("openid, profile, offline_access, Mail.ReadWrite, Mail.ReadWrite.Shared; open")),
        ] {
            let file = format!("{{\"value\":[{}]}}", rows.join(","));
            match (state(&house, Some(file.as_bytes())), told) {
                (State::Fine(_), None) => {}
                (State::Wrong(why), Some(told)) => assert!(why.contains(told), "{why}"),
                (state, told) => panic!("{file}: {state:?}, expected {told:?}"),
            }
        }
        assert!(matches!(state(&house, Some(b"az: command not found")), State::Wrong(_)));
        assert!(matches!(state(&house, None), State::Open(how) if how.contains("--grants")));
    }
}
