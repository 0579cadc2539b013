//! Words as they are compared (ordform): lower case, one written standard, stemmed; compounds in their parts.

use super::{empty::is_empty_word, lexicon};
use domain::evidence::fold;
use std::collections::HashMap;
use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

/// The shortest part of a compound, in bytes.
const PART: usize = 4;
/// The longest word that is taken apart or stemmed; longer ones are no words.
const LONGEST: usize = 60;

/// A stem by its number in the [`Vocabulary`].
pub(super) type Stem = u32;

/// A word as somebody wrote it.
#[derive(Clone, Copy, Debug)]
struct Form {
    /// Nothing for a word that carries no meaning.
    stem: Option<Stem>,
    /// The parts of a compound.
    parts: [Option<Stem>; 2],
}

/// From a word in lower case to its form in one standard and its stem.
pub(super) struct Analysis {
    stemmer: TextAnalyzer,
}

impl Analysis {
    pub(super) fn new() -> Self {
        Self {
            stemmer: TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(Language::Norwegian)).build(),
        }
    }

    pub(super) fn stem(&mut self, form: &str) -> String {
        if form.len() > LONGEST {
            return form.to_owned();
        }
        let mut stream = self.stemmer.token_stream(form);
        if stream.advance() { stream.token().text.clone() } else { form.to_owned() }
    }
}

/// The words of a text, each in lower case; written so that a long text costs no memory of its own.
pub(super) fn each_word(text: &str, mut tell: impl FnMut(&str)) {
    let mut lower = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.chars().any(char::is_uppercase) {
            lower.clear();
            lower.extend(word.chars().flat_map(char::to_lowercase));
            tell(&lower);
        } else {
            tell(word);
        }
    }
}

/// The words of a collection: which forms there are, and in how many of its texts each stem stands.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    texts: u32,
    words: u64,
    forms: HashMap<Box<str>, Form>,
    numbers: HashMap<Box<str>, Stem>,
    counts: Vec<u32>,
    /// All stems in order, each on a line, so that words alike are found in one sweep.
    lines: String,
}

