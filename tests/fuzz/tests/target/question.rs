//! Questions in a mail (spørsmål): words of the mail, never empty.

use crate::words::SAID;
use domain::thread::question;

const WORDS: &[&str] = &[
    "?",
    "??",
    "?!",
    "Hva koster det",
    "Når åpner dere?",
    "Kan dere sende skjema?",
    "Jeg lurer på om",
    "Eg lurer på kva",
    "og hva",
    "samt",
    "1. ",
    "2) ",
    "- ",
    "a) ",
    "\n",
    "\n\n",
    ".",
    ",",
    ":",
    "hvor mye",
    "hvem",
    "Could you",
    "please tell me",
    "I wonder whether",
    "Gi meg beskjed",
    "Ønsker svar på",
    "følgende spørsmål:",
    "eller",
    "(",
    ")",
    "f.eks.",
    "https://x.no/?a=b?c",
    "Hvorfor det? Fordi.",
];

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fuzz::target!(
    /// What is asked.
    question_find, 700, |pick| {
    let text = pick.text_of(&[WORDS, SAID]);
    let all = letters(&text);
    for question in question::find(&text) {
        // The first letter may have become a capital.
        let words: String = letters(&question).chars().skip(3).collect();
        assert!(!question.trim().is_empty() && all.contains(&words), "{text:?}: {question:?}");
    }
});
