//! Sentences (setninger): where one ends, with the abbreviations and dates of the languages we read.

use std::ops::Range;

/// Abbreviations whose point ends no sentence.
const SHORT: &[&str] = &[
    "kl", "nr", "kr", "jf", "jfr", "ca", "tlf", "gnr", "bnr", "evt", "dvs", "mill", "mrd", "eks", "bl", "pga", "mht",
    "ang", "vedr", "inkl", "ekskl", "maks", "min", "st", "dr", "hr", "fr", "pbl", "fvl", "offl", "koml", "kap", "pkt",
    "art", "ref", "mob", "org", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "des",
    "dec", "oct", "mr", "mrs", "ms", "no", "vs", "eg", "ie", "pr", "stk", "adr", "avd", "s",
];

/// An item of a list that is longer, in bytes, is a paragraph.
const LONGEST_ITEM: usize = 200;

/// Abbreviations that are words as well («Har dere fått søknaden min.»): before a capital their point ends the sentence.
const ALSO_WORDS: &[&str] = &["min", "eg", "no", "mar", "art", "fr", "des", "eks"];

/// The sentences of a text as ranges of bytes, without blanks at either end. A line break alone ends none, unless the line is a
/// greeting, the next is a list item, or the line is empty.
#[must_use]
pub fn split(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let behind = at + c.len_utf8();
        let ends = match c {
            '?' | '!' => !text[behind..].starts_with(['?', '!', '.']),
            '.' => ends_at_point(text, start, at),
            '\n' => ends_at_break(&text[start..at], &text[behind..]),
            _ => false,
        };
        if ends {
            push(text, start..behind, &mut sentences);
            start = behind;
        }
    }
    push(text, start..text.len(), &mut sentences);
    sentences
}

fn push(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let begin = range.start + (part.len() - part.trim_start().len());
    let part = part.trim();
    if part.chars().any(char::is_alphanumeric) {
        sentences.push(begin..begin + part.len());
    }
}

fn ends_at_point(text: &str, start: usize, at: usize) -> bool {
    let mut next = text[at + 1..].chars();
    if !next.next().is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '»' | ')' | '[')) {
        return false;
    }
    let word = text[start..at].rsplit(|c: char| c.is_whitespace() || matches!(c, '.' | '(')).next().unwrap_or_default();
    let following = text[at + 1..].trim_start().chars().next();
    if word.len() <= 2 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return following.is_none_or(char::is_uppercase);
    }
    let initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let word = word.to_lowercase();
    let goes_on =
        following.is_some() && !(ALSO_WORDS.contains(&word.as_str()) && following.is_some_and(char::is_uppercase));
    !(initial || SHORT.contains(&word.as_str()) && goes_on)
}

fn ends_at_break(line: &str, rest: &str) -> bool {
    let next = rest.trim_start_matches([' ', '\t', '\r']);
    let empty = next.starts_with('\n') || next.is_empty() || line.trim().is_empty();
    // An item of a list goes on in lower case, if at all.
    let item_ends = line.len() <= LONGEST_ITEM && is_item(line.trim_start()) && next.starts_with(char::is_uppercase);
    empty || is_item(next) || item_ends || is_greeting(line.trim())
}

/// A list item: a dash, a bullet, a number or a letter with a point or bracket.
pub(super) fn is_item(line: &str) -> bool {
    let mut signs = line.chars();
    match (signs.next(), signs.next(), signs.next()) {
        (Some('-' | '–' | '*' | '•' | '·'), Some(c), _) => c.is_whitespace(),
        (Some(mark), Some('.' | ')'), Some(c)) => mark.is_ascii_alphanumeric() && c.is_whitespace(),
        _ => false,
    }
}

/// «Hei Kari,».
fn is_greeting(line: &str) -> bool {
    // A greeting is short; a sentence that grows line by line is not read anew at each.
    if line.len() > 90 {
        return false;
    }
    let lower = line.to_lowercase();
    let opens = ["hei", "hallo", "heisann", "god ", "kjære", "til ", "hi", "hello", "dear", "hej", "bures", "goddag"];
    line.chars().count() <= 45
        && line.split_whitespace().count() <= 5
        && !line.contains('?')
        && opens.iter().any(|word| lower.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn sentences_end_where_they_end() {
        let table: &[(&str, &[&str])] = &[
            ("Hei!\nJeg lurer på noe. Når åpner dere?", &["Hei!", "Jeg lurer på noe.", "Når åpner dere?"]),
            ("Fristen er 1. mars 2026. Takk.", &["Fristen er 1. mars 2026.", "Takk."]),
            ("Møt kl. 9.30 hos nr. 4. Ta med f.eks. kart.", &["Møt kl. 9.30 hos nr. 4.", "Ta med f.eks. kart."]),
            ("Hei Kari,\njeg bor i\nStorgata.", &["Hei Kari,", "jeg bor i\nStorgata."]),
            ("Jeg spør:\n- hva koster det\n- når kommer det", &["Jeg spør:", "- hva koster det", "- når kommer det"]),
            ("Er det min. Ja, eg. Men 5 min. fra", &["Er det min.", "Ja, eg.", "Men 5 min. fra"]),
            ("- pris\n- hvor lang tid\ndet tar\nTakk", &["- pris", "- hvor lang tid\ndet tar", "Takk"]),
            ("Ja?? Nei?!", &["Ja??", "Nei?!"]),
            ("", &[]),
        ];
        for (text, expected) in table {
            let found: Vec<&str> = split(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, *expected, "{text:?}");
        }
    }
}
