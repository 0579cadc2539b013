//! The embedder against endpoints that answer well, too little, too much, something else, late, and never.

use super::{Endpoint, Step, plain};
use crate::embedding::{Embeddings, Settings};
use domain::port::{Embedder, Failure, FailureKind, Secret, Side, Vector};
use serde_json::json;
use std::time::{Duration, Instant};

fn settings(url: &str) -> Settings {
    Settings {
        key: Some(Secret::new("hemmelig")),
        patience: Duration::from_millis(400),
        batch_patience: Duration::from_secs(5),
        max_bytes: 64 * 1024,
        before_question: "query: ".to_owned(),
        before_passage: "passage: ".to_owned(),
        ..Settings::new(url, "test-model")
    }
}

/// An answer with so many vectors of so many numbers.
fn vectors(count: usize, numbers: usize) -> Vec<Step> {
    let data = (0..count).map(|index| json!({"object": "embedding", "index": index, "embedding": vec![1.0; numbers]}));
    plain("200 OK", "application/json", &json!({"data": data.collect::<Vec<_>>()}).to_string())
}

fn refused(status: &str, head: &str, message: &str) -> Vec<Step> {
    let body = json!({"error": {"message": message}}).to_string();
    let head = format!("HTTP/1.1 {status}\r\n{head}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    vec![Step::Write(format!("{head}{body}").into_bytes())]
}

async fn ask(scripts: Vec<Vec<Step>>, texts: &[&str], side: Side) -> (Result<Vec<Vector>, Failure>, Vec<String>) {
    let endpoint = Endpoint::playing(scripts).await;
    let embedder = Embeddings::new(settings(&endpoint.url)).expect("good settings");
    let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    (embedder.vectors(&texts, side).await, endpoint.asked())
}

#[tokio::test]
async fn each_side_is_asked_in_its_own_words_and_batches() {
    let (found, asked) = ask(vec![vectors(2, 3)], &["Når er det åpent?", ""], Side::Question).await;
    assert_eq!(found.map(|all| all.len()), Ok(2));
    assert!(asked[0].starts_with("POST /v1/embeddings ") && asked[0].contains("authorization: Bearer hemmelig"));
    let (_, body) = asked[0].split_once("\r\n\r\n").expect("a body");
    let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
    let wanted =
        json!({"model": "test-model", "input": ["query: Når er det åpent?", "query: -"], "encoding_format": "float"});
    assert_eq!(body, wanted);
    let many = vec!["Torget er åpent."; 70];
    let (found, asked) = ask(vec![vectors(32, 3), vectors(32, 3), vectors(6, 3)], &many, Side::Passage).await;
    assert_eq!((found.map(|all| all.len()), asked.len()), (Ok(70), 3));
    assert!(asked[2].matches("passage: Torget").count() == 6);
    let (found, asked) = ask(vec![vectors(1, 3)], &[], Side::Question).await;
    assert_eq!((found, asked.len()), (Ok(Vec::new()), 0), "nothing is asked for nothing");
}

#[tokio::test]
async fn what_is_no_vector_for_each_text_is_garbled() {
    let odd = json!({"data": [{"index": 0, "embedding": [1, 2]}, {"index": 1, "embedding": [1, 2, 3]}]}).to_string();
    let huge = format!("{{\"data\":[{}]}}", "[1,2],".repeat(20_000));
    let json = |body: &str| plain("200 OK", "application/json", body);
    for (what, script) in [
        ("a wrong count", vectors(3, 2)),
        ("not a number", json(r#"{"data":[{"index":0,"embedding":[NaN]},{"index":1,"embedding":[1]}]}"#)),
        ("two lengths", json(&odd)),
        ("a huge answer", json(&huge)),
        ("an answer about something else", json(r#"{"choices":[]}"#)),
        ("a page", plain("200 OK", "text/html", "<title>Proxy</title>")),
    ] {
        let (found, _) = ask(vec![script], &["a", "b"], Side::Passage).await;
        assert_eq!(found.err().map(|failure| failure.kind), Some(FailureKind::Garbled), "{what}");
    }
    let (found, _) = ask(vec![vectors(32, 2), vectors(1, 3)], &["a"; 33], Side::Passage).await;
    let failure = found.expect_err("the model was exchanged in the middle");
    assert!(failure.kind == FailureKind::Garbled && failure.detail.contains("start anew"), "{failure}");
}

#[tokio::test]
async fn a_refusal_is_put_in_another_way_waited_for_or_told() {
    let busy = |after: &str| refused("429 Too Many Requests", &format!("Retry-After: {after}\r\n"), "slow down");
    let long = || refused("400 Bad Request", "", "This model's maximum context length is 512 tokens.");
    let llama = || refused("500 Internal Server Error", "", "input is too large to process. increase the batch size");
    for (what, scripts, asked, failure) in [
        ("is busy for a moment", vec![busy("0"), busy("0"), vectors(1, 2)], 3, None),
        ("is busy again and again", vec![busy("0")], 4, Some(FailureKind::Unavailable)),
        ("is busy for an hour", vec![busy("3600")], 1, Some(FailureKind::Unavailable)),
        ("reads half of it", vec![long(), vectors(1, 2)], 2, None),
        ("llama.cpp reads half of it", vec![llama(), vectors(1, 2)], 2, None),
        ("reads not even half", vec![long()], 2, Some(FailureKind::TooLarge)),
        ("has no such model", vec![refused("404 Not Found", "", "no such model")], 1, Some(FailureKind::NotFound)),
        ("wants a key", vec![refused("401 Unauthorized", "", "key")], 1, Some(FailureKind::Denied)),
        ("is down", vec![refused("503 Service Unavailable", "", "")], 1, Some(FailureKind::Unavailable)),
        ("sends us elsewhere", vec![refused("302 Found", "Location: /x\r\n", "")], 1, Some(FailureKind::Unavailable)),
        ("hangs up", vec![vec![]], 1, Some(FailureKind::Unavailable)),
    ] {
        let (found, all) = ask(scripts, &["åpningstider og mer"], Side::Passage).await;
        assert_eq!((all.len(), found.err().map(|failure| failure.kind)), (asked, failure), "{what}");
        if what.contains("half of it") {
            assert!(all[1].contains("\"passage: åpni") && !all[1].contains("mer"), "{}", all[1]);
        }
    }
}

#[tokio::test]
async fn a_question_is_not_waited_for_longer_than_a_person_waits() {
    let begun = Step::Write(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n{\"data\":[".to_vec());
    let busy = refused("429 Too Many Requests", "Retry-After: 5\r\n", "");
    for (what, script, kind) in [
        ("never answers", vec![Step::Stall], FailureKind::Slow),
        ("stalls in the middle", vec![begun, Step::Stall], FailureKind::Slow),
        ("wants five seconds", busy, FailureKind::Unavailable),
    ] {
        let start = Instant::now();
        let (found, _) = ask(vec![script], &["a"], Side::Question).await;
        assert_eq!(found.err().map(|failure| failure.kind), Some(kind), "{what}");
        assert!(start.elapsed() < Duration::from_secs(2), "{what}: {:?}", start.elapsed());
    }
}

#[tokio::test]
async fn the_endpoint_says_how_long_its_vectors_are() {
    let endpoint = Endpoint::playing(vec![vectors(1, 384)]).await;
    let reached = Embeddings::new(settings(&endpoint.url)).expect("good settings").reach().await;
    assert_eq!(reached.as_deref(), Ok("answers with vectors of 384 numbers"));
    assert!(Embeddings::new(settings("models")).is_err(), "an address that is none");
}
