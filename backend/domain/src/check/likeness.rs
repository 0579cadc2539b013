//! How alike a claim and a source are (likhet): a few shares and counts, each of which a reader could count by hand.

use super::{
    denial,
    reading::{Reading, Role, Word, is_bare, window, words},
};
use crate::{
    scan::pattern::{Pattern, lowered},
    value::{self, Value},
};
use jiff::civil::Date;
use std::collections::HashMap;
use vocabulary::{Span, span::Scalars};

/// The writer speaks of what he thinks, not of what the source says.
static OPINION: Pattern = Pattern::new(concat!(
    r"\b(?:i (?:think|guess|believe|suppose|love|like|hope|know)|not sure|maybe|perhaps|probably|in my opinion|my favou?rite|",
    r"(?:jeg|eg|vi) (?:tror|trur|synes|synest|mener|meiner|antar|håper|håpar|liker|likar)|kanskje|sannsynligvis|sannsynlegvis|antakelig|antageleg|trolig|truleg|etter mi(?:n|tt)? mening)\b",
));
const FIRST: [&str; 16] =
    ["i", "i'm", "i've", "my", "me", "mine", "we", "our", "us", "jeg", "eg", "meg", "min", "mitt", "vi", "vår"];
const SECOND: [&str; 8] = ["you", "your", "you're", "du", "deg", "din", "ditt", "dine"];
/// How many sentences in a row a claim may be drawn from.
const DRAWN_FROM: usize = 3;

/// How a claim stands to a source.
#[derive(Clone, Debug, Default)]
pub(super) struct Likeness {
    /// The weight of its content words that stand together in three sentences of the source; rare words and facts weigh more.
    pub(super) window: f32,
    /// The share of content words that the source has, in the sentence of the claim that has fewest.
    pub(super) weakest: f32,
    /// The share of its words that are small ones which the source does not use: it has been put in other words.
    pub(super) small: f32,
    /// The longest run of content words that the source does not have: a thing added rather than a word changed.
    pub(super) run: usize,
    /// Figures that the source does not have.
    pub(super) figures: usize,
    /// Names that the source does not have.
    pub(super) names: usize,
    /// Speaks of the writer, where the source does not.
    pub(super) first: bool,
    /// Speaks to the reader, where the source does not.
    pub(super) second: bool,
    /// Says that it is what somebody thinks.
    pub(super) opinion: bool,
    /// Asks.
    pub(super) question: bool,
    /// Denies, where the sentences it is drawn from do not.
    pub(super) denies: bool,
    /// Denies what the source says in the same words, or says what it denies.
    pub(super) reversed: bool,
    /// The share of its word pairs in the two sentences that are nearest to it.
    pub(super) near: f32,
    /// Facts that are not in those: what somebody has exchanged, when the rest stands there word for word.
    pub(super) exchanged: Vec<Span>,
    /// What the source does not have anywhere: facts, or words where there are none.
    pub(super) missing: Vec<Span>,
}

/// A claim with what the source has of it.
struct Held<'r> {
    source: &'r Reading,
    sentences: Vec<Vec<Word>>,
    /// For each word, in order, which of the lists tells where it stands.
    listed: Vec<usize>,
    /// The sentences of the source where a form stands, each form once; a value in another spelling stands everywhere.
    lists: Vec<Vec<u32>>,
    /// Values with a unit or a form of their own that the source does not say.
    unsaid: Vec<Span>,
    scalars: Scalars,
}

/// Holds `claim` against `source`.
pub(super) fn of(claim: &str, source: &Reading, today: Date) -> Likeness {
    let held = Held::of(claim, source, today);
    let (near, at) = held.near();
    let (begins, window) = held.window();
    let absent = |role: Role| held.absent().filter(|word| word.role == role).count();
    let denied = source.sentences.iter().skip(begins).take(DRAWN_FROM).any(|sentence| denies(sentence));
    Likeness {
        window,
        weakest: held.weakest(),
        small: held.small(),
        run: held.run(),
        figures: absent(Role::Figure),
        names: absent(Role::Name),
        first: held.speaks(&FIRST),
        second: held.speaks(&SECOND),
        opinion: OPINION.is_match(&lowered(claim)),
        question: claim.trim_end().ends_with('?'),
        denies: held.sentences.iter().any(|sentence| denies(sentence)) && !denied,
        reversed: denial::is_reversed(&held.sentences, source),
        near,
        exchanged: held.exchanged(at, near),
        missing: held.missing(),
    }
}

fn is_fact(word: &Word) -> bool {
    matches!(word.role, Role::Name | Role::Figure)
}

fn denies(sentence: &[Word]) -> bool {
    sentence.iter().any(|word| denial::is(&word.small))
}

impl<'r> Held<'r> {
    fn of(claim: &str, source: &'r Reading, today: Date) -> Self {
        let scalars = Scalars::new(claim);
        let sentences = words(claim);
        let values = value::find(claim, today).into_iter();
        let firm = values.filter(|value| value.kind != value::Kind::Name && !is_bare(value));
        let (said, unsaid): (Vec<Value>, Vec<Value>) = firm.partition(|value| source.says(value));
        let mut lists = vec![(0..source.passages as u32).collect()];
        let mut forms: HashMap<&str, usize> = HashMap::new();
        let mut listed = Vec::new();
        for word in sentences.iter().flatten() {
            let at = *forms.entry(word.stem.as_str()).or_insert_with(|| {
                lists.push(source.places(word));
                lists.len() - 1
            });
            let span = scalars.span(word.bytes.clone());
            let respelled = lists[at].is_empty() && said.iter().any(|value| value.span.contains(span));
            listed.push(if respelled { 0 } else { at });
        }
        let unsaid = unsaid.into_iter().map(|value| value.span).collect();
        Self { source, sentences, listed, lists, unsaid, scalars }
    }

