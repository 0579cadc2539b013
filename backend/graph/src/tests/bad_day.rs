//! What becomes of Graph's refusals, of silence and of nonsense.

use super::{
    CONVERSATION, Desk, MAILBOX,
    desk::{Instead, mail},
    grant, graph, kind, settings,
};
use crate::Graph;
use axum::http::Method;
use base64::{Engine, engine::general_purpose::STANDARD};
use domain::port::{Failure, FailureKind, Mailbox};
use serde_json::json;
use std::{sync::Arc, time::Duration};
use vocabulary::ConversationId;

/// Asks for sent mail: one request, when all is well.
async fn ask(graph: &Graph) -> Result<usize, Failure> {
    let since = "2026-01-01T00:00:00Z".parse().unwrap();
    graph.sent(&grant(), None, &ConversationId::new(CONVERSATION), since).await.map(|mails| mails.len())
}

fn instead(status: u16, headers: &[(&'static str, &str)], body: &str) -> Option<Instead> {
    let headers = headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    Some(Instead { status, headers, body: body.to_owned(), stalled: false })
}

#[tokio::test]
async fn refusals_are_told_apart() {
    use FailureKind::{Denied, Garbled, NotFound, Slow, Stale, Unavailable};
    let table = [
        (400, Garbled, 1),
        (401, Denied, 1),
        (403, Denied, 1),
        (404, NotFound, 1),
        (409, Stale, 1),
        (410, NotFound, 1),
        (500, Unavailable, 1),
        (429, Unavailable, 3),
        (502, Unavailable, 3),
        (503, Unavailable, 3),
        (504, Slow, 3),
    ];
    for (status, expected, requests) in table {
        let desk = Desk::open(vec![]).await;
        let refusal =
            json!({"error": {"code": "ErrorAccessDenied", "message": "Per Haug, per.haug@example.no"}}).to_string();
        desk.drawer()
            .instead
            .extend((0..10).map(|_| instead(status, &[("content-type", "application/json")], &refusal)));
        let failure = ask(&graph(&desk)).await.unwrap_err();
        assert_eq!((failure.kind, desk.count(&Method::GET)), (expected, requests), "{status}");
        assert!(failure.detail.ends_with(&format!("({status} ErrorAccessDenied)")), "{failure}");
    }
}

#[tokio::test]
async fn a_busy_mailbox_is_asked_again_after_the_time_it_names() {
    for after in [None, Some("0"), Some("Sat, 21 Nov 2026 11:59:00 GMT"), Some("nonsense")] {
        let desk = Desk::open(vec![mail("M1", json!({"folder": "sent"}))]).await;
        let headers: Vec<(&'static str, &str)> = after.iter().map(|after| ("retry-after", *after)).collect();
        desk.drawer().instead.extend([instead(429, &headers, ""), instead(503, &headers, "")]);
        assert_eq!(ask(&graph(&desk)).await, Ok(1), "{after:?}");
        assert_eq!(desk.count(&Method::GET), 3, "{after:?}");
    }
}

#[tokio::test]
async fn a_mailbox_that_asks_for_an_hour_is_told_to_the_person_at_once() {
    for after in ["3600", "Sat, 21 Nov 2026 13:00:00 GMT"] {
        let desk = Desk::open(vec![]).await;
        desk.drawer().instead.push_back(instead(429, &[("retry-after", after)], ""));
        assert_eq!(kind(&ask(&graph(&desk)).await), Some(FailureKind::Unavailable), "{after}");
        assert_eq!(desk.count(&Method::GET), 1, "{after}");
    }
}

#[tokio::test]
async fn a_claims_challenge_is_relayed() {
    let claims = r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"#;
    let coded = STANDARD.encode(claims);
    let (bare, broken) = (STANDARD.encode("no json"), "%%%".to_owned());
    for (coded, expected) in [(coded, Some(claims)), (bare, None), (broken, None)] {
        let line = format!(r#"Bearer realm="", error="insufficient_claims", claims="{coded}", error_description="x""#);
        let desk = Desk::open(vec![]).await;
        desk.drawer().instead.push_back(instead(401, &[("www-authenticate", &line)], ""));
        let failure = ask(&graph(&desk)).await.unwrap_err();
        assert_eq!(failure.claims.as_deref(), expected);
        let needed = if expected.is_some() { FailureKind::MoreNeeded } else { FailureKind::Denied };
        assert_eq!(failure.kind, needed);
    }
}

#[tokio::test]
async fn nonsense_is_garbled() {
    let kind_of = [("content-type", "application/json")];
    let html =
        json!({"value": [mail("M1", json!({"body": {"contentType": "html", "content": "<p>x</p>"}}))]}).to_string();
    let date = json!({"value": [mail("M1", json!({"receivedDateTime": "i går"}))]}).to_string();
    let id = json!({"value": [mail("M/../1?", json!({}))]}).to_string();
    let table: [(&[(&'static str, &str)], &str); 8] = [
        (&kind_of, "{"),
        (&kind_of, ""),
        (&kind_of, r#"{"value": null}"#),
        (&kind_of, "[]"),
        (&[("content-type", "text/html")], r#"{"value": []}"#),
        (&kind_of, &html),
        (&kind_of, &date),
        (&kind_of, &id),
    ];
    for (headers, body) in table {
        let desk = Desk::open(vec![]).await;
        desk.drawer().instead.push_back(instead(200, headers, body));
        assert_eq!(kind(&ask(&graph(&desk)).await), Some(FailureKind::Garbled), "{body:.60}");
    }
}

#[tokio::test]
async fn too_much_is_too_large_and_silence_is_slow() {
    let desk = Desk::open(vec![]).await;
    let kind_of = [("content-type", "application/json")];
    desk.drawer().instead.push_back(instead(200, &kind_of, &" ".repeat(100_001)));
    assert_eq!(kind(&ask(&graph(&desk)).await), Some(FailureKind::TooLarge));
    desk.drawer()
        .instead
        .push_back(instead(200, &kind_of, "{\"value\"").map(|begun| Instead { stalled: true, ..begun }));
    assert_eq!(kind(&ask(&graph(&desk)).await), Some(FailureKind::Slow));
}

#[tokio::test]
async fn the_whole_ends_in_time_however_lively_its_parts_are() {
    let desk = Desk::open(vec![]).await;
    let mut settings = settings(&desk);
    settings.total = Duration::from_millis(50);
    settings.patience.longest = Duration::from_secs(5);
    let graph = Graph::new(settings, Arc::new(super::Still), Arc::new(super::Even)).unwrap();
    desk.drawer().instead.push_back(instead(429, &[("retry-after", "4")], ""));
    assert_eq!(kind(&ask(&graph).await), Some(FailureKind::Slow));
}

#[tokio::test]
async fn a_mailbox_that_is_not_there_is_unavailable() {
    let desk = Desk::open(vec![]).await;
    let closed = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap().local_addr().unwrap();
    let mut settings = settings(&desk);
    settings.address = format!("http://{closed}/v1.0");
    let nobody = Graph::new(settings, Arc::new(super::Still), Arc::new(super::Even)).unwrap();
    assert_eq!(kind(&ask(&nobody).await), Some(FailureKind::Unavailable));
}

#[tokio::test]
async fn no_redirect_is_followed_not_even_to_the_same_host() {
    for status in [301, 302, 303, 307, 308] {
        let (desk, elsewhere) = (Desk::open(vec![]).await, Desk::open(vec![]).await);
        for place in [&elsewhere, &desk] {
            let to = format!("{}/me/messages", place.address);
            desk.drawer().instead.push_back(instead(status, &[("location", &to)], ""));
            assert_eq!(kind(&ask(&graph(&desk)).await), Some(FailureKind::Garbled), "{status}");
        }
        assert_eq!((desk.count(&Method::GET), elsewhere.drawer().seen.len()), (2, 0), "{status}");
    }
}

#[tokio::test]
async fn whether_a_mailbox_is_open_is_asked_without_reading_mail() {
    for (status, open) in [(200, Some(true)), (403, Some(false)), (404, Some(false)), (500, None)] {
        let desk = Desk::open(vec![]).await;
        if status != 200 {
            desk.drawer().instead.push_back(instead(status, &[], r#"{"error":{"code":"ErrorAccessDenied"}}"#));
        }
        let answer = graph(&desk).is_open(&grant(), Some(MAILBOX)).await.ok();
        assert_eq!(answer, open, "{status}");
        assert_eq!(desk.drawer().seen[0].path, format!("/users/{MAILBOX}/mailFolders/inbox"));
    }
}
