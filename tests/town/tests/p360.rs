//! What the emulated Public 360 promises and refuses, seen by a caller that knows the vendor's interface description alone.
#![cfg(test)]

use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};
use std::path::Path;
use town::{P360, P360Settings};

const BASE: &str = "Biz/v2/api/call/SI.Data.RPC/SI.Data.RPC";
const KARI: &str = "kari.nordby@fjordvik.kommune.no";
const OLA: &str = "ola.nes@fjordvik.kommune.no";

async fn desk() -> P360 {
    let records = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixture/records");
    P360::start(P360Settings { records: Some(records), ..P360Settings::default() }).await.unwrap()
}

/// What a call with the right key answers.
async fn call(desk: &P360, operation: &str, parameter: Value) -> (StatusCode, Value) {
    let request = Client::new().post(format!("{}/{BASE}/{operation}", desk.url));
    let request = request.header("Authorization", "authkey town-p360-key").header("clientid", "saksvar");
    let answer = request.json(&json!({ "parameter": parameter })).send().await.unwrap();
    (answer.status(), answer.json().await.unwrap_or(Value::Null))
}

/// The same where it is successful.
async fn told(desk: &P360, operation: &str, parameter: Value) -> Value {
    let (status, body) = call(desk, operation, parameter.clone()).await;
    assert_eq!((status, &body["Successful"]), (StatusCode::OK, &json!(true)), "{operation} {parameter}: {body}");
    body
}

#[tokio::test]
async fn nobody_is_let_in_without_the_key_and_the_name() {
    let desk = desk().await;
    let url = |operation: &str| format!("{}/{BASE}/{operation}", desk.url);
    for (method, operation, key, name, status) in [
        (Method::POST, "CaseService/Ping", "authkey town-p360-key", "saksvar", 200),
        (Method::POST, "CaseService/Ping", "authkey wrong", "saksvar", 401),
        (Method::POST, "CaseService/Ping", "authkey town-p360-key", "", 401),
        (Method::POST, "CaseService/Ping", "Bearer town-p360-key", "saksvar", 401),
        (Method::POST, "CaseService/Ping", "", "saksvar", 401),
        (Method::GET, "CaseService/GetCases", "authkey town-p360-key", "saksvar", 405),
        (Method::POST, "CaseService/FindCases", "authkey town-p360-key", "saksvar", 404),
        (Method::POST, "CaseService", "authkey town-p360-key", "saksvar", 404),
    ] {
        let request =
            Client::new().request(method, url(operation)).header("Authorization", key).header("clientid", name);
        assert_eq!(request.json(&json!({})).send().await.unwrap().status(), status, "{operation} {key} {name}");
    }
    let by_address =
        Client::new().post(format!("{}?authkey=town-p360-key", url("CaseService/Ping"))).send().await.unwrap();
    assert_eq!(by_address.status(), 200);
}

