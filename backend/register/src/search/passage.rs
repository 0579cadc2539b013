//! Passages (utdrag): a document in pieces of a few sentences, and the one that answers best.

use super::term::Analysis;
use std::{collections::HashSet, ops::Range};

/// Bytes of text that are shown whole; a longer one is cut to its best passage.
const WHOLE: usize = 900;
/// Bytes that a passage is widened to.
const WIDE: usize = 700;
/// Bytes of the pieces that are compared.
const PIECE: usize = 400;

/// A piece of a text.
#[derive(Debug)]
pub(super) struct Passage {
    bytes: Range<usize>,
    terms: HashSet<String>,
}

/// The words asked for, each with its weight; related ones are those nobody wrote.
#[derive(Debug, Default)]
pub(super) struct Weights {
    words: Vec<(String, f32, bool)>,
}

impl Weights {
    /// A word, unless it is there.
    pub(super) fn add(&mut self, stem: &str, weight: f32, related: bool) {
        if !self.words.iter().any(|(word, ..)| word == stem) {
            self.words.push((stem.to_owned(), weight, related));
        }
    }
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
    /// Words, and whether each is only related.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, bool)> {
        self.words.iter().map(|(word, _, related)| (word.as_str(), *related))
    }
    fn total(&self) -> f32 {
        self.words.iter().filter(|(.., related)| !related).map(|(_, weight, _)| weight).sum::<f32>().max(0.001)
    }
    fn of(&self, has: impl Fn(&str) -> bool) -> f32 {
        let part = |related: bool| if related { super::RELATED } else { 1.0 };
        self.words.iter().filter(|(word, ..)| has(word)).map(|(_, weight, related)| weight * part(*related)).sum()
    }
}

/// The best passage of a document.
pub(super) struct Best {
    /// Which.
    pub(super) at: usize,
    /// Weight of the asked words in it, of all: 0 to 1.
    pub(super) score: f32,
    /// The same with the title counted in.
    pub(super) covered: f32,
}

/// Cuts at the ends of sentences and lines, in pieces of about [`PIECE`] bytes.
pub(super) fn split(text: &str, analysis: &mut Analysis) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut start = 0;
    for end in ends(text) {
        if end - start >= PIECE || end == text.len() || text[..end].ends_with("\n\n") {
            passages.push(start..end);
            start = end;
        }
    }
    let piece =
        |bytes: Range<usize>| Passage { terms: analysis.terms(&text[bytes.clone()]).into_iter().collect(), bytes };
    passages.into_iter().filter(|bytes| !text[bytes.clone()].trim().is_empty()).map(piece).collect()
}

/// Where sentences and lines end, in bytes, the last one at the end of the text.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let after = at + c.len_utf8();
        let next = characters.peek().map(|(_, next)| *next);
        let blank_line = c == '\n' && next == Some('\n');
        let sentence = matches!(c, '.' | '!' | '?') && next.is_some_and(char::is_whitespace);
        if (c == '\n' && !blank_line) || (sentence && next != Some('\n')) {
            ends.push(after);
        }
    }
    if ends.last() != Some(&text.len()) {
        ends.push(text.len());
    }
    ends
}

/// The passage with the most of what is asked for.
pub(super) fn best(passages: &[Passage], title: &[String], asked: &Weights) -> Best {
    let total = asked.total();
    let in_title = |word: &str| title.iter().any(|one| one == word);
    let mut best = Best { at: 0, score: 0.0, covered: (asked.of(in_title) / total).clamp(0.0, 1.0) };
    for (at, passage) in passages.iter().enumerate() {
        let score = (asked.of(|word| passage.terms.contains(word)) / total).min(1.0);
        if score > best.score {
            let covered = asked.of(|word| passage.terms.contains(word) || in_title(word)) / total;
            best = Best { at, score, covered: covered.min(1.0) };
        }
    }
    best
}

/// The passage with its surroundings: the whole of a short text, else as many neighbours as there is room for.
pub(super) fn widened(text: &str, passages: &[Passage], at: usize) -> Range<usize> {
    let Some(passage) = passages.get(at).filter(|_| text.len() > WHOLE) else { return 0..text.len() };
    let Range { mut start, mut end } = passage.bytes.clone();
    let (mut before, mut after) = (passages[..at].iter().rev().peekable(), passages[at + 1..].iter().peekable());
    loop {
        let room = WIDE.saturating_sub(end - start);
        if let Some(next) = after.next_if(|next| next.bytes.end - end <= room) {
            end = next.bytes.end;
        } else if let Some(earlier) = before.next_if(|earlier| start - earlier.bytes.start <= room) {
            start = earlier.bytes.start;
        } else {
            return start..end;
        }
    }
}
