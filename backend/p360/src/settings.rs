//! What an installation says about its Public 360 (innstillinger): where it is, how we are let in, and what is its own there.

use domain::port::Secret;
use reqwest::Url;
use std::time::Duration;

/// Where the operations begin, behind the address.
pub const PREFIX: &str = "Biz/v2/api/call/SI.Data.RPC/SI.Data.RPC";

/// How case numbers are written there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbers {
    /// `26/01234`.
    #[default]
    Short,
    /// `2026/01234`.
    Long,
}

/// How we are let in.
#[derive(Clone, Debug)]
pub enum Entrance {
    /// By the key that was given to the integration.
    Key(Secret),
    /// By a token of Entra for the application itself.
    Token {
        /// Where tokens are given out.
        endpoint: String,
        /// Our secret there.
        secret: Secret,
        /// What the token is for.
        scope: String,
    },
}

/// The settings of [`crate::P360`].
#[derive(Clone, Debug)]
pub struct Settings {
    /// Its address, for example `https://fjordvik.public360online.com`.
    pub url: String,
    /// Where the operations begin behind it.
    pub prefix: String,
    /// Our name there.
    pub client_id: String,
    /// How we are let in.
    pub entrance: Entrance,
    /// How case numbers are written.
    pub numbers: Numbers,
    /// Access codes that hide nothing; whatever else stands there restricts.
    pub open: Vec<String>,
    /// One request, from connecting to the last byte.
    pub timeout: Duration,
    /// One operation with all its requests.
    pub total: Duration,
    /// Requests at a time.
    pub concurrent: usize,
    /// Bytes of one answer without a file.
    pub answer_bytes: usize,
    /// Bytes of one file; a larger one is not read.
    pub file_bytes: usize,
    /// Entries of a case that are read, the newest.
    pub entries: usize,
}

impl Settings {
    /// What is usual, at this address.
    #[must_use]
    pub fn at(url: impl Into<String>, client_id: impl Into<String>, entrance: Entrance) -> Self {
        Self {
            url: url.into(),
            prefix: PREFIX.to_owned(),
            client_id: client_id.into(),
            entrance,
            numbers: Numbers::default(),
            open: vec!["U".to_owned()],
            timeout: Duration::from_secs(10),
            total: Duration::from_secs(20),
            concurrent: 8,
            answer_bytes: 8 << 20,
            file_bytes: 20 << 20,
            entries: 200,
        }
    }

    /// Where the operations begin, with a slash at the end.
    ///
    /// # Errors
    /// [`Wrong`] where it is no address, or would send a key in the open.
    pub(crate) fn base(&self) -> Result<Url, Wrong> {
        let (url, prefix) = (self.url.trim_end_matches('/'), self.prefix.trim_matches('/'));
        encrypted("url", &format!("{url}/{prefix}{}", if prefix.is_empty() { "" } else { "/" }))
    }

    /// Where tokens are given out, where we come with one.
    pub(crate) fn endpoint(&self) -> Result<Option<Url>, Wrong> {
        match &self.entrance {
            Entrance::Key(_) => Ok(None),
            Entrance::Token { endpoint, .. } => encrypted("token_url", endpoint).map(Some),
        }
    }
}

fn encrypted(field: &'static str, text: &str) -> Result<Url, Wrong> {
    let url = Url::parse(text)
        .map_err(|_| Wrong { field, remedy: "write an address such as https://fjordvik.public360online.com" })?;
    let is_loopback = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    if url.scheme() == "https" || url.scheme() == "http" && is_loopback {
        return Ok(url);
    }
    Err(Wrong { field, remedy: "write an address that begins with https://; a key does not travel in the open" })
}

/// A setting that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The name of the setting.
    pub field: &'static str,
    /// What to write.
    pub remedy: &'static str,
}

#[cfg(test)]
mod tests {
    use super::{Entrance, Settings};
    use domain::port::Secret;

    #[test]
    fn the_address_is_encrypted_or_this_machines_own_and_the_prefix_stands_behind_it() {
        for (url, prefix, base) in [
            ("https://a.example.no", "Biz/v2", Some("https://a.example.no/Biz/v2/")),
            ("https://a.example.no/", "/Biz/v2/", Some("https://a.example.no/Biz/v2/")),
            ("https://a.example.no/360", "", Some("https://a.example.no/360/")),
            ("http://127.0.0.1:8093", "x", Some("http://127.0.0.1:8093/x/")),
            ("http://a.example.no", "x", None),
            ("http://127.0.0.1.example.no", "x", None),
            ("fjordvik", "x", None),
        ] {
            let settings = Settings::at(url, "a", Entrance::Key(Secret::new("b")));
            let base_of = Settings { prefix: prefix.into(), ..settings }.base();
            assert_eq!(base_of.ok().map(String::from).as_deref(), base, "{url} {prefix}");
        }
    }
}
