//! Full-text search (fulltekstsøk) in Norwegian: stems, both written standards, compounds, and the passage that answers best.

mod asked;
mod fold;
mod index;
mod lexicon;
mod passage;
mod synonym;
mod term;

use domain::port::Failure;
pub use index::{Corpus, Hit, Index, Wish};
use std::borrow::Cow;
pub use synonym::Synonyms;

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

impl Corpus for [Document] {
    fn size(&self) -> usize {
        self.len()
    }
    fn title(&self, at: usize) -> Cow<'_, str> {
        Cow::Borrowed(&self[at].title)
    }
    fn text(&self, at: usize) -> Cow<'_, str> {
        Cow::Borrowed(&self[at].text)
    }
}

/// Documents with their index in memory.
pub struct Documents {
    documents: Box<[Document]>,
    /// Their places in the order of their ids.
    by_id: Vec<u32>,
    index: Index,
}

impl std::fmt::Debug for Documents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} documents", self.documents.len())
    }
}

impl Documents {
    /// Indexes documents in memory, in the order given.
    ///
    /// # Errors
    /// `Unavailable` when the index cannot be built.
    pub fn index(documents: impl IntoIterator<Item = Document>) -> Result<Self, Failure> {
        let documents: Box<[_]> = documents.into_iter().collect();
        let index = Index::of(&*documents, Synonyms::default())?;
        let mut by_id: Vec<u32> = (0..).take(documents.len()).collect();
        by_id.sort_by(|one, other| documents[*one as usize].id.cmp(&documents[*other as usize].id));
        Ok(Self { documents, by_id, index })
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
        self.index.hits(&*self.documents, query, &Wish { limit: k, fits: &|_| true })
    }

    /// The ids of the best documents, at most `k`: the one that the query names by its id, then those with its words.
    ///
    /// # Errors
    /// `Unavailable` when the index cannot be read.
    pub fn find(&self, query: &str, k: usize) -> Result<Vec<String>, Failure> {
        let named = self.by_id.binary_search_by(|at| self.documents[*at as usize].id.as_str().cmp(query.trim()));
        let named = named.ok().map(|at| self.by_id[at] as usize);
        let hits = self.hits(query, k)?.into_iter().map(|hit| hit.at).filter(|at| Some(*at) != named);
        Ok(named.into_iter().chain(hits).take(k).map(|at| self.documents[at].id.clone()).collect())
    }

    /// The best documents for which `fits` holds of their place.
    ///
    /// # Errors
    /// `Unavailable` when the index cannot be read.
    pub fn hits_where(&self, query: &str, k: usize, fits: &dyn Fn(usize) -> bool) -> Result<Vec<Hit>, Failure> {
        self.index.hits(&*self.documents, query, &Wish { limit: k, fits })
    }
}
