//! What we know (kunnskapsgrunnlag): numbered excerpts that a draft may cite, each with its origin, date and access.

pub mod earlier;
pub mod fact;
pub mod fold;
pub mod matching;
mod outward;
pub mod passage;
pub mod query;
mod relation;
mod same;
pub mod seek;
pub mod select;
pub mod sentence;
pub mod several;
pub mod source;
pub mod unread;
pub mod word;

pub use matching::CaseMatch;
pub use query::Query;
pub use seek::Seek;
pub use select::select;
pub use several::{Gathered, Silent};
pub use source::{Origin, Source};
pub use unread::{Contents, Unread};

/// One numbered source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The number in the text, from 1.
    pub number: u16,
    /// The source.
    pub source: Source,
}

/// The sources of one draft, in an order that makes sense to a person; may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    items: Vec<Item>,
}

impl Evidence {
    /// Sources that were selected before, as the store or a file gives them back.
    #[must_use]
    pub fn restored(items: Vec<Item>) -> Self {
        Self { items }
    }

    /// All of them.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The one with this number.
    #[must_use]
    pub fn get(&self, number: u16) -> Option<&Source> {
        self.items.iter().find(|item| item.number == number).map(|item| &item.source)
    }
}
