//! Patterns for recognisers: a regular expression with two abbreviations, compiled at first use, matched at word boundaries.

use super::sign::{Needs, Page, Stretch};
use regex::{Captures, Regex};
use std::{ops::Range, sync::OnceLock};

/// A blank as people and programs write it: space, no-break space, narrow no-break space, thin space.
const BLANK: &str = r"[ \t\x{a0}\x{202f}\x{2009}]";
/// A number with or without groups of three, and decimals.
const NUMBER: &str =
    r"(?:[0-9]{1,3}(?:[ .,'\x{a0}\x{202f}\x{2009}][0-9]{3}){1,4}(?:[.,][0-9]{1,2})?|[0-9]{1,12}(?:[.,][0-9]{1,6})?)";

/// A pattern: `~` stands for one blank, `#` for a number, `\b` for a boundary of ASCII words. The Unicode boundary would
/// throw the matcher out of its fast path at every æ, ø and å; the neighbours are looked at by hand instead.
pub(super) struct Pattern {
    source: &'static str,
    needs: Needs,
    /// Figures and what parts them are all that it matches.
    is_number: bool,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern for a window of the text.
    pub(super) const fn new(source: &'static str) -> Self {
        Self::on(source, Needs::figures(0))
    }

    /// A pattern that is tried on lines that show this.
    pub(super) const fn on(source: &'static str, needs: Needs) -> Self {
        Self { source, needs, is_number: false, compiled: OnceLock::new() }
    }

    /// A pattern that begins and ends with a figure, and has only figures and what may part them between.
    pub(super) const fn number(source: &'static str, needs: Needs) -> Self {
        Self { source, needs, is_number: true, compiled: OnceLock::new() }
    }

    fn regex(&self) -> Option<&Regex> {
        let source = || self.source.replace('~', BLANK).replace('#', NUMBER).replace(r"\b", r"(?-u:\b)");
        self.compiled.get_or_init(|| Regex::new(&source()).ok()).as_ref()
    }

    /// All matches that neither begin nor end within a word.
    pub(super) fn find<'t>(&self, page: &Page<'t>) -> impl Iterator<Item = Captures<'t>> {
        let text = page.text;
        self.matches(page).filter(|found| stands_alone(text, whole(found)))
    }

    /// All matches that do not begin within a word; letters may follow, as in «11a» and «50m²».
    pub(super) fn find_before_letters<'t>(&self, page: &Page<'t>) -> impl Iterator<Item = Captures<'t>> {
        let text = page.text;
        self.matches(page).filter(|found| is_before_letters(text, whole(found)))
    }

    /// All matches, as if the whole page were read.
    fn matches<'t>(&self, page: &Page<'t>) -> impl Iterator<Item = Captures<'t>> {
        let (text, needs) = (page.text, self.needs);
        let stretches: &[Stretch] = if self.is_number { &page.numbers } else { &page.lines };
        let stretches = if page.may_meet(&needs) { stretches } else { &[] };
        let ranges = stretches.iter().filter(move |stretch| needs.are_met(stretch)).map(|stretch| &stretch.range);
        ranges.flat_map(move |range| self.within(text, range))
    }

    /// The matches within a range that none reaches out of. What stands around it is seen.
    fn within<'t>(&self, text: &'t str, range: &Range<usize>) -> impl Iterator<Item = Captures<'t>> {
        let seen = &text[..range.end + after(text, range.end).map_or(0, char::len_utf8)];
        let (mut at, end) = (range.start, range.end);
        std::iter::from_fn(move || {
            let found = self.regex().filter(|_| at < end)?.captures_at(seen, at)?;
            at = whole(&found).end.max(at + 1);
            Some(found)
        })
    }

    /// The first match that neither begins nor ends within a word.
    pub(super) fn first<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex()?.captures_iter(text).find(|found| stands_alone(text, whole(found)))
    }

    /// The first match that does not begin within a word.
    pub(super) fn first_before_letters<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex()?.captures_iter(text).find(|found| is_before_letters(text, whole(found)))
    }
}

/// Whether no letter or figure is cut off before the range, and no figure behind.
fn is_before_letters(text: &str, range: Range<usize>) -> bool {
    let joins = |c: char| c.is_alphanumeric() && after(text, range.start).is_some_and(char::is_alphanumeric);
    !before(text, range.start).is_some_and(joins) && !after(text, range.end).is_some_and(|c| c.is_ascii_digit())
}

/// The range of the whole match.
pub(super) fn whole(found: &Captures<'_>) -> Range<usize> {
    found.get(0).map_or(0..0, |all| all.range())
}

/// The text of a group, empty where it took no part.
pub(super) fn group<'t>(found: &Captures<'t>, index: usize) -> &'t str {
    found.get(index).map_or("", |part| part.as_str())
}

/// Whether letters and digits end where the range begins and ends.
fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let joins = |outer: Option<char>, inner: Option<char>| match (outer, inner) {
        (Some(a), Some(b)) => a.is_alphanumeric() && b.is_alphanumeric(),
        _ => false,
    };
    let inside = &text[range.clone()];
    !joins(before(text, range.start), inside.chars().next())
        && !joins(text[range.end..].chars().next(), inside.chars().next_back())
}

/// The character before a place.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character at a place.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// At most `length` bytes of `text` that end at `at`, cut at a character.
pub(super) fn tail(text: &str, at: usize, length: usize) -> &str {
    let mut start = at.saturating_sub(length);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..at]
}

/// At most `length` bytes of `text` from `at` on, cut at a character.
pub(super) fn head(text: &str, at: usize, length: usize) -> &str {
    let mut end = (at + length).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[at..end]
}

/// Whether a blank in the sense of `~`.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// The digits of a text.
pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The letter of «11 a» or «11a» and where it ends; «§ 5 i loven» has none.
pub(super) fn letter_after(text: &str, at: usize) -> (String, usize) {
    let blank = after(text, at).filter(|c| is_blank(*c)).map_or(0, char::len_utf8);
    let letter = after(text, at + blank).filter(char::is_ascii_alphabetic);
    let ends = |end: usize| after(text, end).is_none_or(|c| !c.is_alphanumeric());
    match letter {
        Some(c) if ends(at + blank + 1) && (blank == 0 || !c.eq_ignore_ascii_case(&'i')) => {
            (c.to_lowercase().to_string(), at + blank + 1)
        }
        _ => (String::new(), at),
    }
}
