//! The client against a real OpenAI-compatible server, where `SAKSVAR_REAL_MODEL` names one (`tests/quality/real_model.py` starts one);
//! without it this says aloud that it was not run, and counts as skipped.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::print_stdout, reason = "a test program")]

use domain::{
    draft::{
        Class,
        brief::{Answer, Brief, Excerpt, Purpose},
    },
    evidence::Origin,
    port::{Embedder, Failure, FailureKind, Side, Told, Vector, Writer},
};
use llm::{Embeddings, Llm, Settings, embedding};
use std::{
    sync::Mutex,
    time::{Duration, Instant},
};
use vocabulary::Language;

type Case = (&'static str, fn(&str) -> Result<String, String>);

const CASES: [Case; 6] = [
    ("a real model is asked and heard", heard_and_counted),
    ("a real model that is given too much is given less", shortened),
    ("a real model that is stopped early is a clear failure", cut_short),
    ("a real model that is too slow is not waited for", slow),
    ("a real model turns texts into vectors", embedded),
    ("a real model that is given too long a text reads its beginning", embedded_in_part),
];

fn main() {
    let Ok(url) = std::env::var("SAKSVAR_REAL_MODEL") else {
        println!(
            "\nnot run: the model client against a real server; set SAKSVAR_REAL_MODEL (tests/quality/real_model.py starts one)"
        );
        println!("test result: ok. 0 passed; 0 failed; {} ignored; 0 measured; 0 filtered out", CASES.len());
        return;
    };
    let wanted = std::env::args().skip(1).find(|word| !word.starts_with('-')).unwrap_or_default();
    let cases: Vec<Case> = CASES.into_iter().filter(|(name, _)| name.contains(&wanted)).collect();
    let mut failed = 0;
    println!("\nrunning {} tests", cases.len());
    for (name, case) in &cases {
        match case(&url) {
            Ok(figures) => println!("test {name} ... ok: {figures}"),
            Err(why) => {
                failed += 1;
                println!("test {name} ... FAILED: {why}");
            }
        }
    }
    let word = if failed == 0 { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {word}. {} passed; {failed} failed; 0 ignored; 0 measured; 0 filtered out",
        cases.len() - failed
    );
    std::process::exit(i32::from(failed > 0));
}

/// Where the embeddings are: a server of llama.cpp's does one thing or the other.
fn embeddings(url: &str) -> Result<Embeddings, String> {
    let url = std::env::var("SAKSVAR_REAL_EMBEDDINGS").unwrap_or_else(|_| url.to_owned());
    let patience = Duration::from_secs(120);
    let settings = embedding::Settings { patience, batch_patience: patience, ..embedding::Settings::new(url, "real") };
    Embeddings::new(settings).map_err(|failure| failure.to_string())
}

fn vectors(url: &str, texts: &[&str]) -> Result<Vec<Vector>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    runtime.block_on(embeddings(url)?.vectors(&texts, Side::Passage)).map_err(|failure| failure.to_string())
}

fn product(one: &Vector, other: &Vector) -> f32 {
    one.numbers().iter().zip(other.numbers()).map(|(one, other)| one * other).sum()
}

fn embedded(url: &str) -> Result<String, String> {
    let begun = Instant::now();
    let texts =
        ["The fee for an extension", "The fee for an extension.", "Snow in the north", "The fee for an extension"];
    let all = vectors(url, &texts)?;
    let (same, near, far) = (product(&all[0], &all[3]), product(&all[0], &all[1]), product(&all[0], &all[2]));
    let figures = format!(
        "{} numbers in {:.1} s; itself {same:.3}, nearly {near:.3}, something else {far:.3}",
        all[0].numbers().len(),
        begun.elapsed().as_secs_f64()
    );
    if same > 0.99 && near > far { Ok(figures) } else { Err(figures) }
}

fn embedded_in_part(url: &str) -> Result<String, String> {
    let long = "The fee for an extension is to be paid. ".repeat(100);
    vectors(url, &[&long]).map(|all| format!("{} numbers", all[0].numbers().len()))
}

fn excerpt(number: u16, text: &str) -> Excerpt {
    let title = "Fees".to_owned();
    Excerpt { number, origin: Origin::Fee, title, date: None, valid_from: None, text: text.into(), tellable: true }
}

fn brief(evidence: Vec<Excerpt>) -> Brief {
    Brief {
        purpose: Purpose::Answer,
        language: Language::En,
        tone: vocabulary::Tone::Usual,
        name: Some("[PERSON_1]".into()),
        signature: ("[PERSON_2]".into(), "Fjordvik kommune".into()),
        subject: "Fee".into(),
        mail: "What is the fee for an extension?".into(),
        questions: vec!["What is the fee for an extension?".into()],
        evidence,
        received: None,
        case: None,
        today: jiff::civil::date(2026, 11, 21),
    }
}

