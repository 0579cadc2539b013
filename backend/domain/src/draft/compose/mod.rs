//! The built-in writer (innebygd skriver): no model, no network; answers each question from the evidence, or leaves a gap.
//!
//! The mail steers nothing here: its questions are keys to look up evidence with, and the only words of it that reach the
//! letter stand in a gap, which cannot leave. Every claim carries the number of the source whose words or values it uses.

mod about_case;
mod facts;
mod fee;
mod letter;
mod lookup;
mod receipt;
mod topic;
mod wording;

use super::brief::{Answer, Brief, Purpose};
use letter::Letter;
pub use letter::{closing, greeting};
use topic::Topic;

/// Writes the reply.
#[must_use]
pub fn compose(brief: &Brief) -> Answer {
    let mut letter = Letter::new(brief);
    letter.greet();
    match brief.purpose {
        Purpose::Answer => letter.thank(),
        Purpose::AccessRequest => receipt::access_request(&mut letter),
        Purpose::Complaint => receipt::complaint(&mut letter),
    }
    let questions = asked(brief);
    for (asked, topic) in &questions {
        answer(&mut letter, asked, *topic);
    }
    if questions.is_empty() && brief.purpose == Purpose::Answer {
        receipt::bare(&mut letter);
    }
    letter.close()
}

/// What is to be answered: each question with each of its topics; a mail without a question is read by its subject. What a
/// receipt says already is left out.
fn asked(brief: &Brief) -> Vec<(Asked, Topic)> {
    let pairs = |asked: Asked| {
        Topic::of(&asked.clause).into_iter().map(move |topic| (asked.clone(), topic)).collect::<Vec<_>>()
    };
    let mut asked: Vec<_> = clauses(&brief.questions).into_iter().flat_map(pairs).collect();
    if asked.is_empty() {
        asked = pairs(Asked { clause: brief.subject.clone(), whole: brief.subject.clone() });
        asked.retain(|(_, topic)| *topic != Topic::Other);
    }
    let said = match brief.purpose {
        Purpose::Answer => &[][..],
        Purpose::AccessRequest => &[Topic::Documents, Topic::When][..],
        // Who has waited long asks again on purpose.
        Purpose::Complaint if about_case::waits(&brief.mail) => &[][..],
        Purpose::Complaint => &[Topic::When][..],
    };
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

/// A question, or one half of a double one with the whole beside it ("koster den noe?" needs to know what).
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    clause: String,
    whole: String,
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
    words.any(|word| PRONOUNS.contains(&word.to_lowercase().as_str()))
        && crate::evidence::word::stems(question).len() <= 2
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
            ASKING.contains(&next.to_lowercase().as_str()) && !crate::evidence::word::stems(before).is_empty()
        })
        .min()
}

fn answer(letter: &mut Letter, asked: &Asked, topic: Topic) {
    letter.paragraph();
    let found = match topic {
        Topic::Status => about_case::status(letter),
        Topic::When => about_case::when(letter, &asked.whole),
        Topic::Who => about_case::who(letter),
        Topic::Missing => about_case::missing(letter),
        Topic::Documents => about_case::documents(letter),
        Topic::Fee => fee::fee(letter, &asked.whole),
        Topic::Hours | Topic::Other => false,
    };
    let found = found || topic.may_be_looked_up() && lookup::passage(letter, &asked.clause, topic);
    if !found {
        letter.missing(&asked.clause, topic);
    }
}

#[cfg(test)]
mod tests;
