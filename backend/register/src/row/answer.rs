//! A line of `answers.jsonl`: what we once answered by mail (tidligere svar), taken out of a folder of mail.

use super::{Line, day::Day, empty_fault};
use crate::search::Corpus;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// An answer of ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answer {
    /// The Message-ID, or a sum of the mail where it has none.
    pub(crate) id: String,
    /// The subject, without what mail programs put before it.
    pub(crate) title: String,
    /// When it was sent.
    pub(crate) date: Day,
    /// Whom it went to and whom it answers, by their addresses in lower case: what is kept of them is found by these.
    pub(crate) to: Vec<String>,
    /// Our own words, without quotes and signature.
    pub(crate) text: String,
}

impl Corpus for [Answer] {
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

impl Line for Answer {
    const FILE: &'static str = "answers.jsonl";
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }
    fn key_field() -> &'static str {
        "id"
    }
    fn faults(&self) -> Vec<(String, String)> {
        [("id", &self.id), ("text", &self.text)]
            .into_iter()
            .filter_map(|(field, text)| empty_fault(field, text))
            .collect()
    }
}
