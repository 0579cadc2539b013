//! What an installation says about eInnsyn (innstillinger): where it is, with which key, whose journals, and how patient we are.

use domain::port::Secret;
use reqwest::Url;
use std::time::Duration;

/// The settings of [`crate::Einnsyn`].
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where its interface is, for example `https://api.einnsyn.no`.
    pub url: String,
    /// Our key, where one was given out.
    pub key: Option<Secret>,
    /// The bodies whose journals are searched, by their ids; none means every one.
    pub bodies: Vec<String>,
    /// Everything that one search asks.
    pub timeout: Duration,
    /// Bytes of one answer.
    pub answer_bytes: usize,
}

impl Settings {
    /// What is usual, for an interface at this address.
    #[must_use]
    pub fn at(url: impl Into<String>) -> Self {
        Self { url: url.into(), key: None, bodies: Vec::new(), timeout: Duration::from_secs(4), answer_bytes: 2 << 20 }
    }

    /// The address with a slash at its end.
    ///
    /// # Errors
    /// [`Wrong`] where it is none, or would send the key in the open.
    pub(crate) fn base(&self) -> Result<Url, Wrong> {
        let slashed = format!("{}/", self.url.trim_end_matches('/'));
        let url = Url::parse(&slashed)
            .map_err(|_| Wrong { field: "url", remedy: "write an address such as https://api.einnsyn.no" })?;
        let is_loopback = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
        if url.scheme() == "https" || url.scheme() == "http" && is_loopback {
            return Ok(url);
        }
        Err(Wrong { field: "url", remedy: "write an address that begins with https://" })
    }

    /// The bodies, joined as a list in an address.
    ///
    /// # Errors
    /// [`Wrong`] where one is no id.
    pub(crate) fn bodies(&self) -> Result<String, Wrong> {
        let is_id = |id: &String| {
            !id.is_empty() && id.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_')
        };
        if self.bodies.iter().all(is_id) {
            return Ok(self.bodies.join(","));
        }
        Err(Wrong { field: "bodies", remedy: "write ids as eInnsyn has them, such as enh_01haf8swcbeaxt7s6spy92r7mq" })
    }
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
    use super::Settings;

    #[test]
    fn an_address_is_encrypted_and_a_body_is_an_id() {
        for (url, bodies, wrong) in [
            ("https://api.einnsyn.no", &["enh_01haf8swcbeaxt7s6spy92r7mq"][..], None),
            ("http://127.0.0.1:8080", &[], None),
            ("http://api.einnsyn.no", &[], Some("url")),
            ("api.einnsyn.no", &[], Some("url")),
            ("https://api.einnsyn.no", &["enh_1,enh_2"], Some("bodies")),
            ("https://api.einnsyn.no", &["Fjordvik kommune"], Some("bodies")),
        ] {
            let bodies = bodies.iter().map(|id| (*id).to_owned()).collect();
            let settings = Settings { bodies, ..Settings::at(url) };
            let told = settings.base().map(|_| ()).and_then(|()| settings.bodies().map(|_| ()));
            assert_eq!(told.err().map(|wrong| wrong.field), wrong, "{url}");
        }
    }
}
