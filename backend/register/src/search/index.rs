//! The index (søkeindeks): which documents hold which words; in memory only, and without the texts themselves.

use super::{
    asked::{Asked, Wanted},
    passage,
    synonym::Synonyms,
    term::{Stem, Vocabulary, each_word},
};
use domain::port::{Failure, FailureKind};
use std::{borrow::Cow, ops::Range};
use tantivy::{
    DocAddress, Index as Tantivy, IndexReader, IndexWriter, ReloadPolicy, Score, Searcher, TantivyDocument, Term,
    collector::TopDocs,
    fastfield::Column,
    indexer::NoMergePolicy,
    query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery},
    schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
    tokenizer::{PreTokenizedString, Token},
};

/// Memory the index may use while it is built.
const ARENA: usize = 64 * 1024 * 1024;
/// Candidates whose passages are read again.
pub(crate) const CANDIDATES: usize = 60;
/// Candidates that are looked at where most do not fit.
const LOOKED_AT: usize = 16 * CANDIDATES;
/// A word in the title weighs as much as this many in the text.
const TITLE: usize = 2;
/// So many places in the index are looked through for the rarest words; at a million documents a common word has as many.
const BUDGET: u64 = 100_000;
/// So many words at once are looked for where common ones had to be left out.
const TOGETHER_AT_MOST: usize = 4;
/// A part of a compound weighs less than the word.
const PART: Score = 0.35;
/// How much the best passage, with the title, adds to the score of the whole.
const PASSAGE: Score = 1.0;
/// How much it adds that words stand together as in the question.
const TOGETHER: Score = 0.5;

/// What is searched in; the index asks for the texts of the few it found, and keeps none itself.
pub trait Corpus {
    /// How many documents.
    fn size(&self) -> usize;
    /// The title of the one at this place.
    fn title(&self, at: usize) -> Cow<'_, str>;
    /// Its text.
    fn text(&self, at: usize) -> Cow<'_, str>;
}

/// A document found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Which, in the order they were handed in.
    pub at: usize,
    /// How well it fits; comparable within one query only.
    pub score: f32,
    /// How much of the question, by the weight of its words, stands in title and best passage: 0 to 1.
    pub covered: f32,
    /// Where in the text its best passage lies, in bytes.
    pub passage: Range<usize>,
}

/// How many are wanted, and which.
pub struct Wish<'a> {
    /// At most so many.
    pub limit: usize,
    /// Whether the one at this place may be among them.
    pub fits: &'a dyn Fn(usize) -> bool,
}

type Clauses = Vec<(Occur, Box<dyn Query>)>;

#[derive(Clone, Copy)]
struct Fields {
    at: Field,
    word: Field,
    part: Field,
}

/// The words of a corpus.
pub struct Index {
    vocabulary: Vocabulary,
    synonyms: Synonyms,
    fields: Fields,
    reader: IndexReader,
    /// For each segment where its documents stand in the corpus: opening that for every hit would cost as much as the search.
    places: Vec<Column<u64>>,
}

pub(super) fn broken(error: &tantivy::TantivyError) -> Failure {
    Failure::new(FailureKind::Unavailable, "register", format!("the index cannot be used: {error}"))
}

impl Index {
    /// Indexes a corpus in memory.
    ///
    /// # Errors
    /// `Unavailable` when the index cannot be built.
    pub fn of(corpus: &(impl Corpus + ?Sized), synonyms: Synonyms) -> Result<Self, Failure> {
        let vocabulary = Vocabulary::of((0..corpus.size()).flat_map(|at| [corpus.title(at), corpus.text(at)]));
        Self::filled(corpus, vocabulary, synonyms).map_err(|error| broken(&error))
    }

