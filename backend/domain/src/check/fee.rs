//! Amounts and fees (gebyr): a second person sees every sum before a citizen relies on it.

use super::{Check, Example, Finding, Look, concern::Concern, look::Line, said};
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

/// What costs nothing, or another sum than before.
static FREE: Pattern = Pattern::new(concat!(
    r"\b(?:er |is |helt |heilt )*gratis\b|\bgebyrfri\p{L}*|\bkostnadsfri\p{L}*|\b(?:uten|utan) (?:kostnad|gebyr)|\bfree of charge|\bno (?:fee|charge|cost)\b|\bkoster ingenting|\bkostar ingenting|\b(?:inkludert|inngår) i (?:gebyret|prisen)|\bincluded in the (?:fee|price)|",
    r"\b(?:blir|vert|ble|blei|vart|er|becomes?) (?:\p{L}+ ){0,2}?(?:dyrere|dyrare|billigere|billegare|cheaper|more expensive)\b|\b(?:slipper|slepp) (?:du )?(?:å )?(?:betale|gebyr)|\b(?:trenger|treng|skal|må) (?:du )?(?:ikke|ikkje) (?:å )?betale\b|\bdo not (?:have|need) to pay|\b(?:ingen|ikke noe|ikkje noko|ikke|ikkje) (?:gebyr|avgift|eigendel|egenandel)\b|",
    r"(?:gebyret|gebyra|gebyrene|avgiften|avgifta|prisen|prisane|prisene|satsen|satsene|satsane|betalingen|betalinga|egenandelen|eigendelen|leia|leien|the fee|the price) (?:(?:er|ble|blei|vart|blir|vert|is|has been|was|will be) (?:\p{L}+ )?(?:doblet|dobla|økt|auka|hevet|heva|satt|sett|redusert|halvert|justert|ettergitt|ettergjeven|refundert|raised|reduced|doubled|waived)|øker|aukar|stiger|stig|går (?:opp|ned)|increases)\b|\b(?:dekker|dekkjer|covers) (?:halve|heile|hele|half|all)\b|",
    r"\b(?:tilbake|attende) (?:\p{L}+ ){0,2}?(?:gebyret|avgiften|avgifta|beløpet|betalingen|betalinga)\b|\b(?:gebyret|avgiften|avgifta|beløpet) (?:\p{L}+ )?(?:tilbake|attende)\b|\brefunder(?:er|ar|es|ast|t)\b|\brefund(?:ed)?\b|\d promille\b|\b(?:pengene|pengane|money) (?:tilbake|attende|back)\b|\bettergi(?:r|s)?\b|\bettergjev\b"
));
/// What is handed out to whoever passes by binds nobody.
static HANDED: Pattern =
    Pattern::new(r"\b(?:deler|delar|delt|deling|dele) ut\b|\butdeling\b|\b(?:we|are) (?:handing|giving) out\b");
/// What a percentage is of, when it is money.
static MONEY: Pattern = Pattern::new(
    r"gebyr|avgift|\bdyr(?:t|ere|are)\b|\bbillig|\bbilleg|\bkost|\bsats|takst|\bpris|betaling|beløp|\brent(?:e|a|en)\b|skatt|rabatt|moderasjon|\bfees?\b|\brates?\b|\btax|discount",
);

fn run(look: &Look) -> Vec<Finding> {
    let mut findings: Vec<Finding> = look.saying().flat_map(|line| amounts(look, line)).collect();
    findings.extend(look.flag_where(&FREE, &CONCERN, &|look, line, _| !HANDED.is_match(look.words(line))));
    look.flag_framed(findings, &said::fee::FRAMES, &CONCERN)
}

fn amounts<'l>(look: &'l Look, line: &'l Line) -> impl Iterator<Item = Finding> + 'l {
    let of_money = MONEY.is_match(look.words(line));
    let is_sum = move |kind| kind == Kind::Amount || kind == Kind::Percent && of_money;
    let amounts = line.assessed.values.iter().filter(move |(value, ..)| is_sum(value.kind));
    amounts.map(move |(value, _, evidence)| CONCERN.at(look, look.spanned(value.span, &value.text).citing(evidence)))
}
