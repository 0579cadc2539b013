//! A conversation is read whole, or not at all.

use super::{
    CONVERSATION, Desk, MAILBOX,
    desk::{Instead, mail},
    grant, graph, key, kind, settings,
};
use crate::Graph;
use axum::http::Method;
use domain::{
    port::{FailureKind, Mailbox},
    thread::{Address, Attachment},
};
use futures::future::join_all;
use serde_json::json;
use std::sync::Arc;
use vocabulary::{ConversationId, MailId};

#[tokio::test]
async fn a_mail_comes_with_everything_that_is_known_of_it() {
    let other =
        json!({"emailAddress": {"name": "liv.aas@fjordvik.kommune.no", "address": "Liv.Aas@fjordvik.kommune.no"}});
    let change = json!({
        "ccRecipients": [other], "replyTo": [{"emailAddress": {"address": "per@example.org"}}],
        "attachments": [{"id": "a", "name": "tegning.pdf", "contentType": "application/pdf", "size": 1200, "isInline": false}],
    });
    let desk = Desk::open(vec![mail("M1", change)]).await;
    let found = graph(&desk).conversation(&grant(), &key("M1")).await.unwrap();
    let [mail] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(mail.id, Some(MailId::new("M1")));
    assert_eq!(mail.internet_id.as_deref(), Some("<M1@example.no>"));
    let address =
        |name: Option<&str>, address: &str| Address { name: name.map(str::to_owned), address: address.to_owned() };
    assert_eq!(mail.from, address(Some("Per Haug"), "per.haug@example.no"));
    assert_eq!(mail.to, [address(Some("Postmottak"), MAILBOX)]);
    assert_eq!(mail.cc, [address(None, "liv.aas@fjordvik.kommune.no")]);
    assert_eq!(mail.reply_to, [address(None, "per@example.org")]);
    assert_eq!(mail.date, Some("2026-11-20T08:00:00Z".parse().unwrap()));
    assert_eq!(mail.subject, "Søknad om tilbygg – Storgata 12");
    assert_eq!(mail.text, "Hei!\nHva koster det?");
    let drawing = Attachment { name: "tegning.pdf".to_owned(), size: 1200, sha256: None, inline: false };
    assert_eq!(mail.attachments, [drawing]);
    assert_eq!((mail.authenticated, mail.draft), (Some(true), false));
}

#[tokio::test]
async fn fields_that_are_missing_are_empty() {
    let change = json!({"from": null, "sender": null, "receivedDateTime": null, "subject": null, "body": null,
        "internetMessageId": "", "internetMessageHeaders": []});
    let desk = Desk::open(vec![mail("M1", change)]).await;
    let found = graph(&desk).conversation(&grant(), &key("M1")).await.unwrap();
    assert_eq!(found[0].from, Address::default());
    assert_eq!(found[0].date, Some("2026-11-20T07:59:58Z".parse().unwrap()));
    assert_eq!((found[0].subject.as_str(), found[0].text.as_str()), ("", "Hva koster det?"));
    assert_eq!((found[0].internet_id.as_deref(), found[0].authenticated), (None, None));
}

#[tokio::test]
async fn all_pages_are_read_and_drafts_are_marked() {
    let mails = (0..5).map(|number| mail(&format!("M{number}"), json!({"isDraft": number == 4}))).collect();
    let desk = Desk::open(mails).await;
    let found = graph(&desk).conversation(&grant(), &key("M0")).await.unwrap();
    let ids: Vec<&str> = found.iter().filter_map(|mail| mail.id.as_ref()).map(MailId::as_str).collect();
    assert_eq!(ids, ["M0", "M1", "M2", "M3", "M4"]);
    assert_eq!(found.iter().filter(|mail| mail.draft).count(), 1);
    let seen = desk.drawer().seen.clone();
    assert!(seen.iter().all(|seen| seen.bearer == "Bearer kari" && !seen.query.contains_key("$orderby")));
    let lists: Vec<_> = seen.iter().filter(|seen| seen.path == "/me/messages").collect();
    assert_eq!(lists.len(), 3);
    assert_eq!(lists[0].query["$filter"], format!("conversationId eq '{CONVERSATION}'"));
    assert!(lists[0].query["$select"].split(',').any(|field| field == "body"));
    assert_eq!(lists[0].query["$expand"], "attachments($select=id,name,contentType,size,isInline)");
}

