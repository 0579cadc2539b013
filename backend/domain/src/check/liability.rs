//! Liability and admission of error (ansvar): an apology can have legal effect.

use super::{Check, Example, Finding, Look, concern::Concern};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "liability",
    code: Code::Liability,
    rule: "a sentence that may admit liability is read by a second person",
    legal: CONCERN.legal,
    flagged: Example::Draft("Skaden er vår feil, og kommunen vil erstatte den."),
    fine: Example::Draft("Vi beklager at svaret har tatt tid."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Liability,
    severity: Severity::Verify,
    legal: Some("skadeserstatningsloven § 2-1"),
    why: [
        "«{}» kan leses som at kommunen tar på seg ansvar.",
        "«{}» kan lesast som at kommunen tek på seg ansvar.",
        "“{}” may be read as admitting liability.",
    ],
    clears: [
        "En leder tar stilling til ordlyden, eller setningen strykes.",
        "Ein leiar tek stilling til ordlyden, eller setninga blir stroken.",
        "A manager decides on the wording, or the sentence is removed.",
    ],
};

static WORDS: Pattern = Pattern::new(concat!(
    r"\bvår feil\b|\bfeilen er vår|\bvår skyld\b|\bskyldes (?:en )?feil|\bvi (?:har )?(?:gjorde|gjort) (?:en |ein )?(?:feil|feilen)|\bbeklager feilen|\bbeklagar feilen|\bfeil (?:fra|frå) vår side|\bkommunen (?:er |har )?(?:ansvar|ansvarlig|ansvarleg|skyld)|",
    r"\berstat(?:ning|te|ter|ningsansvar)\p{L}*|\berstatte\b|\bvi tar ansvar|\bvi tek ansvar|\bsaksbehandlingsfeil|\bour (?:fault|mistake)|\bwe made a mistake|\bcompensat(?:e|ion)|\bliab(?:le|ility)"
));

fn run(look: &Look) -> Vec<Finding> {
    look.flag(&WORDS, &CONCERN)
}
