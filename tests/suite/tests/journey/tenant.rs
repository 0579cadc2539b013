//! Two municipalities on one server and one database: nothing of the one is there for the other, by whatever operation it is asked for.

use crate::sorting;
use crate::walk::{TILBYGG, approval, asked, drafted, gate, mail_about, preparing, release, sending};
use contract::{
    Access, Kind, Operation, Problem, TABLE,
    operation::{FindDraft, KnowConversation, ListReviews, ShowDraft, WhoAmI},
    view::{Draft, GateDecision},
};
use reqwest::StatusCode;
use serde_json::{Value, json};
use suite::Stand;
use vocabulary::{ConversationId, Reference, sort::Class};

/// The body of every operation that names a draft, with somebody else's ids; `None` for those that name none.
fn foreign(path: &str, draft: &Draft) -> Option<Value> {
    let (id, revision) = (&draft.id, draft.revision);
    Some(match path {
        "/api/show-basis" | "/api/show-draft" | "/api/show-log" | "/api/sweep-sent" => json!({"draft": id}),
        "/api/take-over" | "/api/request-review" | "/api/remind-review" | "/api/release-draft" | "/api/send-draft" => {
            json!({"draft": id, "revision": revision})
        }
        "/api/rate-draft" => json!({"draft": id, "rating": "good"}),
        "/api/journal-reply" => json!({
            "draft": id, "case": "2026/1234", "title": "Svar", "public_title": "Svar", "code": "", "basis": "",
        }),
        "/api/skip-journal" => json!({"draft": id, "why": "nei"}),
        "/api/revise-draft" => json!({"draft": id, "revision": revision, "text": "Hei"}),
        "/api/check-draft" => json!({"draft": id, "text": "Hei", "keep": revision}),
        "/api/rewrite-sentence" => json!({"draft": id, "revision": revision, "sentence": 0}),
        "/api/decide-review" => json!({
            "draft": id, "revision": revision, "fingerprint": draft.fingerprint, "approve": false, "ticked": [], "comment": "nei",
        }),
        _ => return None,
    })
}

