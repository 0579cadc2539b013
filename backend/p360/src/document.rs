//! The texts of a case's documents (dokumenttekst): fetched in the person's name for what the person sees, and read.

use crate::{
    ask::{Service, Upn},
    failure,
    wire::{File, Remark, WithFile},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use domain::{
    case::{Case, Document, FileRef},
    port::{DocumentText, Documents, Failure, FailureKind, Said, Unreadable},
};
use futures::future::try_join_all;
use serde_json::json;

/// The operation that gives a file.
const GET_FILE: &str = "FileService/GetFileWithMetadata";

/// A text, or why there is none.
type Read = Result<String, Unreadable>;

/// Fetches and reads.
pub(crate) struct Texts<'a> {
    pub(crate) service: &'a Service,
    pub(crate) person: &'a Upn,
    pub(crate) documents: &'a dyn Documents,
}

impl Texts<'_> {
    /// The same case with the texts of its documents, all asked for at once.
    pub(crate) async fn of(&self, mut case: Case) -> Result<Case, Failure> {
        let documents = case.entries.iter_mut().flat_map(|entry| &mut entry.documents);
        try_join_all(documents.map(|document| self.fill(document))).await?;
        Ok(case)
    }

    async fn fill(&self, document: &mut Document) -> Result<(), Failure> {
        let Some(recno) = document.file.as_ref().and_then(|FileRef(place)| place.parse::<u64>().ok()) else {
            return Ok(());
        };
        match self.text(recno).await {
            Ok(Ok(text)) => document.text = text,
            // What cannot be read is no source, and told; the rest of the case is one.
            Ok(Err(reason)) => document.unread = Some(reason),
            Err(failure) if is_its_own(failure.kind) => document.unread = Unreadable::fetching(failure.kind),
            Err(failure) => return Err(failure),
        }
        Ok(())
    }

    async fn text(&self, recno: u64) -> Result<Read, Failure> {
        let parameter = json!({ "Recno": recno, "IncludeFileData": true });
        let told: WithFile = self.service.file(self.person, GET_FILE, parameter).await?;
        let file = told.file.unwrap_or_default();
        let bytes = STANDARD.decode(file.base64_data.unwrap_or_default().trim());
        let bytes = bytes.map_err(|_| failure::garbled("a file is no base64"))?;
        if bytes.len() > self.service.settings().file_bytes {
            return Ok(Err(Unreadable::TooLarge));
        }
        let name = name(file.format.as_deref().unwrap_or_default());
        read(self.documents.text(&bytes, Said { media: "", name: &name }).await)
    }
}

/// Whether what went wrong is one file's own matter, and tells nothing of the system.
fn is_its_own(kind: FailureKind) -> bool {
    matches!(kind, FailureKind::Garbled | FailureKind::TooLarge | FailureKind::NotFound)
}

/// What a file is called, by its kind alone: that is told as `PDF`, with or without a dot, and what it is called may say more than it should.
fn name(format: &str) -> String {
    format!("file.{}", format.trim().trim_start_matches('.').to_ascii_lowercase())
}

/// What came of one file: that nothing at all can be read is a failure, for it says nothing of this file.
fn read(told: Result<DocumentText, Unreadable>) -> Result<Read, Failure> {
    match told {
        Err(reason @ Unreadable::Unavailable) => {
            Err(Failure::new(FailureKind::Unavailable, "document", reason.to_string()))
        }
        told => Ok(told.map(|read| read.text)),
    }
}

/// The files that are read: of those that are the same in another form, the archive's before the one it was made in. One with parts
/// blacked out is for the public, and read where there is no other.
pub(crate) fn best(files: &[File]) -> Vec<&File> {
    let rank = |file: &File| match file.version_format_code.as_deref() {
        Some("A") => 2,
        Some("P") => 1,
        _ => 0,
    };
    let same = |one: &File, other: &File| {
        one.title == other.title && one.relation_type_code == other.relation_type_code && rank(one) != rank(other)
    };
    let is_best = |file: &&File| !files.iter().any(|other| same(file, other) && rank(other) > rank(file));
    let mut best: Vec<&File> = files.iter().filter(is_best).collect();
    best.sort_by_key(|file| (file.relation_type_code.as_deref() != Some("H"), file.recno));
    best
}

/// A remark as a document of its entry; an empty one is none.
pub(crate) fn remark(remark: &Remark) -> Option<Document> {
    let text = remark.content.clone().filter(|text| !text.trim().is_empty())?;
    Some(Document { title: remark.title.clone().unwrap_or_default(), text, ..Document::default() })
}

#[cfg(test)]
mod tests {
    use super::best;
    use crate::wire::File;

    #[test]
    fn the_archives_form_is_read_and_the_main_document_comes_first() {
        let file = |recno, title: &str, version: &str, relation: &str| File {
            recno,
            title: Some(title.into()),
            version_format_code: Some(version.into()),
            relation_type_code: Some(relation.into()),
            ..File::default()
        };
        for (files, is) in [
            (vec![file(1, "Søknad", "P", "H"), file(2, "Søknad", "A", "H")], vec![2]),
            (vec![file(1, "Kart", "P", "V"), file(2, "Søknad", "P", "H")], vec![2, 1]),
            (vec![file(1, "Søknad", "O", "H"), file(2, "Søknad", "P", "H")], vec![2]),
            (vec![file(1, "Søknad", "O", "H")], vec![1]),
            (vec![file(1, "Søknad", "P", "H"), file(2, "Søknad", "P", "H")], vec![1, 2]),
            (vec![], vec![]),
        ] {
            assert_eq!(best(&files).iter().map(|file| file.recno).collect::<Vec<_>>(), is, "{files:?}");
        }
    }
}
