//! Words that mean the same (synonymer) in this municipality, from its own list.

use super::term::{Analysis, each_word};
use domain::evidence::fold;
use std::collections::HashMap;

/// For each stem the stems that mean the same.
#[derive(Debug, Default)]
pub struct Synonyms {
    rows: Vec<Vec<String>>,
    places: HashMap<String, Vec<usize>>,
}

impl Synonyms {
    /// Rows of words that mean the same; a word may stand in more than one.
    pub fn of_rows<'a>(rows: impl Iterator<Item = &'a [String]>) -> Self {
        let mut own = Self::default();
        let mut analysis = Analysis::new();
        for row in rows {
            let mut stems: Vec<String> = Vec::new();
            for word in row {
                each_word(word, |word| stems.push(analysis.stem(&fold::spelled(word))));
            }
            for stem in &stems {
                own.places.entry(stem.clone()).or_default().push(own.rows.len());
            }
            own.rows.push(stems);
        }
        own
    }

    /// The stems that mean the same as `stem`, without itself.
    pub(super) fn of<'a>(&'a self, stem: &'a str) -> impl Iterator<Item = &'a str> {
        let rows = self.places.get(stem).into_iter().flatten();
        rows.flat_map(|row| &self.rows[*row]).map(String::as_str).filter(move |same| *same != stem)
    }
}
