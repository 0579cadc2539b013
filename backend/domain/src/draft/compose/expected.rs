//! What kind of value answers a question (svartype): "når" asks for a time, "hvor mye" for an amount, "hvem" for somebody to turn to.

use super::wording;
use crate::evidence::word;
use crate::value::{self, Kind};
use jiff::civil::Date;

/// The kind of value that an answer must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// A time of day, a day, a date, or how long.
    Time,
    /// How long.
    Duration,
    /// Money, or that it is free.
    Amount,
    /// How many of what is asked of.
    Count,
    /// Where somebody can be reached.
    Contact,
    /// An address.
    Place,
    /// A telephone number.
    Phone,
}

/// Words that ask, the longer before those they hold, each between spaces.
const ASKING: [(Expected, &[&str]); 7] = [
    (Expected::Phone, &[" telefonnummer", " phone number", " telephone number"]),
    (Expected::Count, &[" hvor mange ", " kor mange ", " how many "]),
    (Expected::Duration, &[" hvor lang tid ", " kor lang tid ", " hvor lenge ", " kor lenge ", " how long "]),
    (
        Expected::Amount,
        &[
            " hvor mye ",
            " kor mykje ",
            " koster ",
            " kostar ",
            " how much ",
            " cost ",
            " hvor høy ",
            " hvor stor ",
            " kor høg ",
            " kor stor ",
        ],
    ),
    (
        Expected::Time,
        &[
            " når ",
            " when ",
            " what time ",
            " hvor ofte ",
            " kor ofte ",
            " how often ",
            " hvornår ",
            " när ",
            "fristen ",
            " time limit ",
            "frist ",
            " deadline ",
        ],
    ),
    (
        Expected::Place,
        &[" hvor ligger ", " kor ligg ", " hvor holder ", " kor held ", " hvor er ", " kor er ", " where is "],
    ),
    (
        Expected::Contact,
        &[" hva gjør jeg ", " hva gjør vi ", " kva gjer eg ", " kva gjer vi ", " what do i do ", " what should i do "],
    ),
];

/// "Hvem melder jeg fra til?" asks for somebody to turn to; "hvem eier veien" does not.
const SOMEBODY: [&str; 4] = [" hvem ", " kven ", " who ", " whom "];
const TURNED_TO: [&str; 18] = [
    " ansvar",
    " meld",
    " kontakt",
    " ringe",
    " henvende",
    " snakke",
    " snakkar",
    " spør",
    " si fra",
    " seie frå",
    " tell",
    " contact",
    " call",
    " notify",
    " report",
    " responsible",
    " ask",
    " turn to",
];

impl Expected {
    /// What a question expects, by the words it asks with; `None` where any sentence may answer.
    pub(super) fn of(question: &str) -> Option<Self> {
        let words = question.to_lowercase();
        let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let spaced = format!(" {} ", words.join(" "));
        let has = |words: &[&str]| words.iter().any(|words| spaced.contains(words));
        let asked = ASKING.iter().find(|(_, asking)| has(asking)).map(|(expected, _)| *expected);
        asked.or_else(|| (has(&SOMEBODY) && has(&TURNED_TO)).then_some(Self::Contact))
    }

    /// Whether a sentence without the value is no answer at all; what happens and when may be told in other words.
    pub(super) fn is_strict(self) -> bool {
        matches!(self, Self::Duration | Self::Count | Self::Phone)
    }

    /// Whether a sentence has such a value.
    pub(super) fn is_in(self, text: &str, question: &str, today: Date) -> bool {
        let has = |kinds: &[Kind]| value::find(text, today).iter().any(|value| kinds.contains(&value.kind));
        match self {
            Self::Time => has(&[Kind::Date, Kind::Time, Kind::Deadline]) || names_day(text),
            Self::Duration => has(&[Kind::Deadline]) || has_years(text),
            Self::Amount => has(&[Kind::Amount, Kind::Percent]) || is_free(text),
            Self::Count => counts(text, question),
            Self::Contact => has(&[Kind::Email, Kind::Phone]),
            Self::Place => has(&[Kind::Address, Kind::PostalCode]),
            Self::Phone => has(&[Kind::Phone]),
        }
    }
}

