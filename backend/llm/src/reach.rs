//! Whether the endpoint is there (tilgjengelig): asks which models it has, which costs nothing.

use crate::{Llm, Settings, failure, keyed};
use domain::port::Failure;
use reqwest::{StatusCode, Url};
use serde_json::Value;

impl Llm {
    /// Whether the endpoint answers, takes the key, and has the model; as a sentence.
    ///
    /// # Errors
    /// [`Failure`] with what to look at.
    pub async fn reach(&self) -> Result<String, Failure> {
        let endpoint = self.settings.endpoint().map_err(failure::settings)?;
        let plain = if is_plain(&endpoint) { "; the way there is not encrypted" } else { "" };
        Ok(format!("{}{plain}", self.answers(models(endpoint)).await?))
    }

    async fn answers(&self, url: Url) -> Result<&'static str, Failure> {
        let request = keyed(self.client.get(url), self.settings.key.as_ref()).timeout(self.settings.first_token);
        let response = request.send().await.map_err(failure::connection)?;
        if response.status() == StatusCode::NOT_FOUND {
            return Ok("answers, and does not say which models it has");
        }
        failure::of_status(response.status())?;
        let list: Value = response.json().await.map_err(|_| failure::garbled("the list of models is no JSON"))?;
        let names = list["data"].as_array().into_iter().flatten().filter_map(|model| model["id"].as_str());
        let is_there = names.into_iter().any(|name| name == self.settings.model);
        Ok(if is_there { "answers, and has the model" } else { "answers, and does not name this model among its own" })
    }
}

/// Whether what is sent can be read on its way.
pub(crate) fn is_plain(url: &Url) -> bool {
    url.scheme() == "http" && !Settings::is_loopback(url)
}

/// `…/v1/chat/completions` → `…/v1/models`.
fn models(mut url: Url) -> Url {
    let path = url.path().trim_end_matches("/chat/completions").to_owned();
    url.set_path(&format!("{path}/models"));
    url
}

#[cfg(test)]
mod tests {
    use super::{Url, is_plain};

    #[test]
    fn only_this_machine_is_reached_in_the_open_without_a_word() {
        for (url, plain) in
            [("http://10.0.0.5:8000/v1", true), ("http://127.0.0.1:8000/v1", false), ("https://m.example.no/v1", false)]
        {
            assert_eq!(Url::parse(url).map(|url| is_plain(&url)), Ok(plain), "{url}");
        }
    }
}
