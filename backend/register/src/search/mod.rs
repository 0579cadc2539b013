//! Full-text search (fulltekstsøk) in Norwegian: stems, both written standards, compounds, and the passage that answers best.

mod fold;
mod lexicon;
mod passage;
mod term;

use domain::port::{Failure, FailureKind};
use passage::{Passage, Weights};
use tantivy::{
    DocAddress, Index, IndexReader, Score, TantivyDocument, Term,
    collector::TopDocs,
    query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery},
    schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
    tokenizer::{PreTokenizedString, Token},
};
use term::{Analysis, Vocabulary};

/// Memory the index may use while it is built.
const ARENA: usize = 32 * 1024 * 1024;
/// Candidates whose passages are read again.
const CANDIDATES: usize = 60;
/// A word in the title weighs as much as this many in the text.
const TITLE: Score = 2.0;
/// A part of a compound weighs less than the word.
const PART: Score = 0.35;
/// A related word (koste → gebyr) weighs less than the one that was asked for.
const RELATED: Score = 0.3;
/// How much the best passage, with the title, adds to the score of the whole.
const PASSAGE: Score = 1.0;

/// One document, as it is handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// Its title, where it has one.
    pub title: String,
    /// Its text.
    pub text: String,
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
    pub passage: std::ops::Range<usize>,
}

#[derive(Clone, Copy)]
struct Fields {
    at: Field,
    title: Field,
    body: Field,
    part: Field,
}

/// Documents with their index in memory.
pub struct Documents {
    documents: Vec<Document>,
    passages: Vec<Vec<Passage>>,
    titles: Vec<Vec<String>>,
    vocabulary: Vocabulary,
    fields: Fields,
    reader: IndexReader,
}

impl std::fmt::Debug for Documents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} documents", self.documents.len())
    }
}

fn broken(error: &tantivy::TantivyError) -> Failure {
    Failure::new(FailureKind::Unavailable, "register", format!("the index cannot be used: {error}"))
}

impl Documents {
    /// Indexes documents in memory, in the order given.
    ///
    /// # Errors
    /// `Unavailable` when the index cannot be built.
    pub fn index(documents: impl IntoIterator<Item = Document>) -> Result<Self, Failure> {
        let documents: Vec<_> = documents.into_iter().collect();
        let mut analysis = Analysis::new();
        let vocabulary = Vocabulary::of(&mut analysis, documents.iter().flat_map(|one| [&*one.title, &*one.text]));
        let passages = documents.iter().map(|one| passage::split(&one.text, &mut analysis)).collect();
        let titles = documents.iter().map(|one| analysis.terms(&one.title)).collect();
        let mut own =
            Self { documents, passages, titles, vocabulary, ..Self::empty().map_err(|error| broken(&error))? };
        own.fill(&mut analysis).map_err(|error| broken(&error))?;
        Ok(own)
    }

