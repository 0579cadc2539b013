//! Mixed written forms (blandet målform): a letter is in bokmål or in nynorsk.

use super::{Check, Example, Finding, Look, concern::Concern};
use crate::scan::pattern::Pattern;
use regex::Match;
use vocabulary::{Code, Severity};

pub(super) const CHECK: Check = Check {
    name: "language_mixed",
    code: Code::LanguageMixed,
    rule: "our own text keeps to one written form of Norwegian",
    legal: CONCERN.legal,
    flagged: Example::Draft("Vi har ikke fått skjemaet, og veit ikkje korleis saka står."),
    fine: Example::Draft("Vi har ikke fått skjemaet, og vet ikke hvordan saken står."),
    plain: true,
    run,
};

const CONCERN: Concern = Concern {
    code: Code::LanguageMixed,
    severity: Severity::Warn,
    legal: Some("språklova §§ 4 og 10"),
    why: [
        "«{}» er ikke samme målform som resten av teksten.",
        "«{}» er ikkje same målform som resten av teksten.",
        "“{}” is not in the same form of Norwegian as the rest.",
    ],
    clears: [
        "Skriv det om til målformen i resten av teksten.",
        "Skriv det om til målforma i resten av teksten.",
        "Rewrite it in the form the rest uses.",
    ],
};

/// Words that are bokmål only.
static BOKMAL: Pattern = Pattern::new(
    r"\b(?:ikke|jeg|hva|hvor|hvordan|hvorfor|hvilken|hvilke|hvis|noe|noen|fra|vet|uke|uker|søknaden din er mottatt|gjøre|gjør|være|blitt|fått beskjed om|både og|mer|mye|selv|se|si|kommer|henvendelse|henvendelsen|opplysninger|spørsmålene|dere|deres|ble)\b",
);
/// Words that are nynorsk only.
static NYNORSK: Pattern = Pattern::new(
    r"\b(?:ikkje|eg|kva|kvar|korleis|kvifor|kven|kvifor|noko|nokon|nokre|frå|veit|veke|veker|gjere|gjer|vere|vore|vorte|blei|meir|mykje|sjølv|kjem|førespurnad|førespurnaden|opplysningar|dykk|dykkar|vart|dei|berre|òg|hjå|etter kvart som|saka|mogleg|mogeleg|kommunen sine)\b",
);

fn run(look: &Look) -> Vec<Finding> {
    let own: Vec<_> = look.lines.iter().filter(|line| !is_quotation(look, line)).collect();
    let count = |pattern: &Pattern| own.iter().map(|line| pattern.find_iter(look.words(line)).count()).sum::<usize>();
    let (bokmal, nynorsk) = (count(&BOKMAL), count(&NYNORSK));
    if bokmal == 0 || nynorsk == 0 {
        return Vec::new();
    }
    let stray = if bokmal >= nynorsk { &NYNORSK } else { &BOKMAL };
    let strays = own.iter().filter_map(|line| Some((line, stray.find(look.words(line))?)));
    strays
        .map(|(line, found): (_, Match)| {
            CONCERN.at(look, look.place(line.bytes.start + found.start()..line.bytes.start + found.end()))
        })
        .collect()
}

/// The source's own words, given back as they stand, are not our text.
fn is_quotation(look: &Look, line: &super::look::Line) -> bool {
    let words = look.words(line);
    words.contains('«') || look.cited(line).any(|known| known.has(words.trim().trim_end_matches('.').trim()))
}
