//! The texts of a case's documents (dokumenttekst): fetched for what the person may see, held against their checksums, and read.

use crate::{
    ask::Kernel,
    file::{self, Place, Stored, best},
    wire::Version,
};
use domain::{
    case::{Case, Document},
    port::{DocumentText, Documents, Failure, FailureKind, Said, Unreadable},
};
use futures::future::try_join_all;

/// Versions of one document that are listed.
const VERSIONS: usize = 50;

/// A text, or why there is none.
type Read = Result<String, Unreadable>;

/// Fetches and reads.
pub(crate) struct Texts<'a> {
    pub(crate) kernel: &'a Kernel,
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
        let Some(place) = document.file.as_ref().map(file::place).transpose()? else { return Ok(()) };
        match self.text(place).await {
            Ok(Ok(text)) => document.text = text,
            // What cannot be read is no source, and told; the rest of the case is one.
            Ok(Err(reason)) => document.unread = Some(reason),
            Err(failure) if is_its_own(failure.kind) => document.unread = Unreadable::fetching(failure.kind),
            Err(failure) => return Err(failure),
        }
        Ok(())
    }

    async fn text(&self, place: Place) -> Result<Read, Failure> {
        let stored = match place {
            Place::Stored(stored) => stored,
            Place::Listed(href) => {
                let versions: Vec<Version> = self.kernel.list(&href, &[], VERSIONS).await?;
                match best(&versions) {
                    Some(version) => Stored::of(version)?,
                    None => return Ok(Ok(String::new())),
                }
            }
        };
        let limit = self.kernel.settings().file_bytes;
        if stored.size.is_some_and(|size| usize::try_from(size).map_or(true, |size| size > limit)) {
            return Ok(Err(Unreadable::TooLarge));
        }
        let bytes = self.kernel.bytes(&stored.href).await?;
        if !stored.is_true(&bytes) {
            // A file that is not what was filed is nothing to rest on.
            return Ok(Err(Unreadable::Damaged));
        }
        let said = Said { media: &stored.kind, name: "" };
        read(self.documents.text(&bytes, said).await)
    }
}

/// Whether what went wrong is one file's own matter, and tells nothing of the kernel.
fn is_its_own(kind: FailureKind) -> bool {
    matches!(
        kind,
        FailureKind::Garbled
            | FailureKind::Refused
            | FailureKind::TooLarge
            | FailureKind::NotFound
            | FailureKind::Denied
    )
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
