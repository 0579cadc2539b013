//! A municipality that IT switched off (avslått): its people are told so whatever they ask for, and its gate holds nothing back.

use crate::{Server, caller, problem, sign_in_page};
use axum::{
    Json,
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::{IntoResponse, Response},
};
use contract::{
    Access, TABLE,
    view::{GateAnswer, GateDecision},
};
use std::sync::{Arc, atomic::Ordering::Relaxed};

impl Server {
    /// Whether people are served from now on; the switch is IT's, and requests under way are finished.
    pub fn serve(&self, is_on: bool) {
        if self.off.swap(!is_on, Relaxed) == is_on {
            tracing::warn!(body = self.settings.body, is_on, "the municipality was switched");
        }
    }
}

/// The layer. Pages and health are as ever: the pane is what tells people.
pub(crate) async fn held(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    if !server.off.load(Relaxed) {
        return next.run(request).await;
    }
    let words = caller::language(request.headers());
    let path = request.uri().path();
    let row = TABLE.iter().find(|row| row.path == path && request.method() == Method::POST);
    match (row.map(|row| row.access), path) {
        (Some(Access::Anyone), _) => {
            Json(GateAnswer { decision: GateDecision::Allow, sentence: String::new(), place: String::new() })
                .into_response()
        }
        (Some(_), _) | (None, "/auth/redeem" | "/auth/sessions") => {
            server.door.refused("switched-off", "");
            problem::answer(problem::switched_off(words))
        }
        (None, "/auth/begin" | "/auth/callback") => {
            server.door.refused("switched-off", "");
            sign_in_page::refused(&problem::switched_off(words), words)
        }
        _ => next.run(request).await,
    }
}
