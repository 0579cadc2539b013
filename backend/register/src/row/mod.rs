//! The lines of a records folder (datalinjer), exactly as the files of a records folder hold them.

mod answer;
mod article;
mod case;
mod day;
mod synonym;
mod unit;

pub(crate) use answer::Answer;
pub(crate) use article::{Article, Kind};
pub(crate) use case::{AccessRow, CaseRow, DocumentRow, EntryRow, PartyRow, ResponsibleRow};
pub(crate) use day::Day;
pub(crate) use synonym::SynonymRow;
pub(crate) use unit::Unit;

use serde::{Serialize, de::DeserializeOwned};

/// A line of one of the files.
pub(crate) trait Line: Serialize + DeserializeOwned {
    /// The file.
    const FILE: &'static str;
    /// What no two lines share, in the order the lines are kept.
    type Key: Ord + Clone + std::fmt::Display + std::hash::Hash;

    /// Its key.
    fn key(&self) -> Self::Key;
    /// The name of the key's field.
    fn key_field() -> &'static str;
    /// What a single field cannot tell: field and remedy.
    fn faults(&self) -> Vec<(String, String)>;
}

/// An address that a mail could have: something before and after one `@`.
fn is_address(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    !name.is_empty() && domain.contains('.') && !domain.contains('@') && !text.contains(char::is_whitespace)
}

fn address_fault(field: String, address: Option<&str>) -> Option<(String, String)> {
    let wrong = address.is_some_and(|address| !is_address(address));
    wrong.then(|| (field, "write an e-mail address such as post@example.no, or null".to_owned()))
}

fn empty_fault(field: &str, text: &str) -> Option<(String, String)> {
    text.trim().is_empty().then(|| (field.to_owned(), "write something here".to_owned()))
}
