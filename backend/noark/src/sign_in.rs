//! Signing in at the kernel (innlogging, chapter 4): OpenID Connect, as a client of our own; the token lives in memory.

use crate::{
    ask::Kernel,
    failure,
    link::{Links, Way},
    wire::Door,
};
use domain::port::{Failure, Secret};
use reqwest::{Url, header};
use serde::Deserialize;
use std::time::Duration;
use tokio::time::Instant;

/// A token is not used in its last seconds.
const MARGIN: Duration = Duration::from_secs(30);

/// A token and when it is renewed.
#[derive(Clone)]
pub(crate) struct Token {
    pub(crate) secret: Secret,
    until: Instant,
}

impl Token {
    pub(crate) fn holds(&self) -> bool {
        Instant::now() < self.until
    }
}

#[derive(Deserialize)]
struct Configuration {
    token_endpoint: String,
}

#[derive(Deserialize)]
struct Given {
    access_token: String,
    token_type: String,
    #[serde(default)]
    expires_in: u64,
}

/// Fetches a token: the root tells where the way in is described, and that tells where tokens are given out.
pub(crate) async fn token(kernel: &Kernel) -> Result<Token, Failure> {
    let root: Door = kernel.plain(kernel.base().as_str()).await?;
    let described: Configuration = kernel.plain(root.links.must("login/oidc")?).await?;
    let endpoint =
        Url::parse(&described.token_endpoint).map_err(|_| failure::garbled("the token endpoint is no address"))?;
    if endpoint.origin() != kernel.identity().origin() {
        return Err(failure::elsewhere("the token endpoint"));
    }
    let settings = kernel.settings();
    let mut form = vec![("grant_type", "client_credentials")];
    form.extend(settings.scope.as_deref().map(|scope| ("scope", scope)));
    let request = kernel.client().post(endpoint).header(header::ACCEPT, "application/json").form(&form);
    let request = request.basic_auth(encoded(&settings.client_id), Some(encoded(settings.client_secret.reveal())));
    let asked = Instant::now();
    let answer = kernel.sent(request).await?;
    if answer.status().is_client_error() {
        return Err(failure::not_signed_in("its identity provider does not know our name and secret"));
    }
    let given: Given = kernel.read(answer).await?;
    if !given.token_type.eq_ignore_ascii_case("bearer") || given.access_token.is_empty() {
        return Err(failure::not_signed_in("its token is no bearer"));
    }
    let life = Duration::from_secs(given.expires_in).saturating_sub(MARGIN);
    Ok(Token { secret: Secret::new(given.access_token), until: asked + life })
}

/// Name and secret are form-encoded before they are joined (RFC 6749 2.3.1).
fn encoded(text: &str) -> String {
    let url = Url::parse_with_params("http://a/", [("b", text)]);
    url.ok().and_then(|url| url.query()?.strip_prefix("b=").map(str::to_owned)).unwrap_or_default()
}

/// The relations of the root and of the groups below it that are used.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doors {
    pub(crate) cases: Way,
    pub(crate) entries: Way,
}

/// Bytes of a file that is sent whole, where the kernel does not say (chapter 6).
const BULK: usize = 157_286_400;

#[derive(Deserialize)]
struct System {
    bulkgrense: Option<usize>,
}

/// Finds out how large a file the kernel takes whole; 0 where there is no end to it.
pub(crate) async fn bulk(kernel: &Kernel) -> Result<usize, Failure> {
    let root: Door = kernel.get(kernel.base().as_str()).await?;
    let Some(admin) = root.links.to("admin") else { return Ok(BULK) };
    let admin: Door = kernel.get(admin).await?;
    let Some(system) = admin.links.to("admin/system") else { return Ok(BULK) };
    let system: System = kernel.get(system).await?;
    Ok(system.bulkgrense.unwrap_or(BULK))
}

/// Finds them, as somebody who is signed in.
pub(crate) async fn doors(kernel: &Kernel) -> Result<Doors, Failure> {
    let root: Door = kernel.get(kernel.base().as_str()).await?;
    let cases: Door = kernel.get(root.links.must("sakarkiv")?).await?;
    let to = |links: &Links, relation: &str| links.list(relation).ok_or_else(|| failure::lacking(relation));
    Ok(Doors { cases: to(&cases.links, "sakarkiv/saksmappe")?, entries: to(&cases.links, "sakarkiv/journalpost")? })
}
