//! Personnel matters (personalsaker): what concerns an employee as such is not for the citizen.

use super::{
    Check, Example, Finding, Look,
    concern::Concern,
    frame::{Frame, Frames},
    said,
};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "personnel",
    code: Code::Personnel,
    rule: "a sentence about an employee is read by a second person",
    legal: CONCERN.legal,
    flagged: Example::Draft("Saksbehandleren er sykmeldt."),
    fine: Example::Draft("Saksbehandleren svarer på telefon mandag [1]."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::Personnel,
    severity: Severity::Verify,
    legal: Some("forvaltningsloven § 13"),
    why: ["«{}» gjelder en ansatts forhold.", "«{}» gjeld forholda til ein tilsett.", "“{}” is about an employee."],
    clears: [
        "Stryk det, eller la lederen for den det gjelder ta stilling.",
        "Stryk det, eller la leiaren for den det gjeld ta stilling.",
        "Remove it, or let the employee's manager decide.",
    ],
};

static WORDS: Pattern = Pattern::new(concat!(
    r"\bpersonalsak\p{L}*|\boppsigelsessak\p{L}*|\b(?:fikk|fekk|fått|gitt|gjeve) (?:\p{L}+ )?(?:advarsel|åtvaring|avskjed|sparken)\b|\boppseiingssak\p{L}*|\bfått sparken\b|\bansettelsesforhold|\btilsettingsforhold|\boppsigelse\p{L}* (?:av|fra) (?:ansatt|medarbeid|lærer|saksbehandler)|\b(?:sagt opp|oppsagt|sparka|sparket) (?:fra|i|frå) (?:stillingen|stillinga|jobben)|\bavskjed(?:iget|iga)?\b|\btjenstlig|\btenestleg (?:påtale|reaksjon)|\bvarslingssak|",
    r"\b(?:ansatte?n?|tilsette|saksbehandler|saksbehandlar|saksbehandleren|saksbehandlaren|sakshandsamar|sakshandsamaren|medarbeideren|medarbeidaren|læreren|læraren|lederen|leiaren|rektor|kollegaen) (?:(?:min|vår|\p{L}+) ){0,2}?(?:er|var|ble|blei|vart|har vært|har vore|har blitt) (?:\p{L}+ )?(?:syke?meldt|sjukmeldt?|syk|sjuk|suspendert|oppsagt|sagt opp|permittert|i permisjon|under oppfølging|avskjediget|avsett|tatt ut av|teken ut av|flyttet fra|flytta frå)\b|",
    r"\b(?:saksbehandleren|saksbehandlaren|sakshandsamaren|medarbeideren|medarbeidaren|læreren|læraren|lederen|leiaren|rektor) (?:har )?(?:sluttet|slutta|sluttar|slutter)\b|\badvarsel (?:til|fra|frå) (?:den )?(?:ansatte?|tilsette|arbeidsgiver|arbeidsgjevar|leder|leiar)|\båtvaring (?:til|frå) (?:den )?(?:tilsette|arbeidsgjevar|leiar)|",
    r"\bpersonnel matter|\bdisciplin\p{L}+|\b(?:case (?:officer|worker)|caseworker|employee|teacher|colleague|manager|principal) (?:is|was|has been) (?:\p{L}+ )?(?:on (?:sick )?leave|ill|dismissed|suspended|fired)"
));

