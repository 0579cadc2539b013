//! What an installation says about its kernel (innstillinger): where it is, who we are there, and how patient we are.

use domain::port::Secret;
use reqwest::Url;
use std::time::Duration;

/// The settings of [`crate::Noark`].
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the kernel begins, for example `https://arkiv.fjordvik.kommune.no/noark5v5/`.
    pub url: String,
    /// Where tokens may be fetched, when that is another server than the kernel: its origin, for example `https://login.example.no`.
    pub identity: Option<String>,
    /// Our name there.
    pub client_id: String,
    /// Our secret there.
    pub client_secret: Secret,
    /// What the token is asked for, where the identity provider wants it said.
    pub scope: Option<String>,
    /// What a token in a person's own name is asked for, for example `api://arkiv/.default`; without it the kernel is asked in the house's.
    pub person_scope: Option<String>,
    /// One request, from connecting to the last byte.
    pub timeout: Duration,
    /// One operation with all its requests.
    pub total: Duration,
    /// Requests at a time.
    pub concurrent: usize,
    /// Bytes of one answer.
    pub answer_bytes: usize,
    /// Bytes of one file; a larger one is not read.
    pub file_bytes: usize,
    /// Entries of a case that are read, the newest; more is told by the case's own facts alone.
    pub entries: usize,
}

impl Settings {
    /// What is usual, for a kernel at this address.
    #[must_use]
    pub fn at(url: impl Into<String>, client_id: impl Into<String>, client_secret: Secret) -> Self {
        Self {
            url: url.into(),
            identity: None,
            client_id: client_id.into(),
            client_secret,
            scope: None,
            person_scope: None,
            timeout: Duration::from_secs(10),
            total: Duration::from_secs(20),
            concurrent: 8,
            answer_bytes: 8 << 20,
            file_bytes: 20 << 20,
            entries: 200,
        }
    }

    /// The address with a slash at its end.
    ///
    /// # Errors
    /// [`Wrong`] where it is none, or would send a token in the open.
    pub(crate) fn base(&self) -> Result<Url, Wrong> {
        let slashed = format!("{}/", self.url.trim_end_matches('/'));
        encrypted("url", &slashed)
    }

    /// Where a token may be fetched.
    pub(crate) fn identity(&self) -> Result<Url, Wrong> {
        self.identity.as_deref().map_or_else(|| self.base(), |origin| encrypted("identity", origin))
    }
}

fn encrypted(field: &'static str, text: &str) -> Result<Url, Wrong> {
    let url = Url::parse(text)
        .map_err(|_| Wrong { field, remedy: "write an address such as https://arkiv.example.no/noark5v5/" })?;
    let is_loopback = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    if url.scheme() == "https" || url.scheme() == "http" && is_loopback {
        return Ok(url);
    }
    Err(Wrong { field, remedy: "write an address that begins with https://; a token does not travel in the open" })
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
    use super::{Secret, Settings};

    #[test]
    fn an_address_is_encrypted_or_this_machines_own() {
        for (url, base) in [
            ("https://arkiv.example.no/noark5v5", Some("https://arkiv.example.no/noark5v5/")),
            ("https://arkiv.example.no/noark5v5/", Some("https://arkiv.example.no/noark5v5/")),
            ("http://127.0.0.1:8092/noark5v5/", Some("http://127.0.0.1:8092/noark5v5/")),
            ("http://arkiv.example.no/", None),
            ("http://127.0.0.1.example.no/", None),
            ("file:///etc/passwd", None),
            ("arkiv", None),
        ] {
            let read = Settings::at(url, "a", Secret::new("b")).base();
            assert_eq!(read.ok().map(String::from).as_deref(), base, "{url}");
        }
    }
}
