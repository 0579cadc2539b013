//! How dates, titles and quotations are written (skrivemåte) in the three languages, and what is taken out of borrowed words.

use crate::{
    thread::language::detect,
    value::{self, Kind, Value, month},
};
use jiff::civil::Date;
use vocabulary::Language;

/// "12. januar 2026", "12 January 2026".
pub(super) fn date(date: Date, language: Language) -> String {
    month::written(date, language)
}

/// The number of a Norwegian month.
pub(super) fn month(name: &str) -> Option<i8> {
    place(&month::NORWEGIAN, name)
}

/// The number of an English month.
pub(super) fn english_month(name: &str) -> Option<i8> {
    place(&month::ENGLISH, name)
}

fn place(months: &[&str; 12], name: &str) -> Option<i8> {
    let at = months.iter().position(|month| month.eq_ignore_ascii_case(name))?;
    i8::try_from(at + 1).ok()
}

/// Words between quotation marks: «…», or “…” in English and around words that have «…» in them.
pub(super) fn quoted(words: &str, language: Language) -> String {
    if language == Language::En || words.contains(['«', '»']) {
        format!("“{words}”")
    } else {
        format!("«{words}»")
    }
}

/// Words of a record as they may stand in a letter: one line, nothing that reads as a citation or a gap of ours.
pub(super) fn borrowed(words: &str) -> String {
    let plain = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = plain.trim_start_matches(['-', '•', '*', '–', ' ']).replace(['⟦', '⟧'], "");
    plain.replace('[', "(").replace(']', ")")
}

/// With a small first letter, unless the word is a name of capitals ("SFO").
pub(super) fn lowered(words: &str) -> String {
    let mut chars = words.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(words.chars().skip(1)).collect()
        }
        _ => words.to_owned(),
    }
}

/// With a capital first letter.
pub(super) fn raised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Without the word that ties a sentence to the one before it ("Du må altså vente"), when that one is not told.
pub(super) fn untied(words: &str) -> String {
    const TIES: [&str; 6] = [" altså ", " dermed ", " derfor ", " difor ", " therefore ", " thus "];
    TIES.iter().fold(words.to_owned(), |words, tie| words.replacen(tie, " ", 1))
}

/// Whether a text speaks to the reader, as an explanation does and the text of an act does not.
pub(super) fn addresses(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphabetic());
    words.into_iter().any(|word| matches!(word.to_lowercase().as_str(), "du" | "deg" | "you"))
}

/// As a sentence: with a full stop, if it ends without a sign.
pub(super) fn stopped(words: &str) -> String {
    if words.ends_with(['.', '!', '?', '…', '»', '”', ':']) { words.to_owned() } else { format!("{words}.") }
}

/// With a no-break space within each value that has a unit, so that "50 m²" and "kr 12 500" never break over two lines. Whoever
/// compares texts takes every blank for the same.
pub(super) fn tied(words: &str, today: Date) -> String {
    let measured = |value: &Value| {
        let is_figure = value.text.starts_with(|c: char| c.is_ascii_digit());
        matches!(value.kind, Kind::Amount | Kind::Percent | Kind::Number) || value.kind == Kind::Deadline && is_figure
    };
    let chars: Vec<char> = words.chars().collect();
    let values = value::find(words, today).into_iter().filter(measured);
    let within: Vec<_> = values.map(|value| value.span).filter(|span| span.end - span.start <= TIED).collect();
    let is_within = |at: usize| within.iter().any(|span| (span.start..span.end).contains(&at));
    chars.iter().enumerate().map(|(at, c)| if *c == ' ' && is_within(at) { '\u{a0}' } else { *c }).collect()
}

/// Characters of a value that may stand on one line whole.
const TIED: usize = 24;

/// Below this the language of a passage is not known.
const SURE: f32 = 0.6;

/// Common words that only one of the two written languages has, for passages too short to tell otherwise.
const BOKMAL: [&str; 16] = [
    "ikke", "jeg", "hva", "fra", "uke", "uker", "åpent", "åpen", "åpne", "åpner", "gjelder", "være", "ble", "søke",
    "søker", "mandager",
];
const NYNORSK: [&str; 16] = [
    "ikkje",
    "eg",
    "kva",
    "frå",
    "veke",
    "veker",
    "ope",
    "open",
    "opne",
    "opnar",
    "gjeld",
    "vere",
    "vart",
    "søkje",
    "søkjer",
    "måndagar",
];

/// The language of a passage; `None` where too little tells.
pub(super) fn language_of(text: &str) -> Option<Language> {
    let (language, sure) = detect(text);
    if sure >= SURE {
        return Some(language);
    }
    let words: Vec<String> = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
    let has = |marks: &[&str]| words.iter().any(|word| marks.contains(&word.as_str()));
    match (has(&BOKMAL), has(&NYNORSK)) {
        (true, false) => Some(Language::Nb),
        (false, true) => Some(Language::Nn),
        _ => None,
    }
}

/// Whether a passage can stand in a reply in `language` without being introduced as a quotation.
pub(super) fn fits(text: &str, language: Language) -> bool {
    match language_of(text) {
        Some(own) => own == language,
        None => language != Language::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_written_as_the_language_writes_them() {
        let day = jiff::civil::date(2026, 1, 12);
        assert_eq!(date(day, Language::Nn), "12. januar 2026");
        assert_eq!(date(day, Language::En), "12 January 2026");
        assert_eq!(quoted("Vi «ser»", Language::Nb), "“Vi «ser»”");
        assert_eq!(borrowed("- Se [1]\n ⟦x⟧"), "Se (1) x");
        assert_eq!(lowered("Tilbygg inntil 50 m²"), "tilbygg inntil 50 m²");
        assert_eq!(lowered("SFO hel plass"), "SFO hel plass");
        assert_eq!(raised("har han søkt?"), "Har han søkt?");
        assert_eq!(untied("Du må altså vente med å grave."), "Du må vente med å grave.");
        for (words, whole) in [
            ("Tilbygg inntil 50 m² er kr 12 500 i 2026.", "Tilbygg inntil 50\u{a0}m² er kr\u{a0}12\u{a0}500 i 2026."),
            ("Skatten er 3 promille, 25 prosent.", "Skatten er 3\u{a0}promille, 25\u{a0}prosent."),
            ("Vi svarer innen 14 dager, 1. mars 2027.", "Vi svarer innen 14\u{a0}dager, 1. mars 2027."),
            ("Saken er 2026/1234. Du har tre uker.", "Saken er 2026/1234. Du har tre uker."),
        ] {
            assert_eq!(tied(words, day), whole);
        }
        assert!(addresses("Du må vente.") && !addresses("Tiltaket krever søknad."));
    }

    #[test]
    fn the_language_of_a_passage_is_told_by_its_own_words() {
        for (text, language) in [
            ("Du må søke innen tre uker.", Some(Language::Nb)),
            ("Du må søkje innan tre veker.", Some(Language::Nn)),
            ("You must apply for the permit in time.", Some(Language::En)),
            ("Torget er åpent til kl. 15.", Some(Language::Nb)),
            ("Tilbygg: kr 12 500", None),
        ] {
            assert_eq!(language_of(text), language, "{text}");
        }
    }
}