    fn words(&self) -> impl Iterator<Item = &Word> {
        self.sentences.iter().flatten()
    }

    fn placed(&self) -> impl Iterator<Item = (&Word, &Vec<u32>)> {
        self.words().zip(self.listed.iter().map(|at| &self.lists[*at]))
    }

    fn span(&self, word: &Word) -> Span {
        self.scalars.span(word.bytes.clone())
    }

    /// The words that say something and that the source has not.
    fn absent(&self) -> impl Iterator<Item = &Word> {
        self.placed().filter(|(word, places)| word.role != Role::Function && places.is_empty()).map(|(word, _)| word)
    }

    /// What the source does not have: facts, or words where no fact is missing.
    fn missing(&self) -> Vec<Span> {
        let facts: Vec<Span> = self.absent().filter(|word| is_fact(word)).map(|word| self.span(word)).collect();
        if facts.is_empty() { self.absent().map(|word| self.span(word)).collect() } else { facts }
    }

    /// Whether the claim has one of these words and the source has not.
    fn speaks(&self, list: &[&str]) -> bool {
        let said = |word: &str| list.contains(&word) && !self.source.small.contains(word);
        self.words().any(|word| said(&word.small))
    }

    /// The share of words that are small ones which the source does not use.
    fn small(&self) -> f32 {
        let other = self.placed().filter(|(word, places)| word.role == Role::Function && places.is_empty());
        other.count() as f32 / self.listed.len().max(1) as f32
    }

    /// The longest run of content words that the source does not have.
    fn run(&self) -> usize {
        let content = self.placed().filter(|(word, _)| word.role != Role::Function);
        let (mut run, mut longest) = (0, 0);
        for (_, places) in content {
            run = if places.is_empty() { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        longest
    }

    /// The share of content words in the sentence that has fewest; a sentence of one word weighs nothing.
    fn weakest(&self) -> f32 {
        let mut places = self.listed.iter().map(|at| &self.lists[*at]);
        let mut weakest = 1.0_f32;
        for sentence in &self.sentences {
            let (mut all, mut there) = (0, 0);
            for (word, places) in sentence.iter().zip(places.by_ref()) {
                if word.role != Role::Function {
                    all += 1;
                    there += usize::from(!places.is_empty());
                }
            }
            if all >= 2 {
                weakest = weakest.min(there as f32 / all as f32);
            }
        }
        weakest
    }

    /// Where the claim is drawn from, and the weight of its content words that stands there.
    fn window(&self) -> (usize, f32) {
        let weight = |word: &Word, places: &[u32]| {
            let rare = (1.0 + self.source.passages as f32 / (places.len() as f32 + 0.5)).ln();
            if is_fact(word) { 1.5 * rare } else { rare }
        };
        let mut weighed: Vec<(f32, &[u32])> = self.lists.iter().map(|list| (0.0, list.as_slice())).collect();
        for (word, at) in self.words().zip(&self.listed).filter(|(word, _)| word.role != Role::Function) {
            weighed[*at].0 += weight(word, &self.lists[*at]);
        }
        let all: f32 = weighed.iter().map(|(weight, _)| weight).sum();
        let (at, best) = window(self.source.passages, DRAWN_FROM, &weighed);
        (at, if all > 0.0 { best / all } else { 1.0 })
    }

    /// The two sentences in a row that have most of the claim's word pairs: which share, and where.
    fn near(&self) -> (f32, usize) {
        let pairs = || self.sentences.iter().flat_map(|sentence| sentence.windows(2));
        let mut counted: HashMap<(&str, &str), (f32, &[u32])> = HashMap::new();
        for pair in pairs() {
            let places = || (0.0, self.source.pair(&pair[0], &pair[1]));
            counted.entry((&pair[0].stem, &pair[1].stem)).or_insert_with(places).0 += 1.0;
        }
        let weighed: Vec<(f32, &[u32])> = counted.into_values().collect();
        let (at, best) = window(self.source.passages, 2, &weighed);
        (best / pairs().count().max(1) as f32, at)
    }

    /// Facts of the claim that stand neither in the two sentences at `at` nor in the title. The first word of a sentence has its
    /// capital anyway; it counts as a fact where nearly all else stands there word for word.
    fn exchanged(&self, at: usize, near: f32) -> Vec<Span> {
        let there = |places: &[u32]| places.iter().any(|place| [0, at, at + 1].contains(&(*place as usize)));
        let capital = |word: &Word| word.begins && word.role == Role::Content && word.capital;
        let counts = |word: &Word| is_fact(word) || near >= 0.7 && capital(word);
        let gone = self.placed().filter(|(word, places)| counts(word) && !there(places));
        let words = gone.map(|(word, _)| self.span(word));
        let loose = words.filter(|word| !self.unsaid.iter().any(|value| value.contains(*word)));
        let mut all: Vec<Span> = self.unsaid.iter().copied().chain(loose).collect();
        all.sort_unstable();
        all
    }
}
