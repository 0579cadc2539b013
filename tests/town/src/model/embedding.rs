//! Embeddings in the shape of OpenAI's (betydningsvektorer): a bag of hashed words, so that texts with the same words lie close.

use super::{Refusal, bearer};
use crate::world::World;
use axum::{
    Json,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, Response},
    response::IntoResponse,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// The name of the only model for embeddings.
pub const EMBEDDING_MODEL: &str = "town-embedding-1";
/// Numbers of a vector.
const DIMENSION: usize = 256;
/// Texts in one request.
const TEXTS: usize = 2_048;
/// Tokens of one text, and of all of a request.
const TOKENS: usize = 8_192;
const ALL_TOKENS: usize = 300_000;
/// Beginnings of words that are told apart; Norwegian has most of a word's meaning there.
const BEGINNING: usize = 5;

pub(super) async fn embeddings(State(world): State<Arc<World>>, headers: HeaderMap, body: Bytes) -> Response<Body> {
    match answered(&world, &headers, &body) {
        Ok(answer) => Json(answer).into_response(),
        Err(refusal) => refusal.into_response(),
    }
}

fn answered(world: &World, headers: &HeaderMap, body: &[u8]) -> Result<Value, Refusal> {
    bearer(world, headers)?;
    world.open().prompts.push(String::from_utf8_lossy(body).into_owned());
    let request: Value =
        serde_json::from_slice(body).map_err(|_| bad("We could not parse the JSON body of your request."))?;
    match request["model"].as_str() {
        None => return Err(bad("you must provide a model parameter")),
        Some(EMBEDDING_MODEL) => {}
        Some(_) => {
            return Err(Refusal(404, "model_not_found", "The model does not exist or you do not have access to it."));
        }
    }
    let texts = texts(&request["input"])?;
    let as_text = match request["encoding_format"].as_str() {
        Some("base64") => true,
        None | Some("float") => false,
        Some(_) => return Err(bad("'encoding_format' must be one of 'float' or 'base64'.")),
    };
    let written = |numbers: Vec<f32>| if as_text { json!(base64_of(&numbers)) } else { json!(numbers) };
    let data = texts
        .iter()
        .enumerate()
        .map(|(index, text)| json!({ "object": "embedding", "index": index, "embedding": written(vector(text)) }));
    let tokens: usize = texts.iter().map(|text| tokens(text)).sum();
    Ok(json!({
        "object": "list", "data": data.collect::<Vec<_>>(), "model": EMBEDDING_MODEL,
        "usage": { "prompt_tokens": tokens, "total_tokens": tokens },
    }))
}

fn bad(words: &'static str) -> Refusal {
    Refusal(400, "invalid_request_error", words)
}

/// One text, or a list of them.
fn texts(input: &Value) -> Result<Vec<&str>, Refusal> {
    let one = input.as_str().map(|text| vec![text]);
    let list = || input.as_array()?.iter().map(Value::as_str).collect::<Option<Vec<_>>>();
    let texts = one.or_else(list).ok_or_else(|| bad("'$.input' is invalid."))?;
    if texts.is_empty() || texts.iter().any(|text| text.is_empty()) {
        return Err(bad("'$.input' is invalid: it cannot be an empty string or an empty array."));
    }
    if texts.len() > TEXTS {
        return Err(bad("'$.input' is invalid: the array must not have more than 2048 items."));
    }
    if texts.iter().any(|text| tokens(text) > TOKENS) {
        return Err(Refusal(
            400,
            "context_length_exceeded",
            "This model's maximum context length is 8192 tokens, however you requested more. Please reduce your prompt.",
        ));
    }
    if texts.iter().map(|text| tokens(text)).sum::<usize>() > ALL_TOKENS {
        return Err(bad("Requested more than the max 300000 tokens per request."));
    }
    Ok(texts)
}

/// About three letters of Norwegian are one.
fn tokens(text: &str) -> usize {
    text.chars().count() / 3 + 1
}

/// A vector of length 1.
fn vector(text: &str) -> Vec<f32> {
    let mut numbers = vec![0.0_f32; DIMENSION];
    // So that a text without words has a direction too.
    numbers[0] = 0.01;
    for word in text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3) {
        let beginning: String = word.chars().take(BEGINNING).collect();
        let digest = Sha256::digest(beginning.as_bytes());
        let sign = if digest[1] % 2 == 0 { 1.0 } else { -1.0 };
        numbers[usize::from(digest[0])] += sign;
    }
    let length = numbers.iter().map(|number| number * number).sum::<f32>().sqrt();
    if length > 0.0 { numbers.iter().map(|number| number / length).collect() } else { numbers }
}

fn base64_of(numbers: &[f32]) -> String {
    STANDARD.encode(numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>())
}
