//! A mailbox on loopback: lists by conversation in pages, single mails, reply drafts; it writes down every request it gets.

use super::CONVERSATION;
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, Uri},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard},
};
use tokio::task::JoinHandle;

/// One request as it came.
#[derive(Clone, Debug)]
pub(in crate::tests) struct Seen {
    pub(in crate::tests) method: Method,
    pub(in crate::tests) path: String,
    pub(in crate::tests) query: HashMap<String, String>,
    pub(in crate::tests) bearer: String,
    pub(in crate::tests) body: Value,
}

/// An answer instead of the usual one.
#[derive(Clone, Default)]
pub(in crate::tests) struct Instead {
    pub(in crate::tests) status: u16,
    pub(in crate::tests) headers: Vec<(&'static str, String)>,
    pub(in crate::tests) body: String,
    /// Begins the body and never ends it.
    pub(in crate::tests) stalled: bool,
}

/// What the mailbox holds and has seen.
#[derive(Default)]
pub(in crate::tests) struct Drawer {
    pub(in crate::tests) mails: Vec<Value>,
    pub(in crate::tests) seen: Vec<Seen>,
    /// Used up first, by whatever request comes; `None` lets one through.
    pub(in crate::tests) instead: VecDeque<Option<Instead>>,
    /// Where the next page is said to be.
    pub(in crate::tests) next_link: Option<String>,
    pub(in crate::tests) at_once: usize,
    pub(in crate::tests) most_at_once: usize,
}

pub(in crate::tests) struct Desk {
    pub(in crate::tests) address: String,
    drawer: Arc<Mutex<Drawer>>,
    server: JoinHandle<()>,
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.server.abort();
    }
}

#[derive(Clone)]
struct Shop {
    address: String,
    drawer: Arc<Mutex<Drawer>>,
}

impl Desk {
    pub(in crate::tests) async fn open(mails: Vec<Value>) -> Self {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = format!("http://{}/v1.0", listener.local_addr().unwrap());
        let drawer = Arc::new(Mutex::new(Drawer { mails, ..Drawer::default() }));
        let shop = Shop { address: address.clone(), drawer: Arc::clone(&drawer) };
        let routes = Router::new().fallback(serve).with_state(shop);
        let server = tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
        Self { address, drawer, server }
    }

    pub(in crate::tests) fn drawer(&self) -> MutexGuard<'_, Drawer> {
        self.drawer.lock().unwrap()
    }

    /// How many requests of this method came.
    pub(in crate::tests) fn count(&self, method: &Method) -> usize {
        self.drawer().seen.iter().filter(|seen| seen.method == *method).count()
    }
}

/// A mail of the conversation; `change` overwrites fields.
pub(in crate::tests) fn mail(id: &str, change: Value) -> Value {
    let mut mail = json!({
        "id": id, "conversationId": CONVERSATION, "subject": "Søknad om tilbygg – Storgata 12",
        "from": {"emailAddress": {"name": "Per Haug", "address": "Per.Haug@example.no"}},
        "sender": {"emailAddress": {"name": "Per Haug", "address": "per.haug@example.no"}},
        "replyTo": [], "toRecipients": [{"emailAddress": {"name": "Postmottak", "address": "postmottak@fjordvik.kommune.no"}}],
        "ccRecipients": [], "bccRecipients": [], "receivedDateTime": "2026-11-20T08:00:00Z",
        "sentDateTime": "2026-11-20T07:59:58Z", "isDraft": false, "internetMessageId": format!("<{id}@example.no>"),
        "hasAttachments": false, "body": {"contentType": "text", "content": "Hei!\r\nHva koster det?"},
        "uniqueBody": {"contentType": "text", "content": "Hva koster det?"}, "attachments": [],
        "internetMessageHeaders": [{"name": "Authentication-Results", "value": "dmarc=pass header.from=example.no"}],
    });
    let Value::Object(change) = change else { panic!("a change is an object") };
    mail.as_object_mut().unwrap().extend(change);
    mail
}

async fn serve(State(shop): State<Shop>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, 1_000_000).await.unwrap();
    let seen = Seen {
        method: parts.method.clone(),
        path: parts.uri.path().trim_start_matches("/v1.0").to_owned(),
        query: query(&parts.uri),
        bearer: header(&parts.headers, "authorization"),
        body: serde_json::from_slice(&body).unwrap_or_default(),
    };
    let (busy, instead) = shop.enter(&seen);
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
    shop.drawer.lock().unwrap().at_once -= 1;
    if busy {
        return refusal(429, "MailboxConcurrency");
    }
    match instead {
        Some(instead) => instead.into_response(),
        None => shop.usual(&seen, &header(&parts.headers, "prefer")),
    }
}

impl Shop {
    fn enter(&self, seen: &Seen) -> (bool, Option<Instead>) {
        let mut drawer = self.drawer.lock().unwrap();
        drawer.seen.push(seen.clone());
        drawer.at_once += 1;
        drawer.most_at_once = drawer.most_at_once.max(drawer.at_once);
        (drawer.at_once > 4, drawer.instead.pop_front().flatten())
    }

