//! The writer behind any OpenAI-compatible chat endpoint (språkmodell): Azure OpenAI, vLLM, Ollama, llama.cpp.
//!
//! The model is given numbered excerpts and the citizen's mail as data, and gives back ordered parts of text with evidence
//! numbers. It never sees an address, an id or a link of ours, and what it writes of that kind is taken out. Everything it says
//! is still only a draft: the checks hold each value against the evidence.

mod answer;
mod clean;
mod failure;
mod partial;
mod prompt;
mod settings;
mod sse;
mod wire;

pub use settings::Settings;

use async_trait::async_trait;
use domain::draft::brief::{Answer, Brief};
use domain::draft::compose::greeting;
use domain::port::{Failure, Heard, Writer};
use futures::StreamExt;
use partial::Partial;
use reqwest::{Response, StatusCode, redirect::Policy};
use tokio::time::{Instant, timeout, timeout_at};

/// New characters before the text so far is told again.
const STEP: usize = 24;

/// A writer at a model endpoint.
#[derive(Clone, Debug)]
pub struct Llm {
    settings: Settings,
    client: reqwest::Client,
}

impl Llm {
    /// A writer with these settings; nothing is sent yet.
    ///
    /// # Errors
    /// `Garbled` when the address is none, or the client cannot be built.
    pub fn new(settings: Settings) -> Result<Self, Failure> {
        let url = settings.endpoint().map_err(failure::settings)?;
        let client = reqwest::Client::builder().redirect(Policy::none()).connect_timeout(settings.first_token);
        // An endpoint on this machine is never reached through a proxy.
        let client = if Settings::is_loopback(&url) { client.no_proxy() } else { client };
        let client = client.build().map_err(|error| failure::settings(error.without_url().to_string()))?;
        Ok(Self { settings, client })
    }

    async fn converse(&self, brief: &Brief, heard: &Heard<'_>) -> Result<Answer, Failure> {
        let mut response = self.ask(brief, true).await?;
        if matches!(response.status(), StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY) {
            // Older endpoints refuse a schema; the prompt asks for the same shape in words.
            response = self.ask(brief, false).await?;
        }
        failure::of_status(response.status())?;
        let content = if wire::is_stream(&response) {
            self.listen(response, brief, heard).await?
        } else {
            self.read_whole(response).await?
        };
        answer::of(&content, brief)
    }

    async fn ask(&self, brief: &Brief, schema: bool) -> Result<Response, Failure> {
        let url = self.settings.endpoint().map_err(failure::settings)?;
        let mut request = self.client.post(url).json(&wire::request(&self.settings, brief, schema));
        if let Some(key) = &self.settings.key {
            // OpenAI and vLLM read the first, Azure the second.
            request = request.bearer_auth(key.reveal()).header("api-key", key.reveal());
        }
        let sent = timeout(self.settings.first_token, request.send()).await;
        sent.map_err(|_| failure::slow("the first word"))?.map_err(failure::connection)
    }

    /// Listens to the stream until it says that it has ended.
    async fn listen(&self, response: Response, brief: &Brief, heard: &Heard<'_>) -> Result<String, Failure> {
        let mut stream = response.bytes_stream();
        let mut lines = sse::Lines::default();
        let mut told = Telling::new(brief, heard);
        let mut content = String::new();
        let mut bytes = 0;
        let mut patience = ("the first word", Instant::now() + self.settings.first_token);
        while let Some(chunk) = timeout_at(patience.1, stream.next()).await.map_err(|_| failure::slow(patience.0))? {
            let chunk = chunk.map_err(failure::connection)?;
            bytes += chunk.len();
            if bytes > self.settings.max_bytes {
                return Err(failure::too_large(self.settings.max_bytes));
            }
            let before = content.len();
            let mut ended = false;
            for line in lines.push(&chunk) {
                ended = ended || wire::take(&line, &mut content)?;
            }
            // Only words count as progress: an endpoint that merely keeps the line open has stalled.
            if content.len() > before {
                told.hear(&content[before..]);
                patience = ("the next word", Instant::now() + self.settings.stall);
            }
            if ended {
                return Ok(content);
            }
        }
        Err(failure::broken_off())
    }

    /// The answer of an endpoint that does not stream.
    async fn read_whole(&self, response: Response) -> Result<String, Failure> {
        let mut stream = response.bytes_stream();
        let mut body = Vec::new();
        while let Some(chunk) =
            timeout(self.settings.stall, stream.next()).await.map_err(|_| failure::slow("the next word"))?
        {
            body.extend_from_slice(&chunk.map_err(failure::connection)?);
            if body.len() > self.settings.max_bytes {
                return Err(failure::too_large(self.settings.max_bytes));
            }
        }
        wire::whole(&body)
    }
}

#[async_trait]
impl Writer for Llm {
    fn name(&self) -> &str {
        &self.settings.model
    }

    async fn write(&self, brief: &Brief, heard: &Heard<'_>) -> Result<Answer, Failure> {
        let answered = timeout(self.settings.total, self.converse(brief, heard)).await;
        answered.unwrap_or_else(|_| Err(failure::slow("the whole answer")))
    }
}

/// Tells the text so far, cleaned, whole words only.
struct Telling<'a> {
    greeting: String,
    partial: Partial,
    told: usize,
    heard: &'a Heard<'a>,
}

impl<'a> Telling<'a> {
    fn new(brief: &Brief, heard: &'a Heard<'a>) -> Self {
        Self { greeting: greeting(brief), partial: Partial::default(), told: 0, heard }
    }

    fn hear(&mut self, content: &str) {
        self.partial.push(content);
        let text = self.partial.text();
        let whole = text.rfind(char::is_whitespace).unwrap_or(0);
        if whole >= self.told + STEP {
            self.told = whole;
            let clean = clean::clean(answer::without_greeting(clean::closed(&text[..whole]))).text;
            (self.heard)(&format!("{}\n\n{clean}", self.greeting));
        }
    }
}

#[cfg(test)]
mod tests;
