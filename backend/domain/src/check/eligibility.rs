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
    r"\boppfyll\p{L}*|\bvilkår\p{L}*|\bkvalifiser\p{L}*|\bberettig\p{L}*|\btilfredsstill\p{L}*|\bfyller (?:du )?krav\p{L}*|\b(?:unntatt|unnateke|fritatt|friteken|fritak) (?:fra|frå|for)?|",
    r"\b(?:trenger|treng|behøver) (?:du |de )?(?:ikke|ikkje) (?:å )?(?:søke|søkje)|\bslipper å søke|\bkan (?:du )?få (?:støtte|plass|tilskudd|tilskot|fritak|dispensasjon|redusert)|\beligible|\bqualif(?:y|ies|ied)\b|\byou do not need to apply"
));

fn run(look: &Look) -> Vec<Finding> {
    look.flag(&WORDS, &CONCERN)
}