    fn usual(&self, seen: &Seen, prefer: &str) -> Response {
        let steps: Vec<&str> = seen.path.trim_start_matches('/').split('/').collect();
        let (["me", rest @ ..] | ["users", _, rest @ ..]) = steps.as_slice() else {
            return refusal(404, "ResourceNotFound");
        };
        if !prefer.contains(r#"IdType="ImmutableId""#) || !prefer.contains("outlook.body-content-type=") {
            return refusal(400, "PreferMissing");
        }
        match (seen.method.as_str(), rest) {
            ("GET", ["messages"]) => self.list(seen, "messages", false),
            ("GET", ["mailFolders", "SentItems", "messages"]) => {
                self.list(seen, "mailFolders/SentItems/messages", true)
            }
            ("GET", ["mailFolders", "inbox"]) if seen.query.get("$select").is_some_and(|names| names == "id") => {
                answer(200, &json!({"id": "INBOX"}))
            }
            ("GET", ["messages", id]) => self.one(id),
            ("POST", ["messages", id, "createReplyAll"]) => self.reply(id, prefer),
            ("PATCH", ["messages", id]) => self.patch(id, &seen.body),
            _ => refusal(405, "MethodNotAllowed"),
        }
    }

    fn list(&self, seen: &Seen, path: &str, sent: bool) -> Response {
        let drawer = self.drawer.lock().unwrap();
        let filter = seen.query.get("$filter").cloned().unwrap_or_default();
        if seen.query.contains_key("$orderby") {
            return refusal(400, "InefficientFilter");
        }
        let Some(asked) = filter.strip_prefix("conversationId eq '").and_then(|rest| rest.strip_suffix('\'')) else {
            return refusal(400, "BadRequest");
        };
        let fits = |mail: &&Value| mail["conversationId"] == asked && (mail["folder"] == "sent") >= sent;
        let number = |name: &str, usual| seen.query.get(name).map_or(usual, |text| text.parse().unwrap());
        let (skip, top) = (number("$skip", 0), number("$top", 10));
        let all: Vec<&Value> = drawer.mails.iter().filter(fits).collect();
        let mut page = json!({"value": all.iter().skip(skip).take(top).collect::<Vec<_>>()});
        if skip + top < all.len() {
            let own = format!("{}/me/{path}?$filter={}&$top={top}&$skip={}", self.address, plus(&filter), skip + top);
            page["@odata.nextLink"] = json!(drawer.next_link.clone().unwrap_or(own));
        }
        answer(200, &page)
    }

    fn one(&self, id: &str) -> Response {
        let drawer = self.drawer.lock().unwrap();
        match drawer.mails.iter().find(|mail| mail["id"] == id || mail["changeKeyId"] == id) {
            Some(mail) => answer(200, mail),
            None => refusal(404, "ErrorItemNotFound"),
        }
    }

    fn reply(&self, id: &str, prefer: &str) -> Response {
        let mut drawer = self.drawer.lock().unwrap();
        if !drawer.mails.iter().any(|mail| mail["id"] == id) {
            return refusal(404, "ErrorItemNotFound");
        }
        let body = if prefer.contains(r#"content-type="text""#) {
            json!({"contentType": "text", "content": "> Hva koster det?"})
        } else {
            json!({"contentType": "html", "content": "<html><body><hr>Hva koster det?</body></html>"})
        };
        let draft = mail("DRAFT-1", json!({"isDraft": true, "body": body}));
        drawer.mails.push(draft.clone());
        answer(201, &draft)
    }

    fn patch(&self, id: &str, change: &Value) -> Response {
        let mut drawer = self.drawer.lock().unwrap();
        let Some(mail) = drawer.mails.iter_mut().find(|mail| mail["id"] == id) else {
            return refusal(404, "ErrorItemNotFound");
        };
        if mail["isDraft"] != true {
            return refusal(403, "ErrorAccessDenied");
        }
        mail["body"] = change["body"].clone();
        answer(200, mail)
    }
}

impl IntoResponse for Instead {
    fn into_response(self) -> Response {
        let mut answer = Response::builder().status(self.status);
        for (name, value) in &self.headers {
            answer = answer.header(*name, value);
        }
        let body = if self.stalled {
            let first = futures::stream::iter([Ok::<_, std::io::Error>(self.body)]);
            Body::from_stream(futures::StreamExt::chain(first, futures::stream::pending()))
        } else {
            Body::from(self.body)
        };
        answer.body(body).unwrap()
    }
}

fn answer(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap();
    (status, [("content-type", "application/json; charset=utf-8")], body.to_string()).into_response()
}

fn refusal(status: u16, code: &str) -> Response {
    answer(status, &json!({"error": {"code": code, "message": "Per Haug"}}))
}

fn header(headers: &HeaderMap, name: &str) -> String {
    let all: Vec<&str> = headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
    all.join(", ")
}

fn query(uri: &Uri) -> HashMap<String, String> {
    axum::extract::Query::try_from_uri(uri).unwrap().0
}

fn plus(text: &str) -> String {
    text.replace(' ', "+").replace('\'', "%27")
}
