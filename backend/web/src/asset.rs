//! The built pane (sidepanelets filer): pages rendered for this installation, everything else as it lies in the folder, compressed.

use crate::{Server, Settings, problem};
use axum::{
    Json, Router,
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use serde_json::{Value, json};
use std::{collections::HashMap, fs, path::Path as File, sync::Arc};
use tower::ServiceExt;
use tower_http::services::ServeDir;

/// Where Outlook's event runtime looks for the scripts that may fetch and sign in.
pub const ALLOWED: &str = "/.well-known/microsoft-officeaddins-allowed.json";

/// Files that name the installation: `{{origin}}` and `{{office_js}}` are filled in.
const RENDERED: [(&str, &str); 4] = [
    ("index.html", "text/html; charset=utf-8"),
    ("launchevent.html", "text/html; charset=utf-8"),
    ("launchevent.js", "text/javascript; charset=utf-8"),
    ("signed-in.html", "text/html; charset=utf-8"),
];

/// The pages, rendered once at the start.
#[derive(Debug)]
pub(crate) struct Pages {
    rendered: HashMap<&'static str, (&'static str, String)>,
}

impl Pages {
    /// Reads and renders them.
    ///
    /// # Errors
    /// A sentence that says which file is missing and how it is made.
    pub(crate) fn load(settings: &Settings) -> Result<Self, String> {
        let page = |(name, kind): (&'static str, &'static str)| {
            let file = settings.assets.join(name);
            let text = fs::read_to_string(&file).map_err(|error| {
                format!("The pane is not there ({}: {error}). Build it with `cargo xtask sidebar`.", shown(&file))
            })?;
            Ok((
                name,
                (kind, text.replace("{{origin}}", &settings.origin).replace("{{office_js}}", &settings.office_js)),
            ))
        };
        Ok(Self { rendered: RENDERED.into_iter().map(page).collect::<Result<_, String>>()? })
    }

    /// One page as an answer.
    pub(crate) fn answer(&self, name: &str) -> Option<Response> {
        let (kind, text) = self.rendered.get(name)?;
        let headers = [(header::CONTENT_TYPE, *kind), (header::CACHE_CONTROL, "no-cache")];
        Some((headers, text.clone()).into_response())
    }
}

fn shown(file: &File) -> String {
    file.display().to_string()
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

async fn file(State(server): State<Arc<Server>>, Path(name): Path<String>, request: Request) -> Response {
    if let Some(page) = server.pages.answer(&name) {
        return page;
    }
    if !is_ours(&name) {
        return problem::no_such_page().await;
    }
    let files = ServeDir::new(&server.settings.assets).precompressed_br().precompressed_gzip();
    match files.oneshot(request).await {
        Ok(found) if found.status().is_success() || found.status().is_redirection() => {
            let mut answer = found.map(axum::body::Body::new);
            keep(answer.headers_mut(), &name);
            answer
        }
        _ => problem::no_such_page().await,
    }
}

/// The pane has no folders, and nothing of it is hidden: `%2F` and a first dot lead nowhere.
fn is_ours(name: &str) -> bool {
    !name.starts_with('.')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
}

/// A name with a hash in it never changes its content.
fn keep(headers: &mut HeaderMap, name: &str) {
    let hashed = name.split('.').any(|part| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let value = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
}
