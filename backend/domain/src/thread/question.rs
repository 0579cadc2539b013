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
    let sentences = sentence::split(text);
    for (at, range) in sentences.iter().enumerate() {
        let sentence = bare(&text[range.clone()]);
        let next = sentences.get(at + 1).map_or("", |range| &text[range.clone()]);
        if sentence.chars().count() > 600 || !is_question(&sentence) || is_offer(&sentence, next) {
            continue;
        }
        for question in parts(without_lead(&sentence)) {
            let question = capitalised(&question);
            if !questions.contains(&question) && questions.len() < MOST {
                questions.push(question);
            }
        }
    }
    // "Jeg lurer på tre ting:" only leads up to what is asked.
    if questions.iter().any(|question| !question.ends_with(':')) {
        questions.retain(|question| !question.ends_with(':'));
    }
    questions
}

/// The question without a greeting before it, or what leads up to it ("Da er det bare ett spørsmål igjen: ").
fn without_lead(sentence: &str) -> &str {
    const GREETINGS: [&str; 6] = ["hei", "hallo", "god dag", "hello", "hi", "dear"];
    const JOINTS: [&str; 5] = ["og ", "men ", "and ", "but ", "så "];
    let mut rest = sentence;
    if let Some((lead, after)) = rest.split_once(": ")
        && after.ends_with('?')
        && asks_at_once(after)
        && !lead.contains('?')
    {
        rest = after.trim_start();
    }
    if let Some((greeting, after)) = rest.split_once(", ") {
        let lower = greeting.to_lowercase();
        let greets = GREETINGS.iter().any(|one| lower.starts_with(one)) && lower.split_whitespace().count() <= 3;
        rest = if greets && asks_at_once(after) { after } else { rest };
    }
    let joint =
        JOINTS.iter().find(|joint| rest.get(..joint.len()).is_some_and(|start| start.eq_ignore_ascii_case(joint)));
    joint.map(|joint| &rest[joint.len()..]).filter(|after| asks_at_once(after)).unwrap_or(rest)
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Whether a question only leads to a link, as advertisements ask ("Vil du ha flere tilbud? Klikk her: https://…").
fn is_offer(question: &str, next: &str) -> bool {
    const OFFERS: [&str; 7] =
        ["vil du ", "ønsker du ", "ønskjer du ", "har du lyst", "do you want", "would you like", "want "];
    let (question, next) = (question.to_lowercase(), next.to_lowercase());
    OFFERS.iter().any(|offer| question.starts_with(offer))
        && ["http://", "https://", "www."].iter().any(|link| next.contains(link))
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
                &["Når er fristen for å klage?", "Hvor skal jeg sende klagen?"],
            ),
            (
                "Jeg lurer på to ting:\nHva koster det?\nHei igjen, kan dere ringe meg?",
                &["Hva koster det?", "Kan dere ringe meg?"],
            ),
            (
                "Da gjenstår ett spørsmål: Hvor lenge må vi vente på attesten, og koster den noe ekstra?",
                &["Hvor lenge må vi vente på attesten?", "Koster den noe ekstra?"],
            ),
            ("Vil du ikke ha flere nyhetsbrev? Meld deg av her: https://konferanse.example/av", &[]),
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
