//! Who qualifies for something (vilkår).

use super::{
    Check, Example, Finding, Look,
    concern::Concern,
    frame::{Frame, Frames},
    look::Line,
    said,
};
use crate::scan::pattern::Pattern;
use std::ops::Range;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "eligibility",
    code: Code::Eligibility,
    rule: "a sentence about who qualifies is read by a second person",
    legal: CONCERN.legal,
    flagged: Example::Draft("Du oppfyller vilkårene for redusert betaling."),
    fine: Example::Draft("Du sender søknaden i skjemaet på nettsiden [1]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Eligibility,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 11"),
    why: [
        "«{}» sier hvem som oppfyller vilkår for noe.",
        "«{}» seier kven som oppfyller vilkår for noko.",
        "“{}” says who qualifies for something.",
    ],
    clears: [
        "En kollega ser over setningen, og holder den mot kilden.",
        "Ein kollega ser over setninga, og held ho mot kjelda.",
        "A colleague reads the sentence and compares it with its source.",
    ],
};

static WORDS: Pattern = Pattern::new(concat!(
    r"\boppfyll\p{L}*|\b(?:kommer|kjem) inn under\b|\b(?:bare|berre|kun|only) (?:\p{L}+ ){1,3}(?:kan|får|can|may) (?:søke|søkje|få|apply|get)\b|\bmeet the (?:requirements|conditions|criteria)\b|\b(?:ordningen|ordninga|støtten|støtta|tilskuddet|tilskotet|tilbudet|tilbodet) er (?:bare |berre |kun )?for\b|\bmå (?:\p{L}+ ){1,6}?for å få (?:plass|støtte|tilskudd|tilskot|redusert|fritak)\b|\bomfatt(?:es|ast|a|et) av (?:ordning|tilbod|tilbud|regl)\p{L}*|\b(?:gis|gjevast|blir gitt|blir gjeve|gjelder|gjeld) (?:ikke |ikkje )?(?:bare |berre |kun )?(?:til|for) (?:frivillige|de|dei|deg|dere|dykk|den|barn|unge|eldre|familie\p{L}*|person\p{L}*|lag|søker\p{L}*|søkjar\p{L}*)\b|\b(?:alle|de|dei|den|barn|personer|personar|familier|familiar) som (?:\p{L}+ |\d+ ){1,6}(?:år)?, (?:kan|får|har)\b|\bvilkår\p{L}*|\bkvalifiser\p{L}*|\bberettig\p{L}*|\btilfredsstill\p{L}*|\b(?:fyller|fyll) (?:du )?(?:ikke |ikkje )?krav\p{L}*|\b(?:uten|utan) (?:å søke|å søkje|søknad)\b|\b(?:bare|berre|kun) (?:de|dei|den|personer|personar|søkere|søkjarar|familier|familiar|lag|foreninger|foreiningar) som\b|\bfor å (?:få|kunne få) (?:\p{L}+ ){0,2}?må du (?:være|vere|ha|bo|bu)\b|\b(?:unntatt|unnateke|fritatt|friteken|fritak) (?:fra|frå|for)?|",
    r"\b(?:trenger|treng|behøver) (?:du |de )?(?:ikke|ikkje) (?:å )?(?:søke|søkje)|\b(?:slipper|slepp) (?:du )?å (?:søke|søkje)|\bkan (?:du )?få (?:støtte|plass|tilskudd|tilskot|fritak|dispensasjon|redusert)|\beligible|\bqualif(?:y|ies|ied)\b|\b(?:do|does) not (?:need|have) to apply|\bonly (?:those|people|residents|families) (?:who|that)\b"
));

