//! What goes wrong at a kernel, in the words of the domain; never a word of what was asked or answered.

use crate::SYSTEM;
use domain::port::{Failure, FailureKind};
use reqwest::StatusCode;
use std::time::Duration;

fn failure(kind: FailureKind, detail: impl Into<String>) -> Failure {
    Failure::new(kind, SYSTEM, detail)
}

pub(crate) fn slow(after: Duration) -> Failure {
    failure(FailureKind::Slow, format!("the case system did not answer within {} s", after.as_secs()))
}

pub(crate) fn garbled(what: &str) -> Failure {
    failure(FailureKind::Garbled, format!("the case system's answer cannot be read: {what}"))
}

pub(crate) fn elsewhere(what: &str) -> Failure {
    failure(
        FailureKind::Denied,
        format!("{what} leads to another server than the case system's; nothing was sent there"),
    )
}

pub(crate) fn too_large(limit: usize) -> Failure {
    failure(FailureKind::TooLarge, format!("the case system's answer is larger than {limit} bytes"))
}

pub(crate) fn lacking(relation: &str) -> Failure {
    failure(FailureKind::Garbled, format!("the case system does not offer {relation}"))
}

/// Nothing changed it meanwhile: it does not take anything any more.
pub(crate) fn closed() -> Failure {
    failure(FailureKind::Refused, "the case system takes nothing into this case; it may be closed")
}

pub(crate) fn no_case() -> Failure {
    failure(FailureKind::NotFound, "the case system has no such case")
}

pub(crate) fn not_signed_in(detail: &str) -> Failure {
    failure(FailureKind::Denied, format!("the case system does not let us in: {detail}"))
}

#[expect(clippy::needless_pass_by_value, reason = "taken as map_err gives it")]
pub(crate) fn connection(error: reqwest::Error) -> Failure {
    if error.is_timeout() {
        return failure(FailureKind::Slow, "the case system took too long");
    }
    let what = if error.is_connect() { "cannot be reached" } else { "broke the connection" };
    failure(FailureKind::Unavailable, format!("the case system {what}"))
}

/// What a kernel is said to do that refuses a request as none.
const PUZZLED: &str = "it does not understand the request";

/// Whether the kernel refused what was asked as no request it knows, which an answer that cannot be read is not.
pub(crate) fn is_puzzled(failure: &Failure) -> bool {
    matches!(failure.kind, FailureKind::Garbled | FailureKind::Refused) && failure.detail.ends_with(PUZZLED)
}

/// A status that is no answer, as a failure.
pub(crate) fn of_status(status: StatusCode) -> Failure {
    let (kind, remedy) = match status.as_u16() {
        401 | 403 => (FailureKind::Denied, "check the client's rights there"),
        404 | 410 => (FailureKind::NotFound, "it is not there"),
        409 | 412 => (FailureKind::Stale, "somebody else changed it first"),
        408 | 504 => (FailureKind::Slow, "try again later"),
        413 => (FailureKind::TooLarge, "it takes less than this"),
        300..=399 => (FailureKind::Unavailable, "it sends us elsewhere; write its final address"),
        400 | 422 => (FailureKind::Refused, PUZZLED),
        400..=499 => (FailureKind::Garbled, PUZZLED),
        _ => (FailureKind::Unavailable, "try again later"),
    };
    failure(kind, format!("the case system answered {}: {remedy}", status.as_u16()))
}
