//! A text read word by word for comparison (lesning): each word in the form that is compared, and where each form stands.

use super::denial;
use crate::{
    evidence::{sentence, word},
    scan::pattern::Pattern,
    value::{self, Kind, Strength, Value, month},
};
use jiff::civil::Date;
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    ops::Range,
};

/// A word, or a figure with its groups and decimals.
static WORD: Pattern = Pattern::new(r"\d+(?:[.,:/]\d+)*\p{L}*|[\p{L}\d]+(?:['’]\p{L}+)?");
/// Names of days are facts though Norwegian writes them small; so are those of months.
const DAYS: [&str; 16] = [
    "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "måndag", "tysdag", "laurdag", "sundag",
    "monday", "tuesday", "thursday", "friday", "saturday",
];

/// Whether a word in small letters is in the calendar.
fn is_of_calendar(small: &str) -> bool {
    let is_month = |month: &str| month.eq_ignore_ascii_case(small);
    DAYS.contains(&small) || month::NORWEGIAN.iter().chain(&month::ENGLISH).any(|month| is_month(month))
}

/// What an answer opens with before it says anything.
const OPENERS: [&str; 26] = [
    "yes",
    "yeah",
    "yea",
    "yep",
    "no",
    "nope",
    "well",
    "oh",
    "ah",
    "okay",
    "ok",
    "sure",
    "indeed",
    "absolutely",
    "right",
    "true",
    "exactly",
    "ja",
    "jo",
    "nei",
    "vel",
    "jada",
    "joda",
    "altså",
    "nettopp",
    "akkurat",
];
/// The shortest word that is looked for as a part of a compound, as in [`word::is_kin`].
const PART: usize = 5;

/// No word is longer; what is, has no parts.
const LONGEST: usize = 60;
/// So many compounds of a word are looked at.
const KIN: usize = 64;

/// What a word is to the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Holds the sentence together.
    Function,
    /// Says something.
    Content,
    /// A capital where the sentence asks for none, or a month.
    Name,
    /// Has a figure in it, or is a number in words.
    Figure,
}

/// One word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) bytes: Range<usize>,
    /// In lower case.
    pub(super) small: String,
    /// As it is compared.
    pub(super) stem: String,
    pub(super) role: Role,
    /// Whether a sentence begins with it, where a capital says nothing.
    pub(super) begins: bool,
    /// Whether a comma or its like stands before it.
    pub(super) pause: bool,
    /// Whether it has a capital.
    pub(super) capital: bool,
}

/// The words of `text`, sentence by sentence.
pub(super) fn words(text: &str) -> Vec<Vec<Word>> {
    sentence::split(text).into_iter().map(|range| sentence_words(text, &range)).filter(|all| !all.is_empty()).collect()
}

fn sentence_words(text: &str, range: &Range<usize>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for found in WORD.find_iter(&text[range.clone()]) {
        let bytes = range.start + found.start()..range.start + found.end();
        let pause = words.last().is_some_and(|last| text[last.bytes.end..bytes.start].contains([',', ';', ':', '(']));
        words.push(Word { pause, ..word(&text[bytes.clone()], bytes, words.is_empty()) });
    }
    words
}

fn word(text: &str, bytes: Range<usize>, begins: bool) -> Word {
    let small = text.to_lowercase();
    let capital = text.starts_with(char::is_uppercase);
    let number = value::spelled(&small).filter(|number| *number > 1);
    let figure = text.starts_with(|c: char| c.is_ascii_digit()) || number.is_some();
    let role = if figure {
        Role::Figure
    } else if is_of_calendar(&small) || !begins && capital && text != "I" {
        Role::Name
    } else if word::is_content(&small) && !(begins && OPENERS.contains(&small.as_str())) {
        Role::Content
    } else {
        Role::Function
    };
    let stem = number.map_or_else(|| stem(&small), |number| number.to_string());
    Word { bytes, small, stem, role, begins, pause: false, capital }
}

/// Without genitive and the ending of an ordinal.
fn stem(small: &str) -> String {
    let bare = small.trim_end_matches("'s").trim_end_matches("’s");
    let digits = bare.trim_end_matches(|c: char| !c.is_ascii_digit());
    if digits.is_empty() { word::stem(bare) } else { digits.replace([',', ' '], ".") }
}

