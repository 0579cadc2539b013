//! A collection that is searched at the command line (søkt samling), by its words or by its meaning too.

use domain::port::{Embedder, Failure};
use register::{Register, search::Documents};
use std::sync::Arc;
use tokio::runtime::Runtime;

/// Hits told for one query.
const HITS: usize = 10;

/// What is searched in.
pub(super) enum Collection {
    Register(Box<Register>),
    Documents(Box<Documents>),
}

/// A collection, and what runs its search by meaning where there is one.
pub(super) struct Searched {
    collection: Collection,
    runtime: Option<Runtime>,
}

impl Searched {
    /// By its words alone.
    pub(super) fn by_words(collection: Collection) -> Self {
        Self { collection, runtime: None }
    }

    /// By words and meaning, which is learned first. What cannot be learned is searched by its words; the embedder's log says so.
    pub(super) fn by_meaning(collection: Collection, embedder: Arc<dyn Embedder>) -> Result<Self, String> {
        let runtime = Runtime::new().map_err(|error| format!("the runtime did not start: {error}"))?;
        let collection = match collection {
            Collection::Register(register) => {
                let register = register.meant_by(embedder);
                let _ = runtime.block_on(register.learn());
                Collection::Register(Box::new(register))
            }
            Collection::Documents(documents) => {
                let documents = documents.meant_by(embedder);
                let _ = runtime.block_on(documents.learn());
                Collection::Documents(Box::new(documents))
            }
        };
        Ok(Self { collection, runtime: Some(runtime) })
    }

    /// The ids of what is found, best first.
    pub(super) fn find(&self, query: &str) -> Result<Vec<String>, Failure> {
        match (&self.collection, &self.runtime) {
            (Collection::Register(register), None) => register.find(query, HITS),
            (Collection::Register(register), Some(runtime)) => runtime.block_on(register.find_meant(query, HITS)),
            (Collection::Documents(documents), None) => documents.find(query, HITS),
            (Collection::Documents(documents), Some(runtime)) => runtime.block_on(documents.find_meant(query, HITS)),
        }
    }
}
