//! How an embeddings endpoint is reached (innstillinger), and how long it is waited for.

use domain::{draft::Class, port::Secret};
use reqwest::Url;
use std::time::Duration;

/// Settings of the endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Base address, as `https://models.example.no/v1`; `/embeddings` is added unless it stands there.
    pub url: String,
    /// The model's name there.
    pub model: String,
    /// The key, sent as bearer and as `api-key`.
    pub key: Option<Secret>,
    /// How long a question is waited for, with everything.
    pub patience: Duration,
    /// How long a batch of passages is waited for, with everything.
    pub batch_patience: Duration,
    /// Bytes of one answer.
    pub max_bytes: usize,
    /// The most delicate text it may be given.
    pub sees: Class,
    /// What the model wants to read before a question.
    pub before_question: String,
    /// What it wants to read before a passage.
    pub before_passage: String,
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
            patience: Duration::from_secs(2),
            batch_patience: Duration::from_secs(120),
            max_bytes: 16 * 1024 * 1024,
            sees: Class::Personal,
            before_question: String::new(),
            before_passage: String::new(),
            ca: None,
        }
    }

    /// The address that is posted to.
    pub(super) fn endpoint(&self) -> Result<Url, String> {
        crate::settings::address(&self.url, "/embeddings")
    }
}
