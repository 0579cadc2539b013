//! The door: who is refused leaves a line with id, operation and reason; a flood of them leaves few; who asks too often waits.

use crate::{
    attack::Attack,
    privacy,
    sign_in::{SECRET, get, redeem, ticket_of},
    walk::{POSTMOTTAK, TILBYGG, mail_about},
};
use contract::{
    Access, Kind, Operation, Problem, TABLE,
    operation::{ListReviews, PrepareDraft, ShowDraft, WhoAmI},
};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use suite::Stand;
use town::{Folder, Mail};

fn id(answer: &Response) -> String {
    answer.headers()["x-request-id"].to_str().expect("an id").to_owned()
}

/// The lines that belong to these requests and say this.
fn lines(log: &str, ids: &[String], message: &str) -> Vec<Value> {
    let all = log.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line is JSON"));
    let own = all.filter(|line| line["span"]["trace"].as_str().is_some_and(|trace| ids.iter().any(|id| id == trace)));
    own.filter(|line| line["fields"]["message"] == message).collect()
}

/// Names of a mail, its conversation and its mailbox that are none, or do not belong together.
fn misnamed(stand: &Stand) -> Vec<Value> {
    let mails = stand.town.mails(POSTMOTTAK, Folder::Inbox);
    let mail = mail_about(stand, TILBYGG);
    let (id, conversation) = (mail.immutable_id(), mail.conversation());
    let other = mails.iter().map(Mail::conversation).find(|other| *other != conversation).expect("another");
    let named = |mail: &str, conversation: &str, mailbox: &str| json!({"mail": mail, "conversation": conversation, "mailbox": mailbox});
    let long = "A".repeat(5000);
    let none = ["", "x/../../users/ola/messages/1?", "AAAA", "æ", "{{RID}}", "x%2fy", "x y", "x\0y", &long];
    let mut all: Vec<Value> = none.iter().map(|none| named(none, &conversation, POSTMOTTAK)).collect();
    all.extend(["' or subject ne '", "", "AAAA", &other].map(|none| named(&id, none, POSTMOTTAK)));
    all.extend(["postmottak", "a@b.no/messages", "", "me", "../me"].map(|none| named(&id, &conversation, none)));
    all
}