    fn filled(corpus: &(impl Corpus + ?Sized), vocabulary: Vocabulary, synonyms: Synonyms) -> tantivy::Result<Self> {
        let (schema, fields) = schema();
        let index = Tantivy::create_in_ram(schema);
        // One thread and no merging on the way, so that the same documents always give the same order.
        let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, ARENA)?;
        writer.set_merge_policy(Box::new(NoMergePolicy));
        let stems = vocabulary.stems();
        for at in 0..corpus.size() {
            writer.add_document(row(fields, &vocabulary, &stems, (at, &corpus.title(at), &corpus.text(at))))?;
        }
        writer.commit()?;
        whole(&index, writer)?;
        drop(stems);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let segments = reader.searcher();
        let places = segments.segment_readers().iter().map(|segment| segment.fast_fields().u64("at"));
        let places = places.collect::<tantivy::Result<_>>()?;
        Ok(Self { vocabulary, synonyms, fields, reader, places })
    }

    /// The best documents for a question, best first; equal ones in their own order.
    ///
    /// # Errors
    /// `Unavailable` when the index cannot be read.
    pub fn hits(&self, corpus: &(impl Corpus + ?Sized), question: &str, wish: &Wish<'_>) -> Result<Vec<Hit>, Failure> {
        let asked = Asked::of(question, &self.vocabulary, &self.synonyms);
        if asked.is_empty() || wish.limit == 0 {
            return Ok(Vec::new());
        }
        let found = self.candidates(&asked, wish.fits).map_err(|error| broken(&error))?;
        let mut hits: Vec<_> = found.into_iter().map(|at| self.hit(corpus, &asked, at)).collect();
        hits.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.at.cmp(&other.at)));
        hits.truncate(wish.limit);
        Ok(hits)
    }

    /// Documents with the rarest words, and, where common words had to be left out, those that have several of the words at once.
    /// In the order found: they are read again and ranked by what stands in them.
    fn candidates(&self, asked: &Asked, fits: &dyn Fn(usize) -> bool) -> tantivy::Result<Vec<usize>> {
        let searcher = self.reader.searcher();
        let mut found = Vec::with_capacity(2 * CANDIDATES);
        let (clauses, left_out) = self.clauses(&searcher, asked)?;
        if left_out {
            for together in (2..=TOGETHER_AT_MOST).rev() {
                if found.len() < CANDIDATES
                    && let Some(query) = self.at_once(asked, together)
                {
                    self.collect(&query, fits, &mut found)?;
                }
            }
        }
        self.collect(&BooleanQuery::new(clauses), fits, &mut found)?;
        Ok(found)
    }

    /// The rarest words first, until so many documents have one of them that looking through more would take too long; and whether
    /// any were left out. Nothing but terms side by side: then tantivy passes over blocks of documents that cannot come among the best.
    fn clauses(&self, searcher: &Searcher, asked: &Asked) -> tantivy::Result<(Clauses, bool)> {
        let mut clauses: Clauses = Vec::new();
        let mut cost = 0;
        for word in asked.telling() {
            for (field, boost) in [(self.fields.word, 1.0), (self.fields.part, PART)] {
                let term = Term::from_field_text(field, &word.stem);
                cost += searcher.doc_freq(&term)?;
                if cost > BUDGET && !clauses.is_empty() {
                    return Ok((clauses, true));
                }
                let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                clauses.push((Occur::Should, Box::new(BoostQuery::new(Box::new(query), boost * word.share))));
            }
        }
        Ok((clauses, false))
    }

    /// The rarest words of the question, all in one document; nothing when it has fewer.
    fn at_once(&self, asked: &Asked, together: usize) -> Option<BooleanQuery> {
        let words = asked.telling().into_iter().filter(|word| word.share >= 1.0).take(together);
        let clause = |word: &Wanted| -> (Occur, Box<dyn Query>) {
            let term = Term::from_field_text(self.fields.word, &word.stem);
            (Occur::Must, Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)))
        };
        let clauses: Vec<_> = words.map(clause).collect();
        (clauses.len() == together).then(|| BooleanQuery::new(clauses))
    }

    /// The places of the best documents, each once. What does not fit must not crowd out what does: where most do not, more are looked at.
    fn collect(
        &self,
        query: &BooleanQuery,
        fits: &dyn Fn(usize) -> bool,
        found: &mut Vec<usize>,
    ) -> tantivy::Result<()> {
        let (searcher, enough) = (self.reader.searcher(), found.len() + CANDIDATES);
        for looked_at in [CANDIDATES, LOOKED_AT] {
            let best = searcher.search(query, &TopDocs::with_limit(looked_at).order_by_score())?;
            let all = best.len() < looked_at;
            let mut fitting = 0;
            for (_, DocAddress { segment_ord, doc_id }) in best {
                let column = self.places.get(segment_ord as usize);
                let at = column.and_then(|column| column.first(doc_id)).and_then(|at| usize::try_from(at).ok());
                let Some(at) = at.filter(|at| fitting < CANDIDATES && fits(*at)) else { continue };
                fitting += 1;
                if found.len() < enough && !found.contains(&at) {
                    found.push(at);
                }
            }
            if all || fitting >= CANDIDATES / 2 {
                break;
            }
        }
        Ok(())
    }

    fn hit(&self, corpus: &(impl Corpus + ?Sized), asked: &Asked, at: usize) -> Hit {
        let best = passage::best(&corpus.title(at), &corpus.text(at), asked, &self.vocabulary);
        let score = best.weight * (1.0 + PASSAGE * best.covered + TOGETHER * best.together);
        Hit { at, score, covered: best.covered, passage: best.passage }
    }
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default().set_tokenizer("raw").set_index_option(IndexRecordOption::WithFreqs);
    let words = TextOptions::default().set_indexing_options(indexing);
    let fields = Fields {
        at: schema.add_u64_field("at", FAST),
        word: schema.add_text_field("word", words.clone()),
        part: schema.add_text_field("part", words),
    };
    (schema.build(), fields)
}

/// One segment is searched faster than many, and holds each word once.
fn whole(index: &Tantivy, mut writer: IndexWriter) -> tantivy::Result<()> {
    let segments = index.searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
        writer.garbage_collect_files().wait()?;
    }
    writer.wait_merging_threads()
}

fn row(
    fields: Fields,
    vocabulary: &Vocabulary,
    stems: &[&str],
    (at, title, text): (usize, &str, &str),
) -> TantivyDocument {
    let (mut words, mut parts): (Vec<Stem>, Vec<Stem>) = (Vec::new(), Vec::new());
    for text in std::iter::repeat_n(title, TITLE).chain([text]) {
        each_word(text, |word| {
            if let Some((stem, of_word)) = vocabulary.look_up(word) {
                words.push(stem);
                parts.extend(of_word);
            }
        });
    }
    let mut row = TantivyDocument::default();
    row.add_u64(fields.at, at as u64);
    row.add_pre_tokenized_text(fields.word, tokens(&words, stems));
    row.add_pre_tokenized_text(fields.part, tokens(&parts, stems));
    row
}

/// Words that are analysed already, as tantivy takes them.
fn tokens(words: &[Stem], stems: &[&str]) -> PreTokenizedString {
    let token = |(position, stem): (usize, &Stem)| Token {
        offset_from: 0,
        offset_to: 0,
        position,
        text: stems[*stem as usize].to_owned(),
        position_length: 1,
    };
    PreTokenizedString { text: String::new(), tokens: words.iter().enumerate().map(token).collect() }
}
