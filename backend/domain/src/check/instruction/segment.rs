//! The mail in sentences that may order something (setninger): a line break ends one too, because orders are pasted on lines of their own.

use crate::{
    evidence::word::{is_kin, stems},
    scan::pattern::{Pattern, lowered},
    sort::lexicon,
};
use std::cell::{Cell, OnceCell};

/// Sentences longer than this many words tell, they do not order.
const LONGEST: usize = 70;
/// Sentences of one mail that are looked at, so that hostile length costs nothing.
const MOST: usize = 2_000;
/// Sentences of one mail that are compared with the rest of it.
const COMPARED: usize = 40;
/// Different content words of a mail whose matter can be told.
const MATTER: usize = 12;

/// A mail with its matter.
pub(super) struct Letter<'a> {
    raw: &'a str,
    lower: &'a str,
    stems: OnceCell<usize>,
    /// Comparisons still allowed: each reads the whole mail.
    left: Cell<usize>,
}

/// One sentence.
pub(super) struct Segment<'a> {
    /// As it was written.
    pub(super) text: &'a str,
    /// In lower case, on one line.
    pub(super) lower: String,
    /// Its words, without what leads up to an order («please», «and then»).
    pub(super) words: Vec<String>,
    /// Whether it asks politely.
    pub(super) polite: bool,
    /// Whether it fills its line.
    pub(super) alone: bool,
}

impl<'a> Letter<'a> {
    pub(super) fn of(raw: &'a str, lower: &'a str) -> Self {
        Self { raw, lower, stems: OnceCell::new(), left: Cell::new(COMPARED) }
    }

    /// The sentences that begin as sentences do, in order.
    pub(super) fn segments(&self) -> impl Iterator<Item = Segment<'a>> {
        let begins = |text: &&str| {
            text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || !c.is_alphabetic())
        };
        let lines = self.raw.lines().map(str::trim);
        let parts =
            lines.flat_map(|line| pieces(line).into_iter().map(move |piece| (piece, piece.len() == line.len())));
        parts.filter(move |(text, _)| begins(text)).take(MOST).filter_map(|(text, alone)| Segment::of(text, alone))
    }

    /// Whether a sentence has nothing to do with the rest, where there is enough of it.
    pub(super) fn is_foreign(&self, segment: &Segment) -> bool {
        let Some(left) = self.left.get().checked_sub(1) else { return false };
        self.left.set(left);
        let all = *self.stems.get_or_init(|| stems(self.lower).len());
        let own = stems(&segment.lower);
        let rest = stems(&self.lower.replacen(&lowered(segment.text), " ", 1));
        let kin = |stem: &String| rest.iter().take(MOST).any(|other| is_kin(stem, other));
        // A common word may stand in both by chance.
        let chance = usize::from(own.len() >= 6);
        all >= own.len() + MATTER && own.iter().filter(|stem| kin(stem)).count() <= chance
    }
}

/// A line in its sentences: a point, a question mark or an exclamation mark before a blank ends one.
fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut previous = ' ';
    for (at, c) in line.char_indices() {
        if c == ' ' && matches!(previous, '.' | '?' | '!' | '>') {
            pieces.push(line[start..at].trim());
            start = at;
        }
        previous = c;
    }
    pieces.push(line[start..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The sentence without the words it quotes: they are somebody else's.
fn unquoted(text: &str) -> String {
    static QUOTED: Pattern = Pattern::new(r#"(?:^|[\s:(])(?:'[^'\n]{8,}'|"[^"\n]{8,}"|“[^”\n]{8,}”|«[^»\n]{8,}»)"#);
    let mut rest = text.to_owned();
    for found in QUOTED.find_iter(text) {
        rest = rest.replacen(found.as_str(), " ", 1);
    }
    rest
}

impl<'a> Segment<'a> {
    fn of(text: &'a str, alone: bool) -> Option<Self> {
        const POLITE: [&str; 8] = ["please", "kindly", "vennligst", "venlegast", "pls", "gjerne", "takk", "thanks"];
        const LEADING: [&str; 20] = [
            "please",
            "kindly",
            "vennligst",
            "venlegast",
            "also",
            "and",
            "then",
            "now",
            "finally",
            "additionally",
            "instead",
            "next",
            "og",
            "så",
            "deretter",
            "nå",
            "no",
            "ps",
            "note",
            "afterwards",
        ];
        let lower = lowered(text);
        let mut words = lexicon::words(&unquoted(&lower));
        if words.len() > LONGEST || words.len() < 2 {
            return None;
        }
        let asked = [
            "can you",
            "could you",
            "would you",
            "kan du",
            "kan de ",
            "kan dere",
            "kunne du",
            "kunne dere",
            "ver så snill",
            "vær så snill",
        ];
        let polite =
            words.iter().any(|word| POLITE.contains(&word.as_str())) || asked.iter().any(|one| lower.contains(one));
        let leading = words.iter().take_while(|word| LEADING.contains(&word.as_str())).count();
        words.drain(..leading);
        Some(Self { text, lower: lower.split_whitespace().collect::<Vec<_>>().join(" "), words, polite, alone })
    }

    /// Whether one of its words is one of these.
    pub(super) fn has(&self, words: &[&str]) -> bool {
        self.words.iter().any(|word| words.contains(&word.as_str()))
    }

    /// Its first word, behind what leads up to it.
    pub(super) fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }
}
