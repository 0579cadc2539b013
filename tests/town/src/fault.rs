//! Faults (feil) that a test scripts for the next calls.

use crate::{graph::Refusal, world::World};
use axum::{
    body::{Body, Bytes},
    http::{Response, StatusCode, header},
};
use futures::{StreamExt, stream};
use std::{convert::Infallible, io, sync::Arc};

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// 401, the token is not accepted.
    Unauthorized,
    /// 401 with a claims challenge, as after a revoked session.
    ClaimsChallenge,
    /// 403.
    Forbidden,
    /// 404.
    NotFound,
    /// 429 with `Retry-After` in seconds, or without.
    TooManyRequests(Option<u32>),
    /// 503 with `Retry-After` in seconds, or without.
    Unavailable(Option<u32>),
    /// 200 whose JSON is none.
    Garbage,
    /// 200 with a page of HTML.
    WrongContentType,
    /// 200 whose body begins and never goes on.
    Stall,
    /// 200 whose body breaks off.
    BreakOff,
    /// 200 with a next page on another host.
    ForeignNextLink,
    /// The call goes through as if nothing were wrong; one that is spared among others that fail.
    Spared,
    /// What was asked is done, and then it is answered so.
    Done(Box<Fault>),
}

/// What a claims challenge asks for, before base64.
pub(crate) const CLAIMS: &str = r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"#;
const BEGUN: &str = r#"{"@odata.context":"town","value":[{"id":"AAMk"#;

impl Fault {
    /// The answer in place of the right one.
    pub(crate) fn answer(&self, world: &Arc<World>) -> Response<Body> {
        match self {
            Self::Unauthorized => Refusal::token("Lifetime validation failed, the token is expired.").response(),
            Self::ClaimsChallenge => challenge(),
            Self::Forbidden => {
                Refusal::new(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.").response()
            }
            Self::NotFound => Refusal::missing().response(),
            Self::TooManyRequests(after) => wait(429, "TooManyRequests", *after),
            Self::Unavailable(after) => wait(503, "serviceNotAvailable", *after),
            Self::Garbage => body("application/json", Body::from("{\"value\": [}")),
            Self::WrongContentType => body("text/html", Body::from("<!doctype html><title>Proxy</title><p>Sign in")),
            Self::Stall => body("application/json", stalled(world, BEGUN)),
            Self::BreakOff => body("application/json", broken(BEGUN)),
            Self::Done(fault) => fault.answer(world),
            Self::Spared => body("application/json", Body::from("{}")),
            Self::ForeignNextLink => body(
                "application/json",
                Body::from(
                    r#"{"value":[],"@odata.nextLink":"http://graph.example.org/v1.0/me/messages?$skiptoken=x"}"#,
                ),
            ),
        }
    }
}

fn challenge() -> Response<Body> {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    let claims = STANDARD.encode(CLAIMS);
    let value = format!(r#"Bearer realm="", error="insufficient_claims", claims="{claims}""#);
    let mut response = Refusal::token("Continuous access evaluation resulted in challenge.").response();
    if let Ok(value) = value.parse() {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, value);
    }
    response
}

fn wait(status: u16, code: &str, after: Option<u32>) -> Response<Body> {
    let mut response = Refusal::new(status, code, "Please retry again later.").response();
    if let Some(seconds) = after {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

fn body(kind: &'static str, body: Body) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::OK;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
    response
}

/// A body that begins and then says nothing until the town closes.
pub(crate) fn stalled(world: &Arc<World>, begun: &'static str) -> Body {
    let world = world.clone();
    let silence = stream::once(async move { world.closed().await }).filter_map(|()| async { None });
    Body::from_stream(stream::iter([Ok::<_, Infallible>(Bytes::from_static(begun.as_bytes()))]).chain(silence))
}

/// A body that begins and then fails.
pub(crate) fn broken(begun: &'static str) -> Body {
    let begun = stream::iter([Ok(Bytes::from_static(begun.as_bytes()))]);
    // What has begun leaves the machine only when the body pauses.
    let failed = stream::once(async {
        tokio::task::yield_now().await;
        Err(io::Error::from(io::ErrorKind::ConnectionReset))
    });
    Body::from_stream(begun.chain(failed))
}
