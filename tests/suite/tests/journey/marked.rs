//! Marked words (merkede opplysninger) through every operation, fine and failing: they come out in answers, and in no log, figure, problem or header.

use crate::{
    privacy,
    sign_in::{SECRET, redeem, ticket_of},
    walk::{POSTMOTTAK, approval, asked, filled, preparing, sending, swept},
};
use contract::{
    Access, Operation, Problem, Row, TABLE,
    operation::{PrepareDraft, ReleaseDraft, ReviseDraft},
    view::{Draft, DraftHtml},
};
use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use suite::Stand;
use town::{Fault, Folder, Mail, System};

/// What a citizen and a caseworker write, as nobody else in these tests does. Each is unlike every word of the program.
const MARKS: [&str; 12] = [
    "Torbjørg",
    "Sporvikmo",
    "torbjorg@merket.example",
    "Blåsildgata",
    "03851598730",
    "40129753",
    "Fjellrevhi",
    "blåklokkesirup",
    "merket-vedlegg",
    "SV-MERK-MERK-MERK-MERK",
    "merket-samtale",
    "ZmplbGxyZXY",
];

/// All of them, as one text.
fn marks() -> String {
    MARKS.join(" ")
}

/// The first marked word in a text, however it is escaped or cut.
fn leaked(text: &str) -> Option<&'static str> {
    let low = text.to_lowercase();
    MARKS.into_iter().find(|mark| {
        let mark = mark.to_lowercase();
        let escaped: String = mark
            .chars()
            .map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) })
            .collect();
        low.contains(&mark) || low.contains(&escaped)
    })
}

/// What the server said: answers that may hold the words, and everything that may not.
#[derive(Default)]
struct Said {
    answers: String,
    elsewhere: Vec<(String, String)>,
    traces: Vec<(String, String)>,
}

impl Said {
    /// Sends a request, and keeps what came.
    async fn send(&mut self, stand: &Stand, (path, bearer): (&str, Option<&str>), body: String) -> (u16, String) {
        let answer = stand.post(path, bearer, body).await;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let text = answer.text().await.unwrap_or_default();
        self.keep(path, &headers, (status, &text));
        (status, text)
    }

    fn keep(&mut self, path: &str, headers: &HeaderMap, (status, text): (u16, &str)) {
        let id = headers.get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
        self.traces.push((path.to_owned(), id.to_owned()));
        self.elsewhere.push((format!("headers of {path}"), format!("{headers:?}")));
        if status != 200 {
            let problem: Problem = serde_json::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}: {text}"));
            assert_eq!(problem.trace.as_deref(), Some(id), "{path}");
            self.elsewhere.push((format!("problem of {path}"), text.to_owned()));
        } else if let Some((_, problem)) = text.split_once("event: problem") {
            assert!(problem.contains(id), "{path}: {problem}");
            self.elsewhere.push((format!("problem of {path}"), problem.to_owned()));
        } else {
            self.answers.push_str(text);
        }
    }
}

/// A mail full of marked words about a case of the fixture, and the draft that answers it.
async fn begun(stand: &Stand) -> (Mail, Draft) {
    let eml = format!(
        "From: =?utf-8?B?VG9yYmrDuHJnIFNwb3J2aWttbw==?= <torbjorg@merket.example>\r\nTo: {POSTMOTTAK}\r\nSubject: Sak 2026/1234 Fjellrevhi\r\n\
         Message-ID: <merket-samtale@merket.example>\r\nDate: Fri, 20 Nov 2026 08:42:11 +0100\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
         Hei!\r\n\r\nHva er gebyret i sak 2026/1234, og kan jeg lage blåklokkesirup i Blåsildgata 17?\r\n\
         Fødselsnummeret mitt er 03851598730, og telefonen er 40129753.\r\n\r\nHilsen Torbjørg Sporvikmo\r\n"
    );
    assert!(!stand.town.deliver(eml.as_bytes()).is_empty(), "delivered");
    let mails = stand.town.mails(POSTMOTTAK, Folder::Inbox);
    let mail = mails.into_iter().find(|mail| mail.subject.contains("Fjellrevhi")).expect("it is there");
    let draft = stand.call("kari", &preparing(&mail)).await.expect("a draft");
    let text = format!("{}\n\n{}", filled(&draft.text), "Blåklokkesirup kan lages i Blåsildgata.");
    let revise = ReviseDraft { draft: draft.id.clone(), revision: draft.revision, text };
    (mail, stand.call("kari", &revise).await.expect("revised"))
}

