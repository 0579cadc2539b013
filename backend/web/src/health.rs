//! Is it alive, and can it work? (helsesjekk)

use crate::Server;
use axum::{Json, extract::State, http::StatusCode};
use domain::port::Store;
use serde_json::{Value, json};
use std::sync::Arc;

/// The process answers.
pub(crate) async fn live() -> Json<Value> {
    Json(json!({"status": "ok"}))
}

/// What nothing can be done without answers too.
pub(crate) async fn ready(State(server): State<Arc<Server>>) -> (StatusCode, Json<Value>) {
    asked(server.flow.store.as_ref()).await
}

/// Which part is away is told; why stands in the log.
async fn asked(store: &dyn Store) -> (StatusCode, Json<Value>) {
    match store.tenants().await {
        Ok(_) => (StatusCode::OK, Json(json!({"status": "ok"}))),
        Err(failure) => {
            tracing::error!(%failure, "the store is away");
            (StatusCode::SERVICE_UNAVAILABLE, Json(json!({"status": "away", "away": ["store"]})))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::asked;
    use domain::port::{FailureKind, fake::Shelves};

    #[tokio::test]
    async fn the_part_that_is_away_is_named_without_details() {
        let shelves = Shelves::default();
        for (failing, status, told) in [
            (None, 200, r#"{"status":"ok"}"#),
            (Some(FailureKind::Unavailable), 503, r#"{"away":["store"],"status":"away"}"#),
            (None, 200, r#"{"status":"ok"}"#),
        ] {
            shelves.fail(failing);
            let (found, json) = asked(&shelves).await;
            assert_eq!((found.as_u16(), json.0.to_string().as_str()), (status, told));
        }
    }
}
