//! Liability and admission of error (ansvar): an apology can have legal effect.

use super::{
    Check, Example, Finding, Look,
    concern::Concern,
    frame::{Frame, Frames, OPEN},
    said,
};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "liability",
    code: Code::Liability,
    rule: "a sentence that may admit liability is read by a second person",
    legal: CONCERN.legal,
    flagged: Example::Draft("Skaden er vår feil, og kommunen vil erstatte den."),
    fine: Example::Draft("Vi beklager at svaret har tatt tid."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Liability,
    severity: Severity::Verify,
    legal: Some("skadeserstatningsloven § 2-1"),
    why: [
        "«{}» kan leses som at kommunen tar på seg ansvar.",
        "«{}» kan lesast som at kommunen tek på seg ansvar.",
        "“{}” may be read as admitting liability.",
    ],
    clears: [
        "En leder tar stilling til ordlyden, eller setningen strykes.",
        "Ein leiar tek stilling til ordlyden, eller setninga blir stroken.",
        "A manager decides on the wording, or the sentence is removed.",
    ],
};

static WORDS: Pattern = Pattern::new(concat!(
    r"\b(?:vår|kommunens|kommunen sin) (?:feil|skyld|skuld)\b|\b(?:vi|kommunen) (?:\p{L}+ )?(?:sviktet|svikta)\b|\b(?:har vi|vi har|kommunen har) (?:\p{L}+ )?(?:sviktet|svikta)\b|\bvi har (?:behandlet|behandla|handsama|vurdert|beregnet|berekna) (?:\p{L}+ ){0,3}?feil\b|\bfeilen (?:er|var|ligger|ligg|låg|lå) (?:vår|hos oss|hjå oss|hos kommunen)\b|\bskyldes (?:en )?feil|\bvi (?:har )?(?:gjorde|gjort) (?:en |ein )?(?:feil|feilen)|\bbeklager (?:feilen|at vi gjorde)|\bbeklagar (?:feilen|at vi gjorde)|\bfeil (?:fra|frå|på) vår side|\bved ein feil\b|\bved en feil\b|",
    r"\bkommunen (?:er |har )?(?:ansvar|ansvarlig|ansvarleg|skyld)\b|\b(?:erkjenner|erkjenn|vedgår|innrømmer|medgir|medgjev)\b|\b(?:vi|kommunen) (?:tar|tek) (?:ansvar|på seg å (?:betale|dekke|dekkje|erstatte|rydde|reparere))\b|\bglipp\b|\bvi (?:tar|tek|har) (?:på oss )?(?:ansvar(?:et)? for (?:skad|feil|tap|det som)|skylda|skylden|skulda|ansvar\b)|\b(?:betale|betaler|betalar|dekke|dekker|dekkje|dekkjer) (?:for )?(?:skad|reparasjon|tap|øydelegging)\p{L}*|\bvi (?:burde|skulle|kunne) (?:\p{L}+ )?(?:ha|varsla|varslet)\b|\b(?:burde|skulle) vi (?:\p{L}+ )?ha\b|\bsaksbehandlingsfeil|",
    r"\berstatning(?:en|a|er|ar|sansvar\p{L}*|skrav\p{L}*|splikt\p{L}*)?\b|\b(?:vil|skal|må|kan) (?:vi )?erstatte\b|\b(?:vi|kommunen) erstattar?r?\b|\b(?:dekke|dekkje|dekker|dekkjer|dekket|dekka|dekt) (?:\p{L}+ )?(?:kostnad|utgift|tap|skade|skad|øydelegging)\p{L}*|\bskadebot|",
    r"\bour (?:fault|mistake|error)|\bon our part\b|\b(?:we|the municipality) (?:are|is) responsible for (?:the|your) (?:damage|loss|error)|\b(?:we|the municipality) (?:made (?:a|an|the) (?:mistake|error)|should have|failed to)|\bcompensat(?:e|ion)\b|\bliab(?:le|ility)\b|\badmit (?:fault|liability)"
));

