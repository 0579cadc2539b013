//! What Entra's refusals mean for the person in front of the pane
//! (<https://learn.microsoft.com/entra/identity-platform/reference-error-codes>).

use crate::{SYSTEM, Settings};
use domain::port::{Failure, FailureKind};
use oauth2::{
    basic::{BasicErrorResponse, BasicErrorResponseType},
    http::StatusCode,
};
use serde::Deserialize;

/// Consent is missing (AADSTS65001).
const NO_CONSENT: u32 = 65_001;

/// What Entra adds to the standard error.
#[derive(Default, Deserialize)]
struct Extra {
    #[serde(default)]
    error_codes: Vec<u32>,
    suberror: Option<String>,
    claims: Option<String>,
}

/// What Entra says of a sign-in that is over: closed, revoked, or with another password.
const OVER: &str = "the sign-in is not accepted any more";

/// Whether this is Entra's word that the sign-in is over.
pub(crate) fn is_over(failure: &Failure) -> bool {
    failure.kind == FailureKind::Denied && failure.system == SYSTEM && failure.detail.starts_with(OVER)
}

/// The failure behind an error answer of the token address.
pub(crate) fn of(settings: &Settings, tenant: &str, status: StatusCode, body: &[u8]) -> Failure {
    let Ok(error) = serde_json::from_slice::<BasicErrorResponse>(body) else {
        return unreadable(status);
    };
    let extra: Extra = serde_json::from_slice(body).unwrap_or_default();
    let code = extra.error_codes.first().map_or_else(String::new, |code| format!(" (AADSTS{code})"));
    let kind = error.error().as_ref();
    let failure = |kind, why: &str| Failure::new(kind, SYSTEM, format!("{why}{code}"));
    if extra.error_codes.contains(&NO_CONSENT) || extra.suberror.as_deref() == Some("consent_required") {
        let link = settings.consent_page(tenant);
        return Failure { link, ..failure(FailureKind::MoreNeeded, "consent is missing") };
    }
    if let Some(claims) = extra.claims.filter(|claims| is_object(claims)) {
        return Failure { claims: Some(claims), ..failure(FailureKind::MoreNeeded, "the person must prove more") };
    }
    match error.error() {
        BasicErrorResponseType::InvalidClient | BasicErrorResponseType::UnauthorizedClient => failure(
            FailureKind::Unavailable,
            "our client id, secret or certificate is not accepted; renew it in the app registration",
        ),
        BasicErrorResponseType::InvalidGrant => failure(FailureKind::Denied, OVER),
        _ if kind == "interaction_required" => failure(FailureKind::MoreNeeded, "the person must sign in again"),
        _ if kind == "temporarily_unavailable"
            || status.is_server_error()
            || status == StatusCode::TOO_MANY_REQUESTS =>
        {
            failure(FailureKind::Unavailable, "the service is busy")
        }
        _ => failure(FailureKind::Denied, "the request is refused"),
    }
}

fn unreadable(status: StatusCode) -> Failure {
    let kind = if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
        FailureKind::Unavailable
    } else {
        FailureKind::Garbled
    };
    Failure::new(kind, SYSTEM, format!("an answer with status {} and no readable error", status.as_u16()))
}

/// A claims challenge is relayed to the pane, so it must be what it says.
fn is_object(claims: &str) -> bool {
    serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(claims).is_ok()
}
