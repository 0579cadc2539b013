//! What Entra says no with (feil): the OAuth error, the AADSTS number and a sentence.

use axum::{
    Json,
    body::Body,
    http::{Response, StatusCode},
    response::IntoResponse,
};
use serde_json::{Value, json};

/// A refused request.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    error: &'static str,
    number: u32,
    words: String,
    suberror: Option<&'static str>,
    claims: Option<&'static str>,
}

impl Refusal {
    pub(crate) fn new(error: &'static str, number: u32, words: impl Into<String>) -> Self {
        let words = words.into();
        Self { status: StatusCode::BAD_REQUEST, error, number, words, suberror: None, claims: None }
    }

    pub(crate) fn tenant() -> Self {
        Self::new("invalid_tenant", 90002, "Tenant not found. Check to make sure you have the correct tenant ID.")
    }

    pub(crate) fn client(number: u32, words: &str) -> Self {
        Self { status: StatusCode::UNAUTHORIZED, ..Self::new("invalid_client", number, words) }
    }

    pub(crate) fn missing(parameter: &str) -> Self {
        let words = format!("The request body must contain the following parameter: '{parameter}'.");
        Self::new("invalid_request", 900_144, words)
    }

    pub(crate) fn consent() -> Self {
        let words = "The user or administrator has not consented to use the application.";
        Self { suberror: Some("consent_required"), ..Self::new("invalid_grant", 65001, words) }
    }

    pub(crate) fn interaction() -> Self {
        let words = "Due to a configuration change made by your administrator, or because you moved to a new location, \
                     you must use multi-factor authentication to access the resource.";
        let claims = Some(r#"{"access_token":{"acrs":{"essential":true,"value":"c1"}}}"#);
        Self { suberror: Some("basic_action"), claims, ..Self::new("interaction_required", 50076, words) }
    }

    /// The sentence with its number.
    pub(crate) fn words(&self) -> String {
        format!("AADSTS{}: {}", self.number, self.words)
    }

    fn body(&self) -> Value {
        let mut body = json!({
            "error": self.error,
            "error_description": self.words(),
            "error_codes": [self.number],
            "trace_id": crate::world::random(),
            "correlation_id": crate::world::random(),
        });
        if let Some(suberror) = self.suberror {
            body["suberror"] = json!(suberror);
        }
        if let Some(claims) = self.claims {
            body["claims"] = json!(claims);
        }
        body
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response<Body> {
        (self.status, Json(self.body())).into_response()
    }
}
