//! Passages (utdrag): a document in pieces of a few sentences, and the one that answers best.

use super::{
    asked::Asked,
    term::{Vocabulary, each_word},
};
use std::ops::Range;

/// Bytes of text that are shown whole; a longer one is cut to its best passage.
const WHOLE: usize = 900;
/// Bytes that a passage is widened to.
const WIDE: usize = 700;
/// Bytes of the pieces that are compared.
const PIECE: usize = 400;
/// Bytes of a passage that a model reads for its meaning; twice as much is more than some can read.
const READABLE: usize = 1_000;
/// Words that stand at most this far apart are neighbours; empty words between them do not count.
const NEAR: usize = 2;
/// A title weighs as much as this many texts.
const TITLE: f32 = 2.0;
/// Words of a usual title; a shorter one says more with each of them.
const USUAL: usize = 4;
/// A part of a compound counts less than the word.
const PART: f32 = 0.35;

/// How well a document answers a question, and where.
pub(super) struct Best {
    /// Where the best passage lies with its surroundings, in bytes.
    pub(super) passage: Range<usize>,
    /// How much of the question stands in the whole document, by the weight of the words and how often they stand there.
    pub(super) weight: f32,
    /// The part of the question, by weight, that stands in title and passage: 0 to 1.
    pub(super) covered: f32,
    /// The part of the question's neighbouring words that are neighbours in them: 0 to 1.
    pub(super) together: f32,
}

/// Reads title and text again for the passage that answers best.
pub(super) fn best(title: &str, text: &str, asked: &Asked, vocabulary: &Vocabulary) -> Best {
    let pieces = split(text);
    let title = Found::of(title, asked, vocabulary);
    let (mut most, mut at, mut best) = (0.0, 0, Found::of("", asked, vocabulary));
    let mut whole = vec![0.0; asked.len()];
    let mut length = 0;
    for (place, piece) in pieces.iter().enumerate() {
        let found = Found::of(&text[piece.clone()], asked, vocabulary);
        length += found.length;
        whole.iter_mut().zip(&found.times).for_each(|(all, times)| *all += times);
        let score = asked.covered(|word| found.has(word));
        if score > most {
            (most, at, best) = (score, place, found);
        }
    }
    Best {
        passage: widened(text, &pieces, at),
        weight: TITLE * asked.weight(&title.times, usual(title.length))
            + asked.weight(&whole, vocabulary.relative(length)),
        covered: asked.covered(|word| best.has(word) || title.has(word)),
        together: asked.together(|one, other| best.near(one, other) || title.near(one, other)),
    }
}

/// The length of a title by the usual one.
fn usual(words: usize) -> f32 {
    #[allow(clippy::cast_precision_loss)]
    let (words, usual) = (words as f32, USUAL as f32);
    words / usual
}

/// Words that were asked for, where they stand in a piece of text.
struct Found {
    /// How often each of those asked for; a part of a compound counts less.
    times: Vec<f32>,
    /// Place among the words of the text, and place among those asked for; in order.
    places: Vec<(usize, usize)>,
    /// How many words the text has.
    length: usize,
}

impl Found {
    fn of(text: &str, asked: &Asked, vocabulary: &Vocabulary) -> Self {
        let mut own = Self { times: vec![0.0; asked.len()], places: Vec::new(), length: 0 };
        each_word(text, |word| {
            let Some((stem, parts)) = vocabulary.look_up(word) else { return };
            own.length += 1;
            let whole = asked.place(stem).map(|place| (place, 1.0));
            let parts = parts.filter_map(|part| asked.place(part)).map(|place| (place, PART));
            for (place, times) in whole.into_iter().chain(parts) {
                own.times[place] += times;
                own.places.push((own.length, place));
            }
        });
        own
    }

    fn has(&self, word: usize) -> bool {
        self.times[word] > 0.0
    }

    fn near(&self, one: usize, other: usize) -> bool {
        let at =
            |word: usize| self.places.iter().filter(move |(_, place)| *place == word).map(|(position, _)| *position);
        self.has(one) && self.has(other) && at(one).any(|one| at(other).any(|other| one.abs_diff(other) <= NEAR))
    }
}

/// Cuts at the ends of sentences and lines, in pieces of about [`PIECE`] bytes.
fn split(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for end in ends(text) {
        if end - start >= PIECE || end == text.len() || text[..end].ends_with("\n\n") {
            pieces.push(start..end);
            start = end;
        }
    }
    pieces.retain(|piece| !text[piece.clone()].trim().is_empty());
    pieces
}

/// The text in passages that a model can read: as many pieces together as there is room for.
pub(super) fn readable(text: &str) -> Vec<Range<usize>> {
    let mut passages: Vec<Range<usize>> = Vec::new();
    for piece in split(text).into_iter().flat_map(|piece| short(text, piece)) {
        match passages.last_mut().filter(|last| piece.end - last.start <= READABLE) {
            Some(last) => last.end = piece.end,
            None => passages.push(piece),
        }
    }
    passages
}

/// A piece without an end of a sentence, such as a table, cut where there is room for no more.
fn short(text: &str, mut piece: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    while piece.len() > READABLE {
        let end = text.floor_char_boundary(piece.start + READABLE);
        let fits = &text[piece.start..end];
        let end = fits.trim_end_matches(|c: char| !c.is_whitespace()).len();
        let end = piece.start + if end == 0 { fits.len() } else { end };
        parts.push(piece.start..end);
        piece.start = end;
    }
    parts.push(piece);
    parts
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

/// The passage with its surroundings: the whole of a short text, else as many neighbours as there is room for.
fn widened(text: &str, pieces: &[Range<usize>], at: usize) -> Range<usize> {
    let Some(piece) = pieces.get(at).filter(|_| text.len() > WHOLE) else { return 0..text.len() };
    let Range { mut start, mut end } = piece.clone();
    let (mut before, mut after) = (pieces[..at].iter().rev().peekable(), pieces[at + 1..].iter().peekable());
    loop {
        let room = WIDE.saturating_sub(end - start);
        if let Some(next) = after.next_if(|next| next.end - end <= room) {
            end = next.end;
        } else if let Some(earlier) = before.next_if(|earlier| start - earlier.start <= room) {
            start = earlier.start;
        } else {
            return start..end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{READABLE, readable};

    #[test]
    fn passages_for_a_model_are_short_and_hold_the_whole_text() {
        let sentences = "Kommunen svarer så raskt som mulig på det du spør om. ".repeat(60);
        let table = "kr 12 500\u{a0}| ".repeat(300);
        for (text, count) in [("", 0), ("Kort.", 1), (&sentences, 4), (&table, 4), (&"å".repeat(2_000), 4)] {
            let passages = readable(text);
            assert_eq!(passages.len(), count, "{passages:?}");
            assert!(passages.iter().all(|passage| passage.len() <= READABLE), "{passages:?}");
            let whole: String = passages.iter().map(|passage| &text[passage.clone()]).collect();
            assert_eq!(whole, *text);
        }
    }
}
