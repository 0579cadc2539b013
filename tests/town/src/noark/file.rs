//! The files of document objects (dokumentfiler): taken in once, whole or in parts, and handed out as they were.

use super::{
    feil::{Feil, answer},
    link,
    running::State,
    store::Object,
};
use crate::world::random;
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Response, StatusCode, header},
};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// A file on its way in parts.
pub(super) struct Upload {
    object: String,
    kind: String,
    length: usize,
    bytes: Vec<u8>,
}

/// Hands a file out. Who accepts JSON alone is not served a file (406).
pub(super) fn given(object: &Object, headers: &HeaderMap) -> Result<Response<Body>, Feil> {
    let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("*/*");
    let kind = object.values.get("mimeType").and_then(Value::as_str).unwrap_or("application/octet-stream");
    if !accepts.contains("*/*") && !accepts.contains(kind) {
        return Err(Feil(StatusCode::NOT_ACCEPTABLE, format!("Filen er {kind}")));
    }
    let mut response = Response::new(Body::from(object.file.clone().ok_or_else(Feil::gone)?));
    let kind = HeaderValue::from_str(kind).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    Ok(response)
}

/// Takes a file in: whole, or, where only its length and kind are told, a place to send its parts to.
pub(super) fn taken(state: &State, id: &str, headers: &HeaderMap, body: &[u8]) -> Result<Response<Body>, Feil> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    if let Some(length) = text("x-upload-content-length") {
        let length = length.parse().map_err(|_| Feil::bad("X-Upload-Content-Length er et tall"))?;
        let kind = text("x-upload-content-type").ok_or_else(|| Feil::bad("X-Upload-Content-Type mangler"))?;
        return Ok(begun(state, Upload { object: id.to_owned(), kind, length, bytes: Vec::new() }));
    }
    // 0: there is no end to it.
    if state.settings.bulk > 0 && body.len() > state.settings.bulk {
        return Err(Feil(StatusCode::FORBIDDEN, "Filen er større enn bulkgrense".to_owned()));
    }
    let kind = text("content-type").ok_or_else(|| Feil::bad("Content-Type mangler"))?;
    stored(state, id, &kind, body)
}

fn begun(state: &State, upload: Upload) -> Response<Body> {
    let session = random();
    let place = format!("{}upload/{session}", state.open().root);
    state.uploads().insert(session, upload);
    let mut response = Response::new(Body::empty());
    if let Ok(place) = place.parse() {
        response.headers_mut().insert(header::LOCATION, place);
    }
    response
}

/// A part of a file: `Content-Range: bytes a-b/total`, in order.
pub(super) fn part(state: &State, session: &str, headers: &HeaderMap, body: &[u8]) -> Result<Response<Body>, Feil> {
    let range = headers.get(header::CONTENT_RANGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let from = range.strip_prefix("bytes ").and_then(|range| range.split_once('-')?.0.parse::<usize>().ok());
    let mut uploads = state.uploads();
    let upload = uploads.get_mut(session).ok_or_else(Feil::gone)?;
    if from != Some(upload.bytes.len()) {
        return Err(Feil::bad(format!("Content-Range {range} følger ikke etter {} byte", upload.bytes.len())));
    }
    upload.bytes.extend_from_slice(body);
    if upload.bytes.len() < upload.length {
        let mut response = Response::new(Body::empty());
        if let Ok(range) = format!("bytes=0-{}", upload.bytes.len() - 1).parse() {
            response.headers_mut().insert(header::RANGE, range);
        }
        return Ok(response);
    }
    let Some(upload) = uploads.remove(session) else { return Err(Feil::gone()) };
    drop(uploads);
    stored(state, &upload.object, &upload.kind, &upload.bytes)
}

/// Holds the file against what was said of it, and keeps it. There is no way to put another in its place.
fn stored(state: &State, id: &str, kind: &str, bytes: &[u8]) -> Result<Response<Body>, Feil> {
    let mut kernel = state.open();
    let object = kernel.store.change(id).ok_or_else(Feil::gone)?;
    if object.file.is_some() {
        return Err(Feil::conflict("Dokumentobjektet har en fil; lag en ny versjon"));
    }
    let sum: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    held(&object.values, "sjekksum", &sum.clone().into())?;
    held(&object.values, "filstoerrelse", &bytes.len().into())?;
    for (name, value) in [
        ("sjekksum", json!(sum)),
        ("sjekksumAlgoritme", json!("SHA-256")),
        ("mimeType", json!(kind)),
        ("filstoerrelse", json!(bytes.len())),
    ] {
        object.values.insert(name.to_owned(), value);
    }
    object.file = Some(bytes.to_vec());
    object.version += 1;
    let object = kernel.store.get(id).ok_or_else(Feil::gone)?;
    Ok(answer(StatusCode::CREATED, &link::object(&kernel, object)))
}

fn held(values: &Map<String, Value>, name: &str, is: &Value) -> Result<(), Feil> {
    match values.get(name) {
        Some(said) if said != is => Err(Feil(StatusCode::UNPROCESSABLE_ENTITY, format!("{name} er {is}, ikke {said}"))),
        _ => Ok(()),
    }
}