/// Somebody who works for us, by occupation ("avdelingslederen"), as an employee, or as "hun som hadde saken", and what an employer
/// does with them or their absence.
static HELD: Pattern = Pattern::new(concat!(
    r"(?:\b\p{L}*(?:lærer|lærar|leder|leiar|styrer|styrar|pleier|pleiar|arbeider|arbeidar|behandler|behandlar|handsamar|veileder|vegleiar|rettleiar|rådgiver|rådgjevar|assistent|mester|meister|meistar|sjåfør|ingeniør|inspektør|direktør|konsulent|vikar|kollega|sjef|rektor)(?:en)?\b|",
    r"\b(?:de[nti]?|dei|en|ein) (?:\p{L}+ )?(?:ansatte?|tilsett\p{L}*|vedkommende|vedkommande)\b|\b(?:hun|han|ho) som (?:hadde|har hatt|fikk|fekk|behandlet|behandla|handsama|arbeidet med|arbeidde med|jobbet med|jobba med|skrev|skreiv|svarte|svara)\b)(?: \p{L}+){0,4}? ",
    r"(?:(?:er|var|ble|blei|vart|blir|vert|vært|vore|blitt|vorte) (?:\p{L}+ ){0,3}?(?:\p{L}*syke?meld\p{L}*|\p{L}*sjukmeld\p{L}*|syk|sjuk|suspender\p{L}*|oppsagt|sagt opp|oppsagd|permitter\p{L}*|i (?:\p{L}*permisjon)|under oppfølging|avskjedig\p{L}*|avsett|avsatt|degradert|tatt ut av|teken ut av|fratatt|fråteken|omplasser\p{L}*|irettesatt|bedt om å slutte|beden om å slutte)|",
    r"(?:flyttet|flytta) (?:fra|frå|over til|til (?:en |ein |ei |et |eit )?(?:annen|anna|annan|ny|nytt) (?:avdeling|stilling|skole|skule|teneste|tjeneste|arbeids\p{L}+))|(?:sluttet|slutta|sagt opp|gått av|måtte slutte|måtte gå)\b(?: \p{L}+){0,2}? (?:etter|på grunn|fordi|på dagen)|",
    r"(?:fått|fikk|fekk|får) (?:\p{L}+ ){0,3}?(?:advarsel|åtvaring|avskjed|sparken|oppsigelse|oppseiing|irettesettelse|tilrettevisn?ing|påtale|reaksjon|sluttpakke|sluttavtale))\b|",
    r"\b(?:følger|følgjer|fulgt|følgt|gransker|granskar|undersøker|undersøkjer) (?:opp )?(?:\p{L}+ )?(?:de[ni]|dei) (?:ansatte|tilsette|det gjelder|det gjeld)\b|\b(?:samtale|møte) med (?:den ansatte|den tilsette|medarbeid[ea]ren)\b|\b(?:personal|arbeidsmiljø)(?:konflikt|sak)\p{L}*|\b(?:mot|overfor|andsynes) (?:den ansatte|den tilsette|medarbeid[ea]ren)\b|",
    r"\b(?:case ?(?:officer|worker)|employee|teacher|colleague|manager|principal|nurse|supervisor|staff member|member of staff)(?: \p{L}+){0,3}? (?:is|was|has been|has|had) (?:\p{L}+ ){0,2}?(?:on (?:\p{L}+ )?leave|ill|dismissed|suspended|fired|under investigation|reprimanded|reassigned|disciplined|warned|warning|transferred|resigned)\b"
));

/// The same wherever the words stand: somebody who works for us, and what an employer does; or one employee and what came of it.
const FRAMES: [Frame; 3] = [
    Frame {
        all: &[
            STAFF,
            "sykmeld- sjukmeld- sykemeld- sjukemeld- suspender- oppsagt oppsagd permitter- -permisjon avskjed- advarsel åtvaring tilrettevis- irettesett- oppseiing oppsigelse omplasser- sparken sluttpakke warning dismissed suspended fired reprimand- misconduct",
        ],
        none: "du dere elev- barn- barnet barna søk- søknad- skjema- foreldre foresatte føresette pupil form parents",
    },
    Frame {
        all: &[
            STAFF,
            "ikke ikkje not no",
            "lenger lengre longer",
            "ansatt tilsett employed",
            "hendels- hending- hendinga saken saka klag- varsel- incident complaint",
        ],
        none: "",
    },
    Frame {
        all: &[
            "den the vedkommende vedkommande",
            "ansatte tilsette medarbeideren medarbeidaren employee",
            "samtale samtalar internt hendelsen hendinga saken saka forholdet tilhøvet konsekvens- reaksjon- conversation internally incident",
        ],
        none: "du you",
    },
];
static FRAMED: Frames = Frames::new(&FRAMES);
/// Who works for us.
const STAFF: &str = "-læreren -læraren -lederen -leiaren -styreren -styraren -pleieren -pleiaren -arbeideren -arbeidaren saksbehandleren saksbehandlaren sakshandsamaren -assistenten -vikaren -rådgiveren -rådgjevaren -konsulenten -inspektøren -ingeniøren -sjåføren rektor rektoren sjefen -mesteren -meisteren -meistaren ansatte tilsette vedkommende vedkommande teacher employee colleague assistant caretaker principal caseworker";

fn run(look: &Look) -> Vec<Finding> {
    let found = look.flag_framed(look.flag_first(&[&WORDS, &HELD], &CONCERN), &FRAMED, &CONCERN);
    look.flag_framed(found, &said::conduct::PERSONNEL, &CONCERN)
}
