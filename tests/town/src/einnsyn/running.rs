//! eInnsyn that runs (i drift), and what a test may do with it.

use super::{
    asked::{self, Asked},
    item::Published,
};
use crate::{listen, noark::Failing};
use axum::{
    Router,
    body::Body,
    extract::{self, State as Given},
    http::{HeaderMap, Response, StatusCode, Uri, header},
};
use serde_json::{Value, json};
use std::{
    collections::VecDeque,
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::task::JoinHandle;

/// How it is set up.
#[derive(Clone, Debug, Default)]
pub struct EinnsynSettings {
    /// The key that callers need; none lets everybody in.
    pub key: Option<String>,
    /// What is published, the nearest first.
    pub published: Vec<Published>,
    /// Milliseconds until each answer.
    pub latency: u64,
}

struct State {
    settings: EinnsynSettings,
    failing: Mutex<VecDeque<Failing>>,
    asked: Mutex<Vec<String>>,
    url: String,
}

/// A started one; it stops when it is dropped.
pub struct Einnsyn {
    /// Where it is.
    pub url: String,
    state: Arc<State>,
    task: JoinHandle<()>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Einnsyn {
    /// Opens a port.
    ///
    /// # Errors
    /// No port is free.
    pub async fn start(settings: EinnsynSettings) -> io::Result<Self> {
        let listener = listen::open(0).await?;
        let url = listen::address(&listener)?;
        let state = Arc::new(State { settings, failing: Mutex::default(), asked: Mutex::default(), url: url.clone() });
        let router = Router::new().fallback(call).with_state(state.clone());
        let task = tokio::spawn(async move {
            // Nobody is left to be told when serving ends badly.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { url, state, task })
    }

    /// What goes wrong with the next calls, one after the other.
    pub fn fail(&self, failing: impl IntoIterator<Item = Failing>) {
        lock(&self.state.failing).extend(failing);
    }

    /// What was asked since the last time this was asked: path and parameters as they came.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *lock(&self.state.asked))
    }
}

impl Drop for Einnsyn {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn answer(status: StatusCode, body: impl Into<Body>) -> Response<Body> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    response
}

async fn call(
    Given(state): Given<Arc<State>>,
    uri: Uri,
    headers: HeaderMap,
    pairs: Result<extract::Query<Vec<(String, String)>>, extract::rejection::QueryRejection>,
) -> Response<Body> {
    lock(&state.asked).push(uri.to_string());
    tokio::time::sleep(Duration::from_millis(state.settings.latency)).await;
    let failing = lock(&state.failing).pop_front();
    match failing.unwrap_or(Failing::Through) {
        Failing::Down => return answer(StatusCode::SERVICE_UNAVAILABLE, ""),
        Failing::Broken => return answer(StatusCode::INTERNAL_SERVER_ERROR, "{}"),
        Failing::Garbage => return answer(StatusCode::OK, "{\"items\": ["),
        Failing::Slow(wait) => tokio::time::sleep(Duration::from_millis(wait)).await,
        Failing::Through => {}
    }
    let said = headers.get("API-KEY").and_then(|key| key.to_str().ok());
    if state.settings.key.is_some() && state.settings.key.as_deref() != said {
        return refused(StatusCode::UNAUTHORIZED, "the key is wrong");
    }
    if uri.path() != "/search" {
        return refused(StatusCode::NOT_FOUND, "there is nothing here");
    }
    let pairs = pairs.map(|extract::Query(pairs)| pairs).map_err(|error| error.to_string());
    match pairs.and_then(asked::read) {
        Ok(asked) => answer(StatusCode::OK, found(&state, &asked).to_string()),
        Err(why) => refused(StatusCode::BAD_REQUEST, &why),
    }
}

fn refused(status: StatusCode, why: &str) -> Response<Body> {
    answer(status, json!({ "type": "badRequest", "message": why }).to_string())
}

fn found(state: &State, asked: &Asked) -> Value {
    let text = |name: &str| asked.get(name).map(String::as_str).unwrap_or_default();
    let lower = text("query").to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let is_meant = |one: &&Published| {
        let whole = format!("{} {}", one.title, one.case).to_lowercase();
        let is_kind =
            text("journalposttype").is_empty() || text("journalposttype").split(',').any(|kind| kind == one.kind);
        words.iter().all(|word| whole.contains(word))
            && is_kind
            && (text("entity").is_empty() || text("entity").contains("Journalpost"))
    };
    let all: Vec<&Published> = state.settings.published.iter().filter(is_meant).collect();
    let limit = text("limit").parse().unwrap_or(25_usize);
    let after = text("startingAfter").split(',').nth(1).and_then(|number| number.parse::<u32>().ok());
    let from = after.and_then(|after| all.iter().position(|one| one.number == after)).map_or(0, |at| at + 1);
    let expand: Vec<&str> = text("expand").split(',').collect();
    let page: Vec<Value> = all.iter().skip(from).take(limit).map(|one| one.value(&expand)).collect();
    let mut told = json!({ "items": page });
    if let Some(last) = all.get((from + limit).saturating_sub(1)).filter(|_| from + limit < all.len()) {
        let same = asked.iter().filter(|(name, _)| *name != "startingAfter");
        let same: Vec<String> = same.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        told["next"] = json!(format!("{}/search?{}&startingAfter=1.0,{}", state.url, same.join("&"), last.number));
    }
    told
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~,".contains(&byte) {
            out + &char::from(byte).to_string()
        } else {
            out + &format!("%{byte:02X}")
        }
    })
}
