//! Promises (løfter): what a citizen may hold us to later; the time the law gives us is none.

use super::{Check, Example, Finding, Look, concern::Concern, look::Line, mood, said, support};
use crate::{
    scan::pattern::Pattern,
    value::{Kind, Strength},
};
use std::ops::Range;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "promise",
    code: Code::Promise,
    rule: "a promise is read by a second person",
    legal: CONCERN.legal,
    flagged: Example::Draft("Vi lover at saken blir avgjort neste uke."),
    fine: Example::Draft("Vi ser på saken så snart vi kan."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Promise,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 11 a"),
    why: [
        "«{}» er et løfte kommunen må holde.",
        "«{}» er eit løfte kommunen må halde.",
        "“{}” is a promise the municipality must keep.",
    ],
    clears: [
        "En kollega bekrefter at det kan holdes, eller det strykes.",
        "Ein kollega stadfestar at det kan haldast, eller det blir strøke.",
        "A colleague confirms that it can be kept, or it is removed.",
    ],
};

static WORDS: Pattern = Pattern::new(concat!(
    r"\b(?:vi|me|jeg|eg|kommunen) (?:\p{L}+ )?(?:lover|lovar|garanterer|garanterar|forsikrer|forsikrar)\b|\bgaranti(?:en)?\b|\b(?:vi|me|jeg|eg) skal (?:\p{L}+ )?(?:sørge|sørgje|syte|sjå til|se til|passe på|passa på)\b|\bdu kan (?:rekne|regne|stole|(?:være|vere) (?:sikker|trygg)) (?:med|på)\b|\b(?:blir|vert) prioritert\b|\b(?:lover|lovar|garanterer|garanterar) (?:vi|me|jeg|eg)\b|\b(?:vi|me|jeg|eg) (?:vil|skal|kommer til å|kjem til å) (?:gi|gje) deg\b|\b(?:vi |eg |jeg )?skal (?:vi )?nok\b|\bskal (?:vi|eg|jeg) (?:ordne|fikse|gjere|gjøre|sjå på|se på|rette)\b|\byou can expect\b|",
    r"\bdu (?:vil|skal|kommer til å|kjem til å) (?:få|høre|høyre|motta)\b|\bdu får (?:høre|høyre|svar|vedtak|beskjed|tilbakemelding|plass|pengene|pengane)\b|",
    r"\b(?:blir|vil bli|vert|skal) (?:\p{L}+ ){0,2}?(?:behandlet|behandla|handsama|avgjort|avgjord|utbetalt|utbetalte|ferdig|asfaltert|reparert|utbedret|utbetra|brøytet|brøytt|ryddet|rydda|bygget|bygd|fikset|fiksa|rettet|retta|åpnet|opna|ferdigbehandlet|ferdigbehandla|ferdighandsama|ferdigstilt|løst|løyst|montert|skiftet|skifta|byttet|bytta|fjernet|fjerna|hentet|henta|tømt|klippet|klipt|feid|kostet|kosta|satt opp|sett opp|satt i gang|sett i gang|tettet|tetta|fylt|feia|merket|merka|levert|vurdert|undersøkt|kontrollert|oppdatert|sendt ut|godskrevet|tilbakebetalt|innkalt|kalt inn)\b|",
    r"\b(?:vi|me|jeg|eg|kommunen|saksbehandleren|saksbehandlaren|sakshandsamaren|avdelingen|avdelinga|\p{L}*lederen|\p{L}*leiaren) (?:skal|vil|kommer til å|kjem til å|ringer|ringjer|svarer|svarar|sender|avgjør|avgjer|betaler|betalar|fikser|fiksar|reparerer|reparerar|behandler|behandlar|kommer|kjem|tar|tek|ordner|ordnar|gjør|gjer|hjelper|hjelper|hjelp|gir|gjev|bygger|byggjer|asfalterer|rydder|ryddar|rettar|retter|setter|set|starter|startar|brøyter|brøyter|brøyter|feier|feiar|henter|hentar|skifter|skiftar|bytter|byttar|monterer|monterar|fjerner|fjernar|tømmer|skriver|skriv|leverer|leverar|undersøker|undersøkjer|vurderer|vurderar)\b|",
    r"\b(?:we|i) (?:promise|guarantee)\b|\byou will (?:receive|get|hear)\b|\b(?:we|i)(?: will|\'ll| are going to) \p{L}+\b|\bwill be (?:decided|paid|repaired|finished|ready|built|sent|fixed|processed|completed|cleared|removed|replaced|resolved|answered|refunded|collected)\b"
));
/// A promise by its own words, whenever it is to be kept.
static BOUND: Pattern = Pattern::new(concat!(
    r"\b(?:lover|lovar|garanterer|garanterar|forsikrer|forsikrar)\b|^garanti|\bskal (?:\p{L}+ )?(?:sørge|sørgje|syte|sjå til|se til|passe på|passa på)\b|\bdu kan (?:rekne|regne|stole|være|vere)\b|prioritert|(?:gi|gje) deg$|skal (?:vi )?nok|you can expect|promise|guarantee|",
    r"\bdu (?:vil|skal|kommer til å|kjem til å) (?:få|motta)$|\byou will (?:receive|get)$"
));
/// An answer only: owed by law, and a promise first when it names a time.
static ANSWER: Pattern = Pattern::new(
    r"^ (?:et |eit |en |ein |an? )?(?:svar|beskjed|melding|tilbakemelding|brev|e-post|vedtak|stadfesting|bekreftelse|answer|reply|letter|message|decision)\b",
);
/// A time to come, as people say it.
static TIME: Pattern = Pattern::new(concat!(
    r"\b(?:innen|innan|senest|seinast|før|i løpet av|neste) (?:\p{L}+ ){0,2}?(?:\d|uke|uken|uka|veke|veka|måned|måneden|månad|månaden|år|året|dag|dagen|dager|dagar|kveld|kvelden|helg|helgen|helga|mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag|søndag|sundag|jul|påske|nyttår|",
    r"januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)|\b(?:innen|innan|før|til|fra|frå|i løpet av) (?:sommer|sommeren|sommar|sommaren|høst|høsten|haust|hausten|vår|våren|vinter|vinteren|jul|jula|påske|påska|nyttår|ferien|kort tid)\b|\b(?:klart|klar|ferdig|levert|på plass) til (?:mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|helgen|helga)\b|\b(?:i løpet av morgendagen|på (?:mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag)|i morgen|i morgon|senest|seinast|snarlig|straks|med det same)\b|",
    r"\b(?:by|within|before|next) (?:\p{L}+ )?(?:\d|one|two|three|days?|weeks?|months?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|easter|summer|january|february|march|april|may|june|july|august|september|october|november|december)|\btomorrow\b"
));

