//! A mail full of hostile HTML: the pane shows words, and nothing in them ever runs, loads or stands in its page.

use browser::Visit;
use serde_json::{Value, json};
use std::fs;

/// Payloads of our own, tried on every machine; the public set is added where it lies beside the project.
const OWN: [&str; 12] = [
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x>",
    "<script>alert(1)</script>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>Trykk her</a>",
    "<form action='javascript:alert(1)'><button autofocus onfocus=alert(1)>Send</button></form>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<style>*{background:url('https://evil.example/x')}</style>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<body onload=alert(1)><base href='https://evil.example/'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "&lt;img src=x onerror=alert(1)&gt;",
];

/// What would show that something came to life.
const LIFE: &str = r#"
const foreign = document.querySelectorAll('#panel :is(img,iframe,object,embed,form,script,style,base,link,math,animate,a[href]):not(p.about > a)');
return { fired: window.fired === true, foreign: [...foreign].map((it) => it.outerHTML.slice(0, 80)) };
"#;

#[allow(clippy::print_stdout, reason = "what was not tried is said aloud")]
fn payloads() -> Vec<String> {
    let public = browser::root().join("../shared/data/server/dompurify/cases.jsonl");
    let mut all: Vec<String> = OWN.iter().map(|payload| (*payload).to_owned()).collect();
    match fs::read_to_string(&public) {
        Ok(text) => all.extend(text.lines().map(|line| {
            let row: Value = serde_json::from_str(line).expect("a row of the public set");
            row["payload"].as_str().expect("a payload").to_owned()
        })),
        Err(_) => println!("The public set of payloads is not beside the project: {} of our own are tried.", OWN.len()),
    }
    all
}

fn eml(kind: &str, subject: &str, body: &str) -> String {
    format!(
        "From: Hilde Moen <hilde.moen@example.org>\r\nTo: postmottak@fjordvik.kommune.no\r\nSubject: {subject}\r\n\
         Message-ID: <{subject}@example.org>\r\nDate: Fri, 20 Nov 2026 15:00:00 +0100\r\nMIME-Version: 1.0\r\n\
         Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}\r\n"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_in_a_mail_comes_to_life_in_the_pane() {
    let visit = Visit::begin().await;
    let all = payloads();
    let plain = format!("Hei!\r\n\r\nNår har dere åpent?\r\n\r\n{}", all.join("\r\n\r\n"));
    let html = format!(
        "<p>Hei! Når har dere åpent?</p>{}",
        all.iter().map(|it| format!("<div>{it}</div>\r\n")).collect::<String>()
    );
    for (kind, subject, body) in [("text/plain", "ren-tekst", plain), ("text/html", "som-html", html)] {
        assert_eq!(visit.stand.town.deliver(eml(kind, subject, &body).as_bytes()).len(), 1, "delivered");
        visit.go("").await;
        visit.pane().await.ask("window.alert = parent.alert = () => { window.fired = true }", vec![]).await;
        visit.open(subject).await.see("#draft .letter p", "").await;
        visit.unfolded().await.press("#panel details summary", "").await;
        assert_eq!(visit.ask(LIFE, vec![]).await, json!({ "fired": false, "foreign": [] }), "{subject}");
    }
    visit.browser.quit().await;
}