/// Whom an offer is for or not for: a group it is kept to, a bound of age or income, a circle somebody falls in or out of.
static CIRCLE: Pattern = Pattern::new(concat!(
    r"\b(?:bare|berre|kun) (?:åpen |open |aktuelt |aktuell )?(?:for|til) (?:dem|de|dei|dere|personer|personar|familier|familiar|barn|unge|eldre|innbyggere|innbyggjarar|beboere|bebuarar|eiere|eigarar|søkere|søkjarar|studenter|studentar|pensjonister|pensjonistar|husstander|husstandar|lag|foreninger|foreiningar|bedrifter|verksemder)\b|\b(?:forbeholdt|førebehalde\p{L}*|reservert) (?:for |til )?\p{L}+|",
    r"\b(?:aktuell|aktuelle) for (?:\p{L}+ )?(?:ordning|støtte|støtta|tilskudd|tilskot|tilbud|tilbod|plass|lån|startlån)\p{L}*|\b(?:faller|fell|er|kommer|kjem|hører|høyrer) (?:\p{L}+ )?(?:utenfor|utanfor|innenfor|innanfor|inn under|i|til) (?:\p{L}+ )?(?:ordninge?n?|ordninga|målgrupp\p{L}*|tilbodet|tilbudet)\b|",
    r"\b(?:inntekt\p{L}*|formue\p{L}*|du|barnet|familien|søkeren|søkaren|husstanden)(?: \p{L}+){0,3}? for (?:høye?|høge?|lave?|låge?|gammel|gammelt|gamal|gamalt|gamle|ung|ungt|unge) (?:til|for)\b|\b(?:alders|inntekts|formues)grens\p{L}*|\b(?:tjener|tener|inntekt) (?:\p{L}+ )?(?:over|under|mer enn|meir enn|mindre enn)\b|\b(?:gjelder|gjeld) (?:\p{L}+ )?(?:for )?(?:alle |de |dei |dem |deg )?(?:som (?:har fylt|er|bor|bur)|over|under|mellom) \d+|",
    r"\b(?:over|under|fylt) (?:\d+|atten|sekstisju) år (?:kan|får|har|er)\b|\bmå (?:du |de |dere |man |ein |søkeren |søkaren |barnet )?(?:være|vere|ha|bo|bu|eie|eige)\b(?: [\p{L}\d]+){1,7}? for å (?:få|kunne få|kvalifisere|være aktuell|vere aktuell|bli vurdert|komme i betraktning|kome i betraktning)\b|\bfor å (?:bli|være|vere) (?:vurdert|aktuell)\b|\b(?:i|kome i|komme i) betraktning for\b|",
    r"\b(?:open|available|restricted|limited|reserved)(?: only)? (?:to|for) (?:people|residents|families|those|persons|children|households|students|adults|clubs)\b|\bonly (?:for|available to|open to) \p{L}+|\b(?:income|age) (?:limit|is too)|\btoo (?:high|low|old|young) (?:to|for)\b|\bentitles? you\b|\bcriteria\b"
));
/// Too much or too little of something, and who comes first.
const FRAMES: [Frame; 2] = [
    Frame {
        all: &[
            "inntekt- -inntekt formue- alder- husstand- income age",
            "for too",
            "høy høye høg høge lav lave låg låge stor stort liten lita lite high low old young",
            "til to",
        ],
        none: "",
    },
    Frame {
        all: &[
            "søkere søkjarar barn familier familiar personer personar elever elevar lag innbyggere innbyggjarar applicants families children residents",
            "prioriteres prioriterast prioritert prioriterte førsterett fortrinn fortrinnsrett forrang priority",
        ],
        none: "",
    },
];
static FRAMED: Frames = Frames::new(&FRAMES);
/// Says where the conditions stand, and not what they are.
static REFERS: Pattern = Pattern::new(
    r"\b(?:finner|finn|les|lese|se|sjå|ligger|ligg|står|find|read|see) .*\b(?:nettsid\p{L}*|nettstad\p{L}*|hjemmesid\p{L}*|heimesid\p{L}*|her|lenk\p{L}*|skjema\p{L}*|brosjyr\p{L}*|lovdata|retningslinj\p{L}*|website|page|here)\b",
);

fn run(look: &Look) -> Vec<Finding> {
    let tells = |look: &Look, line: &Line, at: &Range<usize>| {
        let words = look.words(line);
        !(words[at.clone()].starts_with("vilkår") && REFERS.is_match(words))
    };
    let mut findings = look.flag_where(&WORDS, &CONCERN, &tells);
    findings.extend(look.flag(&CIRCLE, &CONCERN));
    look.flag_framed(look.flag_framed(findings, &FRAMED, &CONCERN), &said::eligibility::FRAMES, &CONCERN)
}
