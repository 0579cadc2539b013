//! What is to be answered (spørsmålene): double questions taken apart, what leans on the question before joined to it.

use super::{about_case, topic::Topic};
use crate::draft::brief::{Brief, Purpose};
use crate::evidence::word;

/// A question, or one half of a double one with the whole beside it ("koster den noe?" needs to know what).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) clause: String,
    pub(super) whole: String,
}

/// Each question with each of its topics; a mail without a question is read by its subject. What a receipt says already is left out.
pub(super) fn asked(brief: &Brief) -> Vec<(Asked, Topic)> {
    let pairs = |asked: Asked| {
        Topic::of(&asked.clause).into_iter().map(move |topic| (asked.clone(), topic)).collect::<Vec<_>>()
    };
    let mut asked: Vec<_> = clauses(&brief.questions).into_iter().flat_map(pairs).collect();
    if asked.is_empty() {
        asked = pairs(Asked { clause: brief.subject.clone(), whole: brief.subject.clone() });
        asked.retain(|(_, topic)| !matches!(topic, Topic::Other | Topic::Appeal));
    }
    let said = said(brief);
    asked.retain(|(_, topic)| !said.contains(topic));
    let mut seen = Vec::new();
    // Topics that turn on the case alone are answered once, however often they are asked.
    asked.retain(|(_, topic)| {
        let again = topic.is_of_case() && seen.contains(topic);
        seen.push(*topic);
        !again
    });
    asked
}

/// What the receipt at the top of the letter tells.
fn said(brief: &Brief) -> &'static [Topic] {
    match brief.purpose {
        Purpose::Answer => &[],
        Purpose::AccessRequest => &[Topic::Documents, Topic::When],
        // Who has waited long asks again on purpose, and without a case nothing has been said of it.
        Purpose::Complaint if about_case::waits(&brief.mail) && brief.case.is_none() => &[],
        Purpose::Complaint => &[Topic::When, Topic::Status],
    }
}

/// The questions, double ones taken apart; a line that only leads up to questions ("Jeg lurer på to ting:") is none.
fn clauses(questions: &[String]) -> Vec<Asked> {
    let mut found = Vec::new();
    for question in questions.iter().map(|question| question.trim()).filter(|question| !question.is_empty()) {
        if question.ends_with(':') && questions.len() > 1 {
            continue;
        }
        // "Koster den noe?" is about what was asked before it.
        let before = found.last().filter(|_| leans_on_another(question)).map(|asked: &Asked| asked.whole.clone());
        let whole = before.map_or_else(|| question.to_owned(), |before| format!("{before} {question}"));
        let mut rest = without_lead(question);
        while let Some((at, joint)) = joint(rest) {
            found.push(Asked { clause: rest[..at].to_owned(), whole: whole.clone() });
            rest = &rest[at + joint..];
        }
        found.push(Asked { clause: rest.to_owned(), whole });
    }
    found
}

fn leans_on_another(question: &str) -> bool {
    const PRONOUNS: [&str; 8] = ["den", "det", "dette", "denne", "han", "ho", "it", "that"];
    let mut words = question.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.any(|word| PRONOUNS.contains(&word.to_lowercase().as_str())) && word::stems(question).len() <= 2
}

/// The question after "Da gjenstår bare ett spørsmål: ".
fn without_lead(question: &str) -> &str {
    let asked = question.split_once(": ").map(|(_, rest)| rest.trim());
    asked.filter(|rest| rest.ends_with('?') && rest.starts_with(char::is_uppercase)).unwrap_or(question)
}

/// Where a second question begins within one: after ", og", when what follows asks by its first word.
fn joint(text: &str) -> Option<(usize, usize)> {
    const ASKING: [&str; 30] = [
        "hva", "hvem", "hvor", "når", "hvordan", "hvorfor", "hvilke", "kva", "kven", "kor", "korleis", "kvifor", "er",
        "må", "kan", "skal", "har", "koster", "kostar", "finnes", "finst", "what", "who", "how", "when", "where", "is",
        "do", "can", "does",
    ];
    let joints =
        [", og ", ", and ", " og ", " and "].iter().filter_map(|joint| text.find(joint).map(|at| (at, joint.len())));
    joints
        .filter(|(at, length)| {
            let next = text[at + length..].split_whitespace().next().unwrap_or_default();
            let before = &text[..*at];
            ASKING.contains(&next.to_lowercase().as_str()) && !word::stems(before).is_empty()
        })
        .min()
}
