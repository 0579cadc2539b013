//! Tone (tone): a citizen is not blamed, shouted at or talked down to.

use super::{Check, Example, Finding, Look, concern::Concern};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "tone",
    code: Code::Tone,
    rule: "a sentence that blames or shouts is pointed out",
    legal: CONCERN.legal,
    flagged: Example::Draft("Som vi allerede har sagt, må du vente."),
    fine: Example::Draft("Saken tar dessverre litt tid."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Tone,
    severity: Severity::Warn,
    legal: Some("språklova § 9"),
    why: [
        "«{}» kan virke belærende eller uvennlig.",
        "«{}» kan verke belærande eller uvennleg.",
        "“{}” may sound patronising or unfriendly.",
    ],
    clears: [
        "Skriv det roligere, og si heller hva mottakeren kan gjøre.",
        "Skriv det rolegare, og sei heller kva mottakaren kan gjere.",
        "Put it more calmly, and say what the reader can do.",
    ],
};

static WORDS: Pattern = Pattern::new(concat!(
    r"!{2,}|\bdu burde (?:ha )?|\bdu må (?:da )?forstå|\bsom (?:vi|jeg|eg) (?:allerede|alt) har (?:sagt|skrevet|skrive|forklart)|\bdet er ikke vårt (?:problem|ansvar)|\bdet er ikkje vårt (?:problem|ansvar)|\bditt eget ansvar|\bditt eige ansvar|",
    r"\bdu har (?:åpenbart|tydeligvis|openbert) (?:misforstått|ikke|ikkje)|\bselvsagt (?:må|kan) du|\bsom du (?:sikkert )?(?:burde|bør) vite|\b(?:kan|må) du (?:ikke|ikkje) (?:forvente|vente deg|rekne med)|\bdu kan (?:ikke|ikkje) (?:forvente|vente deg)|\byou should have (?:read|known|asked|told|sent|done)|\bas (?:we|i) (?:have )?already (?:said|told)|\bnot our problem|\bobviously\b"
));

fn run(look: &Look) -> Vec<Finding> {
    look.flag(&WORDS, &CONCERN)
}