/// Every operation with input that can be read.
fn fine(mail: &Mail, draft: &Draft, released: Option<&DraftHtml>) -> Vec<(&'static str, Value)> {
    let (id, revision, words) = (draft.id.as_str(), draft.revision, marks());
    let file = json!({"name": "merket-vedlegg.pdf", "size": 7, "sha256": null, "inline": false});
    let confirm = released.map(|released| serde_json::to_value(sending(released, mail)).expect("JSON"));
    let confirm = confirm.unwrap_or_else(|| {
        json!({"reference": null, "conversation": mail.conversation(), "from": "torbjorg@merket.example",
            "to": ["torbjorg@merket.example"], "cc": [], "bcc": [], "subject": "Fjellrevhi", "html": words, "attachments": [file]})
    });
    vec![
        ("/api/who-am-i", json!({})),
        ("/api/find-draft", json!({"conversation": mail.conversation()})),
        ("/api/prepare-draft", serde_json::to_value(preparing(mail)).expect("JSON")),
        ("/api/search-cases", json!({"text": marks()})),
        ("/api/show-draft", json!({"draft": id})),
        ("/api/check-draft", json!({"draft": id, "text": words, "keep": revision})),
        ("/api/rewrite-sentence", json!({"draft": id, "revision": revision, "sentence": 1})),
        ("/api/revise-draft", json!({"draft": id, "revision": revision, "text": words})),
        ("/api/take-over", json!({"draft": id, "revision": revision})),
        ("/api/request-review", json!({"draft": id, "revision": revision, "to": null})),
        ("/api/request-review", json!({"draft": id, "revision": revision, "to": words})),
        ("/api/remind-review", json!({"draft": id, "revision": revision})),
        ("/api/say-away", json!({"until": words, "stand_in": words})),
        (
            "/api/sort-mail",
            json!({"mail": mail.immutable_id(), "conversation": mail.conversation(), "mailbox": POSTMOTTAK}),
        ),
        (
            "/api/confirm-sort",
            json!({"mail": mail.immutable_id(), "conversation": mail.conversation(), "mailbox": POSTMOTTAK,
            "class": "journal", "forward_to": null}),
        ),
        ("/api/show-basis", json!({"draft": id})),
        ("/api/list-reviews", json!({})),
        (
            "/api/decide-review",
            json!({"draft": id, "revision": revision, "fingerprint": words, "approve": false,
            "ticked": [words], "comment": words, "proposal": words}),
        ),
        ("/api/release-draft", json!({"draft": id, "revision": revision})),
        ("/api/send-draft", json!({"draft": id, "revision": revision})),
        ("/api/rate-draft", json!({"draft": id, "rating": "good"})),
        (
            "/api/journal-reply",
            json!({"draft": id, "case": "2026/1234", "title": words, "public_title": words, "code": words, "basis": words}),
        ),
        ("/api/skip-journal", json!({"draft": id, "why": words})),
        ("/api/switch-gate", json!({"mode": "soft"})),
        ("/api/sweep-sent", json!({"draft": id})),
        ("/api/show-log", json!({"draft": id})),
        ("/api/save-signature", json!({"text": words, "images": [file]})),
        ("/gate/know", json!({"conversation": mail.conversation(), "reference": null})),
        ("/gate/ahead", confirm.clone()),
        ("/gate/confirm", confirm),
    ]
}