#[tokio::test]
async fn a_conversation_that_is_too_long_is_refused_not_cut() {
    let desk = Desk::open((0..7).map(|number| mail(&format!("M{number}"), json!({}))).collect()).await;
    let answer = graph(&desk).conversation(&grant(), &key("M0")).await;
    assert_eq!(kind(&answer), Some(FailureKind::TooLarge));
}

#[tokio::test]
async fn a_page_that_fails_fails_the_whole() {
    let sent = (0..5).map(|number| mail(&format!("M{number}"), json!({"folder": "sent"}))).collect();
    let desk = Desk::open(sent).await;
    let (conversation, since) = (ConversationId::new(CONVERSATION), "2026-01-01T00:00:00Z".parse().unwrap());
    assert_eq!(graph(&desk).sent(&grant(), None, &conversation, since).await.map(|mails| mails.len()), Ok(5));
    desk.drawer().instead.extend([None, Some(Instead { status: 404, ..Instead::default() })]);
    let answer = graph(&desk).sent(&grant(), None, &conversation, since).await;
    assert_eq!(kind(&answer), Some(FailureKind::NotFound));
}

#[tokio::test]
async fn a_mail_that_two_pages_show_is_read_once() {
    let mails = ["M1", "M2", "M2", "M3"].map(|id| mail(id, json!({}))).to_vec();
    let desk = Desk::open(mails).await;
    let found = graph(&desk).conversation(&grant(), &key("M1")).await.unwrap();
    assert_eq!(found.len(), 3);
}

#[tokio::test]
async fn the_token_follows_no_link_to_another_place() {
    let elsewhere = Desk::open(vec![]).await;
    for link in [
        format!("{}/me/messages?$skip=2", elsewhere.address),
        "https://graph.microsoft.com/v1.0/me/messages?$skip=2".to_owned(),
        "http://127.0.0.1.example.no/v1.0/me/messages".to_owned(),
        "//example.no/v1.0/me/messages".to_owned(),
        "http://user@OWN/v1.0/me/messages".to_owned(),
        "http://OWN/beta/me/messages".to_owned(),
        "https://OWN/v1.0/me/messages".to_owned(),
        "not an address".to_owned(),
    ] {
        let desk = Desk::open((0..5).map(|number| mail(&format!("M{number}"), json!({}))).collect()).await;
        let own = desk.address.trim_start_matches("http://").trim_end_matches("/v1.0").to_owned();
        desk.drawer().next_link = Some(link.replace("OWN", &own));
        let answer = graph(&desk).conversation(&grant(), &key("M0")).await;
        assert_eq!(kind(&answer), Some(FailureKind::Garbled), "{link}");
    }
    assert_eq!(elsewhere.drawer().seen.len(), 0);
}

#[tokio::test]
async fn a_link_that_leads_round_and_round_ends() {
    let desk = Desk::open((0..5).map(|number| mail(&format!("M{number}"), json!({}))).collect()).await;
    let round = format!("{}/me/messages?$filter=conversationId+eq+'{CONVERSATION}'&$top=1", desk.address);
    desk.drawer().next_link = Some(round);
    let answer = graph(&desk).conversation(&grant(), &key("M0")).await;
    assert_eq!(kind(&answer), Some(FailureKind::TooLarge));
}

#[tokio::test]
async fn a_shared_mailbox_is_read_at_its_own_address() {
    let desk = Desk::open(vec![mail("M1", json!({}))]).await;
    let mut key = key("M1");
    key.mailbox = Some("Postmottak@fjordvik.kommune.no".to_owned());
    graph(&desk).conversation(&grant(), &key).await.unwrap();
    let paths: Vec<String> = desk.drawer().seen.iter().map(|seen| seen.path.replace("%40", "@")).collect();
    assert!(paths.iter().all(|path| path.starts_with(&format!("/users/{MAILBOX}/messages"))), "{paths:?}");
}

