//! Citations (kildehenvisninger): every claim names its source, and every source that is named exists.

use super::{Bearing, Check, Example, Finding, Look, concern::Concern, look::Line};
use crate::draft::GAP;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "citation",
    code: Code::CitationMissing,
    rule: "a claim cites a source that exists",
    legal: MISSING.legal,
    flagged: Example::Draft("Du må sende nabovarsel før du søker om tilbygg."),
    fine: Example::Draft("Hei Per,\n\nDu må sende nabovarsel før du søker om tilbygg [1]."),
    plain: false,
    run,
};

const MISSING: Concern = Concern {
    code: Code::CitationMissing,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 17"),
    why: [
        "Setningen påstår noe, men viser ikke til noen kilde.",
        "Setninga hevdar noko, men viser ikkje til noka kjelde.",
        "The sentence claims something but cites no source.",
    ],
    clears: [
        "Vis til en kilde, eller stryk setningen.",
        "Vis til ei kjelde, eller stryk setninga.",
        "Cite a source, or remove the sentence.",
    ],
};

const UNKNOWN: Concern = Concern {
    why: [
        "Setningen viser til en kilde som ikke finnes.",
        "Setninga viser til ei kjelde som ikkje finst.",
        "The sentence cites a source that does not exist.",
    ],
    clears: [
        "Vis til en av kildene i listen.",
        "Vis til ei av kjeldene i lista.",
        "Cite one of the sources in the list.",
    ],
    ..MISSING
};

fn run(look: &Look) -> Vec<Finding> {
    look.lines.iter().filter_map(|line| finding(look, line)).collect()
}

fn finding(look: &Look, line: &Line) -> Option<Finding> {
    let place = look.spanned(line.assessed.span, &line.assessed.text);
    let unknown: Vec<u16> =
        line.assessed.citations.iter().copied().filter(|number| look.ground.evidence.get(*number).is_none()).collect();
    if !unknown.is_empty() {
        return Some(UNKNOWN.at(look, place.citing(&unknown)));
    }
    // What is still to be filled in claims nothing yet, and cannot leave; filled in, it is checked again.
    let unfinished = line.assessed.text.contains(GAP.0) && line.assessed.values.is_empty();
    let open = matches!(line.assessed.bearing, Bearing::Unsupported) && !unfinished;
    (open && line.assessed.citations.is_empty()).then(|| MISSING.at(look, place))
}
