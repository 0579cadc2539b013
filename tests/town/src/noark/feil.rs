//! How the kernel says no (feil): a status, and `{"feil":{"kode","beskrivelse"}}` (chapter 6).

use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
};
use serde_json::{Value, json};

/// Media type both ways.
pub(super) const NOARK: &str = "application/vnd.noark5+json";

/// A refusal.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Feil(pub(super) StatusCode, pub(super) String);

impl Feil {
    pub(super) fn bad(why: impl Into<String>) -> Self {
        Self(StatusCode::BAD_REQUEST, why.into())
    }

    pub(super) fn gone() -> Self {
        Self(StatusCode::NOT_FOUND, "Ressursen finnes ikke".to_owned())
    }

    pub(super) fn conflict(why: impl Into<String>) -> Self {
        Self(StatusCode::CONFLICT, why.into())
    }

    pub(super) fn response(self) -> Response<Body> {
        let mut response = answer(self.0, &json!({ "feil": { "kode": self.0.as_u16(), "beskrivelse": self.1 } }));
        if self.0 == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// An answer in the media type of the standard.
pub(super) fn answer(status: StatusCode, value: &Value) -> Response<Body> {
    let mut response = Response::new(Body::from(value.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(NOARK));
    response
}
