//! What goes wrong at eInnsyn, in the words of the domain; never a word of what was asked or answered.

use crate::SYSTEM;
use domain::port::{Failure, FailureKind};
use reqwest::StatusCode;
use std::time::Duration;

fn failure(kind: FailureKind, detail: impl Into<String>) -> Failure {
    Failure::new(kind, SYSTEM, detail)
}

pub(crate) fn slow(after: Duration) -> Failure {
    failure(FailureKind::Slow, format!("eInnsyn did not answer within {} s", after.as_secs_f32()))
}

pub(crate) fn garbled(what: &str) -> Failure {
    failure(FailureKind::Garbled, format!("eInnsyn's answer cannot be read: {what}"))
}

pub(crate) fn elsewhere() -> Failure {
    failure(FailureKind::Denied, "the next page of eInnsyn's answer leads to another server; nothing was sent there")
}

pub(crate) fn too_large(limit: usize) -> Failure {
    failure(FailureKind::TooLarge, format!("eInnsyn's answer is larger than {limit} bytes"))
}

#[expect(clippy::needless_pass_by_value, reason = "taken as map_err gives it")]
pub(crate) fn connection(error: reqwest::Error) -> Failure {
    let what = if error.is_connect() { "cannot be reached" } else { "broke the connection" };
    failure(if error.is_timeout() { FailureKind::Slow } else { FailureKind::Unavailable }, format!("eInnsyn {what}"))
}

/// A status that is no answer, as a failure.
pub(crate) fn of_status(status: StatusCode) -> Failure {
    let (kind, remedy) = match status.as_u16() {
        401 | 403 => (FailureKind::Denied, "check the key"),
        404 => (FailureKind::NotFound, "check the address"),
        429 => (FailureKind::Unavailable, "it is asked too often; try again later"),
        300..=399 => (FailureKind::Unavailable, "it sends us elsewhere; write its final address"),
        400..=499 => (FailureKind::Garbled, "it does not understand the request"),
        _ => (FailureKind::Unavailable, "try again later"),
    };
    failure(kind, format!("eInnsyn answered {}: {remedy}", status.as_u16()))
}
