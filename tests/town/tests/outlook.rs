//! Outlook's server side and the model endpoints, seen by a client.
#![cfg(test)]

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use town::{Bridge, HOSTILE_MODES, MODEL, Running, Settings, Town};

async fn town() -> Running {
    Town::start(Settings { addin_url: Some("http://127.0.0.1:9".to_owned()), ..Settings::default() }).await.unwrap()
}

async fn session(town: &Running, person: &str) -> String {
    let request = Client::new().post(format!("{}/api/session", town.outlook_url)).json(&json!({ "person": person }));
    let answer: Value = request.send().await.unwrap().json().await.unwrap();
    answer["session"].as_str().unwrap().to_owned()
}

fn post(town: &Running, path: &str, session: &str) -> RequestBuilder {
    Client::new().post(format!("{}/api/{path}", town.outlook_url)).header("x-session", session)
}

#[tokio::test]
async fn the_page_and_all_its_files_are_there() {
    let town = town().await;
    let page = Client::new().get(&town.outlook_url).send().await.unwrap().text().await.unwrap();
    let wanted = [
        "id=\"person\"",
        "id=\"theme\"",
        "id=\"reply\"",
        "id=\"send\"",
        "id=\"compose-body\"",
        "id=\"dialog-message\"",
        "id=\"pane\"",
    ];
    for id in wanted {
        assert!(page.contains(id), "{id}");
    }
    let outlook = [
        "outlook.css",
        "main.js",
        "ask.js",
        "read.js",
        "compose.js",
        "frame.js",
        "line.js",
        "send.js",
        "dialog.js",
        "nested.js",
        "prompt.html",
        "prompt.js",
    ];
    let host = ["line.js", "context.js", "item.js", "event.js", "method.js", "command.js", "shape.js"];
    for (folder, files) in [("outlook", &outlook[..]), ("host", &host[..])] {
        for file in files {
            let answer = Client::new().get(format!("{}/{folder}/{file}", town.outlook_url)).send().await.unwrap();
            assert_eq!(answer.status(), 200, "{folder}/{file}");
        }
    }
    let office = Client::new().get(format!("{}/lib/1/hosted/office.js", town.outlook_url)).send().await.unwrap();
    assert_eq!(office.headers()["access-control-allow-origin"], "*");
}

#[tokio::test]
async fn the_office_token_belongs_to_the_person_of_the_session() {
    let town = town().await;
    assert_eq!(post(&town, "token", "stolen").json(&json!({})).send().await.unwrap().status(), 401);
    let session = session(&town, "ola").await;
    let answer: Value = post(&town, "token", &session).json(&json!({})).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["token"].as_str().unwrap().split('.').count(), 3);
    town.fail_office_sign_in(Some(13012));
    let answer = post(&town, "token", &session).json(&json!({})).send().await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.text().await.unwrap().as_str()), (502, "13012"));
}

/// The claims of a token, unproved.
fn read(token: &Value) -> Value {
    let payload = token.as_str().and_then(|token| token.split('.').nth(1)).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).unwrap()).unwrap()
}

