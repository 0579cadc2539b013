//! A model's answer as it streams in (modellsvar): a letter with known citations and no link, or one clear failure.

use domain::{
    draft::{
        Brief,
        brief::{Answer, Excerpt, Purpose},
    },
    evidence::Origin,
    port::{Failure, Told, Writer},
    send::reference,
};
use fuzz::Pick;
use jiff::civil::date;
use llm::{Llm, Settings};
use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::Mutex,
    time::Duration,
};
use vocabulary::Language;

const JSON: &[&str] = &[
    "{\"parts\":[",
    "{\"text\":\"",
    "\",\"citations\":[1],\"ends_paragraph\":true}",
    "\",\"citations\":[\"x\",9,-1]}",
    "]}",
    "Gebyret er kr 12 500.",
    "Hei, Per",
    "Med vennlig hilsen",
    "https://evil.example/x",
    "a@evil.example",
    "[1]",
    "[2, 7]",
    "[",
    "](https://e.example)",
    "<b>",
    "⟦dato⟧",
    "\\n",
    "\\u00e5",
    "\\ud83d",
    "\\",
    "\"",
    ",",
    ":",
    "text",
    "SV-AAAA-BBBB-CCCC-DDDD",
    "sv–AAAABBBBCCCCDDDD",
    "_",
    "```json\n",
    "å",
    "🎉",
    "null",
    "**",
    "[PERSON_1]",
    " ",
];
const EVENTS: &[&str] = &[
    "data: ",
    "data:[DONE]\n",
    ": keep-alive\n",
    "\n",
    "\r\n",
    "event: x\n",
    "data: {\"choices\":[]}\n",
    "data: {\"choices\":[{\"finish_reason\":\"stop\"}]}\n",
    "data: {\"choices\":[{\"delta\":{\"content\":\"{\"}}]}\n",
    "data: {\"error\":1}\n",
    "data: {\"choices\":[{\"finish_reason\":\"length\"}]}\n",
    "data: {\"choices\":[{\"delta\":{\"refusal\":\"SECRET\"}}]}\n",
];

fn brief() -> Brief {
    let excerpt = |number, tellable| Excerpt {
        number,
        origin: Origin::Fee,
        title: "Gebyrregulativ".into(),
        date: None,
        valid_from: None,
        text: "Tilbygg: kr 12 500.".into(),
        tellable,
    };
    Brief {
        purpose: Purpose::Answer,
        language: Language::Nb,
        tone: vocabulary::Tone::Usual,
        name: Some("[PERSON_1]".into()),
        signature: ("Kari Nordby".into(), "Fjordvik kommune".into()),
        subject: "Gebyr".into(),
        mail: "Hva koster tilbygg?".into(),
        questions: vec!["Hva koster tilbygg?".into()],
        evidence: vec![excerpt(1, true), excerpt(2, false)],
        received: None,
        case: None,
        today: date(2026, 11, 21),
    }
}

/// The body of an answer: events that say `content` in pieces, or events of any making.
fn stream(pick: &mut Pick<'_>) -> String {
    if pick.below(4) == 0 {
        return pick.text(EVENTS);
    }
    let content: Vec<char> = match pick.below(3) {
        0 => pick.line(JSON).chars().collect(),
        _ => {
            let text = serde_json::Value::String(pick.line(JSON));
            format!("{{\"parts\":[{{\"text\":{text},\"citations\":[1,7]}}]}}").chars().collect()
        }
    };
    let size = 1 + content.len() / 9;
    let event = |words: &[char]| {
        let words: String = words.iter().collect();
        format!("data: {}\n\n", serde_json::json!({"choices": [{"delta": {"content": words}}]}))
    };
    content.chunks(size).map(event).chain(["data: [DONE]\n\n".to_owned()]).collect()
}

/// Answers one request with this body, cut where a character may be torn.
fn answer(mut stream: TcpStream, body: &[u8]) -> std::io::Result<()> {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while !is_whole(&request) {
        match stream.read(&mut buffer)? {
            0 => break,
            count => request.extend_from_slice(&buffer[..count]),
        }
    }
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    )?;
    let (front, rest) = body.split_at(body.len() / 2);
    stream.write_all(front)?;
    stream.flush()?;
    stream.write_all(rest)
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_lowercase();
    let Some((head, _)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.split("content-length:").nth(1).and_then(|rest| rest.split_whitespace().next()?.parse().ok());
    let head = request.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_default();
    request.len() >= head + 4 + length.unwrap_or(0)
}

fn asked(body: &str) -> (Result<Answer, Failure>, Vec<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let (body, heard) = (body.as_bytes().to_vec(), Mutex::new(Vec::new()));
    let served = std::thread::spawn(move || listener.accept().and_then(|(stream, _)| answer(stream, &body)));
    let patience = Duration::from_secs(10);
    let settings = Settings { first_token: patience, stall: patience, max_bytes: 64 * 1024, ..Settings::new(url, "m") };
    let writer = Llm::new(settings).expect("good settings");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let told = |told: Told<'_>| {
        if let Told::Text(text) = told {
            heard.lock().expect("no panic").push(text.to_owned());
        }
    };
    let answer = runtime.block_on(writer.write(&brief(), &told));
    // A client that has heard enough hangs up; that is no failure of the endpoint.
    let _ = served.join();
    (answer, heard.into_inner().expect("no panic"))
}

fuzz::target!(
    /// Events of any making, and good events with any words.
    model_stream, 60, |pick| {
    let body = stream(pick);
    let (answer, heard) = asked(&body);
    let free = |text: &str| !text.contains("://") && !text.contains("evil.example") && reference::find(text).is_empty();
    assert!(heard.iter().all(|text| free(text)), "{body:?}: {heard:?}");
    match answer {
        Ok(answer) => {
            assert!(free(&answer.marked()), "{body:?}: {}", answer.marked());
            let cited = answer.parts.iter().flat_map(|part| &part.citations);
            assert!(cited.into_iter().all(|number| matches!(number, 0 | 1)), "{body:?}: {answer:?}");
        }
        Err(failure) => assert!(!failure.detail.contains("SECRET"), "{body:?}: {failure:?}"),
    }
});
