//! Places in a text (utsnitt): the only code that converts between Unicode scalars, UTF-16 units and bytes.

use serde::{Deserialize, Serialize};

/// `[start, end)` in Unicode scalar values of the text it belongs to; on the wire a pair of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    /// First scalar.
    pub start: usize,
    /// One past the last scalar.
    pub end: usize,
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Self { start, end: end.max(start) }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl Span {
    /// From `start` up to `end`; an end before the start gives an empty span.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        (start, end).into()
    }

    /// How many scalars.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Nothing in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share a scalar.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same span moved right by `by`.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// The part of `text` it names; empty where it lies outside.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        let byte = |scalar| text.char_indices().nth(scalar).map_or(text.len(), |(at, _)| at);
        let (start, end) = (byte(self.start), byte(self.end));
        &text[start..end]
    }

    /// The same place in UTF-16 units, as a browser counts.
    #[must_use]
    pub fn utf16(self, text: &str) -> (usize, usize) {
        let units = |scalars| text.chars().take(scalars).map(char::len_utf16).sum();
        (units(self.start), units(self.end))
    }
}

/// Converts many byte offsets of one text to spans in one pass, so that nothing is quadratic in its length.
#[derive(Debug)]
pub struct Scalars {
    starts: Vec<u32>,
    ascii: bool,
}

impl Scalars {
    /// Counts the scalars of `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { starts: Vec::new(), ascii: true };
        }
        let starts = text.char_indices().map(|(at, _)| u32::try_from(at).unwrap_or(u32::MAX)).collect();
        Self { starts, ascii: false }
    }

    /// The scalar at byte `at`.
    #[must_use]
    pub fn scalar(&self, at: usize) -> usize {
        if self.ascii { at } else { self.starts.partition_point(|start| (*start as usize) < at) }
    }

    /// The span of a range of bytes.
    #[must_use]
    pub fn span(&self, bytes: std::ops::Range<usize>) -> Span {
        Span::new(self.scalar(bytes.start), self.scalar(bytes.end))
    }
}

/// Converts ranges of bytes that come in order of their starts, in one pass and without memory; out of order they take longer.
#[derive(Debug)]
pub struct Ascending<'t> {
    text: &'t str,
    at: usize,
    scalars: usize,
}

impl<'t> Ascending<'t> {
    /// From the beginning of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0, scalars: 0 }
    }

    /// The span of a range of bytes, which begins and ends between scalars.
    pub fn span(&mut self, bytes: std::ops::Range<usize>) -> Span {
        if bytes.start < self.at {
            (self.at, self.scalars) = (0, 0);
        }
        self.scalars += self.text[self.at..bytes.start].chars().count();
        self.at = bytes.start;
        Span::new(self.scalars, self.scalars + self.text[bytes].chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::{Ascending, Scalars, Span};

    #[test]
    fn both_converters_count_alike_in_any_order() {
        let text = "På 😀 kr 5 – åtte";
        let scalars = Scalars::new(text);
        let mut ascending = Ascending::new(text);
        for bytes in [0..1, 1..3, 4..8, 9..13, 3..8, 14..20] {
            assert_eq!(ascending.span(bytes.clone()), scalars.span(bytes.clone()), "{bytes:?}");
        }
    }

    #[test]
    fn a_span_means_the_same_in_every_count() {
        let text = "På 😀 kr 5";
        let span = Span::new(5, 9);
        assert_eq!(span.of(text), "kr 5");
        assert_eq!(span.utf16(text), (6, 10));
        let at = text.find("kr").unwrap_or_default();
        assert_eq!(Scalars::new(text).span(at..text.len()), span);
        assert_eq!(Span::new(40, 50).of(text), "");
    }
}
