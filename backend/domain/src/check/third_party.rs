//! Somebody else (tredjeperson): who is no participant is not named or described without a second look.

use super::known::Known;
use super::{Check, Example, Finding, Look, about::is_participant, claim::Stance, concern::Concern};
use crate::evidence::Origin;
use crate::scan::{
    Found, Kind,
    pattern::{Pattern, lowered},
};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "third_party",
    code: Code::ThirdParty,
    rule: "who takes no part in the conversation is named only after a second look",
    legal: CONCERN.legal,
    flagged: Example::Draft("Merknaden kom fra Anne Lunde."),
    fine: Example::Draft("Hei Per Haug,\n\nTakk for e-posten din."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::ThirdParty,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 13"),
    why: [
        "«{}» gjelder en person som ikke er med i samtalen.",
        "«{}» gjeld ein person som ikkje er med i samtalen.",
        "“{}” is about a person who takes no part in the conversation.",
    ],
    clears: [
        "Stryk det, eller la en kollega vurdere om mottakeren kan få vite det.",
        "Stryk det, eller la ein kollega vurdere om mottakaren kan få vite det.",
        "Remove it, or let a colleague decide whether the recipient may know.",
    ],
};

static DESCRIBED: Pattern = Pattern::new(
    r"\b(?:naboen|klageren|klagaren|varsleren|varslaren|melderen|meldaren|eieren|eigaren|leietakeren|leigetakaren|(?:the|your) neighbou?r) (?:din |ditt )?(?:har|er|hadde|skrev|skreiv|sa|eier|eig|bor|bur|søkte|klaget|klaga|has|is|was|wrote|said)\b",
);

static RESPONSIBLE: Pattern =
    Pattern::new(r"\b(?:saksansvarlig|saksansvarleg|saksbehandler|saksbehandlar|sakshandsamar|responsible)\b");

fn run(look: &Look) -> Vec<Finding> {
    let named = look.found.iter().filter(|found| found.kind == Kind::Name && !may_be_named(look, found));
    let named = named.map(|found| CONCERN.at(look, look.spanned(found.span, &found.text)));
    named.chain(look.flag(&DESCRIBED, &CONCERN)).collect()
}

/// Participants, signatures, and people an open source names as contact.
fn may_be_named(look: &Look, found: &Found) -> bool {
    let signed = look.line_at(found.span).is_none_or(|line| line.stance == Stance::Closing);
    signed
        || is_participant(look, &found.text)
        || look.known.iter().any(|known| known.is_open() && known.has(&found.text) || is_responsible(known, found))
}

/// Who has a case is told to everybody it concerns, also where the case itself is restricted.
fn is_responsible(known: &Known, found: &Found) -> bool {
    let source = known.source;
    let lines = source.text.split(['.', '\n']).filter(|line| line.contains(&found.text));
    source.origin == Origin::Case && lines.into_iter().any(|line| RESPONSIBLE.is_match(&lowered(line)))
}
