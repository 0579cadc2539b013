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
    r"\b(?:vår|kommunens|kommunen sin) (?:feil|skyld|skuld)\b|\b(?:vi|kommunen) (?:\p{L}+ )?(?:sviktet|svikta)\b|\b(?:har vi|vi har|kommunen har) (?:\p{L}+ )?(?:sviktet|svikta)\b|\bvi har (?:behandlet|behandla|handsama|vurdert|beregnet|berekna) (?:\p{L}+ ){0,3}?feil\b|\bfeilen (?:er|var|ligger|ligg|låg|lå) (?:vår|hos oss|hjå oss|hos kommunen)\b|\bskyldes (?:en )?feil|\bvi (?:har )?(?:gjorde|gjort) (?:en |ein )?(?:feil|feilen)|\bbeklager (?:feilen|at vi gjorde)|\bbeklagar (?:feilen|at vi gjorde)|\bfeil (?:fra|frå|på) vår side|\bved ein feil\b|\bved en feil\b|",
    r"\bkommunen (?:er |har )?(?:ansvar|ansvarlig|ansvarleg|skyld)\b|\b(?:erkjenner|erkjenn|vedgår|innrømmer|medgir|medgjev)\b|\b(?:vi|kommunen) (?:tar|tek) ansvar\b|\bglipp\b|\bvi (?:tar|tek|har) (?:på oss )?(?:ansvar(?:et)? for (?:skad|feil|tap|det som)|skylda|skylden|skulda|ansvar\b)|\b(?:betale|betaler|betalar|dekke|dekker|dekkje|dekkjer) (?:for )?(?:skad|reparasjon|tap|øydelegging)\p{L}*|\bvi (?:burde|skulle|kunne) (?:\p{L}+ )?(?:ha|varsla|varslet)\b|\b(?:burde|skulle) vi (?:\p{L}+ )?ha\b|\bsaksbehandlingsfeil|",
    r"\berstatning(?:en|a|er|ar|sansvar\p{L}*|skrav\p{L}*|splikt\p{L}*)?\b|\b(?:vil|skal|må|kan) (?:vi )?erstatte\b|\b(?:vi|kommunen) erstattar?r?\b|\b(?:dekke|dekkje|dekker|dekkjer|dekket|dekka|dekt) (?:\p{L}+ )?(?:kostnad|utgift|tap|skade|skad|øydelegging)\p{L}*|\bskadebot|",
    r"\bour (?:fault|mistake|error)|\bon our part\b|\b(?:we|the municipality) (?:are|is) responsible for (?:the|your) (?:damage|loss|error)|\b(?:we|the municipality) (?:made (?:a|an|the) (?:mistake|error)|should have|failed to)|\bcompensat(?:e|ion)\b|\bliab(?:le|ility)\b|\badmit (?:fault|liability)"
));

fn run(look: &Look) -> Vec<Finding> {
    look.flag(&WORDS, &CONCERN)
}