    fn empty() -> tantivy::Result<Self> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default().set_tokenizer("raw").set_index_option(IndexRecordOption::WithFreqs);
        let words = TextOptions::default().set_indexing_options(indexing);
        let fields = Fields {
            at: schema.add_u64_field("at", FAST),
            title: schema.add_text_field("title", words.clone()),
            body: schema.add_text_field("body", words.clone()),
            part: schema.add_text_field("part", words),
        };
        let reader = Index::create_in_ram(schema.build()).reader()?;
        let (documents, passages, titles) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { documents, passages, titles, vocabulary: Vocabulary::default(), fields, reader })
    }

    fn fill(&mut self, analysis: &mut Analysis) -> tantivy::Result<()> {
        let index = self.reader.searcher().index().clone();
        // One thread, so that the same documents always give the same order.
        let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, ARENA)?;
        for (at, document) in (0_u64..).zip(&self.documents) {
            let (title, body) = (analysis.words(&document.title), analysis.words(&document.text));
            let parts = title.iter().chain(&body).flat_map(|word| self.vocabulary.parts(word, analysis)).collect();
            let stems = |words: Vec<term::Word>| words.into_iter().map(|word| word.stem).collect();
            let mut row = TantivyDocument::default();
            row.add_u64(self.fields.at, at);
            row.add_pre_tokenized_text(self.fields.title, tokens(stems(title)));
            row.add_pre_tokenized_text(self.fields.body, tokens(stems(body)));
            row.add_pre_tokenized_text(self.fields.part, tokens(parts));
            writer.add_document(row)?;
        }
        writer.commit()?;
        self.reader.reload()
    }

    /// The documents, in the order they were handed in.
    #[must_use]
    pub fn all(&self) -> &[Document] {
        &self.documents
    }

    /// The best documents for a question, best first, at most `k`; equal ones in their own order.
    ///
    /// # Errors
    /// `Unavailable` when the index cannot be read.
    pub fn hits(&self, query: &str, k: usize) -> Result<Vec<Hit>, Failure> {
        self.hits_where(query, k, &|_| true)
    }

    /// The best documents for which `fits` holds of their place.
    ///
    /// # Errors
    /// `Unavailable` when the index cannot be read.
    pub fn hits_where(&self, query: &str, k: usize, fits: &dyn Fn(usize) -> bool) -> Result<Vec<Hit>, Failure> {
        let asked = self.vocabulary.asked(query);
        if asked.is_empty() || k == 0 {
            return Ok(Vec::new());
        }
        let found = self.candidates(&asked, fits).map_err(|error| broken(&error))?;
        let mut hits: Vec<_> = found.into_iter().map(|(score, at)| self.hit(&asked, score, at)).collect();
        hits.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.at.cmp(&other.at)));
        hits.truncate(k);
        Ok(hits)
    }

    fn candidates(&self, asked: &Weights, fits: &dyn Fn(usize) -> bool) -> tantivy::Result<Vec<(Score, usize)>> {
        let searcher = self.reader.searcher();
        // What does not hold on the day must not crowd out what does.
        let limit = CANDIDATES.max(self.documents.len().min(4 * CANDIDATES));
        let found = searcher.search(&self.query(asked), &TopDocs::with_limit(limit).order_by_score())?;
        let mut places = Vec::with_capacity(found.len());
        for (score, DocAddress { segment_ord, doc_id }) in found {
            let column = searcher.segment_reader(segment_ord).fast_fields().u64("at")?;
            let at = column.first(doc_id).and_then(|at| usize::try_from(at).ok());
            places.extend(at.filter(|at| fits(*at)).map(|at| (score, at)));
        }
        places.truncate(CANDIDATES);
        Ok(places)
    }

    fn query(&self, asked: &Weights) -> BooleanQuery {
        let fields = [(self.fields.title, TITLE), (self.fields.body, 1.0), (self.fields.part, PART)];
        let clause = |field: Field, text: &str, weight: Score| -> (Occur, Box<dyn Query>) {
            let term = TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::WithFreqs);
            (Occur::Should, Box::new(BoostQuery::new(Box::new(term), weight)))
        };
        let clauses = asked.words().flat_map(|(word, related)| {
            let weight = if related { RELATED } else { 1.0 };
            fields.iter().map(move |(field, boost)| clause(*field, word, boost * weight))
        });
        BooleanQuery::new(clauses.collect())
    }

    fn hit(&self, asked: &Weights, score: Score, at: usize) -> Hit {
        let best = passage::best(&self.passages[at], &self.titles[at], asked);
        let passage = passage::widened(&self.documents[at].text, &self.passages[at], best.at);
        Hit { at, score: score * (1.0 + PASSAGE * best.covered), covered: best.covered, passage }
    }
}

/// Words that are analysed already, as the index takes them.
fn tokens(words: Vec<String>) -> PreTokenizedString {
    let token = |(position, text)| Token { offset_from: 0, offset_to: 0, position, text, position_length: 1 };
    PreTokenizedString { text: String::new(), tokens: words.into_iter().enumerate().map(token).collect() }
}
