//! Who qualifies for something (vilkår).

use super::{Check, Example, Finding, Look, concern::Concern};
use crate::scan::pattern::Pattern;
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

fn run(look: &Look) -> Vec<Finding> {
    look.flag(&WORDS, &CONCERN)
}
