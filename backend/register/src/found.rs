//! What the questions of a mail found (treff): each article once, with the passages that every question wants of it.

use crate::search::Hit;
use std::ops::Range;

/// An article found by one question or more, with the passages each of them wants.
pub(crate) struct Found {
    /// Which article.
    pub(crate) at: usize,
    passages: Vec<Range<usize>>,
}

impl Found {
    /// The passages in the order of the text.
    pub(crate) fn excerpt(&self, text: &str) -> String {
        let mut passages = self.passages.clone();
        passages.sort_by_key(|passage| passage.start);
        let texts: Vec<_> = joined(passages).into_iter().map(|passage| text[passage].trim()).collect();
        texts.join("\n\n")
    }
}

/// Ranges in order, those that touch made one.
fn joined(sorted: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for passage in sorted {
        match all.last_mut().filter(|last| passage.start <= last.end) {
            Some(last) => last.end = last.end.max(passage.end),
            None => all.push(passage),
        }
    }
    all
}

/// The best of each question in turn, then the second best of each, every article once.
pub(crate) fn merged(answers: &[Vec<Hit>]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let longest = answers.iter().map(Vec::len).max().unwrap_or_default();
    for hit in (0..longest).flat_map(|rank| answers.iter().filter_map(move |hits| hits.get(rank))) {
        match found.iter_mut().find(|one| one.at == hit.at) {
            Some(one) => one.passages.push(hit.passage.clone()),
            None => found.push(Found { at: hit.at, passages: vec![hit.passage.clone()] }),
        }
    }
    found
}
