//! Who sits in front of Outlook (økt), and the token Office fetches for the add-in in that person's name.
//!
//! A session goes in a header that only the page's own origin can send, so one browser can show several persons at once.

use crate::{
    entra::{claims, sign},
    person::Person,
    settings::OFFICE,
    world::{World, random},
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

/// The header.
const SESSION: &str = "x-session";

#[derive(Deserialize)]
pub(super) struct Begin {
    person: String,
}

/// `POST /api/session {person}`.
pub(super) async fn begin(
    State(world): State<Arc<World>>,
    Json(asked): Json<Begin>,
) -> Result<Json<Value>, StatusCode> {
    let person = world.person(&asked.person).ok_or(StatusCode::NOT_FOUND)?;
    let session = random();
    world.open().sessions.insert(session.clone(), person.key.clone());
    Ok(Json(json!({ "session": session })))
}

/// The person of the session.
pub(super) fn person<'a>(world: &'a World, headers: &HeaderMap) -> Result<&'a Person, StatusCode> {
    let session = headers.get(SESSION).and_then(|value| value.to_str().ok()).ok_or(StatusCode::UNAUTHORIZED)?;
    let key = world.open().sessions.get(session).cloned().ok_or(StatusCode::UNAUTHORIZED)?;
    world.person(&key).ok_or(StatusCode::UNAUTHORIZED)
}

/// `GET /api/start`: everything the page needs first.
pub(super) async fn start(State(world): State<Arc<World>>, headers: HeaderMap) -> Result<Json<Value>, StatusCode> {
    let person = person(&world, &headers)?;
    let settings = &world.settings;
    let persons: Vec<Value> = settings.persons.iter().map(shape).collect();
    let mut mailboxes = Vec::new();
    if world.may_open(person, &settings.shared) {
        mailboxes.push(json!({ "address": settings.shared, "name": "Postmottak", "shared": true }));
    }
    mailboxes.push(json!({ "address": person.upn, "name": person.name, "shared": false }));
    let (addin, bridge) = {
        let inner = world.open();
        (inner.addin_url.clone(), inner.bridge)
    };
    let under = |path: &str| addin.as_ref().map(|origin| format!("{}{path}", origin.trim_end_matches('/')));
    Ok(Json(json!({
        "person": shape(person),
        "persons": persons,
        "mailboxes": mailboxes,
        "pane": under(&settings.pane_path),
        "launch": under(&settings.launch_path),
        "bridge": bridge.name(),
        "sendMode": settings.send_mode.name(),
        "patience": settings.patience,
    })))
}

fn shape(person: &Person) -> Value {
    json!({ "key": person.key, "name": person.name, "address": person.upn, "title": person.title })
}

/// `POST /api/token`: Office single sign-on; 502 with Office's error code when a test scripts one.
pub(super) async fn token(
    State(world): State<Arc<World>>,
    headers: HeaderMap,
) -> Result<Json<Value>, (StatusCode, String)> {
    let person = person(&world, &headers).map_err(|status| (status, "13001".to_owned()))?;
    if let Some(code) = world.open().office_error {
        return Err((StatusCode::BAD_GATEWAY, code.to_string()));
    }
    let claims = claims(&world, person, OFFICE);
    let token = sign(&world.open(), &claims);
    token.map(|token| Json(json!({ "token": token }))).ok_or((StatusCode::BAD_GATEWAY, "13006".to_owned()))
}
