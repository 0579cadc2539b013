//! The gate's answer as it is told (sluse).

use contract::view::{GateAnswer, GateDecision};
use domain::send::{Answer, Why, words::sentence};
use flow::Knows;
use vocabulary::Language;

/// The answer with Outlook's sentence.
pub(crate) fn gate_answer(answer: &Answer, words: Language) -> GateAnswer {
    match answer {
        Answer::Allow => told(GateDecision::Allow),
        Answer::Ask(why) => because(GateDecision::Ask, why, words),
        Answer::Stop(why) => because(GateDecision::Stop, why, words),
    }
}

/// Whether anything is open there; where the gate is off, the mail may go at once.
pub(crate) fn known(knows: Knows) -> GateAnswer {
    told(match knows {
        Knows::Nothing => GateDecision::Unknown,
        Knows::Something => GateDecision::Known,
        Knows::Off => GateDecision::Allow,
    })
}

fn because(decision: GateDecision, why: &Why, words: Language) -> GateAnswer {
    GateAnswer { decision, sentence: sentence(why, words), place: why.place().name().to_owned() }
}

fn told(decision: GateDecision) -> GateAnswer {
    GateAnswer { decision, sentence: String::new(), place: String::new() }
}
