//! Promises (løfter): what a citizen may hold us to later; the time the law gives us is none.

use super::{Check, Example, Finding, Look, concern::Concern, support};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "promise",
    code: Code::Promise,
    rule: "a promise is read by a second person",
    legal: CONCERN.legal,
    flagged: Example::Draft("Vi lover at saken blir avgjort neste uke."),
    fine: Example::Draft("Vi ser på saken så snart vi kan."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Promise,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 11 a"),
    why: [
        "«{}» er et løfte kommunen må holde.",
        "«{}» er eit løfte kommunen må halde.",
        "“{}” is a promise the municipality must keep.",
    ],
    clears: [
        "En kollega bekrefter at det kan holdes, eller det strykes.",
        "Ein kollega stadfestar at det kan haldast, eller det blir strøke.",
        "A colleague confirms that it can be kept, or it is removed.",
    ],
};

static WORDS: Pattern = Pattern::new(concat!(
    r"\b(?:vi|jeg|eg|kommunen) (?:\p{L}+ )?(?:lover|lovar|garanterer|garanterar|forsikrer|forsikrar)\b|\bgaranti(?:en)?\b|\bvi skal sørge for|\bvi skal syte for|",
    r"\bdu (?:vil|skal|kommer til å|kjem til å) (?:få|høre|høyre|motta)\b|\bdu får (?:svar|vedtak|beskjed|tilbakemelding|plass|pengene|pengane) (?:\p{L}+ ){0,2}?(?:innen|innan|senest|seinast|i løpet|før|neste|i morgen|i morgon)|",
    r"\b(?:blir|vil bli|vert) (?:\p{L}+ ){0,2}?(?:behandlet|handsama|avgjort|avgjord|utbetalt|ferdig) (?:\p{L}+ ){0,2}?(?:innen|innan|senest|seinast|i løpet|før|neste)|\bvi (?:skal|vil) \p{L}+ (?:\p{L}+ ){0,6}?(?:innen|innan|senest|seinast|i løpet av)\b|",
    r"\bwe (?:promise|guarantee)\b|\byou will (?:receive|get|hear)\b|\bwe will \p{L}+ (?:\p{L}+ ){0,6}?(?:within|by|before)\b"
));

fn run(look: &Look) -> Vec<Finding> {
    let findings = look.flag(&WORDS, &CONCERN).into_iter();
    findings
        .filter(|finding| !finding.span.and_then(|span| look.line_at(span)).is_some_and(|line| is_lawful(look, line)))
        .collect()
}

/// The sentence names only the time that the law gives us.
fn is_lawful(look: &Look, line: &super::look::Line) -> bool {
    let mut values = line.assessed.values.iter().peekable();
    values.peek().is_some() && values.all(|(value, ..)| support::is_own_clock(look, line, value))
}
