//! Asking eInnsyn (forespørsel): words of the matter, page by page, within bounds on time and size; the key goes to it alone.

use crate::{
    Settings, Wrong, failure,
    wire::{Entry, Page},
};
use domain::port::Failure;
use futures::StreamExt;
use jiff::Timestamp;
use reqwest::{Client, Url, header, redirect::Policy};
use std::fmt;

/// Entries of one page; the interface takes 100 at most.
const PAGE: &str = "25";
/// Pages of one search.
const PAGES: usize = 3;
/// The header of the key.
const KEY: &str = "API-KEY";

/// The interface.
pub(crate) struct Door {
    settings: Settings,
    base: Url,
    bodies: String,
    client: Client,
}

impl fmt::Debug for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.base)
    }
}

impl Door {
    pub(crate) fn new(settings: Settings) -> Result<Self, Wrong> {
        let (base, bodies) = (settings.base()?, settings.bodies()?);
        let client = Client::builder().redirect(Policy::none()).timeout(settings.timeout).build();
        let client = client.map_err(|_| Wrong { field: "url", remedy: "the client for it cannot be made" })?;
        Ok(Self { settings, base, bodies, client })
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Where an entry is.
    pub(crate) fn address(&self, id: &str) -> Option<String> {
        let is_id = id.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_');
        self.base.join(&format!("journalpost/{id}")).ok().filter(|_| is_id && !id.is_empty()).map(String::from)
    }

    /// What was answered to others about this, the nearest first; entries that are the public's at this time.
    pub(crate) async fn answered(&self, words: &str, (most, now): (usize, Timestamp)) -> Result<Vec<Entry>, Failure> {
        let mut next = Some(self.search(words)?);
        let mut all = Vec::new();
        for _ in 0..PAGES {
            let Some(url) = next.take().filter(|_| all.len() < most) else { break };
            let page = self.page(url).await?;
            let is_empty = page.items.is_empty();
            all.extend(page.items.into_iter().filter_map(|item| published(item, now)));
            next = page.next.filter(|_| !is_empty).map(|next| self.own(&next)).transpose()?;
        }
        all.truncate(most);
        Ok(all)
    }

    /// Whether it answers.
    pub(crate) async fn reach(&self) -> Result<(), Failure> {
        let mut url = self.base.join("search").map_err(|_| failure::garbled("its address"))?;
        url.query_pairs_mut().append_pair("limit", "1").append_pair("entity", "Journalpost");
        self.page(url).await.map(|_| ())
    }

    fn search(&self, words: &str) -> Result<Url, Failure> {
        let mut url = self.base.join("search").map_err(|_| failure::garbled("its address"))?;
        let mut asked = url.query_pairs_mut();
        asked.append_pair("query", words).append_pair("entity", "Journalpost");
        asked.append_pair("journalposttype", "utgaaende_dokument").append_pair("sortBy", "score");
        // Lists are one parameter, joined by commas.
        asked.append_pair("limit", PAGE).append_pair("expand", "saksmappe,journalenhet");
        if !self.bodies.is_empty() {
            asked.append_pair("administrativEnhet", &self.bodies);
        }
        drop(asked);
        Ok(url)
    }

    /// An address that eInnsyn gave; nothing goes anywhere else.
    fn own(&self, next: &str) -> Result<Url, Failure> {
        let url = self.base.join(next).map_err(|_| failure::garbled("the address of its next page"))?;
        if url.origin() == self.base.origin() { Ok(url) } else { Err(failure::elsewhere()) }
    }

    async fn page(&self, url: Url) -> Result<Page, Failure> {
        let mut request = self.client.get(url).header(header::ACCEPT, "application/json");
        if let Some(key) = &self.settings.key {
            request = request.header(KEY, key.reveal());
        }
        let answer = request.send().await.map_err(failure::connection)?;
        if !answer.status().is_success() {
            return Err(failure::of_status(answer.status()));
        }
        let limit = self.settings.answer_bytes;
        let mut body = Vec::new();
        let mut stream = answer.bytes_stream();
        while let Some(chunk) = stream.next().await {
            body.extend_from_slice(&chunk.map_err(failure::connection)?);
            if body.len() > limit {
                return Err(failure::too_large(limit));
            }
        }
        serde_json::from_slice(&body)
            .map_err(|error| failure::garbled(&format!("line {}, column {}", error.line(), error.column())))
    }
}

/// An entry that anyone may see, and that is an answer; whatever else stands in the list is let be.
fn published(item: serde_json::Value, now: Timestamp) -> Option<Entry> {
    let entry: Entry = serde_json::from_value(item).ok()?;
    (entry.is_open(now) && entry.journalposttype == "utgaaende_dokument").then_some(entry)
}
