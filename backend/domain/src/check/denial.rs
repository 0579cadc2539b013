//! Denials (benektelser): whether a sentence says that something is not so, and whether a claim turns its source round.

use super::reading::{Reading, Word};

/// Words that deny.
const DENIALS: [&str; 24] = [
    "ikke",
    "ikkje",
    "ingen",
    "inga",
    "inkje",
    "intet",
    "ingenting",
    "aldri",
    "verken",
    "korkje",
    "hverken",
    "not",
    "no",
    "never",
    "cannot",
    "none",
    "neither",
    "nor",
    "n't",
    "nothing",
    "without",
    "uten",
    "utan",
    "neppe",
];
/// Verbs that English puts before a denial and that the sentence without it does not have.
const SUPPORTS: [&str; 3] = ["do", "does", "did"];

/// Whether a word in lower case denies.
pub(super) fn is(word: &str) -> bool {
    DENIALS.contains(&word) || word.ends_with("n't") || word.ends_with("n’t")
}

/// Whether a sentence says that something is not so.
pub(super) fn denies(text: &str) -> bool {
    let text = text.to_lowercase();
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').any(is)
}

/// Whether a claim leaves out the denial of the sentence it repeats, or puts one in: the words on both sides of the denial
/// stand side by side in the other text, and never with a denial there.
pub(super) fn is_reversed(claim: &[Vec<Word>], source: &Reading) -> bool {
    let denied = claim.iter().flat_map(|sentence| around(sentence)).any(|(one, next)| {
        let places = source.pair(one, next);
        !places.is_empty() && places.iter().all(|at| !has(&source.sentences[*at as usize]))
    });
    denied || claim.iter().filter(|sentence| !has(sentence)).any(|sentence| affirms(sentence, source))
}

fn has(sentence: &[Word]) -> bool {
    sentence.iter().any(|word| is(&word.small))
}

/// Whether a claim that denies nothing says side by side what the source says with a denial between, and only so.
fn affirms(sentence: &[Word], source: &Reading) -> bool {
    sentence.windows(2).any(|pair| {
        let key = (pair[0].stem.clone(), pair[1].stem.clone());
        source.denied.contains(&key) && source.pair(&pair[0], &pair[1]).is_empty()
    })
}

/// The words on both sides of each denial of a sentence.
pub(super) fn around(sentence: &[Word]) -> impl Iterator<Item = (&Word, &Word)> {
    let denials = (1..sentence.len()).filter(|at| is(&sentence[*at].small));
    denials.filter_map(|at| {
        let support = SUPPORTS.contains(&sentence[at - 1].small.as_str());
        let before = if support { at.checked_sub(2)? } else { at - 1 };
        Some((sentence.get(before)?, sentence.get(at + 1)?))
    })
}
