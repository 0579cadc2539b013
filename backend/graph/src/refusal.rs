//! What Graph's refusals mean (<https://learn.microsoft.com/graph/errors>).

use crate::{SYSTEM, wire::Answer};
use base64::{Engine, engine::general_purpose};
use domain::port::{Failure, FailureKind};
use graph_rs_sdk::header::WWW_AUTHENTICATE;
use serde::Deserialize;

#[derive(Deserialize)]
struct Body {
    error: Named,
}

#[derive(Deserialize)]
struct Named {
    code: String,
}

/// The failure behind an answer that is no success.
pub(crate) fn of(answer: &Answer) -> Failure {
    use FailureKind::{Denied, Garbled, NotFound, Slow, Stale, TooLarge, Unavailable};
    if answer.status == 401
        && let Some(claims) = challenge(answer)
    {
        let failure = Failure::new(FailureKind::MoreNeeded, SYSTEM, "the person must prove more");
        return Failure { claims: Some(claims), ..failure };
    }
    let (kind, what) = match answer.status.as_u16() {
        401 => (Denied, "the token is not accepted"),
        403 => (Denied, "the person may not use this mailbox"),
        404 | 410 => (NotFound, "the mail or mailbox is not there"),
        408 | 504 => (Slow, "the mailbox took too long"),
        409 | 412 => (Stale, "the mail was changed meanwhile"),
        413 => (TooLarge, "the request is too large"),
        429 | 500..=599 => (Unavailable, "the mailbox is busy or away"),
        _ => (Garbled, "the request is refused"),
    };
    let code = code(&answer.body);
    tracing::warn!(status = answer.status.as_u16(), code, request = request(answer), "Graph refused");
    Failure::new(kind, SYSTEM, format!("{what} ({}{code})", answer.status.as_u16()))
}

/// Graph's own name for the request, which Microsoft's support asks for.
fn request(answer: &Answer) -> &str {
    let name = answer.headers.get("request-id").and_then(|name| name.to_str().ok()).unwrap_or_default();
    if name.len() <= 36 && name.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-') { name } else { "" }
}

/// The error's code, if it looks like one; its message may quote mail and is left out.
fn code(body: &[u8]) -> String {
    match serde_json::from_slice::<Body>(body) {
        Ok(Body { error: Named { code } })
            if code.len() <= 64 && code.bytes().all(|byte| byte.is_ascii_alphanumeric()) =>
        {
            format!(" {code}")
        }
        _ => String::new(),
    }
}

/// A claims challenge (<https://learn.microsoft.com/entra/identity-platform/claims-challenge>): JSON in base64.
fn challenge(answer: &Answer) -> Option<String> {
    let lines = answer.headers.get_all(WWW_AUTHENTICATE);
    let line = lines.into_iter().filter_map(|line| line.to_str().ok()).find(|line| line.contains("claims=\""))?;
    let (_, rest) = line.rsplit_once("claims=\"")?;
    let (coded, _) = rest.split_once('"')?;
    let bytes = general_purpose::STANDARD_NO_PAD
        .decode(coded.trim_end_matches('='))
        .or_else(|_| general_purpose::URL_SAFE_NO_PAD.decode(coded.trim_end_matches('=')));
    let claims = String::from_utf8(bytes.ok()?).ok()?;
    serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&claims).ok()?;
    Some(claims)
}
