//! A line of `units.jsonl`: where mail can be forwarded (enhet).

use super::{Line, address_fault, empty_fault};
use serde::{Deserialize, Serialize};

/// A unit of the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unit {
    /// Its id, for example `byggesak`.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// Where its mail goes.
    pub(crate) email: String,
    /// What it answers for, in the words of those who write to it.
    #[serde(default)]
    pub(crate) about: String,
}

impl From<Unit> for domain::sort::Unit {
    fn from(Unit { id, name, email, about }: Unit) -> Self {
        Self { id, name, email, about }
    }
}

impl Line for Unit {
    const FILE: &'static str = "units.jsonl";
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }
    fn key_field() -> &'static str {
        "id"
    }
    fn faults(&self) -> Vec<(String, String)> {
        let empty =
            [("id", &self.id), ("name", &self.name)].into_iter().filter_map(|(field, text)| empty_fault(field, text));
        empty.chain(address_fault("email".to_owned(), Some(&self.email))).collect()
    }
}
