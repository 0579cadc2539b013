//! The shapes of the chat endpoint: what is posted, and what comes back in a stream or whole.

use crate::{answer, failure, fit::Fitted, prompt, settings::Settings};
use domain::port::Failure;
use reqwest::{Response, header::CONTENT_TYPE};
use serde::Deserialize;
use serde_json::{Value, json};

/// How an endpoint wants to be asked: not all of them know everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub(crate) enum Dialect {
    /// With the shape of the answer as a schema, and the count of tokens at the end.
    Full,
    /// The same where the model reasons: another name for the ceiling, no temperature.
    Reasoning,
    /// Older endpoints: the prompt alone asks for the shape.
    Plain,
}

/// The request body.
pub(crate) fn request(settings: &Settings, fitted: &Fitted, dialect: Dialect) -> Value {
    let mut body = json!({
        "model": settings.model,
        "stream": true,
        "messages": [
            {"role": "system", "content": prompt::system(&fitted.brief)},
            {"role": "user", "content": prompt::user(fitted)},
        ],
    });
    if dialect == Dialect::Reasoning {
        body["max_completion_tokens"] = json!(settings.max_tokens);
    } else {
        body["max_tokens"] = json!(settings.max_tokens);
        body["temperature"] = json!(0.2);
    }
    if dialect != Dialect::Plain {
        body["stream_options"] = json!({"include_usage": true});
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
    usage: Option<Usage>,
    error: Option<Value>,
}

#[derive(Deserialize)]
struct Usage {
    #[serde(default)]
    total_tokens: u64,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(alias = "message", default)]
    delta: Words,
    finish_reason: Option<String>,
}

#[derive(Default, Deserialize)]
struct Words {
    content: Option<Value>,
    refusal: Option<String>,
    #[serde(alias = "reasoning")]
    reasoning_content: Option<String>,
}

/// What came back so far.
#[derive(Debug, Default)]
pub(crate) struct Reply {
    /// The model's words.
    pub(crate) content: String,
    /// Characters that it thought without saying them.
    pub(crate) thought: usize,
    /// Whether the model says that it has said everything.
    pub(crate) ended: bool,
    /// Whether the stream says that nothing more comes.
    pub(crate) closed: bool,
    /// Tokens of question and answer, as the endpoint counts them.
    pub(crate) tokens: Option<u64>,
    /// Why what was said is no answer; the count of tokens may still come after it.
    pub(crate) why_not: Option<Failure>,
}

impl Reply {
    /// An answer that came whole.
    pub(crate) fn whole(body: &[u8]) -> Result<Self, Failure> {
        let completion = serde_json::from_slice(body).map_err(|_| failure::garbled("it is no JSON"))?;
        let mut reply = Self::default();
        reply.add(completion)?;
        Ok(reply)
    }

    /// Takes in one event.
    pub(crate) fn take(&mut self, payload: &str) -> Result<(), Failure> {
        if payload == "[DONE]" {
            self.closed = true;
            return Ok(());
        }
        self.add(serde_json::from_str(payload).map_err(|_| failure::garbled("an event is no JSON"))?)
    }

    fn add(&mut self, completion: Completion) -> Result<(), Failure> {
        if completion.error.is_some_and(|error| !error.is_null()) {
            return Err(failure::in_stream());
        }
        self.tokens = completion.usage.map(|usage| usage.total_tokens).filter(|tokens| *tokens > 0).or(self.tokens);
        let Some(choice) = completion.choices.into_iter().next() else { return Ok(()) };
        if choice.delta.refusal.is_some_and(|refusal| !refusal.is_empty()) {
            self.why_not = Some(failure::refused());
        }
        self.thought += choice.delta.reasoning_content.map_or(0, |thought| thought.chars().count());
        self.content.push_str(&text(choice.delta.content));
        match choice.finish_reason.as_deref() {
            None | Some("") => return Ok(()),
            Some("length" | "max_tokens" | "model_length") => self.why_not = Some(failure::cut_short()),
            Some("content_filter" | "safety" | "refusal") => self.why_not = Some(failure::refused()),
            // "stop", and what other servers call it.
            Some(_) => {}
        }
        self.ended = true;
        Ok(())
    }

    /// Whether the answer is there: it said so itself, or it is whole all the same.
    pub(crate) fn finished(&mut self) -> Result<(), Failure> {
        match self.why_not.take() {
            Some(why_not) => Err(why_not),
            None if self.ended || self.closed || answer::is_whole(&self.content) => Ok(()),
            None => Err(failure::broken_off()),
        }
    }
}

/// Words as one string, or in pieces as some endpoints give them.
fn text(content: Option<Value>) -> String {
    match content {
        Some(Value::String(text)) => text,
        Some(Value::Array(pieces)) => pieces.iter().filter_map(|piece| piece["text"].as_str()).collect(),
        _ => String::new(),
    }
}

/// Whether the answer is a stream of events.
pub(crate) fn is_stream(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/event-stream")
}
