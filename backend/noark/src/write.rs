//! Making, changing and deleting objects (skriving): each made at the relation that offers it, changed only as it was read.

use crate::{
    ask::{Kernel, NOARK},
    failure,
    link::Links,
    wire::Version,
};
use domain::port::Failure;
use reqwest::{Method, RequestBuilder, Response, header};
use serde::Deserialize;
use serde_json::{Value, json};

/// Bytes of a file from which on the kernel is asked how much it takes at once.
const ASKED: usize = 1 << 20;
/// Bytes of one part of a larger file, at most.
const PART: usize = 8 << 20;

/// An object that was made or read, with what its entity tag said.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Made {
    #[serde(rename = "systemID")]
    pub(crate) system_id: String,
    pub(crate) journalpostnummer: Option<u32>,
    #[serde(rename = "_links")]
    pub(crate) links: Links,
    #[serde(skip)]
    tag: Option<String>,
}

impl Made {
    /// Where it is.
    pub(crate) fn href(&self) -> Result<&str, Failure> {
        self.links.own().ok_or_else(|| failure::lacking("self"))
    }
}

impl Kernel {
    /// Makes an object of what the kernel fills in and of what is sent.
    pub(crate) async fn make(&self, href: &str, values: &Value) -> Result<Made, Failure> {
        let mut whole: Value = self.get(href).await?;
        if let (Some(whole), Some(values)) = (whole.as_object_mut(), values.as_object()) {
            whole.remove("_links");
            whole.extend(values.clone());
        }
        self.made(self.carried_out(Method::POST, href, |request| bodied(request, &whole)).await?).await
    }

    /// An object as it stands.
    pub(crate) async fn stands(&self, href: &str) -> Result<Made, Failure> {
        self.made(self.carried_out(Method::GET, href, |request| request.header(header::ACCEPT, NOARK)).await?).await
    }

    async fn made(&self, answer: Response) -> Result<Made, Failure> {
        let tag = answer.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok()).map(str::to_owned);
        let made: Made = self.read(answer).await?;
        Ok(Made { tag, ..made })
    }

    /// Changes some of an object (RFC 7396), as long as nobody else has since it was read.
    pub(crate) async fn merge(&self, made: &Made, values: &Value) -> Result<(), Failure> {
        let request = |request: RequestBuilder| {
            let request = request.header(header::CONTENT_TYPE, "application/merge-patch+json").body(values.to_string());
            // The standard's text names the one header, its older kernels heed the other.
            match made.tag.as_deref() {
                Some(tag) => request.header(header::IF_MATCH, tag).header(header::ETAG, tag),
                None => request,
            }
        };
        // Only the object itself proves that it was changed: something on the way may answer well and do nothing.
        self.made(self.carried_out(Method::PATCH, made.href()?, request).await?).await.map(|_| ())
    }

    /// Files the bytes of a document: whole, or in parts where they are more than the kernel takes at once. It must have counted the same
    /// checksum.
    pub(crate) async fn file(&self, href: &str, kind: &str, bytes: &[u8]) -> Result<(), Failure> {
        // Small files are sent without asking: no kernel takes less.
        if bytes.len() > ASKED
            && let Some(bulk) = self.bulk().await?
            && bytes.len() > bulk
        {
            return self.file_in_parts(href, kind, (bytes, bulk)).await;
        }
        let request = |request: RequestBuilder| {
            request.header(header::CONTENT_TYPE, kind).header(header::ACCEPT, NOARK).body(bytes.to_vec())
        };
        self.is_filed(self.carried_out(Method::POST, href, request).await?, bytes).await
    }

    /// Opens a session, then sends part after part to where the kernel says the next one goes.
    async fn file_in_parts(&self, href: &str, kind: &str, (bytes, bulk): (&[u8], usize)) -> Result<(), Failure> {
        let opening = |request: RequestBuilder| {
            let request = request.header("X-Upload-Content-Type", kind).header(header::CONTENT_LENGTH, 0);
            request.header("X-Upload-Content-Length", bytes.len()).header(header::ACCEPT, NOARK)
        };
        let opened = self.carried_out(Method::POST, href, opening).await?;
        let mut place = next_place(&opened).ok_or_else(|| failure::lacking("a place for the parts of a file"))?;
        let mut from = 0;
        for part in bytes.chunks(bulk.clamp(1, PART)) {
            let range = format!("bytes {from}-{}/{}", from + part.len() - 1, bytes.len());
            let sending = |request: RequestBuilder| {
                let request = request.header(header::CONTENT_TYPE, kind).header(header::CONTENT_RANGE, &range);
                request.header(header::ACCEPT, NOARK).body(part.to_vec())
            };
            let answer = self.carried_out(Method::PUT, &place, sending).await?;
            from += part.len();
            if from == bytes.len() {
                return self.is_filed(answer, bytes).await;
            }
            place = next_place(&answer).unwrap_or(place);
        }
        Err(failure::garbled("it did not file what was sent"))
    }

    async fn is_filed(&self, answer: Response, bytes: &[u8]) -> Result<(), Failure> {
        let stored: Version = self.read(answer).await?;
        if stored.sjekksum.is_some() && stored.is_true(bytes) {
            return Ok(());
        }
        Err(failure::garbled("it did not file what was sent"))
    }

    /// Deletes an object.
    pub(crate) async fn delete(&self, href: &str) -> Result<(), Failure> {
        let tag = self.stands(href).await?.tag;
        let request = |request: RequestBuilder| match tag.as_deref() {
            Some(tag) => request.header(header::IF_MATCH, tag).header(header::ETAG, tag),
            None => request,
        };
        self.carried_out(Method::DELETE, href, request).await.map(|_| ())
    }
}

/// Where the next part of a file goes.
fn next_place(answer: &Response) -> Option<String> {
    answer.headers().get(header::LOCATION)?.to_str().ok().map(str::to_owned)
}

fn bodied(request: RequestBuilder, value: &Value) -> RequestBuilder {
    request.header(header::CONTENT_TYPE, NOARK).header(header::ACCEPT, NOARK).body(value.to_string())
}

/// A code as it is sent.
pub(crate) fn code(code: &str) -> Value {
    json!({ "kode": code })
}
