//! From an address to an answer (ruting).

use super::{
    feil::{Feil, answer},
    file,
    kernel::{Clerk, Kernel},
    link, list, login,
    running::State,
    store::Object,
    write,
};
use crate::graph::{percent, unpercent};
use axum::{
    body::{Body, Bytes},
    extract,
    http::{HeaderMap, HeaderValue, Method, Response, StatusCode, Uri, header, request::Parts},
};
use serde_json::json;
use std::{collections::HashMap, sync::Arc, time::Instant};

/// A call, taken apart.
struct Call<'a> {
    method: &'a Method,
    asked: HashMap<String, String>,
    headers: &'a HeaderMap,
    body: &'a [u8],
}

pub(super) async fn call(
    extract::State(state): extract::State<Arc<State>>,
    parts: Parts,
    body: Bytes,
) -> Response<Body> {
    let Parts { method, uri, headers, .. } = parts;
    let begun = Instant::now();
    let failing = state.begun(&method, uri.path()).await;
    let answered = failing.unwrap_or_else(|| answered(&state, (&method, &uri, &headers), &body));
    state.ended(begun);
    answered
}

fn answered(state: &State, (method, uri, headers): (&Method, &Uri, &HeaderMap), body: &Bytes) -> Response<Body> {
    let path = state.path(uri.path());
    if method == Method::OPTIONS {
        return cors(Response::new(Body::empty()), path);
    }
    let call = Call { method, asked: asked(uri.query().unwrap_or_default()), headers, body };
    cors(served(state, path, &call).unwrap_or_else(Feil::response), path)
}

/// What may be asked from a page elsewhere (CORS).
fn cors(mut response: Response<Body>, path: &str) -> Response<Body> {
    let methods = if path.contains("/ny-") { "GET,POST,OPTIONS" } else { "GET,POST,PUT,PATCH,DELETE,OPTIONS" };
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static(methods));
    response
}

/// The parameters of an address. Some callers encode the whole query as one word; it is read as they mean it.
fn asked(query: &str) -> HashMap<String, String> {
    let query = if query.contains('=') { query.to_owned() } else { unpercent(&query.replace('+', " ")) };
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (unpercent(name), unpercent(&value.replace('+', " ")))).collect()
}

fn served(state: &State, path: &str, call: &Call<'_>) -> Result<Response<Body>, Feil> {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    match (segments.as_slice(), call.method) {
        ([".well-known", "openid-configuration"], &Method::GET) => return Ok(login::configuration(state)),
        (["token"], &Method::POST) => return Ok(login::token(state, call.headers, call.body)),
        ([], &Method::GET) => {
            let clerk = login::clerk(state, call.headers).ok();
            return Ok(answer(StatusCode::OK, &link::root(&state.open(), clerk.as_ref())));
        }
        _ => {}
    }
    let clerk = login::clerk(state, call.headers)?;
    match segments.as_slice() {
        ["upload", session] if call.method == Method::PUT => file::part(state, session, call.headers, call.body),
        ["admin", "system"] if call.method == Method::GET => Ok(system(state)),
        ["metadata", list, rest @ ..]
            if !["virksomhetsspesifikkeMetadata", "ny-virksomhetsspesifikkeMetadata"].contains(list) =>
        {
            metadata(&mut state.open(), call, (list, rest))
        }
        [group] => grouped(&state.open(), group),
        [group, name] => top(state, (&clerk, group, name), call),
        [_, class, id, rest @ ..] => on(state, (&clerk, class, id), rest, call),
        [] => Err(Feil::gone()),
    }
}

fn system(state: &State) -> Response<Body> {
    let kernel = state.open();
    let links = link::Links::new(&kernel, "admin/system/").value();
    answer(
        StatusCode::OK,
        &json!({
            "leverandoer": "Fjordvik", "produkt": "Emulert arkivkjerne", "versjon": "1.0", "versjonsdato": "2026-01-01",
            "protokollversjon": "1.1", "bulkgrense": state.settings.bulk, "_links": links,
        }),
    )
}

fn grouped(kernel: &Kernel, group: &str) -> Result<Response<Body>, Feil> {
    Ok(answer(StatusCode::OK, &link::group(kernel, group).ok_or_else(Feil::gone)?))
}

/// A list of all of a class, or what is made without lying under anything.
fn top(state: &State, (clerk, group, name): (&Clerk, &str, &str), call: &Call<'_>) -> Result<Response<Body>, Feil> {
    let mut kernel = state.open();
    if let Some(class) = name.strip_prefix("ny-") {
        if !link::TOP.contains(&class) {
            return Err(Feil::gone());
        }
        return new(&mut kernel, (clerk, class), None, call);
    }
    let class = kernel.class(name)?;
    if class.group != group || call.method != Method::GET {
        return Err(Feil::gone());
    }
    let all = kernel.store.all().filter(|object| kernel.classes.is(&object.class, name));
    let path = format!("{group}/{name}/");
    Ok(answer(StatusCode::OK, &list::page(&kernel, (clerk, &path, state.settings.any), &call.asked, all)?))
}

/// The template of a new object, or the object.
fn new(
    kernel: &mut Kernel,
    (clerk, class): (&Clerk, &str),
    under: Option<&str>,
    call: &Call<'_>,
) -> Result<Response<Body>, Feil> {
    match *call.method {
        Method::GET => Ok(answer(StatusCode::OK, &link::template(kernel, kernel.class(class)?))),
        Method::POST => write::made(kernel, (clerk, class), under, &write::body(call.body)?),
        _ => Err(not_allowed()),
    }
}

