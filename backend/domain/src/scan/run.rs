//! Runs of digits (sifferrekker): groups of digits as people write one number, and what parts them.

use super::context::Marks;
use std::ops::Range;

/// What parts two groups of one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Blank,
    Dot,
    Hyphen,
    Plus,
    Slash,
}

use Gap::{Blank, Dot, Hyphen, Plus, Slash};

/// Gaps that a number may have when the words around it already say what it is.
pub(super) const ANY: &[Gap] = &[Blank, Dot, Hyphen, Slash];

/// Signs that one gap may take: a dash between two blanks.
const WIDEST: usize = 3;

/// Groups of digits, each parted from the next by one gap; kept from run to run so that its memory is asked for once.
#[derive(Debug, Default)]
pub(super) struct Run {
    groups: Vec<Range<usize>>,
    gaps: Vec<Gap>,
}

impl Run {
    /// Reads the run that begins with the digit at byte `start`; returns where it ends.
    pub(super) fn read(&mut self, text: &str, start: usize) -> usize {
        self.groups.clear();
        self.gaps.clear();
        let mut at = start;
        loop {
            let end = at + text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            self.groups.push(at..end);
            let Some((gap, next)) = gap(text, end) else { return end };
            self.gaps.push(gap);
            at = next;
        }
    }

    /// How many digits the groups have together.
    pub(super) fn digits(&self) -> usize {
        self.groups.iter().map(Range::len).sum()
    }

    /// How many groups.
    pub(super) fn len(&self) -> usize {
        self.groups.len()
    }
}

/// The gap at byte `at`, if digits go on behind it, and where they do.
fn gap(text: &str, at: usize) -> Option<(Gap, usize)> {
    let mut gap = Blank;
    for (offset, c) in text[at..].char_indices().take(WIDEST + 1) {
        match (c, gap) {
            ('0'..='9', _) if offset > 0 => return Some((gap, at + offset)),
            (' ' | '\u{a0}' | '\u{202f}' | '\u{2009}', _) => {}
            ('.', Blank) => gap = Dot,
            ('-' | '–' | '\u{2011}', Blank) => gap = Hyphen,
            ('+', Blank) => gap = Plus,
            ('/', Blank) => gap = Slash,
            _ => return None,
        }
    }
    None
}

/// One group of a run, where a number may begin.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    pub(super) marks: &'a Marks,
    /// The groups from here on, and the gaps behind them.
    groups: &'a [Range<usize>],
    gaps: &'a [Gap],
    length: usize,
}

impl<'a> Place<'a> {
    pub(super) fn new(text: &'a str, marks: &'a Marks, run: &'a Run, at: usize) -> Self {
        let (groups, gaps) = (&run.groups[at..], &run.gaps[at..]);
        Self { text, marks, groups, gaps, length: groups[0].len() }
    }

    /// The first group.
    pub(super) fn first(&self) -> Range<usize> {
        self.groups[0].clone()
    }

    /// How many digits the first group has.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// The bytes of the groups from here on, if they have these lengths and only such gaps between them.
    #[inline]
    pub(super) fn shaped(&self, lengths: &[usize], gaps: &[Gap]) -> Option<Range<usize>> {
        // Most groups are years, sums and hours, and fit no shape with their first digits already.
        if lengths.first() != Some(&self.length) {
            return None;
        }
        self.fitting(lengths, gaps)
    }

    fn fitting(&self, lengths: &[usize], gaps: &[Gap]) -> Option<Range<usize>> {
        let groups = self.groups.get(..lengths.len())?;
        let between = self.gaps.get(..lengths.len() - 1)?;
        let fits = groups.iter().zip(lengths).all(|(group, length)| group.len() == *length)
            && between.iter().all(|gap| gaps.contains(gap));
        fits.then(|| groups[0].start..groups[lengths.len() - 1].end)
    }

    /// The first of several shapes that fits.
    #[inline]
    pub(super) fn any(&self, shapes: &[&[usize]], gaps: &[Gap]) -> Option<Range<usize>> {
        shapes.iter().find_map(|shape| self.shaped(shape, gaps))
    }

    /// The bytes of the groups from here on that together have so many digits, however grouped; only one gap is followed
    /// after the other as long as digits lack.
    pub(super) fn totalling(&self, wanted: usize) -> Option<Range<usize>> {
        let mut count = 0;
        for (at, group) in self.groups.iter().enumerate().take(8) {
            count += group.len();
            if count == wanted {
                return Some(self.first().start..group.end);
            }
            if count > wanted || !self.gaps.get(at).is_some_and(|gap| ANY.contains(gap)) {
                return None;
            }
        }
        None
    }

    /// The longest stretch of groups parted by single blanks or hyphens with no more digits than `most`, and how many it has.
    pub(super) fn up_to(&self, most: usize) -> (Range<usize>, usize) {
        let (mut end, mut count) = (self.first().start, 0);
        for (at, group) in self.groups.iter().enumerate() {
            if count + group.len() > most {
                break;
            }
            (end, count) = (group.end, count + group.len());
            if !self.gaps.get(at).is_some_and(|gap| matches!(gap, Blank | Hyphen)) {
                break;
            }
        }
        (self.first().start..end, count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_goes_on_over_single_gaps() {
        for (text, groups, gaps) in [
            ("200369 14700.", 2, vec![Blank]),
            ("200369 - 14700", 2, vec![Hyphen]),
            ("8601.11.17947", 3, vec![Dot, Dot]),
            ("47/690", 2, vec![Slash]),
            ("12, 13", 1, vec![]),
            ("12   13", 2, vec![Blank]),
            ("12    13", 1, vec![]),
            ("1 -- 2", 1, vec![]),
        ] {
            let mut run = Run::default();
            run.read(text, 0);
            assert_eq!((run.len(), run.gaps), (groups, gaps), "{text}");
        }
    }
}
