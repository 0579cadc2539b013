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

    /// Files the bytes of a document; the kernel must have counted the same checksum.
    pub(crate) async fn file(&self, href: &str, kind: &str, bytes: &[u8]) -> Result<(), Failure> {
        let request = |request: RequestBuilder| {
            request.header(header::CONTENT_TYPE, kind).header(header::ACCEPT, NOARK).body(bytes.to_vec())
        };
        let stored: Version = self.read(self.carried_out(Method::POST, href, request).await?).await?;
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

fn bodied(request: RequestBuilder, value: &Value) -> RequestBuilder {
    request.header(header::CONTENT_TYPE, NOARK).header(header::ACCEPT, NOARK).body(value.to_string())
}

/// A code as it is sent.
pub(crate) fn code(code: &str) -> Value {
    json!({ "kode": code })
}
