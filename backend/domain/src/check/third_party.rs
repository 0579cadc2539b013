//! Somebody else (tredjeperson): who is no participant is not named or described without a second look.

use super::known::Known;
use super::{Check, Example, Finding, Look, about::is_participant, claim::Stance, concern::Concern, mood};
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

/// Somebody told of by their part: what they did, have or are; not what any neighbour must or may.
static DESCRIBED: Pattern = Pattern::new(concat!(
    r"\b(?:naboen|nabo|en av naboene|ein av naboane|klageren|klagaren|varsleren|varslaren|melderen|meldaren|eieren|eigaren|leietakeren|leigetakaren|husverten|utleieren|utleigaren|(?:the|your) (?:neighbou?r|landlord|tenant)|the owner) (?:(?:din|di|ditt|deres|dykkar|av \p{L}+|i \p{L}+|of \p{L}+|som) )?",
    r"(?:(?:har|has|hadde|had) (?:\p{L}+ )?\p{L}+(?:et|t|a|dd|ed|id)\b|er|var|skrev|skreiv|sa|eier|eig|bor|bur|søkte|klaget|klaga|varslet|varsla|meldte|melde|ringte|ringde|sendte|sende|is|was|wrote|said|called|complained|lives)\b|",
    r"\b(?:mannen|kona|samboeren|sambuaren|sønnen|sonen|datteren|dattera|dottera|mora|moren|faren|broren|søsteren|søstera) (?:din|di|hans|hennes|hennar) (?:har|er|var|skrev|skreiv|sa|ringte|ringde|søkte|klaget|klaga|bor|bur|sendte|sende|fortalte|fortalde)\b|",
    r"\b(?:kom|kommer|kjem|mottatt|fått|fekk|fikk|came|received) (?:\p{L}+ )?(?:fra|frå|from) (?:naboen|klageren|klagaren|eieren|eigaren|your neighbou?r|the owner)\b|\byour (?:husband|wife|son|daughter|mother|father) (?:has|is|was|wrote|said|called|lives)\b"
));

/// What the law gives any neighbour.
static GENERAL: Pattern = Pattern::new(r" (?:rett|krav|plikt|kontakt|right)$");

static RESPONSIBLE: Pattern =
    Pattern::new(r"\b(?:saksansvarlig|saksansvarleg|saksbehandler|saksbehandlar|sakshandsamar|responsible)\b");

fn run(look: &Look) -> Vec<Finding> {
    let named = look.found.iter().filter(|found| found.kind == Kind::Name && !may_be_named(look, found));
    let named = named.map(|found| CONCERN.at(look, look.spanned(found.span, &found.text)));
    let told = look.flag_where(&DESCRIBED, &CONCERN, &|look, line, at| {
        let words = look.words(line);
        !GENERAL.is_match(&words[at.clone()]) && !mood::is_conditional(words, at.start)
    });
    named.chain(told).collect()
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