/// A source, indexed.
pub(super) struct Reading {
    /// How many sentences it has.
    pub(super) passages: usize,
    /// The sentences that each form stands in, in order.
    places: HashMap<String, Vec<u32>>,
    /// All its words in lower case.
    pub(super) small: HashSet<String>,
    /// Two words in a row and the sentences they stand in.
    pairs: HashMap<(String, String), Vec<u32>>,
    /// The words on both sides of a denial.
    pub(super) denied: HashSet<(String, String)>,
    /// Long forms in order, and spelled backwards in order: a compound is found by its beginning and by its end.
    forward: BTreeSet<String>,
    backward: BTreeSet<String>,
    /// Its sentences.
    pub(super) sentences: Vec<Vec<Word>>,
    pub(super) values: Vec<Value>,
}

impl Reading {
    pub(super) fn of(source: &str, today: Date) -> Self {
        let sentences = words(source);
        let mut reading = Self {
            passages: sentences.len(),
            places: HashMap::new(),
            small: HashSet::new(),
            pairs: HashMap::new(),
            denied: HashSet::new(),
            forward: BTreeSet::new(),
            backward: BTreeSet::new(),
            sentences: Vec::new(),
            values: value::find(source, today),
        };
        for (at, sentence) in (0_u32..).zip(&sentences) {
            reading.index(at, sentence);
        }
        reading.sentences = sentences;
        reading
    }

    fn index(&mut self, at: u32, sentence: &[Word]) {
        for word in sentence {
            mark(self.places.entry(word.stem.clone()).or_default(), at);
            self.small.insert(word.small.clone());
            if word.stem.chars().count() >= PART {
                self.forward.insert(word.stem.clone());
                self.backward.insert(word.stem.chars().rev().collect());
            }
        }
        let denied = denial::around(sentence).map(|(one, next)| (one.stem.clone(), next.stem.clone()));
        self.denied.extend(denied);
        for pair in sentence.windows(2) {
            mark(self.pairs.entry((pair[0].stem.clone(), pair[1].stem.clone())).or_default(), at);
        }
    }

    /// The sentences in which two words stand side by side.
    pub(super) fn pair(&self, one: &Word, next: &Word) -> &[u32] {
        self.pairs.get(&(one.stem.clone(), next.stem.clone())).map_or(&[], Vec::as_slice)
    }

    /// The sentences in which a word, a compound with it or a part of it stands.
    pub(super) fn places(&self, word: &Word) -> Vec<u32> {
        let stem = word.stem.as_str();
        let mut all = self.places.get(stem).cloned().unwrap_or_default();
        if word.role != Role::Figure && (PART..=LONGEST).contains(&stem.chars().count()) {
            let kin: Vec<String> = self.longer(stem).into_iter().chain(shorter(stem)).collect();
            all.extend(kin.iter().filter_map(|kin| self.places.get(kin)).flatten());
            all.sort_unstable();
            all.dedup();
        }
        all
    }

    /// Forms of the source that begin or end with this one.
    fn longer(&self, stem: &str) -> Vec<String> {
        let turned: String = stem.chars().rev().collect();
        let starting = self.forward.range(stem.to_owned()..).take_while(|form| form.starts_with(stem));
        let ending = self.backward.range(turned.clone()..).take_while(|form| form.starts_with(&turned));
        let ending = ending.map(|form| form.chars().rev().collect());
        starting.take(KIN).cloned().chain(ending.take(KIN)).collect()
    }

    /// Whether the source says this value, in whatever spelling.
    pub(super) fn says(&self, value: &Value) -> bool {
        self.values.iter().any(|there| super::known::same(value, there))
    }
}

/// Beginnings and ends of this form that are long enough to be a word.
fn shorter(stem: &str) -> Vec<String> {
    let cuts = stem.char_indices().map(|(at, _)| at);
    let long = |part: &&str| part.chars().count() >= PART && part.len() < stem.len();
    cuts.flat_map(|at| [&stem[..at], &stem[at..]]).filter(long).map(str::to_owned).collect()
}

fn mark(places: &mut Vec<u32>, at: u32) {
    if places.last() != Some(&at) {
        places.push(at);
    }
}

/// A number alone is as often a list's as a fact.
pub(super) fn is_bare(value: &Value) -> bool {
    value.kind == Kind::Number && value.strength == Strength::Weak
}

/// The best stretch of `length` sentences: where it begins and the weight that stands in it, from weights with their places.
pub(super) fn window(passages: usize, length: usize, weighed: &[(f32, &[u32])]) -> (usize, f32) {
    let mut scores = vec![0.0_f32; passages];
    for (weight, places) in weighed {
        let mut from = 0;
        for place in *places {
            let place = *place as usize;
            for score in &mut scores[from.max((place + 1).saturating_sub(length))..=place] {
                *score += weight;
            }
            from = place + 1;
        }
    }
    let mut best = (0, 0.0);
    for (at, score) in scores.into_iter().enumerate() {
        if score > best.1 {
            best = (at, score);
        }
    }
    best
}
