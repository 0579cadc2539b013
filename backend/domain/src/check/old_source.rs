//! Old sources (foreldede kilder): what a sentence rests on holds today.

use super::{Check, Example, Finding, Look, concern::Concern, known::Known};
use crate::evidence::{Origin, Source, earlier};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "old_source",
    code: Code::OldSource,
    rule: "a cited source holds today",
    legal: CONCERN.legal,
    flagged: Example::Draft("Svømmehallen stenger klokken 20 [4]."),
    fine: Example::Draft("Du må sende nabovarsel før du søker om tilbygg [1]."),
    plain: false,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::OldSource,
    severity: Severity::Warn,
    legal: Some("forvaltningsloven § 17"),
    why: ["Kilden gjelder ikke i dag.", "Kjelda gjeld ikkje i dag.", "The source does not hold today."],
    clears: [
        "Vis til en kilde som gjelder nå, eller si hvilken tid setningen gjelder.",
        "Vis til ei kjelde som gjeld no, eller sei kva tid setninga gjeld.",
        "Cite a source that holds now, or say which time the sentence is about.",
    ],
};

fn run(look: &Look) -> Vec<Finding> {
    look.lines
        .iter()
        .filter_map(|line| {
            let old: Vec<u16> = look
                .cited(line)
                .filter(|known| !known.source.holds(look.ground.today) || is_overtaken(look, known))
                .map(|known| known.number)
                .collect();
            let place = look.spanned(line.assessed.span, &line.assessed.text).citing(&old);
            (!old.is_empty()).then(|| CONCERN.at(look, place))
        })
        .collect()
}

/// Whether an earlier answer is older than a rule of the same matter that holds.
fn is_overtaken(look: &Look, answer: &Known) -> bool {
    let is_rule = |source: &Source| matches!(source.origin, Origin::Article | Origin::Fee | Origin::Law);
    let mut rules =
        look.known.iter().map(|known| known.source).filter(|source| is_rule(source) && source.holds(look.ground.today));
    let source = answer.source;
    source.origin == Origin::Answer
        && rules.any(|rule| earlier::is_overtaken((&source.title, source.date), (&rule.title, rule.valid_from)))
}
