//! A line of `articles.jsonl`: knowledge that is not a case (kunnskapsartikkel, gebyr, lov, vedtak).

use super::{
    Line,
    day::{Day, order_fault},
    empty_fault,
};
use crate::search::Corpus;
use domain::evidence::Origin;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Article,
    Fee,
    Law,
    Decision,
}

impl From<Kind> for Origin {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Article => Self::Article,
            Kind::Fee => Self::Fee,
            Kind::Law => Self::Law,
            Kind::Decision => Self::Decision,
        }
    }
}

/// An article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) kind: Kind,
    pub(crate) title: String,
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) url: Option<String>,
    #[serde(default)]
    pub(crate) unit: Option<String>,
    #[serde(default)]
    pub(crate) language: Option<String>,
    #[serde(default)]
    pub(crate) valid_from: Option<Day>,
    #[serde(default)]
    pub(crate) valid_to: Option<Day>,
}

impl Article {
    /// Title and text.
    pub(crate) fn whole(&self) -> String {
        format!("{}\n{}", self.title, self.text)
    }

    /// Whether it holds on a day; without dates it always does.
    pub(crate) fn holds(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from.0 <= day) && self.valid_to.is_none_or(|to| day <= to.0)
    }
}

impl Corpus for [Article] {
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

impl Line for Article {
    const FILE: &'static str = "articles.jsonl";
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }
    fn key_field() -> &'static str {
        "id"
    }
    fn faults(&self) -> Vec<(String, String)> {
        let filled = [("id", &self.id), ("title", &self.title), ("text", &self.text)];
        let empty = filled.into_iter().filter_map(|(field, text)| empty_fault(field, text));
        let plain = |url: &String| !(url.starts_with("https://") || url.starts_with("http://"));
        let url = self.url.as_ref().filter(|url| plain(url));
        let url = url.map(|_| ("url".to_owned(), "write an address that begins with https://, or null".to_owned()));
        empty.chain(url).chain(order_fault("valid_to", self.valid_from, self.valid_to)).collect()
    }
}
