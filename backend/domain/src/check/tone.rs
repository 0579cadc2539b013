//! Tone (tone): a citizen is not blamed, shouted at or talked down to.

use super::{Check, Example, Finding, Look, concern::Concern};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "tone",
    code: Code::Tone,
    rule: "a sentence that blames or shouts is pointed out",
    legal: CONCERN.legal,
    flagged: Example::Draft("Som vi allerede har sagt, må du vente."),
    fine: Example::Draft("Saken tar dessverre litt tid."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Tone,
    severity: Severity::Warn,
    legal: Some("språklova § 9"),
    why: [
        "«{}» kan virke belærende eller uvennlig.",
        "«{}» kan verke belærande eller uvennleg.",
        "“{}” may sound patronising or unfriendly.",
    ],
    clears: [
        "Skriv det roligere, og si heller hva mottakeren kan gjøre.",
        "Skriv det rolegare, og sei heller kva mottakaren kan gjere.",
        "Put it more calmly, and say what the reader can do.",
    ],
};

static WORDS: Pattern = Pattern::new(concat!(
    r"!{2,}|\bdu burde (?:ha )?|\bdu må (?:da )?forstå|\bsom (?:vi|jeg|eg) (?:allerede|alt) har (?:sagt|skrevet|skrive|forklart)|\bdet er ikke vårt (?:problem|ansvar)|\bdet er ikkje vårt (?:problem|ansvar)|\bditt eget ansvar|\bditt eige ansvar|",
    r"\bdu har (?:åpenbart|tydeligvis|openbert) (?:misforstått|ikke|ikkje)|\bselvsagt (?:må|kan) du|\bsom du (?:sikkert )?(?:burde|bør) vite|\b(?:kan|må) du (?:ikke|ikkje) (?:forvente|vente deg|rekne med)|\bdu kan (?:ikke|ikkje) (?:forvente|vente deg)|\byou should have (?:read|known|asked|told|sent|done)|\bas (?:we|i) (?:have )?already (?:said|told)|\bnot our problem|\bobviously\b"
));

/// What the reader ought to have known or done, repeats, or should stop doing; and who makes light of them.
static BLAMES: Pattern = Pattern::new(concat!(
    r"\b(?:det|dette|her) (?:burde|skulle|kunne|må|bør) du (?:\p{L}+ ){0,3}?(?:visst|vite|forstått|forstå|skjønt|skjøna|skjønne|skjøne|lest|lese|tenkt|spurt|sjekket|sjekka|funnet|funne)\b|\bdu (?:skulle|kunne) (?:\p{L}+ )?(?:ha )?(?:visst|lest|lese|spurt|tenkt|sagt fra|sagt frå|sjekket|sjekka|forstått)\b|",
    r"\b(?:forklart|sagt|skrevet|skrive|svart|opplyst|fortalt)\b[^.]*\b(?:flere|fleire|mange|gjentatte|gjentekne|utallige|utallege|hundre|tusen) (?:ganger|gonger)\b|\b(?:told|explained|said|answered|written)\b[^.]*\b(?:many|several|countless|\p{L}+) times\b|\bhow many times\b|\bfor siste gang\b|\bfor siste gong\b|",
    r"\b(?:det|dette) (?:skulle|burde) du (?:\p{L}+ )?(?:ha )?\p{L}+(?:t|a|d)\b|\b(?:får|må) (?:du )?(?:bare |berre )?finne deg i\b|\b(?:viktigere|viktigare|bedre|betre) ting å (?:gjøre|gjere)\b|\b(?:hvor|kor) (?:vanskelig|vanskeleg|vrient) kan det\b|\b(?:opplagt|åpenbart|openbert|tydelig|tydeleg) at du (?:\p{L}+ )?(?:ikke|ikkje)\b|\b(?:lei|lut lei|trøtt|møkk lei|leie|trøytte?) av (?:\p{L}+ )?(?:mas\p{L}*|klag\p{L}*|e-post\p{L}*|henvendels\p{L}*|førespurnad\p{L}*|deg)\b|\b(?:tired|sick|fed up) (?:of|with) (?:your|you)\b|\b(?:med|på) (?:desse|disse|denne|dette) (?:maset|klagene|klagingen|klaginga|mas)\b|",
    r"\bdu (?:\p{L}+ )?(?:maser|masar|syter|sutrer|sutrar|overdriver|overdriv|kverulerer|kverulerar|innbiller deg|innbillar deg)\b|\b(?:slutt|slutte|stopp) (?:med )?å (?:sende|ringe|ringje|mase|skrive|klage|klaga|spørre|spørje|plage)\b|^(?:ikke|ikkje) (?:ring|send|skriv|mas|spør|plag)\b.*\b(?:flere|fleire|igjen|mer|meir)\b|\bstop (?:sending|calling|writing|asking|e-?mailing|complaining)\b|",
    r"\b(?:ditt|deres|dykkar) (?:eget |eige )?problem\b|\b(?:er|var|blir) (?:helt |heilt |bare |berre |kun |jo |da |faktisk )?(?:din|di) (?:egen |eiga |eigen )?(?:feil|skyld|skuld)\b|\byour (?:own )?(?:fault|problem)\b|\bsom du (?:sikkert|vel|nok|selvsagt|sjølvsagt|naturligvis) (?:forstår|skjønner|skjønar)\b|",
    r"\b(?:hvis|om|dersom|hadde) du (?:\p{L}+ ){0,2}?(?:leser|les|lest|lese|giddet|giddar|gadd|brydd|orket)\b[^.]*\b(?:ordentlig|ordentleg|skikkelig|skikkeleg|giddet|gadd)\b|\b(?:ditt|din|di|dette|det) er (?:\p{L}+ ){0,2}?(?:latterlig|latterleg|tåpelig|tåpeleg|useriøst?|tøv|tull|tullete)\b|\bhadde du (?:bare |berre )?(?:lest|lese|spurt|hørt|høyrt|fulgt|følgt)\b|",
    r"\bles (?:\p{L}+ ){1,3}(?:ordentlig|skikkelig|ordentleg|skikkeleg|en gang til|ein gong til)\b|\bdu (?:må|får|bør) (?:\p{L}+ )?(?:innse|skjønne|skjøne|slutte|gi deg|gje deg|skjerpe deg|roe deg|ta deg sammen|ta deg saman|tåle|tole)\b|\b(?:nå|no) (?:får|må) du (?:\p{L}+ )?(?:slutte|gi deg|gje deg|roe deg|ta deg|skjerpe)|\b(?:ikke|ikkje) tid til (?:deg|dette|slik|slikt|sånt|å svare)\b|\bcalm down\b|\bif you had (?:read|bothered|listened|followed)\b|\byou (?:clearly|apparently|evidently|simply|just) (?:did not|have not|do not|don't|didn't|misunderst)|\byou (?:cannot|can't) expect\b"
));

fn run(look: &Look) -> Vec<Finding> {
    look.flag_first(&[&WORDS, &BLAMES], &CONCERN)
}
