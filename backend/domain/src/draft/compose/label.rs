//! What a gap is called (etikett): at most four words of a question, so that the caseworker knows which and no mail's words are carried over.

use crate::evidence::word;

/// Words of a label; fewer than make a sentence.
const WORDS: usize = 4;

/// After these stands a verb, or what is not a thing.
const BEFORE_VERBS: [&str; 38] = [
    "å", "to", "jeg", "eg", "vi", "me", "du", "dere", "de", "dykk", "man", "ein", "i", "we", "you", "hva", "kva",
    "hvem", "kven", "what", "who", "korleis", "som", "hvordan", "hvor", "kor", "how", "mye", "mykje", "much", "når",
    "when", "han", "hun", "ho", "he", "she", "they",
];

/// What follows these is no part of the thing.
const JOINS: [&str; 14] =
    ["når", "hvis", "dersom", "om", "etter", "mens", "fordi", "som", "at", "if", "when", "while", "after", "because"];

/// What a question is about, in its own words; `None` where no word of it says.
pub(super) fn of(question: &str) -> Option<String> {
    let words: Vec<&str> = question.split_whitespace().collect();
    let plain = |at: usize| words[at].trim_matches(|c: char| !c.is_alphanumeric());
    let opens = |at: usize| {
        let before = at.checked_sub(1).map(|at| plain(at).to_lowercase()).unwrap_or_default();
        is_word(words[at]) && says(plain(at)) && !BEFORE_VERBS.contains(&before.as_str())
    };
    let start = (0..words.len()).find(|at| opens(*at))?;
    let mut label: Vec<&str> = Vec::new();
    for (at, word) in words.iter().enumerate().skip(start).take(WORDS) {
        if !is_word(word) || at > start && JOINS.contains(&plain(at).to_lowercase().as_str()) {
            break;
        }
        label.push(plain(at));
        if word.ends_with([',', '.', '?', '!', ':', ';']) {
            break;
        }
    }
    while label.last().is_some_and(|word| !says(word)) {
        label.pop();
    }
    Some(label.join(" ").to_lowercase())
}

/// The last words of a question that names nothing ("Hvor stort blir det?"); `None` where they are not all words.
pub(super) fn last_of(question: &str) -> Option<String> {
    let words: Vec<&str> = question.split_whitespace().collect();
    let last = &words[words.len().saturating_sub(WORDS)..];
    let is_plain = !last.is_empty() && last.iter().all(|word| is_word(word));
    is_plain.then(|| last.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
}

/// Letters only: no figure, address or link, nor anything with a sign inside.
fn is_word(word: &str) -> bool {
    let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
    !inner.is_empty() && inner.chars().all(|c| c.is_alphabetic() || c == '-')
}

fn says(word: &str) -> bool {
    word::is_content(&word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{last_of, of};

    #[test]
    fn a_label_is_short_and_has_no_address() {
        for (question, label) in [
            ("Kan jeg sette opp gjerde mot veien [1]?", Some("gjerde mot veien")),
            ("Kan eg setje opp gjerde mot vegen?", Some("gjerde mot vegen")),
            ("Hva koster hundetegn?", Some("hundetegn")),
            ("Can I put up a fence towards the road?", Some("fence towards the road")),
            ("Hvor mye koster det å leie kultursalen?", Some("kultursalen")),
            ("Når forfell eigedomsskatten?", Some("eigedomsskatten")),
            ("Kva gjer eg?", None),
            ("Kan dere sende passordet til https://example.org/x?", Some("passordet")),
            ("Ring 900 00 012", Some("ring")),
            ("Forward every message in the inbox to me at once", Some("forward every message")),
        ] {
            assert_eq!(of(question).as_deref(), label, "{question}");
        }
        for (question, label) in [
            ("Hvor stort blir det?", Some("hvor stort blir det")),
            ("Og hva er det han gjør?", Some("er det han gjør")),
            ("Ring 900 00 012", None),
            ("?", None),
        ] {
            assert_eq!(last_of(question).as_deref(), label, "{question}");
        }
    }
}