#[tokio::test]
async fn ids_in_outlooks_own_form_are_understood_and_kept() {
    let desk = Desk::open(vec![mail("IMMUTABLE", json!({"changeKeyId": "AA-b_c="})), mail("M2", json!({}))]).await;
    let mut key = key("AA/b+c=");
    key.conversation = ConversationId::new("AAQkAGI/conv=");
    let found = graph(&desk).conversation(&grant(), &key).await.unwrap();
    let ids: Vec<_> = found.iter().filter_map(|mail| mail.id.clone()).collect();
    assert_eq!(ids, [MailId::new("AA/b+c="), MailId::new("M2")]);
    assert_eq!((found[0].authenticated, found[1].authenticated), (Some(true), None));
}

#[tokio::test]
async fn ids_that_are_none_reach_nobody() {
    let desk = Desk::open(vec![]).await;
    let graph = graph(&desk);
    for (mail, conversation, mailbox) in [
        ("x/../../users/o@k.no/messages/1?", CONVERSATION, None),
        ("M1", "' or subject ne '", None),
        ("M1", CONVERSATION, Some("a@b.no/messages")),
        ("", CONVERSATION, None),
    ] {
        let mut key = key(mail);
        key.conversation = ConversationId::new(conversation);
        key.mailbox = mailbox.map(str::to_owned);
        assert_eq!(
            kind(&graph.conversation(&grant(), &key).await),
            Some(FailureKind::NotFound),
            "{mail} {conversation}"
        );
    }
    assert_eq!(desk.drawer().seen.len(), 0);
}

#[tokio::test]
async fn a_mail_of_another_conversation_is_not_answered_here() {
    let desk = Desk::open(vec![mail("M1", json!({})), mail("M9", json!({"conversationId": "OTHER"}))]).await;
    assert_eq!(kind(&graph(&desk).conversation(&grant(), &key("M9")).await), Some(FailureKind::NotFound));
    assert_eq!(kind(&graph(&desk).conversation(&grant(), &key("M7")).await), Some(FailureKind::NotFound));
}

#[tokio::test]
async fn one_mailbox_sees_four_requests_at_a_time_at_most() {
    let desk = Desk::open(vec![mail("M1", json!({}))]).await;
    let mut settings = settings(&desk);
    settings.patience.tries = 1;
    let graph = Graph::new(settings, Arc::new(super::Still), Arc::new(super::Even)).unwrap();
    let (grant, key) = (grant(), key("M1"));
    let all = join_all((0..20).map(|_| graph.conversation(&grant, &key))).await;
    assert!(all.iter().all(Result::is_ok));
    assert_eq!(desk.count(&Method::GET), 40);
    assert!((2..=4).contains(&desk.drawer().most_at_once));
}

#[tokio::test]
async fn sent_mail_is_that_of_the_conversation_since_a_time() {
    let old = json!({"folder": "sent", "receivedDateTime": "2026-11-19T08:00:00Z"});
    let mails = vec![
        mail("IN", json!({})),
        mail("OLD", old),
        mail(
            "NEW",
            json!({"folder": "sent", "bccRecipients": [{"emailAddress": {"address": "arkiv@fjordvik.kommune.no"}}]}),
        ),
        mail("DRAFT", json!({"folder": "sent", "isDraft": true})),
    ];
    let desk = Desk::open(mails).await;
    let since = "2026-11-20T08:00:00Z".parse().unwrap();
    let conversation = ConversationId::new(CONVERSATION);
    let found = graph(&desk).sent(&grant(), None, &conversation, since).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].id.clone(), found[0].bcc.len()), (Some(MailId::new("NEW")), 1));
    let later = "2026-11-20T08:00:01Z".parse().unwrap();
    assert_eq!(graph(&desk).sent(&grant(), Some(MAILBOX), &conversation, later).await, Ok(vec![]));
}
