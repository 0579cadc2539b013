//! A reply draft is made once, filled once, and never sent.

use super::{
    CONVERSATION, Desk,
    desk::{Instead, mail},
    grant, graph, key, kind,
};
use axum::http::Method;
use domain::port::{FailureKind, Mailbox};
use serde_json::json;
use vocabulary::MailId;

fn to() -> [String; 1] {
    ["per.haug@example.no".to_owned()]
}

#[tokio::test]
async fn the_draft_holds_the_reply_above_the_quote() {
    let desk = Desk::open(vec![mail("M1", json!({}))]).await;
    let made = graph(&desk).create_reply(&grant(), &key("M1"), ("<p>Hei Per</p>", &to())).await.unwrap();
    assert_eq!(made, MailId::new("DRAFT-1"));
    let drawer = desk.drawer();
    let draft = drawer.mails.iter().find(|mail| mail["id"] == "DRAFT-1").unwrap();
    assert_eq!(draft["body"]["content"], "<html><body><p>Hei Per</p><hr>Hva koster det?</body></html>");
    assert_eq!(draft["body"]["contentType"], "html");
    let filled = drawer.seen.last().map(|seen| seen.body.clone()).unwrap_or_default();
    let to = json!([{"emailAddress": {"address": "per.haug@example.no"}}]);
    assert_eq!(
        (&filled["toRecipients"], &filled["ccRecipients"], &filled["bccRecipients"]),
        (&to, &json!([]), &json!([]))
    );
    let requests: Vec<(&str, &str)> =
        drawer.seen.iter().map(|seen| (seen.method.as_str(), seen.path.as_str())).collect();
    assert_eq!(requests, [("POST", "/me/messages/M1/createReplyAll"), ("PATCH", "/me/messages/DRAFT-1")]);
}

#[tokio::test]
async fn a_writing_is_never_repeated() {
    for status in [429, 500, 502, 503, 504] {
        let desk = Desk::open(vec![mail("M1", json!({}))]).await;
        let busy = Instead { status, headers: vec![("retry-after", "0".to_owned())], ..Instead::default() };
        desk.drawer().instead.push_back(Some(busy));
        let answer = graph(&desk).create_reply(&grant(), &key("M1"), ("<p>Hei</p>", &to())).await;
        let expected = if status == 504 { FailureKind::Slow } else { FailureKind::Unavailable };
        assert_eq!(kind(&answer), Some(expected), "{status}");
        assert_eq!(desk.count(&Method::POST), 1, "{status}");
    }
}

#[tokio::test]
async fn a_writing_that_is_not_answered_is_not_repeated_either() {
    let desk = Desk::open(vec![mail("M1", json!({}))]).await;
    desk.drawer().instead.push_back(Some(Instead { status: 201, stalled: true, ..Instead::default() }));
    let answer = graph(&desk).create_reply(&grant(), &key("M1"), ("<p>Hei</p>", &to())).await;
    assert_eq!(kind(&answer), Some(FailureKind::Slow));
    assert_eq!(desk.count(&Method::POST), 1);
}

#[tokio::test]
async fn what_is_no_draft_is_left_alone() {
    let table =
        [json!({"id": "M1", "isDraft": false, "conversationId": CONVERSATION}), json!({"id": "../x", "isDraft": true})];
    for body in table {
        let desk = Desk::open(vec![mail("M1", json!({}))]).await;
        let kind_of = ("content-type", "application/json".to_owned());
        let odd = Instead { status: 201, headers: vec![kind_of], body: body.to_string(), stalled: false };
        desk.drawer().instead.push_back(Some(odd));
        let answer = graph(&desk).create_reply(&grant(), &key("M1"), ("<p>Hei</p>", &to())).await;
        assert_eq!(kind(&answer), Some(FailureKind::Garbled), "{body}");
        assert_eq!(desk.count(&Method::PATCH), 0);
    }
}

#[tokio::test]
async fn a_draft_that_could_not_be_filled_is_thrown_away() {
    let desk = Desk::open(vec![mail("M1", json!({}))]).await;
    desk.drawer().instead.extend([None, Some(Instead { status: 503, ..Instead::default() })]);
    let answer = graph(&desk).create_reply(&grant(), &key("M1"), ("<p>Hei</p>", &to())).await;
    assert_eq!(kind(&answer), Some(FailureKind::Unavailable));
    assert_eq!(desk.count(&Method::DELETE), 1);
}

#[tokio::test]
async fn an_order_goes_out_once_and_only_its_own_answer_counts() {
    let made = || mail("D1", json!({"isDraft": true}));
    let page = ("content-type", "text/html".to_owned());
    for (status, headers, expected) in [
        (202, vec![], None),
        (200, vec![page], Some(FailureKind::Garbled)),
        (403, vec![], Some(FailureKind::Denied)),
        (404, vec![], Some(FailureKind::NotFound)),
        (429, vec![("retry-after", "0".to_owned())], Some(FailureKind::Unavailable)),
        (503, vec![], Some(FailureKind::Unavailable)),
        (504, vec![], Some(FailureKind::Slow)),
    ] {
        let desk = Desk::open(vec![made()]).await;
        desk.drawer().instead.push_back(Some(Instead { status, headers, ..Instead::default() }));
        let answer = graph(&desk).send(&grant(), None, &MailId::new("D1")).await;
        assert_eq!(kind(&answer), expected, "{status}");
        assert_eq!(desk.count(&Method::POST), 1, "{status}");
        assert_eq!(desk.drawer().seen[0].path, "/me/messages/D1/send");
    }
}

#[tokio::test]
async fn what_we_made_is_found_by_its_id_or_is_gone() {
    let desk = Desk::open(vec![mail("D1", json!({"isDraft": true}))]).await;
    let made = graph(&desk).made(&grant(), None, &MailId::new("D1")).await.unwrap();
    assert!(made.is_some_and(|made| made.draft));
    assert_eq!(graph(&desk).made(&grant(), None, &MailId::new("D2")).await.unwrap(), None);
}

#[tokio::test]
async fn a_mail_that_is_gone_gets_no_reply() {
    let desk = Desk::open(vec![]).await;
    let answer = graph(&desk).create_reply(&grant(), &key("M1"), ("<p>Hei</p>", &to())).await;
    assert_eq!(kind(&answer), Some(FailureKind::NotFound));
}
