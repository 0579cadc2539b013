//! What real endpoints do besides answering: they turn requests down, count tokens, cut streams anywhere, and go round in circles.

use super::{GOOD, brief, settings};
use crate::{
    Llm, Settings,
    tests::endpoint::{Endpoint, Step, end, event, head, plain, streamed, words},
};
use domain::{
    draft::brief::Answer,
    port::{Failure, FailureKind, Told, Writer},
};
use std::{
    sync::Mutex,
    time::{Duration, Instant},
};

/// What came of it.
struct Outcome {
    answer: Result<Answer, Failure>,
    spent: Vec<u64>,
    unread: Vec<u16>,
    asked: Vec<String>,
}

async fn ask(scripts: Vec<Vec<Step>>, change: impl FnOnce(Settings) -> Settings) -> Outcome {
    let endpoint = Endpoint::playing(scripts).await;
    let writer = Llm::new(change(settings(&endpoint.url))).expect("good settings");
    let (spent, unread) = (Mutex::new(Vec::new()), Mutex::new(Vec::new()));
    let heard = |told: Told<'_>| match told {
        Told::Text(_) => {}
        Told::Spent(tokens) => spent.lock().expect("no panic").push(tokens),
        Told::Unread { excerpts, .. } => unread.lock().expect("no panic").extend_from_slice(excerpts),
    };
    let answer = writer.write(&brief(), &heard).await;
    let (spent, unread) = (spent.into_inner().expect("no panic"), unread.into_inner().expect("no panic"));
    Outcome { answer, spent, unread, asked: endpoint.asked() }
}

async fn answered(scripts: Vec<Vec<Step>>) -> Outcome {
    ask(scripts, |settings| settings).await
}

fn refused(code: &str, message: &str) -> Vec<Step> {
    let body = serde_json::json!({"error": {"code": code, "message": message}}).to_string();
    plain("400 Bad Request", "application/json", &body)
}

fn busy(seconds: &str) -> Vec<Step> {
    plain(&format!("429 Too Many Requests\r\nRetry-After: {seconds}"), "application/json", "{}")
}

#[tokio::test]
async fn a_request_that_is_turned_down_is_put_in_another_way_once() {
    let good = || streamed(GOOD, 9);
    let openai = || refused("context_length_exceeded", "This model's maximum context length is 4096 tokens.");
    let llama = || refused("400", "request (63031 tokens) exceeds the available context size (8192 tokens)");
    let reasoning = || refused("unsupported_parameter", "Use 'max_completion_tokens' instead.");
    let filter = || refused("content_filter", "The prompt triggered the content management policy.");
    for (what, scripts, asked, failure) in [
        ("too long for OpenAI", vec![openai(), good()], 2, None),
        ("too long for llama.cpp", vec![llama(), good()], 2, None),
        ("too long twice", vec![openai(), openai(), good()], 2, Some(FailureKind::TooLarge)),
        ("too long, and no schema", vec![openai(), refused("x", "no schema"), good()], 3, None),
        ("reasons", vec![reasoning(), good()], 2, None),
        ("reasons without a schema", vec![reasoning(), refused("x", "y"), good()], 3, None),
        ("filters what it is asked", vec![filter(), good()], 1, Some(FailureKind::Garbled)),
        ("is busy for a moment", vec![busy("0"), good()], 2, None),
        ("is busy again", vec![busy("0"), busy("0"), good()], 2, Some(FailureKind::Unavailable)),
        ("is busy for an hour", vec![busy("3600"), good()], 1, Some(FailureKind::Unavailable)),
        ("is busy until a day", vec![busy("Wed, 21 Oct 2026 07:28:00 GMT"), good()], 1, Some(FailureKind::Unavailable)),
        ("breaks off", vec![vec![head(), words("{\"parts\":")], good()], 1, Some(FailureKind::Unavailable)),
        ("has an error", vec![plain("502 Bad Gateway", "text/plain", ""), good()], 1, Some(FailureKind::Unavailable)),
    ] {
        let outcome = answered(scripts).await;
        assert_eq!((outcome.asked.len(), outcome.answer.err().map(|it| it.kind)), (asked, failure), "{what}");
    }
    let asked = answered(vec![reasoning(), good()]).await.asked;
    assert!(asked[0].contains("\"max_tokens\"") && asked[0].contains("temperature"));
    assert!(asked[1].contains("\"max_completion_tokens\"") && !asked[1].contains("temperature"));
}

