//! Graph's promises and refusals, seen by a client.
#![cfg(test)]

use reqwest::{Client, Method, Response};
use serde_json::{Value, json};
use town::{Fault, Folder, Running, Settings, System, Town};

const SHARED: &str = "users/postmottak@fjordvik.kommune.no";
const EVERYTHING: &str =
    "Mail.Read Mail.Read.Shared Mail.ReadWrite Mail.ReadWrite.Shared Mail.Send Mail.Send.Shared User.Read";

async fn town() -> Running {
    Town::start(Settings::default()).await.unwrap()
}

/// A Graph token with these permissions, as an exchange gives it.
fn bearer(town: &Running, person: &str, scopes: &str) -> String {
    let mut claims = town.claims(person).unwrap();
    claims["aud"] = json!("https://graph.microsoft.com");
    claims["scp"] = json!(scopes);
    town.sign(&claims).unwrap()
}

async fn call(town: &Running, (method, path): (Method, &str), body: Option<Value>) -> Response {
    let request = Client::new()
        .request(method, format!("{}/v1.0/{path}", town.graph_url))
        .bearer_auth(bearer(town, "kari", EVERYTHING))
        .header("Prefer", "IdType=\"ImmutableId\"")
        .header("Prefer", "outlook.body-content-type=\"text\"");
    match body {
        Some(body) => request.json(&body).send().await.unwrap(),
        None => request.send().await.unwrap(),
    }
}

async fn get(town: &Running, path: &str) -> Value {
    call(town, (Method::GET, path), None).await.json().await.unwrap()
}

