//! What a question asks for (søkeord): its words, the parts of its compounds, words that mean the same, each with its weight.

use super::{
    empty::is_empty_word,
    lexicon,
    synonym::Synonyms,
    term::{Analysis, Stem, Vocabulary, each_word},
};
use domain::evidence::fold;
use std::collections::HashMap;

/// Words of a question that are looked for; what is longer is no question, and hostile text shall not cost more.
const ASKED: usize = 64;
/// Words for which others alike are looked for; each costs a sweep over the whole vocabulary.
const UNKNOWN: usize = 4;
/// Words alike that are taken instead.
const ALIKE: usize = 12;
/// Words that are looked up in the index; the rarest of them find, the others only tell the found apart.
const CLAUSES: usize = 24;
/// BM25: how soon more of the same word stops to tell more…
const DAMP: f32 = 0.9;
/// …and how much a long text has to make up for.
const LENGTH: f32 = 0.4;
/// A related word (koste → gebyr) weighs less than the one that was asked for.
const RELATED: f32 = 0.3;
/// A word that the municipality says means the same weighs nearly as much.
const SAME: f32 = 0.8;

/// One word that is looked for.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    /// Its stem.
    pub(super) stem: String,
    /// How rare it is.
    pub(super) weight: f32,
    /// 1 for a word that was written, less for one that stands in for it.
    pub(super) share: f32,
}

/// A question as it is looked for.
#[derive(Debug, Default)]
pub(super) struct Asked {
    words: Vec<Wanted>,
    /// Where each stem of the collection stands among them.
    places: HashMap<Stem, usize>,
    /// Words that stand side by side in the question, as places.
    pairs: Vec<(usize, usize)>,
    total: f32,
}

/// A word of the question.
struct Word {
    form: String,
    stem: String,
}

impl Asked {
    /// What `question` asks of a collection with these words.
    pub(super) fn of(question: &str, vocabulary: &Vocabulary, synonyms: &Synonyms) -> Self {
        let mut meaning = Meaning { vocabulary, synonyms, analysis: Analysis::new() };
        let words = meaning.words(question);
        let mut own = Self::default();
        let mut before = None;
        for word in &words {
            let meant = meaning.meant(word);
            let first = meant.iter().map(|stem| own.add(stem, meaning.weight(stem), 1.0)).min();
            own.pairs.extend(before.zip(first).filter(|(one, other)| one != other));
            before = first;
        }
        for (stem, share) in words.iter().flat_map(|word| meaning.kin(word)) {
            own.add(&stem, vocabulary.rarity(&stem), share);
        }
        for near in meaning.alike(&words) {
            own.add(near, vocabulary.rarity(near), RELATED);
        }
        own.total = own.words.iter().filter(|word| word.share >= 1.0).map(|word| word.weight).sum::<f32>().max(0.001);
        let numbered = own.words.iter().enumerate();
        own.places = numbered.filter_map(|(at, word)| Some((vocabulary.number_of(&word.stem)?, at))).collect();
        own
    }

    fn add(&mut self, stem: &str, weight: f32, share: f32) -> usize {
        if let Some(at) = self.words.iter().position(|word| word.stem == stem) {
            return at;
        }
        self.words.push(Wanted { stem: stem.to_owned(), weight, share });
        self.words.len() - 1
    }

    /// Whether nothing is asked for.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many words there are; their places are below this.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Where a stem stands among the words.
    pub(super) fn place(&self, stem: Stem) -> Option<usize> {
        self.places.get(&stem).copied()
    }

    /// The words that the index is asked for: those that tell most.
    pub(super) fn telling(&self) -> Vec<&Wanted> {
        let mut all: Vec<&Wanted> = self.words.iter().collect();
        all.sort_by(|one, other| (other.weight * other.share).total_cmp(&(one.weight * one.share)));
        all.truncate(CLAUSES);
        all
    }

