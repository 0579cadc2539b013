//! Individual decisions (enkeltvedtak): none leaves by ordinary e-mail.

use super::{
    Bearing, Check, Example, Finding, Look,
    concern::Concern,
    frame::{self, Frame, Frames},
    look::Line,
    refusal::is_of_access,
};
use crate::scan::pattern::{Match, Pattern};
use std::ops::Range;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "decision",
    code: Code::Decision,
    rule: "no decision is made or first told by ordinary e-mail",
    legal: CONCERN.legal,
    flagged: Example::Draft("Vi innvilger søknaden din om tilbygg."),
    fine: Example::Draft("Når kommunen innvilger en søknad om tilbygg, får du brev [1]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Decision,
    severity: Severity::Stop,
    legal: Some("eForvaltningsforskriften § 8"),
    why: [
        "«{}» er et vedtak, og vedtak skal ikke sendes som vanlig e-post.",
        "«{}» er eit vedtak, og vedtak skal ikkje sendast som vanleg e-post.",
        "“{}” is a decision, and decisions are not sent by ordinary e-mail.",
    ],
    clears: [
        "Send vedtaket fra fagsystemet, og skriv her bare at det er sendt.",
        "Send vedtaket frå fagsystemet, og skriv her berre at det er sendt.",
        "Send the decision from the case system, and only say here that it was sent.",
    ],
};

/// The words by which a body decides, here and now.
static DECIDES: Pattern = Pattern::new(concat!(
    r"\b(?:vi|kommunen|jeg|eg|utvalget|utvalet|administrasjonen|rådmannen|kommunedirektøren) (?:har (?:i dag |no |nå |derfor |difor )?(?:vedtatt|vedteke|besluttet|bestemt|innvilget|innvilga|innvilg[ea]|avslått|avslege|godkjent|godkjend|fattet (?:følgende )?vedtak|fatta (?:følgjande )?vedtak|gitt (?:deg )?(?:tillatelse|avslag|dispensasjon)|gjeve (?:deg )?(?:løyve|avslag|dispensasjon)|(?:kommet|kome) (?:fram )?til at (?:du|søknaden|klagen|klaga|kravet))|",
    r"(?:herved |derfor |difor |med dette )?(?:innvilger|innvilgar|avslår|godkjenner|godkjenn|pålegger|påleggjer|pålegg|vedtar|vedtek|avviser|fatter vedtak|fattar vedtak|tildeler|tildelar|omgjør|opphever|opphevar|trekker tilbake|trekkjer tilbake|(?:må|vil) (?:\p{L}+ )?avslå|gir deg (?:herved |med dette )?(?:tillatelse|løyve|dispensasjon|fritak|avslag|plass)|gjev deg (?:løyve|dispensasjon|fritak|avslag|plass)))\b|",
    r"\b(?:innvilges|innvilgast|avslås|godkjennes|godkjennast|pålegges|påleggast|tildeles|tildelast|avvises|oppheves)\b|\bdu (?:gis|gjevast|får herved|får avslag|pålegges|er herved|tildeles|er tildelt|er tildelte?|har fått (?:innvilget|innvilga|avslag|tillatelse|løyve|dispensasjon|fritak|plass))\b|",
    r"\b(?:er|blir|vert|is|has been) (?:herved |hermed |no |nå |i dag |dermed |hereby )?(?:innvilget|innvilga|avslått|avslege|godkjent|godkjend|granted|approved|rejected|refused)\b|\b(?:slikt|følgende|følgjande) vedtak\b|\bvedtak:|\bvedtaket lyder|",
    r"\b(?:det )?(?:gis|gjevast|blir gitt|blir gjeve) (?:herved |hermed )?(?:\p{L}+ )?(?:tillatelse|løyve|dispensasjon|fritak|avslag|støtte|tilskudd|tilskot|pålegg)\b|\b(?:pålegget|vedtaket|avslaget)(?: om \p{L}+)? (?:er|blir|vert) (?:opprettholdt|oppretthalde|stadfestet|stadfesta|omgjort|gjort om|oppheva|opphevet)\b|\b(?:barnet|sønnen|sonen|datteren|dattera|dottera) (?:ditt|din|di) (?:er|blir|har blitt|har fått) (?:tildelt|tildelte|plass|innvilg\p{L}+)\b|\b(?:tillatelse|løyve|dispensasjon|fritak|ferdigattest|brukstillatelse|igangsettingstillatelse) (?:er gitt|er gjeve|gis|gjevast|blir gitt|blir gjeve)\b|",
    r"\b(?:klagen|klaga|søknaden|kravet|anmodningen|oppmodinga|ønsket|ønsket)(?: din| ditt| di)? (?:(?:tas|takast) (?:\p{L}+ )?til følgj?e|imøtekommes|imøtekjemast|(?:er|blir|vert) (?:\p{L}+ )?(?:tatt til følgj?e|teken til følgj?e|imøtekommet|imøtekomen))\b|\b(?:du|klageren|klagaren) (?:har fått|er gitt|gis|får|blir gitt|er gjeve) (?:\p{L}+ )?(?:medhold|medhald)(?: \p{L}+)?\b|\b(?:vi|kommunen|me) (?:\p{L}+ )?(?:gir|gjev|har gitt|har gjeve) (?:deg|klagen|klaga) (?:\p{L}+ )?(?:medhold|medhald)|",
    r"\b(?:vi|kommunen|me) (?:\p{L}+ )?(?:ilegger|ilegg|stadfester|stadfestar|opprettholder|oppretthaldar|opprettheld|frafaller|fråfell|stanser|stansar|forbyr|forbyd|inndrar|inndreg)\b|\b(?:vi|kommunen|me) har (?:\p{L}+ )?(?:tildelt|tildelt|gitt) (?:deg|dere|dykk|barnet)\b|\b(?:ilegges|ileggast|frafalles|fråfallast|omgjøres|omgjerast|opphevast|stadfestes|stadfestast|opprettholdes|oppretthaldast)\b|",
    r"\b(?:municipality|council|committee) (?:has|have) (?:granted|refused|approved|rejected|decided|denied)\b|\bwe (?:are )?(?:hereby )?(?:uphold|overturn|dismiss|granting|rejecting|impose|revoke|allocate|award)(?:ing)? (?:the|your|you|a)\b|\b(?:appeal|application|request|complaint) is (?:hereby )?(?:upheld|dismissed|allowed|denied|granted)\b|\bwe (?:have )?(?:hereby )?(?:grant|granted|approve|approved|reject|rejected|decided|order)\b|\byou (?:are|have been) (?:hereby )?(?:granted|given|allocated|awarded) (?:a |the )?(?:permit|permission|place|exemption|grant)"
));
/// What the reader is given, unless some condition follows.
static GIVEN: Pattern = Pattern::new(
    r"\b(?:du|de|dykk|dere) får (?:ikke |ikkje )?(?:tillatelse|løyve|dispensasjon|fritak|avslag|medhold|medhald|pålegg)\b|\byou are (?:not )?given (?:a permit|permission)\b",
);
/// Told what must or may be done by somebody, as in "må godkjennes".
static MODAL: Pattern = Pattern::new(r"\b(?:må|kan|bør|vil|skal|må først|kan ikke|kan ikkje|får ikke) $");
/// Spoken of in general, or of what may come.
static GENERAL: Pattern = Pattern::new(
    r"\b(?:når|hvis|dersom|om kommunen|vanligvis|vanlegvis|normalt|før|kan bli|vil bli|skal|dersom|if|when|until|usually|may|ikke|ikkje|not|enten|hvorvidt|whether)\b",
);
/// A decision that was made before and sent as it should be.
static TOLD: Pattern = Pattern::new(
    r"\bvedtak(?:et)?[»”]? (?:av|fra|frå|datert|er sendt|ble sendt|vart sendt|ligger|ligg)|\b(?:digital post|altinn|digipost|e-boks)\b|\bdecision (?:of|dated|was sent)",
);

