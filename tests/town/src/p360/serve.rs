//! From a call to an answer (ruting): who calls, in whose name, and what.

use super::{
    access, code, contact, field, find,
    model::Kind,
    refusal::{Refusal, answer},
    running::State,
    write,
};
use axum::{
    body::{Body, Bytes},
    extract,
    http::{HeaderMap, Method, Response, StatusCode, header, request::Parts},
};
use serde_json::{Value, json};
use std::{sync::Arc, time::Instant};

pub(super) async fn call(
    extract::State(state): extract::State<Arc<State>>,
    parts: Parts,
    body: Bytes,
) -> Response<Body> {
    let Parts { method, uri, headers, .. } = parts;
    if uri.path() == "/oauth2/v2.0/token" {
        return token(&state, &body);
    }
    let operation = uri.path().strip_prefix(state.settings.prefix.as_str()).map(|rest| rest.trim_start_matches('/'));
    let read = serde_json::from_slice::<Value>(&body).ok();
    let parameter = read.as_ref().map_or(Value::Null, |body| body["parameter"].clone());
    let begun = Instant::now();
    let failing = state.begun(operation.unwrap_or_default(), &parameter).await;
    let query = uri.query().unwrap_or_default();
    let answered = failing.unwrap_or_else(|| answered(&state, (&method, operation), (&headers, query), read));
    state.ended(begun);
    answered
}

fn answered(
    state: &State,
    (method, operation): (&Method, Option<&str>),
    (headers, query): (&HeaderMap, &str),
    read: Option<Value>,
) -> Response<Body> {
    let Some(operation) = operation.filter(|name| field::is_known(name)) else {
        return Refusal::Http(StatusCode::NOT_FOUND, "No HTTP resource was found".into()).response();
    };
    if !is_let_in(state, headers, query) {
        return Refusal::Http(StatusCode::UNAUTHORIZED, "Authorization has been denied for this request.".into())
            .response();
    }
    if *method != Method::POST {
        return Refusal::Http(StatusCode::METHOD_NOT_ALLOWED, "Use POST".into()).response();
    }
    if operation.ends_with("/Ping") {
        return answer(StatusCode::OK, &json!({}));
    }
    let done =
        read.ok_or_else(|| Refusal::bad("The body is no JSON")).and_then(|body| carried_out(state, operation, &body));
    if operation.ends_with("/CreateDocument") && state.is_lost() {
        return Refusal::Http(StatusCode::BAD_GATEWAY, "The answer is lost".into()).response();
    }
    done.map_or_else(Refusal::response, |mut body| {
        body["Successful"] = json!(true);
        body["ErrorMessage"] = Value::Null;
        body["ErrorDetails"] = Value::Null;
        answer(StatusCode::OK, &body)
    })
}

/// A key in the header or in the address, or a token; a caller's name goes with the header.
fn is_let_in(state: &State, headers: &HeaderMap, query: &str) -> bool {
    let settings = &state.settings;
    let of = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let given = of(header::AUTHORIZATION.as_str());
    let (scheme, secret) = given.split_once(' ').unwrap_or_default();
    let by_key = scheme.eq_ignore_ascii_case("authkey") && secret == settings.key;
    let by_token = scheme.eq_ignore_ascii_case("bearer") && state.holds(secret);
    let by_address = query.split('&').any(|pair| pair == format!("authkey={}", settings.key));
    by_address || (by_key || by_token) && of("clientid") == settings.client_id
}

/// A token for the credentials of a client, as Entra gives it out.
fn token(state: &State, body: &[u8]) -> Response<Body> {
    let text = String::from_utf8_lossy(body);
    let of = |name: &str| {
        let pair = text.split('&').filter_map(|pair| pair.split_once('=')).find(|(one, _)| *one == name);
        pair.map(|(_, value)| crate::graph::unpercent(&value.replace('+', " "))).unwrap_or_default()
    };
    let is_known = of("client_id") == state.settings.client_id && of("client_secret") == state.settings.client_secret;
    if of("grant_type") != "client_credentials" || of("scope").is_empty() || !is_known {
        return answer(StatusCode::UNAUTHORIZED, &json!({ "error": "invalid_client" }));
    }
    answer(StatusCode::OK, &json!({ "token_type": "Bearer", "expires_in": 3599, "access_token": state.issue() }))
}

fn carried_out(state: &State, operation: &str, body: &Value) -> Result<Value, Refusal> {
    let whole = body.as_object().filter(|body| body.len() == 1);
    let parameter = whole.and_then(|body| body.get("parameter")).filter(|parameter| parameter.is_object());
    let parameter = parameter.ok_or_else(|| Refusal::bad("The body must be an object with 'parameter' alone"))?;
    field::check(operation, parameter.as_object().unwrap_or(&serde_json::Map::new()))?;
    let viewer = access::viewer(&state.settings.users, parameter)?;
    let mut store = state.open();
    match operation {
        "CaseService/GetCases" => find::cases(&store, viewer, parameter),
        "DocumentService/GetDocuments" => find::documents(&store, viewer, parameter),
        "DocumentService/CreateDocument" => write::create(&mut store, viewer, (parameter, state.is_half())),
        "DocumentService/UpdateDocument" => write::update(&mut store, viewer, parameter),
        "DocumentService/SignOffDocument" => write::sign_off(&mut store, viewer, parameter),
        "FileService/GetFileWithMetadata" => find::file(&store, viewer, parameter),
        "ContactService/GetPrivatePersons" => Ok(contact::contacts(&store, Kind::Person, parameter)),
        "ContactService/GetContactPersons" => Ok(contact::contacts(&store, Kind::AtEnterprise, parameter)),
        "ContactService/GetEnterprises" => Ok(contact::contacts(&store, Kind::Enterprise, parameter)),
        _ => code::rows(parameter),
    }
}
