//! What an installation says about its Graph: where it is and how patient we are.

use crate::patience::Patience;
use graph_rs_sdk::{GraphClient, GraphClientConfiguration, http::Url};
use reqwest::redirect::Policy;
use std::time::Duration;
use vocabulary::limit;

/// The only host outside this computer that ever gets a person's token.
const HOST: &str = "graph.microsoft.com";

/// The settings of [`crate::Graph`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `https://graph.microsoft.com/v1.0`.
    pub address: String,
    /// Allows `http` on a loopback address, for an emulated Graph; nothing else.
    pub loopback: bool,
    /// Pages of one conversation; more is a failure, never a part of the thread.
    pub pages: usize,
    /// Mails asked for in one page.
    pub page_size: usize,
    /// One request, from connecting to the last byte.
    pub timeout: Duration,
    /// One operation with all its requests and waits.
    pub total: Duration,
    /// When and how often a reading is repeated.
    pub patience: Patience,
    /// Bytes of one answer.
    pub answer_bytes: usize,
    /// Requests at a time to one mailbox; Graph allows four.
    pub concurrent: usize,
}

impl Default for Settings {
    fn default() -> Self {
        let page_size = 50;
        Self {
            address: format!("https://{HOST}/v1.0"),
            loopback: false,
            pages: limit::THREAD_MESSAGES.div_ceil(page_size),
            page_size,
            timeout: Duration::from_secs(15),
            total: Duration::from_secs(45),
            patience: Patience::default(),
            answer_bytes: 2 * limit::MAIL_BYTES,
            concurrent: 4,
        }
    }
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
    fn new(field: &'static str, remedy: &str) -> Self {
        Self { field, remedy: remedy.to_owned() }
    }
}

impl Settings {
    /// The SDK's client for these settings, the one that sends what it puts together, and the address that it is sent to. The SDK knows no
    /// other than Graph's own, and its check of an address panics, so everything is checked here before.
    pub(crate) fn clients(&self) -> Result<(GraphClient, reqwest::Client, Url), Wrong> {
        let counts = [("pages", self.pages), ("page_size", self.page_size), ("concurrent", self.concurrent)];
        if let Some((field, _)) = counts.into_iter().find(|(_, count)| !(1..=1000).contains(count)) {
            return Err(Wrong::new(field, "write a number from 1 to 1000"));
        }
        let address = self.address.trim_end_matches('/');
        let url = Url::parse(address).map_err(|_| Wrong::new("address", "write https://graph.microsoft.com/v1.0"))?;
        let near = self.loopback && is_loopback(&url);
        if !near && !is_graph(&url) {
            return Err(Wrong::new("address", "write https://graph.microsoft.com/v1.0; others only on loopback"));
        }
        let mut client = GraphClient::from(GraphClientConfiguration::new().access_token("none").referer(false));
        if !near {
            client.use_endpoint(&url);
        }
        Ok((client, self.sender(near)?, url))
    }

    /// Follows no redirect: a token goes where the settings say, and nowhere else.
    fn sender(&self, near: bool) -> Result<reqwest::Client, Wrong> {
        let builder = reqwest::Client::builder()
            .timeout(self.timeout)
            .connect_timeout(self.timeout)
            .https_only(!near)
            .referer(false)
            .redirect(Policy::none())
            .user_agent("saksvar");
        // A proxy named in the environment has no business with this computer's own addresses.
        let builder = if near { builder.no_proxy() } else { builder };
        builder.build().map_err(|_| Wrong::new("address", "this computer has no certificates to reach it by"))
    }
}

fn is_graph(url: &Url) -> bool {
    url.scheme() == "https" && url.host_str() == Some(HOST) && url.port().is_none() && is_bare(url)
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    let near = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
    near && matches!(url.scheme(), "http" | "https") && is_bare(url)
}

fn is_bare(url: &Url) -> bool {
    url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none()
}
