//! How fast documents become text: a page of a letter in each format, and files of many pages.

use crate::{median, say};
use document::made;
use domain::port::Said;
use std::time::Duration;
use text::Text;

/// A line of a letter.
const LINE: &str = "Kommunen har mottatt søknaden din om tilbygg til bolig og har nå vurdert om den kan godkjennes.";
/// Lines of a page.
const LINES: usize = 45;

/// Prints the figures.
pub(crate) fn run() {
    for pages in [1, 100] {
        let page = made::letters(&[LINE; LINES]);
        told("pdf", pages, &made::pdf(&vec![page.as_str(); pages]));
        let all = LINES * pages;
        told("docx", pages, &made::docx(&format!("<w:p><w:r><w:t>{LINE}</w:t></w:r></w:p>").repeat(all)));
        told("odt", pages, &made::odt(&format!("<text:p>{LINE}</text:p>").repeat(all)));
        told("html", pages, format!("<!doctype html>{}", format!("<p>{LINE}</p>").repeat(all)).as_bytes());
        told(
            "mail",
            pages,
            format!("From: a@example.no\r\nSubject: s\r\n\r\n{}", format!("{LINE}\r\n").repeat(all)).as_bytes(),
        );
        told("plain", pages, format!("{LINE}\n").repeat(all).as_bytes());
    }
}

fn told(format: &str, pages: usize, bytes: &[u8]) {
    let read = || document::read(bytes, Said::default(), &Text, Duration::from_secs(60));
    let length = read().map_or(0, |read| read.text.len());
    say(&format!("document {format}, {pages} pages, bytes of text"), length, median(|| drop(read())));
}