/// The body, its verb and what it is about; and the reader or theirs, who are given something.
const FRAMES: [Frame; 3] = [
    Frame {
        all: &[
            frame::WE,
            "godtar godtek godtatt godteke godkjenner godkjenn innvilger innvilgar avslår avslått avslege pålegger pålegg påleggjer forbyr forbyd approves rejects refuses refused denied",
            "søknad- -søknad- klage- klaga klagen krav- tiltak- -endring- tilbygg- garasje- plass deg dere dykk application request complaint",
        ],
        none: GENERALLY,
    },
    Frame {
        all: &[
            frame::WE,
            "gir gjev gitt gjeve gives",
            "tillatelse -tillatelse løyve -løyve dispensasjon fritak samtykke medhold medhald permission",
        ],
        none: GENERALLY,
    },
    Frame {
        all: &[
            "du barnet sønnen sonen datteren dattera dottera dere familien",
            "får fått tildelt tildelte",
            "plass -plass omsorgsbolig- omsorgsbustad- startlån støttekontakt avlastning avlasting",
        ],
        none: GENERALLY,
    },
];
static FRAMED: Frames = Frames::new(&FRAMES);
/// Words by which a sentence speaks of what may be, of what is usual or of what was done elsewhere.
const GENERALLY: &str = "når hvis dersom hvorvidt før etter inntil vil skal kan må bør ikke ikkje ingen vanligvis vanlegvis normalt ofte alltid alle bare berre kun aldri slike slikt søke søkje beskjed brev mulig mogleg sikte venteliste hvem kven not if when whether may might can usually";

fn run(look: &Look) -> Vec<Finding> {
    decisions(look)
        .into_iter()
        .map(|(line, bytes)| CONCERN.at(look, look.place(bytes).citing(&line.assessed.citations)))
        .collect()
}

/// The sentences that decide something, with the deciding words.
pub(super) fn decisions<'l>(look: &'l Look) -> Vec<(&'l Line, Range<usize>)> {
    look.saying()
        .filter_map(|line| {
            let words = look.words(line);
            let found = DECIDES
                .find(words)
                .filter(|found| !MODAL.is_match(&words[..found.start()]))
                .or_else(|| given(words))
                .map(|found| found.range())
                .or_else(|| FRAMED.find(words))?;
            // A refusal of access is told in writing with its provision and the right of appeal (offentleglova § 31), also by e-mail.
            let general = is_of_access(look, line) || GENERAL.is_match(&words[..found.end]) || is_retold(look, line);
            (!general).then(|| (line, line.bytes.start + found.start..line.bytes.start + found.end))
        })
        .collect()
}

fn given(words: &str) -> Option<Match<'_>> {
    let conditional = |found: &Match| {
        ["når", "hvis", "dersom", "om du", "if "].iter().any(|word| words[found.end()..].contains(word))
    };
    GIVEN.find(words).filter(|found| !conditional(found))
}

/// Told after its source, and said to be an earlier decision.
fn is_retold(look: &Look, line: &Line) -> bool {
    line.assessed.bearing == Bearing::Supported && TOLD.is_match(look.words(line))
}
