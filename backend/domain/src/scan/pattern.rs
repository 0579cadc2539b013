//! A pattern that is compiled at its first use and kept; every pattern has a test in its file that needs it to match.

use super::folded;
use regex::Regex;
use std::{borrow::Cow, ops::Range, sync::OnceLock};

/// The classes of Unicode are large, and compiling them is most of what a first check would cost; the Latin letters that Norwegian,
/// Sámi and their neighbours use are a few ranges.
const CLASSES: [(&str, &str); 6] = [
    (r"\p{Lu}", r"[A-Z\u{c0}-\u{d6}\u{d8}-\u{de}ČĐŁŊŠŚŦŻŽ]"),
    (r"\p{Ll}", r"[a-z\u{df}-\u{f6}\u{f8}-\u{ff}čđłŋšśŧżž]"),
    (r"\p{L}", r"[A-Za-z\u{c0}-\u{d6}\u{d8}-\u{f6}\u{f8}-\u{24f}]"),
    (r"\p{N}", "[0-9]"),
    (r"\d", "[0-9]"),
    (r"\s", r"[ \t\r\n\u{a0}\u{2009}\u{202f}]"),
];

/// Compiles a pattern, its classes narrowed to [`CLASSES`].
pub(crate) fn compile(source: &str) -> Option<Regex> {
    let narrow = CLASSES.iter().fold(source.to_owned(), |source, (wide, narrow)| source.replace(wide, narrow));
    Regex::new(&narrow).ok()
}

/// The text in lower case, byte for byte as long as before: a letter whose lower case has another length stays as it is.
pub(crate) fn lowered(text: &str) -> String {
    let lower = |c: char| {
        let mut small = c.to_lowercase();
        small.next().filter(|one| small.next().is_none() && one.len_utf8() == c.len_utf8()).unwrap_or(c)
    };
    text.chars().map(lower).collect()
}

/// A regular expression as a constant.
pub(crate) struct Pattern {
    source: &'static str,
    compiled: OnceLock<Option<Regex>>,
    /// The same for texts without capitals, with one byte for each letter.
    folded: OnceLock<Option<Regex>>,
}

/// Where a pattern occurs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl<'t> Match<'t> {
    /// The byte it begins at.
    pub(crate) fn start(&self) -> usize {
        self.start
    }

    /// The byte it ends before.
    pub(crate) fn end(&self) -> usize {
        self.end
    }

    /// Its bytes.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Its words.
    pub(crate) fn as_str(&self) -> &'t str {
        &self.text[self.range()]
    }
}

impl Pattern {
    /// The pattern with this source, in lower case, for texts from [`lowered`]: folding case in the pattern costs far more.
    pub(crate) const fn new(source: &'static str) -> Self {
        Self { source, compiled: OnceLock::new(), folded: OnceLock::new() }
    }

    /// What searches this text, and the text as it searches it.
    fn for_text<'t>(&self, text: &'t str) -> Option<(&Regex, Cow<'t, str>)> {
        let folded = || folded::source(self.source).and_then(|source| Regex::new(&source).ok());
        if let Some(regex) = self.folded.get_or_init(folded)
            && let Some(text) = folded::text(text)
        {
            return Some((regex, text));
        }
        let regex = self.compiled.get_or_init(|| compile(self.source)).as_ref()?;
        Some((regex, Cow::Borrowed(text)))
    }

    /// Whether it occurs.
    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.for_text(text).is_some_and(|(regex, text)| regex.is_match(&text))
    }

    /// Its first occurrence.
    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        let (regex, searched) = self.for_text(text)?;
        let found = regex.find(&searched)?;
        let mut places = folded::Places::of(text, &searched);
        Some(Match { text, start: places.at(found.start()), end: places.at(found.end()) })
    }

    /// All its occurrences.
    pub(crate) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> + use<'t> {
        let mut all = Vec::new();
        if let Some((regex, searched)) = self.for_text(text) {
            let mut places = folded::Places::of(text, &searched);
            for found in regex.find_iter(&searched) {
                all.push(Match { text, start: places.at(found.start()), end: places.at(found.end()) });
            }
        }
        all.into_iter()
    }
}
