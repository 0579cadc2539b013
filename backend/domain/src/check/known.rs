//! The evidence made ready for comparison (kildegrunnlag): its values, its sentences and what each is about.

use crate::{
    evidence::{Evidence, Item, Source, sentence, word},
    value::{self, Kind, Value},
};
use jiff::civil::Date;
use std::ops::Range;

/// One source.
#[derive(Clone, Debug)]
pub(super) struct Known<'a> {
    pub(super) number: u16,
    pub(super) source: &'a Source,
    /// All text of it in lower case with plain blanks.
    pub(super) text: String,
    /// The stems of all its words.
    pub(super) stems: Vec<String>,
    pub(super) passages: Vec<Passage>,
}

/// One sentence of a source with what it says.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub(super) values: Vec<Value>,
    /// Its own content words.
    pub(super) stems: Vec<String>,
    /// Whether it denies.
    pub(super) denies: bool,
}

/// All sources of `evidence`, read once.
pub(super) fn read(evidence: &Evidence, today: Date) -> Vec<Known<'_>> {
    evidence.items().iter().map(|item| Known::of(item, today)).collect()
}

impl<'a> Known<'a> {
    fn of(item: &'a Item, today: Date) -> Self {
        let source = &item.source;
        let whole = whole(source);
        let mut values = value::find(&whole, today).into_iter().peekable();
        let scalars = vocabulary::span::Scalars::new(&whole);
        let passage = |range: Range<usize>| {
            let span = scalars.span(range.clone());
            let mut here = Vec::new();
            while let Some(one) = values.next_if(|one| one.span.start < span.end) {
                here.push(one);
            }
            let text = &whole[range];
            Passage { values: here, stems: content(text), denies: denies(text) }
        };
        let passages = sentence::split(&whole).into_iter().map(passage).collect();
        Self { number: item.number, source, text: plain(&whole), stems: content(&whole), passages }
    }

    /// Whether this value is in the source, in whatever spelling.
    pub(super) fn says(&self, wanted: &Value) -> bool {
        self.passages.iter().flat_map(|passage| &passage.values).any(|there| same(wanted, there))
            || self.has(&wanted.text)
    }

    /// Whether these words stand in it as they are.
    pub(super) fn has(&self, words: &str) -> bool {
        let words = plain(words);
        let whole = |at: usize| {
            let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !joins(self.text[..at].chars().next_back()) && !joins(self.text[at + words.len()..].chars().next())
        };
        !words.is_empty() && self.text.match_indices(&words).any(|(at, _)| whole(at))
    }

    /// Whether anyone may be told of it.
    pub(super) fn is_open(&self) -> bool {
        self.source.access.is_open() && !self.source.is_inward()
    }
}

/// Title, record, text and dates: everything a sentence may rest on.
fn whole(source: &Source) -> String {
    let mut whole = format!("{}\n{}\n{}", source.title, source.record, source.text);
    for date in [source.date, source.valid_from, source.valid_to].into_iter().flatten() {
        whole.push_str(&format!("\n{date}"));
    }
    if let Some(case) = source.case {
        whole.push_str(&format!("\n{case}"));
    }
    whole
}

/// Lower case, every run of white space one blank.
pub(super) fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The stems that are words, not numbers.
pub(super) fn content(text: &str) -> Vec<String> {
    let mut stems = word::stems(text);
    stems.retain(|stem| stem.chars().next().is_some_and(char::is_alphabetic) && stem != "kr" && stem != "nok");
    stems
}

/// Whether a sentence says that something is not so.
pub(super) fn denies(text: &str) -> bool {
    let denial =
        |word: &str| matches!(word, "ikke" | "ikkje" | "ingen" | "inga" | "aldri" | "not" | "no" | "never" | "cannot");
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(denial)
}

/// Whether two values are the same, also where one says less: a date without its year, a case without its document.
pub(super) fn same(claimed: &Value, there: &Value) -> bool {
    let (ours, theirs) = (claimed.value.as_str(), there.value.as_str());
    if claimed.kind == there.kind && ours == theirs {
        return true;
    }
    match (claimed.kind, there.kind) {
        (Kind::Date, Kind::Date) => tail(ours) == tail(theirs) && (ours.starts_with('-') || theirs.starts_with('-')),
        (Kind::CaseNumber, Kind::CaseNumber) => theirs.strip_prefix(ours).is_some_and(|rest| rest.starts_with('-')),
        (Kind::Law, Kind::Law) => is_within(ours, theirs),
        (Kind::Number | Kind::Amount, Kind::Number | Kind::Amount) => {
            let bare = |value: &Value| unit(value).is_empty();
            figure(ours) == figure(theirs) && (bare(claimed) || bare(there))
        }
        _ => false,
    }
}

/// Month and day of a date.
fn tail(date: &str) -> &str {
    date.get(date.len().saturating_sub(5)..).unwrap_or(date)
}

/// Whether the law reference `theirs` is `ours` or a ledd, number or letter of it; an act that is not named fits any.
fn is_within(ours: &str, theirs: &str) -> bool {
    let theirs = if ours.starts_with('§') { theirs.find('§').map_or(theirs, |at| &theirs[at..]) } else { theirs };
    let rest = theirs.strip_prefix(ours);
    rest.is_some_and(|rest| {
        rest.is_empty() || rest.trim_start().chars().next().is_some_and(|c| c.is_ascii_digit()) || rest.contains("ledd")
    }) || ours.ends_with(theirs) && theirs.starts_with('§')
}

/// What is counted or paid: `m²`, `NOK`, `NOK/m²`; empty for a number alone.
pub(super) fn unit(value: &Value) -> String {
    let split = value.value.split_once(' ');
    match value.kind {
        Kind::Amount => {
            let (currency, rest) = split.unwrap_or(("NOK", &value.value));
            format!("{currency}{}", rest.find('/').map_or("", |at| &rest[at..]))
        }
        Kind::Number => split.map_or_else(String::new, |(_, unit)| unit.to_owned()),
        _ => String::new(),
    }
}

/// The figure alone, without trailing zeros of its decimals.
fn figure(value: &str) -> String {
    let digits: String =
        value.chars().skip_while(|c| !c.is_ascii_digit()).take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.').to_owned() } else { digits }
}
