//! Making, changing and deleting objects (skriving), with the entity tag held against what stands (chapter 6).

use super::{
    check::Rules,
    class::Class,
    feil::{Feil, answer},
    kernel::{Clerk, Kernel},
    link,
    store::Object,
};
use axum::{
    body::Body,
    http::{HeaderMap, Response, StatusCode, header},
};
use serde_json::{Map, Value};

/// The body as an object.
pub(super) fn body(bytes: &[u8]) -> Result<Map<String, Value>, Feil> {
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(map)) => Ok(map),
        Ok(_) => Err(Feil::bad("Innholdet er ikke et objekt")),
        Err(error) => Err(Feil::bad(format!("Innholdet er ikke JSON: {error}"))),
    }
}

fn rules(kernel: &Kernel) -> Rules<'_> {
    Rules { codes: &kernel.codes, declared: &kernel.declared }
}

/// Makes an object, under another or at the top.
pub(super) fn made(
    kernel: &mut Kernel,
    (clerk, class): (&Clerk, &str),
    under: Option<&str>,
    body: &Map<String, Value>,
) -> Result<Response<Body>, Feil> {
    let values = rules(kernel).values(kernel.class(class)?, body, None)?;
    if let Some(under) = under {
        kernel.takes(clerk, (kernel.store.get(under).ok_or_else(Feil::gone)?, class), &values)?;
    }
    if class == "virksomhetsspesifikkeMetadata" {
        declared(kernel, &values)?;
    }
    let id = kernel.make((&clerk.name, class), under, values)?;
    let object = kernel.store.get(&id).ok_or_else(Feil::gone)?;
    let mut response = tagged(answer(StatusCode::CREATED, &link::object(kernel, object)), object.version);
    let place = format!("{}{}", kernel.root, link::place(kernel.class(class)?, &id));
    if let Ok(place) = place.parse() {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// The name of a field of the house's own is `space:field` of small letters, digits and hyphens.
fn declared(kernel: &mut Kernel, values: &Map<String, Value>) -> Result<(), Feil> {
    let name = values.get("navn").and_then(Value::as_str).unwrap_or_default();
    let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if !name.split_once(':').is_some_and(|(space, field)| plain(space) && plain(field)) {
        return Err(Feil::bad("navn skrives som navnerom:felt"));
    }
    kernel.declared.insert(name.to_owned());
    Ok(())
}

pub(super) fn tagged(mut response: Response<Body>, version: u64) -> Response<Body> {
    if let Ok(tag) = format!("\"{version}\"").parse() {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// What was read must be what stands: `If-Match`, or `ETag` as the older text has it.
fn matches(headers: &HeaderMap, version: u64, must: bool) -> Result<(), Feil> {
    let sent = headers.get(header::IF_MATCH).or_else(|| headers.get(header::ETAG)).and_then(|tag| tag.to_str().ok());
    match sent {
        Some(tag) if tag.trim_matches('"') == version.to_string() => Ok(()),
        None if !must => Ok(()),
        None => Err(Feil::bad("If-Match mangler")),
        Some(_) => Err(Feil::conflict("Objektet er endret av en annen; les det på nytt")),
    }
}

/// Replaces an object (`PUT`), or merges into it (`PATCH`, RFC 7396). Lists that are not sent stay.
pub(super) fn changed(
    kernel: &mut Kernel,
    (clerk, object): (&Clerk, &Object),
    headers: &HeaderMap,
    (body, merges): (&Map<String, Value>, bool),
) -> Result<Response<Body>, Feil> {
    matches(headers, object.version, true)?;
    kernel.may_journal(clerk, body)?;
    let class = kernel.class(&object.class)?;
    let mut wanted = if merges { object.values.clone() } else { lists(class, object) };
    for (name, value) in body {
        if value.is_null() {
            wanted.remove(name)
        } else {
            wanted.insert(name.clone(), value.clone())
        };
    }
    let mut values = rules(kernel).values(class, &wanted, Some(&object.values))?;
    for own in ["systemID", "opprettetDato", "opprettetAv", "referanseOpprettetAv"] {
        if let Some(value) = object.values.get(own) {
            values.insert(own.to_owned(), value.clone());
        }
    }
    if class.field("endretDato").is_some() {
        values.insert("endretDato".to_owned(), kernel.now.clone().into());
        values.insert("endretAv".to_owned(), clerk.name.clone().into());
    }
    let stands = kernel.store.change(&object.id).ok_or_else(Feil::gone)?;
    stands.values = values;
    stands.version += 1;
    shown(kernel, &object.id)
}

fn lists(class: &Class, object: &Object) -> Map<String, Value> {
    let is_list = |name: &str| class.field(name).is_some_and(|field| field.card == super::class::Card::Many);
    object.values.iter().filter(|(name, _)| is_list(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// An object with its tag.
pub(super) fn shown(kernel: &Kernel, id: &str) -> Result<Response<Body>, Feil> {
    let object = kernel.store.get(id).ok_or_else(Feil::gone)?;
    Ok(tagged(answer(StatusCode::OK, &link::object(kernel, object)), object.version))
}

/// Turns a folder into a case folder, a record into a journal entry.
pub(super) fn extended(
    kernel: &mut Kernel,
    (clerk, object): (&Clerk, &Object),
    class: &str,
    body: &Map<String, Value>,
) -> Result<Response<Body>, Feil> {
    let mut wanted = object.values.clone();
    wanted.extend(body.clone());
    let mut values = rules(kernel).values(kernel.class(class)?, &wanted, Some(&object.values))?;
    for numbered in ["mappeID", "registreringsID"] {
        values.remove(numbered);
    }
    let id = kernel.make((&clerk.name, class), object.under.as_deref(), values)?;
    kernel.store.remove(&object.id);
    shown(kernel, &id)
}

/// Deletes what has nothing under it.
pub(super) fn deleted(
    kernel: &mut Kernel,
    (clerk, object): (&Clerk, &Object),
    headers: &HeaderMap,
) -> Result<Response<Body>, Feil> {
    matches(headers, object.version, false)?;
    kernel.may_journal(clerk, &object.values)?;
    if kernel.store.under(&object.id).next().is_some() {
        return Err(Feil::conflict("Objektet har noe under seg; slett det først"));
    }
    kernel.store.remove(&object.id);
    Ok(nothing())
}

/// Done, and nothing to show.
pub(super) fn nothing() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}
