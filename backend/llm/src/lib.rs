//! The writer behind any OpenAI-compatible chat endpoint (språkmodell): Azure OpenAI, vLLM, Ollama, llama.cpp.
//!
//! The model is given numbered excerpts and the citizen's mail as data, and gives back ordered parts of text with evidence
//! numbers. It never sees an address, an id or a link of ours, and what it writes of that kind is taken out. Everything it says
//! is still only a draft: the checks hold each value against the evidence.

mod answer;
mod circle;
mod clean;
pub mod embedding;
mod failure;
mod fit;
mod partial;
mod prompt;
mod pseudonym;
mod reach;
mod refusal;
mod settings;
mod sse;
mod telling;
mod wire;

pub use embedding::Embeddings;
pub use settings::Settings;

use async_trait::async_trait;
use domain::draft::Class;
use domain::draft::brief::{Answer, Brief};
use domain::port::{Failure, Heard, Secret, Told, Writer};
use fit::Fitted;
use futures::StreamExt;
use refusal::Refusal;
use reqwest::{RequestBuilder, Response};
use std::time::Duration;
use telling::Telling;
use tokio::time::{Instant, sleep, timeout, timeout_at};
use wire::{Dialect, Reply};

/// How long to wait for the count of tokens once the model has said everything.
const COUNT: Duration = Duration::from_secs(2);
/// How long an endpoint that has too much to do is waited for, once.
const BUSY: Duration = Duration::from_secs(10);

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
        let client = settings::client(&url, settings.ca.as_deref()).map_err(failure::settings)?;
        let client = client
            .connect_timeout(settings.first_token)
            .build()
            .map_err(|error| failure::settings(error.without_url().to_string()))?;
        Ok(Self { settings, client })
    }

    async fn converse(&self, brief: &Brief, heard: &Heard<'_>) -> Result<Answer, Failure> {
        let (response, asked, fitted) = self.accepted(brief).await?;
        heard(Told::Unread { excerpts: &fitted.unread, mail: fitted.is_cut() });
        let mut reply = Reply::default();
        let listened = if wire::is_stream(&response) {
            let mut telling = Telling::new(&fitted, heard);
            self.listen((response, asked), &mut reply, &mut telling).await
        } else {
            self.read_whole(response).await.and_then(|whole| {
                reply = whole;
                reply.finished()
            })
        };
        // An answer that broke off may have been paid for as well; it is not asked for again.
        heard(Told::Spent(reply.tokens.unwrap_or_else(|| spent(&fitted, &reply))));
        listened?;
        answer::of(&reply.content, &fitted)
    }

    /// Asks until the endpoint takes the request: at most once more for each reason to turn it down.
    async fn accepted(&self, brief: &Brief) -> Result<(Response, Instant, Fitted), Failure> {
        let mut fitted = Fitted::new(brief, &self.settings);
        let (mut dialect, mut shortened, mut waited) = (Dialect::Full, false, false);
        loop {
            let asked = Instant::now();
            let response = self.ask(&fitted, dialect).await?;
            match refusal::of(response).await {
                Ok(response) => return Ok((response, asked, fitted)),
                Err(Refusal::TooLong(limit, _)) if !shortened => {
                    (fitted, shortened) = (self.shortened(fitted, limit), true)
                }
                Err(Refusal::Other(other, _)) if other > dialect => dialect = other,
                Err(Refusal::Busy(wait, _)) if !waited && wait <= BUSY => {
                    sleep(wait).await;
                    waited = true;
                }
                Err(refusal) => return Err(refusal.into()),
            }
        }
    }

    fn shortened(&self, fitted: Fitted, limit: Option<u32>) -> Fitted {
        let context = limit.unwrap_or(self.settings.context).min(self.settings.context);
        fitted.shortened(&Settings { context, ..self.settings.clone() })
    }

    async fn ask(&self, fitted: &Fitted, dialect: Dialect) -> Result<Response, Failure> {
        let url = self.settings.endpoint().map_err(failure::settings)?;
        let request = keyed(self.client.post(url), self.settings.key.as_ref()).json(&wire::request(
            &self.settings,
            fitted,
            dialect,
        ));
        let sent = timeout(self.settings.first_token, request.send()).await;
        sent.map_err(|_| failure::slow("the first word"))?.map_err(failure::connection)
    }

    /// Listens to the stream until it says that it has ended, or ends after a whole answer.
    async fn listen(
        &self,
        (response, asked): (Response, Instant),
        reply: &mut Reply,
        telling: &mut Telling<'_>,
    ) -> Result<(), Failure> {
        let mut stream = response.bytes_stream();
        let mut lines = sse::Lines::default();
        let mut bytes = 0;
        let mut patience = ("the first word", asked + self.settings.first_token);
        loop {
            let chunk = match timeout_at(patience.1, stream.next()).await {
                Ok(Some(chunk)) => chunk,
                // The count of tokens is not worth more waiting.
                _ if reply.ended => return reply.finished(),
                Ok(None) => break,
                Err(_) => return Err(failure::slow(patience.0)),
            };
            let chunk = match chunk {
                Err(_) if reply.ended => return reply.finished(),
                chunk => chunk.map_err(failure::connection)?,
            };
            bytes += chunk.len();
            if bytes > self.settings.max_bytes {
                return Err(failure::too_large(self.settings.max_bytes));
            }
            let before = (reply.content.len(), reply.thought, reply.ended);
            for line in lines.push(&chunk) {
                reply.take(&line)?;
            }
            telling.hear(&reply.content[before.0..])?;
            if reply.closed || reply.ended && reply.tokens.is_some() {
                return reply.finished();
            }
            // Only words count as progress: an endpoint that merely keeps the line open has stalled.
            if reply.ended && !before.2 {
                patience = ("the count", Instant::now() + COUNT);
            } else if !reply.ended && (reply.content.len(), reply.thought) != (before.0, before.1) {
                patience = ("the next word", Instant::now() + self.settings.stall);
            }
        }
        lines.end().map_or(Ok(()), |line| reply.take(&line))?;
        reply.finished()
    }

    /// The answer of an endpoint that does not stream.
    async fn read_whole(&self, response: Response) -> Result<Reply, Failure> {
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
        Reply::whole(&body)
    }
}

fn keyed(request: RequestBuilder, key: Option<&Secret>) -> RequestBuilder {
    match key {
        // OpenAI and vLLM read the first, Azure the second.
        Some(key) => request.bearer_auth(key.reveal()).header("api-key", key.reveal()),
        None => request,
    }
}

/// Tokens of question and answer, reckoned where the endpoint does not count them.
fn spent(fitted: &Fitted, reply: &Reply) -> u64 {
    let asked = prompt::system(&fitted.brief).chars().count() + prompt::user(fitted).chars().count();
    fit::tokens(asked + reply.content.chars().count() + reply.thought)
}

#[async_trait]
impl Writer for Llm {
    fn name(&self) -> &str {
        // An endpoint with one model alone need not be told its name.
        if self.settings.model.is_empty() { "endpoint" } else { &self.settings.model }
    }

    fn sees(&self) -> Class {
        self.settings.sees
    }

    async fn write(&self, brief: &Brief, heard: &Heard<'_>) -> Result<Answer, Failure> {
        let answered = timeout(self.settings.total, self.converse(brief, heard)).await;
        answered.unwrap_or_else(|_| Err(failure::slow("the whole answer")))
    }
}

#[cfg(test)]
mod tests;
