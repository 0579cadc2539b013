//! The page's files, built into the binary.

use axum::{
    body::Body,
    http::{Response, StatusCode, Uri, header},
    response::{Html, IntoResponse},
};

pub(crate) const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";
const WINDOW: &str = "text/html; charset=utf-8";
const PAGE: &str = include_str!("../../static/outlook.html");
/// The parts of office.js, in their order, inside one function.
const OFFICE: &str = concat!(
    "(function () {\n\"use strict\";\n",
    include_str!("../../static/office/bridge.js"),
    include_str!("../../static/office/names.js"),
    include_str!("../../static/office/item.js"),
    include_str!("../../static/office/dialog.js"),
    include_str!("../../static/office/naa.js"),
    include_str!("../../static/office/context.js"),
    "})();\n"
);
/// Files of the page, by the folder and the name they are asked for with.
const FILES: [(&str, &str); 19] = [
    ("outlook/outlook.css", include_str!("../../static/outlook.css")),
    ("outlook/main.js", include_str!("../../static/outlook/main.js")),
    ("outlook/ask.js", include_str!("../../static/outlook/ask.js")),
    ("outlook/read.js", include_str!("../../static/outlook/read.js")),
    ("outlook/compose.js", include_str!("../../static/outlook/compose.js")),
    ("outlook/frame.js", include_str!("../../static/outlook/frame.js")),
    ("outlook/line.js", include_str!("../../static/outlook/line.js")),
    ("outlook/send.js", include_str!("../../static/outlook/send.js")),
    ("outlook/nested.js", include_str!("../../static/outlook/nested.js")),
    ("outlook/prompt.html", include_str!("../../static/outlook/prompt.html")),
    ("outlook/prompt.js", include_str!("../../static/outlook/prompt.js")),
    ("outlook/dialog.js", include_str!("../../static/outlook/dialog.js")),
    ("host/line.js", include_str!("../../static/host/line.js")),
    ("host/context.js", include_str!("../../static/host/context.js")),
    ("host/item.js", include_str!("../../static/host/item.js")),
    ("host/method.js", include_str!("../../static/host/method.js")),
    ("host/command.js", include_str!("../../static/host/command.js")),
    ("host/shape.js", include_str!("../../static/host/shape.js")),
    ("host/event.js", include_str!("../../static/host/event.js")),
];

pub(super) async fn page() -> Html<&'static str> {
    Html(PAGE)
}

/// office.js may be loaded from anywhere, like the one of the content network.
pub(super) async fn office() -> Response<Body> {
    ([(header::CONTENT_TYPE, SCRIPT), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")], OFFICE).into_response()
}

/// `GET /outlook/{file}` and `GET /host/{file}`.
pub(super) async fn file(uri: Uri) -> Response<Body> {
    let kind = match uri.path().rsplit('.').next() {
        Some("css") => STYLE,
        Some("html") => WINDOW,
        _ => SCRIPT,
    };
    match FILES.iter().find(|(path, _)| uri.path().strip_prefix('/') == Some(path)) {
        Some((_, text)) => ([(header::CONTENT_TYPE, kind)], *text).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