async fn first(town: &Running) -> String {
    get(town, &format!("{SHARED}/mailFolders/Inbox/messages?$top=1&$select=id")).await["value"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// Status and code of an answer.
async fn told(answer: Response) -> String {
    let status = answer.status().as_u16();
    let body: Value = answer.json().await.unwrap_or_default();
    format!("{status} {}", body["error"]["code"].as_str().unwrap_or_default()).trim_end().to_owned()
}

#[tokio::test]
async fn a_conversation_comes_whole_page_by_page() {
    let town = town().await;
    let list = get(&town, &format!("{SHARED}/messages?$select=subject,conversationId")).await;
    let of = |it: &&Value| it["subject"] == "Re: Plass i barnehage";
    let id = list["value"].as_array().unwrap().iter().find(of).unwrap()["conversationId"].as_str().unwrap().to_owned();
    let path = format!("{SHARED}/messages?$filter=conversationId eq '{id}'&$select=id,subject,body&$top=1");
    let page = get(&town, &path).await;
    assert_eq!(page["value"][0]["body"]["contentType"], "text");
    assert_eq!(page["value"][0].as_object().unwrap().len(), 4, "id, etag and what was selected");
    let next = page["@odata.nextLink"].as_str().unwrap().strip_prefix(&format!("{}/v1.0/", town.graph_url)).unwrap();
    let last = get(&town, next).await;
    assert_ne!(last["value"][0]["id"], page["value"][0]["id"]);
    assert!(last.get("@odata.nextLink").is_none());
    let requests = town.requests();
    assert!(requests.last().unwrap().prefer.contains("ImmutableId"));
}

#[tokio::test]
async fn what_graph_does_not_do_it_refuses() {
    let town = town().await;
    let id = first(&town).await;
    let cases = [
        (format!("{SHARED}/messages?$filter=conversationId eq 'x'&$orderby=receivedDateTime"), "400 InefficientFilter"),
        (format!("{SHARED}/messages?$filter=conversationId eq 'it's'"), "400 BadRequest"),
        (format!("{SHARED}/messages?$select=nonsense"), "400 RequestBroker--ParseUri"),
        (format!("{SHARED}/messages/{id}?$expand=attachments($select=id,contentId)"), "400 RequestBroker--ParseUri"),
        (
            format!("{SHARED}/messages/{id}?$expand=attachments($select=id,microsoft.graph.fileAttachment/contentId)"),
            "200",
        ),
        (format!("{SHARED}/messages/{id}?$select=internetMessageHeaders"), "200"),
        (format!("{SHARED}/messages/x%2F..%2Fy"), "400 ErrorInvalidIdMalformed"),
        (format!("{SHARED}/messages/AAMkAAAA="), "404 ErrorItemNotFound"),
        (format!("{SHARED}/mailFolders/Nowhere/messages"), "400 ErrorInvalidIdMalformed"),
        ("users/liv.aas@fjordvik.kommune.no/messages".to_owned(), "403 ErrorAccessDenied"),
        ("users/nobody@fjordvik.kommune.no/messages".to_owned(), "404 ErrorInvalidUser"),
        ("me/calendar".to_owned(), "400 BadRequest"),
        ("me".to_owned(), "200"),
    ];
    for (path, expected) in cases {
        assert_eq!(told(call(&town, (Method::GET, &path), None).await).await, expected, "{path}");
    }
}

#[tokio::test]
async fn a_token_opens_what_its_scopes_and_its_person_may_open() {
    let town = town().await;
    let cases = [
        ("kari", "Mail.Read", "me/messages", "200"),
        ("kari", "Mail.Read", "users/postmottak@fjordvik.kommune.no/messages", "403 ErrorAccessDenied"),
        ("kari", "Mail.Read.Shared", "users/postmottak@fjordvik.kommune.no/messages", "200"),
        ("tor", EVERYTHING, "users/postmottak@fjordvik.kommune.no/messages", "403 ErrorAccessDenied"),
        ("kari", "User.Read", "me/messages", "403 ErrorAccessDenied"),
        ("kari", "Mail.Read", "me", "403 Authorization_RequestDenied"),
    ];
    for (person, scopes, path, expected) in cases {
        let request =
            Client::new().get(format!("{}/v1.0/{path}", town.graph_url)).bearer_auth(bearer(&town, person, scopes));
        assert_eq!(told(request.send().await.unwrap()).await, expected, "{person} {scopes} {path}");
    }
    let wrong = [Some(town.office_token("kari").unwrap()), Some("nonsense".to_owned()), None];
    for token in wrong {
        let request = Client::new().get(format!("{}/v1.0/me/messages", town.graph_url));
        let request = if let Some(token) = &token { request.bearer_auth(token) } else { request };
        assert_eq!(told(request.send().await.unwrap()).await, "401 InvalidAuthenticationToken", "{token:?}");
    }
}

#[tokio::test]
async fn a_reply_is_drafted_changed_and_sent() {
    let town = town().await;
    let id = first(&town).await;
    let reply = format!("{SHARED}/messages/{id}/createReplyAll");
    let both = json!({ "comment": "x", "message": { "body": { "contentType": "html", "content": "y" } } });
    assert_eq!(told(call(&town, (Method::POST, &reply), Some(both)).await).await, "400 BadRequest");
    let answer = call(&town, (Method::POST, &reply), Some(json!({}))).await;
    assert_eq!(answer.status(), 201);
    let draft: Value = answer.json().await.unwrap();
    assert_eq!(draft["isDraft"], true);
    let path = format!("{SHARED}/messages/{}", draft["id"].as_str().unwrap());
    let change = json!({ "body": { "contentType": "html", "content": "<p>Fristen er 1. mars.</p>" } });
    assert_eq!(call(&town, (Method::PATCH, &path), Some(change.clone())).await.status(), 200);
    assert_eq!(call(&town, (Method::POST, &format!("{path}/send")), None).await.status(), 202);
    let sent = town.sent("postmottak@fjordvik.kommune.no");
    assert_eq!(sent[0].text.trim(), "Fristen er 1. mars.");
    assert_eq!(sent[0].conversation(), draft["conversationId"].as_str().unwrap());
    assert_eq!(told(call(&town, (Method::PATCH, &path), Some(change)).await).await, "403 ErrorAccessDenied");
    assert_eq!(
        told(call(&town, (Method::POST, &format!("{path}/send")), None).await).await,
        "400 ErrorInvalidOperation"
    );
    let marked = json!({ "categories": ["Saksvar"], "isRead": true });
    assert_eq!(call(&town, (Method::PATCH, &path), Some(marked)).await.status(), 200);
    assert_eq!(
        told(call(&town, (Method::PATCH, &path), Some(json!({ "id": "x" }))).await).await,
        "400 ErrorInvalidPropertySet"
    );
}

#[tokio::test]
async fn the_fifth_call_at_once_is_refused() {
    let town = town().await;
    let hold = town.hold_graph();
    let path = format!("{SHARED}/messages");
    let four = async {
        let calls = (0..4).map(|_| call(&town, (Method::GET, &path), None));
        futures::future::join_all(calls).await
    };
    let fifth = async {
        while town.under_way("postmottak@fjordvik.kommune.no") < 4 {
            tokio::task::yield_now().await;
        }
        let answer = call(&town, (Method::GET, &path), None).await;
        drop(hold);
        told(answer).await
    };
    let (four, fifth) = futures::join!(four, fifth);
    assert_eq!(fifth, "429 ApplicationThrottled");
    assert!(four.iter().all(|answer| answer.status() == 200));
}

#[tokio::test]
async fn scripted_faults_come_in_their_order_and_then_no_more() {
    let town = town().await;
    let cases = [
        (Fault::Unauthorized, "401 InvalidAuthenticationToken"),
        (Fault::Forbidden, "403 ErrorAccessDenied"),
        (Fault::NotFound, "404 ErrorItemNotFound"),
        (Fault::TooManyRequests(Some(2)), "429 TooManyRequests"),
        (Fault::Unavailable(None), "503 serviceNotAvailable"),
        (Fault::Garbage, "200"),
        (Fault::WrongContentType, "200"),
    ];
    town.fail_graph(cases.iter().map(|(fault, _)| fault.clone()));
    for (fault, expected) in cases {
        let answer = call(&town, (Method::GET, "me/messages"), None).await;
        let after = answer.headers().get("retry-after").map(|it| it.to_str().unwrap().to_owned());
        assert_eq!(after.is_some(), fault == Fault::TooManyRequests(Some(2)), "{fault:?}");
        assert_eq!(told(answer).await, expected, "{fault:?}");
    }
    assert_eq!(call(&town, (Method::GET, "me/messages"), None).await.status(), 200);
    assert_eq!(town.count(System::Graph, "GET", "/me/messages"), 8);
}

#[tokio::test]
async fn bodies_stall_and_break_and_challenges_carry_claims() {
    let town = town().await;
    town.fail_graph([Fault::ClaimsChallenge, Fault::BreakOff, Fault::ForeignNextLink, Fault::Stall]);
    let challenge = call(&town, (Method::GET, "me/messages"), None).await;
    assert!(challenge.headers()["www-authenticate"].to_str().unwrap().contains("insufficient_claims"));
    assert!(call(&town, (Method::GET, "me/messages"), None).await.bytes().await.is_err());
    let foreign = get(&town, "me/messages").await;
    assert!(foreign["@odata.nextLink"].as_str().unwrap().starts_with("http://graph.example.org/"));
    let mut stalled = call(&town, (Method::GET, "me/messages"), None).await;
    assert!(stalled.chunk().await.unwrap().is_some());
    // The town closes although a body is still under way.
    town.stop().await;
}

#[tokio::test]
async fn a_delivered_letter_joins_its_conversation() {
    let town = town().await;
    let numbers = town.deliver(
        b"From: anne.lie@example.org\r\nTo: postmottak@fjordvik.kommune.no\r\nMessage-ID: <anne-3@example.org>\r\n\
          References: <anne-1@example.org> <anne-2@example.org>\r\nSubject: Re: Plass\r\n\r\nTakk.\r\n",
    );
    assert_eq!(numbers.len(), 1);
    let inbox = town.mails("postmottak@fjordvik.kommune.no", Folder::Inbox);
    let conversation = inbox.last().unwrap().conversation();
    assert_eq!(inbox.iter().filter(|mail| mail.conversation() == conversation).count(), 3);
    assert!(town.deliver(b"To: nobody@example.no\r\n\r\nx").is_empty());
}
