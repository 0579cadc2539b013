//! Amounts and fees (gebyr): a second person sees every sum before a citizen relies on it.

use super::{Check, Example, Finding, Look, concern::Concern, look::Line};
use crate::{scan::pattern::Pattern, value::Kind};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "fee",
    code: Code::Fee,
    rule: "every amount is read by a second person, also when its source is right",
    legal: CONCERN.legal,
    flagged: Example::Draft("Gebyret for tilbygg er kr 12 500 [1]."),
    fine: Example::Draft("Rådhuset har åpent fra 9 til 15 [1]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Fee,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 11"),
    why: [
        "«{}» gjelder beløp eller pris. Mottakeren vil stole på det.",
        "«{}» gjeld beløp eller pris. Mottakaren vil stole på det.",
        "“{}” is about an amount or a price. The reader will rely on it.",
    ],
    clears: [
        "En kollega holder beløpet mot kilden.",
        "Ein kollega held beløpet mot kjelda.",
        "A colleague compares the amount with its source.",
    ],
};

static FREE: Pattern = Pattern::new(
    r"\b(?:er|is|helt|heilt) gratis\b|\bgebyrfri\p{L}*|\bkostnadsfri\p{L}*|\b(?:uten|utan) (?:kostnad|gebyr)|\bfree of charge|\bno fee\b|\bkoster ingenting|\bkostar ingenting|\b(?:inkludert|inngår) i (?:gebyret|prisen)|\bincluded in the (?:fee|price)",
);

fn run(look: &Look) -> Vec<Finding> {
    let mut findings: Vec<Finding> = look.saying().flat_map(|line| amounts(look, line)).collect();
    findings.extend(look.flag(&FREE, &CONCERN));
    findings
}

fn amounts<'l>(look: &'l Look, line: &'l Line) -> impl Iterator<Item = Finding> + 'l {
    let amounts = line.assessed.values.iter().filter(|(value, ..)| value.kind == Kind::Amount);
    amounts.map(move |(value, _, evidence)| CONCERN.at(look, look.spanned(value.span, &value.text).citing(evidence)))
}
