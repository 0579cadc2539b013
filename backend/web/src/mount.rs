//! Operation → route (montering): read, authorise, open the trace, call, close the trace, answer; the same for every operation.

use crate::{Server, caller, limit::Place, observe::Watch, peer, problem, progress, trace::Trace};
use axum::{
    Json, Router,
    body::Body,
    extract::{ConnectInfo, Request, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
    routing::post,
};
use contract::{Access, Operation, Problem, input::Object};
use domain::{
    person::Person,
    port::{Caller, FailureKind},
};
use futures::StreamExt;
use serde::de::DeserializeOwned;
use std::{
    future::Future,
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};
use tracing::{Instrument, Span};
use vocabulary::{Language, PersonId, limit::REQUEST_BYTES};

/// What a route is given besides its input.
#[derive(Clone)]
pub(crate) struct Call {
    /// The server.
    pub(crate) server: Arc<Server>,
    /// The language sentences are worded in.
    pub(crate) words: Language,
    /// Where the request came from.
    pub(crate) peer: Option<IpAddr>,
    /// The id under which trail and log know the request.
    pub(crate) trace: Trace,
    /// Kept until the work is done.
    _place: Option<Arc<Place<PersonId>>>,
}

/// The answer of a verb, or its failure.
pub(crate) type Answered<O> = Result<<O as Operation>::Answer, flow::Failure>;
/// The answer of the gate, or the problem.
pub(crate) type Told<O> = Result<<O as Operation>::Answer, Problem>;

impl Call {
    /// The problem of a failure; the log gets what a person does not.
    pub(crate) fn problem(&self, failure: &flow::Failure) -> Problem {
        tracing::info!(%failure, "not done");
        let mut problem = problem::of(failure, self.words);
        problem.trace = Some(self.trace.id().to_owned());
        problem
    }

    /// Closes the trace with the outcome, and words a failure.
    async fn closed<A>(&self, person: &Person, outcome: Result<A, flow::Failure>) -> Result<A, Problem> {
        let recorded = self.trace.close(&self.server.flow, person, outcome.as_ref().err()).await;
        // What was done stands, with its own entry; only the closing line is missing, and the next start marks it.
        if let Err(failure) = recorded {
            tracing::error!(%failure, "the trace was not closed");
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
                    let (server, words, person) = (call.server.clone(), call.words, caller.person.clone());
                    let work = async move {
                        let outcome = run(call.clone(), caller, input).await;
                        call.closed(&person, outcome).await
                    };
                    finished(&server, words, work).await
                }
            }
        }),
    )
}

/// Mounts an operation that streams its progress; the work goes on when the listener leaves, so that nothing is lost. What Entra asks
/// for first is told before the stream begins: a challenge needs a status and a header of its own.
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
            let watch = Watch::of(&server, &request);
            match begun::<O>(&server, request).await {
                Err(problem) => problem::answer(problem),
                Ok((call, caller, input)) => match challenged(&call, &caller).await {
                    Some(problem) => problem::answer(problem),
                    None => progress::stream(watch, move |listener| async move {
                        let person = caller.person.clone();
                        let outcome = run(call.clone(), caller, input, listener).await;
                        call.closed(&person, outcome).await
                    }),
                },
            }
        }),
    )
}

/// How long a stream waits for what Entra says.
const FIRST_WORD: Duration = Duration::from_secs(2);

/// What is asked of the person before their mail can be read; everything else that is wrong, or takes long, is the verb's to find.
async fn challenged(call: &Call, caller: &Caller) -> Option<Problem> {
    let granted = tokio::time::timeout(FIRST_WORD, call.server.flow.identity.grant(caller)).await.ok()?;
    let failure = granted.err()?;
    if failure.kind != FailureKind::MoreNeeded {
        return None;
    }
    call.closed::<()>(&caller.person, Err(failure.into())).await.err()
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
            let (words, peer) = origin(&server, &request);
            let trace = Watch::of(&server, &request).trace;
            match read::<O>(&server, request, words).await {
                Err(problem) => problem::answer(problem),
                Ok((_, input)) => {
                    let call = Call { server: server.clone(), words, peer, trace, _place: None };
                    finished(&server, words, run(call, input)).await
                }
            }
        }),
    )
}

