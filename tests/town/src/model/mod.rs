//! Model endpoints in the shape of OpenAI's: chat completions, an honest one and hostile ones, and embeddings.

mod embedding;
mod evidence;
mod honest;
mod hostile;
mod wire;

pub use embedding::EMBEDDING_MODEL;
pub use hostile::MODES as HOSTILE_MODES;
/// The name of the only model that chats.
pub const MODEL: &str = "town-1";

use crate::world::World;
use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::{Path, State},
    http::{HeaderMap, Response, StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) fn router(world: Arc<World>) -> Router {
    Router::new()
        .route("/v1/models", get(models))
        .route("/v1/chat/completions", post(honest))
        .route("/v1/embeddings", post(embedding::embeddings))
        .route("/hostile/{mode}/v1/chat/completions", post(hostile))
        .with_state(world)
}

async fn models() -> Json<Value> {
    let model = |id: &str| json!({ "id": id, "object": "model", "created": 0, "owned_by": "town" });
    Json(json!({ "object": "list", "data": [model(MODEL), model(EMBEDDING_MODEL)] }))
}

async fn honest(State(world): State<Arc<World>>, headers: HeaderMap, body: Bytes) -> Response<Body> {
    match asked(&world, &headers, &body) {
        Ok(asked) => wire::answer(&asked, &honest::written(&asked)),
        Err(refusal) => refusal.into_response(),
    }
}

async fn hostile(
    State(world): State<Arc<World>>,
    Path(mode): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response<Body> {
    match asked(&world, &headers, &body) {
        Ok(asked) => hostile::answer(&world, &mode, &asked),
        Err(refusal) => refusal.into_response(),
    }
}

/// A checked request.
pub(crate) struct Asked {
    /// Everything the system and the user say, in order.
    pub(crate) words: Vec<String>,
    pub(crate) streams: bool,
    /// Whether `response_format` asks for JSON.
    pub(crate) json: bool,
}

fn bearer(world: &World, headers: &HeaderMap) -> Result<(), Refusal> {
    let bearer = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    if bearer.and_then(|value| value.strip_prefix("Bearer ")) == Some(world.settings.model_key.as_str()) {
        Ok(())
    } else {
        Err(Refusal(401, "invalid_api_key", "Incorrect API key provided."))
    }
}

fn asked(world: &World, headers: &HeaderMap, body: &[u8]) -> Result<Asked, Refusal> {
    bearer(world, headers)?;
    world.open().prompts.push(String::from_utf8_lossy(body).into_owned());
    let bad = |words| Refusal(400, "invalid_request_error", words);
    let request: Value =
        serde_json::from_slice(body).map_err(|_| bad("We could not parse the JSON body of your request."))?;
    if request["model"] != MODEL {
        return Err(Refusal(404, "model_not_found", "The model does not exist or you do not have access to it."));
    }
    let messages = request["messages"].as_array().filter(|list| !list.is_empty());
    let messages = messages.ok_or_else(|| bad("Missing required parameter: 'messages'."))?;
    let format = request["response_format"]["type"].as_str().unwrap_or("text");
    if format == "json_schema" && !request["response_format"]["json_schema"]["schema"].is_object() {
        return Err(bad("Missing required parameter: 'response_format.json_schema.schema'."));
    }
    Ok(Asked {
        words: messages.iter().map(content).collect(),
        streams: request["stream"].as_bool().unwrap_or_default(),
        json: format != "text",
    })
}

/// A message's text, also when it comes in parts.
fn content(message: &Value) -> String {
    let whole = message["content"].as_str().map(str::to_owned);
    let parts =
        || message["content"].as_array().into_iter().flatten().filter_map(|part| part["text"].as_str()).collect();
    whole.unwrap_or_else(parts)
}

/// Status, code and sentence of a refused request.
pub(crate) struct Refusal(u16, &'static str, &'static str);

impl IntoResponse for Refusal {
    fn into_response(self) -> Response<Body> {
        let Self(status, code, message) = self;
        let error =
            json!({ "error": { "message": message, "type": "invalid_request_error", "param": null, "code": code } });
        (StatusCode::from_u16(status).unwrap_or_default(), Json(error)).into_response()
    }
}