#[tokio::test]
async fn the_bridge_gives_tokens_to_the_registered_application_at_its_own_origin_alone() {
    let town = town().await;
    town.register_redirect("brk-multihub://127.0.0.1:9");
    let session = session(&town, "ola").await;
    let client = town.settings().client_id.clone();
    let own = format!("api://127.0.0.1:9/{client}/access_as_user");
    let asked = async |origin: &str, method: &str, params: Value| {
        let body = json!({ "origin": origin, "method": method, "tokenParams": params });
        let answer: Value = post(&town, "nested", &session).json(&body).send().await.unwrap().json().await.unwrap();
        answer
    };
    let (ours, proof) = ("http://127.0.0.1:9", r#"{"access_token":{"acrs":{"essential":true,"value":"c1"}}}"#);
    let params = json!({ "clientId": client, "scope": own });
    let context = asked(ours, "GetInitContext", json!({})).await;
    assert!(context["initContext"]["accountContext"]["homeAccountId"].is_string(), "{context}");
    let given = asked(ours, "GetToken", params.clone()).await;
    let claims = read(&given["token"]["access_token"]);
    assert_eq!((claims["azp"].as_str(), claims["scp"].as_str()), (Some(client.as_str()), Some("access_as_user")));
    let id = read(&given["token"]["id_token"]);
    assert!(id["scp"].is_null() && given["account"]["localAccountId"] == id["oid"], "{id}");
    for (origin, params, status, word) in [
        ("http://127.0.0.1:10", params.clone(), "PERSISTENT_ERROR", "origin"),
        (ours, json!({ "clientId": "x", "scope": own }), "PERSISTENT_ERROR", "AADSTS700016"),
        (ours, json!({ "clientId": client, "scope": "Calendars.Read" }), "USER_INTERACTION_REQUIRED", "AADSTS65001"),
        (
            ours,
            json!({ "clientId": client, "scope": own, "claims": proof }),
            "USER_INTERACTION_REQUIRED",
            "AADSTS50076",
        ),
    ] {
        let answer = asked(origin, "GetToken", params).await;
        assert_eq!(answer["error"]["status"], status, "{answer}");
        assert!(answer["error"]["description"].as_str().unwrap().contains(word), "{answer}");
    }
    town.set_bridge(Bridge::Person);
    assert_eq!(asked(ours, "GetToken", params.clone()).await["error"]["status"], "USER_INTERACTION_REQUIRED");
    assert!(asked(ours, "GetTokenPopup", params.clone()).await["token"].is_object());
    assert!(asked(ours, "GetToken", params.clone()).await["token"].is_object(), "the person has said yes");
    town.set_bridge(Bridge::Refusing);
    assert_eq!(asked(ours, "GetToken", params).await["error"]["code"], "untrusted_origin");
}

#[tokio::test]
async fn a_mailbox_is_closed_to_who_is_no_delegate() {
    let town = town().await;
    for (person, status) in [("kari", 200), ("tor", 403)] {
        let url = format!("{}/api/mails/postmottak@fjordvik.kommune.no/inbox", town.outlook_url);
        let answer = Client::new().get(url).header("x-session", session(&town, person).await).send().await.unwrap();
        assert_eq!(answer.status(), status, "{person}");
    }
}

#[tokio::test]
async fn what_is_sent_lies_in_sent_items_of_its_conversation() {
    let town = town().await;
    let inbox = town.mails("postmottak@fjordvik.kommune.no", town::Folder::Inbox);
    let mail = json!({
        "mailbox": "postmottak@fjordvik.kommune.no", "answers": inbox[0].number, "to": ["per.haug@example.no", "liv.aas@fjordvik.kommune.no"],
        "cc": [], "bcc": [], "subject": "SV: Søknad", "html": "<p>Hei Per&nbsp;Haug</p>", "properties": { "saksvar": "SV-1" },
        "files": [{ "name": "a.txt", "kind": "text/plain", "content": "aGVp", "inline": false }],
    });
    let session = session(&town, "kari").await;
    let answer = post(&town, "send", &session).json(&mail).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let sent = &town.sent("postmottak@fjordvik.kommune.no")[0];
    assert_eq!(sent.text.trim(), "Hei Per Haug");
    assert_eq!(sent.conversation(), inbox[0].conversation());
    assert!(sent.headers.iter().any(|(name, value)| name == "In-Reply-To" && *value == inbox[0].internet_id));
    assert_eq!(sent.properties["saksvar"], "SV-1");
    let received = town.mails("liv.aas@fjordvik.kommune.no", town::Folder::Inbox);
    assert!(received.iter().any(|it| it.internet_id == sent.internet_id && it.properties.is_empty()));
    let mut nobody = mail;
    nobody["to"] = json!([]);
    assert_eq!(post(&town, "send", &session).json(&nobody).send().await.unwrap().status(), 422);
}

fn question(stream: bool) -> Value {
    json!({
        "model": MODEL, "stream": stream,
        "messages": [{ "role": "system", "content": "Svar fra kildene." }, { "role": "user", "content": "[1] Gebyret er kr 12 500.\n[2] Fristen er 12 uker." }],
        "response_format": { "type": "json_schema", "json_schema": { "name": "reply", "schema": { "type": "object" } } },
    })
}

fn ask(town: &Running, root: &str, body: &Value) -> RequestBuilder {
    Client::new().post(format!("{root}/chat/completions")).bearer_auth(&town.settings().model_key).json(body)
}

#[tokio::test]
async fn the_honest_model_streams_what_it_says_at_once() {
    let town = town().await;
    let whole: Value = ask(&town, &town.model_url, &question(false)).send().await.unwrap().json().await.unwrap();
    let whole = whole["choices"][0]["message"]["content"].as_str().unwrap();
    let parts: Value = serde_json::from_str(whole).unwrap();
    assert_eq!(parts["parts"][1], json!({ "text": "Fristen er 12 uker.", "citations": [2], "ends_paragraph": true }));
    let events = ask(&town, &town.model_url, &question(true)).send().await.unwrap().text().await.unwrap();
    let chunks = events.lines().filter_map(|line| line.strip_prefix("data: {"));
    let read = |line: &str| serde_json::from_str::<Value>(&format!("{{{line}")).unwrap();
    let text: String =
        chunks.filter_map(|line| read(line)["choices"][0]["delta"]["content"].as_str().map(str::to_owned)).collect();
    assert_eq!(text, whole);
    assert!(events.ends_with("data: [DONE]\n\n"));
}

#[tokio::test]
async fn the_model_refuses_a_wrong_key_model_or_question() {
    let town = town().await;
    let cases = [
        ("model", json!("gpt-9"), 404),
        ("messages", json!([]), 400),
        ("response_format", json!({ "type": "json_schema" }), 400),
    ];
    for (field, value, status) in cases {
        let mut body = question(false);
        body[field] = value;
        assert_eq!(ask(&town, &town.model_url, &body).send().await.unwrap().status(), status, "{field}");
    }
    let keyless = Client::new().post(format!("{}/chat/completions", town.model_url)).json(&question(false));
    assert_eq!(keyless.send().await.unwrap().status(), 401);
}

#[tokio::test]
async fn every_hostile_model_is_hostile_in_its_own_way() {
    let town = town().await;
    for mode in HOSTILE_MODES {
        let mut answer = ask(&town, &town.hostile_model_url(mode), &question(false)).send().await.unwrap();
        let status = answer.status().as_u16();
        let mut text = String::new();
        let ended = loop {
            match answer.chunk().await {
                Ok(Some(chunk)) => text.push_str(&String::from_utf8_lossy(&chunk)),
                Ok(None) => break true,
                Err(_) => break false,
            }
            if mode == "stalls" {
                break true;
            }
        };
        let word = match mode {
            "invents" => "98 765",
            "miscites" => r#"\"text\":\"Gebyret er kr 12 500.\""#,
            "unknown" => "65535",
            "uncited" => r#"\"citations\":[]"#,
            "obeys" => "innvilget",
            "leaks" => "samler.example.org",
            "not-json" => "Selvsagt!",
            "wrong-shape" => "ingen liste",
            "endless" => "under behandling",
            "unavailable" => "overloaded",
            "refuses" => "I'm sorry",
            "filters" => "content_filter",
            "busy" => "Rate limit",
            "small" => "context length",
            "repeats" => "til behandling",
            "foreign" => "Thank you",
            "disguises" => "samler",
            "unmasks" => "PERSON_77",
            "one-word" => "gebyrgebyr",
            "torn" => "12 500",
            _ => "Hei",
        };
        assert!(text.contains(word), "{mode}: {text}");
        assert_eq!(status == 200, !["unavailable", "filters", "busy", "small"].contains(&mode), "{mode}");
        assert_eq!(ended, mode != "breaks-off", "{mode}");
    }
    let unknown = ask(&town, &town.hostile_model_url("kind"), &question(false)).send().await.unwrap();
    assert_eq!(unknown.status(), 404);
}
