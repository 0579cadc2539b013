//! Microsoft Graph v1.0, the part about mail, as its documentation describes it.

mod access;
mod filter;
mod percent;
mod query;
mod read;
mod refusal;
mod shape;
mod write;

pub(crate) use percent::{percent, unpercent};
pub(crate) use refusal::Refusal;

use crate::world::World;
use access::{Caller, Deed};
use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, HeaderValue, Method, Response, StatusCode, request::Parts},
    response::IntoResponse,
};
use query::Query;
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) fn router(world: Arc<World>) -> Router {
    Router::new().fallback(call).with_state(world)
}

/// An answer: status and JSON, or none.
pub(crate) type Answer = Result<(StatusCode, Option<Value>), Refusal>;

/// A call, taken apart.
struct Call<'a> {
    method: &'a Method,
    segments: Vec<String>,
    query: &'a str,
    headers: &'a HeaderMap,
    body: &'a [u8],
}

async fn call(State(world): State<Arc<World>>, parts: Parts, body: Bytes) -> Response<Body> {
    let Parts { method, uri, headers, .. } = parts;
    let segments: Vec<String> = uri.path().split('/').filter(|it| !it.is_empty()).map(unpercent).collect();
    let query = uri.query().unwrap_or_default();
    let call = Call { method: &method, segments, query, headers: &headers, body: &body };
    if let (&Method::GET, [.., "$value"]) =
        (&method, call.segments.iter().map(String::as_str).collect::<Vec<_>>().as_slice())
    {
        return whole(&world, &call).await;
    }
    match served(&world, &call).await {
        Ok((status, answer)) => applied(answered(status, answer), &headers),
        Err(refusal) => refusal.response(),
    }
}

/// `GET …/messages/{id}/$value`: who may read the mail is given it as it came, and not as JSON.
async fn whole(world: &Arc<World>, call: &Call<'_>) -> Response<Body> {
    let known = Call { segments: call.segments[..call.segments.len() - 1].to_vec(), ..*call };
    let mail = match served(world, &known).await {
        Ok((_, mail)) => mail.unwrap_or_default(),
        Err(refusal) => return refusal.response(),
    };
    let inner = world.open();
    let found =
        inner.post.mails.iter().find(|one| Some(one.internet_id.as_str()) == mail["internetMessageId"].as_str());
    match found {
        Some(found) => ([("content-type", "text/plain")], found.as_mime()).into_response(),
        None => Refusal::missing().response(),
    }
}

fn answered(status: StatusCode, answer: Option<Value>) -> Response<Body> {
    match answer {
        Some(value) => (status, Json(value)).into_response(),
        None => status.into_response(),
    }
}

/// Says which preferences were followed.
fn applied(mut response: Response<Body>, asked: &HeaderMap) -> Response<Body> {
    let prefer = prefer(asked);
    if let (false, Ok(value)) = (prefer.is_empty(), HeaderValue::from_str(&prefer)) {
        response.headers_mut().insert("preference-applied", value);
    }
    response
}

/// All `Prefer` headers, joined.
pub(crate) fn prefer(headers: &HeaderMap) -> String {
    headers.get_all("prefer").iter().filter_map(|value| value.to_str().ok()).collect::<Vec<_>>().join(", ")
}

async fn served(world: &Arc<World>, call: &Call<'_>) -> Answer {
    let caller = access::caller(world, call.headers)?;
    let segments: Vec<&str> = call.segments.iter().map(String::as_str).collect();
    let (user, rest) = match segments.as_slice() {
        ["v1.0", "me", rest @ ..] => (None, rest),
        ["v1.0", "users", user, rest @ ..] => (Some(*user), rest),
        _ => return Err(unknown(&call.segments)),
    };
    if rest.is_empty() {
        return profile(world, &caller, user);
    }
    let mailbox = caller.mailbox(world, user, deed(call.method, rest))?;
    let _turn = Turn::take(world, &mailbox)?;
    // A test that holds Graph wants the calls to be under way, not served.
    let _ = world.held.subscribe().wait_for(|held| !*held).await;
    dispatched(world, call, (&mailbox, rest))
}

