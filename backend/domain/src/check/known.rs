//! The evidence made ready for comparison (kildegrunnlag): its values, its sentences and what each is about.

use super::{
    binding::{self, Part},
    denial,
    look::plain_blanks,
    phrase::Phrases,
    stated::Stated,
    terms::{self, Terms},
    work,
};
use crate::{
    evidence::{Evidence, Item, Origin, Source, sentence, word},
    scan::pattern::lowered,
    value::{self, Kind, Value},
};
use jiff::civil::Date;
use std::{collections::HashSet, ops::Range};

/// One source.
#[derive(Clone, Debug)]
pub(super) struct Known<'a> {
    pub(super) number: u16,
    pub(super) source: &'a Source,
    /// All text of it in lower case with plain blanks.
    pub(super) text: String,
    /// The stems of all its words.
    pub(super) stems: Terms,
    /// Its sentences, each once however often it says them; the first one is its title.
    passages: Vec<Passage>,
    /// Their own words.
    words: Terms,
    /// What they are about.
    subjects: Terms,
    /// Their values.
    pub(super) stated: Stated,
    phrases: Phrases,
    /// The years its title names.
    pub(super) years: Vec<i16>,
    /// Its title without figures: what its successors are called too.
    pub(super) name: Vec<String>,
}

/// One sentence of a source with what it says.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub(super) values: Vec<Value>,
    /// Its own content words.
    pub(super) stems: Vec<String>,
    /// What it is about: its content words, the heading it stands under, and the limits it names.
    pub(super) about: Vec<String>,
    /// Its parts, where it says several values.
    pub(super) parts: Vec<Part>,
    /// Whether it denies.
    pub(super) denies: bool,
    /// Its words in lower case.
    pub(super) text: String,
}

impl Passage {
    fn of(text: &str, start: usize, values: Vec<Value>) -> Self {
        let stems = content(text);
        let text = lowered(text);
        let about = stems.iter().cloned().chain(binding::limits(&text)).collect();
        let parts = binding::parts(&text, start, &values);
        Self { values, about, stems, parts, denies: denial::denies(&text), text }
    }

    /// All that is compared of it: two sentences in which this is the same bear the same.
    fn content(&self) -> (String, Vec<String>, Vec<(Kind, String, String)>) {
        let value = |value: &Value| (value.kind, value.value.clone(), value.text.clone());
        (self.text.clone(), self.about.clone(), self.values.iter().map(value).collect())
    }

    /// Whether it says this value.
    pub(super) fn says(&self, wanted: &Value) -> bool {
        self.values.iter().any(|there| same(wanted, there))
    }
}

/// All sources of `evidence`, read once.
pub(super) fn read(evidence: &Evidence, today: Date) -> Vec<Known<'_>> {
    evidence.items().iter().map(|item| Known::of(item, today)).collect()
}

impl<'a> Known<'a> {
    fn of(item: &'a Item, today: Date) -> Self {
        let source = &item.source;
        let whole = whole(source);
        // What an earlier answer explains may be said again; what it counted or promised then bears nothing now.
        let bears = source.origin != Origin::Answer;
        let mut values = value::find(&whole, today).into_iter().filter(|_| bears).peekable();
        let scalars = vocabulary::span::Scalars::new(&whole);
        let passage = |range: Range<usize>| {
            let span = scalars.span(range.clone());
            let mut here = Vec::new();
            while let Some(one) = values.next_if(|one| one.span.start < span.end) {
                here.push(one);
            }
            Passage::of(&whole[range], span.start, here)
        };
        let mut passages: Vec<Passage> = sentence::split(&whole).into_iter().map(passage).collect();
        binding::hang_headings(&mut passages);
        let mut seen = HashSet::new();
        passages.retain(|passage| seen.insert(passage.content()));
        let text = plain(&whole);
        Self {
            number: item.number,
            source,
            phrases: Phrases::default(),
            text,
            stems: Terms::of(std::iter::once(content(&whole).as_slice())),
            words: Terms::of(passages.iter().map(|passage| passage.stems.as_slice())),
            subjects: Terms::of(passages.iter().map(|passage| passage.about.as_slice())),
            stated: Stated::of(passages.iter().map(|passage| passage.values.as_slice())),
            passages,
            years: binding::years(&source.title).collect(),
            name: content(&source.title),
        }
    }

