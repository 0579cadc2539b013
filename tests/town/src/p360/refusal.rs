//! How it refuses (avslag): by HTTP only where nobody can be told who asks or what; everything else is a 200 that was not successful.

use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
};
use serde_json::{Value, json};

/// What is not done, and why.
#[derive(Clone, Debug)]
pub(super) enum Refusal {
    /// A status of HTTP, with a sentence.
    Http(StatusCode, String),
    /// 200, and `Successful` false. The number is that of what was made nevertheless.
    Said { message: String, details: String, made: Option<(u32, String)> },
}

impl Refusal {
    pub(super) fn said(message: impl Into<String>) -> Self {
        Self::Said { message: message.into(), details: "SI.Biz.Core.BizException".to_owned(), made: None }
    }

    pub(super) fn bad(why: impl Into<String>) -> Self {
        Self::Http(StatusCode::BAD_REQUEST, why.into())
    }

    pub(super) fn response(self) -> Response<Body> {
        match self {
            Self::Http(status, why) => answer(status, &json!({ "Message": why })),
            Self::Said { message, details, made } => {
                let mut body = json!({ "Successful": false, "ErrorMessage": message, "ErrorDetails": details });
                if let Some((recno, number)) = made {
                    body["Recno"] = json!(recno);
                    body["DocumentNumber"] = json!(number);
                }
                answer(StatusCode::OK, &body)
            }
        }
    }
}

pub(super) fn answer(status: StatusCode, body: &Value) -> Response<Body> {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    let kind = HeaderValue::from_static("application/json; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}
