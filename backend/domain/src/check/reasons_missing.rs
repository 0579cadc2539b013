//! Reasons (begrunnelse): a decision says why; the rules, facts or main considerations that lack are named.

use super::{
    Check, Example, Finding, Look,
    concern::{Concern, Words},
    decision::decisions,
    refusal::listed,
};
use crate::{scan::pattern::Pattern, value::Kind};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "reasons_missing",
    code: Code::ReasonsMissing,
    rule: "a decision gives its reasons: the rules and the facts it rests on",
    legal: CONCERN.legal,
    flagged: Example::Draft("Vi avslår søknaden din om tilbygg."),
    fine: Example::Draft(
        "Vi avslår søknaden din om tilbygg etter plan- og bygningsloven § 21-3 fordi den mangler nabovarsel [1].",
    ),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::ReasonsMissing,
    severity: Severity::Stop,
    legal: Some("forvaltningsloven §§ 24 og 25"),
    why: [
        "Teksten inneholder et vedtak. Begrunnelsen mangler: {}.",
        "Teksten inneheld eit vedtak. Grunngivinga manglar: {}.",
        "The text holds a decision. Its reasons lack: {}.",
    ],
    clears: [
        "Skriv hvilke regler og fakta vedtaket bygger på, og hva det er lagt vekt på.",
        "Skriv kva reglar og fakta vedtaket byggjer på, og kva det er lagt vekt på.",
        "State the rules and facts the decision rests on, and what weighed most.",
    ],
};

const RULES: Words = ["reglene vedtaket bygger på", "reglane vedtaket byggjer på", "the rules it rests on"];
const FACTS: Words = ["fakta vedtaket bygger på", "fakta vedtaket byggjer på", "the facts it rests on"];
const WEIGHT: Words = ["hva det er lagt vekt på", "kva det er lagt vekt på", "what weighed most"];

/// The facts told as the cause.
static CAUSE: Pattern = Pattern::new(concat!(
    r"\bfordi\b|\bbegrunn\p{L}*|\bgrunngi\p{L}*|\bgrunngje\p{L}*|\bgrunnen (?:er|til)\b|\bårsaken|\bårsaka|\bpå grunn av|\bettersom\b|\bda det\b|\blagt til grunn|\bsiden (?:du|det|den|søknaden|tiltaket)\b|\bsidan (?:du|det|søknaden|tiltaket)\b|",
    r"\bbecause\b|\breasons?\b|\bsince (?:the|you|it)\b|\bdue to\b"
));
/// What was weighed.
static WEIGHED: Pattern = Pattern::new(
    r"\blagt (?:\p{L}+ )?vekt på|\bvurder(?:t|ing|inga|ingen)\b|\bhensyn(?:et|ene)?\b|\bomsyn(?:et|a)?\b|\bsamlet|\bsamla\b|\b(?:we|have) (?:considered|assessed|weighed)",
);
/// A rule named without a section.
static NAMED: Pattern = Pattern::new(
    r"\better (?:\p{L}+-? ?og )?\p{L}+(?:loven|lova|forskriften|forskrifta|planen|reglementet|retningslinjene|retningslinene|vedtektene)\b|\b(?:i|med) (?:strid|samsvar|medhold|medhald) (?:med|av) \p{L}+",
);

fn run(look: &Look) -> Vec<Finding> {
    let Some((line, bytes)) = decisions(look).into_iter().next() else { return Vec::new() };
    let missing = missing(look);
    if missing.is_empty() {
        return Vec::new();
    }
    // Reasons that only leave out the section can be looked at; none at all cannot.
    let severity = if missing.contains(&FACTS) { Severity::Stop } else { Severity::Verify };
    let concern = Concern { severity, ..CONCERN };
    let why = concern.why_of(look.ground.words, &listed(&missing, look.ground.words));
    vec![Finding { why, ..concern.at(look, look.place(bytes).citing(&line.assessed.citations)) }]
}

/// The parts of the reasons that lack (§ 25): the main considerations only where no cause is given either, since not every
/// decision is one of discretion.
fn missing(look: &Look) -> Vec<Words> {
    let any = |pattern: &Pattern| look.saying().any(|line| pattern.is_match(look.words(line)));
    let section = || {
        look.lines.iter().flat_map(|line| &line.assessed.values).any(|(value, ..)| is_ground(&value.value, value.kind))
    };
    let named = || look.saying().any(|line| names_a_rule(look.words(line)));
    let (cause, weighed) = (any(&CAUSE), any(&WEIGHED));
    let reasoned = cause || weighed;
    let lacks = [(!section() && !named(), RULES), (!reasoned, FACTS), (!reasoned, WEIGHT)];
    lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, part)| part).collect()
}

/// A rule by its name alone; the acts on how a case is handled are no ground for its outcome.
fn names_a_rule(words: &str) -> bool {
    let handling =
        |name: &str| ["forvaltningslov", "offentleglov", "offentlighetslov"].iter().any(|act| name.contains(act));
    NAMED.find_iter(words).any(|found| !handling(found.as_str()))
}

/// A section that a decision may rest on: those on reasons, notice and appeal bear none.
fn is_ground(value: &str, kind: Kind) -> bool {
    let procedure = ["18", "19", "24", "25", "27", "28", "29", "32", "36", "42"];
    let section = value.strip_prefix("fvl § ").map(|rest| rest.split(' ').next().unwrap_or_default());
    kind == Kind::Law && !section.is_some_and(|section| procedure.contains(&section))
}
