//! The content networks (innholdsnett): Microsoft's library from its folder, and the little of MicrosoftAjax that it calls.

use crate::outlook::asset::SCRIPT;
use axum::{
    Router,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use std::path::{Component, PathBuf};

/// Written for the library from what it calls.
const AJAX: &str = include_str!("../../static/host/ajax.js");
/// What Outlook's own library brings and the one of npm lacks; it is read after the library.
const BRIDGE: &str = include_str!("../../static/host/bridge.js");

/// `/lib/1/hosted/…`, which any page may load.
pub(super) fn library(folder: PathBuf) -> Router {
    Router::new().route("/lib/1/hosted/{*path}", get(move |Path(path): Path<String>| file(folder.clone(), path)))
}

/// `/ajax/3.5/MicrosoftAjax.js`.
pub(super) fn ajax() -> Router {
    Router::new().route("/ajax/3.5/MicrosoftAjax.js", get(async || open(AJAX.to_owned())))
}

async fn file(folder: PathBuf, path: String) -> Response {
    let is_plain = PathBuf::from(&path).components().all(|part| matches!(part, Component::Normal(_)));
    let text = is_plain.then(|| std::fs::read_to_string(folder.join(&path)).ok()).flatten();
    match text {
        Some(text) if path == "office.js" => open(format!("{text}\n{BRIDGE}")),
        Some(text) => open(text),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn open(text: String) -> Response {
    ([(header::CONTENT_TYPE, SCRIPT), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")], text).into_response()
}
