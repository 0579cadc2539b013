//! Seeking a case (sakssøk): by its number, or by words of its title; whom it is shown to is not decided here.

use crate::case::Case;
use std::cmp::Reverse;
use vocabulary::CaseNumber;

/// Cases that a search gives; who sees more than they can read seeks better.
pub const SOUGHT: usize = 20;
/// Words of a search that count.
const WORDS: usize = 8;
/// From so many letters on, a word may stand within another ("garasje" in "dobbeltgarasje").
const WITHIN: usize = 4;
/// What people write before a number.
const BEFORE: [&str; 6] = ["sak", "saken", "saka", "saksnr", "saksnummer", "case"];

/// What is sought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seek {
    number: Option<CaseNumber>,
    sequence: Option<u32>,
    words: Vec<String>,
}

impl Seek {
    /// What a person typed; `None` where nothing can be sought by it.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let sign = |c: char| !c.is_alphanumeric();
        let typed = lower.split_whitespace().map(|word| word.trim_matches(sign)).filter(|word| !word.is_empty());
        let words: Vec<String> = typed.filter(|word| !BEFORE.contains(word)).take(WORDS).map(str::to_owned).collect();
        // A journal number such as 2026/1234-5 names its case.
        let number = words.iter().find_map(|word| word.split('-').next()?.parse().ok());
        let sequence = if let [only] = words.as_slice() { only.parse().ok() } else { None };
        (!words.is_empty()).then_some(Self { number, sequence, words })
    }

    /// The number that is given whole.
    #[must_use]
    pub fn number(&self) -> Option<CaseNumber> {
        self.number
    }

    /// The number within a year, where nothing else is given.
    #[must_use]
    pub fn sequence(&self) -> Option<u32> {
        self.sequence
    }

    /// The longest word: what a system that searches in its own way is asked for.
    #[must_use]
    pub fn longest(&self) -> &str {
        self.words.iter().max_by_key(|word| word.len()).map_or("", String::as_str)
    }

    /// Whether a case of this number and title is meant.
    #[must_use]
    pub fn meets(&self, number: CaseNumber, title: &str) -> bool {
        self.names(number) || {
            let title = title.to_lowercase();
            self.words.iter().all(|word| stands_in(word, &title))
        }
    }

    /// The cases that were met, as they are shown: the one whose number was given first, then the newest; a few.
    #[must_use]
    pub fn ordered(&self, mut cases: Vec<Case>) -> Vec<Case> {
        cases.sort_by_key(|case| (!self.names(case.number), Reverse((case.opened, case.number))));
        cases.truncate(SOUGHT);
        cases
    }

    fn names(&self, number: CaseNumber) -> bool {
        self.number == Some(number) || self.sequence == Some(number.sequence)
    }
}

fn stands_in(word: &str, title: &str) -> bool {
    if word.chars().count() >= WITHIN {
        return title.contains(word);
    }
    title.split(|c: char| c.is_whitespace() || "–-(),.".contains(c)).any(|part| part.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::Seek;
    use vocabulary::CaseNumber;

    #[test]
    fn a_case_is_found_by_its_number_or_by_the_words_of_its_title() {
        let number = CaseNumber { year: 2026, sequence: 1234 };
        let title = "Søknad om dobbeltgarasje – Storgata 12, gnr. 49/311";
        for (text, meets) in [
            ("2026/1234", true),
            ("sak 26/1234", true),
            ("2026/1234-5", true),
            ("1234", true),
            ("2026/123", false),
            ("123", false),
            ("garasje storgata", true),
            ("STORGATA 12", true),
            ("storgata 1", true),
            ("garasje Bergveien", false),
            ("49/311", true),
            ("om", true),
            ("gata", true),
            ("gar", false),
            ("«Søknad»", true),
        ] {
            let seek = Seek::of(text).expect(text);
            assert_eq!(seek.meets(number, title), meets, "{text}");
        }
        for text in ["", "  ", "sak", "– …"] {
            assert_eq!(Seek::of(text), None, "{text}");
        }
    }
}
