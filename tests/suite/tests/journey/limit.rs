//! Limits: of size without a length, of time, of drafts at once, and of guesses by the address that counts.

use crate::walk::{POSTMOTTAK, TILBYGG, caller, drafted, mail_about, preparing};
use contract::{
    Kind, Operation, Problem, TABLE,
    operation::{FindDraft, PrepareDraft},
};
use domain::audit::Action;
use futures::stream;
use reqwest::{Body, Response};
use std::io;
use suite::Stand;
use town::Folder;
use vocabulary::{ConversationId, limit::REQUEST_BYTES};

#[tokio::test(flavor = "multi_thread")]
async fn a_body_without_a_length_is_read_no_further_than_the_limit() {
    let stand = Stand::up().await;
    let part = "x".repeat(64 * 1024);
    for row in TABLE {
        let part = part.clone();
        let parts = (0..=REQUEST_BYTES / part.len()).map(move |_| Ok::<_, io::Error>(part.clone()));
        let somebody = stand.token(caller(row));
        let answer = stand.post(row.path, Some(&somebody), Body::wrap_stream(stream::iter(parts))).await;
        assert_eq!(answer.status(), 413, "{}", row.path);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_has_four_drafts_at_once_and_others_have_theirs() {
    let stand = Stand::up().await;
    let mails = stand.town.mails(POSTMOTTAK, Folder::Inbox);
    let order = |place: usize| serde_json::to_vec(&preparing(&mails[place])).expect("JSON");
    let hold = stand.town.hold_graph();
    let mut begun: Vec<Response> = Vec::new();
    for place in 0..4 {
        begun.push(stand.post(PrepareDraft::PATH, Some(&stand.token("kari")), order(place)).await);
    }
    assert!(begun.iter().all(|answer| answer.status() == 200));
    let refused = stand.post(PrepareDraft::PATH, Some(&stand.token("kari")), order(4)).await;
    assert_eq!(refused.status(), 429);
    assert_eq!(refused.headers()["retry-after"], "60");
    let problem: Problem = refused.json().await.expect("a problem");
    assert_eq!((problem.kind, problem.title.starts_with("Saksvar skriver allerede")), (Kind::TooMany, true));
    begun.push(stand.post(PrepareDraft::PATH, Some(&stand.token("ola")), order(4)).await);
    assert_eq!(begun[4].status(), 200);
    drop(hold);
    for answer in begun {
        answer.text().await.expect("the stream ends");
    }
    let again = stand.post(PrepareDraft::PATH, Some(&stand.token("kari")), order(5)).await;
    assert_eq!(again.status(), 200, "a place that is given back can be taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_takes_too_long_is_told_and_done_all_the_same() {
    let stand = Stand::with(&[("SAKSVAR__SERVER__PATIENCE", "1")]).await;
    let mail = mail_about(&stand, TILBYGG);
    drafted(&stand, &mail).await;
    let hold = stand.town.hold_graph();
    let find = FindDraft { conversation: ConversationId::new(mail.conversation()) };
    let problem = stand.call("kari", &find).await.expect_err("Graph is held");
    assert_eq!((problem.kind, problem.status), (Kind::Outside, 504));
    drop(hold);
    let trace = problem.trace.expect("an id");
    let store = backend::wire::store_to_read(&stand.config()).await.expect("the store is read");
    let store: &dyn domain::port::Store = &store;
    let tenant = store.tenant(&vocabulary::TenantId::new(&stand.town.settings().tenant));
    let is_closed = async || {
        let entries = tenant.entries(0, 10_000).await.expect("entries");
        let own = entries.iter().filter(|link| link.entry.trace.as_deref() == Some(&trace));
        own.map(|link| link.entry.action).any(|action| action == Action::OperationClosed)
    };
    while !is_closed().await {
        tokio::task::yield_now().await;
    }
}

/// Begins a sign-in as a proxy would pass it on.
async fn begin(stand: &Stand, forwarded: &str) -> u16 {
    let request = stand.client.get(format!("{}/auth/begin", stand.url)).header("x-forwarded-for", forwarded);
    request.send().await.expect("the server answers").status().as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_count_for_the_address_that_a_proxy_of_ours_names() {
    let stand = Stand::with(&[("SAKSVAR__SERVER__PROXIES", "['127.0.0.1', '10.0.0.9']")]).await;
    for _ in 0..120 {
        assert_eq!(begin(&stand, "203.0.113.1").await, 400, "there is no binding");
    }
    for (forwarded, status) in [
        ("203.0.113.1", 429),
        ("203.0.113.2, 203.0.113.1", 429),
        ("203.0.113.1, 10.0.0.9", 429),
        ("203.0.113.1, 203.0.113.2", 400),
        ("203.0.113.2", 400),
        ("2001:db8::1", 400),
    ] {
        assert_eq!(begin(&stand, forwarded).await, status, "{forwarded}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_no_proxy_of_ours_cannot_name_another_address() {
    let stand = Stand::up().await;
    for guess in 0..120 {
        assert_eq!(begin(&stand, &format!("203.0.113.{guess}")).await, 400);
    }
    let refused = stand.client.get(format!("{}/auth/begin", stand.url)).header("x-forwarded-for", "203.0.113.250");
    let refused = refused.send().await.expect("the server answers");
    assert_eq!(refused.status(), 429);
    assert_eq!(refused.headers()["retry-after"], "60");
}
