//! A line of `synonyms.jsonl`: words that mean the same here (synonymer).

use super::Line;
use serde::{Deserialize, Serialize};

/// Words that mean the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SynonymRow {
    pub(crate) words: Vec<String>,
}

impl Line for SynonymRow {
    const FILE: &'static str = "synonyms.jsonl";
    type Key = String;

    fn key(&self) -> String {
        let mut words: Vec<String> = self.words.iter().map(|word| word.to_lowercase()).collect();
        words.sort_unstable();
        words.join(", ")
    }
    fn key_field() -> &'static str {
        "words"
    }
    fn faults(&self) -> Vec<(String, String)> {
        if self.words.len() < 2 {
            return vec![("words".to_owned(), "write two words or more that mean the same".to_owned())];
        }
        let wrong = |(_, word): &(usize, &String)| word.is_empty() || !word.chars().all(char::is_alphanumeric);
        let remedy = |(at, _)| (format!("words[{at}]"), "write one word, letters and digits only".to_owned());
        self.words.iter().enumerate().filter(wrong).map(remedy).collect()
    }
}