    /// Whether this value is in the source, in whatever spelling. The words alone say it only where the unit is no part of it:
    /// «kr 45» stands in «kr 45 per m²» too.
    pub(super) fn says(&self, wanted: &Value) -> bool {
        if self.source.origin == Origin::Answer {
            return false;
        }
        let measured = matches!(wanted.kind, Kind::Amount | Kind::Percent | Kind::Deadline) || !unit(wanted).is_empty();
        self.saying(wanted).next().is_some() || !measured && self.has(&wanted.text)
    }

    /// The sentence at a place.
    pub(super) fn passage(&self, at: terms::Place) -> &Passage {
        work::done(1);
        &self.passages[at as usize]
    }

    /// The sentences that say this value, in whatever spelling, in order.
    pub(super) fn saying(&self, wanted: &Value) -> impl Iterator<Item = (terms::Place, &Passage)> {
        self.stated.places(wanted).into_iter().map(|at| (at, self.passage(at)))
    }

    /// The sentences that have any of these words or their kin, each with how many of them.
    pub(super) fn sharing(&self, words: &[String]) -> impl Iterator<Item = (usize, &Passage)> {
        self.words.shared(words).into_iter().map(|(at, shared)| (shared, self.passage(at)))
    }

    /// How many of these words the sentence has that has most of them, where the title of the source counts with each.
    pub(super) fn nearness(&self, words: &[String]) -> usize {
        let (titled, rest): (Vec<&String>, Vec<&String>) =
            words.iter().partition(|word| self.name.iter().any(|there| word::is_kin(word, there)));
        let most = self.subjects.shared(rest).into_iter().map(|(_, shared)| shared).max().unwrap_or(0);
        titled.len() + most
    }

    /// The sentences that are about any of these words, or say any of these values, each with how much: a word counts two where it
    /// stands itself or two of its kin do, and a value two.
    pub(super) fn about(&self, words: &[&String], values: &[&Value]) -> Vec<(terms::Place, usize)> {
        let said = values.iter().flat_map(|value| self.stated.places(value)).map(|at| (at, 2));
        terms::merged(self.subjects.likeness(words.iter().copied()).into_iter().chain(said).collect())
    }

    /// Whether these words stand in it as they are.
    pub(super) fn has(&self, words: &str) -> bool {
        self.phrases.has(&self.text, &plain(words))
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
    plain_blanks(&whole)
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

/// Whether two values are the same, also where one says less: a date without its year, a case without its document.
pub(super) fn same(claimed: &Value, there: &Value) -> bool {
    let (ours, theirs) = (claimed.value.as_str(), there.value.as_str());
    if claimed.kind == there.kind && ours == theirs {
        return true;
    }
    match (claimed.kind, there.kind) {
        (Kind::Deadline | Kind::Number, Kind::Deadline | Kind::Number) if minutes(claimed).is_some() => {
            minutes(claimed) == minutes(there)
        }
        (Kind::Date, Kind::Date) if is_month(ours) => theirs.starts_with(ours),
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

/// How long a duration is, where that does not depend on the calendar: two weeks are fourteen days, 90 minutes an hour and a half.
pub(super) fn minutes(value: &Value) -> Option<u32> {
    let text = value.value.as_str();
    if value.kind == Kind::Number {
        return text.strip_suffix(" min")?.parse().ok();
    }
    let (text, units) = match text.strip_prefix("PT") {
        Some(rest) => (rest, [('M', 1), ('H', 60)]),
        None => (text.strip_prefix('P')?, [('D', 24 * 60), ('W', 7 * 24 * 60)]),
    };
    let (unit, minutes) = units.into_iter().find(|(unit, _)| text.ends_with(*unit))?;
    text.strip_suffix(unit)?.parse::<u32>().ok()?.checked_mul(minutes)
}

/// The length of a date without a day: `2026-03`.
const MONTH: usize = 7;

/// Whether a date has no day.
pub(super) fn is_month(date: &str) -> bool {
    date.len() == MONTH && !date.starts_with('-')
}

/// Year and month of a date.
pub(super) fn month(date: &str) -> &str {
    date.get(..MONTH).unwrap_or(date)
}

/// Month and day of a date.
pub(super) fn tail(date: &str) -> &str {
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
pub(super) fn figure(value: &str) -> String {
    let digits: String =
        value.chars().skip_while(|c| !c.is_ascii_digit()).take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.').to_owned() } else { digits }
}
