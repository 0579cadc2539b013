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
    for (question, topic) in &questions {
        answer(&mut letter, question, *topic);
    }
    if questions.is_empty() && brief.purpose == Purpose::Answer {
        receipt::bare(&mut letter);
    }
    letter.close()
}

/// What is to be answered: each question with each of its topics; a mail without a question is read by its subject. What a
/// receipt says already is left out.
fn asked(brief: &Brief) -> Vec<(String, Topic)> {
    let pairs = |question: &String| {
        Topic::of(question).into_iter().map(move |topic| (question.clone(), topic)).collect::<Vec<_>>()
    };
    let mut asked: Vec<_> =
        brief.questions.iter().filter(|question| !question.trim().is_empty()).flat_map(pairs).collect();
    if asked.is_empty() {
        asked = pairs(&brief.subject);
        asked.retain(|(_, topic)| *topic != Topic::Other);
    }
    let said = match brief.purpose {
        Purpose::Answer => &[][..],
        Purpose::AccessRequest => &[Topic::Documents, Topic::When][..],
        Purpose::Complaint => &[Topic::When][..],
    };
    asked.retain(|(_, topic)| !said.contains(topic));
    let mut seen = Vec::new();
    // Topics that turn on the case alone are answered once, however often they are asked.
    asked.retain(|(_, topic)| {
        !topic.is_of_case()
            || !seen.contains(topic) && {
                seen.push(*topic);
                true
            }
    });
    asked
}

fn answer(letter: &mut Letter, question: &str, topic: Topic) {
    letter.next_answer();
    let found = match topic {
        Topic::Status => about_case::status(letter),
        Topic::When => about_case::when(letter),
        Topic::Who => about_case::who(letter),
        Topic::Missing => about_case::missing(letter),
        Topic::Documents => about_case::documents(letter),
        Topic::Fee => fee::fee(letter, question),
        Topic::Hours | Topic::Other => false,
    };
    if !found && !lookup::passage(letter, question, topic) {
        letter.missing(question, topic);
    }
}

#[cfg(test)]
mod tests;