/// The same with the fields that an operation has besides.
fn with(named: &Value, more: &Value) -> String {
    let mut all = named.as_object().expect("an object").clone();
    all.extend(more.as_object().expect("an object").clone());
    Value::Object(all).to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_names_of_mails_that_are_none() {
    let stand = Stand::up().await;
    let mut attack = Attack::on("names of mails that are none");
    for named in misnamed(&stand) {
        for (path, more) in [
            ("/api/sort-mail", json!({})),
            ("/api/confirm-sort", json!({"class": "journal", "forward_to": null})),
            (PrepareDraft::PATH, json!({"again": false, "case": null, "without_case": false})),
        ] {
            let answer = stand.post(path, Some(&stand.token("kari")), with(&named, &more)).await;
            let (status, told) = (answer.status(), answer.text().await.expect("an answer"));
            let is_streamed = status == StatusCode::OK && told.contains("event: problem");
            let is_told = (status == StatusCode::NOT_FOUND || is_streamed) && told.contains("problem:not-found");
            attack.case(format!("{path} {named:.80}"), !is_told);
        }
    }
    attack.end();
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_more_calls_than_a_person_has() {
    let stand = Stand::with(&[("SAKSVAR__SERVER__PER_PERSON", "10")]).await;
    let mut attack = Attack::on("more calls than a person has");
    let session = redeem(&stand, &ticket_of(&stand, "kari").await, SECRET).await.expect("a bearer");
    for _ in 0..10 {
        stand.post(WhoAmI::PATH, Some(&stand.token("kari")), "{}").await;
    }
    let mut claims = stand.town.claims("kari").expect("Kari");
    claims["roles"] = vec!["Auditor"].into();
    let other = stand.town.sign(&claims).expect("signed");
    for bearer in [stand.token("kari"), session, other] {
        for row in TABLE.iter().filter(|row| row.access != Access::Anyone) {
            let request = stand.client.post(format!("{}{}", stand.url, row.path)).bearer_auth(&bearer);
            let request = request.header("content-type", "application/json").header("x-forwarded-for", "203.0.113.9");
            let status = request.body("{}").send().await.expect("an answer").status();
            attack.case(row.path, status != StatusCode::TOO_MANY_REQUESTS);
        }
    }
    attack.end();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_refused_leaves_a_line_with_id_operation_and_reason() {
    let (log, stand) = (privacy::lines(), Stand::up().await);
    let (kari, tor) = (stand.token("kari"), stand.token("tor"));
    let mut claims = stand.town.claims("kari").expect("Kari");
    claims["aud"] = "another".into();
    let other = stand.town.sign(&claims).expect("signed");
    let draft = json!({"draft": "none"}).to_string();
    for (path, bearer, body, reason, why) in [
        (ShowDraft::PATH, None, draft.as_str(), "no-bearer", ""),
        (ShowDraft::PATH, Some("a.b.c"), &draft, "token", "this is no token"),
        (ShowDraft::PATH, Some("unknown-session"), &draft, "token", "the sign-in has ended"),
        (WhoAmI::PATH, Some(&other), "{}", "token", "the token is meant for another service"),
        (ListReviews::PATH, Some(&kari), "{}", "role", ""),
        (PrepareDraft::PATH, Some(&tor), &draft, "role", ""),
        (ShowDraft::PATH, Some(&kari), "{\"draft\":5}", "bad-input", ""),
        ("/gate/know", None, "{", "bad-input", ""),
    ] {
        let answer = stand.post(path, bearer, body.to_owned()).await;
        let (ids, status) = ([id(&answer)], answer.status());
        assert!(status.is_client_error(), "{path} {reason}");
        let told = lines(&log.text(), &ids, "refused at the door");
        let [line] = told.as_slice() else { panic!("{path} {reason}: {told:?}") };
        assert_eq!((&line["fields"]["reason"], &line["span"]["operation"]), (&json!(reason), &json!(path)));
        assert!(line["fields"]["why"].as_str().is_some_and(|told| told == why), "{line}");
        assert!(
            [kari.as_str(), &tor, &other, "a.b.c", "unknown-session"].iter().all(|it| !line.to_string().contains(it))
        );
    }
    let figures = stand.metrics().await;
    for (reason, count) in [("no-bearer", 1), ("token", 3), ("role", 2), ("bad-input", 2)] {
        let line = format!("saksvar_refusals_total{{reason=\"{reason}\"}} {count}");
        assert!(figures.lines().any(|told| told == line), "{line}: {figures}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_in_by_the_window_or_is_turned_away_leaves_a_line() {
    let (log, stand) = (privacy::lines(), Stand::up().await);
    let ticket = ticket_of(&stand, "kari").await;
    let body = json!({"ticket": ticket, "secret": SECRET}).to_string();
    let answer = stand.post("/auth/redeem", None, body.clone()).await;
    assert_eq!(
        (answer.status(), lines(&log.text(), &[id(&answer)], "signed in by the window").len()),
        (StatusCode::OK, 1)
    );
    let again = stand.post("/auth/redeem", None, body).await;
    let lost = get(&stand, "/auth/callback?state=made-up&code=made-up").await;
    for (answer, why) in
        [(again, "the ticket is used, unknown, or too old"), (lost, "the sign-in was not begun here, or took too long")]
    {
        let told = lines(&log.text(), &[id(&answer)], "refused at the door");
        assert_eq!((told.len(), &told[0]["fields"]["reason"]), (1, &json!("sign-in")));
        assert_eq!(told[0]["fields"]["why"], why);
    }
    assert!(!log.text().contains(&ticket));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_refusals_leaves_few_lines_and_is_counted_whole() {
    let (log, stand) = (privacy::lines(), Stand::up().await);
    let mut ids = Vec::new();
    for _ in 0..300 {
        ids.push(id(&stand.post(WhoAmI::PATH, Some("a.b.c"), "{}").await));
    }
    let text = log.text();
    assert_eq!(lines(&text, &ids, "refused at the door").len(), 60);
    assert_eq!(lines(&text, &ids, "answered").len(), 120);
    assert!(stand.metrics().await.contains("saksvar_refusals_total{reason=\"token\"} 300"));
    // Who is signed in has a line for every call all the same.
    let answer = stand.post(WhoAmI::PATH, Some(&stand.token("kari")), "{}").await;
    assert_eq!(lines(&log.text(), &[id(&answer)], "answered").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_who_asks_too_often_waits_and_others_do_not() {
    let (log, stand) = (privacy::lines(), Stand::with(&[("SAKSVAR__SERVER__PER_PERSON", "10")]).await);
    for _ in 0..10 {
        assert_eq!(stand.post(WhoAmI::PATH, Some(&stand.token("kari")), "{}").await.status(), StatusCode::OK);
    }
    // By whatever token, and for whatever operation.
    let bearer = redeem(&stand, &ticket_of(&stand, "kari").await, SECRET).await.expect("a bearer");
    for (path, bearer) in [(WhoAmI::PATH, stand.token("kari")), (ShowDraft::PATH, bearer)] {
        let answer = stand.post(path, Some(&bearer), "{}").await;
        assert_eq!(
            (answer.status(), &answer.headers()["retry-after"]),
            (StatusCode::TOO_MANY_REQUESTS, &"60".parse().expect("a value"))
        );
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
        let told = lines(&log.text(), &[id(&answer)], "refused at the door");
        assert_eq!(told[0]["fields"]["reason"], "calls-of-the-person");
        assert_eq!(answer.json::<Problem>().await.expect("a problem").kind, Kind::TooMany);
    }
    assert_eq!(stand.post(WhoAmI::PATH, Some(&stand.token("ola")), "{}").await.status(), StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_has_so_many_calls_a_minute_and_its_neighbour_has_its_own() {
    let stand = Stand::with(&[("SAKSVAR__SERVER__PER_TENANT", "100"), ("SAKSVAR__SERVER__PER_PERSON", "60")]).await;
    let mut refused = 0;
    for call in 0..120 {
        let person = ["kari", "ola"][call % 2];
        let status = stand.post(WhoAmI::PATH, Some(&stand.token(person)), "{}").await.status();
        refused += u32::from(status == StatusCode::TOO_MANY_REQUESTS);
    }
    assert_eq!(refused, 20);
}