fn settings(url: &str) -> Settings {
    let patient = Duration::from_secs(120);
    Settings {
        first_token: patient,
        stall: patient,
        total: Duration::from_secs(300),
        max_tokens: 600,
        sees: Class::Open,
        ..Settings::new(url, "real")
    }
}

/// What was told, and what came of it.
struct Outcome {
    answer: Result<Answer, Failure>,
    texts: usize,
    spent: Vec<u64>,
    unread: Vec<u16>,
    took: Duration,
}

fn ask(settings: Settings, brief: &Brief) -> Outcome {
    let told = Mutex::new((0, Vec::new(), Vec::new()));
    let heard = |one: Told<'_>| {
        let mut all = told.lock().expect("no panic");
        match one {
            Told::Text(_) => all.0 += 1,
            Told::Spent(tokens) => all.1.push(tokens),
            Told::Unread { excerpts, .. } => all.2.extend_from_slice(excerpts),
        }
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let writer = Llm::new(settings).expect("good settings");
    let begun = Instant::now();
    let answer = runtime.block_on(writer.write(brief, &heard));
    let took = begun.elapsed();
    let (texts, spent, unread) = told.into_inner().expect("no panic");
    Outcome { answer, texts, spent, unread, took }
}

/// A small model may say nothing of use; then it is a failure that says so, and never one of the wire.
fn is_understood(answer: &Result<Answer, Failure>) -> bool {
    let sense = ["token limit", "repeats itself", "says nothing"];
    answer.as_ref().err().is_none_or(|failure| sense.iter().any(|word| failure.detail.contains(word)))
}

fn heard_and_counted(url: &str) -> Result<String, String> {
    let brief = brief(vec![excerpt(1, "Extension up to 50 m²: NOK 12 500."), excerpt(2, "Garage: NOK 8 200.")]);
    // A small model makes something of it only now and then.
    let mut outcome = ask(settings(url), &brief);
    let mut tries = 1;
    while outcome.answer.is_err() && is_understood(&outcome.answer) && tries < 5 {
        outcome = ask(settings(url), &brief);
        tries += 1;
    }
    let Outcome { answer, texts, spent, took, .. } = outcome;
    if !is_understood(&answer) || spent.len() != 1 || spent[0] < 500 {
        return Err(format!("{answer:?}, heard {texts} times, tokens {spent:?}"));
    }
    let said = answer.map_or_else(|failure| failure.detail, |answer| answer.marked().replace('\n', " "));
    Ok(format!("try {tries}: {} tokens in {:.1} s, heard {texts} times: {said}", spent[0], took.as_secs_f64()))
}

fn shortened(url: &str) -> Result<String, String> {
    let evidence = (1..=12).map(|number| excerpt(number, &"Extension up to 50 m²: NOK 12 500. ".repeat(120)));
    let brief = brief(evidence.collect());
    // As if the setting promised more than the server has.
    let large = Settings { context: 1_000_000, max_tokens: 40, ..settings(url) };
    let Outcome { answer, unread, took, .. } = ask(large, &brief);
    let too_much = answer.as_ref().err().is_some_and(|failure| failure.kind == FailureKind::TooLarge);
    let is_fine = too_much || !unread.is_empty() && is_understood(&answer);
    if !is_fine {
        return Err(format!("{answer:?}, not read: {unread:?}"));
    }
    Ok(format!("{} of 12 excerpts left out, {:.1} s", unread.len(), took.as_secs_f64()))
}

fn cut_short(url: &str) -> Result<String, String> {
    let short = Settings { max_tokens: 5, ..settings(url) };
    let failure = ask(short, &brief(Vec::new())).answer.err().ok_or("five tokens are no letter")?;
    if failure.detail.contains("token limit") { Ok(failure.to_string()) } else { Err(failure.to_string()) }
}

fn slow(url: &str) -> Result<String, String> {
    let hasty = Settings { total: Duration::from_millis(50), ..settings(url) };
    let Outcome { answer, took, .. } = ask(hasty, &brief(Vec::new()));
    let is_slow = answer.as_ref().err().is_some_and(|failure| failure.kind == FailureKind::Slow);
    if is_slow && took < Duration::from_secs(2) {
        Ok(format!("{took:?}"))
    } else {
        Err(format!("{answer:?} after {took:?}"))
    }
}