/// Language and address of who asks.
pub(crate) fn origin(server: &Server, request: &Request) -> (Language, Option<IpAddr>) {
    let connection = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let peer = connection.map(|address| peer::address(address, request.headers(), &server.settings.proxies));
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
    let input = parse(&parts.headers, body, words).await;
    Ok((caller, input.inspect_err(|problem| server.door.refused(problem.kind.name(), ""))?))
}

/// Bytes above the limit that are read to be thrown away.
const THROWN_AWAY: usize = 1024 * 1024;
/// How long a body may be on its way.
const WHOLE_BODY: Duration = Duration::from_secs(30);

/// The body as this shape; else the problem names the field.
pub(crate) async fn parse<T: DeserializeOwned>(headers: &HeaderMap, body: Body, words: Language) -> Result<T, Problem> {
    declared(headers, words)?;
    shaped(&bytes(body, words).await?, words)
}

/// The same, where nothing may be said at all.
pub(crate) async fn parse_if_any<T: DeserializeOwned + Default>(
    headers: &HeaderMap,
    body: Body,
    words: Language,
) -> Result<T, Problem> {
    let bytes = bytes(body, words).await?;
    if bytes.is_empty() {
        return Ok(T::default());
    }
    declared(headers, words)?;
    shaped(&bytes, words)
}

fn declared(headers: &HeaderMap, words: Language) -> Result<(), Problem> {
    let declared = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !declared.starts_with("application/json") {
        return Err(problem::bad_input("", "send JSON with Content-Type: application/json", words));
    }
    Ok(())
}

async fn bytes(body: Body, words: Language) -> Result<Vec<u8>, Problem> {
    let all = tokio::time::timeout(WHOLE_BODY, whole(body));
    let bytes = all.await.ok().flatten().ok_or_else(|| problem::unfinished(words))?;
    if bytes.len() > REQUEST_BYTES {
        return Err(problem::too_large(REQUEST_BYTES, words));
    }
    Ok(bytes)
}

fn shaped<T: DeserializeOwned>(bytes: &[u8], words: Language) -> Result<T, Problem> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read: Object<T> = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| problem::bad_input(&field(&error.path().to_string()), &reason(error.inner()), words))?;
    reader.end().map_err(|error| problem::bad_input("", &reason(&error), words))?;
    Ok(read.0)
}

/// The bytes of a body; of one that is too large only enough to tell. A little of the rest is read and thrown away, so that the caller
/// hears why and not only that the connection broke. `None` where it ends too early.
async fn whole(body: Body) -> Option<Vec<u8>> {
    let mut parts = body.into_data_stream();
    let (mut bytes, mut over) = (Vec::new(), 0);
    while let Some(part) = parts.next().await {
        let part = part.ok()?;
        let room = (REQUEST_BYTES + 1).saturating_sub(bytes.len()).min(part.len());
        bytes.extend_from_slice(&part[..room]);
        over += part.len() - room;
        if over > THROWN_AWAY {
            break;
        }
    }
    Some(bytes)
}

/// The field as we name it; what the caller made up is not repeated.
fn field(path: &str) -> String {
    let is_ours = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '[' | ']');
    if path.len() <= 64 && path.chars().all(is_ours) { path.to_owned() } else { String::new() }
}

