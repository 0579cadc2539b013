//! Right of appeal (klageadgang): a decision and a refusal of access say how and by when to appeal; each part that lacks is named.

use super::{
    Check, Example, Finding, Look,
    concern::{Concern, Place, Words},
    decision::decisions,
    refusal::{listed, refuses_access},
};
use crate::scan::pattern::Pattern;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "appeal_missing",
    code: Code::AppealMissing,
    rule: "a decision tells of the right to appeal, the time, the body, how it is done, and the right to see the documents",
    legal: CONCERN.legal,
    flagged: Example::Draft("Vi avslår søknaden din fordi den mangler nabovarsel."),
    fine: Example::Draft(concat!(
        "Vi avslår søknaden din fordi den mangler nabovarsel. Du kan klage til Statsforvalteren innen tre uker fra du mottok dette ",
        "brevet. Send klagen til oss. Du har rett til å se dokumentene i saken."
    )),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::AppealMissing,
    severity: Severity::Stop,
    legal: Some("forvaltningsloven §§ 27, 28 og 29"),
    why: [
        "Teksten avgjør noe, men sier ikke alt om klage. Det mangler: {}.",
        "Teksten avgjer noko, men seier ikkje alt om klage. Det manglar: {}.",
        "The text decides something without saying all about appeal. It lacks: {}.",
    ],
    clears: [
        "Ta med klagerett, klageinstans, frist (tre uker fra mottak), hvor klagen sendes, og retten til å se dokumentene.",
        "Ta med klagerett, klageinstans, frist (tre veker frå mottak), kvar klaga skal sendast, og retten til å sjå dokumenta.",
        "Add the right to appeal, the appeals body, the time limit (three weeks from receipt), where to send it, and the right to see the documents.",
    ],
};

const OF_ACCESS: Concern = Concern { legal: Some("offentleglova §§ 31 og 32"), ..CONCERN };

/// What must be told, and the words that tell it.
struct Part {
    name: Words,
    told: Pattern,
    /// Whether a refusal of access must tell it too (offentleglova § 31).
    of_access: bool,
}

static PARTS: [Part; 5] = [
    Part {
        name: ["retten til å klage", "retten til å klage", "the right to appeal"],
        told: Pattern::new(r"\b(?:på)?klag(?:e|er|en|a|es|ast|eadgang|erett|efrist)\p{L}*\b|\bappeal\b"),
        of_access: true,
    },
    Part {
        name: ["klagefristen", "klagefristen", "the time limit"],
        told: Pattern::new(
            r"\btre uker\b|\btre veker\b|\b3 (?:uker|veker|weeks)\b|\bthree weeks\b|\bklagefrist\p{L}* (?:er|går)|\bfrist(?:en)? for å klage",
        ),
        of_access: true,
    },
    Part {
        name: ["klageinstansen", "klageinstansen", "the appeals body"],
        told: Pattern::new(
            r"\bstatsforvalt\p{L}*|\bklagenemnd\p{L}*|\bklageinstans\p{L}*|\bklageorgan\p{L}*|\bklageutval\p{L}*|\bkommunestyret\b|\bdepartement\p{L}*|\bfylkeskommun\p{L}*|\bcounty governor|\bappeals? (?:body|board|committee)",
        ),
        of_access: true,
    },
    Part {
        name: ["hvor klagen sendes", "kvar klaga skal sendast", "where to send the appeal"],
        told: Pattern::new(
            r"\b(?:send|sende|sendes|sendast|stiles|stilast|rettes|rettast|leveres|leverast) (?:\p{L}+ ){0,4}?til\b|\bklag(?:en|a) (?:\p{L}+ ){0,2}?til (?:oss|kommunen)|\bsend (?:it|the appeal|your appeal) to\b|\bsent to\b",
        ),
        of_access: false,
    },
    Part {
        name: ["retten til å se dokumentene", "retten til å sjå dokumenta", "the right to see the documents"],
        told: Pattern::new(
            r"\b(?:se|sjå) (?:\p{L}+ )?(?:sakens |saksens )?(?:saks)?dokument\p{L}*|\binnsyn i (?:\p{L}+ )?(?:saks)?(?:dokument|sak)\p{L}*|§§ ?18\b|§ ?18\b|\bsee the documents",
        ),
        of_access: false,
    },
];

fn run(look: &Look) -> Vec<Finding> {
    let decided =
        decisions(look).into_iter().next().map(|(line, bytes)| look.place(bytes).citing(&line.assessed.citations));
    let whole = decided.is_some();
    let refused = || refuses_access(look).then(|| Place::outside("innsyn"));
    let Some(place) = decided.or_else(refused) else { return Vec::new() };
    let told = |part: &Part| look.saying().any(|line| part.told.is_match(look.words(line)));
    let owed = PARTS.iter().filter(|part| whole || part.of_access);
    let missing: Vec<Words> = owed.filter(|part| !told(part)).map(|part| part.name).collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let concern = if whole { &CONCERN } else { &OF_ACCESS };
    let why = concern.why_of(look.ground.words, &listed(&missing, look.ground.words));
    vec![Finding { why, ..concern.at(look, place) }]
}
