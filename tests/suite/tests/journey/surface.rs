//! Every route's headers, in one table; who else's script may ask; and one id for each request.

use contract::{Access, Problem, TABLE};
use reqwest::{Method, Response};
use serde_json::Value;
use suite::Stand;

/// Every route there is, and some that are none.
fn routes() -> Vec<(Method, String)> {
    let posted = TABLE.iter().flat_map(|row| [(Method::POST, row.path), (Method::GET, row.path)]);
    let fixed = [
        (Method::GET, "/"),
        (Method::GET, "/index.html"),
        (Method::GET, "/launchevent.html"),
        (Method::GET, "/launchevent.js"),
        (Method::GET, "/signed-in.html"),
        (Method::GET, "/.well-known/microsoft-officeaddins-allowed.json"),
        (Method::GET, "/openapi.json"),
        (Method::GET, "/health/live"),
        (Method::GET, "/health/ready"),
        (Method::GET, "/auth/begin"),
        (Method::GET, "/auth/callback"),
        (Method::POST, "/auth/redeem"),
        (Method::POST, "/auth/sessions"),
        (Method::POST, "/auth/sign-out"),
        (Method::GET, "/metrics"),
        (Method::GET, "/nothing.js"),
        (Method::POST, "/api/nothing"),
        (Method::DELETE, "/index.html"),
    ];
    posted.chain(fixed).map(|(method, path)| (method, path.to_owned())).collect()
}

async fn ask(stand: &Stand, method: Method, path: &str, headers: &[(&str, &str)]) -> Response {
    let mut request = stand.client.request(method, format!("{}{path}", stand.url));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.send().await.expect("the server answers")
}

fn header<'a>(answer: &'a Response, name: &str) -> &'a str {
    answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_answers_under_the_same_headers() {
    let stand = Stand::up().await;
    let own = stand.url.clone();
    let ancestors = "frame-ancestors 'self' https://outlook.office.com https://outlook.office365.com \
                     https://outlook.cloud.microsoft https://outlook.live.com";
    for (method, path) in routes() {
        let answer = ask(&stand, method.clone(), &path, &[("origin", &own)]).await;
        let policy = header(&answer, "content-security-policy");
        let directives: Vec<&str> = policy.split("; ").collect();
        for directive in
            ["default-src 'self'", "connect-src 'self'", "base-uri 'none'", "object-src 'none'", "form-action 'none'"]
        {
            assert!(directives.contains(&directive), "{method} {path}: {directive} is not in {policy}");
        }
        assert!(directives.contains(&ancestors), "{method} {path}: {policy}");
        let unsafe_words = ["'unsafe-eval'", "script-src 'unsafe-inline'", "*"];
        assert_eq!(unsafe_words.iter().find(|word| policy.contains(**word)), None, "{method} {path}: {policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("strict-transport-security", "max-age=31536000; includeSubDomains"),
            ("x-frame-options", ""),
            ("set-cookie", ""),
            ("server", ""),
        ] {
            assert_eq!(header(&answer, name), value, "{method} {path}: {name}");
        }
        let is_page = !path.starts_with("/api") && !path.starts_with("/gate") && !path.starts_with("/auth");
        let cached = header(&answer, "cache-control");
        assert!(cached == "no-store" || is_page && cached == "no-cache", "{method} {path}: {cached}");
        let is_gate = TABLE.iter().any(|row| row.access == Access::Anyone && row.path == path);
        let allowed = if is_gate { own.as_str() } else { "" };
        assert_eq!(header(&answer, "access-control-allow-origin"), allowed, "{method} {path}");
        assert_eq!(header(&answer, "vary").contains("origin"), is_gate, "{method} {path}");
        one_id(&format!("{method} {path}"), answer).await;
    }
}

/// The header's id is the problem's.
async fn one_id(what: &str, answer: Response) {
    let id = header(&answer, "x-request-id").to_owned();
    assert!(id.len() == 20 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{what}: {id}");
    if header(&answer, "content-type") == "application/problem+json" {
        let problem: Problem = answer.json().await.expect("a problem");
        assert_eq!(problem.trace.as_deref(), Some(id.as_str()), "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_gates_own_script_may_ask_from_elsewhere() {
    let stand = Stand::up().await;
    let own = stand.url.clone();
    let asks = [("access-control-request-method", "POST"), ("access-control-request-headers", "content-type")];
    for row in TABLE {
        for (origin, is_ours) in [
            (own.as_str(), true),
            ("https://evil.example", false),
            ("null", false),
            ("https://outlook.office.com", false),
            (&format!("{own}.evil.example"), false),
        ] {
            let answer = ask(&stand, Method::OPTIONS, row.path, &[&asks[..], &[("origin", origin)]].concat()).await;
            let may = is_ours && row.access == Access::Anyone;
            let told = |name| header(&answer, name);
            assert_eq!(answer.status().as_u16(), if may { 204 } else { 405 }, "{} from {origin}", row.path);
            assert_eq!(told("access-control-allow-origin"), if may { origin } else { "" }, "{} {origin}", row.path);
            assert_eq!(told("access-control-allow-methods"), if may { "POST" } else { "" }, "{} {origin}", row.path);
            assert_eq!(told("access-control-allow-headers").contains("content-type"), may, "{} {origin}", row.path);
            assert_eq!(told("access-control-allow-credentials"), "", "{} {origin}", row.path);
        }
    }
    let allowed = format!("{own}/.well-known/microsoft-officeaddins-allowed.json");
    let allowed: Value = stand.client.get(allowed).send().await.expect("there").json().await.expect("JSON");
    assert_eq!(allowed, serde_json::json!({"allowed": [format!("{own}/launchevent.js")]}));
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_served_apart_from_everything_else() {
    let stand = Stand::up().await;
    assert_eq!(ask(&stand, Method::GET, "/metrics", &[]).await.status(), 404, "the public listener has none");
    let answer = stand.client.get(&stand.metrics_url).send().await.expect("served");
    assert_eq!(
        (answer.status().as_u16(), header(&answer, "content-type")),
        (200, "text/plain; version=0.0.4; charset=utf-8")
    );
    for row in TABLE {
        let elsewhere = stand.metrics_url.replace("/metrics", row.path);
        assert_eq!(stand.client.post(elsewhere).send().await.expect("an answer").status(), 404, "{}", row.path);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_address_of_the_manifest_is_served() {
    let stand = Stand::up().await;
    let template = std::fs::read_to_string(suite::root().join("manifest/outlook.xml")).expect("the template");
    let places: Vec<_> = template.split("{{origin}}/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(places.len() > 10, "{places:?}");
    for place in places {
        // The journeys go without the built pane, and so without its pictures.
        if place.starts_with("icon-") {
            assert!(suite::root().join("manifest/icon").join(place).is_file(), "{place}");
        } else {
            assert_eq!(ask(&stand, Method::GET, &format!("/{place}"), &[]).await.status(), 200, "{place}");
        }
    }
}
