//! Support (dekning): what no cited source says is read by a second person, what a cited source says otherwise stops.

use super::{
    Bearing, Check, Example, Finding, Look, citation,
    concern::{Concern, Place},
    look::Line,
    support,
};
use vocabulary::{Code, Severity};

pub(super) const UNSUPPORTED: Check = Check {
    name: "unsupported",
    code: Code::Unsupported,
    rule: "what a sentence says is in the sources it cites",
    legal: MISSING.legal,
    flagged: Example::Draft("Du må sende politiattest til kulturskolen innen desember [1]."),
    fine: Example::Draft("Du må sende nabovarsel før du søker om tilbygg [1]."),
    plain: false,
    run: unsupported,
};

pub(super) const CONTRADICTED: Check = Check {
    name: "contradicted",
    code: Code::Contradicted,
    rule: "no value differs from the one in its source",
    legal: OTHERWISE.legal,
    flagged: Example::Draft("Gebyret for tilbygg er kr 14 500 [1]."),
    fine: Example::Draft("Gebyret for tilbygg er kr 12 500 [1]."),
    plain: true,
    run: contradicted,
};

const MISSING: Concern = Concern {
    code: Code::Unsupported,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 17"),
    why: [
        "Kilden setningen viser til, sier ikke «{}».",
        "Kjelda setninga viser til, seier ikkje «{}».",
        "The cited source does not say “{}”.",
    ],
    clears: [
        "Rett det etter kilden, vis til en kilde som sier det, eller stryk det.",
        "Rett det etter kjelda, vis til ei kjelde som seier det, eller stryk det.",
        "Correct it by the source, cite one that says so, or remove it.",
    ],
};

/// Another source says it; `{}` is its number.
const UNNAMED: Concern = Concern {
    why: [
        "Kilden setningen viser til, sier ikke dette. Kilde {} gjør det.",
        "Kjelda setninga viser til, seier ikkje dette. Kjelde {} gjer det.",
        "The cited source does not say this. Source {} does.",
    ],
    clears: ["Vis til [{}] i stedet.", "Vis til [{}] i staden.", "Cite [{}] instead."],
    ..MISSING
};

const OTHERWISE: Concern = Concern {
    code: Code::Contradicted,
    severity: Severity::Stop,
    legal: Some("forvaltningsloven § 17"),
    why: [
        "Kilden sier noe annet enn «{}».",
        "Kjelda seier noko anna enn «{}».",
        "The source says something other than “{}”.",
    ],
    clears: ["Rett verdien etter kilden.", "Rett verdien etter kjelda.", "Correct the value by the source."],
};

fn unsupported(look: &Look) -> Vec<Finding> {
    let cited = look.lines.iter().filter(|line| !line.assessed.citations.is_empty());
    let cited = cited.filter(|line| line.assessed.bearing == Bearing::Unsupported && look.cited(line).next().is_some());
    cited.flat_map(|line| missing(look, line)).collect()
}

fn missing(look: &Look, line: &Line) -> Vec<Finding> {
    if let Some(known) = support::unnamed(look, line) {
        let place = look.spanned(line.assessed.span, &line.assessed.text);
        return vec![citation::naming(look, &UNNAMED, place, known.number)];
    }
    places(look, line, Bearing::Unsupported).into_iter().map(|place| MISSING.at(look, place)).collect()
}

fn contradicted(look: &Look) -> Vec<Finding> {
    look.lines
        .iter()
        .flat_map(|line| places(look, line, Bearing::Contradicted))
        .map(|place| OTHERWISE.at(look, place))
        .collect()
}

/// The values of a line with this bearing; the whole line, where it is its words that are not borne.
fn places(look: &Look, line: &Line, wanted: Bearing) -> Vec<Place> {
    let values = line.assessed.values.iter().filter(|(_, bearing, _)| *bearing == wanted);
    let mut places: Vec<Place> =
        values.map(|(value, _, evidence)| look.spanned(value.span, &value.text).citing(evidence)).collect();
    if places.is_empty() && line.assessed.bearing == wanted {
        places.push(look.spanned(line.assessed.span, &line.assessed.text).citing(&line.assessed.citations));
    }
    places
}