/// What was expected, without what came: no answer repeats its request.
fn reason(error: &serde_json::Error) -> String {
    let told = error.to_string();
    // Our own types name what came in «…» first.
    let told = told.rsplit_once("» ").map_or(told.as_str(), |(_, why)| why);
    let after = |before: &str| told.rsplit_once(before).map(|(_, rest)| rest);
    let expected = after(", expected ").map(|expected| format!("expected {expected}"));
    expected.or_else(|| after("`, there are no ").map(|rest| format!("there are no {rest}"))).unwrap_or(told.to_owned())
}

/// Reads and authorises a request, and opens its trace: what cannot be recorded is not done.
async fn begun<O: Operation>(server: &Arc<Server>, request: Request) -> Result<(Call, Caller, O), Problem> {
    let (words, peer) = origin(server, &request);
    let trace = Watch::of(server, &request).trace;
    let (caller, input) = read::<O>(server, request, words).await?;
    let caller = caller.ok_or_else(|| problem::bug(words))?;
    let place = if O::STREAMS { Some(place(server, &caller, words)?) } else { None };
    let opened = trace.open(&server.flow, &caller.person, O::PATH).await;
    opened.map_err(|failure| problem::of(&failure, words))?;
    Ok((Call { server: server.clone(), words, peer, trace, _place: place }, caller, input))
}

/// A place among what one person may have under way at a time.
fn place(server: &Server, caller: &Caller, words: Language) -> Result<Arc<Place<PersonId>>, Problem> {
    server.at_once.enter(&caller.person.id).map(Arc::new).ok_or_else(|| {
        server.door.refused("drafts-at-once", "");
        problem::busy(words)
    })
}

/// The answer of the work, or that it takes too long. The work runs on its own and to its end, whoever still waits for it: its trace
/// is closed, and nothing is half done.
async fn finished<A, R>(server: &Server, words: Language, work: R) -> Response
where
    A: serde::Serialize + Send + 'static,
    R: Future<Output = Result<A, Problem>> + Send + 'static,
{
    let work = tokio::spawn(work.instrument(Span::current()));
    match tokio::time::timeout(server.settings.patience, work).await {
        Ok(Ok(outcome)) => reply(outcome),
        Ok(Err(gone)) => problem::answer(
            gone.try_into_panic().map_or_else(|_| problem::bug(words), |what| problem::panic(what.as_ref(), words)),
        ),
        Err(_) => problem::answer(problem::slow(words)),
    }
}

fn reply<A: serde::Serialize>(outcome: Result<A, Problem>) -> Response {
    match outcome {
        Ok(answer) => Json(answer).into_response(),
        Err(problem) => problem::answer(problem),
    }
}

#[cfg(test)]
mod tests {
    use super::{field, reason};
    use contract::{
        input::Object,
        operation::{TakeOver, WhoAmI},
    };

    #[test]
    fn a_field_where_there_is_none_is_not_repeated() {
        let read = serde_json::from_str::<Object<WhoAmI>>(r#"{"<script>":1}"#);
        assert_eq!(reason(&read.err().unwrap()), "there are no fields at line 1 column 11");
    }

    #[test]
    fn what_is_wrong_is_told_and_what_came_is_not_repeated() {
        for (json, path, told) in [
            (
                r#"{"draft":"d","revision":"<script>"}"#,
                "revision",
                "expected a whole number, 0 or more at line 1 column 34",
            ),
            (r#"{"draft":"d","<script>":1}"#, "", "expected `draft` or `revision` at line 1 column 23"),
            (r#"{"draft":"d"}"#, ".", "missing field `revision` at line 1 column 13"),
            (r#"["<script>"]"#, ".", "expected an object at line 1 column 0"),
            ("{<script>", "", "key must be a string at line 1 column 2"),
        ] {
            let mut reader = serde_json::Deserializer::from_str(json);
            let error = serde_path_to_error::deserialize::<_, Object<TakeOver>>(&mut reader).err().unwrap();
            assert_eq!(
                (field(&error.path().to_string()).as_str(), reason(error.inner()).as_str()),
                (path, told),
                "{json}"
            );
        }
    }
}
