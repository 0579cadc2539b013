//! Input that nobody meant well: each ends in one clear sentence or in an honest draft, in bounded time.

use crate::prepared;
use domain::{port::Reader, thread::Message};
use std::{fmt::Write, fs};
use vocabulary::Outcome;

const HEAD: &str = "From: Per Haug <per.haug@example.no>\nSubject: Tilbygg\nDate: Fri, 20 Nov 2026 08:42:11 +0100\nMIME-Version: 1.0\n";

fn html(body: &str) -> Vec<u8> {
    format!("{HEAD}Content-Type: text/html; charset=utf-8\n\n{body}").into_bytes()
}

#[test]
fn what_is_no_mail_is_said_to_be_none() {
    let noise: Vec<u8> = (0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for (what, bytes) in [("nothing", Vec::new()), ("noise", noise), ("zeros", vec![0; 10_000])] {
        let failure = text::Text.mail(&bytes).expect_err(what);
        assert!(failure.to_string().contains(".eml"), "{what}: {failure}");
    }
}

#[tokio::test]
async fn a_hundred_thousand_nested_tags_do_not_hide_the_question() {
    let body = format!("{}Hva koster tilbygg?{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
    let mail = text::Text.mail(&html(&body)).expect("a mail");
    let shown = prepared(mail).await.expect("a draft");
    assert_eq!(shown.thread.questions(), ["Hva koster tilbygg?"]);
    assert_eq!(shown.checked.draft().frame().outcome, Outcome::Ready);
}

#[tokio::test]
async fn a_mail_without_a_word_is_an_honest_nothing() {
    let mail = Message { text: "\u{200b}".repeat(1000), ..text::Text.mail(HEAD.as_bytes()).expect("a mail") };
    let shown = prepared(mail).await.expect("a draft");
    assert!(shown.thread.questions().is_empty());
}

#[test]
fn a_wrong_line_of_the_records_is_named_with_file_line_field_and_remedy() {
    let good = "{\"number\":\"2026/1\",\"title\":\"Sak\",\"status\":\"B\"}";
    for (line, field) in [
        ("{\"number\":\"2026/2\",\"titel\":\"Sak\"}", "titel"),
        ("{\"number\":\"tull\",\"title\":\"Sak\",\"status\":\"B\"}", "number"),
        ("{\"number\":\"2026/2\",\"title\":5,\"status\":\"B\"}", "title"),
        ("{", "line 2"),
    ] {
        let folder = tempfile::TempDir::new().expect("a folder");
        let mut cases = String::new();
        let _ = write!(cases, "{good}\n{line}\n");
        fs::write(folder.path().join("cases.jsonl"), cases).expect("a file");
        let Err(why) = backend::wire::records(folder.path()) else { panic!("{line} is taken") };
        for part in ["cases.jsonl", "2", field] {
            assert!(why.contains(part), "{line}: {why}");
        }
    }
    let Err(why) = backend::wire::records(std::path::Path::new("no-such-folder")) else { panic!("nothing is taken") };
    assert!(why.contains("no-such-folder"), "{why}");
}
