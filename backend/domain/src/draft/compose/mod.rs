//! The built-in writer (innebygd skriver): no model, no network; answers each question from the evidence, or leaves a gap.
//!
//! The mail steers nothing here: its questions are keys to look up evidence with, and the only words of it that reach the
//! letter stand in a gap, which cannot leave. Every claim carries the number of the source whose words or values it uses.

mod about_case;
mod asked;
mod elsewhere;
mod expected;
mod facts;
mod fee;
mod gloss;
mod label;
mod letter;
mod lookup;
mod precedent;
mod procedure;
mod receipt;
mod salutation;
mod size;
mod tone;
mod topic;
mod waiting;
mod wanted;
mod wording;

use super::brief::{Answer, Brief, Purpose};
use crate::thread::language::detect;
use asked::Asked;
use letter::Letter;
pub use salutation::{addressee, closing, greeting};
use topic::Topic;
use vocabulary::Language;

/// Writes the reply.
#[must_use]
pub fn compose(brief: &Brief) -> Answer {
    let mut letter = Letter::new(brief);
    letter.greet();
    if is_unread(brief) {
        receipt::unread(&mut letter);
        return letter.close();
    }
    let questions = asked::asked(brief);
    match asked::purpose(brief) {
        Purpose::Answer if questions.is_empty() => receipt::bare(&mut letter),
        Purpose::Answer | Purpose::Sentence => tone::begin(&mut letter, questions.len()),
        Purpose::AccessRequest => receipt::access_request(&mut letter),
        Purpose::Complaint => receipt::complaint(&mut letter),
    }
    for (asked, topic) in &questions {
        answer(&mut letter, asked, *topic);
    }
    letter.close()
}

/// Below this the language of a mail is not known.
const SURE: f32 = 0.9;

/// Whether a mail is in a language that the writer does not read; Sámi goes to a translator (sameloven § 3-3).
fn is_unread(brief: &Brief) -> bool {
    let (language, sure) = detect(&brief.mail);
    let is_foreign = matches!(language, Language::Se | Language::Other);
    is_foreign && sure >= SURE && !brief.questions.is_empty() && asked::purpose(brief) == Purpose::Answer
}

fn answer(letter: &mut Letter, asked: &Asked, topic: Topic) {
    letter.paragraph();
    let found = match topic {
        Topic::Status => about_case::progress(letter),
        Topic::When => waiting::when(letter, &asked.whole),
        Topic::Who => about_case::who(letter),
        Topic::Missing => about_case::missing(letter),
        Topic::Documents => about_case::documents(letter),
        Topic::Received => about_case::received(letter, asked),
        Topic::Fee => fee::fee(letter, &asked.whole),
        Topic::Apply | Topic::Appeal => procedure::told(letter, &asked.whole, topic),
        Topic::Hours | Topic::Other => false,
    };
    // An earlier answer brings no figure of its own, and so may say what a price turns on.
    let before = topic == Topic::Fee || topic.may_be_looked_up();
    let found = found
        || topic.may_be_looked_up() && lookup::passage(letter, asked, topic)
        || before && precedent::tell(letter, asked)
        || elsewhere::tell(letter, &asked.whole);
    if !found {
        letter.missing(&asked.clause, topic);
    }
}

#[cfg(test)]
mod tests;
