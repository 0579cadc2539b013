//! What goes wrong between us and an archive, in the words of the domain; never a word of what was asked or answered.

use crate::{SYSTEM, message::problem::Problem, xml::Unreadable};
use domain::port::{Failure, FailureKind};
use std::time::Duration;

fn failure(kind: FailureKind, detail: impl Into<String>) -> Failure {
    Failure::new(kind, SYSTEM, detail)
}

pub(crate) fn slow(after: Duration) -> Failure {
    failure(FailureKind::Slow, format!("the archive did not answer within {} s", after.as_secs_f32()))
}

pub(crate) fn not_taken(after: Duration) -> Failure {
    let after = after.as_secs_f32();
    failure(FailureKind::Unavailable, format!("nobody took the message within {after} s; it was withdrawn"))
}

pub(crate) fn folder(why: &str) -> Failure {
    failure(FailureKind::Unavailable, format!("the folder of messages cannot be used: {why}"))
}

pub(crate) fn garbled(what: &str) -> Failure {
    failure(FailureKind::Garbled, format!("the archive's answer cannot be read: {what}"))
}

#[expect(clippy::needless_pass_by_value, reason = "taken as map_err gives it")]
pub(crate) fn unreadable(why: Unreadable) -> Failure {
    garbled(&why.to_string())
}

pub(crate) fn too_large(limit: usize) -> Failure {
    failure(FailureKind::TooLarge, format!("the archive's answer is larger than {limit} bytes"))
}

pub(crate) fn lacking(what: &str) -> Failure {
    failure(FailureKind::Garbled, format!("the archive does not have {what}"))
}

pub(crate) fn no_case() -> Failure {
    failure(FailureKind::NotFound, "the archive does not have the case")
}

pub(crate) fn closed() -> Failure {
    failure(FailureKind::Refused, "the case is closed; nothing is registered in it")
}

pub(crate) fn no_basis() -> Failure {
    failure(FailureKind::Refused, "an access code needs its legal basis (skjermingshjemmel) there")
}

/// A refusal; its reference is the archive's, for whoever looks into the matter there.
pub(crate) fn refused(problem: Problem, reference: &str) -> Failure {
    let (kind, what) = match problem {
        Problem::Invalid => (FailureKind::Refused, "does not take the message"),
        Problem::Broken => (FailureKind::Unavailable, "failed; try again later"),
        Problem::Missing => (FailureKind::NotFound, "does not have it"),
    };
    // A reference is an id; whatever else stands there stays there.
    let plain = reference.len() <= 60 && reference.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-');
    let reference = if plain && !reference.is_empty() { format!(" (reference {reference})") } else { String::new() };
    failure(kind, format!("the archive {what}{reference}"))
}
