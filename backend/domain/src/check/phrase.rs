//! Where words stand as they are (ordlyd): a text is searched for a phrase at the places of the phrase's rarest word alone.

use super::work;
use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
    ops::Range,
};

/// Where the words of a text stand; worked out when the text is first asked for a phrase.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrases {
    /// The places of the words, in the order of the alphabet and then of the text.
    places: OnceCell<Vec<(usize, usize)>>,
    /// What was asked before: letters say the same twice, and of what does not stand there every place has to be looked at.
    asked: RefCell<HashMap<String, bool>>,
}

impl Phrases {
    /// Whether a phrase stands in `text`, always the same one, and no letter or figure touches it.
    pub(super) fn has(&self, text: &str, phrase: &str) -> bool {
        if let Some(known) = self.asked.borrow().get(phrase) {
            return *known;
        }
        let has = self.find(text, phrase);
        self.asked.borrow_mut().insert(phrase.to_owned(), has);
        has
    }

    fn find(&self, text: &str, phrase: &str) -> bool {
        let places = self.places.get_or_init(|| sorted(text));
        let rarest = words(phrase).map(|word| (at(text, places, &phrase[word.clone()]), word.start));
        let Some((there, offset)) = rarest.min_by_key(|(there, _)| there.len()) else {
            return !phrase.is_empty() && text.match_indices(phrase).any(|(start, _)| stands(text, start, phrase));
        };
        places[there]
            .iter()
            .inspect(|_| work::done(1))
            .any(|(start, _)| start.checked_sub(offset).is_some_and(|start| stands(text, start, phrase)))
    }
}

/// Whether the phrase stands at this byte and nothing joins it.
fn stands(text: &str, start: usize, phrase: &str) -> bool {
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_there = text.get(start..).is_some_and(|rest| rest.starts_with(phrase));
    is_there && !joins(text[..start].chars().next_back()) && !joins(text[start + phrase.len()..].chars().next())
}

/// Which of the places are those of a word.
fn at(text: &str, places: &[(usize, usize)], word: &str) -> Range<usize> {
    let from = places.partition_point(|(start, end)| &text[*start..*end] < word);
    let count = places[from..].partition_point(|(start, end)| &text[*start..*end] == word);
    from..from + count
}

fn sorted(text: &str) -> Vec<(usize, usize)> {
    let mut places: Vec<(usize, usize)> = words(text).map(|word| (word.start, word.end)).collect();
    places.sort_by(|one, other| text[one.0..one.1].cmp(&text[other.0..other.1]));
    places
}

/// The runs of letters and figures.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    })
}

#[cfg(test)]
mod tests {
    use super::{Phrases, stands};

    #[test]
    fn a_phrase_stands_where_no_letter_touches_it() {
        let text = "søknaden, og søknad om tilbygg (§ 11 a) er ferdig. tilbygg er tilbygget på 12 m² i år";
        let phrases = Phrases::default();
        for (phrase, there) in [
            ("søknad", true),
            ("søknad om", true),
            ("om tilbygg (§ 11", true),
            ("§ 11 a", true),
            ("§ 1", false),
            ("tilbygge", false),
            ("er tilbygg", false),
            ("tilbygg er", true),
            ("12 m²", true),
            ("i år", true),
            ("r", false),
            (").", false),
            (",", false),
            ("(§", true),
            ("²", false),
            ("", false),
        ] {
            assert_eq!(phrases.has(text, phrase), there, "{phrase}");
            let slowly = !phrase.is_empty() && text.match_indices(phrase).any(|(at, _)| stands(text, at, phrase));
            assert_eq!(slowly, there, "{phrase}");
        }
    }
}