    /// The part of the question, by weight, that the words at these places make up: 0 to 1.
    pub(super) fn covered(&self, has: impl Fn(usize) -> bool) -> f32 {
        let words = self.words.iter().enumerate().filter(|(at, _)| has(*at));
        (words.map(|(_, word)| word.weight * word.share).sum::<f32>() / self.total).min(1.0)
    }

    /// BM25 over the words of a whole document: how often each stands in it, and its length by the usual one.
    pub(super) fn weight(&self, times: &[f32], length: f32) -> f32 {
        let damped = |times: f32| times * (DAMP + 1.0) / (times + DAMP * (1.0 - LENGTH + LENGTH * length));
        self.words.iter().zip(times).map(|(word, times)| word.weight * word.share * damped(*times)).sum()
    }

    /// The part of the question's neighbouring words, by weight, that are neighbours here too: 0 to 1.
    pub(super) fn together(&self, near: impl Fn(usize, usize) -> bool) -> f32 {
        let weight = |(one, other): &(usize, usize)| self.words[*one].weight + self.words[*other].weight;
        let all: f32 = self.pairs.iter().map(weight).sum();
        let there: f32 = self.pairs.iter().filter(|(one, other)| near(*one, *other)).map(weight).sum();
        if all > 0.0 { there / all } else { 0.0 }
    }
}

/// What words mean in a collection.
struct Meaning<'a> {
    vocabulary: &'a Vocabulary,
    synonyms: &'a Synonyms,
    analysis: Analysis,
}

impl<'a> Meaning<'a> {
    fn words(&mut self, question: &str) -> Vec<Word> {
        let mut words = Vec::new();
        each_word(question, |word| {
            let form = if words.len() < ASKED { fold::spelled(word) } else { return };
            if !is_empty_word(&form) {
                words.push(Word { stem: self.analysis.stem(&form), form });
            }
        });
        words
    }

    /// What counts as the word. For one that nobody else writes stand a word that means the same, the parts of the compound, or
    /// what records call it.
    fn meant(&mut self, word: &Word) -> Vec<String> {
        let known = |stem: &String| self.vocabulary.has(stem);
        if known(&word.stem) {
            return vec![word.stem.clone()];
        }
        let mut meant: Vec<String> = self.synonyms.of(&word.stem).map(str::to_owned).filter(known).take(1).collect();
        if meant.is_empty() {
            meant =
                self.vocabulary.split(&word.form).into_iter().flatten().map(|part| self.analysis.stem(&part)).collect();
        }
        if meant.is_empty() {
            meant = lexicon::related(&word.form).map(|near| self.analysis.stem(near)).filter(known).take(1).collect();
        }
        if meant.is_empty() { vec![word.stem.clone()] } else { meant }
    }

    /// What means nothing here counts half: it tells that the question is about something else, but not more.
    fn weight(&self, stem: &str) -> f32 {
        self.vocabulary.rarity(stem) / if self.vocabulary.has(stem) { 1.0 } else { 2.0 }
    }

    /// Words that mean the same, are parts of it, or what records say for it; with how much each counts.
    fn kin(&mut self, word: &Word) -> Vec<(String, f32)> {
        let mut kin: Vec<_> = self.synonyms.of(&word.stem).map(|same| (same.to_owned(), SAME)).collect();
        let parts = self.vocabulary.split(&word.form).into_iter().flatten();
        let related = parts.chain(lexicon::related(&word.form).map(str::to_owned));
        kin.extend(related.map(|near| (self.analysis.stem(&near), RELATED)));
        kin
    }

    /// Known words that look like the unknown ones.
    fn alike(&self, words: &[Word]) -> Vec<&'a str> {
        let is_unknown = |word: &&Word| !self.vocabulary.has(&word.stem) && word.stem.chars().count() > 4;
        words.iter().filter(is_unknown).take(UNKNOWN).flat_map(|word| self.vocabulary.near(&word.stem, ALIKE)).collect()
    }
}
