//! Refusals (avslag): a second person sees each, and a refusal of access names its provision.

use super::{Check, Example, Finding, Look, concern::Concern, look::Line};
use crate::{scan::pattern::Pattern, value::Kind};
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "refusal",
    code: Code::Refusal,
    rule: "a refusal is read by a second person; a refusal of access names its provision",
    legal: CONCERN.legal,
    flagged: Example::Draft("Vi kan ikke gi deg innsyn i dokumentet."),
    fine: Example::Draft("Rådhuset har åpent fra 9 til 15 [1]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Refusal,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven §§ 24 og 25"),
    why: ["«{}» sier nei til noe.", "«{}» seier nei til noko.", "“{}” refuses something."],
    clears: [
        "En kollega ser over avslaget og begrunnelsen.",
        "Ein kollega ser over avslaget og grunngivinga.",
        "A colleague reads the refusal and its reasons.",
    ],
};

const WITHOUT_PROVISION: Concern = Concern {
    severity: Severity::Stop,
    legal: Some("offentleglova § 31"),
    why: [
        "Innsyn blir avslått uten at bestemmelsen er nevnt.",
        "Innsyn blir avslått utan at føresegna er nemnd.",
        "Access is refused without naming the provision.",
    ],
    clears: [
        "Nevn paragraf, ledd og bokstav eller nummer, og ved offentleglova § 13 også taushetsbestemmelsen.",
        "Nemn paragraf, ledd og bokstav eller nummer, og ved offentleglova § 13 også føresegna om teieplikt.",
        "Name section, paragraph and letter or number, and with offentleglova § 13 the confidentiality provision too.",
    ],
    ..CONCERN
};

static WORDS: Pattern = Pattern::new(concat!(
    r"\bavsl(?:ag|aget|å|år|ått|ås|ege)\b|\bkan (?:vi |kommunen )?(?:dessverre |diverre )?(?:ikke|ikkje) (?:innvilg\p{L}*|imøtekomme|imøtekome|gi|gje|få|godkjenn\p{L}*|tillat\p{L}*)|",
    r"\bikk(?:e|je) (?:innvilg\p{L}*|imøtekomme\p{L}*|godkjen[tn]\p{L}*)\b|\bfår (?:du )?(?:ikke|ikkje) (?:innsyn|støtte|plass|tillatelse|løyve)|\bnekte[rst]?\b|\bnektar\b|\bavvis(?:er|es|t|ast)\b|",
    r"\b(?:must|have to|has been|is|we) (?:refuse|refused|reject|rejected|decline|denied|deny)\b|\bcannot (?:grant|approve|give you)\b"
));
static ACCESS: Pattern =
    Pattern::new(r"\binnsyn\p{L}*|\bdokument\p{L}*|\baccess\b|\bdocuments?\b|\butlever\p{L}*|\bkopi\b");

fn run(look: &Look) -> Vec<Finding> {
    let named = look.lines.iter().flat_map(|line| &line.assessed.values).any(|(value, ..)| value.kind == Kind::Law);
    let findings = look.flag(&WORDS, &CONCERN).into_iter();
    findings
        .map(|finding| {
            let line =
                finding.span.and_then(|span| look.line_at(span)).filter(|line| !named && is_of_access(look, line));
            let place = |line: &Line| look.spanned(line.assessed.span, &line.assessed.text);
            line.map_or(finding, |line| WITHOUT_PROVISION.at(look, place(line)))
        })
        .collect()
}

/// Whether this sentence refuses access to documents.
pub(super) fn is_of_access(look: &Look, line: &Line) -> bool {
    ACCESS.is_match(look.words(line)) && WORDS.is_match(look.words(line))
}

/// Whether some sentence refuses access to documents.
pub(super) fn refuses_access(look: &Look) -> bool {
    look.saying().any(|line| is_of_access(look, line))
}
