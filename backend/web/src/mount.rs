//! Operation → route (montering): read, authorise, open the trace, call, close the trace, answer; the same for every operation.

use crate::{Server, caller, problem, progress, trace::Trace};
use axum::{
    Json, Router,
    body::{Body, to_bytes},
    extract::{ConnectInfo, Request, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
    routing::post,
};
use contract::{Access, Operation, Problem};
use domain::{person::Person, port::Caller};
use serde::de::DeserializeOwned;
use std::{future::Future, net::SocketAddr, sync::Arc};
use vocabulary::{Language, limit::REQUEST_BYTES};

/// What a route is given besides its input.
#[derive(Clone)]
pub(crate) struct Call {
    /// The server.
    pub(crate) server: Arc<Server>,
    /// The language sentences are worded in.
    pub(crate) words: Language,
    /// Where the request came from.
    pub(crate) peer: Option<SocketAddr>,
    /// The id under which trail and log know the request.
    pub(crate) trace: Trace,
}

/// The answer of a verb, or its failure.
pub(crate) type Answered<O> = Result<<O as Operation>::Answer, flow::Failure>;
/// The answer of the gate, or the problem.
pub(crate) type Told<O> = Result<<O as Operation>::Answer, Problem>;

impl Call {
    /// The problem of a failure; the log gets what a person does not.
    pub(crate) fn problem(&self, failure: &flow::Failure) -> Problem {
        tracing::info!(trace = %self.trace.id(), %failure, "not done");
        let mut problem = problem::of(failure, self.words);
        problem.trace = Some(self.trace.id().to_owned());
        problem
    }

    /// Closes the trace with the outcome, and words a failure.
    async fn closed<A>(&self, person: &Person, outcome: Result<A, flow::Failure>) -> Result<A, Problem> {
        let recorded = self.trace.close(&self.server.flow, person, outcome.as_ref().err()).await;
        // What was done stands, with its own entry; only the closing line is missing, and the next start marks it.
        if let Err(failure) = recorded {
            tracing::error!(trace = %self.trace.id(), %failure, "the trace was not closed");
        }
        outcome.map_err(|failure| self.problem(&failure))
    }
}

/// Mounts an operation that needs a caller.
pub(crate) fn signed<O, R>(router: Router<Arc<Server>>, run: fn(Call, Caller, O) -> R) -> Router<Arc<Server>>
where
    O: Operation,
    R: Future<Output = Answered<O>> + Send + 'static,
{
    router.route(
        O::PATH,
        post(move |State(server): State<Arc<Server>>, request: Request| async move {
            match begun::<O>(&server, request).await {
                Err(problem) => problem::answer(problem),
                Ok((call, caller, input)) => {
                    let person = caller.person.clone();
                    let outcome = run(call.clone(), caller, input).await;
                    reply(call.closed(&person, outcome).await)
                }
            }
        }),
    )
}

/// Mounts an operation that streams its progress; the work goes on when the listener leaves, so that nothing is lost.
pub(crate) fn streamed<O, R>(
    router: Router<Arc<Server>>,
    run: fn(Call, Caller, O, progress::Listener) -> R,
) -> Router<Arc<Server>>
where
    O: Operation,
    R: Future<Output = Answered<O>> + Send + 'static,
{
    router.route(
        O::PATH,
        post(move |State(server): State<Arc<Server>>, request: Request| async move {
            match begun::<O>(&server, request).await {
                Err(problem) => problem::answer(problem),
                Ok((call, caller, input)) => progress::stream(move |listener| async move {
                    let person = caller.person.clone();
                    let outcome = run(call.clone(), caller, input, listener).await;
                    call.closed(&person, outcome).await
                }),
            }
        }),
    )
}

/// Mounts an operation that anyone may call: the gate. It leaves its own entries in the trail, once the tenant is known.
pub(crate) fn open_to_all<O, R>(router: Router<Arc<Server>>, run: fn(Call, O) -> R) -> Router<Arc<Server>>
where
    O: Operation,
    R: Future<Output = Told<O>> + Send + 'static,
{
    debug_assert_eq!(O::ACCESS, Access::Anyone);
    router.route(
        O::PATH,
        post(move |State(server): State<Arc<Server>>, request: Request| async move {
            let (words, peer) = origin(&request);
            match read::<O>(&server, request, words).await {
                Err(problem) => problem::answer(problem),
                Ok((_, input)) => {
                    let call = Call { trace: Trace::new(&server.flow), server, words, peer };
                    reply(run(call, input).await)
                }
            }
        }),
    )
}

/// Language and address of who asks.
pub(crate) fn origin(request: &Request) -> (Language, Option<SocketAddr>) {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
    (caller::language(request.headers()), peer)
}

/// Authorises first, so that a stranger learns nothing about the input, then reads it.
async fn read<O: Operation>(
    server: &Server,
    request: Request,
    words: Language,
) -> Result<(Option<Caller>, O), Problem> {
    let (parts, body) = request.into_parts();
    let caller = caller::verified(server, &parts.headers, O::ACCESS).await?;
    Ok((caller, parse(&parts.headers, body, words).await?))
}

/// The body as this shape; else the problem names the field.
pub(crate) async fn parse<T: DeserializeOwned>(headers: &HeaderMap, body: Body, words: Language) -> Result<T, Problem> {
    let declared = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !declared.starts_with("application/json") {
        return Err(problem::bad_input("", "send JSON with Content-Type: application/json", words));
    }
    let bytes = to_bytes(body, REQUEST_BYTES).await.map_err(|_| problem::too_large(REQUEST_BYTES, words))?;
    let mut reader = serde_json::Deserializer::from_slice(&bytes);
    serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| problem::bad_input(&error.path().to_string(), &error.inner().to_string(), words))
}

/// Reads and authorises a request, and opens its trace: what cannot be recorded is not done.
async fn begun<O: Operation>(server: &Arc<Server>, request: Request) -> Result<(Call, Caller, O), Problem> {
    let (words, peer) = origin(&request);
    let (caller, input) = read::<O>(server, request, words).await?;
    let caller = caller.ok_or_else(|| problem::bug(words))?;
    let trace = Trace::new(&server.flow);
    let opened = trace.open(&server.flow, &caller.person, O::PATH).await;
    opened.map_err(|failure| problem::of(&failure, words))?;
    Ok((Call { server: server.clone(), words, peer, trace }, caller, input))
}

fn reply<A: serde::Serialize>(outcome: Result<A, Problem>) -> Response {
    match outcome {
        Ok(answer) => Json(answer).into_response(),
        Err(problem) => problem::answer(problem),
    }
}
