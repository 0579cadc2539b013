//! Legal status and outcome of a case (rettslig status).

use super::{
    Check, Example, Finding, Look,
    concern::Concern,
    frame::{Frame, Frames},
    mood, said,
};
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
    r"sluttført|slutført|adopted|withdrawn|overturned|upheld|endelig|endeleg|utløpt|bortfalt|bortfalle|tinglyst|ferdigbehandlet|ferdighandsama|ferdigbehandla|approved|granted|rejected|refused|valid|invalid|illegal|legal|final|expired|revoked|dismissed)\b|\b(?:ferdigattest|brukstillatelse|igangsettingstillatelse|rammetillatelse|byggeløyve)(?:en|a|et)? (?:er|ble|blei|vart) (?:gitt|gjeve|utstedt|utferda)|",
    r"\b(?:\p{L}*plan(?:en)?|avtalen?|avtala|vedtaket|\p{L}*løyve(?:t)?|\p{L}*tillatelsen?|dispensasjon(?:en)?|bevillingen|løyvingen|løyvinga|forskriften|forskrifta|pålegget|kontrakten|kontrakta)(?: \p{L}+){0,3}? (?:gjelder|gjeld|løper|løp) (?:fortsatt|fremdeles|framleis|enda|ennå|enno|ikke|ikkje|til og med|fram til)\b|\b(?:er|ble|blei|vart|har blitt) (?:\p{L}+ ){0,2}?(?:stadfestet|stadfesta|opprettholdt|oppretthalde|tilbakekalt|tilbakekalla|inndratt|inndrege|forlenget|forlenga|fredet|freda|vernet|verna|i kraft|trådt i kraft|tredd i kraft|ikraft)\b|\b(?:trådte|trådde|tredde|trer|trår) i kraft\b|",
    r"\b(?:klagen|klaga|saken|saka)(?: din| di)? (?:\p{L}+ ){0,2}?(?:er|ble|blei|vart|har blitt) (?:\p{L}+ )?(?:stanset|stansa|stilt i bero|lagt på is|avsluttet|avslutta|henlagt|lagd bort|lagt bort|ferdig|ferdigbehandla)\b|\b(?:ikke|ikkje) (?:omsøkt|søkt om|byggemeldt|godkjent|godkjend)\b|\b(?:still applies|in force|no longer valid|has lapsed|lapsed|was closed|has been (?:closed|dismissed|forwarded to the county)|been upheld|was upheld)\b|",
    r"\b(?:saken|saka|the case) (?:er|ble|vart|is|was) (?:avsluttet|avslutta|lukket|closed)|\bvedtaket (?:gjelder|gjeld|står|er)\b|\b(?:gjelder|gjeld) (?:ikke|ikkje) (?:lenger|lengre|meir|mer)\b|\b(?:oppført|oppsett|satt opp|sett opp|bygd|bygget|bygt) (?:uten|utan) (?:tillatelse|løyve|søknad)\b|\bdet (?:er|ble|vart|blei) (?:gitt|gjeve|utstedt) (?:\p{L}+ )?(?:tillatelse|løyve|dispensasjon|\p{L}*tillatelse|ferdigattest)\b|\b(?:klagen|klaga|saken|saka) (?:er|ble|vart|blei) (?:oversendt|sendt|send) (?:til )?(?:statsforvalt|klagenemnd)\p{L}*|\bhas expired\b|\b(?:er|ligger|ligg) (?:\p{L}+ )?(?:regulert til|i strid med)\b|\bis (?:zoned (?:for|as)|contrary to)\b"
));
/// Not yet decided: where the case stands, and nothing about its outcome.
static PENDING: Pattern =
    Pattern::new(r"\b(?:ikke|ikkje|not)\b.* ?(?:avgjor[td]|ferdigbehandl\p{L}+|ferdighandsama|final|endele?i?g)$");
/// A decision that is not made, or on its way.
static UNMADE: Pattern = Pattern::new(
    r"^vedtaket er (?:(?:ikke|ikkje|ennå|enno|enda|nå|no|snart|ferdig) ){0,3}(?:gjort|fattet|fatta|tatt|teke|klart|sendt|skrevet|skrive|underskrevet|lagt ved|vedlagt|på vei|på veg|underveis|undervegs)\b",
);
/// What a body that judges did with a matter.
const FRAMES: [Frame; 1] = [Frame {
    all: &[
        "statsforvalter- statsforvaltar- fylkesmann- klagenemnd- -nemnda -nemnden domstolen tingretten retten departementet kommunestyret formannskapet utvalget utvalet governor court",
        "stadfestet stadfesta opphevet oppheva omgjort godkjent godkjend avslått avslege vedtatt vedteke forkastet forkasta avvist henlagt trukket upheld overturned dismissed approved rejected",
        "har ble blei vart er has was",
    ],
    none: "når hvis dersom om før må skal kan ikke ikkje venter ventar vil blir vert if when not until must",
}];
static FRAMED: Frames = Frames::new(&FRAMES);

fn run(look: &Look) -> Vec<Finding> {
    let found = look.flag_where(&WORDS, &CONCERN, &|look, line, at| {
        let words = look.words(line);
        !PENDING.is_match(&words[at.clone()])
            && !UNMADE.is_match(&words[at.start..])
            && !mood::is_conditional(words, at.start)
    });
    look.flag_framed(look.flag_framed(found, &FRAMED, &CONCERN), &said::outcome::STATUS, &CONCERN)
}
