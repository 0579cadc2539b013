//! Around every request (logg og måling): one id in log, trail, problem and `X-Request-Id`; one line and one figure when it is answered.

use crate::{Server, metrics::Metrics, problem, progress::Streams, trace::Trace};
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode},
    middleware::Next,
    response::Response,
};
use contract::{Problem, TABLE};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tracing::{Instrument, Span};

/// The header that names the request.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// What is asked by machines and browsers all day long.
const QUIET: [&str; 2] = ["health", "page"];

/// One request from its beginning to the end of its answer.
#[derive(Clone, Debug)]
pub(crate) struct Watch {
    /// The id under which trail and log know it.
    pub(crate) trace: Trace,
    /// Every line that is logged inside it says which request it belongs to.
    pub(crate) span: Span,
    operation: &'static str,
    since: Instant,
    metrics: Arc<Metrics>,
}

impl Watch {
    fn start(server: &Server, path: &str) -> Self {
        let (trace, operation) = (Trace::new(&server.flow), operation(path));
        // Of the highest level, so that no setting of the log takes the id from the lines that are left.
        let span = tracing::error_span!("request", trace = trace.id(), operation);
        Self { trace, span, operation, since: Instant::now(), metrics: server.metrics.clone() }
    }

    /// The one that `around` began for this request.
    pub(crate) fn of(server: &Server, request: &Request) -> Self {
        request.extensions().get().cloned().unwrap_or_else(|| Self::start(server, request.uri().path()))
    }

    /// The answer is complete.
    pub(crate) fn ended(&self, outcome: &'static str) {
        let time = self.since.elapsed();
        self.metrics.answered(self.operation, outcome, time);
        let milliseconds = whole(time);
        self.span.in_scope(|| {
            if QUIET.contains(&self.operation) {
                tracing::debug!(outcome, milliseconds, "answered");
            } else {
                tracing::info!(outcome, milliseconds, "answered");
            }
        });
    }
}

/// The layer. A client's own id is not taken over: it could be anything.
pub(crate) async fn around(State(server): State<Arc<Server>>, mut request: Request, next: Next) -> Response {
    let watch = Watch::start(&server, request.uri().path());
    request.extensions_mut().insert(watch.clone());
    let mut answer = next.run(request).instrument(watch.span.clone()).await;
    let problem = answer.extensions_mut().remove::<Problem>();
    // A stream ends later, and says so itself.
    if answer.extensions().get::<Streams>().is_none() {
        watch.ended(problem.as_ref().map_or_else(|| of_page(answer.status()), |problem| problem.kind.name()));
    }
    if let Some(problem) = problem {
        answer = problem::traced(answer, problem, watch.trace.id());
    }
    if let Ok(id) = HeaderValue::from_str(watch.trace.id()) {
        answer.headers_mut().insert(REQUEST_ID, id);
    }
    answer
}

/// The outcome of an answer that is no problem: a page of the sign-in can tell of one too.
fn of_page(status: StatusCode) -> &'static str {
    match status.as_u16() {
        500.. => "away",
        400.. => "refused",
        _ => "ok",
    }
}

/// What was asked for, as a word of the program: an operation of the table, or what else there is.
fn operation(path: &str) -> &'static str {
    let listed = TABLE.iter().map(|row| row.path).find(|listed| *listed == path);
    listed.unwrap_or_else(|| match path.split('/').nth(1) {
        Some("auth") => "sign-in",
        Some("health") => "health",
        _ => "page",
    })
}

fn whole(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::operation;

    #[test]
    fn an_address_becomes_a_word_of_the_program() {
        for (path, expected) in [
            ("/api/prepare-draft", "/api/prepare-draft"),
            ("/gate/confirm", "/gate/confirm"),
            ("/api/prepare-draft/per.haug@example.no", "page"),
            ("/auth/callback", "sign-in"),
            ("/health/ready", "health"),
            ("/per-haug.html", "page"),
            ("", "page"),
        ] {
            assert_eq!(operation(path), expected, "{path}");
        }
    }
}
