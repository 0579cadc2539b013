//! Is it alive, and can it work? (helsesjekk)

use crate::Server;
use axum::{Json, extract::State, http::StatusCode};
use serde_json::{Value, json};
use std::sync::Arc;

/// The process answers.
pub(crate) async fn live() -> Json<Value> {
    Json(json!({"status": "ok"}))
}

/// Every part that nothing can be done without answers too; those that do not are named, and why stands in the log.
pub(crate) async fn ready(State(server): State<Arc<Server>>) -> (StatusCode, Json<Value>) {
    match server.flow.store.tenants().await {
        Ok(_) => (StatusCode::OK, Json(json!({"status": "ok"}))),
        Err(failure) => {
            tracing::error!(%failure, "the store is away");
            (StatusCode::SERVICE_UNAVAILABLE, Json(json!({"status": "away", "away": ["store"]})))
        }
    }
}
