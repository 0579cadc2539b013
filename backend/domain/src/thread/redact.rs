//! Pseudonyms (pseudonymer) for names and numbers before a text leaves for a model, and the way back; amounts, dates and
//! case numbers stay, because the answer needs them.

use crate::{
    scan::is_place_alone,
    value::{self, Kind},
};
use jiff::civil::Date;
use regex::Regex;
use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
    sync::LazyLock,
};

/// Personal numbers of the Nordic countries by their form, right or wrong, and whatever already looks like one of our pseudonyms.
static FORMS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)(?P<mark>\[(?:PERSON|NUMBER|EMAIL|ADDRESS|TEXT)_[0-9]{1,6}\])|",
        r"[0-9]{6}[ \x{a0}\x{202f}-]?[0-9]{5}|[0-9]{4}[ .\x{a0}][0-9]{2}[ .\x{a0}][0-9]{5}|(?:[0-9]{2})?[0-9]{6}[-+][0-9]{3}[0-9A-Y]|[0-9]{11,12}",
    ))
    .ok()
});

/// Words that end the name of a body, not of a person.
const BODIES: &[&str] = &[
    "kommune",
    "kommunes",
    "fylkeskommune",
    "skole",
    "skule",
    "barnehage",
    "sykehus",
    "sjukehus",
    "tingrett",
    "kirke",
    "kyrkje",
    "havn",
];

/// Names and numbers with their pseudonyms, the same over several texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redaction {
    /// Known names as lower-case words, by their first word, longest first.
    known: HashMap<String, Vec<Vec<String>>>,
    pseudonyms: HashMap<String, String>,
    originals: BTreeMap<String, String>,
    counts: HashMap<&'static str, usize>,
}

impl Redaction {
    /// Knows these names (from the mail's sender and recipients) as a whole and each longer word of them.
    #[must_use]
    pub fn new(known_names: &[String]) -> Self {
        let mut redaction = Self::default();
        for name in known_names {
            let words: Vec<String> = words(name).map(|range| name[range].to_lowercase()).collect();
            for word in words.iter().filter(|word| word.chars().count() >= 3) {
                redaction.learn(vec![word.clone()]);
            }
            redaction.learn(words);
        }
        for names in redaction.known.values_mut() {
            names.sort_by_key(|words| std::cmp::Reverse(words.len()));
            names.dedup();
        }
        redaction
    }

    fn learn(&mut self, words: Vec<String>) {
        let is_person = !words.iter().any(|word| BODIES.contains(&word.as_str()));
        if let Some(first) = words.first().filter(|_| is_person && words.len() <= 6) {
            self.known.entry(first.clone()).or_default().push(words);
        }
    }

    /// The text with `[PERSON_1]`, `[NUMBER_1]`, `[EMAIL_1]` and `[ADDRESS_1]` in place of what they stand for. The same words get
    /// the same pseudonym in every text that is hidden with this value.
    pub fn hide(&mut self, text: &str) -> String {
        let mut hidden = String::with_capacity(text.len());
        let mut at = 0;
        for (range, class) in self.places(text) {
            if range.start < at {
                continue;
            }
            hidden.push_str(&text[at..range.start]);
            hidden.push_str(&self.pseudonym(&text[range.clone()], class));
            at = range.end;
        }
        hidden.push_str(&text[at..]);
        hidden
    }

    /// The text with every pseudonym given out replaced by what it stands for, exactly; others stay as they are.
    #[must_use]
    pub fn restore(&self, text: &str) -> String {
        let mut restored = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(open) = rest.find('[') {
            restored.push_str(&rest[..open]);
            rest = &rest[open..];
            let end = rest.bytes().take(24).position(|byte| byte == b']').map_or(1, |close| close + 1);
            // A bracket that is none of ours may hold one that is: «[fra [PERSON_1]».
            let known = self.originals.get(&rest[..end]);
            restored.push_str(known.map_or("[", String::as_str));
            rest = &rest[known.map_or(1, |_| end)..];
        }
        restored.push_str(rest);
        restored
    }

    /// What is to be hidden, in order of place; where two overlap, the one that begins first, then the longer.
    fn places(&self, text: &str) -> Vec<(Range<usize>, &'static str)> {
        let mut places = self.known_places(text);
        places.extend(form_places(text));
        places.extend(value_places(text));
        places.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        places
    }

    fn known_places(&self, text: &str) -> Vec<(Range<usize>, &'static str)> {
        let ranges: Vec<Range<usize>> = words(text).collect();
        let lower: Vec<String> = ranges.iter().map(|range| text[range.clone()].to_lowercase()).collect();
        let mut places = Vec::new();
        for (at, range) in ranges.iter().enumerate() {
            // A name is written with a capital; «per» in «kr 45 per m²» is none.
            if !text[range.clone()].starts_with(char::is_uppercase) {
                continue;
            }
            let names = self.known.get(&lower[at]).into_iter().flatten();
            if let Some(name) = names.into_iter().find(|name| lower[at..].starts_with(name)) {
                places.push((range.start..ranges[at + name.len() - 1].end, "PERSON"));
            }
        }
        places
    }