/// "mandag til fredag", "kvar veke".
fn names_day(text: &str) -> bool {
    const DAYS: [&str; 17] = [
        "hver uke",
        "kvar veke",
        "annenhver",
        "annakvar",
        "every week",
        "mandag",
        "måndag",
        "tirsdag",
        "tysdag",
        "onsdag",
        "torsdag",
        "fredag",
        "lørdag",
        "laurdag",
        "monday",
        "friday",
        "saturday",
    ];
    let lower = text.to_lowercase();
    DAYS.iter().any(|day| lower.contains(day)) || names_month(&lower)
}

/// "i april": a month that something happens in.
fn names_month(lower: &str) -> bool {
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
    words.windows(2).any(|pair| match pair[0] {
        "i" | "fra" | "frå" => wording::month(pair[1]).is_some(),
        "in" | "from" => wording::english_month(pair[1]).is_some(),
        _ => false,
    })
}

fn has_years(text: &str) -> bool {
    const YEARS: [&str; 3] = ["år", "years", "year"];
    let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    words.windows(2).any(|pair| YEARS.contains(&pair[1].as_str()) && is_number(&pair[0]))
}

fn is_free(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["gratis", "kostnadsfri", "free of charge"].iter().any(|word| lower.contains(word))
}

/// A number before the word that is counted: "hvor mange barnehager", "inntil fem barnehager".
fn counts(text: &str, question: &str) -> bool {
    let words =
        |text: &str| -> Vec<String> { text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect() };
    let asked = words(question);
    let counted =
        asked.windows(2).find(|pair| matches!(pair[0].as_str(), "mange" | "many")).map(|pair| word::stems(&pair[1]));
    let Some(counted) = counted else { return false };
    words(text).windows(2).any(|pair| is_number(&pair[0]) && word::shared(&counted, &word::stems(&pair[1])) > 0)
}

fn is_number(word: &str) -> bool {
    const NUMBERS: [&str; 26] = [
        "en", "ett", "ein", "eitt", "to", "tre", "fire", "fem", "seks", "sju", "syv", "åtte", "ni", "ti", "elleve",
        "tolv", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    word.parse::<u32>().is_ok() || NUMBERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::Expected::{self, *};

    #[test]
    fn a_question_asks_for_its_kind_of_value() {
        let today = jiff::civil::date(2026, 11, 21);
        for (question, expected, answer, other) in [
            ("Når må dunken stå ute?", Time, "Set dunken ute før klokka 06.", "Dunken skal stå ved vegen."),
            ("Kva er søknadsfristen?", Time, "Søknadsfristen er 1. mars.", "Du søkjer på nettsida."),
            ("Hvor lenge gjelder den?", Duration, "Den gjelder inntil fem år.", "Den gjelder for alle."),
            ("How long do I have?", Duration, "You have three weeks.", "You have to appeal."),
            ("Hvor mye er avgiften?", Amount, "Avgiften er kr 4 350.", "Avgiften er årlig."),
            (
                "Kor mange barnehagar kan vi ønskje?",
                Count,
                "De rangerer inntil fem barnehager.",
                "De rangerer barnehager.",
            ),
            ("Hvem melder jeg fra til?", Contact, "Meld fra til veg@example.no.", "Meld fra om snø."),
            ("Hvilket telefonnummer har dere?", Phone, "Vi har telefon 55 00 40 00.", "Vi har telefon."),
            ("Hvor ligger kontoret?", Place, "Kontoret ligger i Storgata 1.", "Kontoret ligger fint til."),
        ] {
            assert_eq!(Expected::of(question), Some(expected), "{question}");
            assert!(expected.is_in(answer, question, today), "{answer}");
            assert!(!expected.is_in(other, question, today), "{other}");
        }
        assert_eq!(Expected::of("Må jeg varsle naboene?"), None);
        assert_eq!(Expected::of("Hvem eier veien?"), None);
    }
}