fn not_allowed() -> Feil {
    Feil(StatusCode::METHOD_NOT_ALLOWED, "Metoden støttes ikke her".to_owned())
}

/// An object, or what lies under it.
fn on(
    state: &State,
    (clerk, class, id): (&Clerk, &str, &str),
    rest: &[&str],
    call: &Call<'_>,
) -> Result<Response<Body>, Feil> {
    let mut kernel = state.open();
    let object = kernel.store.get(id).filter(|object| object.class == class && kernel.sees(clerk, id)).cloned();
    let object = object.ok_or_else(Feil::gone)?;
    match rest {
        [] => whole(&mut kernel, (clerk, &object), call),
        ["fil"] if class == "dokumentobjekt" => {
            drop(kernel);
            match *call.method {
                Method::GET => file::given(&object, call.headers),
                Method::POST => file::taken(state, id, call.headers, call.body),
                _ => Err(not_allowed()),
            }
        }
        [way @ ("utvid-til-saksmappe" | "utvid-til-journalpost")] if call.method == Method::PUT => {
            let class = way.trim_start_matches("utvid-til-");
            write::extended(&mut kernel, (clerk, &object), class, &write::body(call.body)?)
        }
        ["utvid-til-saksmappe"] => new(&mut kernel, (clerk, "saksmappe"), None, call),
        ["utvid-til-journalpost"] => new(&mut kernel, (clerk, "journalpost"), None, call),
        [name] => under(&mut kernel, (clerk, &object, state.settings.any), name, call),
        _ => Err(Feil::gone()),
    }
}

fn whole(kernel: &mut Kernel, (clerk, object): (&Clerk, &Object), call: &Call<'_>) -> Result<Response<Body>, Feil> {
    match *call.method {
        Method::GET => write::shown(kernel, &object.id),
        Method::PUT => write::changed(kernel, (clerk, object), call.headers, (&write::body(call.body)?, false)),
        Method::PATCH => write::changed(kernel, (clerk, object), call.headers, (&write::body(call.body)?, true)),
        Method::DELETE => write::deleted(kernel, (clerk, object), call.headers),
        _ => Err(not_allowed()),
    }
}

fn under(
    kernel: &mut Kernel,
    (clerk, object, any): (&Clerk, &Object, bool),
    name: &str,
    call: &Call<'_>,
) -> Result<Response<Body>, Feil> {
    let class = kernel.class(&object.class)?.clone();
    if let Some(made) = name.strip_prefix("ny-") {
        let under = class.under.iter().find(|under| under.made && under.class == made).ok_or_else(Feil::gone)?;
        return new(kernel, (clerk, &under.class), Some(&object.id), call);
    }
    let under = class.under.iter().find(|under| under.list == name).ok_or_else(Feil::gone)?;
    if call.method != Method::GET {
        return Err(not_allowed());
    }
    let all = kernel.store.under(&object.id).filter(|one| kernel.classes.is(&one.class, &under.class));
    let path = format!("{}{name}/", link::place(&class, &object.id));
    Ok(answer(StatusCode::OK, &list::page(kernel, (clerk, &path, any), &call.asked, all)?))
}

/// The code lists: read, and with codes of the house's own.
fn metadata(kernel: &mut Kernel, call: &Call<'_>, (list, rest): (&str, &[&str])) -> Result<Response<Body>, Feil> {
    let made = list.strip_prefix("ny-");
    let name = made.unwrap_or(list);
    let codes = kernel.codes.of(name).ok_or_else(Feil::gone)?.to_vec();
    let row = |kernel: &Kernel, code: &str, said: &str| {
        let own = format!("metadata/{name}/{}/", percent(code));
        let links = link::Links::new(kernel, &own).to(&format!("metadata/{name}"), &own);
        json!({ "kode": code, "kodenavn": said, "_links": links.value() })
    };
    match (made.is_some(), rest, call.method) {
        (true, [], &Method::GET) => Ok(answer(StatusCode::OK, &json!({ "_links": {} }))),
        (true, [], &Method::POST) | (false, [_], &Method::PUT) => {
            let body = write::body(call.body)?;
            let text = |field: &str| body.get(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
            let (code, said) = (text("kode"), text("kodenavn"));
            if code.is_empty() || said.is_empty() {
                return Err(Feil::bad("kode og kodenavn må være med"));
            }
            kernel.codes.put(name, &code, &said);
            let status = if made.is_some() { StatusCode::CREATED } else { StatusCode::OK };
            Ok(write::tagged(answer(status, &row(kernel, &code, &said)), 1))
        }
        (false, [], &Method::GET) => {
            let skip = call.asked.get("$skip").and_then(|text| text.parse().ok()).unwrap_or(0);
            let results = codes.iter().skip(skip).map(|(code, said)| row(kernel, code, said)).collect();
            let links = link::Links::new(kernel, &format!("metadata/{name}/"));
            Ok(answer(StatusCode::OK, &link::list(links, codes.len(), results)))
        }
        (false, [code], &Method::GET) => {
            let (code, said) = codes.iter().find(|(known, _)| known == &unpercent(code)).ok_or_else(Feil::gone)?;
            Ok(write::tagged(answer(StatusCode::OK, &row(kernel, code, said)), 1))
        }
        (false, [code], &Method::DELETE) => {
            kernel.codes.drop(name, &unpercent(code));
            Ok(write::nothing())
        }
        _ => Err(not_allowed()),
    }
}
