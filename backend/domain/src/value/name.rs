//! Names (navn) of persons, bodies and places: capitals where a sentence does not ask for one, and what is known of names.

use super::{Hit, Kind, Strength, given_name::is_known};
use jiff::civil::Date;
use std::{collections::HashSet, ops::Range, sync::OnceLock};

/// Words with a capital that are no names: politeness, months and weekdays in English, mail's own words.
const ORDINARY: &str = "de dem deres dykk dykkar i hei heisann hallo kjære god hello hi dear med mvh vh vennlig vennleg venleg beste \
    best kind hilsen helsing regards sincerely takk thanks re sv vs fwd fw fra frå til emne sendt dato from to \
    subject sent ref pdf jan january february march april may june july august september october november december \
    monday tuesday wednesday thursday friday saturday sunday norwegian english mr mrs ms dr hr fru ps obs nb ok kr \
    nok kid iban gnr bnr tlf mob mobil telefon faks org usd eur sms iphone ipad android outlook januar februar mars \
    mai juni juli oktober desember mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag \
    hva kva hvor kor når vi jeg eg du dere det den the we you it if and or og eller saksbehandler sakshandsamar \
    rådgiver rådgjevar leder leiar";

/// Lower-case words that end the name of a body.
const BODIES: &[&str] = &[
    "kommune",
    "kommunes",
    "fylkeskommune",
    "barnehage",
    "barneskole",
    "skole",
    "skule",
    "ungdomsskole",
    "ungdomsskule",
    "sykehus",
    "sjukehus",
    "tingrett",
    "kirke",
    "kyrkje",
    "havn",
    "hamn",
    "sykehjem",
    "sjukeheim",
    "bibliotek",
    "videregående",
];

/// Lower-case words within a name.
const PARTICLES: &[&str] = &["van", "von", "de", "der", "den", "al", "bin", "av", "of", "du", "la"];

/// Blanks between two words of one name; a citation is three at least, with the blank before it four.
const SPACE: usize = 2;

/// One word and what stands before it.
struct Word<'t> {
    text: &'t str,
    range: Range<usize>,
    /// A sentence, a line or a quotation begins here.
    begins: bool,
    /// Only blanks stand between it and the word before.
    joined: bool,
}

/// All names.
pub(super) fn find(text: &str, _: Date) -> Vec<Hit> {
    let words = words(text);
    let mut hits = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let length = length(&words[at..]);
        if let Some(hit) = (length > 0).then(|| hit(text, &words[at..at + length])).flatten() {
            hits.push(hit);
        }
        at += length.max(1);
    }
    hits
}

/// How many words, from the first, may be one name.
fn length(words: &[Word<'_>]) -> usize {
    let mut length = 0;
    for (at, word) in words.iter().enumerate().take(8) {
        let joined = at == 0 || word.joined;
        if joined && has_capital(word.text) {
            length = at + 1;
        } else if joined && length == at && at > 0 && BODIES.contains(&word.text) {
            return at + 1;
        } else if !(joined && at > 0 && PARTICLES.contains(&word.text)) {
            break;
        }
    }
    length
}

/// The name within a run of capitals, when there is one.
fn hit(text: &str, run: &[Word<'_>]) -> Option<Hit> {
    let plain = run.iter().take_while(|word| is_ordinary(word.text)).count();
    let run = &run[plain..];
    let first = run.first()?;
    let ends_as_body = run.last().is_some_and(|word| BODIES.contains(&word.text));
    let known = is_known(first.text);
    // A capital at the start of a sentence says nothing by itself.
    let run =
        if plain == 0 && first.begins && !known && !ends_as_body && !stands_alone(text, run) { &run[1..] } else { run };
    let run = trimmed(run);
    let (first, last) = (run.first()?, run.last()?);
    if first.text.chars().count() < 2
        || (run.len() == 1 && first.begins && plain == 0 && !is_acronym(first.text) && !known)
    {
        return None;
    }
    let range = first.range.start..last.range.end;
    let value = text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
    let strength = if is_known(first.text) || ends_as_body { Strength::Strong } else { Strength::Medium };
    Some(Hit::new(Kind::Name, range, value, strength))
}

/// Without ordinary words and particles at the end.
fn trimmed<'r, 't>(run: &'r [Word<'t>]) -> &'r [Word<'t>] {
    let start = run.iter().take_while(|word| is_ordinary(word.text)).count();
    let kept = run
        .iter()
        .rposition(|word| !is_ordinary(word.text) && !PARTICLES.contains(&word.text))
        .map_or(0, |last| last + 1);
    &run[start.min(kept)..kept]
}