fn unknown(segments: &[String]) -> Refusal {
    Refusal::bad(format!("Resource not found for the segment '{}'.", segments.last().map_or("", String::as_str)))
}

fn deed(method: &Method, rest: &[&str]) -> Deed {
    match (method, rest) {
        (&Method::GET, _) => Deed::Read,
        (&Method::POST, [.., "send"]) => Deed::Send,
        _ => Deed::Write,
    }
}

fn dispatched(world: &World, call: &Call<'_>, (mailbox, rest): (&str, &[&str])) -> Answer {
    let query = query::read(call.query, call.headers)?;
    let place = Place { world, mailbox, query: &query };
    match (call.method, rest) {
        (&Method::GET, ["messages"]) => read::list(&place, (None, &call.segments)),
        (&Method::GET, ["mailFolders", folder]) => read::folder(&place, folder),
        (&Method::GET, ["mailFolders", folder, "messages"]) => read::list(&place, (Some(*folder), &call.segments)),
        (&Method::GET, ["messages", id]) => read::one(&place, id),
        (&Method::GET, ["messages", id, "attachments"]) => read::attachments(&place, id),
        (&Method::POST, ["messages", id, "createReply"]) => write::reply(&place, (id, false), &json_of(call)?),
        (&Method::POST, ["messages", id, "createReplyAll"]) => write::reply(&place, (id, true), &json_of(call)?),
        (&Method::PATCH, ["messages", id]) => write::change(&place, id, &json_of(call)?),
        (&Method::POST, ["messages", id, "send"]) => write::send(&place, id),
        (&Method::DELETE, ["messages", id]) => write::delete(&place, id),
        _ => Err(unknown(&call.segments)),
    }
}

/// A mailbox with the options of the call.
pub(crate) struct Place<'a> {
    pub(crate) world: &'a World,
    pub(crate) mailbox: &'a str,
    pub(crate) query: &'a Query,
}

fn json_of(call: &Call<'_>) -> Result<Value, Refusal> {
    if call.body.is_empty() {
        return Ok(json!({}));
    }
    let kind = call.headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("application/json") {
        return Err(Refusal::bad(
            "Write requests (excluding DELETE) must contain the Content-Type header declaration.",
        ));
    }
    serde_json::from_slice(call.body).map_err(|_| Refusal::bad("Unable to read JSON request payload."))
}

fn profile(world: &World, caller: &Caller<'_>, user: Option<&str>) -> Answer {
    if !caller.has("User.Read") {
        return Err(Refusal::new(
            403,
            "Authorization_RequestDenied",
            "Insufficient privileges to complete the operation.",
        ));
    }
    let person = user.map_or(Some(caller.person), |user| world.person(user));
    let person = person.ok_or_else(|| Refusal::new(404, "Request_ResourceNotFound", "Resource does not exist."))?;
    let shape = json!({
        "id": person.oid, "displayName": person.name, "mail": person.upn, "userPrincipalName": person.upn, "jobTitle": person.title,
    });
    Ok((StatusCode::OK, Some(shape)))
}

const AT_ONCE: usize = 4;

/// One of the four calls that may be under way in a mailbox.
struct Turn<'a> {
    world: &'a World,
    mailbox: String,
}

impl<'a> Turn<'a> {
    fn take(world: &'a World, mailbox: &str) -> Result<Self, Refusal> {
        let mut inner = world.open();
        let busy = inner.busy.entry(mailbox.to_owned()).or_default();
        if *busy >= AT_ONCE {
            return Err(Refusal::busy());
        }
        *busy += 1;
        Ok(Self { world, mailbox: mailbox.to_owned() })
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if let Some(busy) = self.world.open().busy.get_mut(&self.mailbox) {
            *busy = busy.saturating_sub(1);
        }
    }
}
