//! Somebody else (tredjeperson): who is no participant is not named or described without a second look.

use super::known::Known;
use super::{Check, Example, Finding, Look, about::is_participant, claim::Stance, concern::Concern, mood, said};
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
    r"\b(?:naboen|nabo|en av naboene|ein av naboane|klageren|klagaren|varsleren|varslaren|melderen|meldaren|eieren|eigaren|leietakeren|leigetakaren|leietakerne|leigetakarane|beboerne|bebuarane|huseieren|huseigaren|den som (?:meldte|melde|klaget|klaga|varslet|varsla|tipset|tipsa)|grunneieren|grunneigaren|husverten|utleieren|utleigaren|(?:the|your) (?:neighbou?r|landlord|tenant)|the owner) (?:(?:din|di|ditt|deres|dykkar|(?:fra|frå),?|(?:av|i|ved|over|under|of|in|next)(?: \p{L}+){1,4}?|som|fra|frå|til) )?",
    r"(?:(?:har|has|hadde|had) (?:(?:\p{L}+ )?\p{L}+(?:et|t|a|dd|ed|id)|(?:\p{L}+ )?(?:gjeld|skrive|kome|teke|bede|vore|barn|hund|debts?|sold|bought|told|sent|written|made|paid|gone|left))\b|er|var|skrev|skreiv|sa|eier|eig|bor|bur|søkte|klaget|klaga|varslet|varsla|meldte|melde|ringte|ringde|sendte|sende|is|was|wrote|said|called|complained|lives)\b|",
    r"\b(?:mannen|kona|ektefellen|ektemannen|kjæresten|kjærasten|eksen|ekskona|eksmannen|samboeren|sambuaren|sønnen|sonen|datteren|dattera|dottera|mora|moren|faren|foreldrene|foreldra|bestemora|bestemoren|bestefaren|tanten|tanta|onkelen|svigermora|svigermoren|svigerfaren|kollegaen|arbeidsgiveren|arbeidsgjevaren|vennen|venninnen|venninna|venen|broren|søsteren|søstera) (?:din|di|dine|hans|hennes|hennar|deres|dykkar) (?:har|er|var|skrev|skreiv|sa|ringte|ringde|søkte|klaget|klaga|bor|bur|sendte|sende|fortalte|fortalde)\b|",
    r"\b(?:kom|kommer|kjem|mottatt|fått|fekk|fikk|came|received) (?:\p{L}+ )?(?:fra|frå|from) (?:naboen|klageren|klagaren|eieren|eigaren|your neighbou?r|the owner)\b|\byour (?:ex-)?(?:husband|wife|partner|son|daughter|mother|father|brother|sister|employer|landlord|tenant) (?:has|is|was|wrote|said|called|lives)\b"
));

/// What the law gives any neighbour.
static GENERAL: Pattern = Pattern::new(r" (?:rett|krav|plikt|kontakt|right)$");

/// Named by the office they hold with us: "rektor heter", "kontaktpersonen din er".
static OFFICE: Pattern = Pattern::new(
    r"\b(?:\p{L}*(?:saksbehandler|saksbehandlar|sakshandsamar|kontaktperson|rektor|ordfører|ordførar|kommunedirektør|kommunalsjef|avdelingsleder|avdelingsleiar|enhetsleder|einingsleiar|virksomhetsleder|verksemdsleiar|barnehagestyrer|barnehagestyrar)(?:en)?|case (?:officer|worker)|contact person|mayor|principal)(?: (?:din|di|vår|i saken|i saka|for saken|for saka|hos oss|in the case|your))?(?: (?:er|heter|heiter|is))? ?$|\b(?:saken|saka|søknaden|henvendelsen|førespurnaden|klagen|klaga|case)(?: din| di)? (?:er|ble|blei|vart|is|was) (?:\p{L}+ )?(?:fordelt|tildelt|overført|assigned)(?: til| to)? $",
);

static RESPONSIBLE: Pattern =
    Pattern::new(r"\b(?:saksansvarlig|saksansvarleg|saksbehandler|saksbehandlar|sakshandsamar|responsible)\b");

fn run(look: &Look) -> Vec<Finding> {
    let named = look.found.iter().filter(|found| found.kind == Kind::Name && !may_be_named(look, found));
    let named = named.map(|found| CONCERN.at(look, look.spanned(found.span, &found.text)));
    let told = look.flag_where(&DESCRIBED, &CONCERN, &|look, line, at| {
        let words = look.words(line);
        !GENERAL.is_match(&words[at.clone()]) && !mood::is_conditional(words, at.start)
    });
    look.flag_framed(named.chain(told).collect(), &said::conduct::TOLD, &CONCERN)
}

/// Participants, signatures, and people an open source names as contact.
fn may_be_named(look: &Look, found: &Found) -> bool {
    let signed = look.line_at(found.span).is_none_or(|line| line.stance == Stance::Closing);
    signed
        || is_official(look, found)
        || is_participant(look, &found.text)
        || look.known.iter().any(|known| known.is_open() && known.has(&found.text) || is_responsible(known, found))
}

/// Who holds an office is named to whoever asks.
fn is_official(look: &Look, found: &Found) -> bool {
    let Some(line) = look.line_at(found.span) else { return false };
    let before: String =
        look.words(line).chars().take(found.span.start.saturating_sub(line.assessed.span.start)).collect();
    OFFICE.is_match(&before)
}

/// Who has a case is told to everybody it concerns, also where the case itself is restricted.
fn is_responsible(known: &Known, found: &Found) -> bool {
    let source = known.source;
    let lines = source.text.split(['.', '\n']).filter(|line| line.contains(&found.text));
    source.origin == Origin::Case && lines.into_iter().any(|line| RESPONSIBLE.is_match(&lowered(line)))
}
