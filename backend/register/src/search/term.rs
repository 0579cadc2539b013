//! Words as they are compared (ordform): lower case, one written standard, stemmed; compounds in their parts.

use super::{
    fold::{self, is_empty_word},
    lexicon,
    passage::Weights,
};
use std::collections::{HashMap, HashSet};
use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

/// The shortest part of a compound.
const PART: usize = 4;
/// Words of a question that are looked for; what is longer is no question, and hostile text shall not cost more.
const ASKED: usize = 64;
/// The longest word that is taken apart; longer ones are no words.
const LONGEST: usize = 60;

/// One word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// In lower case and bokmål.
    pub(super) form: String,
    /// Its stem.
    pub(super) stem: String,
}

/// From text to words; keeps stems it has made.
pub(super) struct Analysis {
    stemmer: TextAnalyzer,
    known: HashMap<String, String>,
}

impl Analysis {
    pub(super) fn new() -> Self {
        let stemmer = TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(Language::Norwegian)).build();
        Self { stemmer, known: HashMap::new() }
    }

    /// The words that carry meaning, in order.
    pub(super) fn words(&mut self, text: &str) -> Vec<Word> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut all = Vec::new();
        for word in words {
            let form = fold::fold(&word.to_lowercase());
            if !is_empty_word(&form) {
                let stem = self.stem(&form);
                all.push(Word { form, stem });
            }
        }
        all
    }

    /// Their stems.
    pub(super) fn terms(&mut self, text: &str) -> Vec<String> {
        self.words(text).into_iter().map(|word| word.stem).collect()
    }

    fn stem(&mut self, form: &str) -> String {
        if let Some(stem) = self.known.get(form) {
            return stem.clone();
        }
        let mut stream = self.stemmer.token_stream(form);
        let stem = if stream.advance() { stream.token().text.clone() } else { form.to_owned() };
        self.known.insert(form.to_owned(), stem.clone());
        stem
    }
}

/// The words of a collection: in how many of its texts each stands, and which forms there are.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    texts: usize,
    counts: HashMap<String, usize>,
    forms: HashSet<String>,
}

impl Vocabulary {
    pub(super) fn of<'a>(analysis: &mut Analysis, texts: impl Iterator<Item = &'a str>) -> Self {
        let mut own = Self::default();
        for text in texts.filter(|text| !text.is_empty()) {
            own.texts += 1;
            let words = analysis.words(text);
            let stems: HashSet<_> = words.iter().map(|word| word.stem.clone()).collect();
            for stem in stems {
                *own.counts.entry(stem).or_default() += 1;
            }
            own.forms.extend(words.into_iter().map(|word| word.form));
        }
        own
    }

    /// The stems of a word and of the parts it is made of, where the collection, or the lexicon, knows the parts as words.
    pub(super) fn parts(&self, word: &Word, analysis: &mut Analysis) -> Vec<String> {
        let mut all = vec![word.stem.clone()];
        if word.form.len() <= LONGEST {
            for part in self.split(&word.form) {
                all.push(analysis.stem(&part));
            }
        }
        all
    }

    fn is_word(&self, form: &str) -> bool {
        self.forms.contains(form) || lexicon::is_word(form)
    }

    /// Both parts of the most even split; a linking `s` or `e` belongs to neither.
    fn split(&self, form: &str) -> Vec<String> {
        let places = form.char_indices().map(|(at, _)| at).filter(|at| *at >= PART && form.len() - at >= PART);
        let mut best: Option<(usize, Vec<String>)> = None;
        for at in places {
            let (first, last) = form.split_at(at);
            let link = ["", "s", "e"].into_iter().filter_map(|link| first.strip_suffix(link));
            let Some(first) = link.into_iter().find(|part| part.len() >= PART && self.is_word(part)) else { continue };
            let uneven = first.len().abs_diff(last.len());
            if self.is_word(last) && best.as_ref().is_none_or(|(least, _)| uneven < *least) {
                best = Some((uneven, vec![first.to_owned(), last.to_owned()]));
            }
        }
        best.map_or_else(Vec::new, |(_, parts)| parts)
    }

    /// What a question asks for: its words, the parts of its compounds, words related to them, each with how rare it is.
    pub(super) fn asked(&self, question: &str) -> Weights {
        let mut analysis = Analysis::new();
        let mut weights = Weights::default();
        let mut words = analysis.words(question);
        words.truncate(ASKED);
        for word in &words {
            for (stem, weight) in self.meant(word, &mut analysis) {
                weights.add(&stem, weight, false);
            }
        }
        for word in &words {
            for part in self.parts(word, &mut analysis) {
                weights.add(&part, self.rarity(&part), true);
            }
            for near in self.near(&word.stem) {
                weights.add(near, self.rarity(near), true);
            }
            for related in lexicon::related(&word.form) {
                let related = analysis.stem(related);
                weights.add(&related, self.rarity(&related), true);
            }
        }
        weights
    }

    /// A word as it counts. For one that nobody else writes stand the parts of the compound, or what records call it; what
    /// still means nothing here counts half: it tells that the question is about something else, but not more.
    fn meant(&self, word: &Word, analysis: &mut Analysis) -> Vec<(String, f32)> {
        let known = |stem: &String| self.counts.contains_key(stem);
        if known(&word.stem) {
            return vec![(word.stem.clone(), self.rarity(&word.stem))];
        }
        let mut meant: Vec<_> = self.parts(word, analysis).into_iter().skip(1).collect();
        if meant.is_empty() {
            meant = lexicon::related(&word.form).map(|near| analysis.stem(near)).filter(known).take(1).collect();
        }
        if meant.is_empty() {
            return vec![(word.stem.clone(), self.rarity(&word.stem) / 2.0)];
        }
        meant.into_iter().map(|stem| (stem.clone(), self.rarity(&stem))).collect()
    }

    /// For a stem that stands nowhere: those it is a part of, or that begin alike (a slip of the pen, an unknown compound).
    fn near(&self, stem: &str) -> Vec<&str> {
        let unknown = !self.counts.contains_key(stem) && stem.chars().count() > PART;
        let beginning: String = stem.chars().take(6).collect();
        let alike = |other: &&String| other.contains(stem) || (beginning.len() >= 6 && other.starts_with(&beginning));
        let mut all: Vec<&str> = Vec::new();
        if unknown {
            all.extend(self.counts.keys().filter(alike).map(String::as_str));
            all.sort_unstable();
            all.truncate(12);
        }
        all
    }

    /// Robertson's measure: rare words tell more.
    fn rarity(&self, stem: &str) -> f32 {
        let count = self.counts.get(stem).copied().unwrap_or_default();
        #[allow(clippy::cast_precision_loss)]
        let (texts, count) = (self.texts as f32, count as f32);
        (1.0 + (texts - count + 0.5).max(0.0) / (count + 0.5)).ln()
    }
}
