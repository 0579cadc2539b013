//! A request that the endpoint turned down (avslag), and whether it can be put in another way: nothing was written, so nothing is
//! asked for twice.

use crate::{failure, wire::Dialect};
use domain::port::Failure;
use futures::StreamExt;
use reqwest::{Response, StatusCode, header::RETRY_AFTER};
use std::time::Duration;

/// Bytes of a refusal that are read.
const READ: usize = 16 * 1024;

/// What there is to do about it.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The brief is longer than the model can read; with the tokens that it can, where it says so.
    TooLong(Option<u32>, Failure),
    /// It wants to be asked in another dialect.
    Other(Dialect, Failure),
    /// It has too much to do, and says for how long.
    Busy(Duration, Failure),
    /// Nothing.
    Final(Failure),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::TooLong(_, failure)
            | Refusal::Other(_, failure)
            | Refusal::Busy(_, failure)
            | Refusal::Final(failure) => failure,
        }
    }
}

/// Reads why; an answer that is none of ours is given back.
pub(crate) async fn of(response: Response) -> Result<Response, Refusal> {
    let status = response.status();
    let Err(failure) = failure::of_status(status) else { return Ok(response) };
    let wait = seconds(&response);
    let words = words(response).await;
    let says = |signs: &[&str]| signs.iter().any(|sign| words.contains(sign));
    Err(match status {
        _ if says(&["content_filter", "content management policy"]) => Refusal::Final(failure::refused()),
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLong(None, failure),
        StatusCode::BAD_REQUEST if says(&TOO_LONG) => Refusal::TooLong(limit(&words), failure::too_long()),
        // llama.cpp, of a text to be embedded.
        StatusCode::INTERNAL_SERVER_ERROR if says(&["too large to process"]) => {
            Refusal::TooLong(None, failure::too_long())
        }
        StatusCode::BAD_REQUEST if says(&["max_completion_tokens", "'temperature'"]) => {
            Refusal::Other(Dialect::Reasoning, failure)
        }
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => Refusal::Other(Dialect::Plain, failure),
        StatusCode::TOO_MANY_REQUESTS => {
            wait.map_or(Refusal::Final(failure.clone()), |wait| Refusal::Busy(wait, failure))
        }
        _ => Refusal::Final(failure),
    })
}

/// What OpenAI, vLLM, llama.cpp and others say when the brief does not fit.
const TOO_LONG: [&str; 6] =
    ["context_length", "exceed_context_size", "context length", "context size", "context window", "prompt is too long"];

/// "maximum context length is 4096 tokens", "available context size (8192 tokens)".
fn limit(words: &str) -> Option<u32> {
    let (_, rest) = words.split_once("context length is ").or_else(|| words.split_once("context size ("))?;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// The seconds after which it wants to be asked again; a date is not waited for.
fn seconds(response: &Response) -> Option<Duration> {
    let value = response.headers().get(RETRY_AFTER)?.to_str().ok()?;
    value.trim().parse().ok().map(Duration::from_secs)
}

/// Its words in lower case, so far as they are read; they are looked at and not kept.
async fn words(response: Response) -> String {
    let mut stream = response.bytes_stream();
    let mut body = Vec::new();
    while let Ok(Some(Ok(chunk))) = tokio::time::timeout(Duration::from_secs(2), stream.next()).await {
        body.extend_from_slice(&chunk);
        if body.len() > READ {
            break;
        }
    }
    String::from_utf8_lossy(&body).to_lowercase()
}
