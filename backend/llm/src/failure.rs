//! What goes wrong at a model endpoint, in the words of the domain; never a word of what was asked or answered.

use domain::port::{Failure, FailureKind};
use reqwest::StatusCode;

const SYSTEM: &str = "llm";

fn failure(kind: FailureKind, detail: impl Into<String>) -> Failure {
    Failure::new(kind, SYSTEM, detail)
}

pub(crate) fn settings(detail: String) -> Failure {
    failure(FailureKind::Garbled, detail)
}

pub(crate) fn slow(what: &str) -> Failure {
    failure(FailureKind::Slow, format!("the model took too long: {what} did not come in time"))
}

pub(crate) fn too_large(limit: usize) -> Failure {
    failure(FailureKind::Garbled, format!("the model's answer is larger than {limit} bytes"))
}

pub(crate) fn broken_off() -> Failure {
    failure(FailureKind::Unavailable, "the model's answer broke off before its end")
}

pub(crate) fn garbled(what: &str) -> Failure {
    failure(FailureKind::Garbled, format!("the model's answer cannot be read: {what}"))
}

pub(crate) fn refused() -> Failure {
    failure(FailureKind::Garbled, "the model refused to answer")
}

pub(crate) fn cut_short() -> Failure {
    failure(FailureKind::Garbled, "the model's answer was cut at its token limit")
}

pub(crate) fn too_long() -> Failure {
    failure(FailureKind::TooLarge, "mail and evidence are more than the model can read")
}

pub(crate) fn in_stream() -> Failure {
    failure(FailureKind::Unavailable, "the model endpoint reported an error in the middle of its answer")
}

#[expect(clippy::needless_pass_by_value, reason = "taken as map_err gives it")]
pub(crate) fn connection(error: reqwest::Error) -> Failure {
    if error.is_timeout() {
        return slow("the connection");
    }
    let what = if error.is_connect() { "cannot be reached" } else { "broke the connection" };
    failure(FailureKind::Unavailable, format!("the model endpoint {what}"))
}

/// A status that is no answer, as a failure.
pub(crate) fn of_status(status: StatusCode) -> Result<(), Failure> {
    if status.is_success() {
        return Ok(());
    }
    let (kind, remedy) = match status.as_u16() {
        401 | 403 => (FailureKind::Denied, "check the key"),
        404 => (FailureKind::NotFound, "check the address and the model's name"),
        408 | 504 => (FailureKind::Slow, "try again later"),
        413 => (FailureKind::TooLarge, "the model takes less text than this"),
        429 => (FailureKind::Unavailable, "it has too much to do; try again later"),
        400..=499 => (FailureKind::Garbled, "it does not understand the request"),
        300..=399 => (FailureKind::Unavailable, "it sends us elsewhere; write its final address"),
        _ => (FailureKind::Unavailable, "try again later"),
    };
    Err(failure(kind, format!("the model endpoint answered {}: {remedy}", status.as_u16())))
}
