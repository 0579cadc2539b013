//! The headers of every answer (hoder): the strict content security policy that Outlook can live with, and no caching of answers.

use crate::Server;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use std::sync::Arc;

/// Adds the headers; what a handler set itself stands.
pub(crate) async fn write(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    always(headers, &policy(&server));
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("text/") && !kind.contains("charset") && !kind.starts_with("text/event-stream") {
        // All our text is; a file's own type does not say so.
        let whole = format!("{kind}; charset=utf-8");
        headers.remove(header::CONTENT_TYPE);
        set(headers, header::CONTENT_TYPE, &whole);
    }
    answer
}

/// The same for a host that is none of ours: nothing is shown there, and nothing may frame it.
pub(crate) fn bare(mut answer: Response) -> Response {
    always(answer.headers_mut(), "default-src 'none'; frame-ancestors 'none'");
    answer
}

fn always(headers: &mut HeaderMap, policy: &str) {
    set(headers, header::CONTENT_SECURITY_POLICY, policy);
    set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, header::REFERRER_POLICY, "no-referrer");
    set(headers, header::CACHE_CONTROL, "no-store");
    set(headers, header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
}

fn set(headers: &mut HeaderMap, name: header::HeaderName, value: &str) {
    if let (false, Ok(value)) = (headers.contains_key(&name), HeaderValue::from_str(value)) {
        headers.insert(name, value);
    }
}

/// The policy under which office.js and WebAssembly run without one violation, and nothing else does. There is no
/// X-Frame-Options: any value of it blanks the pane in Outlook. Nested app authentication adds nothing, for it is Outlook that speaks with
/// Entra then: the pane connects to us alone.
fn policy(server: &Server) -> String {
    let office = origin(&server.settings.office_js);
    let scripts = if office.ends_with("appsforoffice.microsoft.com") {
        format!("{office} https://ajax.aspnetcdn.com")
    } else {
        office
    };
    let ancestors = server.settings.frame_ancestors.join(" ");
    format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {scripts}; connect-src 'self'; style-src 'self'; \
         style-src-attr 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; object-src 'none'; form-action 'none'; \
         frame-ancestors 'self' {ancestors}"
    )
}

/// Scheme, host and port of a URL.
fn origin(url: &str) -> String {
    url.match_indices('/').nth(2).map_or(url, |(at, _)| &url[..at]).to_owned()
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn an_origin_ends_before_the_path() {
        for (url, expected) in [
            ("https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "https://appsforoffice.microsoft.com"),
            ("http://127.0.0.1:4000/office.js", "http://127.0.0.1:4000"),
            ("http://127.0.0.1:4000", "http://127.0.0.1:4000"),
        ] {
            assert_eq!(origin(url), expected);
        }
    }
}
