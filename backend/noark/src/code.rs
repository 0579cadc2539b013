//! The code lists of the kernel (kodelister): the house's own, with the codes it has added.

use crate::{
    ask::Kernel,
    wire::{Door, Row},
};
use domain::port::{CodeList, CodeRow, Failure};

/// Codes of one list that are read.
const CODES: usize = 1_000;

/// A list; none where the kernel, or the standard, has none of the kind.
pub(crate) async fn list(kernel: &Kernel, list: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
    let Some(name) = name(list) else { return Ok(None) };
    let root: Door = kernel.get(kernel.base().as_str()).await?;
    let Some(lists) = root.links.to("metadata") else { return Ok(None) };
    let lists: Door = kernel.get(lists).await?;
    let Some(href) = lists.links.to(&format!("metadata/{name}")) else { return Ok(None) };
    let rows: Vec<Row> = kernel.list(href, &[], CODES).await?;
    Ok(Some(rows.into_iter().map(row).collect()))
}

/// Codes of the standard do not expire; one that is not used any more is taken out of its list.
fn row(row: Row) -> CodeRow {
    CodeRow { name: row.kodenavn.unwrap_or_else(|| row.kode.clone()), code: row.kode, expired: false }
}

/// What the standard calls a list. The provision that a restriction rests on is written there as a text.
pub(crate) fn name(list: CodeList) -> Option<&'static str> {
    Some(match list {
        CodeList::CaseStatus => "saksstatus",
        CodeList::EntryKind => "journalposttype",
        CodeList::EntryStatus => "journalstatus",
        CodeList::Access => "tilgangsrestriksjon",
        CodeList::Role => "korrespondanseparttype",
        CodeList::PartyRole => "partrolle",
        CodeList::DocumentKind => "dokumenttype",
        CodeList::LegalBasis => return None,
    })
}