fn run(look: &Look) -> Vec<Finding> {
    let found =
        look.flag_where(&WORDS, &CONCERN, &|look, line, at| is_promise(look, line, at) && !is_lawful(look, line));
    let framed = look.flag_framed(found, &said::time::PROMISE, &CONCERN);
    let is_open = |finding: &Finding| {
        let line = finding.span.and_then(|span| look.line_at(span));
        line.is_none_or(|line| BOUND.is_match(look.words(line)) || !has_limit(line) && !is_lawful(look, line))
    };
    framed.into_iter().filter(is_open).collect()
}

/// Where one is going, and nothing that is done for somebody: "eg skal på ferie".
static AWAY: Pattern = Pattern::new(r"^ (?:på|til|i|bort|vekk|ha (?:fri|ferie))\b");

/// Bound by its own words, unless only an answer is told of; or bound by the time it names.
fn is_promise(look: &Look, line: &Line, at: &Range<usize>) -> bool {
    let words = look.words(line);
    let (said, rest) = (&words[at.clone()], &words[at.end..]);
    let bound = BOUND.is_match(said) && !ANSWER.is_match(rest);
    let goes = said.ends_with("skal") && AWAY.is_match(rest);
    bound || !goes && TIME.is_match(&words[at.start..]) && !mood::is_conditional(words, at.start) && !has_limit(line)
}

/// A date or a number of days is looked at as a deadline; one look is enough.
fn has_limit(line: &Line) -> bool {
    line.assessed.values.iter().any(|(value, ..)| {
        value.kind == Kind::Date || value.kind == Kind::Deadline && value.strength == Strength::Strong
    })
}

/// The sentence names only the time that the law gives us.
fn is_lawful(look: &Look, line: &Line) -> bool {
    let mut values = line.assessed.values.iter().peekable();
    values.peek().is_some() && values.all(|(value, ..)| support::is_own_clock(look, line, value))
}
