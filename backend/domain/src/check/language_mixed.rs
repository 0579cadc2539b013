//! Mixed written forms (blandet målform): a letter is in bokmål or in nynorsk.

use super::{Check, Example, Finding, Look, concern::Concern, look::Line};
use crate::scan::pattern::Pattern;
use std::ops::Range;
use vocabulary::{Code, Language, Severity};

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

/// Words that are bokmål only; those that nynorsk allows beside its own (uke, mye, blitt, si) are not among them.
static BOKMAL: Pattern = Pattern::new(concat!(
    r"\b(?:ikke|jeg|hun|hva|hvor|hvordan|hvorfor|hvem|hvilken|hvilket|hvilke|hvis|hver|hvert|noe|noen|fra|vet|gjøre|gjør|være|vært|mer|selv|kommer|ble|dere|deres|deretter|gjennom|tjeneste\p{L}*|virksomhet\p{L}*|eiendom\p{L}*|",
    r"henvendelse\p{L}*|begrunnelse\p{L}*|tillatelse\p{L}*|bekreftelse\p{L}*|avgjørelse\p{L}*|\p{L}{3,}inger|\p{L}{3,}ingene|spørsmålene|naboene|naboer|dager|dagene|timer|søkere|søkerne|eiere|eierne|brukere|elever|elevene|innen|senest|kunngjort|veiledning\p{L}*|vennlig)\b"
));
/// Words that are nynorsk only; those that bokmål allows beside its own (saka, blei, veit) are not among them.
static NYNORSK: Pattern = Pattern::new(concat!(
    r"\b(?:ikkje|eg|kva|kvar|kvart|korleis|kvifor|kven|noko|nokon|nokre|frå|gjere|gjer|vere|vore|vorte|vert|meir|mykje|sjølv|kjem|vart|dei|berre|òg|hjå|dykk|dykkar|eit|ein|mogleg|mogeleg|gjennomføre?r?ast|tenest\p{L}*|verksemd\p{L}*|eigedom\p{L}*|",
    r"førespurnad\p{L}*|grunngiving\p{L}*|grunngjeving\p{L}*|løyve\p{L}*|stadfest\p{L}*|avgjerd\p{L}*|\p{L}{3,}ingar|\p{L}{3,}ingane|naboane|naboar|dagar|dagane|timar|søkjar\p{L}*|eigar\p{L}*|brukarar|elevar|elevane|innan|seinast|rettleiing\p{L}*|vennleg|venleg|veke|veker|veka|vekene)\b"
));

fn run(look: &Look) -> Vec<Finding> {
    let own: Vec<_> = look.lines.iter().filter(|line| !is_given_back(look, line)).collect();
    let count = |pattern: &Pattern| own.iter().map(|line| in_own_words(look, line, pattern).count()).sum::<usize>();
    let (bokmal, nynorsk) = (count(&BOKMAL), count(&NYNORSK));
    if bokmal == 0 || nynorsk == 0 {
        return Vec::new();
    }
    // What the letter is meant to be in decides where neither form has more.
    let is_nynorsk = nynorsk > bokmal || nynorsk == bokmal && look.language == Language::Nn;
    let stray = if is_nynorsk { &BOKMAL } else { &NYNORSK };
    let strays = own.iter().filter_map(|line| Some((line, in_own_words(look, line, stray).next()?)));
    strays
        .map(|(line, found)| CONCERN.at(look, look.place(line.bytes.start + found.start..line.bytes.start + found.end)))
        .collect()
}

/// Where the words of a line are of one form, outside «…», “…” and addresses.
fn in_own_words<'l>(look: &'l Look, line: &Line, pattern: &'l Pattern) -> impl Iterator<Item = Range<usize>> + 'l {
    let words = look.words(line);
    let quoted = move |at: usize| ["«»", "“”"].iter().any(|marks| is_between(&words[..at], marks));
    let joined = move |range: &Range<usize>| {
        words[..range.start].ends_with(['.', '/', '@', '-']) || words[range.end..].starts_with(['/', '@', '-'])
    };
    pattern.find_iter(words).map(|found| found.range()).filter(move |range| !quoted(range.start) && !joined(range))
}

/// Whether the last opening mark before here is not closed.
fn is_between(before: &str, marks: &str) -> bool {
    let mut marks = marks.chars();
    let (open, close) = (marks.next().unwrap_or('«'), marks.next().unwrap_or('»'));
    before.rfind(open) > before.rfind(close)
}

/// The source's own words, given back as they stand, are not our text.
fn is_given_back(look: &Look, line: &Line) -> bool {
    let words = look.words(line).trim().trim_end_matches('.').trim();
    look.cited(line).any(|known| known.has(words))
}
