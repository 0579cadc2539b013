//! What Graph says no with: `{"error":{"code","message","innerError"}}`.

use axum::{
    Json,
    body::Body,
    http::{Response, StatusCode, header},
    response::IntoResponse,
};
use serde_json::json;

/// A refused call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    status: u16,
    code: String,
    message: String,
}

impl Refusal {
    pub(crate) fn new(status: u16, code: &str, message: impl Into<String>) -> Self {
        Self { status, code: code.to_owned(), message: message.into() }
    }

    pub(crate) fn token(message: &str) -> Self {
        Self::new(401, "InvalidAuthenticationToken", message)
    }

    pub(crate) fn denied() -> Self {
        Self::new(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")
    }

    pub(crate) fn missing() -> Self {
        Self::new(404, "ErrorItemNotFound", "The specified object was not found in the store.")
    }

    pub(crate) fn malformed() -> Self {
        Self::new(400, "ErrorInvalidIdMalformed", "Id is malformed.")
    }

    pub(crate) fn bad(message: impl Into<String>) -> Self {
        Self::new(400, "BadRequest", message)
    }

    pub(crate) fn property(name: &str, of: &str) -> Self {
        Self::new(400, "RequestBroker--ParseUri", format!("Could not find a property named '{name}' on type '{of}'."))
    }

    pub(crate) fn busy() -> Self {
        Self::new(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.")
    }

    /// The answer.
    pub(crate) fn response(&self) -> Response<Body> {
        let request = crate::world::random();
        let body = json!({ "error": {
            "code": self.code,
            "message": self.message,
            "innerError": { "date": "2026-11-21T12:00:00", "request-id": request, "client-request-id": request },
        }});
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(body)).into_response();
        if self.code == "ApplicationThrottled" {
            response.headers_mut().insert(header::RETRY_AFTER, 1.into());
        }
        if self.status == 401 {
            let challenge = header::HeaderValue::from_static("Bearer realm=\"\"");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        response
    }

    #[cfg(test)]
    pub(crate) fn code(&self) -> &str {
        &self.code
    }
}
