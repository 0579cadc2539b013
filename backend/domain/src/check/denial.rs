//! Denials (benektelser): whether a sentence says that something is not so, and whether a claim turns its source round.

use super::reading::{Reading, Word, words};

/// Words that deny.
const DENIALS: [&str; 21] = [
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

/// Whether two sentences in lower case differ by a denial only, where the denial stands: the words on both sides of it in the one
/// stand side by side in the other.
pub(super) fn is_turned(one: &str, other: &str) -> bool {
    let (one, other): (Vec<Word>, Vec<Word>) =
        (words(one).into_iter().flatten().collect(), words(other).into_iter().flatten().collect());
    let beside = |text: &[Word], (left, right): (&Word, &Word)| {
        text.windows(2).any(|pair| pair[0].stem == left.stem && pair[1].stem == right.stem)
    };
    around(&one).any(|pair| beside(&other, pair)) || around(&other).any(|pair| beside(&one, pair))
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

/// The words on both sides of each denial of a sentence, where no comma parts them.
pub(super) fn around(sentence: &[Word]) -> impl Iterator<Item = (&Word, &Word)> {
    let denials = (1..sentence.len()).filter(|at| is(&sentence[*at].small));
    denials.filter_map(|at| {
        let support = SUPPORTS.contains(&sentence[at - 1].small.as_str());
        let before = if support { at.checked_sub(2)? } else { at - 1 };
        let next = sentence.get(at + 1).filter(|next| !next.pause && !sentence[at].pause)?;
        Some((sentence.get(before)?, next))
    })
}

#[cfg(test)]
mod tests {
    use super::{denies, is_turned};

    #[test]
    fn a_denial_is_turned_where_it_stands() {
        for (one, other, turned) in [
            ("du må sende brevet på e-post", "du må ikke sende brevet på e-post", true),
            ("du må ikkje søkje", "du må søkje", true),
            ("you need a permit", "you do not need a permit", true),
            ("it doesn't apply here", "it applies here", false),
            ("klagen sendes til kommunen til vurdering", "klagen sendes til kommunen, ikke til fylket", false),
            ("du må sende brevet", "du må sende brevet", false),
        ] {
            assert_eq!(is_turned(one, other), turned, "{one} / {other}");
        }
        for (text, denial) in
            [("Det er ikke slik", true), ("It doesn't", true), ("I Norge", false), ("uten gebyr", false)]
        {
            assert_eq!(denies(text), denial, "{text}");
        }
    }
}
