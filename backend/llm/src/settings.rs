//! How an endpoint is reached, and how long and how much is waited for (innstillinger).

use domain::{draft::Class, port::Secret};
use reqwest::{Certificate, ClientBuilder, Url, redirect::Policy};
use std::time::Duration;

/// Settings of one endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Base address, as `https://models.example.no/v1`; `/chat/completions` is added unless it stands there.
    pub url: String,
    /// The model's name there; also shown to people.
    pub model: String,
    /// The key, sent as bearer and as `api-key`.
    pub key: Option<Secret>,
    /// How long until the first word.
    pub first_token: Duration,
    /// How long between two words.
    pub stall: Duration,
    /// How long for the whole answer.
    pub total: Duration,
    /// Bytes of the answer, with everything around the words.
    pub max_bytes: usize,
    /// Tokens that the model may write.
    pub max_tokens: u32,
    /// Tokens that it can read and write together.
    pub context: u32,
    /// The most delicate text it may be given.
    pub sees: Class,
    /// The certificates (PEM) of authorities that count beside the public ones.
    pub ca: Option<String>,
}

impl Settings {
    /// The usual patience for an endpoint without a key.
    #[must_use]
    pub fn new(url: impl Into<String>, model: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            model: model.into(),
            key: None,
            first_token: Duration::from_secs(30),
            stall: Duration::from_secs(20),
            total: Duration::from_secs(120),
            max_bytes: 1024 * 1024,
            max_tokens: 2048,
            context: 16_384,
            sees: Class::Personal,
            ca: None,
        }
    }

    /// The address that is posted to.
    pub(crate) fn endpoint(&self) -> Result<Url, String> {
        address(&self.url, "/chat/completions")
    }

    /// Whether the address lies on this machine.
    pub(crate) fn is_loopback(url: &Url) -> bool {
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
        host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

/// A base address completed by what the endpoint does, unless that stands there.
pub(crate) fn address(base: &str, end: &str) -> Result<Url, String> {
    let mut url = Url::parse(base.trim()).map_err(|error| format!("the model's address is no address: {error}"))?;
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
        return Err("the model's address must begin with https:// or http://".to_owned());
    }
    let path = url.path().trim_end_matches('/').to_owned();
    if !path.ends_with(end) {
        url.set_path(&format!("{path}{end}"));
    }
    Ok(url)
}

/// A client that follows no redirect, reaches this machine without a proxy, and trusts `ca` beside the public authorities.
pub(crate) fn client(url: &Url, ca: Option<&str>) -> Result<ClientBuilder, String> {
    let builder = reqwest::Client::builder().redirect(Policy::none());
    let builder = if Settings::is_loopback(url) { builder.no_proxy() } else { builder };
    let Some(pem) = ca else { return Ok(builder) };
    match Certificate::from_pem_bundle(pem.as_bytes()) {
        Ok(all) if !all.is_empty() => Ok(all.into_iter().fold(builder, ClientBuilder::add_root_certificate)),
        _ => Err("ca_file holds no certificate in PEM".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Settings, client};
    use reqwest::Url;

    #[test]
    fn an_authority_of_ones_own_is_a_certificate_or_refused() {
        let url = Url::parse("https://m.example.no/v1").unwrap();
        for (pem, fine) in [
            (None, true),
            (Some(include_str!("tests/authority.pem")), true),
            (Some(""), false),
            (Some("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"), false),
        ] {
            let made = client(&url, pem).and_then(|builder| builder.build().map_err(|error| error.to_string()));
            assert_eq!(made.is_ok(), fine, "{pem:?}");
        }
    }

    #[test]
    fn the_address_is_completed_or_refused() {
        for (url, endpoint) in [
            ("https://m.example.no/v1", Some("https://m.example.no/v1/chat/completions")),
            ("http://127.0.0.1:8080", Some("http://127.0.0.1:8080/chat/completions")),
            (
                "https://a.example.no/openai/deployments/x/chat/completions?api-version=1",
                Some("https://a.example.no/openai/deployments/x/chat/completions?api-version=1"),
            ),
            ("ftp://m.example.no", None),
            ("models", None),
        ] {
            let found = Settings::new(url, "m").endpoint().ok().map(|url| url.to_string());
            assert_eq!(found.as_deref(), endpoint, "{url}");
        }
    }
}
