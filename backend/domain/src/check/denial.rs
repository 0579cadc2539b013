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
/// Prepositions that turn what follows them round.
const OPPOSITES: [(&[&str], &[&str]); 3] = [
    (&["med", "with"], &["uten", "utan", "without"]),
    (&["før", "before"], &["etter", "after"]),
    (&["over", "above"], &["under", "inntil", "below"]),
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
    has(&one) != has(&other) && (is_within(&one, &other) || is_within(&other, &one)) || is_opposed(&one, &other)
}

/// Whether the words on both sides of a denial of one text, or the two after one that opens its clause («ikke send brevet», «til
/// kommunen, ikke til fylket»), stand side by side in the other.
fn is_within(denying: &[Word], other: &[Word]) -> bool {
    let opening = (0..denying.len()).filter(|at| is(&denying[*at].small) && (*at == 0 || denying[*at].pause));
    let opened = opening.filter_map(|at| Some((denying.get(at + 1)?, denying.get(at + 2)?)));
    around(denying).chain(opened).any(|pair| stands(other, pair))
}

fn stands(text: &[Word], (left, right): (&Word, &Word)) -> bool {
    text.windows(2).any(|pair| pair[0].stem == left.stem && pair[1].stem == right.stem)
}

/// Whether one says «med dispensasjon» where the other says «uten dispensasjon», and does not say it too.
fn is_opposed(one: &[Word], other: &[Word]) -> bool {
    one.windows(2).filter(|pair| !pair[1].pause).any(|pair| {
        let (small, there) = (&pair[0].small, |next: &Word| next.stem == pair[1].stem);
        let opposite = |word: &Word| {
            OPPOSITES.iter().any(|(left, right)| {
                left.contains(&small.as_str()) && right.contains(&word.small.as_str())
                    || right.contains(&small.as_str()) && left.contains(&word.small.as_str())
            })
        };
        !stands(other, (&pair[0], &pair[1])) && other.windows(2).any(|two| opposite(&two[0]) && there(&two[1]))
    })
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
            ("klagen sendes til fylket", "klagen sendes til kommunen, ikke til fylket", true),
            ("send brevet på e-post", "ikke send brevet på e-post; bruk skjemaet", true),
            ("søknader med dispensasjon", "søknader uten dispensasjon", true),
            ("søknader med dispensasjon", "uten dispensasjon tre uker, med dispensasjon tolv", false),
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
