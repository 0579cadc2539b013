//! Pseudonyms (pseudonymer): what is hidden comes back exactly, and what is known is never shown.

use crate::words::SAID;
use domain::thread::Redaction;

const WORDS: &[&str] = &[
    "Per Haug",
    "Per",
    "Haug",
    "PER HAUG",
    "per",
    "Kari Nordby",
    "[PERSON_1]",
    "[PERSON_",
    "[NUMBER_1]",
    "[TEXT_1]",
    "[",
    "]",
    "[EMAIL_99]",
    "13097248022",
    "130972 48022",
    "per.haug@example.no",
    "Storgata 12",
    "900 00 000",
    "8601 11 17947",
    "kr 12 500",
    "sak 26/1234",
    "1. mars 2026",
    "kommune",
    "Fjordvik kommune",
    ",",
    ".",
    " ",
    "\n",
    "s",
    "-",
];

/// Whether the number stands in the text, and not within a longer row of digits.
fn shows(text: &str, number: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let mut places = text.match_indices(number);
    places.any(|(at, _)| !text[..at].ends_with(digit) && !text[at + number.len()..].starts_with(digit))
}

fuzz::target!(
    /// There and back again.
    redact_restore, 500, |pick| {
    let names = ["Per Haug".to_owned(), "Kari Nordby".to_owned(), pick.words(3, WORDS)];
    let mut redaction = Redaction::new(&names);
    for _ in 0..2 {
        let text = pick.part().text_of(&[WORDS, SAID]);
        let hidden = redaction.hide(&text);
        assert_eq!(redaction.restore(&hidden), text, "{hidden:?}");
        assert!(!shows(&hidden, "13097248022"), "{text:?}: {hidden:?}");
    }
});
