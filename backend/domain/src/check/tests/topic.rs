//! The driver over the must-verify topics: each sentence of a table is flagged with its topic's code, or is not.

use super::findings;
use vocabulary::Code;

mod conduct;
mod delicate;
mod letter;
mod money;
mod outcome;
mod rare;
mod reply;
mod told;

/// Sentences that speak of a topic, and sentences that only look like it.
pub(super) struct Topic {
    pub(super) code: Code,
    pub(super) flagged: &'static [&'static str],
    pub(super) fine: &'static [&'static str],
}

#[test]
fn each_topic_is_found_in_its_usual_wordings_and_not_in_what_looks_like_it() {
    let topics = money::TOPICS
        .iter()
        .chain(outcome::TOPICS)
        .chain(delicate::TOPICS)
        .chain(conduct::TOPICS)
        .chain(reply::TOPICS)
        .chain(letter::TOPICS)
        .chain(rare::TOPICS)
        .chain(told::TOPICS);
    let mut wrong = Vec::new();
    for topic in topics {
        assert!(topic.flagged.len() >= 4 && topic.fine.len() >= 4, "{:?} has too few sentences", topic.code);
        for (sentences, flagged) in [(topic.flagged, true), (topic.fine, false)] {
            for sentence in sentences {
                let found = findings(sentence).iter().any(|finding| finding.code == topic.code);
                if found != flagged {
                    let verb = if flagged { "misses" } else { "flags" };
                    wrong.push(format!("{:?} {verb}: {sentence}", topic.code));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
