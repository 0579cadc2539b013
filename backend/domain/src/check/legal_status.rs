//! Legal status and outcome of a case (rettslig status).

use super::{Check, Example, Finding, Look, concern::Concern, mood};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "legal_status",
    code: Code::LegalStatus,
    rule: "a sentence about the status or outcome of a case is read by a second person",
    legal: CONCERN.legal,
    flagged: Example::Draft("Ferdigattest ble gitt i fjor [1]."),
    fine: Example::Draft("Søknaden din er under behandling [1]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::LegalStatus,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 2"),
    why: [
        "«{}» sier hvordan saken står rettslig, eller hva den endte med.",
        "«{}» seier korleis saka står rettsleg, eller kva ho enda med.",
        "“{}” states the legal status or outcome of a case.",
    ],
    clears: [
        "En kollega ser over setningen, og holder den mot kilden.",
        "Ein kollega ser over setninga, og held ho mot kjelda.",
        "A colleague reads the sentence and compares it with its source.",
    ],
};

static WORDS: Pattern = Pattern::new(concat!(
    r"\b(?:er|ble|blei|vart|har blitt|har vorte|is|was|has been) (?:\p{L}+ ){0,2}?(?:godkjent|godkjend|innvilget|innvilga|innvilg[ea]|avslått|avslege|avgjort|avgjord|opphevet|oppheva|omgjort|gyldige?|ugyldige?|rettskraftig|ulovlige?|ulovleg|lovlige?|lovleg|vedtatt|vedteken?|vedtekne|trukket|trekt|avvist|henlagt|lagt bort|",
    r"endelig|endeleg|utløpt|bortfalt|bortfalle|tinglyst|ferdigbehandlet|ferdighandsama|ferdigbehandla|approved|granted|rejected|refused|valid|invalid|illegal|legal|final|expired|revoked|dismissed)\b|\b(?:ferdigattest|brukstillatelse|igangsettingstillatelse|rammetillatelse|byggeløyve) (?:er|ble|vart) (?:gitt|gjeve|utstedt|utferda)|",
    r"\b(?:saken|saka|the case) (?:er|ble|vart|is|was) (?:avsluttet|avslutta|lukket|closed)|\bvedtaket (?:gjelder|gjeld|står|er)\b|\b(?:gjelder|gjeld) (?:ikke|ikkje) (?:lenger|lengre|meir|mer)\b|\b(?:oppført|oppsett|satt opp|sett opp|bygd|bygget|bygt) (?:uten|utan) (?:tillatelse|løyve|søknad)\b|\bdet (?:er|ble|vart|blei) (?:gitt|gjeve|utstedt) (?:\p{L}+ )?(?:tillatelse|løyve|dispensasjon|\p{L}*tillatelse|ferdigattest)\b|\b(?:klagen|klaga|saken|saka) (?:er|ble|vart|blei) (?:oversendt|sendt|send) (?:til )?(?:statsforvalt|klagenemnd)\p{L}*|\bhas expired\b|\b(?:er|ligger|ligg) (?:\p{L}+ )?(?:regulert til|i strid med)\b|\bis (?:zoned (?:for|as)|contrary to)\b"
));
/// Not yet decided: where the case stands, and nothing about its outcome.
static PENDING: Pattern =
    Pattern::new(r"\b(?:ikke|ikkje|not)\b.* ?(?:avgjor[td]|ferdigbehandl\p{L}+|ferdighandsama|final|endele?i?g)$");

fn run(look: &Look) -> Vec<Finding> {
    look.flag_where(&WORDS, &CONCERN, &|look, line, at| {
        let words = look.words(line);
        !PENDING.is_match(&words[at.clone()]) && !mood::is_conditional(words, at.start)
    })
}
