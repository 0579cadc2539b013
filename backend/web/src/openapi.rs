//! The description of the API for machines.

use axum::Json;
use serde_json::Value;

/// `GET /openapi.json`.
pub(crate) async fn describe() -> Json<Value> {
    Json(contract::openapi::describe())
}
