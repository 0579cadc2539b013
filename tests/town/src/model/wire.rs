//! An answer on the wire: one JSON object, or server-sent events that end with `[DONE]`.

use super::{Asked, MODEL};
use axum::{
    Json,
    body::{Body, Bytes},
    http::{HeaderValue, Response, header},
    response::IntoResponse,
};
use futures::stream;
use serde_json::{Value, json};
use std::convert::Infallible;

/// Letters in one event.
const PIECE: usize = 24;

/// The answer as it was asked for.
pub(crate) fn answer(asked: &Asked, text: &str) -> Response<Body> {
    if asked.streams { streamed(text) } else { Json(whole(text)).into_response() }
}

fn whole(text: &str) -> Value {
    json!({
        "id": "chatcmpl-town", "object": "chat.completion", "created": 0, "model": MODEL,
        "choices": [{ "index": 0, "message": { "role": "assistant", "content": text }, "finish_reason": "stop" }],
        "usage": { "prompt_tokens": 1, "completion_tokens": text.len() / 4, "total_tokens": 1 + text.len() / 4 },
    })
}

fn streamed(text: &str) -> Response<Body> {
    let letters: Vec<char> = text.chars().collect();
    let mut events = vec![event(&json!({ "role": "assistant", "content": "" }), None)];
    events.extend(
        letters.chunks(PIECE).map(|piece| event(&json!({ "content": piece.iter().collect::<String>() }), None)),
    );
    events.push(event(&json!({}), Some("stop")));
    events.push(Bytes::from_static(b"data: [DONE]\n\n"));
    let mut response = Response::new(Body::from_stream(stream::iter(events.into_iter().map(Ok::<_, Infallible>))));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    response
}

/// The same stream as strange servers and networks give it: CRLF, comments, other fields, cut in the middle of characters, and no
/// `[DONE]`.
pub(crate) fn torn(text: &str) -> Response<Body> {
    let letters: Vec<char> = text.chars().collect();
    let pieces =
        letters.chunks(PIECE).map(|piece| event(&json!({ "content": piece.iter().collect::<String>() }), None));
    let events = pieces.chain([event(&json!({}), Some("stop"))]);
    let whole: String =
        events.map(|event| format!(": still here\nid: 7\n{}", String::from_utf8_lossy(&event))).collect();
    let bytes = whole.replace('\n', "\r\n").into_bytes();
    let chunks: Vec<Bytes> = bytes.chunks(7).map(Bytes::copy_from_slice).collect();
    let mut response = Response::new(Body::from_stream(stream::iter(chunks.into_iter().map(Ok::<_, Infallible>))));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    response
}

fn event(delta: &Value, finish: Option<&str>) -> Bytes {
    let chunk = json!({
        "id": "chatcmpl-town", "object": "chat.completion.chunk", "created": 0, "model": MODEL,
        "choices": [{ "index": 0, "delta": delta, "finish_reason": finish }],
    });
    Bytes::from(format!("data: {chunk}\n\n"))
}
