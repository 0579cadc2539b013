//! The query options of a call: `$select`, `$filter`, `$top`, `$orderby`, `$expand`, and the `Prefer` headers.

use super::{
    Refusal,
    filter::{self, Clause},
    percent::pairs,
};
use axum::http::HeaderMap;

/// What the caller wants.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query {
    pub(crate) select: Option<Vec<String>>,
    pub(crate) filter: Vec<Clause>,
    pub(crate) order: Vec<String>,
    pub(crate) top: usize,
    pub(crate) skip: usize,
    /// Properties of attachments, where they are wanted at all; empty means all.
    pub(crate) attachments: Option<Vec<String>>,
    /// The pairs as sent, for the next link.
    pub(crate) pairs: Vec<(String, String)>,
    pub(crate) immutable: bool,
    pub(crate) text: bool,
}

pub(crate) const MESSAGE: [&str; 30] = [
    "id",
    "createdDateTime",
    "lastModifiedDateTime",
    "changeKey",
    "categories",
    "receivedDateTime",
    "sentDateTime",
    "hasAttachments",
    "internetMessageId",
    "subject",
    "bodyPreview",
    "importance",
    "parentFolderId",
    "conversationId",
    "conversationIndex",
    "isDeliveryReceiptRequested",
    "isReadReceiptRequested",
    "isRead",
    "isDraft",
    "webLink",
    "inferenceClassification",
    "body",
    "sender",
    "from",
    "toRecipients",
    "ccRecipients",
    "bccRecipients",
    "replyTo",
    "uniqueBody",
    "internetMessageHeaders",
];
const ATTACHMENT: [&str; 6] = ["id", "name", "contentType", "size", "isInline", "lastModifiedDateTime"];
const FILE: &str = "microsoft.graph.fileAttachment/";
const FILE_ONLY: [&str; 3] = ["contentId", "contentBytes", "contentLocation"];

/// Reads query and headers.
pub(crate) fn read(query: &str, headers: &HeaderMap) -> Result<Query, Refusal> {
    let mut wanted = Query { top: 10, pairs: pairs(query), ..Query::default() };
    for (name, value) in wanted.pairs.clone() {
        option(&mut wanted, &name, &value)?;
    }
    for value in headers.get_all("prefer").iter().filter_map(|value| value.to_str().ok()) {
        for part in value.split(',').map(|part| part.trim().replace('"', "")) {
            wanted.immutable |= part.eq_ignore_ascii_case("IdType=ImmutableId");
            wanted.text |= part.eq_ignore_ascii_case("outlook.body-content-type=text");
        }
    }
    efficient(&wanted)?;
    Ok(wanted)
}

fn option(wanted: &mut Query, name: &str, value: &str) -> Result<(), Refusal> {
    match name {
        "$select" => wanted.select = Some(selected(value)?),
        "$filter" => wanted.filter = filter::read(value)?,
        "$orderby" => wanted.order = value.split(',').map(|it| it.trim().to_owned()).collect(),
        "$top" => {
            let top = value.parse().ok().filter(|top| (1..=1000).contains(top));
            wanted.top = top.ok_or_else(|| Refusal::bad(format!("Invalid value '{value}' for $top query option.")))?;
        }
        "$skiptoken" => wanted.skip = token(value).ok_or_else(|| Refusal::bad("Skip token is malformed."))?,
        "$expand" => wanted.attachments = Some(expanded(value)?),
        "$count" => {}
        _ => return Err(Refusal::bad(format!("The query parameter '{name}' is not supported."))),
    }
    Ok(())
}

fn selected(value: &str) -> Result<Vec<String>, Refusal> {
    let names: Vec<String> = value.split(',').map(|name| name.trim().to_owned()).collect();
    match names.iter().find(|name| !MESSAGE.contains(&name.as_str())) {
        Some(name) => Err(Refusal::property(name, "microsoft.graph.message")),
        None => Ok(names),
    }
}

/// `attachments` or `attachments($select=…)`; what only files have must carry the type's name.
fn expanded(value: &str) -> Result<Vec<String>, Refusal> {
    let rest = value.strip_prefix("attachments").ok_or_else(|| Refusal::property(value, "microsoft.graph.message"))?;
    if rest.is_empty() {
        return Ok(Vec::new());
    }
    let inner = rest.strip_prefix("($select=").and_then(|rest| rest.strip_suffix(')'));
    let inner = inner.ok_or_else(|| Refusal::bad("Parsing OData Select and Expand failed: term is not valid."))?;
    inner.split(',').map(|name| attachment(name.trim())).collect()
}

/// A property of an attachment, without the type's name.
pub(crate) fn attachment(name: &str) -> Result<String, Refusal> {
    if let Some(of_file) = name.strip_prefix(FILE).filter(|it| FILE_ONLY.contains(it)) {
        return Ok(of_file.to_owned());
    }
    let known = ATTACHMENT.contains(&name);
    known.then(|| name.to_owned()).ok_or_else(|| Refusal::property(name, "microsoft.graph.attachment"))
}

/// What is ordered by must come first in the filter, in the same order.
fn efficient(wanted: &Query) -> Result<(), Refusal> {
    for (index, order) in wanted.order.iter().enumerate() {
        let property = order.split(' ').next().unwrap_or_default();
        if !["receivedDateTime", "sentDateTime", "subject", "from/emailAddress/address"].contains(&property) {
            return Err(Refusal::property(property, "microsoft.graph.message"));
        }
        if !wanted.filter.is_empty() && wanted.filter.get(index).is_none_or(|clause| clause.property != property) {
            return Err(Refusal::new(
                400,
                "InefficientFilter",
                "The restriction or sort order is too complex for this operation.",
            ));
        }
    }
    Ok(())
}

/// The token that goes on after so many mails.
pub(crate) fn skip_token(skip: usize) -> String {
    format!("TWN{:x}", skip * 7919)
}

fn token(text: &str) -> Option<usize> {
    let number = usize::from_str_radix(text.strip_prefix("TWN")?, 16).ok()?;
    (number % 7919 == 0).then_some(number / 7919)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_or_refused() {
        let cases = [
            ("$select=id,subject&$top=50", "ok"),
            ("$select=id,nonsense", "RequestBroker--ParseUri"),
            ("$top=1001", "BadRequest"),
            ("$skiptoken=zzz", "BadRequest"),
            ("$search=x", "BadRequest"),
            ("$orderby=receivedDateTime desc", "ok"),
            ("$filter=conversationId eq 'x'&$orderby=receivedDateTime desc", "InefficientFilter"),
            (
                "$filter=receivedDateTime ge 1900-01-01T00:00:00Z and conversationId eq 'x'&$orderby=receivedDateTime",
                "ok",
            ),
            ("$expand=attachments($select=id,contentId)", "RequestBroker--ParseUri"),
            ("$expand=attachments($select=id,microsoft.graph.fileAttachment/contentId)", "ok"),
            ("$expand=extensions", "RequestBroker--ParseUri"),
        ];
        for (query, expected) in cases {
            let read = read(query, &HeaderMap::new());
            assert_eq!(read.as_ref().map_or_else(Refusal::code, |_| "ok"), expected, "{query}");
        }
    }
}