/// The same input spoilt with marked words in every way that a body can be wrong.
fn spoilt(good: &Value) -> Vec<String> {
    let words = marks();
    let fields = good.as_object().expect("an object");
    let with = |name: &str, value: Value| {
        let mut other = fields.clone();
        other.insert(name.to_owned(), value);
        Value::Object(other).to_string()
    };
    let mut all =
        vec![words.clone(), format!("\"{words}\""), format!("{{\"{words}\":\"{words}\"}}"), format!("{good} {words}")];
    all.push(with(&words, json!(words)));
    for name in fields.keys() {
        all.extend(
            [
                json!(words),
                json!([words]),
                json!({words.clone(): words}),
                json!("SV-MERK-MERK-MERK-MERK"),
                json!("ZmplbGxyZXY"),
            ]
            .map(|value| with(name, value)),
        );
    }
    all
}

/// Who may call this.
fn callers(stand: &Stand, row: &Row) -> Vec<Option<String>> {
    if row.access == Access::Anyone {
        return vec![None];
    }
    let mut tokens: Vec<_> = ["kari", "liv", "tor"].map(|person| Some(stand.token(person))).into();
    tokens.push(Some("eyJ.ZmplbGxyZXY.AA".to_owned()));
    tokens
}

/// Asks everything of everybody.
async fn all(said: &mut Said, stand: &Stand, inputs: &[(&'static str, Value)]) {
    for (row, (path, good)) in
        TABLE.iter().flat_map(|row| inputs.iter().filter(|(path, _)| *path == row.path).map(move |input| (row, input)))
    {
        for bearer in callers(stand, row) {
            said.send(stand, (path, bearer.as_deref()), good.to_string()).await;
        }
    }
}

/// Asks with everything that is wrong.
async fn wrongly(said: &mut Said, stand: &Stand, inputs: &[(&'static str, Value)]) {
    for (path, good) in inputs {
        let is_open = path.starts_with("/gate/");
        let liv = stand.token("liv");
        for body in spoilt(good) {
            said.send(stand, (path, (!is_open).then_some(&liv)), body).await;
        }
    }
    for path in ["/api/Fjellrevhi", "/api/show-draft?blåklokkesirup=03851598730"] {
        said.send(stand, (path, Some("ZmplbGxyZXY")), marks()).await;
    }
}

/// Asks while mail and sign-in fail, each in its own way.
async fn on_a_bad_day(said: &mut Said, stand: &Stand, mail: &Mail, draft: &Draft) {
    let inputs = fine(mail, draft, None);
    let asking = ["/api/find-draft", "/api/prepare-draft", "/api/show-draft", "/api/sweep-sent", "/api/list-reviews"];
    let faults = [
        Fault::Garbage,
        Fault::WrongContentType,
        Fault::Forbidden,
        Fault::ClaimsChallenge,
        Fault::Unauthorized,
        Fault::NotFound,
        Fault::BreakOff,
        Fault::ForeignNextLink,
    ];
    let mut failed = 0;
    for (path, good) in inputs.iter().filter(|(path, _)| asking.contains(path)) {
        for fault in &faults {
            stand.town.fail_graph([fault.clone()]);
            let (status, text) = said.send(stand, (path, Some(&stand.token("ola"))), good.to_string()).await;
            failed += usize::from(status != 200 || text.contains("event: problem"));
        }
    }
    assert!(failed >= faults.len(), "{failed} failed");
    for fault in [Fault::Garbage, Fault::Forbidden] {
        stand.town.fail(System::Entra, [fault]);
        let order = serde_json::to_string(&preparing(mail)).expect("JSON");
        said.send(stand, (PrepareDraft::PATH, Some(&stand.token("eva"))), order).await;
    }
}

/// Reply, approval, release and the gate, with words added at Send.
async fn through(said: &mut Said, stand: &Stand, mail: &Mail, draft: &Draft) {
    let waiting = asked(stand, draft).await;
    let approved = stand.call("liv", &approval(&waiting)).await.expect("approved");
    let release = json!({"draft": approved.id.as_str(), "revision": approved.revision}).to_string();
    let (_, text) = said.send(stand, (ReleaseDraft::PATH, Some(&stand.token("kari"))), release).await;
    let released: DraftHtml = serde_json::from_str(&text).expect("released");
    let sealed = fine(mail, &approved, Some(&released)).pop().expect("the gate").1;
    said.send(stand, ("/gate/confirm", None), sealed.to_string()).await;
    for (field, value) in [
        ("subject", json!(marks())),
        ("to", json!(["torbjorg@merket.example", "sporvikmo@merket.example"])),
        ("html", json!(format!("<p>{}</p>{}", marks(), released.html))),
        ("attachments", json!([{"name": "merket-vedlegg.pdf", "size": 7, "sha256": null, "inline": false}])),
    ] {
        let mut altered = sealed.clone();
        altered[field] = value;
        said.send(stand, ("/gate/confirm", None), altered.to_string()).await;
    }
    swept(stand, &approved).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn marked_words_come_out_in_answers_and_nowhere_else() {
    let (lines, stand, mut said) = (privacy::lines(), Stand::up().await, Said::default());
    let (mail, draft) = begun(&stand).await;
    let inputs = fine(&mail, &draft, None);
    assert_eq!(inputs.last().map(|(path, _)| *path), Some("/gate/confirm"), "the walk takes it from the end");
    for row in TABLE {
        assert!(inputs.iter().any(|(path, _)| *path == row.path), "{} is not tried", row.path);
    }
    through(&mut said, &stand, &mail, &draft).await;
    wrongly(&mut said, &stand, &inputs).await;
    on_a_bad_day(&mut said, &stand, &mail, &draft).await;
    all(&mut said, &stand, &fine(&mail, &draft, None)).await;
    let ticket = ticket_of(&stand, "kari").await;
    let bearer = redeem(&stand, &ticket, SECRET).await.expect("a bearer");
    said.send(&stand, ("/api/who-am-i", Some(&bearer)), marks()).await;
    for mark in ["Torbjørg", "Blåsildgata", "Fjellrevhi", "blåklokkesirup", "torbjorg@merket.example"] {
        assert!(said.answers.contains(mark), "{mark} went through the server, and came back to whoever may see it");
    }
    let (log, figures) = (lines.text(), stand.metrics().await);
    every_line_names_its_request(&log, &said.traces);
    for reason in ["token", "role", "bad-input"] {
        let told = format!("\"reason\":\"{reason}\"");
        assert!(log.lines().any(|line| line.contains("refused at the door") && line.contains(&told)), "{reason}");
    }
    let secrets = [bearer, ticket, stand.token("kari"), stand.token("liv")];
    said.elsewhere.extend([("log".to_owned(), log), ("figures".to_owned(), figures)]);
    for (place, text) in &said.elsewhere {
        let line =
            text.lines().find(|line| leaked(line).is_some() || secrets.iter().any(|secret| line.contains(secret)));
        assert_eq!(line, None, "in the {place}");
    }
}

/// JSON, and the same id and path as the answer; every request has its one line of outcome and milliseconds.
fn every_line_names_its_request(log: &str, traces: &[(String, String)]) {
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    for (path, trace) in traces {
        let own: Vec<_> = lines.iter().filter(|line| line["span"]["trace"] == trace.as_str()).collect();
        let is_answer = |line: &&&Value| line["fields"]["message"] == "answered";
        let answers: Vec<_> = own.iter().filter(is_answer).collect();
        assert_eq!(answers.len(), 1, "{path} {trace}: {own:?}");
        let fields = &answers[0]["fields"];
        assert!(fields["outcome"].is_string() && fields["milliseconds"].is_u64(), "{path}: {fields}");
        let is_listed = TABLE.iter().any(|row| row.path == path);
        assert!(!is_listed || own.iter().all(|line| line["span"]["operation"] == path.as_str()), "{path}: {own:?}");
    }
}

#[test]
fn a_marked_word_is_found_wherever_it_stands() {
    for (text, found) in [
        ("{\"message\":\"FJELLREVHI\"}", Some("Fjellrevhi")),
        ("why=\"torbj\\u00f8rg ringte\"", Some("Torbjørg")),
        ("GET /users/torbjorg@merket.example/messages", Some("torbjorg@merket.example")),
        ("saksvar_requests_total{operation=\"03851598730\"} 1", Some("03851598730")),
        ("Graph refused status=403 code=ErrorAccessDenied", None),
    ] {
        assert_eq!(leaked(text), found, "{text}");
    }
}
