//! One listener, several municipalities (vertsnavn): the host a request was sent to decides whose server answers it.

use crate::{Server, header, health, problem, router};
use axum::{
    Json, Router,
    extract::{Request, State},
    http::{StatusCode, header::HOST, uri::Authority},
    response::{IntoResponse, Response},
};
use serde_json::json;
use std::{collections::BTreeMap, sync::Arc};
use tower::ServiceExt;
use vocabulary::Language;

/// The servers of this process. A host decides only whose rules are asked: who calls must be signed in with that municipality all the same,
/// and its gate knows its own references alone.
#[derive(Default)]
pub struct Hosts {
    only: Option<Router>,
    by_host: BTreeMap<String, (Arc<Server>, Router)>,
}

impl Hosts {
    /// One server, whatever host it is reached by.
    #[must_use]
    pub fn only(server: Arc<Server>) -> Self {
        Self { only: Some(router(server)), ..Self::default() }
    }

    /// One more server, reached by `host` (with its port, where it has one).
    pub fn add(&mut self, host: &str, server: Arc<Server>) {
        self.by_host.insert(host.to_lowercase(), (server.clone(), router(server)));
    }

    /// All of them as one router.
    pub(crate) fn into_router(self) -> Router {
        match self.only {
            Some(only) => only,
            None => Router::new().fallback(by_host).with_state(Arc::new(self)),
        }
    }
}

/// Hands the request to the server of its host. Whether the process is alive and can work is asked by machines that know no host.
async fn by_host(State(hosts): State<Arc<Hosts>>, request: Request) -> Response {
    match (hosts.by_host.get(&host(&request)), request.uri().path()) {
        (Some((_, router)), _) => router.clone().oneshot(request).await.into_response(),
        (None, "/health/live") => header::bare(health::live().await.into_response()),
        (None, "/health/ready") => header::bare(ready(&hosts).await),
        (None, _) => header::bare(problem::answer(problem::misdirected(Language::En))),
    }
}

async fn ready(hosts: &Hosts) -> Response {
    for (server, _) in hosts.by_host.values() {
        let (status, told) = health::ready(State(server.clone())).await;
        if status != StatusCode::OK {
            return (status, told).into_response();
        }
    }
    Json(json!({"status": "ok"})).into_response()
}

/// Host and port as the request names them, in lower case, without the port that https has anyway.
fn host(request: &Request) -> String {
    let named = request.headers().get(HOST).and_then(|value| value.to_str().ok());
    let host = request.uri().authority().map(Authority::as_str).or(named).unwrap_or_default().to_lowercase();
    host.strip_suffix(":443").map(str::to_owned).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::host;
    use axum::{body::Body, extract::Request, http::header};

    #[test]
    fn a_host_is_what_the_request_names() {
        for (address, named, expected) in [
            ("/x", Some("Saksvar.Example.NO"), "saksvar.example.no"),
            ("/x", Some("a.example.no:443"), "a.example.no"),
            ("/x", Some("127.0.0.1:8750"), "127.0.0.1:8750"),
            ("http://b.example.no/x", Some("a.example.no"), "b.example.no"),
            ("/x", None, ""),
        ] {
            let mut request = Request::builder().uri(address);
            if let Some(named) = named {
                request = request.header(header::HOST, named);
            }
            assert_eq!(host(&request.body(Body::empty()).unwrap()), expected, "{address} {named:?}");
        }
    }
}