#[tokio::test]
async fn what_does_not_fit_is_left_out_and_said_to_model_and_person() {
    let outcome = answered(vec![refused("context_length_exceeded", ""), streamed(GOOD, 9)]).await;
    assert!(outcome.asked[0].contains("12 500") && outcome.asked[0].contains("\\\"evidence_left_out\\\":0"));
    assert!(!outcome.asked[1].contains("12 500") && outcome.asked[1].contains("\\\"evidence_left_out\\\":1"));
    assert_eq!(outcome.unread, [1]);
    let answer = outcome.answer.expect("an answer");
    assert_eq!(answer.dropped, [1], "what it has not read it cannot cite");
    let small = ask(vec![streamed(GOOD, 9)], |settings| Settings { context: 3_600, ..settings }).await;
    assert_eq!((small.asked.len(), small.unread), (1, vec![1]), "a small model is not asked in vain first");
}

#[tokio::test]
async fn tokens_are_counted_also_where_nothing_came_of_it() {
    let stop = || event(r#"{"choices":[{"delta":{},"finish_reason":"stop"}]}"#);
    let usage = || event(r#"{"choices":[],"usage":{"prompt_tokens":900,"completion_tokens":100,"total_tokens":1000}}"#);
    let counted = || vec![head(), words(GOOD), stop(), usage(), event("[DONE]")];
    let whole = serde_json::json!({
        "choices": [{"message": {"content": GOOD}, "finish_reason": "stop"}], "usage": {"total_tokens": 1000},
    });
    for (what, script, fine, spent) in [
        ("counts at the end", counted(), true, 1000..=1000),
        ("counts and stays", vec![head(), words(GOOD), stop(), usage(), Step::Stall], true, 1000..=1000),
        ("counts in a whole answer", plain("200 OK", "application/json", &whole.to_string()), true, 1000..=1000),
        ("never counts", streamed(GOOD, 9), true, 500..=2000),
        ("breaks off", vec![head(), words("{\"parts\":[")], false, 500..=2000),
        ("refuses", vec![head(), event(r#"{"choices":[{"delta":{"refusal":"no"}}]}"#)], false, 500..=2000),
    ] {
        let outcome = answered(vec![script]).await;
        assert_eq!(outcome.answer.is_ok(), fine, "{what}");
        assert!(outcome.spent.len() == 1 && spent.contains(&outcome.spent[0]), "{what}: {:?}", outcome.spent);
    }
    assert!(answered(vec![refused("x", "y")]).await.spent.is_empty(), "a refused request is not charged for");
}

/// The stream as one text, cut into pieces of `size` bytes.
fn torn(text: &str, size: usize) -> Vec<Step> {
    std::iter::once(head()).chain(text.as_bytes().chunks(size).map(|piece| Step::Write(piece.to_vec()))).collect()
}

#[tokio::test]
async fn a_stream_may_be_cut_and_framed_anyhow() {
    let said = |content: &str| serde_json::json!({"choices": [{"delta": {"content": content}}]}).to_string();
    let (one, two) = GOOD.split_at(40);
    let plain = format!("data: {}\n\ndata: {}\n\n", said(one), said(two));
    let stop = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    let pieces = serde_json::json!({"choices": [{"delta": {"content": [{"type": "text", "text": GOOD}]}, "finish_reason": "eos_token"}]});
    let thought = serde_json::json!({"choices": [{"delta": {"content": format!("<think>{{a}}</think>{GOOD}")}}]});
    for (what, text) in [
        ("as it should", format!("{plain}{stop}data: [DONE]\n\n")),
        ("with CRLF and comments", format!(": hei\n\n{plain}{stop}data: [DONE]\n\n").replace('\n', "\r\n")),
        ("with CR alone", format!("{plain}{stop}").replace('\n', "\r")),
        ("without [DONE]", format!("{plain}{stop}")),
        ("without any end", plain.clone()),
        ("without the last line's end", plain.trim_end().to_owned()),
        ("with an event over two lines", plain.replacen("\"choices\":", "\"choices\":\ndata: ", 1)),
        ("with words in pieces", format!("data: {pieces}\n\n")),
        ("thinking first", format!("data: {thought}\n\ndata: [DONE]\n\n")),
    ] {
        for size in [1, 2, 3, 64, 5_000] {
            let outcome = answered(vec![torn(&text, size)]).await;
            let letter = outcome.answer.map(|answer| answer.marked());
            assert!(
                letter.as_ref().is_ok_and(|letter| letter.contains("kr 12 500. [1]")),
                "{what}, {size}: {letter:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_circle_ends_early_and_nonsense_is_no_letter() {
    let circle = format!("{{\"parts\":[{{\"text\":\"{}", "Saken er under behandling. ".repeat(2_000));
    let long = streamed(&circle, 1_000);
    let outcome = answered(vec![[long, vec![Step::Stall]].concat()]).await;
    let failure = outcome.answer.expect_err("a circle");
    assert!(failure.detail.contains("repeats itself"), "{failure}");
    assert!(outcome.spent[0] < 12_000, "it was not listened to for long: {:?}", outcome.spent);
    let part = |text: &str| format!(r#"{{"text":"{text}","citations":[1]}}"#);
    let parts = |all: &[String]| format!(r#"{{"parts":[{}]}}"#, all.join(","));
    for (what, content, letter) in [
        ("says a part again", parts(&[part("Ja."), part("Nei."), part("Ja.")]), Some("Ja. [1] Nei. [1]")),
        ("says a sentence again", parts(&[part(&"Vi svarer deg når vi vet mer. ".repeat(5))]), None),
        (
            "another language",
            parts(&[part(
                "Thank you for your application, which we have received and will consider in the coming weeks.",
            )]),
            None,
        ),
        ("one endless word", parts(&[part(&"gebyr".repeat(50))]), None),
        ("hidden signs", parts(&[part("Ge\u{200b}byr\u{fffd}et\u{202e} er 5.")]), Some("Gebyret er 5. [1]")),
        (
            "a pseudonym it never saw",
            parts(&[part("Ring [PERSON_7] eller [EMAIL_1].")]),
            Some("Ring ⟦navn⟧ eller ⟦e-postadresse⟧. [1]"),
        ),
    ] {
        let answer = answered(vec![streamed(&content, 7)]).await.answer.ok().map(|answer| answer.marked());
        let expected = letter
            .map(|letter| format!("Hei, [PERSON_1]\n\n{letter}\n\nVennlig hilsen\nKari Nordby\nFjordvik kommune"));
        assert_eq!(answer, expected, "{what}");
    }
    let unnamed = end("tool_calls");
    assert!(answered(vec![[vec![head()], unnamed].concat()]).await.answer.is_err(), "a tool is not called");
}

#[tokio::test]
async fn the_wait_for_the_first_word_begins_with_the_question() {
    let patience = Duration::from_millis(500);
    let begun = Instant::now();
    // The head comes late; it is no word.
    let scripts = vec![vec![Step::Pause(450), head(), Step::Stall]];
    let outcome = ask(scripts, |settings| Settings { first_token: patience, ..settings }).await;
    assert_eq!(outcome.answer.err().map(|failure| failure.kind), Some(FailureKind::Slow));
    assert!(begun.elapsed() < patience * 19 / 10, "{:?}", begun.elapsed());
}
