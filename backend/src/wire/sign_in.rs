//! How people sign in (innlogging): our registration at Entra, as the server uses it and as the pane is told of it.

use super::{SystemChance, SystemClock, secret};
use crate::config::Config;
use std::sync::Arc;
use vocabulary::TenantId;

/// Entra for the people of this municipality.
pub(super) fn entra(config: &Config) -> Result<entra::Entra, String> {
    let settings = entra::Settings { credential: secret::credential(&config.entra)?, ..registration(config) };
    entra::Entra::new(settings, Arc::new(SystemClock), Arc::new(SystemChance))
        .map_err(|wrong| format!("entra: {wrong}"))
}

/// What the pane is told: addresses and ids, nothing secret.
pub(super) fn told(config: &Config) -> web::SignIn {
    let (settings, tenant) = (registration(config), &config.entra.tenant);
    web::SignIn {
        authority: format!("{}/{tenant}", settings.authority),
        scope: format!("{}/{}", settings.application_uri, settings.scope),
        consent: settings.consent_page(tenant).unwrap_or_default(),
        client_id: settings.client_id,
    }
}

/// Our registration, without what proves that we are it.
fn registration(config: &Config) -> entra::Settings {
    let ours = &config.entra;
    let host = config.server.public_url.split("://").nth(1).unwrap_or_default();
    entra::Settings {
        authority: ours.authority.trim_end_matches('/').to_owned(),
        tenants: vec![entra::Tenant { id: TenantId::new(&ours.tenant), name: config.house.body.clone() }],
        client_id: ours.client_id.clone(),
        credential: None,
        audience: ours.client_id.clone(),
        application_uri: format!("api://{host}/{}", ours.client_id),
        scope: "access_as_user".to_owned(),
        clients: std::iter::once(&ours.client_id).chain(&ours.callers).cloned().collect(),
        graph_scopes: config.graph.scopes.iter().map(|scope| format!("https://graph.microsoft.com/{scope}")).collect(),
        redirect_url: format!("{}/auth/callback", config.server.public_url),
        pace: entra::Pace::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::told;
    use crate::config::Config;

    #[test]
    fn the_pane_is_told_which_token_to_ask_for_and_nothing_secret() {
        let set = [
            ("SAKSVAR__SERVER__PUBLIC_URL", "https://saksvar.fjordvik.example"),
            ("SAKSVAR__ENTRA__TENANT", "11111111-1111-4111-8111-111111111111"),
            ("SAKSVAR__ENTRA__CLIENT_ID", "22222222-2222-4222-8222-222222222222"),
            ("SAKSVAR__ENTRA__CLIENT_SECRET", "env:NOBODY_READS_THIS"),
            ("SAKSVAR__ENTRA__AUTHORITY", "https://login.microsoftonline.com/"),
        ];
        let config = Config::load(None, set.map(|(key, value)| (key.to_owned(), value.to_owned()))).unwrap();
        let told = told(&config);
        assert_eq!(told.authority, "https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111");
        let uri = "api://saksvar.fjordvik.example/22222222-2222-4222-8222-222222222222";
        assert_eq!(told.scope, format!("{uri}/access_as_user"));
        assert!(
            told.consent.starts_with(&format!("{}/v2.0/adminconsent?client_id=", told.authority)),
            "{}",
            told.consent
        );
        assert!(!format!("{told:?}").contains("NOBODY"));
    }
}
