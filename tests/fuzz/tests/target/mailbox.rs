//! Graph's answers (postkasse): a conversation within its limits, or a failure of a known kind.

use crate::{
    json::{changed, written},
    loopback::{self, Said},
};
use domain::{
    dossier::MailKey,
    port::{Chance, Clock, Grant, Mailbox, Secret},
};
use fuzz::Pick;
use graph::{Graph, Patience, Settings};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::{
    sync::{Arc, Mutex, OnceLock},
    time::Duration,
};
use tokio::runtime::Runtime;
use vocabulary::{ConversationId, MailId, limit};

struct Still;

impl Clock for Still {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
}

impl Chance for Still {
    fn bytes(&self) -> [u8; 10] {
        [0; 10]
    }
}

/// The mailbox, and what it says of the list and of the one mail.
struct Desk {
    graph: Graph,
    runtime: Runtime,
    address: String,
    said: Arc<Mutex<[Said; 2]>>,
}

fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| {
        let said = Arc::new(Mutex::new([(200, Vec::new()), (200, Vec::new())]));
        let told = Arc::clone(&said);
        let address = loopback::serve(move |path| {
            let is_one = path.split('?').next().is_some_and(|path| path.ends_with("/M-1"));
            told.lock().expect("no panic")[usize::from(is_one)].clone()
        });
        let patience = Patience { tries: 1, first: Duration::from_millis(1), longest: Duration::from_millis(1) };
        let settings = Settings {
            address: format!("{address}/v1.0"),
            loopback: true,
            patience,
            pages: 3,
            answer_bytes: 50_000,
            ..Settings::default()
        };
        let graph = Graph::new(settings, Arc::new(Still), Arc::new(Still)).expect("good settings");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Desk { graph, runtime, address, said }
    })
}

fn person(name: &str, address: &str) -> Value {
    json!({"emailAddress": {"name": name, "address": address}})
}

/// A mail as Graph writes it.
fn mail(id: &str) -> Value {
    json!({
        "id": id, "conversationId": "C-1", "subject": "Søknad om tilbygg", "from": person("Per Haug", "Per.Haug@example.no"),
        "sender": person("Per Haug", "per.haug@example.no"), "replyTo": [], "toRecipients": [person("Post", "post@fjordvik.kommune.no")],
        "ccRecipients": [], "bccRecipients": [], "receivedDateTime": "2026-11-20T08:00:00Z", "sentDateTime": "2026-11-20T07:59:58Z",
        "isDraft": false, "internetMessageId": "<a@example.no>", "body": {"contentType": "text", "content": "Hei!\r\nHva koster det?"},
        "uniqueBody": {"contentType": "text", "content": "Hva koster det?"},
        "attachments": [{"name": "a.pdf", "size": 9, "isInline": false}],
        "internetMessageHeaders": [{"name": "Authentication-Results", "value": "dmarc=pass header.from=example.no"}],
    })
}

fn said(of: &Value, pick: &mut Pick<'_>) -> Said {
    let status = if pick.below(10) == 0 { pick.one(&[201, 204, 302, 400, 401, 404, 429, 503]) } else { 200 };
    let body = match pick.below(10) {
        0 => pick.raw(200).to_vec(),
        1 => of.to_string().into_bytes(),
        2 => json!({"error": {"code": pick.one(&["ErrorItemNotFound", "", "å"]), "message": "Per Haug"}})
            .to_string()
            .into_bytes(),
        _ => {
            let value = changed(of, pick);
            written(&value, pick)
        }
    };
    (status, body)
}

fuzz::target!(
    /// Answers of Graph with something changed.
    mailbox_answers, 300, |pick| {
    let desk = desk();
    let mut list = json!({"value": [mail("M-1"), mail("M-2")]});
    if pick.below(4) == 0 {
        let own = format!("{}/v1.0/me/messages?$skip=2", desk.address);
        list["@odata.nextLink"] = json!(pick.one(&[own.as_str(), "http://127.0.0.1:1/v1.0/me/messages", "https://x.example/", "/me", "å"]));
    }
    let pages = [said(&list, &mut pick.part()), said(&mail("M-1"), pick)];
    let told = format!("{} / {}", String::from_utf8_lossy(&pages[0].1), String::from_utf8_lossy(&pages[1].1));
    *desk.said.lock().expect("no panic") = pages;
    let key = MailKey { mail: MailId::new("M-1"), conversation: ConversationId::new("C-1"), mailbox: None };
    let grant = Grant { token: Secret::new("kari-hemmelig") };
    match desk.runtime.block_on(desk.graph.conversation(&grant, &key)) {
        Ok(mails) => {
            assert!(mails.len() <= limit::THREAD_MESSAGES && mails.iter().any(|mail| mail.id == Some(key.mail.clone())), "{told}");
            let is_id = |id: &MailId| !id.as_str().is_empty() && id.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-=".contains(&byte));
            assert!(mails.iter().all(|mail| mail.id.as_ref().is_some_and(is_id)), "{told}");
            assert!(mails.iter().all(|mail| mail.text.len() <= limit::MAIL_BYTES && !mail.text.contains("\r\n")), "{told}");
            let ids: std::collections::BTreeSet<&str> = mails.iter().filter_map(|mail| mail.id.as_ref().map(MailId::as_str)).collect();
            assert_eq!(ids.len(), mails.len(), "{told}");
        }
        Err(failure) => {
            let quiet = ["hemmelig", "Per Haug", "Hva koster"].iter().all(|words| !failure.detail.contains(words));
            assert!(quiet && !failure.detail.trim().is_empty(), "{told}: {failure:?}");
        }
    }
});
