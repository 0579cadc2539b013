//! Around every request (logg og måling): one id in log, trail, problem and `X-Request-Id`; one line and one figure when it is answered.

use crate::{
    Server,
    door::{Door, Line},
    metrics::Metrics,
    problem,
    progress::Streams,
    trace::Trace,
};
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode},
    middleware::Next,
    response::Response,
};
use contract::{Access, Kind, Problem, TABLE};
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
    door: Arc<Door>,
}

impl Watch {
    fn start(server: &Server, path: &str) -> Self {
        let (trace, operation) = (Trace::new(&server.flow), operation(path));
        // Of the highest level, so that no setting of the log takes the id from the lines that are left.
        let span = tracing::error_span!("request", trace = trace.id(), operation);
        let (metrics, door) = (server.metrics.clone(), server.door.clone());
        Self { trace, span, operation, since: Instant::now(), metrics, door }
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
        // Of people who are signed in there are only so many calls.
        let line = if is_by_anyone(self.operation, outcome) {
            self.door.answered(self.operation, outcome)
        } else {
            Some(Line { left_out: None })
        };
        let Some(Line { left_out }) = line else { return };
        self.span.in_scope(|| {
            if QUIET.contains(&self.operation) {
                tracing::debug!(outcome, milliseconds, left_out, "answered");
            } else {
                tracing::info!(outcome, milliseconds, left_out, "answered");
            }
        });
    }
}

/// The layer. A client's own id is not taken over: it could be anything.
pub(crate) async fn around(State(server): State<Arc<Server>>, mut request: Request, next: Next) -> Response {
    let watch = Watch::start(&server, request.uri().path());
    request.extensions_mut().insert(watch.clone());
    let answer = next.run(request).instrument(watch.span.clone()).await;
    named(&watch, answer)
}

/// The same for a request to a host that `server` does not answer for: `why` it is refused stands in the log.
pub(crate) fn stray(server: &Server, request: &Request, (why, answer): (&'static str, Response)) -> Response {
    let watch = Watch::start(server, request.uri().path());
    watch.span.in_scope(|| server.door.refused(why, ""));
    named(&watch, answer)
}

/// The answer under its id, with its line and its figure.
fn named(watch: &Watch, mut answer: Response) -> Response {
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

/// Whether somebody who is not signed in can bring this about.
fn is_by_anyone(operation: &'static str, outcome: &'static str) -> bool {
    let needs_caller = TABLE.iter().any(|row| row.path == operation && row.access != Access::Anyone);
    !needs_caller || [Kind::NotSignedIn.name(), Kind::TooMany.name()].contains(&outcome)
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
    use super::{is_by_anyone, operation};

    #[test]
    fn only_who_is_signed_in_has_a_line_for_every_answer() {
        for (operation, outcome, expected) in [
            ("/api/who-am-i", "ok", false),
            ("/api/who-am-i", "bad-input", false),
            ("/api/who-am-i", "not-signed-in", true),
            ("/api/who-am-i", "too-many", true),
            ("/gate/know", "ok", true),
            ("sign-in", "ok", true),
            ("page", "not-found", true),
        ] {
            assert_eq!(is_by_anyone(operation, outcome), expected, "{operation} {outcome}");
        }
    }

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
