//! The shapes of the chat endpoint: what is posted, and what comes back in a stream or whole.

use crate::{failure, prompt, settings::Settings};
use domain::{draft::brief::Brief, port::Failure};
use reqwest::{Response, header::CONTENT_TYPE};
use serde::Deserialize;
use serde_json::{Value, json};

/// The request body; with `schema` the endpoint is asked to hold the model to the shape of the answer.
pub(crate) fn request(settings: &Settings, brief: &Brief, schema: bool) -> Value {
    let mut body = json!({
        "model": settings.model,
        "stream": true,
        "temperature": 0.2,
        "max_tokens": settings.max_tokens,
        "messages": [
            {"role": "system", "content": prompt::system(brief)},
            {"role": "user", "content": prompt::user(brief)},
        ],
    });
    if schema {
        body["response_format"] = json!({
            "type": "json_schema",
            "json_schema": {"name": "reply", "strict": true, "schema": shape()},
        });
    }
    body
}

/// The shape of an answer: ordered parts, each with the numbers of its evidence.
fn shape() -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["parts"],
        "properties": {"parts": {"type": "array", "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["text", "citations", "ends_paragraph"],
            "properties": {
                "text": {"type": "string"},
                "citations": {"type": "array", "items": {"type": "integer"}},
                "ends_paragraph": {"type": "boolean"},
            },
        }}},
    })
}

#[derive(Deserialize)]
struct Completion {
    #[serde(default)]
    choices: Vec<Choice>,
    error: Option<Value>,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(alias = "message", default)]
    delta: Words,
    finish_reason: Option<String>,
}

#[derive(Default, Deserialize)]
struct Words {
    content: Option<String>,
    refusal: Option<String>,
}

/// Whether the answer is a stream of events.
pub(crate) fn is_stream(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/event-stream")
}

/// Adds the words of one event to `content`; true when the model says that it has ended.
pub(crate) fn take(payload: &str, content: &mut String) -> Result<bool, Failure> {
    if payload == "[DONE]" {
        return Ok(true);
    }
    let event: Completion = serde_json::from_str(payload).map_err(|_| failure::garbled("an event is no JSON"))?;
    words(event, content)
}

/// The words of an answer that came whole.
pub(crate) fn whole(body: &[u8]) -> Result<String, Failure> {
    let completion: Completion = serde_json::from_slice(body).map_err(|_| failure::garbled("it is no JSON"))?;
    let mut content = String::new();
    words(completion, &mut content)?;
    Ok(content)
}

fn words(completion: Completion, content: &mut String) -> Result<bool, Failure> {
    if completion.error.is_some_and(|error| !error.is_null()) {
        return Err(failure::in_stream());
    }
    let Some(choice) = completion.choices.into_iter().next() else { return Ok(false) };
    if choice.delta.refusal.is_some_and(|refusal| !refusal.is_empty()) {
        return Err(failure::refused());
    }
    content.push_str(&choice.delta.content.unwrap_or_default());
    match choice.finish_reason.as_deref() {
        Some("length") => Err(failure::cut_short()),
        Some("content_filter") => Err(failure::refused()),
        Some("stop") => Ok(true),
        _ => Ok(false),
    }
}