#[tokio::test]
async fn a_body_is_an_object_with_parameter_alone() {
    let desk = desk().await;
    for (body, status) in [
        (r#"{"parameter":{}}"#, 200),
        (r#"{"parameter":{},"other":1}"#, 400),
        ("{}", 400),
        (r#"{"parameter":null}"#, 400),
        (r#"{"CaseNumber":"26/01234"}"#, 400),
        ("[]", 400),
        ("{", 400),
        ("", 400),
    ] {
        let request = Client::new().post(format!("{}/{BASE}/CaseService/GetCases", desk.url));
        let request = request.header("Authorization", "authkey town-p360-key").header("clientid", "saksvar");
        assert_eq!(request.body(body).send().await.unwrap().status(), status, "{body}");
    }
}

#[tokio::test]
async fn the_person_decides_what_is_seen_and_without_one_everything_is() {
    let desk = desk().await;
    for (person, number, cases, documents) in [
        (Some(KARI), "26/01234", 1, 5),
        (Some(KARI), "2026/01234", 0, 0),
        (Some(KARI), "26/1234", 0, 0),
        (Some(KARI), "26/00412", 1, 1),
        (Some(OLA), "26/00412", 0, 0),
        (None, "26/00412", 1, 1),
    ] {
        let parameter = json!({ "CaseNumber": number, "ADContextUser": person });
        let found = told(&desk, "CaseService/GetCases", parameter.clone()).await;
        assert_eq!(found["Cases"].as_array().unwrap().len(), cases, "{person:?} {number}");
        let found = told(&desk, "DocumentService/GetDocuments", parameter).await;
        assert!(found["TotalCount"].as_u64().unwrap() >= documents, "{person:?} {number}");
        assert_eq!(found["TotalCount"] == 0, cases == 0);
    }
    let (status, body) = call(&desk, "CaseService/GetCases", json!({ "ADContextUser": "eva@annen.kommune.no" })).await;
    assert_eq!((status, &body["Successful"]), (StatusCode::OK, &json!(false)));
    assert!(body["ErrorMessage"].as_str().unwrap().contains("ADContextUser"));
}

#[tokio::test]
async fn lists_come_in_pages_and_files_when_they_are_asked_for() {
    let desk = desk().await;
    let page = |page: u32, sort: &str| json!({ "MaxReturnedCases": 3, "Page": page, "SortCriterion": sort });
    let first = told(&desk, "CaseService/GetCases", page(0, "RecnoDescending")).await;
    let second = told(&desk, "CaseService/GetCases", page(1, "RecnoDescending")).await;
    let recno = |body: &Value, at: usize| body["Cases"][at]["Recno"].as_u64().unwrap();
    assert!(recno(&first, 0) > recno(&first, 2) && recno(&first, 2) > recno(&second, 0));
    assert_eq!(first["TotalPageCount"], json!(first["TotalCount"].as_u64().unwrap().div_ceil(3)));
    let bare = told(&desk, "DocumentService/GetDocuments", json!({ "DocumentNumber": "26/01234-1" })).await;
    assert_eq!(bare["Documents"][0]["Files"], json!([]));
    let asked = json!({ "DocumentNumber": "26/01234-1", "IncludeFiles": true });
    let with = told(&desk, "DocumentService/GetDocuments", asked).await;
    let file = &with["Documents"][0]["Files"][0];
    assert_eq!((&file["Base64Data"], &file["Format"]), (&Value::Null, &json!("TXT")));
    let asked = json!({ "Recno": file["Recno"], "IncludeFileData": true, "ADContextUser": OLA });
    let whole = told(&desk, "FileService/GetFileWithMetadata", asked).await;
    assert!(whole["File"]["Base64Data"].as_str().unwrap().len() > 20);
}

fn document(change: &Value) -> Value {
    let mut whole = json!({
        "ADContextUser": KARI, "CaseNumber": "26/01234", "Title": "Spørsmål", "Category": "I", "Status": "S",
        "UnregisteredContacts": [{ "Role": "Avsender", "ContactName": "Per Haug" }],
        "Files": [{ "Title": "Mail", "Format": "EML", "Base64Data": "SGVp" }],
    });
    for (name, value) in change.as_object().unwrap() {
        whole[name] = value.clone();
    }
    whole
}

#[tokio::test]
async fn a_document_is_made_whole_or_refused() {
    let desk = desk().await;
    let before = desk.count();
    for (change, status) in [
        (json!({ "Title": "" }), 200),
        (json!({ "Category": null }), 200),
        (json!({ "Category": "Brev" }), 200),
        (json!({ "Status": "X" }), 200),
        (json!({ "AccessCode": "GR" }), 200),
        (json!({ "AccessCode": "XK" }), 200),
        (json!({ "CaseNumber": "26/09999" }), 200),
        (json!({ "CaseNumber": "24/02210" }), 200),
        (json!({ "CaseNumber": "26/00412", "ADContextUser": OLA }), 200),
        (json!({ "UnregisteredContacts": [{ "Role": "Avsender" }] }), 200),
        (json!({ "UnregisteredContacts": [{ "ContactName": "Per Haug" }] }), 200),
        (json!({ "Files": [{ "Title": "Mail", "Base64Data": "SGVp" }] }), 200),
        (json!({ "Files": [{ "Title": "Mail", "Format": "EML", "Base64Data": "%%" }] }), 400),
        (json!({ "DocumentDate": "20.11.2026" }), 400),
        (json!({ "MessageId": "<a@example.no>" }), 400),
        (json!({ "Estates": [{ "Recno": 1 }] }), 200),
    ] {
        let (answered, body) = call(&desk, "DocumentService/CreateDocument", document(&change)).await;
        assert_eq!(answered, status, "{change}: {body}");
        assert_ne!(body["Successful"], true, "{change}");
        assert_eq!(desk.count(), before, "{change}");
    }
    for change in [
        json!({}),
        json!({ "Category": "recno:110" }),
        json!({ "AccessCode": "Unntatt offentlighet", "Paragraph": "§ 13" }),
    ] {
        let made = told(&desk, "DocumentService/CreateDocument", document(&change)).await;
        assert!(made["DocumentNumber"].as_str().unwrap().starts_with("26/01234-"), "{made}");
    }
    assert_eq!(desk.count(), before + 3);
}

#[tokio::test]
async fn what_was_made_is_changed_and_signed_off_once() {
    let desk = desk().await;
    let incoming = told(&desk, "DocumentService/CreateDocument", document(&json!({}))).await;
    let answer = json!({ "Category": "U", "Status": "E", "SendersReference": "<a@example.no>" });
    let answer = told(&desk, "DocumentService/CreateDocument", document(&answer)).await;
    let by = json!({ "AdditionalFields": [{ "Name": "SendersReference", "Value": "<a@example.no>" }] });
    let found = told(&desk, "DocumentService/GetDocuments", by).await;
    assert_eq!(found["Documents"][0]["DocumentNumber"], answer["DocumentNumber"]);
    let off = |code: &str| {
        let (one, other) = (&incoming["DocumentNumber"], &answer["DocumentNumber"]);
        json!({ "ADContextUser": KARI, "Document": one, "ResponseCode": code, "ReplyDocument": other })
    };
    for (code, successful) in [("??", false), ("BE", true), ("BE", false)] {
        let (_, body) = call(&desk, "DocumentService/SignOffDocument", off(code)).await;
        assert_eq!(body["Successful"], successful, "{code}: {body}");
    }
    for (number, status, successful) in [
        (incoming["DocumentNumber"].as_str().unwrap(), "U", true),
        (incoming["DocumentNumber"].as_str().unwrap(), "?", false),
        ("26/01234-1", "U", false),
        ("26/01234-99", "U", false),
    ] {
        let parameter = json!({ "ADContextUser": KARI, "DocumentNumber": number, "Status": status });
        let (_, body) = call(&desk, "DocumentService/UpdateDocument", parameter).await;
        assert_eq!(body["Successful"], successful, "{number} {status}: {body}");
    }
}

#[tokio::test]
async fn a_token_is_given_for_the_secret_and_taken_until_it_is_withdrawn() {
    let desk = desk().await;
    let token = |secret: &'static str| {
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", "saksvar"),
            ("client_secret", secret),
            ("scope", "api://p360/.default"),
        ];
        Client::new().post(format!("{}/oauth2/v2.0/token", desk.url)).form(&form).send()
    };
    assert_eq!(token("wrong").await.unwrap().status(), 401);
    let given: Value = token("town-p360-secret").await.unwrap().json().await.unwrap();
    let ping = || {
        let request = Client::new().post(format!("{}/{BASE}/CaseService/Ping", desk.url)).header("clientid", "saksvar");
        request.bearer_auth(given["access_token"].as_str().unwrap()).send()
    };
    assert_eq!(ping().await.unwrap().status(), 200);
    desk.withdraw();
    assert_eq!(ping().await.unwrap().status(), 401);
}
