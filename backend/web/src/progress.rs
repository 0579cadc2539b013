//! Progress as server-sent events (fremdrift): steps while the work goes on, then the answer or the problem, then the end.

use crate::{observe::Watch, problem};
use axum::{
    Extension,
    body::Body,
    http::header,
    response::{IntoResponse, Response},
};
use contract::{Event, Kind, Problem, Step};
use futures::{FutureExt, StreamExt, stream};
use serde::Serialize;
use std::{convert::Infallible, future::Future, panic::AssertUnwindSafe};
use tokio::sync::mpsc;
use tracing::Instrument;
use vocabulary::Language;

/// Where a route tells its steps.
pub(crate) type Listener = mpsc::UnboundedSender<Step>;

/// Marks an answer that goes on after its headers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Streams;

/// Runs `work` on its own and streams what it tells.
pub(crate) fn stream<A, F, R>(watch: Watch, work: F) -> Response
where
    A: Serialize + Send + 'static,
    F: FnOnce(Listener) -> R,
    R: Future<Output = Result<A, Problem>> + Send + 'static,
{
    let (listener, steps) = mpsc::unbounded_channel();
    let (span, work) = (watch.span.clone(), AssertUnwindSafe(work(listener)).catch_unwind());
    let watched = async move {
        let ended = work.await;
        watch.ended(match &ended {
            Ok(Ok(_)) => "ok",
            Ok(Err(problem)) => problem.kind.name(),
            Err(_) => Kind::Bug.name(),
        });
        ended
    };
    let work = tokio::spawn(watched.instrument(span));
    let steps =
        stream::unfold(
            steps,
            |mut steps| async move { steps.recv().await.map(|step| (Event::<A>::Progress(step), steps)) },
        );
    let end = stream::once(async move {
        match work.await {
            Ok(Ok(Ok(answer))) => Event::Answer(answer),
            Ok(Ok(Err(problem))) => Event::Problem(Box::new(problem)),
            _ => Event::Problem(Box::new(problem::bug(Language::Nb))),
        }
    });
    let events = steps.chain(end).map(|event| Ok::<_, Infallible>(line(&event)));
    (Extension(Streams), [(header::CONTENT_TYPE, "text/event-stream")], Body::from_stream(events)).into_response()
}

fn line<A: Serialize>(event: &Event<A>) -> String {
    let (name, content) = match event {
        Event::Progress(step) => ("progress", serde_json::to_string(step)),
        Event::Answer(answer) => ("answer", serde_json::to_string(answer)),
        Event::Problem(problem) => ("problem", serde_json::to_string(problem)),
    };
    format!("event: {name}\ndata: {}\n\n", content.unwrap_or_default())
}