/// Something that went wrong on our side, a duty of ours that was not kept, or who is (not) to answer for a loss.
static WRONGED: Pattern = Pattern::new(concat!(
    r"\b(?:ikke|ikkje|noe|noko|inga|ingen) (?:\p{L}+ )?(?:ansvar|ansvarlig|ansvarleg|skyld|skuld) (?:for|i) (?:\p{L}+ )?\p{L}*(?:skad|tap|feil|ulykk|hending|hendels|det)|\b(?:avviser|fraskriver|fråskriv) (?:\p{L}+ )?(?:ansvar|krav)|",
    r"\b(?:rutine|kommunikasjons|system)?svikt(?:en|et|a|ar|er)?\b(?: \p{L}+){0,2}? (?:hos oss|hjå oss|i rutine\p{L}+|i kommunen|i saksbehandling\p{L}*)|\b(?:rutinesvikt|saksbehandlingsfeil|sakshandsamingsfeil)\p{L}*|\b(?:galt|gale|feil|glapp|sviktet|svikta|uteblitt) (?:\p{L}+ )?(?:hos oss|hjå oss|på vår side|frå vår side|fra vår side|i kommunen)\b|",
    r"\b(?:vi|kommunen|me|jeg|eg) (?:\p{L}+ )?(?:glemte|glemt|gløymde|gløymt|oversett|overså|rotet|rota|mistet|mista|forsømte|forsømt|unnlot|unnlét|brøt|braut|brutt|brote)\b|\b(?:glemt|gløymt|oversett|mistet|borte|rotet bort) (?:av|hos) oss\b|\bvi (?:skulle|burde) (?:\p{L}+ ){0,3}?(?:gjort|svart|varslet|varsla|sendt|sagt|fulgt|følgt|handlet|handla|oppdaget|oppdaga|tatt|teke|sjekket|sjekka)\b|",
    r"\b(?:mangelfull|mangelfullt|for dårlig|for dårleg|ikke god nok|ikkje god nok|kritikkverdig|kritikkverdige|uforsvarlig|uforsvarleg)(?: \p{L}+){0,4}? (?:oppfølging|saksbehandling|sakshandsaming|håndtering|handtering|rutine|informasjon|vår|frå oss|fra oss)|\b(?:oppfølging|saksbehandling|sakshandsaming|håndtering|handtering|rutine)\p{L}*(?: \p{L}+){0,2}? (?:var|har vært|har vore|er) (?:\p{L}+ )?(?:mangelfull\p{L}*|for dårlige?|for dårleg|ikke god nok|ikkje god nok|kritikkverdig\p{L}*|i strid med)|",
    r"\bwe (?:\p{L}+ )?(?:forgot|overlooked|mishandled|neglected|misplaced|lost (?:your|the))\b|\bour (?:oversight|failure|negligence)\b|\bon our (?:side|end)\b|\bnot (?:liable|responsible) for (?:the|your|any)\b|\bwe will (?:pay for|reimburse|cover|repair) (?:the|your|any)\b"
));

/// What we broke, lost or failed in; what we pay for; what we own up to or deny.
const FRAMES: [Frame; 5] = [
    Frame {
        all: &[
            "vi me oss vår vårt våre kommunen kommunens entreprenøren brøytebilen we us our staff municipality",
            "ødela øydela ødelagt øydelagt skadde feilinform- inkurie forglemm- forsømm- misforstod misforsto feiltolk- feilregistr- feilsend- feilberegn- feilberekn- mistake mistakes damaged misinformed negligence",
        ],
        none: OPEN,
    },
    Frame {
        all: &[
            "vi me kommunen vår we municipality",
            "erstatter erstattar erstatte betaler betalar betale dekker dekkjer dekke dekkje kompenserer kompenserar kompensere reimburse refund pay cover",
            "skad- -skad- -ødel- opprydd- reparasjon- tap tapet utgift- postkass- gjerd- bilen vindu- hotell- advokat- damage repair repairs costs",
        ],
        none: "når hvis dersom med du forsikring- forsikringa if when you",
    },
    Frame {
        all: &[
            "vi me kommunen we",
            "handlet handla reagerte varslet varsla fulgte følgde acted responded",
            "sent seint sein late",
        ],
        none: OPEN,
    },
    Frame {
        all: &[
            "vi me kommunen vår we municipality",
            "uten utan ikke ikkje ingen inga ikkje not no",
            "skyld skuld fault blame",
        ],
        none: OPEN,
    },
    Frame {
        all: &["vi me kommunen jeg eg we", "innser innrømmer innrømer erkjenner vedgår acknowledge admit"],
        none: "",
    },
];
static FRAMED: Frames = Frames::new(&FRAMES);

fn run(look: &Look) -> Vec<Finding> {
    let found = look.flag_framed(look.flag_first(&[&WORDS, &WRONGED], &CONCERN), &FRAMED, &CONCERN);
    look.flag_framed(found, &said::liability::FRAMES, &CONCERN)
}
