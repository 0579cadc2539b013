//! What is asked (spørsmål): sentences with a question mark, and those that ask without one, each in the citizen's own words.

use super::sentence;

/// Words that ask without a question mark, anywhere in a sentence.
const ASKING: &[&str] = &[
    "lurer på",
    "lurar på",
    "lurer eg på",
    "lurte på",
    "undrar på",
    "undrer på",
    "ønsker å vite",
    "ønskjer å vite",
    "ynskjer å vite",
    "vil gjerne vite",
    "vil gjerne ha svar",
    "vil vite",
    "skulle gjerne visst",
    "skulle gjerne ha visst",
    "skulle gjerne vite",
    "ønsker svar på",
    "ønskjer svar på",
    "ønsker informasjon om",
    "ønskjer informasjon om",
    "ønsker å få vite",
    "kan dere si",
    "kan de seie",
    "kan du si",
    "kan du seie",
    "kan dykk",
    "kan dere opplyse",
    "kan dere sende",
    "kan du sende",
    "kan de sende",
    "kan dere gi",
    "gi meg beskjed",
    "gje meg beskjed",
    "ber om svar på",
    "ber om opplysning",
    "spørsmålet mitt er",
    "would like to know",
    "i wonder",
    "i was wondering",
    "wondering if",
    "wondering whether",
    "could you",
    "can you",
    "please tell me",
    "please let me know",
    "like to ask",
    "undrar om",
    "undrar jag",
    "vil gerne vide",
    "ønsker at vide",
    "kan i oplyse",
];

/// Words that begin a question.
const BEGINNINGS: &[&str] = &[
    "hva", "hvor", "hvordan", "hvorfor", "hvem", "hvilken", "hvilke", "hvilket", "når", "kan", "må", "er", "har",
    "skal", "får", "vil", "kunne", "finnes", "gjelder", "kva", "kor", "korleis", "kvifor", "kven", "kva", "kvar",
    "finst", "gjeld", "what", "how", "when", "where", "who", "which", "why", "can", "could", "do", "does", "is", "are",
    "must", "will", "should", "hvad", "hvornår", "vad", "hur", "varför", "blir", "trenger", "treng", "bør", "koster",
    "kostar", "hvis", "dersom",
];

/// At most so many are kept.
const MOST: usize = 25;

/// The questions of a text, in order, none twice.
#[must_use]
pub fn find(text: &str) -> Vec<String> {
    let mut questions: Vec<String> = Vec::new();
    for range in sentence::split(text) {
        let sentence = bare(&text[range]);
        if sentence.chars().count() > 600 || !is_question(&sentence) {
            continue;
        }
        for question in parts(&sentence) {
            if !questions.contains(&question) && questions.len() < MOST {
                questions.push(question);
            }
        }
    }
    questions
}

/// On one line, without list marks.
fn bare(sentence: &str) -> String {
    let line = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_start_matches(['-', '–', '*', '•', '·', ' ']);
    match line.split_once(['.', ')']) {
        Some((mark, rest)) if mark.len() == 1 && rest.starts_with(' ') => rest.trim_start().to_owned(),
        _ => line.to_owned(),
    }
}

fn is_question(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let words = lower.split_whitespace().count();
    (lower.contains('?') && words >= 2) || (words >= 4 && ASKING.iter().any(|asking| lower.contains(asking)))
}

/// One question, or two where «, og» joins what are clearly two.
fn parts(sentence: &str) -> Vec<String> {
    for joint in [", og ", " og ", ", and ", " and ", "? Og ", ", eller "] {
        let Some((left, right)) = sentence.split_once(joint) else { continue };
        if left.split_whitespace().count() >= 3
            && right.split_whitespace().count() >= 3
            && asks(left)
            && asks_at_once(right)
        {
            let left = left.trim_end_matches(['?', ',']);
            return vec![format!("{left}?"), right.to_owned()];
        }
    }
    vec![sentence.to_owned()]
}

/// Begins like a question, perhaps behind «Hei,».
fn asks(text: &str) -> bool {
    let lower = text.to_lowercase();
    asks_at_once(text)
        || lower.split_once(", ").is_some_and(|(_, rest)| asks_at_once(rest))
        || ASKING.iter().any(|asking| lower.contains(asking))
}

fn asks_at_once(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    BEGINNINGS.contains(&first.as_str())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn questions_are_found_in_the_citizens_words() {
        let table: &[(&str, &[&str])] = &[
            ("Hei!\nHva koster det å søke?", &["Hva koster det å søke?"]),
            (
                "Jeg lurer på om det er kommet noe svar på søknaden min.",
                &["Jeg lurer på om det er kommet noe svar på søknaden min."],
            ),
            ("Hei. Eg lurer på kva tid barnehagen opnar.", &["Eg lurer på kva tid barnehagen opnar."]),
            ("Kan dere si når saken blir behandlet.", &["Kan dere si når saken blir behandlet."]),
            ("I would like to know when the office opens.", &["I would like to know when the office opens."]),
            (
                "Når er fristen for å klage, og hvor skal jeg sende klagen?",
                &["Når er fristen for å klage?", "hvor skal jeg sende klagen?"],
            ),
            ("Kan jeg bygge garasje og carport på tomten?", &["Kan jeg bygge garasje og carport på tomten?"]),
            ("1. Hva er gebyret?\n2. Når er fristen?", &["Hva er gebyret?", "Når er fristen?"]),
            ("Takk for svaret. Ha en fin dag.", &[]),
            ("Er dette\nrett adresse?", &["Er dette rett adresse?"]),
        ];
        for (text, questions) in table {
            assert_eq!(find(text), *questions, "{text:?}");
        }
    }
}