    fn pseudonym(&mut self, original: &str, class: &'static str) -> String {
        if let Some(known) = self.pseudonyms.get(original) {
            return known.clone();
        }
        let count = self.counts.entry(class).or_default();
        *count += 1;
        let pseudonym = format!("[{class}_{count}]");
        self.pseudonyms.insert(original.to_owned(), pseudonym.clone());
        self.originals.insert(pseudonym.clone(), original.to_owned());
        pseudonym
    }
}

fn form_places(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let stands_alone = |range: &Range<usize>| {
        let digit = |c: char| c.is_ascii_digit();
        !text[..range.start].ends_with(digit) && !text[range.end..].starts_with(digit)
    };
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(found) = FORMS.as_ref().and_then(|forms| forms.captures_at(text, at)) {
        let range = found.get(0).map_or(at..text.len(), |all| all.range());
        let class = if found.name("mark").is_some() { "TEXT" } else { "NUMBER" };
        if class == "TEXT" || stands_alone(&range) {
            at = range.end;
            places.push((range, class));
        } else {
            // The end of one number and the beginning of the next look like one: «90000000 20036914700».
            at = range.start + 1;
        }
    }
    places
}

fn value_places(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    value::find(text, Date::constant(2026, 1, 1))
        .into_iter()
        .filter_map(|value| Some((starts[value.span.start]..starts[value.span.end], class(&value)?)))
        .collect()
}

/// Under which name a value is hidden, if it is.
fn class(value: &value::Value) -> Option<&'static str> {
    match value.kind {
        Kind::Email => Some("EMAIL"),
        Kind::Address => Some("ADDRESS"),
        Kind::Phone | Kind::BankAccount | Kind::Kid | Kind::Iban => Some("NUMBER"),
        Kind::Name if is_person(&value.text) => Some("PERSON"),
        _ => None,
    }
}

/// Not a body, not an abbreviation, and not a place alone: where something is, the answer needs to know.
fn is_person(name: &str) -> bool {
    let body = name.split_whitespace().any(|word| BODIES.contains(&word.to_lowercase().as_str()));
    !body && name.contains(char::is_lowercase) && !name.split_whitespace().all(is_place_alone)
}

/// The words of a text as ranges; a hyphen holds a word together.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = None;
    text.char_indices().chain([(text.len(), ' ')]).filter_map(move |(at, c)| {
        let within = c.is_alphanumeric() || (c == '-' && start.is_some());
        match (start, within) {
            (None, true) => {
                start = Some(at);
                None
            }
            (Some(from), false) => {
                start = None;
                Some(from..at)
            }
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::Redaction;

    #[test]
    fn names_and_numbers_are_hidden_and_come_back_exactly() {
        let table = [
            ("Hei Per Haug, Per bor i Storgata 12 B.", "Hei [PERSON_1], [PERSON_2] bor i [ADDRESS_1]."),
            ("Fnr 200369 14700, konto 8601.11.17947.", "Fnr [NUMBER_1], konto [NUMBER_2]."),
            ("Ring 900 00 000 eller skriv til per.haug@example.no.", "Ring [NUMBER_1] eller skriv til [EMAIL_1]."),
            (
                "Gebyret er kr 12 500 per 1. mars 2026 i sak 26/1234.",
                "Gebyret er kr 12 500 per 1. mars 2026 i sak 26/1234.",
            ),
            ("Jeg snakket med Ola Nes om dette.", "Jeg snakket med [PERSON_1] om dette."),
            ("Vi bor i Bergen, og Ola Lund ved Drammensveien.", "Vi bor i Bergen, og [PERSON_1] ved Drammensveien."),
            ("Det var Lund som sa det på Voss.", "Det var [PERSON_1] som sa det på Voss."),
            ("Et [PERSON_1] i mailen.", "Et [TEXT_1] i mailen."),
            ("Bolig 12[PERSON_1]3.", "Bolig 12[TEXT_1]3."),
            ("Nr. 12345678 20036914700", "Nr. 12345678 [NUMBER_1]"),
            ("Hei [fra [Per Haug], [ å", "Hei [fra [[PERSON_1]], [ å"),
            ("CPR 211062-5629 og 131052-308T", "CPR [NUMBER_1] og [NUMBER_2]"),
        ];
        for (text, hidden) in table {
            let mut redaction = Redaction::new(&["Per Haug".to_owned()]);
            assert_eq!(redaction.hide(text), hidden, "{text}");
            assert_eq!(redaction.restore(hidden), text, "{text}");
        }
    }

    #[test]
    fn the_same_words_have_the_same_pseudonym_in_every_text() {
        let mut redaction = Redaction::new(&["Kari Nordmann".to_owned()]);
        let first = redaction.hide("Kari Nordmann, tlf 900 00 000");
        let second = redaction.hide("Tlf 900 00 000 er Kari Nordmann sitt.");
        assert_eq!(
            (first.as_str(), second.as_str()),
            ("[PERSON_1], tlf [NUMBER_1]", "Tlf [NUMBER_1] er [PERSON_1] sitt.")
        );
        assert_eq!(redaction.restore("[PERSON_9] [x] ["), "[PERSON_9] [x] [");
    }
}
