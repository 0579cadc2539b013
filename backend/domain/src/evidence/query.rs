//! What is looked for (søk): made from the questions, not from the whole mail.

use crate::thread::Thread;
use jiff::civil::Date;

/// A search in the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// One text per question, with its subject words.
    pub questions: Vec<String>,
    /// The day for which prices and rules must hold.
    pub on: Date,
    /// How many hits per question.
    pub limit: usize,
}

impl Query {
    /// The query of a thread, asked on `on`.
    #[must_use]
    pub fn of(thread: &Thread, on: Date) -> Self {
        Self { questions: thread.questions().to_vec(), on, limit: 5 }
    }
}
