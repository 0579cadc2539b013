//! Names (navn) of persons, bodies and places: capitals where a sentence does not ask for one, and what is known of names.

use super::{Hit, Kind, Strength, given_name::is_known, sign::Page};
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

/// Words that a run is read to.
const LONGEST: usize = 8;

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
pub(super) fn find(text: &Page<'_>, _: Date) -> Vec<Hit> {
    let (mut hits, mut run) = (Vec::new(), Vec::with_capacity(LONGEST));
    let mut at = 0;
    while let Some(start) = next_capital(text.text, at) {
        run.clear();
        let length = read(&mut Words { text: text.text, at: start, last: word_before(text, start) }, &mut run);
        hits.extend((length > 0).then(|| hit(text, &run[..length])).flatten());
        at = run.get(length.max(1) - 1).map_or(text.len(), |last| last.range.end);
    }
    hits
}

/// Reads the words that may be one name, and what stands behind them; how many they are.
fn read<'t>(words: &mut Words<'t>, run: &mut Vec<Word<'t>>) -> usize {
    let mut length = 0;
    while run.len() < LONGEST {
        let Some(word) = words.next() else { break };
        let (at, text) = (run.len(), word.text);
        let joined = at == 0 || word.joined;
        run.push(word);
        if joined && has_capital(text) {
            length = at + 1;
        } else if joined && length == at && at > 0 && BODIES.contains(&text) {
            return at + 1;
        } else if !(joined && at > 0 && PARTICLES.contains(&text)) {
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

/// The words of a text from a place on; apostrophes and hyphens hold a word together.
struct Words<'t> {
    text: &'t str,
    at: usize,
    last: Option<Range<usize>>,
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        let from = self.at + self.text[self.at..].find(char::is_alphanumeric)?;
        let rest = &self.text[from..];
        let length = rest.find(|c: char| !(c.is_alphanumeric() || holds(c))).unwrap_or(rest.len());
        let range = from..from + rest[..length].trim_end_matches(holds).len();
        let (begins, joined) = parted(self.text, self.last.as_ref(), from);
        self.at = from + length;
        self.last = Some(range.clone());
        Some(Word { text: &self.text[range.clone()], range, begins, joined })
    }
}

/// Whether it holds two parts of a word together.
fn holds(c: char) -> bool {
    matches!(c, '-' | '\'' | '’')
}

/// Whether a sentence begins at the word that begins at a byte, and whether it belongs to the word before.
fn parted(text: &str, last: Option<&Range<usize>>, from: usize) -> (bool, bool) {
    let gap = &text[last.map_or(0, |last| last.end)..from];
    let short = last.is_some_and(|last| is_initial(&text[last.clone()]));
    let within =
        |c: char| super::pattern::is_blank(c) || matches!(c, ',' | ';' | '-' | '–' | '/' | '&' | ')' | '\'' | '’');
    let begins = last.is_none() || !gap.chars().all(|c| within(c) || (short && c == '.'));
    // A citation or a gap in a draft is blanked before names are looked for: the words on its two sides are not one name.
    let is_space = (1..=SPACE).contains(&gap.chars().count()) && gap.chars().all(super::pattern::is_blank);
    (begins, is_space || (gap == ". " && short))
}

/// Where the next word with a capital begins; most words have none, and only their letters are looked at.
fn next_capital(text: &str, mut at: usize) -> Option<usize> {
    let may_be = |byte: &u8| byte.is_ascii_uppercase() || *byte >= 0xC2;
    loop {
        at += text.as_bytes()[at..].iter().position(may_be)?;
        let first = text[at..].chars().next()?;
        let before = || text[..at].trim_end_matches(holds);
        if first.is_uppercase() && !before().ends_with(char::is_alphanumeric) {
            return Some(at);
        }
        at += first.len_utf8();
    }
}

/// The last word that ends before a byte.
fn word_before(text: &str, at: usize) -> Option<Range<usize>> {
    let before = text[..at].trim_end_matches(|c: char| !c.is_alphanumeric());
    let rest = before.trim_end_matches(|c: char| c.is_alphanumeric() || holds(c));
    let start = rest.len() + before[rest.len()..].find(char::is_alphanumeric)?;
    Some(start..before.len())
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
