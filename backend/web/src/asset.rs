//! The built pane as it is served (sidepanelet): pages rendered for this installation, everything else as it is, compressed.

use crate::{
    Server, Settings,
    pane::{self, Pane},
    problem,
};
use axum::{
    Json, Router,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use serde_json::{Value, json};
use std::{collections::HashMap, sync::Arc};

/// Where Outlook's event runtime looks for the scripts that may fetch and sign in.
pub const ALLOWED: &str = "/.well-known/microsoft-officeaddins-allowed.json";

/// Files that name the installation: `{{origin}}`, `{{office_js}}` and what the pane signs in with are filled in.
const RENDERED: [&str; 4] = ["index.html", "launchevent.html", "launchevent.js", "signed-in.html"];

/// The pages, rendered once at the start.
#[derive(Debug)]
pub(crate) struct Pages {
    rendered: HashMap<&'static str, String>,
}

impl Pages {
    /// Renders them.
    ///
    /// # Errors
    /// A sentence that says which file is missing and how it is made.
    pub(crate) fn of(pane: &Pane, settings: &Settings) -> Result<Self, String> {
        let page = |name: &'static str| {
            let text = pane.file(name).and_then(|bytes| std::str::from_utf8(bytes).ok()).ok_or_else(|| {
                format!("The pane is not whole: {name} is missing. Build it with `cargo xtask sidebar`.")
            })?;
            Ok((name, rendered(text, settings)))
        };
        Ok(Self { rendered: RENDERED.into_iter().map(page).collect::<Result<_, String>>()? })
    }

    /// One page as an answer.
    pub(crate) fn answer(&self, name: &str) -> Option<Response> {
        let text = self.rendered.get(name)?;
        let headers = [(header::CONTENT_TYPE, pane::kind(name)), (header::CACHE_CONTROL, "no-cache")];
        Some((headers, text.clone()).into_response())
    }
}

/// A page with this installation's addresses and ids in it.
fn rendered(page: &str, settings: &Settings) -> String {
    let sign_in = &settings.sign_in;
    let places = [
        ("{{origin}}", &settings.origin),
        ("{{office_js}}", &settings.office_js),
        ("{{client_id}}", &sign_in.client_id),
        ("{{authority}}", &sign_in.authority),
        ("{{scope}}", &sign_in.scope),
    ];
    places.into_iter().fold(page.to_owned(), |page, (place, value)| page.replace(place, &quotable(value)))
}

/// A text that can stand in quotes in a page.
pub(crate) fn quotable(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// Mounts the pages and the files.
pub(crate) fn mount(router: Router<Arc<Server>>) -> Router<Arc<Server>> {
    router
        .route("/", get(async || Redirect::temporary("/index.html")))
        .route(ALLOWED, get(allowed))
        .route("/{file}", get(file))
}

async fn allowed(State(server): State<Arc<Server>>) -> Json<Value> {
    Json(allowed_scripts(&server.settings.origin))
}

/// Which script may fetch and sign in from Outlook's event runtime: what stands under [`ALLOWED`]. The manifest must name the very same.
#[must_use]
pub fn allowed_scripts(origin: &str) -> Value {
    json!({"allowed": [format!("{origin}/launchevent.js")]})
}

async fn file(State(server): State<Arc<Server>>, Path(name): Path<String>, headers: HeaderMap) -> Response {
    if let Some(page) = server.pages.answer(&name) {
        return page;
    }
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some((bytes, encoding)) = server.pane.taken(&name, accepted) else {
        return problem::no_such_page().await;
    };
    let mut answer = ([(header::CONTENT_TYPE, pane::kind(&name))], bytes).into_response();
    keep(answer.headers_mut(), &name);
    if server.pane.varies(&name) {
        answer.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    if let Some(encoding) = encoding {
        answer.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    answer
}

/// A name with a hash in it never changes its content.
fn keep(headers: &mut HeaderMap, name: &str) {
    let hashed = name.split('.').any(|part| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let value = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
}
