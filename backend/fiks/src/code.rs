//! The code lists of the archive (kodelister), as it answers them.

use crate::{
    ask::Archive,
    message::{fetch, result},
};
use domain::port::{CodeList, CodeRow, Failure};

/// A list; none where the archive, or the standard, has none of the kind.
pub(crate) async fn list(archive: &Archive, list: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
    let Some(name) = name(list) else { return Ok(None) };
    let rows = archive.find(&fetch::codes(name), |xml| result::codes(xml).map(Some)).await?;
    Ok(rows.map(|rows| rows.into_iter().map(row).collect()))
}

/// The standard does not say that a code is no longer used.
fn row((code, name): (String, String)) -> CodeRow {
    CodeRow { name: if name.trim().is_empty() { code.clone() } else { name }, code, expired: false }
}

/// What the standard calls a list. The provision that a restriction rests on is written there as a text.
fn name(list: CodeList) -> Option<&'static str> {
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
