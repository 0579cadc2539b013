//! Who else's script may ask (CORS): the gate's own script in Outlook's event runtime, which runs without our page, and nobody else.
//!
//! In Outlook on the web, new Outlook and on the Mac the script runs in `launchevent.html`, on our own origin. Classic Outlook for Windows
//! runs it without a page, under the origin of the file that `/.well-known/microsoft-officeaddins-allowed.json` names, which is ours too,
//! and asks first (<https://learn.microsoft.com/office/dev/add-ins/develop/use-sso-in-event-based-activation>). No credentials: the gate takes none.

use crate::Server;
use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use contract::{Access, TABLE};
use std::sync::Arc;

/// Answers the question before the question, and marks the gate's answers as readable by its own script.
pub(crate) async fn allow(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    if !is_gate(request.uri().path()) {
        return next.run(request).await;
    }
    let origin = request.headers().get(header::ORIGIN).filter(|origin| *origin == &*server.settings.origin).cloned();
    let asks_first = request.method() == Method::OPTIONS && origin.is_some();
    let mut answer = if asks_first { preflight() } else { next.run(request).await };
    answer.headers_mut().append(header::VARY, HeaderValue::from_static("origin"));
    if let Some(origin) = origin {
        answer.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
    answer
}

fn is_gate(path: &str) -> bool {
    TABLE.iter().any(|row| row.access == Access::Anyone && row.path == path)
}

fn preflight() -> Response {
    let headers = [
        (header::ACCESS_CONTROL_ALLOW_METHODS, "POST"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type, accept-language"),
        (header::ACCESS_CONTROL_MAX_AGE, "600"),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}