impl Vocabulary {
    /// Counts the words of texts; a title counts as a text of its own.
    pub(super) fn of<'a>(texts: impl Iterator<Item = std::borrow::Cow<'a, str>>) -> Self {
        let mut own = Self::default();
        let mut analysis = Analysis::new();
        let mut there: Vec<Stem> = Vec::new();
        for text in texts.filter(|text| !text.is_empty()) {
            own.texts += 1;
            there.clear();
            each_word(&text, |word| there.extend(own.met(word, &mut analysis)));
            own.words += there.len() as u64;
            there.sort_unstable();
            there.dedup();
            for stem in &there {
                own.counts[*stem as usize] += 1;
            }
        }
        own.settle();
        own
    }

    /// The stem of a word, which is now known.
    fn met(&mut self, word: &str, analysis: &mut Analysis) -> Option<Stem> {
        if let Some(form) = self.forms.get(word) {
            return form.stem;
        }
        let folded = fold::spelled(word);
        let stem = (!is_empty_word(&folded)).then(|| self.number(analysis.stem(&folded)));
        let form = Form { stem, parts: [None; 2] };
        self.forms.entry(folded.into()).or_insert(form);
        self.forms.insert(word.into(), form);
        stem
    }

    fn number(&mut self, stem: String) -> Stem {
        let next = Stem::try_from(self.counts.len()).unwrap_or(Stem::MAX);
        let number = *self.numbers.entry(stem.into()).or_insert(next);
        if number == next {
            self.counts.push(0);
        }
        number
    }

    /// Once all words are known, compounds can be taken apart.
    fn settle(&mut self) {
        let mut analysis = Analysis::new();
        let compounds: Vec<_> =
            self.forms.keys().filter_map(|word| Some((word.clone(), self.split(&fold::spelled(word))?))).collect();
        for (word, parts) in compounds {
            let parts = parts.map(|part| Some(self.number(analysis.stem(&part))));
            if let Some(form) = self.forms.get_mut(&word) {
                form.parts = parts;
            }
        }
        self.forms.shrink_to_fit();
        let mut stems: Vec<&str> = self.numbers.keys().map(|stem| &**stem).collect();
        stems.sort_unstable();
        self.lines = format!("\n{}\n", stems.join("\n"));
    }

    /// The stem of a word of the collection, and the parts it is made of.
    pub(super) fn look_up(&self, word: &str) -> Option<(Stem, impl Iterator<Item = Stem> + use<>)> {
        let form = self.forms.get(word)?;
        Some((form.stem?, form.parts.into_iter().flatten()))
    }

    /// The number of a stem that stands in the collection.
    pub(super) fn number_of(&self, stem: &str) -> Option<Stem> {
        self.numbers.get(stem).copied()
    }

    /// Whether any text has it.
    pub(super) fn has(&self, stem: &str) -> bool {
        self.count(stem) > 0
    }

    /// In how many texts a stem stands.
    pub(super) fn count(&self, stem: &str) -> u32 {
        self.numbers.get(stem).map_or(0, |number| self.counts[*number as usize])
    }

    fn is_word(&self, form: &str) -> bool {
        self.forms.contains_key(form) || lexicon::is_word(form)
    }

    /// Both parts of the most even split of a compound; a linking `s` or `e` belongs to neither.
    pub(super) fn split(&self, form: &str) -> Option<[String; 2]> {
        if form.len() > LONGEST || form.len() < 2 * PART {
            return None;
        }
        let places = form.char_indices().map(|(at, _)| at).filter(|at| *at >= PART && form.len() - at >= PART);
        let mut best: Option<(usize, &str, &str)> = None;
        for at in places {
            let (first, last) = form.split_at(at);
            if !self.is_word(last) {
                continue;
            }
            let link = ["", "s", "e"].into_iter().filter_map(|link| first.strip_suffix(link));
            let Some(first) = link.into_iter().find(|part| part.len() >= PART && self.is_word(part)) else { continue };
            let uneven = first.len().abs_diff(last.len());
            if best.is_none_or(|(least, ..)| uneven < least) {
                best = Some((uneven, first, last));
            }
        }
        best.map(|(_, first, last)| [first.to_owned(), last.to_owned()])
    }

    /// For a stem that stands nowhere: those it is a part of, or that begin alike (a slip of the pen, an unknown compound).
    pub(super) fn near(&self, stem: &str, limit: usize) -> Vec<&str> {
        let beginning: String = stem.chars().take(6).collect();
        let mut all = self.lines_with(stem, limit);
        if beginning.chars().count() == 6 {
            all.extend(self.lines_from(&beginning, limit));
        }
        all.sort_unstable();
        all.dedup();
        all.truncate(limit);
        all
    }

    /// The first lines that begin so; they stand side by side, and are found by halving.
    fn lines_from(&self, beginning: &str, limit: usize) -> Vec<&str> {
        let (mut low, mut high) = (0, self.lines.len());
        while low < high {
            let middle = self.lines.floor_char_boundary(low.midpoint(high));
            let start = self.lines[..middle].rfind('\n').map_or(0, |end| end + 1);
            let end = self.lines[middle..].find('\n').map_or(self.lines.len(), |end| middle + end);
            if &self.lines[start..end] < beginning { low = end + 1 } else { high = start }
        }
        let rest = self.lines.get(low..).unwrap_or_default().lines();
        rest.take_while(|line| line.starts_with(beginning)).take(limit).collect()
    }

    fn lines_with(&self, part: &str, limit: usize) -> Vec<&str> {
        let whole = |(at, _): (usize, &str)| {
            let start = self.lines[..at].rfind('\n').map_or(0, |end| end + 1);
            let end = self.lines[at..].find('\n').map_or(self.lines.len(), |end| at + end);
            &self.lines[start..end]
        };
        self.lines.match_indices(part).take(limit).map(whole).collect()
    }

    /// A length in words by the usual one.
    pub(super) fn relative(&self, length: usize) -> f32 {
        #[allow(clippy::cast_precision_loss)]
        let (length, words, texts) = (length as f32, self.words as f32, self.texts as f32);
        length * texts / words.max(1.0)
    }

    /// Robertson's measure: rare words tell more.
    pub(super) fn rarity(&self, stem: &str) -> f32 {
        #[allow(clippy::cast_precision_loss)]
        let (texts, count) = (self.texts as f32, self.count(stem) as f32);
        (1.0 + (texts - count + 0.5).max(0.0) / (count + 0.5)).ln()
    }

    /// The stems in the order of their numbers.
    pub(super) fn stems(&self) -> Vec<&str> {
        let mut all = vec![""; self.counts.len()];
        for (stem, number) in &self.numbers {
            all[*number as usize] = stem;
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;

    #[test]
    fn lines_that_begin_alike_are_found_by_halving_as_by_looking_at_all() {
        let text = "tilbygg tilbyggene byggesak bygg ærfugl ærfuglene østre øst a abc garasje garasjer garasjeplass";
        let vocabulary = Vocabulary::of([text.into()].into_iter());
        for (beginning, limit) in
            ["b", "bygg", "garasj", "ær", "ø", "øst", "z", "a", "tilbyg", "å", ""].map(|one| (one, 2))
        {
            let all = vocabulary.lines.lines().filter(|line| line.starts_with(beginning)).take(limit);
            assert_eq!(vocabulary.lines_from(beginning, limit), all.collect::<Vec<_>>(), "{beginning}");
        }
    }
}
