//! The page's files, built into the binary.

use axum::{
    body::Body,
    extract::Path,
    http::{Response, StatusCode, header},
    response::{Html, IntoResponse},
};

const SCRIPT: &str = "text/javascript; charset=utf-8";
const PAGE: &str = include_str!("../../static/outlook.html");
/// The parts of office.js, in their order, inside one function.
const OFFICE: &str = concat!(
    "(function () {\n\"use strict\";\n",
    include_str!("../../static/office/bridge.js"),
    include_str!("../../static/office/names.js"),
    include_str!("../../static/office/item.js"),
    include_str!("../../static/office/dialog.js"),
    include_str!("../../static/office/context.js"),
    "})();\n"
);
const FILES: [(&str, &str, &str); 8] = [
    ("outlook.css", "text/css; charset=utf-8", include_str!("../../static/outlook.css")),
    ("main.js", SCRIPT, include_str!("../../static/outlook/main.js")),
    ("ask.js", SCRIPT, include_str!("../../static/outlook/ask.js")),
    ("read.js", SCRIPT, include_str!("../../static/outlook/read.js")),
    ("compose.js", SCRIPT, include_str!("../../static/outlook/compose.js")),
    ("frame.js", SCRIPT, include_str!("../../static/outlook/frame.js")),
    ("send.js", SCRIPT, include_str!("../../static/outlook/send.js")),
    ("dialog.js", SCRIPT, include_str!("../../static/outlook/dialog.js")),
];

pub(super) async fn page() -> Html<&'static str> {
    Html(PAGE)
}

/// office.js may be loaded from anywhere, like the one of the content network.
pub(super) async fn office() -> Response<Body> {
    ([(header::CONTENT_TYPE, SCRIPT), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")], OFFICE).into_response()
}

pub(super) async fn file(Path(name): Path<String>) -> Response<Body> {
    match FILES.iter().find(|(it, _, _)| *it == name) {
        Some((_, kind, text)) => ([(header::CONTENT_TYPE, *kind)], *text).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
