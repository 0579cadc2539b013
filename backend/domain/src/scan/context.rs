//! The words around a number (sammenheng) that say what it is; at most forty characters to each side are read.

use super::pattern::{compile, lowered};
use regex::Regex;
use std::{ops::Range, sync::LazyLock};

/// How far a word may stand from the number it explains.
const REACH: usize = 40;

/// What the nearest word says a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    Person,
    Duf,
    Cpr,
    Account,
    Kid,
    Organisation,
    Phone,
    Plate,
    Swedish,
    /// Something else with a number: an order, an invoice, a case, a sum.
    Other,
}

/// Each word with what it hints at; the order is that of the groups in the pattern.
const WORDS: [(Hint, &str); 10] = [
    (
        Hint::Person,
        r"f\.?nr\b|fødselsn|fødselsdato og|personn(?:ummer|r)|\bp\.?nr\b|d-?n(?:ummer|r)\b|født\b|fødd\b|personal number|national id|birth number",
    ),
    (Hint::Duf, r"\bduf\b|duf-?n"),
    (Hint::Cpr, r"\bcpr\b|cpr-?n"),
    (Hint::Account, r"konto|\bbank|\biban\b|account|\bbetal til\b|utbetal"),
    (Hint::Kid, r"\bkid\b|kid-?n"),
    (Hint::Organisation, r"\borg\b|\borg\.|orgn|organisasjonsn|foretaks|\bmva\b"),
    (Hint::Phone, r"\btlf|telefon|\bmob\b|mobil|\bring\b|\bringe\b|\bsms\b|\bphone|\bcall\b|\btel\b"),
    (Hint::Plate, r"\bbil(?:en|ens)?\b|reg\.?\s?n(?:r|ummer)|skilt|kjennemerke|kjøretøy|køyretøy|parker"),
    (Hint::Swedish, r"samordningsn|svensk"),
    (
        Hint::Other,
        r"ordre|faktura|invoice|\bsaksn|\bsak\b|referanse|\bref\b|\bkr\b|kroner|kundenu|kunden?r|sporing|m[åa]ler",
    ),
];

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let groups: Vec<String> = WORDS.iter().map(|(_, words)| format!("({words})")).collect();
    compile(&groups.join("|"))
});

/// What the nearest word says: the last one before the number in its sentence part, else the first one after it;
/// an order or a case that only comes after the number does not explain it.
pub(super) fn hint(text: &str, bytes: &Range<usize>) -> Option<Hint> {
    let before = lowered(tail(&text[..bytes.start]));
    let after = lowered(head(&text[bytes.end..]));
    hints(&before).last().or_else(|| hints(&after).next().filter(|hint| *hint != Hint::Other))
}

/// Whether any word within reach hints at `wanted`.
pub(super) fn hints_at(text: &str, bytes: &Range<usize>, wanted: Hint) -> bool {
    let (before, after) = (lowered(tail(&text[..bytes.start])), lowered(head(&text[bytes.end..])));
    hints(&before).chain(hints(&after)).any(|hint| hint == wanted)
}

fn hints(window: &str) -> impl Iterator<Item = Hint> {
    let matches = PATTERN.iter().flat_map(move |pattern| pattern.captures_iter(window));
    matches.filter_map(|found| WORDS.iter().enumerate().find_map(|(at, (hint, _))| found.get(at + 1).map(|_| *hint)))
}

fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().nth(REACH - 1).map_or(0, |(at, _)| at);
    &text[start..]
}

fn head(text: &str) -> &str {
    let end = text.char_indices().nth(REACH).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::{Hint, hint};

    #[test]
    fn the_nearest_word_before_the_number_decides() {
        for (text, expected) in [
            ("fnr 1", Some(Hint::Person)),
            ("fnr og konto 1", Some(Hint::Account)),
            ("1 er mitt fødselsnummer", Some(Hint::Person)),
            ("vi så 1 fugl", None),
            ("KID: 1", Some(Hint::Kid)),
        ] {
            let at = text.find('1').unwrap();
            assert_eq!(hint(text, &(at..at + 1)), expected, "{text}");
        }
    }
}
