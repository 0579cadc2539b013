//! Vectors of texts (betydningsvektorer) from any OpenAI-compatible endpoint: Azure OpenAI, vLLM, Ollama, llama.cpp, TEI.
//!
//! Passages are handed in a batch at a time, with all the patience that work in the background has. A question is one request and is
//! waited for only as long as a person waits. What comes back is held against what was asked before anybody uses it.

mod settings;
mod wire;

pub use settings::Settings;

use crate::{
    failure,
    refusal::{self, Refusal},
};
use async_trait::async_trait;
use domain::{
    draft::Class,
    port::{Embedder, Failure, Side, Vector},
};
use futures::StreamExt;
use reqwest::Response;
use std::{sync::OnceLock, time::Duration};
use tokio::time::{sleep, timeout};

/// Texts in one request; what the strictest of the usual servers takes.
const TEXTS: usize = 32;
/// Times that an endpoint with too much to do is asked again.
const TIMES: usize = 3;

/// An embedder at a model endpoint.
#[derive(Debug)]
pub struct Embeddings {
    settings: Settings,
    client: reqwest::Client,
    /// How many numbers its vectors have, known from the first answer on.
    dimension: OnceLock<usize>,
}

impl Embeddings {
    /// An embedder with these settings; nothing is sent yet.
    ///
    /// # Errors
    /// `Garbled` when the address is none, or the client cannot be built.
    pub fn new(settings: Settings) -> Result<Self, Failure> {
        let url = settings.endpoint().map_err(failure::settings)?;
        let client = crate::settings::client(&url, settings.ca.as_deref()).map_err(failure::settings)?;
        let client = client
            .connect_timeout(settings.patience)
            .build()
            .map_err(|error| failure::settings(error.without_url().to_string()))?;
        Ok(Self { settings, client, dimension: OnceLock::new() })
    }

    /// Whether the endpoint answers, takes the key and has the model; as a sentence.
    ///
    /// # Errors
    /// [`Failure`] with what to look at.
    pub async fn reach(&self) -> Result<String, Failure> {
        let vectors = self.vectors(&["åpningstider".to_owned()], Side::Question).await?;
        let numbers = vectors.first().map_or(0, |vector| vector.numbers().len());
        let plain = self.settings.endpoint().is_ok_and(|url| crate::reach::is_plain(&url));
        let plain = if plain { "; the way there is not encrypted" } else { "" };
        Ok(format!("answers with vectors of {numbers} numbers{plain}"))
    }

    /// The vectors of one batch. Too long texts are cut to their beginnings once, a busy endpoint is waited for.
    async fn batch(&self, mut texts: Vec<String>, longest_wait: Duration) -> Result<Vec<Vector>, Failure> {
        let (mut is_cut, mut waited) = (false, 0);
        loop {
            let response = match refusal::of(self.ask(&texts).await?).await {
                Ok(response) => response,
                Err(Refusal::TooLong(..)) if !is_cut => {
                    texts.iter_mut().for_each(halve);
                    is_cut = true;
                    continue;
                }
                Err(Refusal::Busy(wait, _)) if waited < TIMES && wait <= longest_wait => {
                    sleep(wait).await;
                    waited += 1;
                    continue;
                }
                Err(refusal) => return Err(refusal.into()),
            };
            let vectors = wire::read(&self.body(response).await?, texts.len())?;
            return self.of_one_dimension(vectors);
        }
    }

    async fn ask(&self, texts: &[String]) -> Result<Response, Failure> {
        let url = self.settings.endpoint().map_err(failure::settings)?;
        let request = self.client.post(url).json(&wire::request(&self.settings.model, texts));
        crate::keyed(request, self.settings.key.as_ref()).send().await.map_err(failure::connection)
    }

    async fn body(&self, response: Response) -> Result<Vec<u8>, Failure> {
        let mut stream = response.bytes_stream();
        let mut body = Vec::new();
        while let Some(chunk) = stream.next().await {
            body.extend_from_slice(&chunk.map_err(failure::connection)?);
            if body.len() > self.settings.max_bytes {
                return Err(failure::too_large(self.settings.max_bytes));
            }
        }
        Ok(body)
    }

    /// Vectors of two models are no measure of each other: all must be as long as the first was.
    fn of_one_dimension(&self, vectors: Vec<Vector>) -> Result<Vec<Vector>, Failure> {
        let lengths = || vectors.iter().map(|vector| vector.numbers().len());
        let first = *self.dimension.get_or_init(|| lengths().next().unwrap_or_default());
        if lengths().all(|length| length == first) {
            Ok(vectors)
        } else {
            Err(failure::garbled("its vectors are not as long as before; start anew where the model was exchanged"))
        }
    }
}

/// The first half of a text; a model that cannot read all of it reads where it says what it is about.
fn halve(text: &mut String) {
    let half = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    if half > 0 {
        text.truncate(half);
    }
}

#[async_trait]
impl Embedder for Embeddings {
    fn sees(&self) -> Class {
        self.settings.sees
    }

    async fn vectors(&self, texts: &[String], side: Side) -> Result<Vec<Vector>, Failure> {
        let (before, patience) = match side {
            Side::Question => (&self.settings.before_question, self.settings.patience),
            Side::Passage => (&self.settings.before_passage, self.settings.batch_patience),
        };
        let mut all = Vec::with_capacity(texts.len());
        for batch in texts.chunks(TEXTS) {
            // An empty text is refused by most, and means nothing to the others.
            let batch = batch.iter().map(|text| format!("{before}{}", if text.is_empty() { "-" } else { text }));
            let answered = timeout(patience, self.batch(batch.collect(), patience)).await;
            all.extend(answered.unwrap_or_else(|_| Err(failure::slow("the vectors")))?);
        }
        Ok(all)
    }
}