/// Two or three capitals that are a whole line: a signature.
fn stands_alone(text: &str, run: &[Word<'_>]) -> bool {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
    let before = text[..first.range.start].trim_end_matches([' ', '\t', '-', '–']);
    let behind = text[last.range.end..].trim_start_matches([' ', '\t', '\r', ',']);
    let line = (before.is_empty() || before.ends_with('\n')) && (behind.is_empty() || behind.starts_with('\n'));
    line && (2..=4).contains(&run.len())
}

fn ordinary() -> &'static HashSet<&'static str> {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    WORDS.get_or_init(|| ORDINARY.split_whitespace().collect())
}

fn is_ordinary(word: &str) -> bool {
    ordinary().contains(word.to_lowercase().as_str())
}

fn has_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit())
}

/// NAV, KS, IKT.
fn is_acronym(word: &str) -> bool {
    (2..=6).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
}

/// «A.» in «A. Hansen», and titles.
fn is_initial(word: &str) -> bool {
    let single = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    single || ["Dr", "dr", "Hr", "hr", "St", "Mr", "Mrs", "Ms"].contains(&word)
}

/// The words of a text; apostrophes and hyphens hold a word together.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        let within = c.is_alphanumeric() || (start.is_some() && matches!(c, '-' | '\'' | '’'));
        match (start, within) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                push(text, from, at, &mut words);
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn push<'t>(text: &'t str, from: usize, to: usize, words: &mut Vec<Word<'t>>) {
    let word = text[from..to].trim_end_matches(['-', '\'', '’']);
    let gap = &text[words.last().map_or(0, |last| last.range.end)..from];
    let short = words.last().is_some_and(|last| is_initial(last.text));
    let within =
        |c: char| super::pattern::is_blank(c) || matches!(c, ',' | ';' | '-' | '–' | '/' | '&' | ')' | '\'' | '’');
    let begins = words.is_empty() || !gap.chars().all(|c| within(c) || (short && c == '.'));
    // A citation or a gap in a draft is blanked before names are looked for: the words on its two sides are not one name.
    let is_space = (1..=SPACE).contains(&gap.chars().count()) && gap.chars().all(super::pattern::is_blank);
    let joined = is_space || (gap == ". " && short);
    words.push(Word { text: word, range: from..from + word.len(), begins, joined });
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, assert_table};

    #[test]
    fn names_are_told_from_the_first_words_of_sentences() {
        assert_table(
            Kind::Name,
            &[
                ("Hei Kari Nordby, takk for svar.", &["Kari Nordby"]),
                ("Jeg snakket med Ola Nes i Fjordvik kommune.", &["Ola Nes", "Fjordvik kommune"]),
                ("Kari har søkt. Saken er avgjort.", &["Kari"]),
                ("Søknaden er mottatt. Vi svarer snart.", &[]),
                ("Fjordvik kommune svarer.", &["Fjordvik kommune"]),
                ("Vennlig hilsen\nPer Haug", &["Per Haug"]),
                ("Med Vennlig Hilsen\nZofia Wrona", &["Zofia Wrona"]),
                ("ring NAV på mandag", &["NAV"]),
                ("We meet on Monday in Bergen in May.", &["Bergen"]),
                ("Kan De hjelpe, spør Ludvig van der Berg.", &["Ludvig van der Berg"]),
                ("Søknad om tilbygg – Storgata", &["Storgata"]),
                ("Anne-Marie Lie ringte", &["Anne-Marie Lie"]),
                ("Svaret er fra Kari Nordby     Ny konto er meldt.", &["Kari Nordby", "Ny"]),
            ],
        );
    }
}
