//! Citations (kildehenvisninger): every claim names its source, and every source that is named exists.

use super::{
    Bearing, Check, Example, Finding, Look,
    concern::{Concern, Place},
    look::Line,
    support,
};
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

/// A source says it all the same; `{}` is its number.
const UNNAMED: Concern = Concern {
    why: [
        "Setningen viser ikke til noen kilde. Kilde {} sier dette.",
        "Setninga viser ikkje til noka kjelde. Kjelde {} seier dette.",
        "The sentence cites no source. Source {} says this.",
    ],
    clears: [
        "Sett inn [{}], eller stryk setningen.",
        "Set inn [{}], eller stryk setninga.",
        "Insert [{}], or remove the sentence.",
    ],
    ..MISSING
};

/// Content words of a sentence that only leads up to its gap: "Status i saken er ⟦…⟧".
const LEAD: usize = 2;

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
    // A lead with a gap claims nothing yet, and cannot leave; filled in, it is checked again.
    let lead = line.assessed.values.is_empty() && line.stems.len() <= LEAD;
    let unfinished = lead && line.assessed.text.contains(GAP.0);
    let open = matches!(line.assessed.bearing, Bearing::Unsupported) && !unfinished;
    (open && line.assessed.citations.is_empty()).then(|| match support::unnamed(look, line) {
        Some(known) => naming(look, &UNNAMED, place, known.number),
        None => MISSING.at(look, place),
    })
}

/// A finding whose words name a source.
pub(super) fn naming(look: &Look, concern: &Concern, place: Place, number: u16) -> Finding {
    let text = place.text.clone();
    let numbered = Place { text: number.to_string(), ..place }.citing(&[number]);
    Finding { text, ..concern.at(look, numbered) }
}
