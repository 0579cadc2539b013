//! What an installation says about its Entra: where it is, who we are there, and how patient we are.

use crate::Credential;
use oauth2::url::{Host, Url};
use std::time::Duration;
use vocabulary::TenantId;

/// One municipality (virksomhet) whose people may call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant {
    /// The tenant's id, a GUID.
    pub id: TenantId,
    /// Its name, for people.
    pub name: String,
}

/// How long things may take and last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// One call to Entra, from connecting to the last byte.
    pub timeout: Duration,
    /// Seconds the clocks may differ.
    pub skew: i64,
    /// Seconds after which the signing keys are read again.
    pub refresh: i64,
    /// Least seconds between two readings of the keys for the sake of an unknown key.
    pub refetch: i64,
    /// Seconds that known keys are trusted while Entra is away.
    pub stale: i64,
    /// Seconds since the `iat` of a token with which somebody may still say a word that cannot be taken back. Entra dates its tokens five
    /// minutes back (<https://github.com/openid/AppAuth-iOS/issues/264>), so that 360 is a minute.
    pub anew: i64,
    /// Seconds after which Entra is asked once more whether it still vouches for the person behind a token, which outlives a closed account.
    pub vouched: i64,
    /// Seconds a person has to sign in.
    pub sign_in: i64,
    /// Seconds a ticket is good for.
    pub ticket: i64,
    /// Seconds without a call after which a session of the sign-in window ends.
    pub idle: i64,
    /// Sessions of the sign-in window that one person may have at a time; the one nearest its end makes room.
    pub sessions: usize,
    /// How many of each kind are remembered (grants, sign-ins, tickets, sessions); the one nearest its end makes room.
    pub remembered: usize,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(10),
            skew: 60,
            refresh: 24 * 3600,
            refetch: 60,
            stale: 7 * 24 * 3600,
            anew: 360,
            vouched: 900,
            sign_in: 600,
            ticket: 60,
            idle: 1800,
            sessions: 3,
            remembered: 10_000,
        }
    }
}

/// The settings of [`crate::Entra`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `https://login.microsoftonline.com`; plain `http` on loopback only.
    pub authority: String,
    /// The municipalities; a token of any other tenant is refused.
    pub tenants: Vec<Tenant>,
    /// Our application (client) id.
    pub client_id: String,
    /// What proves that we are it; without it nobody's mail can be read.
    pub credential: Option<Credential>,
    /// The `aud` of our tokens: the client id again, for tokens of version 2.
    pub audience: String,
    /// Our Application ID URI, `api://<host>/<client id>`; the scope is asked for with it.
    pub application_uri: String,
    /// The scope that callers need: `access_as_user`.
    pub scope: String,
    /// The clients whose tokens are taken (`azp`): our own id, and Office's for its single sign-on.
    pub clients: Vec<String>,
    /// What is asked for at Graph, each with its full address.
    pub graph_scopes: Vec<String>,
    /// Where Entra sends people back to: `https://<our host>/auth/callback`.
    pub redirect_url: String,
    /// Limits in time and number.
    pub pace: Pace,
}

/// A setting that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {remedy}")]
pub struct Wrong {
    /// The name of the setting.
    pub field: &'static str,
    /// What to write.
    pub remedy: String,
}

impl Wrong {
    pub(crate) fn new(field: &'static str, remedy: impl Into<String>) -> Self {
        Self { field, remedy: remedy.into() }
    }
}

impl Settings {
    /// The settings with ids in lower case and addresses without a last slash.
    pub(crate) fn checked(mut self) -> Result<Self, Wrong> {
        self.authority = address("authority", &self.authority)?.as_str().trim_end_matches('/').to_owned();
        address("redirect_url", &self.redirect_url)?;
        guid("client_id", &mut self.client_id)?;
        self.clients.iter_mut().try_for_each(|id| guid("clients", id))?;
        for tenant in &mut self.tenants {
            let mut id = tenant.id.as_str().to_owned();
            guid("tenants", &mut id)?;
            tenant.id = TenantId::new(id);
        }
        self.complete()?;
        Ok(self)
    }

    fn complete(&self) -> Result<(), Wrong> {
        let filled = [
            ("tenants", self.tenants.is_empty()),
            ("clients", self.clients.is_empty()),
            ("graph_scopes", self.graph_scopes.is_empty()),
            ("audience", self.audience.is_empty()),
            ("application_uri", self.application_uri.is_empty()),
            ("scope", self.scope.is_empty() || self.scope.contains(char::is_whitespace)),
        ];
        match filled.into_iter().find(|(_, missing)| *missing) {
            Some((field, _)) => Err(Wrong::new(field, "must not be empty")),
            None => Ok(()),
        }
    }

    /// The issuer of a tenant's tokens, which is also where its addresses begin.
    pub(crate) fn issuer(&self, tenant: &str) -> String {
        format!("{}/{tenant}/v2.0", self.authority)
    }

    /// An OAuth address of a tenant: `authorize` or `token`.
    pub(crate) fn endpoint(&self, tenant: &str, name: &str) -> String {
        format!("{}/{tenant}/oauth2/v2.0/{name}", self.authority)
    }

    /// Where an administrator can consent for everybody
    /// (<https://learn.microsoft.com/entra/identity-platform/v2-admin-consent>).
    #[must_use]
    pub fn consent_page(&self, tenant: &str) -> Option<String> {
        let mut page = Url::parse(&format!("{}/adminconsent", self.issuer(tenant))).ok()?;
        page.query_pairs_mut()
            .append_pair("client_id", &self.client_id)
            .append_pair("scope", &self.graph_scopes.join(" "))
            .append_pair("redirect_uri", &self.redirect_url);
        Some(page.into())
    }

    /// Where people sign in: their tenant when there is one only, else any organisation's (the token says which).
    pub(crate) fn home(&self) -> &str {
        match self.tenants.as_slice() {
            [only] => only.id.as_str(),
            _ => "organizations",
        }
    }
}

/// An address that is safe to send secrets to.
fn address(field: &'static str, text: &str) -> Result<Url, Wrong> {
    let url = Url::parse(text).map_err(|_| Wrong::new(field, "write a full address, for example https://host"))?;
    let bare =
        url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none();
    match (url.scheme(), bare) {
        ("https", true) => Ok(url),
        ("http", true) if loopback(&url) => Ok(url),
        _ => Err(Wrong::new(field, "write an https address without user, query or fragment (http on loopback only)")),
    }
}

/// Whether the address is this computer.
pub(crate) fn loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// Lower case, eight-four-four-four-twelve hexadecimal digits.
fn guid(field: &'static str, text: &mut str) -> Result<(), Wrong> {
    text.make_ascii_lowercase();
    if is_guid(text) { Ok(()) } else { Err(Wrong::new(field, "write a GUID as the Entra portal shows it")) }
}

/// Whether the text is a GUID.
pub(crate) fn is_guid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
