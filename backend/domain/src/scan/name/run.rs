//! Runs of words with capitals (navnerekker), as a name is one, and what stands before and behind them.

use super::lexicon::{self, Sorts};
use std::ops::Range;

/// Words of one run; the longest names have six.
const LONGEST: usize = 7;

/// Bytes before and behind a run that are read.
const WINDOW: usize = 40;

/// Small words within names.
const PARTICLES: [&str; 14] =
    ["van", "von", "de", "der", "al", "el", "bin", "ben", "dos", "di", "le", "af", "zu", "ter"];

/// One word of a run.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sorts: Sorts,
    pub(super) form: Form,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// One capital and small letters; also after a hyphen or within ("McCain").
    #[default]
    Name,
    /// "A."
    Initial,
    /// Capitals only.
    Shouted,
    /// A common noun made of a name or an abbreviation: "Obama-besøket", "SV-leder".
    Noun,
    /// "van"
    Particle,
}

impl Word {
    pub(super) fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }
}

/// Words that follow each other with one blank between.
#[derive(Debug, Default)]
pub(super) struct Run {
    words: [Word; LONGEST],
    length: usize,
}

impl Run {
    /// The run whose first word begins at byte `start`.
    pub(super) fn read(text: &str, start: usize) -> Self {
        let mut run = Self::default();
        let mut at = start;
        while run.length < LONGEST {
            let Some(word) = word(text, at) else { break };
            run.words[run.length] = word;
            run.length += 1;
            let rest = &text[word.end + usize::from(word.form == Form::Initial)..];
            let Some(blank) = rest.chars().next().filter(|c| matches!(c, ' ' | '\u{a0}')) else { break };
            at = text.len() - rest.len() + blank.len_utf8();
        }
        while run.length > 0 && run.words[run.length - 1].form == Form::Particle {
            run.length -= 1;
        }
        run
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words[..self.length]
    }
}

/// The word at a byte, if it has a capital or is a particle of names.
fn word(text: &str, start: usize) -> Option<Word> {
    let end = start + end_of_word(&text[start..]);
    let written = &text[start..end];
    let first = written.chars().next()?;
    if !first.is_uppercase() {
        return PARTICLES.contains(&written).then_some(Word {
            start,
            end,
            sorts: Sorts::default(),
            form: Form::Particle,
        });
    }
    let form = form(written, text[end..].starts_with('.'));
    let sorts = match form {
        Form::Name => lexicon::named(written),
        Form::Shouted => lexicon::named(&lowered(written)),
        _ => Sorts::default(),
    };
    Some(Word { start, end, sorts, form })
}

/// Bytes of the word that a text begins with; hyphens and apostrophes between letters belong to it.
pub(super) fn end_of_word(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let joins = matches!(c, '-' | '\'' | '’') && at > 0 && end == at;
        if c.is_alphabetic() {
            end = at + c.len_utf8();
        } else if !joins || !text[at + c.len_utf8()..].starts_with(char::is_alphabetic) {
            break;
        } else {
            end = at + c.len_utf8();
        }
    }
    end
}

fn form(word: &str, dotted: bool) -> Form {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let single = word.chars().nth(1).is_none();
    if single {
        return if dotted { Form::Initial } else { Form::Noun };
    }
    if letters.all(char::is_uppercase) {
        return Form::Shouted;
    }
    let small = word.split('-').skip(1).any(|part| part.starts_with(char::is_lowercase) && part.len() > 3);
    let capitals = word.split('-').any(|part| part.chars().take(3).filter(|c| c.is_uppercase()).count() > 2);
    if small || capitals { Form::Noun } else { Form::Name }
}

/// "KARI" as "Kari".
fn lowered(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
}

/// What stands around a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    /// A sentence, a line or a quotation begins with the run.
    pub(super) begins: bool,
    /// The word before, when only a blank or an abbreviation's stop stands between.
    pub(super) before: Sorts,
    /// The word behind.
    pub(super) behind: Sorts,
    /// An age, a year or a party in brackets behind.
    pub(super) bracketed: bool,
}

impl Around {
    pub(super) fn of(text: &str, bytes: &Range<usize>) -> Self {
        let head = &text[text.ceil_char_boundary(bytes.start.saturating_sub(WINDOW))..bytes.start];
        let tail = &text[bytes.end..text.floor_char_boundary((bytes.end + WINDOW).min(text.len()))];
        let close = head.trim_end_matches([' ', '\u{a0}']);
        let word = last_word(close.trim_end_matches('.'));
        let before = lexicon::word(word);
        let abbreviated = close.ends_with('.') && before.is(Sorts::TITLE);
        let begins = !abbreviated && is_beginning(close, head);
        let next = tail.strip_prefix([' ', '\u{a0}']).map_or("", |rest| &rest[..end_of_word(rest)]);
        let before = if begins { Sorts::default() } else { before };
        Self { begins, before, behind: lexicon::word(next), bracketed: is_bracketed(tail) }
    }
}

fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic() || *c == '-').last();
    start.map_or("", |(at, _)| &text[at..])
}

/// Whether a sentence begins behind this text.
fn is_beginning(close: &str, head: &str) -> bool {
    let opened = close.trim_end_matches(['«', '"', '“', '”', '\'', '(', '-', '–', '—', '*', '•', '>', ' ', '\t', '[']);
    let quoted = opened.len() < close.len() && !matches!(close.chars().next_back(), Some('(' | '-' | '–' | '—'));
    head.is_empty()
        || quoted
        || opened.chars().next_back().is_none_or(|c| matches!(c, '.' | '!' | '?' | ':' | '\n' | '\r' | '»' | '|' | ';'))
}

/// "(36)", "(1866–1949)", "(Sp)".
fn is_bracketed(tail: &str) -> bool {
    let Some(within) = tail.strip_prefix(" (").and_then(|rest| rest.split_once(')')).map(|(within, _)| within) else {
        return false;
    };
    let digits = within.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits == within.len() && digits == 2;
    let years = digits == 4 && within.ends_with(|c: char| c.is_ascii_digit() || c == '-') && within.len() > 4;
    whole
        || years
        || matches!(within, "Ap" | "H" | "Sp" | "SV" | "Frp" | "FrP" | "KrF" | "Krf" | "V" | "MDG" | "R" | "A")
}
