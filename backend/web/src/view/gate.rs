//! The gate's answer as it is told (sluse).

use contract::view::{GateAnswer, GateDecision};
use domain::send::{Answer, words::sentence};
use vocabulary::Language;

/// The answer with Outlook's sentence.
pub(crate) fn gate_answer(answer: &Answer, words: Language) -> GateAnswer {
    match answer {
        Answer::Allow => told(GateDecision::Allow, String::new()),
        Answer::Ask(why) => told(GateDecision::Ask, sentence(why, words)),
        Answer::Stop(why) => told(GateDecision::Stop, sentence(why, words)),
    }
}

/// Whether anything is open there.
pub(crate) fn known(is_known: bool) -> GateAnswer {
    told(if is_known { GateDecision::Known } else { GateDecision::Unknown }, String::new())
}

fn told(decision: GateDecision, sentence: String) -> GateAnswer {
    GateAnswer { decision, sentence }
}