/// Operations that name no draft; whoever adds one that does writes its body above.
const NAMELESS: [&str; 13] = [
    "/api/who-am-i",
    "/api/sort-mail",
    "/api/confirm-sort",
    "/api/find-draft",
    "/api/prepare-draft",
    "/api/search-cases",
    "/api/list-reviews",
    "/api/say-away",
    "/api/save-signature",
    "/api/switch-gate",
    "/gate/know",
    "/gate/ahead",
    "/gate/confirm",
];

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_finds_nothing_of_the_other_house() {
    let (ours, theirs) = Stand::pair().await;
    let mail = mail_about(&ours, TILBYGG);
    let draft = asked(&ours, &drafted(&ours, &mail).await).await;
    for row in TABLE.iter().filter(|row| !NAMELESS.contains(&row.path)) {
        let body = foreign(row.path, &draft).unwrap_or_else(|| panic!("{} names a draft?", row.path));
        let answer = theirs.post(row.path, Some(&theirs.token("liv")), body.to_string()).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{}", row.path);
        assert_eq!(answer.json::<Problem>().await.expect("a problem").kind, Kind::NotFound, "{}", row.path);
    }
    // The same conversation id in the other house is another conversation.
    let conversation = ConversationId::new(mail.conversation());
    let there = theirs.call("kari", &FindDraft { conversation: conversation.clone() }).await.expect("an answer");
    assert!(there.draft.is_none());
    assert!(theirs.call("liv", &ListReviews {}).await.expect("a queue").is_empty());
    assert_eq!(ours.call("liv", &ListReviews {}).await.expect("a queue").len(), 1);
    let know = KnowConversation { conversation: Some(conversation), reference: None };
    assert_eq!(theirs.call("gate", &know).await.expect("an answer").decision, GateDecision::Unknown);
    assert_ne!(ours.call("gate", &know).await.expect("an answer").decision, GateDecision::Unknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_a_reference_and_a_host_of_one_house_open_nothing_in_another() {
    let (ours, theirs) = Stand::pair().await;
    for (at, token) in [(&theirs, ours.token("kari")), (&ours, theirs.token("kari"))] {
        for row in TABLE.iter().filter(|row| row.access != Access::Anyone) {
            assert_eq!(at.post(row.path, Some(&token), "{}").await.status(), StatusCode::UNAUTHORIZED, "{}", row.path);
        }
    }
    let mail = mail_about(&ours, TILBYGG);
    let waiting = asked(&ours, &drafted(&ours, &mail).await).await;
    let approved = ours.call("liv", &approval(&waiting)).await.expect("approved");
    let sent = sending(&release(&ours, &approved).await.expect("released"), &mail);
    let mut guess = sent.clone();
    guess.reference = Some(Reference::new("SV-7777777777777777"));
    guess.html = sent.html.replace(sent.reference.as_ref().expect("sealed").as_str(), "SV-7777777777777777");
    let (foreign, unknown) = (gate(&theirs, &sent).await, gate(&theirs, &guess).await);
    assert_eq!(foreign.decision, GateDecision::Stop);
    assert_eq!(foreign, unknown, "a foreign reference and an unknown one are answered alike");
    assert_eq!(gate(&ours, &sent).await.decision, GateDecision::Allow);
}

/// An answer under a host that is not served: nothing of a page, but id, headers and problem.
async fn stray(at: &Stand, host: &str, path: &str) -> (StatusCode, Value) {
    let asked = at.client.get(format!("{}{path}", at.url)).header("host", host).send().await.expect("an answer");
    let header = |name: &str| asked.headers().get(name).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned();
    assert_eq!(header("content-security-policy"), "default-src 'none'; frame-ancestors 'none'", "{path}");
    assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
    assert_eq!(header("strict-transport-security"), "max-age=31536000; includeSubDomains", "{path}");
    assert_eq!(header("cache-control"), "no-store", "{path}");
    let (status, id) = (asked.status(), header("x-request-id"));
    let told: Value = asked.json().await.expect("JSON");
    assert!(status == StatusCode::OK || !id.is_empty() && told["trace"] == id.as_str(), "{path}: {told}");
    (status, told)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_host_is_told_so_under_an_id_and_leaves_a_line() {
    let (log, (ours, _theirs)) = (crate::privacy::lines(), Stand::pair().await);
    for path in ["/index.html", "/api/who-am-i", "/nothing"] {
        let (status, told) = stray(&ours, "c.example.no", path).await;
        assert_eq!(status, StatusCode::MISDIRECTED_REQUEST);
        let id = told["trace"].as_str().expect("an id").to_owned();
        let text = log.text();
        let lines: Vec<_> = text.lines().filter(|line| line.contains(&id)).collect();
        assert!(lines.iter().any(|line| line.contains("unknown-host")) && lines.len() == 2, "{lines:?}");
        assert!(!text.contains("c.example.no"));
    }
    assert_eq!(stray(&ours, "c.example.no", "/health/ready").await.0, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_whose_keys_were_destroyed_keeps_nobody_else_from_starting() {
    let (mut ours, theirs) = Stand::pair().await;
    let gone = theirs.town.settings().tenant.clone();
    ours.halt().await;
    assert_eq!(crate::trail::run(&ours, &["key", "erase", "--tenant", &gone, "--yes"]).0, Some(0));
    ours.restart().await;
    assert_eq!(ours.call("kari", &WhoAmI {}).await.expect("served").tenant, "Fjordvik kommune");
    let host = theirs.url.trim_start_matches("http://");
    for path in ["/index.html", "/api/who-am-i"] {
        let (status, told) = stray(&ours, host, path).await;
        assert_eq!((status, told["kind"].as_str()), (StatusCode::GONE, Some("not-found")));
        assert!(
            told["title"].as_str().is_some_and(|title| title.contains("Nøklene til denne kommunen er slettet")),
            "{told}"
        );
    }
    assert_eq!(stray(&ours, host, "/health/ready").await.1, json!({"status": "ok", "closed": 1}));
    let (_, told) = crate::trail::run(&ours, &["audit", "export"]);
    let erased = told.lines().find(|line| line.contains("key_erased")).expect("in the trail");
    assert!(erased.contains(&gone), "{erased}");
}

/// Asks until the server has seen what the command line did, which it does within a second or two.
async fn until(at: &Stand, path: &str, person: &str, status: StatusCode) {
    let begun = std::time::Instant::now();
    while at.post(path, Some(&at.token(person)), "{}").await.status() != status {
        assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{path} is never answered with {status}");
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_that_is_switched_off_is_refused_in_every_operation_and_holds_no_mail_back() {
    let (mut ours, theirs) = Stand::pair().await;
    let mail = mail_about(&theirs, TILBYGG);
    let draft = asked(&theirs, &drafted(&theirs, &mail).await).await;
    let tenant = theirs.town.settings().tenant.clone();
    let (code, told) = crate::trail::run(&ours, &["tenant", "disable", "--tenant", &tenant]);
    assert!(code == Some(0) && told.contains("Bjerkedal kommune"), "{told}");
    until(&theirs, WhoAmI::PATH, "kari", StatusCode::FORBIDDEN).await;
    // In force on the server that runs, and on the next one.
    for round in ["running", "restarted"] {
        for row in TABLE {
            let answer = theirs.post(row.path, Some(&theirs.token("liv")), "{}").await;
            let (status, told) = (answer.status(), answer.json::<Value>().await.expect("JSON"));
            if row.access == Access::Anyone {
                assert_eq!((status, &told["decision"]), (StatusCode::OK, &json!("allow")), "{round} {}", row.path);
            } else {
                let title = told["title"].as_str().unwrap_or_default();
                assert!(
                    status == StatusCode::FORBIDDEN && title.contains("slått av for kommunen"),
                    "{round} {}: {told}",
                    row.path
                );
            }
        }
        let begin = theirs.client.get(format!("{}/auth/begin?binding={}", theirs.url, "a".repeat(64)));
        let page = begin.send().await.expect("an answer");
        assert_eq!(page.status(), StatusCode::FORBIDDEN);
        assert!(page.text().await.expect("a page").contains("slått av for kommunen"));
        let pane = theirs.client.get(format!("{}/index.html", theirs.url)).send().await.expect("an answer");
        assert_eq!(pane.status(), StatusCode::OK, "the pane is what tells people");
        assert_eq!(ours.call("kari", &WhoAmI {}).await.expect("served").tenant, "Fjordvik kommune");
        ours.restart().await;
    }
    let (_, list) = crate::trail::run(&ours, &["tenant", "list"]);
    assert!(list.contains("Fjordvik kommune: on") && list.contains("Bjerkedal kommune: off since 20"), "{list}");
    assert_eq!(crate::trail::run(&ours, &["tenant", "enable", "--tenant", &tenant]).0, Some(0));
    until(&theirs, WhoAmI::PATH, "kari", StatusCode::OK).await;
    let kept = theirs.call("kari", &ShowDraft { draft: draft.id.clone() }).await.expect("nothing was erased");
    assert_eq!(kept.text, draft.text);
    let (_, trail) = crate::trail::run(&ours, &["audit", "export"]);
    for action in ["tenant_disabled", "tenant_enabled"] {
        let lines: Vec<_> = trail.lines().filter(|line| line.contains(action)).collect();
        assert!(lines.len() == 1 && lines[0].contains(&tenant), "{action}: {lines:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_house_has_its_own_records_and_name() {
    let (ours, theirs) = Stand::pair().await;
    let draft = theirs.call("kari", &preparing(&mail_about(&theirs, TILBYGG))).await.expect("a draft");
    assert!(draft.evidence.is_empty(), "the records of the one house are not the other's: {:?}", draft.evidence);
    let draft = ours.call("kari", &preparing(&mail_about(&ours, TILBYGG))).await.expect("a draft");
    assert!(!draft.evidence.is_empty());
    let word = sorting::confirming(&mail_about(&ours, TILBYGG), Class::Question, None);
    assert!(ours.call("kari", &word).await.expect("confirmed").confirmed.is_some());
    let there = theirs.call("kari", &sorting::sorting(&mail_about(&theirs, TILBYGG))).await.expect("sorted");
    assert!(there.confirmed.is_none() && there.units.is_empty(), "what one house confirmed the other does not know");
    for (at, name) in [(&ours, "Fjordvik kommune"), (&theirs, "Bjerkedal kommune")] {
        assert_eq!(at.call("kari", &WhoAmI {}).await.expect("Kari").tenant, name);
    }
}
