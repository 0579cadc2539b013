//! After Send: only the sealed mail, seen in Sent Items, makes a draft sent; then its seal is dead.

use crate::walk::{POSTMOTTAK, TILBYGG, gate, mail_about, released, sending, swept};
use contract::{
    operation::{FindDraft, ShowLog},
    view::{Draft, DraftHtml, GateDecision},
};
use reqwest::Method;
use serde_json::{Value, json};
use suite::Stand;
use town::Mail;
use vocabulary::{ConversationId, Status};

/// A call to Graph in Kari's name, as Outlook makes it.
async fn graph(stand: &Stand, (method, path): (Method, &str), body: Value) -> Value {
    let mut claims = stand.town.claims("kari").expect("Kari");
    claims["aud"] = json!("https://graph.microsoft.com");
    claims["scp"] = json!("Mail.ReadWrite Mail.ReadWrite.Shared Mail.Send Mail.Send.Shared");
    let address = format!("{}/v1.0/users/{POSTMOTTAK}/messages/{path}", stand.town.graph_url);
    let bearer = stand.town.sign(&claims).expect("signed");
    let answer =
        stand.client.request(method, address).bearer_auth(bearer).json(&body).send().await.expect("Graph answers");
    assert!(answer.status().is_success(), "{path}: {}", answer.status());
    serde_json::from_str(&answer.text().await.expect("a body")).unwrap_or_default()
}

/// Sends the reply from the shared mailbox: the letter above what Outlook quotes.
pub(crate) async fn sent(stand: &Stand, mail: &Mail, letter: &str) {
    sent_with(stand, (mail, letter), json!({})).await;
}

/// The same, with something changed that Outlook does not show the gate.
pub(crate) async fn sent_with(stand: &Stand, (mail, letter): (&Mail, &str), change: Value) {
    let reply = graph(stand, (Method::POST, &format!("{}/createReply", mail.id())), json!({})).await;
    let id = reply["id"].as_str().expect("an id");
    let quoted = reply["body"]["content"].as_str().expect("a body").replacen("<body>", &format!("<body>{letter}"), 1);
    graph(stand, (Method::PATCH, id), json!({"body": {"contentType": "html", "content": quoted}})).await;
    graph(stand, (Method::PATCH, id), change).await;
    graph(stand, (Method::POST, &format!("{id}/send")), json!({})).await;
}

async fn log(stand: &Stand, draft: &Draft) -> Vec<String> {
    let lines = stand.call("kari", &ShowLog { draft: draft.id.clone() }).await.expect("the log");
    lines.into_iter().map(|line| line.action).collect()
}

fn times(log: &[String], action: &str) -> usize {
    log.iter().filter(|line| *line == action).count()
}

async fn let_through(stand: &Stand) -> (Mail, DraftHtml) {
    let mail = mail_about(stand, TILBYGG);
    let released = released(stand, &mail).await;
    assert_eq!(gate(stand, &sending(&released, &mail)).await.decision, GateDecision::Allow);
    (mail, released)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sealed_mail_leaves_once() {
    let stand = Stand::up().await;
    let (mail, released) = let_through(&stand).await;
    assert_eq!(swept(&stand, &released.draft).await.status, Status::SendAllowed, "not sent yet");
    sent(&stand, &mail, &released.html).await;
    assert_eq!(
        stand.town.sent(POSTMOTTAK).last().map(|mail| mail.text.contains(released.reference.as_str())),
        Some(true),
        "it left"
    );
    let (one, two) = tokio::join!(swept(&stand, &released.draft), swept(&stand, &released.draft));
    for draft in [one, two, swept(&stand, &released.draft).await] {
        assert_eq!(draft.status, Status::Sent);
    }
    assert_eq!(times(&log(&stand, &released.draft).await, "draft_sent"), 1, "looking again is nothing new");
    let again = gate(&stand, &sending(&released, &mail)).await;
    assert_eq!(again.decision, GateDecision::Stop);
    assert!(again.sentence.contains("allerede sendt"), "{}", again.sentence);
    let found = stand
        .call("kari", &FindDraft { conversation: ConversationId::new(mail.conversation()) })
        .await
        .expect("looked");
    assert_eq!(found.draft, None, "nothing is under way any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_altered_mail_in_sent_items_is_not_the_sealed_one() {
    let stand = Stand::up().await;
    let (mail, released) = let_through(&stand).await;
    let altered = released.html.replacen("12\u{a0}500", "11\u{a0}500", 1).replacen("12 500", "11 500", 1);
    assert_ne!(altered, released.html);
    sent(&stand, &mail, &altered).await;
    for _ in 0..2 {
        assert_eq!(swept(&stand, &released.draft).await.status, Status::SendAllowed, "the sealed mail has not left");
    }
    let lines = log(&stand, &released.draft).await;
    assert_eq!(
        (times(&lines, "sent_altered"), times(&lines, "draft_sent")),
        (1, 0),
        "it is on record, once: {lines:?}"
    );
    sent(&stand, &mail, &released.html).await;
    assert_eq!(swept(&stand, &released.draft).await.status, Status::Sent);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_whose_answers_go_to_somebody_else_is_put_on_record() {
    for (address, told) in [("x@evil.example", 1), (POSTMOTTAK, 0)] {
        let stand = Stand::up().await;
        let (mail, released) = let_through(&stand).await;
        let change = json!({"replyTo": [{"emailAddress": {"address": address}}]});
        sent_with(&stand, (&mail, &released.html), change).await;
        assert_eq!(swept(&stand, &released.draft).await.status, Status::Sent, "its words are the sealed ones");
        let lines = log(&stand, &released.draft).await;
        assert_eq!((times(&lines, "sent_altered"), times(&lines, "draft_sent")), (told, 1), "{address}: {lines:?}");
    }
}
