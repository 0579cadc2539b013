//! Rights, duties and provisions (rettigheter og plikter): what a citizen may rely on must be right.

use super::{Check, Example, Finding, Look, concern::Concern, mood, said};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "right",
    code: Code::Right,
    rule: "a sentence about rights, duties or provisions is read by a second person",
    legal: CONCERN.legal,
    flagged: Example::Draft("Du har rett til å se dokumentene i saken."),
    fine: Example::Draft("Rådhuset har åpent fra 9 til 15 [1]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Right,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 11"),
    why: [
        "«{}» sier noe om rettigheter, plikter eller lovregler.",
        "«{}» seier noko om rettar, plikter eller lovreglar.",
        "“{}” says something about rights, duties or law.",
    ],
    clears: [
        "En kollega ser over setningen, og holder den mot kilden.",
        "Ein kollega ser over setninga, og held ho mot kjelda.",
        "A colleague reads the sentence and compares it with its source.",
    ],
};

/// What the reader may or must do, or must not: the claim itself.
static WORDS: Pattern = Pattern::new(concat!(
    r"\b(?:har|har du|har de|hadde) (?:\p{L}+ ){0,2}?(?:rett|krav) (?:til|på)\b|\brettighet|\brettar\b|\brettane\b|\bretten (?:til|din)\b|\b(?:din|gir|gjev|gi|gje|få|får|uten|utan|ingen) rett til\b|\brett til (?:å|innsyn|plass|hjelp|støtte)\b|\bkrav på\b|\b(?:kan|må) (?:du|de|dere|parten) (?:kreve|krevje)\b|\b(?:du|de|dere|eieren|eigaren) kan (?:kreve|krevje)\b|\bpålagt å\b|\bpålagde å\b|\bforplikt(?:et|a|er|ar)\b|\bplikt(?:er|ar|en|a|ig|ige|ene)?\b|\bmeldeplikt|\bsøknadsplikt|",
    r"\bkan (?:\p{L}+ )?(?:kreve|krevje)\b|\b(?:etter|ifølge|ifølgje|i henhold til|i samsvar med) (?:\p{L}+ )?\p{L}*(?:loven|lova|forskriften|forskrifta|vedtektene|vedtektena|reglementet)\b|\b(?:may|can) (?:lodge|file|submit) (?:a|an) (?:complaint|appeal)\b|\b(?:anledning|høve|adgang) til å (?:\p{L}+ )?(?:uttale|klage|komme med|kome med|se|sjå|la deg|be om)\p{L}*|\b(?:er|ikke|ikkje) (?:\p{L}+ )?(?:tillatt|tillate|lovlig|lovleg|ulovlig|ulovleg) å\b|\b(?:ikke|ikkje) (?:tillatt|tillate|lov)\b|\b(?:forbud|forbod) mot å\b|\bforbudt\b|\bforbode å\b|\bstår (?:deg |dere |du )?fritt til å\b|\b(?:not )?allowed to\b|\b(?:prohibited|forbidden)\b|\b(?:may|can) (?:appeal|complain about|demand|request access)\b|\b(?:must|have to) (?:notify|report)\b|",
    r"\b(?:ansvarlig|ansvarleg) for å\b|\b(?:må|skal) (?:sørge|sørgje|syte) for\b|\b(?:må|skal) (?:\p{L}+ )?(?:varsle|varsles|varslast)\b|\bmust (?:be )?notif(?:y|ied)\b|\bsøknadsfri(?:tt|e)?\b|\bdut(?:y|ies) to\b|\bklagerett|\bklagefrist|\bfrist(?:en)? for å klag|\bfrist(?:en)? (?:for klage|til å klage)|\b(?:time limit|deadline|time) (?:for (?:an )?appeal|to appeal)|\bkan (?:du )?klage\b|\bkan klagast|\bentitled to|\b(?:a|the|your|have|has|no) rights? to\b|\bobliged to|\bobligation|\blegally required|",
    r"\b(?:må|skal) (?:\p{L}+ )?(?:vente|venta) med(?: å \p{L}+)?\b|\b(?:kan|må|skal) (?:\p{L}+ )?(?:ikke|ikkje) (?:\p{L}+ )?(?:begynn|byrj|start|settes i gang|setjast i gang|sette i gang|setje i gang|grav|bygg|ta i bruk|tas i bruk|takast i bruk|bruk)\p{L}*|",
    r"\blov (?:til )?å\b|\b(?:kan|må) (?:du )?be om (?:å (?:få )?(?:se|sjå)|innsyn|begrunnelse|grunngiving|utsatt)\b|\brequired to\b|\ber forbudt\b|\ber forbode\b|\b(?:pålegg om \p{L}+|overtredelsesgebyr|brotsgebyr)|\b(?:may|must|can) ?not (?:begin|start|build|dig|use)|\bneed a permit\b|\b(?:krever|krev|trenger|treng|må ha|skal ha) (?:\p{L}+ )?(?:søknad|tillatelse|løyve|samtykke|dispensasjon|ansvarsrett|godkjenning|godkjenning)|\b(?:må|skal) (?:\p{L}+ )?(?:søke|søkje|søkes|søkjast) (?:\p{L}+ )?(?:om|for)\b|\bmust (?:\p{L}+ )?apply for\b|\brequires? (?:a permit|permission|an application)"
));
/// The ground named for it; only where no claim of the sentence is plainer.
static GROUNDS: [Pattern; 2] = [
    Pattern::new(r"§{1,2} ?\d+(?:-\d+)?(?: ?[a-z]\b)?"),
    Pattern::new(r"\b(?:forvaltningslov|offentleglov|plan- og bygningslov|barnevernslov|opplæringslov)\p{L}*"),
];

/// That something is needed, which may only be a case that is spoken of: "tolv uker når saken krever dispensasjon".
static NEEDS: Pattern = Pattern::new(r"^(?:krever|krev|trenger|treng|må ha|skal ha|requires?)\b");

fn run(look: &Look) -> Vec<Finding> {
    let claimed = look.flag_where(&WORDS, &CONCERN, &|look, line, at| {
        let words = look.words(line);
        !(NEEDS.is_match(&words[at.clone()]) && mood::is_conditional(words, at.start))
    });
    let line = |finding: &Finding| finding.span.and_then(|span| look.line_at(span)).map(|line| line.bytes.start);
    let lines: Vec<_> = claimed.iter().map(line).collect();
    let grounded = look.flag_first(&[&GROUNDS[0], &GROUNDS[1]], &CONCERN).into_iter();
    let grounded = grounded.filter(|finding| !lines.contains(&line(finding)));
    look.flag_framed(claimed.iter().cloned().chain(grounded).collect(), &said::right::FRAMES, &CONCERN)
}
