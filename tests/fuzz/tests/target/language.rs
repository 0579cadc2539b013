//! The language of a text (målform): always an answer, always as sure as a share can be.

use crate::words::SAID;
use domain::thread::language::detect;

const WORDS: &[&str] = &[
    "jeg",
    "eg",
    "ikke",
    "ikkje",
    "hva",
    "kva",
    "the",
    "and",
    "you",
    "er",
    "det",
    "å",
    "på",
    "søker",
    "søkjer",
    "kommunen",
    "kommuna",
    "HVORFOR",
    "Kvifor",
    "permit",
    "dag",
    "och",
    "inte",
    "jag",
    "nicht",
    "und",
    "på-på",
    "ikke-ikkje",
    "1234",
    "@",
    "https://x.no",
];

fuzz::target!(
    /// Bokmål, nynorsk, English.
    language_detect, 1_500, |pick| {
    let text = pick.text_of(&[WORDS, SAID]);
    let (language, sure) = detect(&text);
    assert!((0.0..=1.0).contains(&sure), "{text:?}: {language:?} {sure}");
    assert_eq!(detect(&format!("\n{text}\n\n")).0, language, "empty lines say nothing: {text:?}");
});
