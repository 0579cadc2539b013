//! Deadlines and dates with effect (frister): a second person sees them, but for the clocks the law gives ourselves.

use super::{Check, Example, Finding, Look, concern::Concern, look::Line, said, support};
use crate::{
    deadline,
    scan::pattern::Pattern,
    value::{Kind, Strength, Value},
};
use jiff::civil::Date;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "deadline",
    code: Code::Deadline,
    rule: "every deadline is read by a second person",
    legal: CONCERN.legal,
    flagged: Example::Draft("Du må søke innen 1. mars 2027 [1]."),
    fine: Example::Draft("Svømmehallen er stengt fram til 4. januar 2027."),
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

/// A date that the time to appeal is said to end on, though nobody knows when the decision reached the reader.
const BARE: Concern = Concern {
    legal: Some("forvaltningsloven § 29"),
    why: [
        "«{}» er gitt som klagefrist, men fristen løper fra mottakeren fikk vedtaket.",
        "«{}» er gitt som klagefrist, men fristen går frå mottakaren fekk vedtaket.",
        "“{}” is given as the last day to appeal, but the time runs from when the reader received the decision.",
    ],
    clears: [
        "Skriv «tre uker fra du mottok vedtaket», eller si hvilken dag det ble mottatt.",
        "Skriv «tre veker frå du fekk vedtaket», eller sei kva dag det vart motteke.",
        "Write “three weeks from when you received the decision”, or say on which day it was received.",
    ],
    ..CONCERN
};

/// The date is not three weeks from the stated receipt.
const MISCOUNTED: Concern = Concern {
    severity: Severity::Stop,
    legal: Some("forvaltningsloven §§ 29 og 30, domstolloven §§ 148 og 149"),
    why: [
        "«{}» er ikke tre uker fra dagen vedtaket ble mottatt.",
        "«{}» er ikkje tre veker frå dagen vedtaket vart motteke.",
        "“{}” is not three weeks from the day the decision was received.",
    ],
    clears: [
        "Rett datoen, eller skriv «tre uker fra du mottok vedtaket».",
        "Rett datoen, eller skriv «tre veker frå du fekk vedtaket».",
        "Correct the date, or write “three weeks from when you received the decision”.",
    ],
    ..CONCERN
};

static CUE: Pattern = Pattern::new(
    r"\binnen\b|\binnan\b|\bsenest\b|\bseinast\b|frist|\bsiste dag\b|\blast day\b|\bfør\b|\bfram til\b|\bfrem til\b|\bwithin\b|\bno later than\b|\bby (?:the|\d|january|february|march|april|may|june|july|august|september|october|november|december)|\bdays to\b|\bweeks to\b|\bbefore\b|\buntil\b|\bdeadline|\butløp|\bforf(?:all|aller|ell)\b|\bgår ut\b|\bgjelder til\b|\bgjeld til\b|\bvalid until|\bexpires?\b|\bpå (?:seg|deg|å)\b",
);
/// Opening hours run to a date, too, and bind nobody.
static OPENING: Pattern = Pattern::new(
    r"\b(?:stengt|stengd|stenger|stenge|stengjer|åpent|åpen|ope|opent|open|åpner|opnar|closed|closes|opens)\b",
);
/// The day of a document that the sentence names: "«Mangelbrev» av 3. februar", "Vi sendte «Svar» 20. oktober".
static DATED: Pattern = Pattern::new(r"[»”] (?:(?:av|frå|fra|den|datert|of|on|from|dated) )?$");
static NAMED: Pattern = Pattern::new(
    r"frist(?:en|er|ene|ar|ane)?\b|\bsiste dag\b|\blast day\b|\bdeadlines?\b|\b(?:faller|fell) bort\b|\bbortfall(?:er|en)?\b|\bgår ut\b|\butløper\b|\bexpires?\b|\blapses?\b",
);
static APPEALS: Pattern = Pattern::new(
    r"\bklagefrist|\b(?:kan|må|skal|å) (?:du )?(?:på)?klag(?:e|es|ast)\b|\bfrist(?:en)? for (?:å )?klag|\bklag(?:en|a) må\b|\bappeal",
);
/// Ends right before the day on which something came to the reader.
static RECEIVED: Pattern = Pattern::new(
    r"\b(?:(?:du|dere|de) (?:\p{L}+ )?(?:mottok|fikk|fekk|mottatt|motteke|fått)|(?:mottatt|motteke|levert|åpnet|opna|kom fram|kom frem)|you received|received|delivered)(?: \p{L}+){0,3} $",
);

