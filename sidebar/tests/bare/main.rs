//! The gate's script where there is no page: in an engine that brings nothing but the language, as classic Outlook does, and in node's
//! `vm`, where node is. Each story has a world of its own, in which time passes only when it is told to.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test program")]

use rquickjs::{Context, Runtime};
use serde_json::{Value, json};
use std::{
    io::Write as _,
    process::{Command, Stdio},
};

const WORLD: &str = include_str!("world.js");
const NODE: &str = include_str!("node.js");
const SCRIPT: &str = include_str!("../../static/launchevent.js");
const STORIES: &str = include_str!("stories.json");

fn main() {
    let stories: Vec<Value> = serde_json::from_str(STORIES).expect("stories");
    let script = SCRIPT.replace("{{origin}}", "https://saksvar.fjordvik.example");
    println!("\nrunning {} tests", stories.len() * 2);
    let bare: Vec<Value> = stories.iter().map(|story| in_quickjs(&script, story)).collect();
    let mut failed = judged("quickjs", &stories, &bare);
    let mut skipped = 0;
    match in_node(&script, &stories) {
        Ok(told) => failed += judged("node", &stories, &told),
        Err(why) => {
            println!("\nnot run: the gate's script in node's vm; {why}");
            skipped = stories.len();
        }
    }
    let (passed, word) = (stories.len() * 2 - skipped - failed, if failed == 0 { "ok" } else { "FAILED" });
    println!("\ntest result: {word}. {passed} passed; {failed} failed; {skipped} ignored; 0 measured; 0 filtered out");
    std::process::exit(i32::from(failed > 0));
}

/// What came of a story in a fresh engine.
fn in_quickjs(script: &str, story: &Value) -> Value {
    let runtime = Runtime::new().expect("an engine");
    let context = Context::full(&runtime).expect("a world");
    context.with(|world| {
        let run = |text: &str| world.eval::<(), _>(text).map_err(|_| format!("{:?}", world.catch()));
        run(WORLD).and_then(|()| run(script)).unwrap_or_else(|why| panic!("the script cannot be read: {why}"));
        let foreign: String = world.eval("foreign()").expect("names");
        assert_eq!(foreign, "", "the world is bare");
        let told = world.eval::<String, _>(format!("told({})", Value::String(story.to_string())));
        let told = told.unwrap_or_else(|_| panic!("{}: {:?}", story["name"], world.catch()));
        serde_json::from_str(&told).expect("JSON")
    })
}

/// What came of them in node, a line each.
fn in_node(script: &str, stories: &[Value]) -> Result<Vec<Value>, String> {
    let stories: Vec<String> = stories.iter().map(Value::to_string).collect();
    let input = json!({ "world": WORLD, "script": script, "stories": stories }).to_string();
    let mut node = Command::new("node")
        .args(["--eval", NODE])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("node did not start: {error}"))?;
    node.stdin.take().expect("its input").write_all(input.as_bytes()).expect("node reads");
    let output = node.wait_with_output().map_err(|error| error.to_string())?;
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(told.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect())
}

/// How many stories ended otherwise than they should.
fn judged(engine: &str, stories: &[Value], told: &[Value]) -> usize {
    assert_eq!(told.len(), stories.len(), "{engine} told of each story");
    let mut failed = 0;
    for (story, told) in stories.iter().zip(told) {
        let wrong = wrong(&story["expect"], told);
        let name = story["name"].as_str().unwrap_or_default();
        if wrong.is_empty() {
            println!("test {engine}: {name} ... ok");
        } else {
            failed += 1;
            println!("test {engine}: {name} ... FAILED: {} {told}", wrong.join(", "));
        }
    }
    failed
}

/// What is otherwise than expected; what is not named in the expectation may be as it is.
fn wrong(expect: &Value, told: &Value) -> Vec<&'static str> {
    let outcome = &told["outcome"];
    let sentence = outcome["errorMessage"].as_str().unwrap_or_default();
    let asked = told["asked"].as_array().cloned().unwrap_or_default();
    let paths: Value = asked.iter().map(|it| it["path"].clone()).collect();
    let body = |it: Option<&Value>| it.map_or(Value::Null, |it| it["body"].clone());
    let found = [
        ("allow", outcome["allowEvent"].clone()),
        ("override", json!(outcome["sendModeOverride"] == "promptUser")),
        ("button", json!(outcome["commandId"] == "saksvarComposePane" && outcome["contextData"].is_string())),
        ("at", told["at"].clone()),
        ("asked", paths),
        ("first", body(asked.first())),
        ("last", body(asked.last())),
        ("completions", told["completions"].clone()),
    ];
    let mut wrong: Vec<&str> = found
        .iter()
        .filter(|(name, it)| expect.get(name).is_some_and(|expected| expected != it))
        .map(|it| it.0)
        .collect();
    if !expect["says"].as_str().is_none_or(|words| sentence.contains(words)) {
        wrong.push("says");
    }
    if expect["longest"].as_u64().is_some_and(|most| sentence.chars().count() as u64 > most) {
        wrong.push("longest");
    }
    // While it is read the script only gives its handlers' names.
    if told["touched"] != json!([]) {
        wrong.push("touched");
    }
    wrong
}
