//! The code lists (kodelister), read from `code.txt`; more codes can be added while the kernel runs.

use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Lists by name, each with codes and their names.
pub(super) struct Codes(BTreeMap<String, Vec<(String, String)>>);

impl Codes {
    pub(super) fn read() -> Self {
        let mut all: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        let mut list = String::new();
        for line in include_str!("code.txt").lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            match line.trim_start().split_once(' ') {
                Some((code, name)) if line.starts_with(' ') => {
                    all.entry(list.clone()).or_default().push((code.to_owned(), name.to_owned()));
                }
                _ => {
                    line.trim().clone_into(&mut list);
                    all.entry(list.clone()).or_default();
                }
            }
        }
        Self(all)
    }

    pub(super) fn lists(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub(super) fn of(&self, list: &str) -> Option<&[(String, String)]> {
        self.0.get(list).map(Vec::as_slice)
    }

    /// The code as it stands in an object.
    pub(super) fn value(&self, list: &str, code: &str) -> Option<Value> {
        let name = self.of(list)?.iter().find(|(known, _)| known == code)?.1.clone();
        Some(json!({ "kode": code, "kodenavn": name }))
    }

    pub(super) fn put(&mut self, list: &str, code: &str, name: &str) {
        let codes = self.0.entry(list.to_owned()).or_default();
        codes.retain(|(known, _)| known != code);
        codes.push((code.to_owned(), name.to_owned()));
    }

    pub(super) fn drop(&mut self, list: &str, code: &str) {
        if let Some(codes) = self.0.get_mut(list) {
            codes.retain(|(known, _)| known != code);
        }
    }
}
