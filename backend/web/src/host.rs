//! One listener, several municipalities (vertsnavn): the host a request was sent to decides whose server answers it.

use crate::{Bounds, Server, Tls, caller, header, health, observe, problem, router};
use axum::{
    Json, Router,
    extract::{Request, State},
    http::{StatusCode, header::HOST, uri::Authority},
    response::{IntoResponse, Response},
};
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use tower::ServiceExt;

/// The servers of this process. A host decides only whose rules are asked: who calls must be signed in with that municipality all the same,
/// and its gate knows its own references alone.
#[derive(Default)]
pub struct Hosts {
    only: Option<Router>,
    by_host: BTreeMap<String, (Arc<Server>, Router)>,
    /// Hosts of municipalities that are not served.
    closed: BTreeSet<String>,
    bounds: Bounds,
    tls: Option<Tls>,
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

    /// One host more that is known, and whose municipality is not served: its keys were destroyed.
    pub fn close(&mut self, host: &str) {
        self.closed.insert(host.to_lowercase());
    }

    /// How much may be open at a time.
    #[must_use]
    pub fn within(self, bounds: Bounds) -> Self {
        Self { bounds, ..self }
    }

    /// With this certificate; `None` leaves TLS to a proxy.
    #[must_use]
    pub fn encrypted(self, tls: Option<Tls>) -> Self {
        Self { tls, ..self }
    }

    /// All of them as one router, how much may be open, and how it is encrypted.
    pub(crate) fn into_router(mut self) -> (Router, Bounds, Option<Tls>) {
        let (bounds, tls) = (std::mem::take(&mut self.bounds), self.tls.take());
        match self.only {
            Some(only) => (only, bounds, tls),
            None => (Router::new().fallback(by_host).with_state(Arc::new(self)), bounds, tls),
        }
    }
}

/// Hands the request to the server of its host. Whether the process is alive and can work is asked by machines that know no host.
async fn by_host(State(hosts): State<Arc<Hosts>>, request: Request) -> Response {
    let host = host(&request);
    match (hosts.by_host.get(&host), request.uri().path()) {
        (Some((_, router)), _) => router.clone().oneshot(request).await.into_response(),
        (None, "/health/live") => header::bare(health::live().await.into_response()),
        (None, "/health/ready") => header::bare(ready(&hosts).await),
        (None, _) => header::bare(stray(&hosts, &host, &request)),
    }
}

/// What is told under a host without a server; under which id, any server of the process may say.
fn stray(hosts: &Hosts, host: &str, request: &Request) -> Response {
    let words = caller::language(request.headers());
    let (why, problem) = if hosts.closed.contains(host) {
        ("closed-host", problem::closed(words))
    } else {
        ("unknown-host", problem::misdirected(words))
    };
    let answer = problem::answer(problem);
    match hosts.by_host.values().next() {
        Some((server, _)) => observe::stray(server, request, (why, answer)),
        None => answer,
    }
}

async fn ready(hosts: &Hosts) -> Response {
    for (server, _) in hosts.by_host.values() {
        let (status, told) = health::ready(State(server.clone())).await;
        if status != StatusCode::OK {
            return (status, told).into_response();
        }
    }
    // Which ones stands in the log: who asks here may be anybody.
    let told = match hosts.closed.len() {
        0 => json!({"status": "ok"}),
        closed => json!({"status": "ok", "closed": closed}),
    };
    Json(told).into_response()
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
