//! Reasons (begrunnelse): a decision says why.

use super::{Check, Example, Finding, Look, concern::Concern, decision::decisions};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "reasons_missing",
    code: Code::ReasonsMissing,
    rule: "a decision gives its reasons",
    legal: CONCERN.legal,
    flagged: Example::Draft("Vi avslår søknaden din om tilbygg."),
    fine: Example::Draft("Vi avslår søknaden din om tilbygg fordi den mangler nabovarsel [1]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::ReasonsMissing,
    severity: Severity::Stop,
    legal: Some("forvaltningsloven §§ 24 og 25"),
    why: [
        "Teksten inneholder et vedtak uten begrunnelse.",
        "Teksten inneheld eit vedtak utan grunngiving.",
        "The text holds a decision without reasons.",
    ],
    clears: [
        "Skriv hvilke regler og fakta vedtaket bygger på.",
        "Skriv kva reglar og fakta vedtaket byggjer på.",
        "State the rules and facts the decision rests on.",
    ],
};

static REASONS: Pattern = Pattern::new(concat!(
    r"\bfordi\b|\bbegrunn\p{L}*|\bgrunngi\p{L}*|\bgrunngje\p{L}*|\bgrunnen (?:er|til)\b|\bårsaken|\bårsaka|\bpå grunn av|\bettersom\b|\bda det\b|\blagt vekt på|\blagt til grunn|\bvurder(?:t|ing|ingen|inga)\b|",
    r"\bbecause\b|\breasons?\b|\bsince (?:the|you|it)\b|\bdue to\b"
));

fn run(look: &Look) -> Vec<Finding> {
    let reasoned = || look.saying().any(|line| REASONS.is_match(look.words(line)));
    let first = decisions(look).into_iter().next().filter(|_| !reasoned());
    first
        .map(|(line, bytes)| CONCERN.at(look, look.place(bytes).citing(&line.assessed.citations)))
        .into_iter()
        .collect()
}
