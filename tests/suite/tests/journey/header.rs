//! What every answer says to the browser, whatever was asked; and what is not answered at all.

use contract::{Kind, Operation, Problem, TABLE, operation::WhoAmI};
use reqwest::{Method, Response};
use std::fs;
use suite::Stand;
use tempfile::TempDir;

/// A stand whose pane has files of every kind, a folder, and something beside it that nobody may have.
async fn stand() -> (Stand, TempDir) {
    let folder = TempDir::new().expect("a folder");
    let assets = folder.path().join("assets");
    fs::create_dir_all(assets.join(".git")).expect("a folder");
    for name in ["index.html", "launchevent.html", "launchevent.js", "signed-in.html", "pane.css", "nb.txt", "pane.js"]
    {
        fs::write(assets.join(name), "å").expect("a file");
    }
    for secret in [assets.join(".git/config"), folder.path().join("secret.txt")] {
        fs::write(secret, "hemmelig").expect("a file");
    }
    let place = assets.display().to_string();
    (Stand::with(&[("SAKSVAR__SERVER__ASSETS", &place)]).await, folder)
}

async fn asked(stand: &Stand, method: Method, path: &str) -> Response {
    let request = stand.client.request(method, format!("{}{path}", stand.url));
    request.header("origin", "https://evil.example").send().await.expect("the server answers")
}

/// Pages, files, operations and refusals.
const PLACES: [(&str, u16); 17] = [
    ("/", 307),
    ("/index.html", 200),
    ("/launchevent.js", 200),
    ("/pane.css", 200),
    ("/pane.js", 200),
    ("/nb.txt", 200),
    ("/openapi.json", 200),
    ("/health/live", 200),
    ("/health/ready", 200),
    ("/.well-known/microsoft-officeaddins-allowed.json", 200),
    ("/auth/begin", 400),
    ("/auth/callback", 401),
    ("/auth/redeem", 405),
    ("/auth/sessions", 405),
    ("/api/who-am-i", 405),
    ("/gate/confirm", 405),
    ("/nothing", 404),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_headers_that_keep_a_browser_in_its_place() {
    let (stand, _folder) = stand().await;
    for (path, status) in PLACES {
        let answer = asked(&stand, Method::GET, path).await;
        assert_eq!(answer.status(), status, "{path}");
        let header = |name: &str| answer.headers().get(name).and_then(|it| it.to_str().ok()).unwrap_or_default();
        assert_eq!(header("strict-transport-security"), "max-age=31536000; includeSubDomains", "{path}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "no-referrer", "{path}");
        assert!(["no-store", "no-cache"].contains(&header("cache-control")), "{path}");
        let policy = header("content-security-policy");
        for part in [
            "default-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self' ",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(
            !policy.contains("'unsafe-eval'") && !policy.contains("script-src 'unsafe-inline'"),
            "{path}: {policy}"
        );
        for absent in ["access-control-allow-origin", "set-cookie", "server", "x-powered-by"] {
            assert_eq!(header(absent), "", "{path}: {absent}");
        }
        let kind = header("content-type").to_owned();
        assert!(!kind.starts_with("text/") || kind.ends_with("; charset=utf-8"), "{path}: {kind}");
        let whole = answer.text().await.expect("a body");
        assert!(whole.is_empty() || !kind.is_empty(), "{path} has a body of no kind");
    }
    for row in TABLE {
        let answer = stand.post(row.path, None, "{").await;
        assert_eq!(answer.headers()["cache-control"], "no-store", "{}", row.path);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_post_of_json_is_an_operation() {
    let (stand, _folder) = stand().await;
    let kari = stand.token("kari");
    for row in TABLE {
        for method in
            [Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS, Method::TRACE]
        {
            let status = asked(&stand, method.clone(), row.path).await.status();
            assert_eq!(status, 405, "{method} {}", row.path);
        }
        // What a foreign page may send without being asked first: a form, or plain text.
        for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""] {
            let request = stand.client.post(format!("{}{}", stand.url, row.path)).header("content-type", kind);
            let answer = request.bearer_auth(&kari).body("{}").send().await.expect("the server answers");
            let status = answer.status().as_u16();
            assert!(matches!(status, 400 | 403), "{kind:?} {} gives {status}", row.path);
        }
    }
    for path in ["/", "/index.html", "/health/live", WhoAmI::PATH, "/nothing"] {
        let answer = asked(&stand, Method::TRACE, path).await;
        assert!(!answer.status().is_success(), "TRACE {path}");
        assert!(!answer.text().await.expect("a body").contains("evil.example"), "TRACE {path} repeats the request");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_path_leads_out_of_the_panes_folder_and_none_lists_it() {
    let (stand, _folder) = stand().await;
    for path in [
        "/.git/config",
        "/.git",
        "/.git/",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/.%2e%2fsecret.txt",
        "/%2fetc%2fpasswd",
        "/.git%2fconfig",
        "/assets/",
        "//",
        "/./",
        "/pane.css/../../secret.txt",
        "/index.html%00.txt",
    ] {
        let answer = asked(&stand, Method::GET, path).await;
        let status = answer.status();
        let text = answer.text().await.expect("a body");
        assert!(!text.contains("hemmelig") && !text.contains("pane.css") && !text.contains("root:"), "{path}: {text}");
        assert!(!status.is_success(), "{path} is answered with {status}");
    }
    let lost: Problem = asked(&stand, Method::GET, "/.git/config").await.json().await.expect("a problem");
    assert_eq!(lost.kind, Kind::NotFound);
}
