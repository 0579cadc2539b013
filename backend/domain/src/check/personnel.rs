//! Personnel matters (personalsaker): what concerns an employee as such is not for the citizen.

use super::{Check, Example, Finding, Look, concern::Concern};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "personnel",
    code: Code::Personnel,
    rule: "a sentence about an employee is read by a second person",
    legal: CONCERN.legal,
    flagged: Example::Draft("Saksbehandleren er sykmeldt."),
    fine: Example::Draft("Saksbehandleren svarer på telefon mandag [1]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Personnel,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 13"),
    why: ["«{}» gjelder en ansatts forhold.", "«{}» gjeld forholda til ein tilsett.", "“{}” is about an employee."],
    clears: [
        "Stryk det, eller la lederen for den det gjelder ta stilling.",
        "Stryk det, eller la leiaren for den det gjeld ta stilling.",
        "Remove it, or let the employee's manager decide.",
    ],
};

static WORDS: Pattern = Pattern::new(concat!(
    r"\bpersonalsak\p{L}*|\boppsigelsessak\p{L}*|\b(?:fikk|fekk|fått|gitt|gjeve) (?:\p{L}+ )?(?:advarsel|åtvaring|avskjed|sparken)\b|\boppseiingssak\p{L}*|\bfått sparken\b|\bansettelsesforhold|\btilsettingsforhold|\boppsigelse\p{L}* (?:av|fra) (?:ansatt|medarbeid|lærer|saksbehandler)|\b(?:sagt opp|oppsagt|sparka|sparket) (?:fra|i|frå) (?:stillingen|stillinga|jobben)|\bavskjed(?:iget|iga)?\b|\btjenstlig|\btenestleg (?:påtale|reaksjon)|\bvarslingssak|",
    r"\b(?:ansatte?n?|tilsette|saksbehandler|saksbehandlar|saksbehandleren|saksbehandlaren|sakshandsamar|sakshandsamaren|medarbeideren|medarbeidaren|læreren|læraren|lederen|leiaren|rektor|kollegaen) (?:(?:min|vår|\p{L}+) ){0,2}?(?:er|var|ble|blei|vart|har vært|har vore|har blitt) (?:\p{L}+ )?(?:syke?meldt|sjukmeldt?|syk|sjuk|suspendert|oppsagt|sagt opp|permittert|i permisjon|under oppfølging|avskjediget|avsett|tatt ut av|teken ut av|flyttet fra|flytta frå)\b|",
    r"\b(?:saksbehandleren|saksbehandlaren|sakshandsamaren|medarbeideren|medarbeidaren|læreren|læraren|lederen|leiaren|rektor) (?:har )?(?:sluttet|slutta|sluttar|slutter)\b|\badvarsel (?:til|fra|frå) (?:den )?(?:ansatte?|tilsette|arbeidsgiver|arbeidsgjevar|leder|leiar)|\båtvaring (?:til|frå) (?:den )?(?:tilsette|arbeidsgjevar|leiar)|",
    r"\bpersonnel matter|\bdisciplin\p{L}+|\b(?:case (?:officer|worker)|caseworker|employee|teacher|colleague|manager|principal) (?:is|was|has been) (?:\p{L}+ )?(?:on (?:sick )?leave|ill|dismissed|suspended|fired)"
));

fn run(look: &Look) -> Vec<Finding> {
    look.flag(&WORDS, &CONCERN)
}
