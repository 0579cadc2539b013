//! Law references (hjemler): a provision that is named exists, as far as the evidence holds its act.

use super::{Check, Example, Finding, Look, concern::Concern, known::same};
use crate::{evidence::Origin, value::Kind};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "law_unknown",
    code: Code::LawUnknown,
    rule: "a provision that is named exists in its act, where the evidence holds the act",
    legal: CONCERN.legal,
    flagged: Example::Draft("Dette følger av forvaltningsloven § 99 [5]."),
    fine: Example::Draft("Dette følger av forvaltningsloven § 11 [5]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::LawUnknown,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 17"),
    why: [
        "«{}» finnes ikke i lovteksten vi har.",
        "«{}» finst ikkje i lovteksten vi har.",
        "“{}” is not in the text of the act we have.",
    ],
    clears: [
        "Rett henvisningen, eller la en kollega bekrefte den.",
        "Rett tilvisinga, eller la ein kollega stadfeste ho.",
        "Correct the reference, or let a colleague confirm it.",
    ],
};

fn run(look: &Look) -> Vec<Finding> {
    let laws = || look.known.iter().filter(|known| known.source.origin == Origin::Law);
    let values = || {
        laws()
            .flat_map(|known| &known.passages)
            .flat_map(|passage| &passage.values)
            .filter(|value| value.kind == Kind::Law)
    };
    let act = |value: &str| value.split('§').next().unwrap_or_default().trim().to_owned();
    let claimed =
        look.lines.iter().flat_map(|line| &line.assessed.values).filter(|(value, ..)| value.kind == Kind::Law);
    claimed
        .filter(|(value, ..)| {
            let name = act(&value.value);
            let held = !name.is_empty() && values().any(|there| act(&there.value) == name);
            held && !values().any(|there| same(value, there))
        })
        .map(|(value, ..)| CONCERN.at(look, look.spanned(value.span, &value.text)))
        .collect()
}
