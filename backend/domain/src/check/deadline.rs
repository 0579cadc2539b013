//! Deadlines and dates with effect (frister): a second person sees them, but for the clocks the law gives ourselves.

use super::{Check, Example, Finding, Look, concern::Concern, look::Line, support};
use crate::{
    scan::pattern::Pattern,
    value::{Kind, Strength, Value},
};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "deadline",
    code: Code::Deadline,
    rule: "every deadline is read by a second person",
    legal: CONCERN.legal,
    flagged: Example::Draft("Du må søke innen 1. mars 2027 [1]."),
    fine: Example::Draft("Du skrev til oss 12. januar 2026."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Deadline,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 11, §§ 29 og 30"),
    why: [
        "«{}» er en frist. Mottakeren kan tape noe hvis den er feil.",
        "«{}» er ein frist. Mottakaren kan tape noko dersom han er feil.",
        "“{}” is a deadline. The reader may lose something if it is wrong.",
    ],
    clears: [
        "En kollega holder fristen mot kilden.",
        "Ein kollega held fristen mot kjelda.",
        "A colleague compares the deadline with its source.",
    ],
};

static CUE: Pattern = Pattern::new(
    r"\binnen\b|\binnan\b|\bsenest\b|\bseinast\b|\b\p{L}*frist|\bfør\b|\bwithin\b|\bno later than|\bby the\b|\bbefore\b|\bdeadline|\butløp|\bgår ut\b|\bgjelder til\b|\bgjeld til\b|\bvalid until|\bpå seg\b",
);
/// The day of a document that the sentence names: "«Mangelbrev» av 3. februar", "Vi sendte «Svar» 20. oktober".
static DATED: Pattern = Pattern::new(r"[»”] (?:(?:av|frå|fra|den|datert|of|on|from|dated) )?$");
static NAMED: Pattern = Pattern::new(r"\b\p{L}*frist(?:en|er|ene|ar|ane)?\b|\bdeadlines?\b");

fn run(look: &Look) -> Vec<Finding> {
    look.saying().flat_map(|line| line_findings(look, line)).collect()
}

fn line_findings(look: &Look, line: &Line) -> Vec<Finding> {
    let cued = CUE.is_match(look.words(line));
    let values: Vec<_> = line
        .assessed
        .values
        .iter()
        .filter(|(value, ..)| is_limit(value, cued) && !dates_a_document(look, line, value))
        .collect();
    let open: Vec<_> = values.iter().filter(|(value, ..)| !is_ours(look, line, value)).collect();
    if let (Some(found), true) = (NAMED.find(look.words(line)), values.is_empty()) {
        let place = look.place(line.bytes.start + found.start()..line.bytes.start + found.end());
        return vec![CONCERN.at(look, place.citing(&line.assessed.citations))];
    }
    let place = |(value, _, evidence): &&&(Value, _, Vec<u16>)| look.spanned(value.span, &value.text).citing(evidence);
    open.iter().map(|one| CONCERN.at(look, place(one))).collect()
}

fn is_limit(value: &Value, cued: bool) -> bool {
    match value.kind {
        Kind::Deadline => cued || value.strength == Strength::Strong,
        Kind::Date => cued,
        _ => false,
    }
}

fn dates_a_document(look: &Look, line: &Line, value: &Value) -> bool {
    let before: String =
        look.words(line).chars().take(value.span.start.saturating_sub(line.assessed.span.start)).collect();
    value.kind == Kind::Date && DATED.is_match(&before)
}

/// Our own time to answer is given by law; the time to appeal is the citizen's and is looked at.
fn is_ours(look: &Look, line: &Line, value: &Value) -> bool {
    value.value != "P3W" && support::is_own_clock(look, line, value)
}
