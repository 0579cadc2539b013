//! A model that goes round in a circle (gjentakelse): it says the same again and again until its ceiling is reached.

use std::collections::HashMap;

/// Characters at the end that are looked at.
const TAIL: usize = 1_200;
/// Times that a sentence may stand in a letter.
const TIMES: usize = 3;
/// Characters of a sentence that is told apart from others like it.
const SENTENCE: usize = 20;
/// Characters of a word; the longest in Norwegian have about fifty.
const WORD: usize = 100;

/// Whether the end of what was said so far repeats itself with one period.
pub(crate) fn is_circling(content: &str) -> bool {
    let tail: Vec<char> = content.chars().rev().take(TAIL).collect();
    let repeats = |period: usize| tail.iter().zip(&tail[period..]).all(|(one, other)| one == other);
    tail.len() == TAIL && (1..=TAIL / 4).any(repeats)
}

/// Whether a finished text says one sentence more often than a letter does, or holds a word that is none.
pub(crate) fn is_senseless(text: &str) -> bool {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let sentences = text.split(['.', '!', '?', '\n']).map(str::trim).filter(|one| one.chars().count() >= SENTENCE);
    let too_often = sentences.into_iter().any(|sentence| {
        let times = seen.entry(sentence).or_default();
        *times += 1;
        *times > TIMES
    });
    too_often || text.split_whitespace().any(|word| word.chars().count() > WORD)
}

#[cfg(test)]
mod tests {
    use super::{is_circling, is_senseless};

    #[test]
    fn a_circle_is_told_from_a_letter() {
        let letter: String = (0..200).map(|n| format!("Punkt {n} handler om gebyr nummer {}. ", n * 7)).collect();
        for (content, circling) in [
            (letter.as_str(), false),
            ("Kort.", false),
            (&format!("{letter}{}", "a".repeat(1_200)), true),
            (&format!("{letter}{}", "Saken er under behandling. ".repeat(60)), true),
            (&"{\"text\":\"Ja.\",\"citations\":[1]},".repeat(50), true),
        ] {
            assert_eq!(is_circling(content), circling, "{content}");
        }
        for (text, senseless) in [
            (letter.as_str(), false),
            ("Ja. Ja. Ja. Ja. Ja.", false),
            (&"Saken er under behandling. ".repeat(3), false),
            (&"Saken er under behandling. ".repeat(4), true),
            (&"ord".repeat(40), true),
        ] {
            assert_eq!(is_senseless(text), senseless, "{text}");
        }
    }
}