/// A limit in everyday words, set for the reader: "innen fredag", "innan den 20.", "by the end of the month".
static EVERYDAY: Pattern = Pattern::new(concat!(
    r"\b(?:innen|innan|senest|seinast|by|no later than|before|før) (?:(?:utgangen|slutten|utløpet) av |the end of |end of |den )?(?:(?:første |fyrste |neste |denne |inneværende |this |next |the )?(?:\p{L}+dag|laurdag|uka|uken|veka|måneden|månaden|året|år|week|month|year|\p{L}+day)|nyttår|årsskiftet|jul|påske|sommeren|sommaren|sommerferien|sommarferien|christmas|easter|[0-3]?\d(?:\.|th|st|nd|rd)?|",
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|january|february|march|may|june|july|october|december))(?:$|[ .,;:!])"
));
/// Speaks to what the reader is to do.
static BIDS: Pattern = Pattern::new(
    r"\b(?:du|dere|de|dykk|vi|me|man|ein) må\b|\bmå (?:du|dere|de|dykk|vi|me|vere|være|bli|betales|betalast|sendes|sendast|leveres|leverast|gjøres|gjerast)\b|\bber (?:deg|dere|dykk|om)\b|\bdu kan\b|\bkan du\b|\bdu skal\b|^(?:send|lever|svar|betal|meld|gi|gje|ring|return|reply|pay|submit)\b|\byou (?:must|have to|need|can|should)\b|\bmust\b|\bplease\b",
);

fn run(look: &Look) -> Vec<Finding> {
    let found = look.saying().flat_map(|line| line_findings(look, line)).collect();
    look.flag_framed(found, &said::time::LIMIT, &CONCERN)
}

fn line_findings(look: &Look, line: &Line) -> Vec<Finding> {
    let words = look.words(line);
    let named = NAMED.find(words);
    let cued = CUE.is_match(words) && (named.is_some() || !OPENING.is_match(words));
    let limits = line.assessed.values.iter().filter(|(value, ..)| is_limit(value, cued));
    let values: Vec<_> =
        limits.filter(|(value, ..)| !dates_a_document(look, line, value) && !is_receipt(look, line, value)).collect();
    if let (Some(found), true) = (named, values.is_empty()) {
        // The whole word: "søknadsfristen".
        let begins = words[..found.start()].trim_end_matches(char::is_alphabetic).len();
        let place = look.place(line.bytes.start + begins..line.bytes.start + found.end());
        return vec![CONCERN.at(look, place.citing(&line.assessed.citations))];
    }
    if let (true, Some(found)) = (values.is_empty() && BIDS.is_match(words), EVERYDAY.find(words)) {
        let place = look.place(line.bytes.start + found.start()..line.bytes.start + found.end());
        return vec![CONCERN.at(look, place.citing(&line.assessed.citations))];
    }
    let open = values.into_iter().filter(|(value, ..)| !is_ours(look, line, value));
    let place = |value: &Value, evidence: &[u16]| look.spanned(value.span, &value.text).citing(evidence);
    open.map(|(value, _, evidence)| concern(look, line, value).at(look, place(value, evidence))).collect()
}

/// What to say of a limit: the last day to appeal must be counted from a day of receipt that the letter states.
fn concern<'c>(look: &Look, line: &Line, value: &Value) -> &'c Concern {
    if value.kind != Kind::Date || !APPEALS.is_match(look.words(line)) {
        return &CONCERN;
    }
    let due = |day: Date| deadline::of(deadline::Kind::Appeal, day, look.ground.today).due;
    let counted = received(look);
    match value.value.parse::<Date>() {
        _ if counted.is_empty() => &BARE,
        Ok(stated) if !counted.iter().any(|day| due(*day) == stated) => &MISCOUNTED,
        _ => &CONCERN,
    }
}

/// The days on which the letter says that the reader received something.
fn received(look: &Look) -> Vec<Date> {
    let dates = look.saying().flat_map(|line| line.assessed.values.iter().map(move |(value, ..)| (line, value)));
    let dates = dates.filter(|(line, value)| value.kind == Kind::Date && is_receipt(look, line, value));
    dates.filter_map(|(_, value)| value.value.parse().ok()).collect()
}

fn is_receipt(look: &Look, line: &Line, value: &Value) -> bool {
    value.kind == Kind::Date && RECEIVED.is_match(&before(look, line, value))
}

fn is_limit(value: &Value, cued: bool) -> bool {
    match value.kind {
        Kind::Deadline => cued || value.strength == Strength::Strong,
        Kind::Date => cued,
        _ => false,
    }
}

fn dates_a_document(look: &Look, line: &Line, value: &Value) -> bool {
    value.kind == Kind::Date && DATED.is_match(&before(look, line, value))
}

/// The words of the line before a value.
fn before(look: &Look, line: &Line, value: &Value) -> String {
    look.words(line).chars().take(value.span.start.saturating_sub(line.assessed.span.start)).collect()
}

/// Our own time to answer is given by law; the time to appeal is the citizen's and is looked at.
fn is_ours(look: &Look, line: &Line, value: &Value) -> bool {
    value.value != "P3W" && support::is_own_clock(look, line, value)
}
