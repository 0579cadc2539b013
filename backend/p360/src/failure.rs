//! What goes wrong at Public 360, in the words of the domain; never a word of what was asked or answered.

use crate::SYSTEM;
use domain::port::{Failure, FailureKind};
use reqwest::StatusCode;
use std::time::Duration;

fn failure(kind: FailureKind, detail: impl Into<String>) -> Failure {
    Failure::new(kind, SYSTEM, detail)
}

pub(crate) fn slow(after: Duration) -> Failure {
    failure(FailureKind::Slow, format!("Public 360 did not answer within {} s", after.as_secs()))
}

pub(crate) fn garbled(what: &str) -> Failure {
    failure(FailureKind::Garbled, format!("Public 360's answer cannot be read: {what}"))
}

pub(crate) fn too_large(limit: usize) -> Failure {
    failure(FailureKind::TooLarge, format!("Public 360's answer is larger than {limit} bytes"))
}

pub(crate) fn nameless() -> Failure {
    let remedy = "it is asked in nobody else's name; the token must say preferred_username";
    failure(FailureKind::Denied, format!("the person has no user name that Public 360 could know: {remedy}"))
}

pub(crate) fn not_signed_in(detail: &str) -> Failure {
    failure(FailureKind::Denied, format!("Public 360 does not let us in: {detail}"))
}

/// It answered, and said that it did not do it. Its words may tell of a case, and stay out of ours.
pub(crate) fn refused(operation: &str, is_person: bool) -> Failure {
    if is_person {
        return failure(FailureKind::Denied, "Public 360 does not know the person in whose name it was asked");
    }
    // What it will not write it will not write the next minute either; of what it will not tell nobody can say.
    let is_asked = operation.split('/').nth(1).is_some_and(|name| name.starts_with("Get") || name == "Ping");
    let kind = if is_asked { FailureKind::Garbled } else { FailureKind::Refused };
    failure(kind, format!("Public 360 did not do {operation}; its own log says why"))
}

/// It made a document and did not keep its file; the next try makes it anew.
pub(crate) fn half() -> Failure {
    failure(FailureKind::Unavailable, "Public 360 did not keep the file of a document; the document is made void")
}

pub(crate) fn unknown_code(table: &str, wanted: &str) -> Failure {
    failure(FailureKind::Refused, format!("Public 360 has no {wanted} in \"{table}\""))
}

pub(crate) fn no_case() -> Failure {
    failure(FailureKind::NotFound, "Public 360 does not show the case to this person")
}

pub(crate) fn closed() -> Failure {
    failure(FailureKind::Refused, "the case is closed")
}

#[expect(clippy::needless_pass_by_value, reason = "taken as map_err gives it")]
pub(crate) fn connection(error: reqwest::Error) -> Failure {
    if error.is_timeout() {
        return failure(FailureKind::Slow, "Public 360 took too long");
    }
    let what = if error.is_connect() { "cannot be reached" } else { "broke the connection" };
    failure(FailureKind::Unavailable, format!("Public 360 {what}"))
}

/// A status that is no answer, as a failure.
pub(crate) fn of_status(status: StatusCode) -> Failure {
    let (kind, remedy) = match status.as_u16() {
        401 | 403 => (FailureKind::Denied, "check the key, or the secret, and client_id"),
        404 => (FailureKind::Garbled, "check url and prefix: there is no such operation"),
        408 | 504 => (FailureKind::Slow, "try again later"),
        413 => (FailureKind::TooLarge, "it takes less than this"),
        300..=399 => (FailureKind::Unavailable, "it sends us elsewhere; write its final address"),
        400..=499 => (FailureKind::Garbled, "it does not understand the request"),
        _ => (FailureKind::Unavailable, "try again later"),
    };
    failure(kind, format!("Public 360 answered {}: {remedy}", status.as_u16()))
}
