//! Full-text search (fulltekstsøk) in Norwegian: stems, both written standards, compounds, and the passage that answers best.

mod asked;
mod empty;
mod fuse;
mod index;
mod lexicon;
mod meaning;
mod passage;
mod synonym;
mod term;
mod vector;

use domain::port::{Embedder, Failure};
pub(crate) use fuse::{Named, fused};
pub(crate) use index::CANDIDATES;
pub use index::{Corpus, Hit, Index, Wish};
pub(crate) use meaning::{Meaning, Meant};
use std::{borrow::Cow, sync::Arc};
pub use synonym::Synonyms;
pub use vector::{Near, Place, Vectors};

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
    meaning: Option<Meaning>,
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
        Ok(Self { documents, by_id, index, meaning: None })
    }

    /// The same, to be searched by their meaning too once they are learned.
    #[must_use]
    pub fn meant_by(self, embedder: Arc<dyn Embedder>) -> Self {
        Self { meaning: Some(Meaning::new(embedder)), ..self }
    }

    /// Learns the meaning of the documents; gives how many passages they have. What was learned before a failure stays.
    ///
    /// # Errors
    /// The embedder's failure.
    pub async fn learn(&self) -> Result<usize, Failure> {
        match &self.meaning {
            Some(meaning) => meaning.learn(&*self.documents).await,
            None => Ok(0),
        }
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
        Ok(self.told(query, k, self.hits(query, k)?))
    }

    /// The same by words and meaning together; by words alone where the embedder does not answer.
    ///
    /// # Errors
    /// `Unavailable` when the index cannot be read.
    pub async fn find_meant(&self, query: &str, k: usize) -> Result<Vec<String>, Failure> {
        let Some(meaning) = &self.meaning else { return self.find(query, k) };
        match meaning.asked(&[query.to_owned()], &[]).await.pop().flatten() {
            Some(meant) => Ok(self.told(query, k, self.meant(meaning, query, &meant)?)),
            None => self.find(query, k),
        }
    }

    fn meant(&self, meaning: &Meaning, query: &str, meant: &Meant) -> Result<Vec<Hit>, Failure> {
        let near = meaning.nearest(meant, &Wish { limit: CANDIDATES, fits: &|_| true });
        let mut hits = fused(self.hits(query, CANDIDATES)?, near, meant.is_whole);
        Named::of(query).first(&mut hits, |hit| {
            let document = &self.documents[hit.at];
            format!("{}\n{}", document.title, document.text)
        });
        Ok(hits)
    }

    /// The ids of hits, behind the document that the query names by its own.
    fn told(&self, query: &str, k: usize, hits: Vec<Hit>) -> Vec<String> {
        let named = self.by_id.binary_search_by(|at| self.documents[*at as usize].id.as_str().cmp(query.trim()));
        let named = named.ok().map(|at| self.by_id[at] as usize);
        let hits = hits.into_iter().map(|hit| hit.at).filter(|at| Some(*at) != named);
        named.into_iter().chain(hits).take(k).map(|at| self.documents[at].id.clone()).collect()
    }

    /// The best documents for which `fits` holds of their place.
    ///
    /// # Errors
    /// `Unavailable` when the index cannot be read.
    pub fn hits_where(&self, query: &str, k: usize, fits: &dyn Fn(usize) -> bool) -> Result<Vec<Hit>, Failure> {
        self.index.hits(&*self.documents, query, &Wish { limit: k, fits })
    }
}
