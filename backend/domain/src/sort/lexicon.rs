//! A list of beginnings of words in rows (ordliste), looked up in the words of a mail: also as parts of compounds and as pairs.

use std::collections::HashMap;

/// The longest beginning that is looked up, in characters.
const LONGEST: usize = 22;
/// Within a compound only parts of this length count; shorter ones stand in too many other words.
const PART: usize = 5;

/// Rows of words. A word stands for all that begins so; a full stop behind it closes it; `_` joins two words.
pub(crate) struct Lexicon {
    rows: HashMap<&'static str, Vec<u16>>,
    closed: HashMap<&'static str, Vec<u16>>,
    /// Whether parts of compounds count.
    parts: bool,
}

/// A word of the mail that stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The row.
    pub(crate) row: usize,
    /// Which word of the mail.
    pub(crate) at: usize,
}

impl Lexicon {
    /// Of rows of words with blanks between.
    pub(crate) fn new(rows: impl Iterator<Item = &'static str>) -> Self {
        let mut own = Self { rows: HashMap::new(), closed: HashMap::new(), parts: true };
        for (row, words) in (0..).zip(rows) {
            for word in words.split_whitespace() {
                let (map, word) = match word.strip_suffix('.') {
                    Some(closed) => (&mut own.closed, closed),
                    None => (&mut own.rows, word),
                };
                map.entry(word).or_default().push(row);
            }
        }
        own
    }

    /// The same, where only the beginnings of words count.
    pub(crate) fn of_beginnings(rows: impl Iterator<Item = &'static str>) -> Self {
        Self { parts: false, ..Self::new(rows) }
    }

    /// Where words of the mail stand in rows; each row at most once for each word.
    pub(crate) fn hits(&self, words: &[String]) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let mut rows = self.of(word);
            if let Some(next) = words.get(at + 1) {
                let pair = format!("{word}_{next}");
                rows.extend(self.beginning(&pair, word.len() + 2));
                rows.extend(self.closed.get(pair.as_str()).into_iter().flatten());
            }
            rows.sort_unstable();
            rows.dedup();
            hits.extend(rows.into_iter().map(|row| Hit { row: usize::from(row), at }));
        }
        hits
    }

    /// The rows of one word.
    pub(crate) fn of(&self, word: &str) -> Vec<u16> {
        let mut rows: Vec<u16> = self.closed.get(word).into_iter().flatten().copied().collect();
        rows.extend(self.beginning(word, 1));
        let parts = word.char_indices().skip(3).map(|(at, _)| &word[at..]);
        for part in parts.filter(|part| self.parts && part.len() >= PART) {
            rows.extend(self.beginning(part, PART));
        }
        rows
    }

    /// The rows of all beginnings with at least so many bytes.
    fn beginning(&self, word: &str, least: usize) -> Vec<u16> {
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
        ends.filter(|end| *end >= least).filter_map(|end| self.rows.get(&word[..end])).flatten().copied().collect()
    }
}

/// The words of a text in lower case.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, words};

    #[test]
    fn words_are_known_by_their_beginning_as_parts_and_in_pairs() {
        let lexicon = Lexicon::new(["skole sfo.", "nytt_pass", "avfall søppel"].into_iter());
        for (text, rows) in [
            ("Skolen", vec![0]),
            ("barneskolen", vec![0]),
            ("SFO", vec![0]),
            ("sfoen", vec![]),
            ("Nytt pass til barnet", vec![1]),
            ("pass på", vec![]),
            ("hageavfallet og søpla, matsøppel", vec![2, 2]),
        ] {
            let found: Vec<_> = lexicon.hits(&words(text)).into_iter().map(|hit| hit.row).collect();
            assert_eq!(found, rows, "{text}");
        }
    }
}
