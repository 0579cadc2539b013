//! Right of appeal (klageadgang): a decision and a refusal of access say how and by when to appeal.

use super::{
    Check, Example, Finding, Look,
    concern::{Concern, Place},
    decision::decisions,
    refusal::refuses_access,
};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "appeal_missing",
    code: Code::AppealMissing,
    rule: "a decision tells of the right and the time to appeal",
    legal: CONCERN.legal,
    flagged: Example::Draft("Vi avslår søknaden din fordi den mangler nabovarsel."),
    fine: Example::Draft(
        "Vi avslår søknaden din fordi den mangler nabovarsel. Du kan klage innen tre uker fra du mottok dette brevet.",
    ),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::AppealMissing,
    severity: Severity::Stop,
    legal: Some("forvaltningsloven § 27, offentleglova § 31"),
    why: [
        "Teksten avgjør noe uten å si hvordan og når man kan klage.",
        "Teksten avgjer noko utan å seie korleis og når ein kan klage.",
        "The text decides something without saying how and when to appeal.",
    ],
    clears: [
        "Ta med klagerett, klageinstans og frist (tre uker fra mottak).",
        "Ta med klagerett, klageinstans og frist (tre veker frå mottak).",
        "Add the right to appeal, the appeals body and the time limit (three weeks from receipt).",
    ],
};

static APPEAL: Pattern = Pattern::new(r"\bklag(?:e|er|en|a|eadgang|erett|efrist)\b|\bappeal\b");
static TIME: Pattern = Pattern::new(
    r"\btre uker\b|\btre veker\b|\b3 (?:uker|veker|weeks)\b|\bthree weeks\b|\bklagefrist|\bfrist(?:en)? for å klage",
);

fn run(look: &Look) -> Vec<Finding> {
    let any = |pattern: &Pattern| look.saying().any(|line| pattern.is_match(look.words(line)));
    let decided =
        decisions(look).into_iter().next().map(|(line, bytes)| look.place(bytes).citing(&line.assessed.citations));
    let refused = || refuses_access(look).then(|| Place::outside("innsyn"));
    let place = decided.or_else(refused).filter(|_| !(any(&APPEAL) && any(&TIME)));
    place.map(|place| CONCERN.at(look, place)).into_iter().collect()
}
