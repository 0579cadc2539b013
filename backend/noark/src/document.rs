//! The texts of a case's documents (dokumenttekst): fetched for what the person may see, held against their checksums, and read.

use crate::{ask::Kernel, failure, file::best, read::Files, wire::Version};
use domain::{
    case::{Case, Document, Entry},
    port::{Failure, FailureKind, Reader},
};
use futures::future::try_join_all;

/// Versions of one document that are listed.
const VERSIONS: usize = 50;

/// Fetches and reads.
pub(crate) struct Texts<'a> {
    pub(crate) kernel: &'a Kernel,
    pub(crate) reader: &'a dyn Reader,
}

impl Texts<'_> {
    /// The same case with the texts of its documents. `files` tells where the versions of each document of the whole case are.
    pub(crate) async fn of(&self, mut case: Case, files: &[(u32, Files)]) -> Result<Case, Failure> {
        let entries = std::mem::take(&mut case.entries);
        let read = entries.into_iter().map(|entry| self.entry(entry, files));
        case.entries = try_join_all(read).await?;
        Ok(case)
    }

    async fn entry(&self, mut entry: Entry, files: &[(u32, Files)]) -> Result<Entry, Failure> {
        let known = files.iter().find(|(number, _)| *number == entry.number);
        // What may be seen stands in the order of the whole; documents alike in title and access are all seen, or none.
        let mut rest = known.map(|(_, files)| files.iter()).unwrap_or_default();
        let read = std::mem::take(&mut entry.documents).into_iter().map(|document| {
            let href = rest.find(|(one, _)| *one == document).and_then(|(_, href)| href.as_deref());
            self.document(document, href)
        });
        entry.documents = try_join_all(read).await?;
        Ok(entry)
    }

    async fn document(&self, document: Document, href: Option<&str>) -> Result<Document, Failure> {
        let Some(href) = href else { return Ok(document) };
        let versions: Vec<Version> = self.kernel.list(href, &[], VERSIONS).await?;
        let Some(version) = best(&versions) else { return Ok(document) };
        match self.text(version).await {
            Ok(text) => Ok(Document { text, ..document }),
            // What cannot be read is no source; the rest of the case is.
            Err(failure)
                if matches!(
                    failure.kind,
                    FailureKind::Garbled | FailureKind::TooLarge | FailureKind::NotFound | FailureKind::Denied
                ) =>
            {
                Ok(document)
            }
            Err(failure) => Err(failure),
        }
    }

    async fn text(&self, version: &Version) -> Result<String, Failure> {
        let limit = self.kernel.settings().file_bytes;
        if version.filstoerrelse.is_some_and(|size| usize::try_from(size).map_or(true, |size| size > limit)) {
            return Err(failure::too_large(limit));
        }
        let bytes = self.kernel.bytes(version.links.must("arkivstruktur/fil")?).await?;
        if !version.is_true(&bytes) {
            return Err(failure::garbled("a file is not what was filed: its checksum is another"));
        }
        read(self.reader, version.mime_type.as_deref().unwrap_or_default(), &bytes)
    }
}

/// Bytes as text, by their kind.
fn read(reader: &dyn Reader, kind: &str, bytes: &[u8]) -> Result<String, Failure> {
    let plain = || String::from_utf8(bytes.to_vec()).map_err(|_| failure::garbled("a text is not UTF-8"));
    match kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "text/plain" => plain(),
        "text/html" => Ok(reader.plain(&plain()?).text),
        "message/rfc822" => Ok(reader.mail(bytes)?.text),
        _ => Err(failure::garbled("a file is of a kind that is not read")),
    }
}
