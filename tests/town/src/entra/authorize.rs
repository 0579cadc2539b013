//! The sign-in page (innlogging): who are you, and back to the application with a code.

use super::{Refusal, known_tenant};
use crate::world::{World, random};
use axum::{
    body::Body,
    extract::{Form, Path, Query, State},
    http::{Response, StatusCode, header},
    response::{Html, IntoResponse},
};
use std::{collections::HashMap, sync::Arc};

type Asked = HashMap<String, String>;

/// A code that was given out; good once.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    pub(crate) person: String,
    pub(crate) redirect_uri: String,
    pub(crate) scope: String,
    pub(crate) challenge: String,
    pub(crate) nonce: Option<String>,
    pub(crate) expires: i64,
}

const LIFE: i64 = 600;

/// `GET …/authorize`: lists the persons to sign in as. A wrong client or return address is told on the page, never by redirect.
pub(crate) async fn page(
    State(world): State<Arc<World>>,
    Path(tid): Path<String>,
    Query(asked): Query<Asked>,
) -> Response<Body> {
    match examined(&world, &tid, &asked) {
        Err(refusal) => {
            shown(StatusCode::BAD_REQUEST, &format!("<h1>Sign in</h1><p role=alert>{}", escaped(&refusal.words())))
        }
        Ok(Some(error)) => back(&asked, &[("error", error)]),
        Ok(None) => shown(StatusCode::OK, &persons(&world, &tid, &asked)),
    }
}

/// `POST /{tid}/login`: the person that was picked.
pub(crate) async fn choose(
    State(world): State<Arc<World>>,
    Path(tid): Path<String>,
    Form(asked): Form<Asked>,
) -> Response<Body> {
    if let Err(refusal) = examined(&world, &tid, &asked) {
        return shown(StatusCode::BAD_REQUEST, &escaped(&refusal.words()));
    }
    let Some(person) = world.person(text(&asked, "person")) else {
        return back(
            &asked,
            &[("error", "access_denied"), ("error_description", "AADSTS65004: User declined to sign in.")],
        );
    };
    let code = Code {
        person: person.key.clone(),
        redirect_uri: text(&asked, "redirect_uri").to_owned(),
        scope: text(&asked, "scope").to_owned(),
        challenge: text(&asked, "code_challenge").to_owned(),
        nonce: asked.get("nonce").cloned(),
        expires: world.now() + LIFE,
    };
    let name = format!("0.{}", random());
    let mut inner = world.open();
    inner.codes.insert(name.clone(), code);
    inner.issued.push(name.clone());
    drop(inner);
    back(&asked, &[("code", &name)])
}

fn text<'a>(asked: &'a Asked, name: &str) -> &'a str {
    asked.get(name).map_or("", String::as_str)
}

/// A refusal for the page, an error to carry back, or neither.
fn examined(world: &World, tid: &str, asked: &Asked) -> Result<Option<&'static str>, Refusal> {
    known_tenant(world, tid)?;
    if text(asked, "client_id") != world.settings.client_id {
        return Err(Refusal::new("unauthorized_client", 700_016, "The application was not found in the directory."));
    }
    if !world.open().redirect_uris.iter().any(|uri| uri == text(asked, "redirect_uri")) {
        let words = "The redirect URI specified in the request does not match the redirect URIs configured for the application.";
        return Err(Refusal::new("invalid_request", 50011, words));
    }
    Ok(if text(asked, "response_type") != "code" {
        Some("unsupported_response_type")
    } else if text(asked, "scope").is_empty()
        || text(asked, "code_challenge_method") != "S256"
        || !(43..=128).contains(&text(asked, "code_challenge").len())
    {
        Some("invalid_request")
    } else {
        None
    })
}

fn persons(world: &World, tid: &str, asked: &Asked) -> String {
    let hidden: String = asked
        .iter()
        .map(|(name, value)| format!("<input type=hidden name=\"{}\" value=\"{}\">", escaped(name), escaped(value)))
        .collect();
    let buttons: String =
        world.settings.persons.iter().map(|it| button(&it.key, &format!("{} – {}", it.name, it.upn))).collect();
    format!(
        "<h1>Velg en konto</h1><form method=post action=\"/{tid}/login\">{hidden}{buttons}{}</form>",
        button("", "Avbryt")
    )
}

fn button(key: &str, words: &str) -> String {
    format!("<p><button name=person value=\"{key}\" data-person=\"{key}\">{}</button>", escaped(words))
}

fn shown(status: StatusCode, words: &str) -> Response<Body> {
    let page = format!(
        "<!doctype html><html lang=nb><meta charset=utf-8><title>Logg på</title><link rel=icon href=data:,>{STYLE}<main>{words}</main>"
    );
    // Entra's sign-in page may not be framed.
    (status, [(header::X_FRAME_OPTIONS, "DENY"), (header::CACHE_CONTROL, "no-store")], Html(page)).into_response()
}

const STYLE: &str = "<style>body{font:15px/1.4 'Segoe UI',system-ui,sans-serif;background:#f2f2f2;margin:0}\
main{max-width:26rem;margin:10vh auto;background:#fff;padding:2rem;box-shadow:0 2px 6px #0003}h1{font-size:1.4rem;margin:0 0 1rem}\
p{margin:0}button{width:100%;padding:.7rem;border:0;border-top:1px solid #ddd;background:none;font:inherit;text-align:left;cursor:pointer}\
button:hover{background:#eee}</style>";

fn back(asked: &Asked, answer: &[(&str, &str)]) -> Response<Body> {
    let uri = text(asked, "redirect_uri");
    let mut address = format!("{uri}{}", if uri.contains('?') { '&' } else { '?' });
    let state = asked.get("state").map(|state| ("state", state.as_str()));
    let pairs: Vec<String> = answer
        .iter()
        .copied()
        .chain(state)
        .map(|(name, value)| format!("{name}={}", crate::graph::percent(value)))
        .collect();
    address.push_str(&pairs.join("&"));
    (StatusCode::FOUND, [(header::LOCATION, address)]).into_response()
}

/// Text as HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
