//! The texts of a case's documents (dokumenttekst): fetched for what the person may see, held against their checksums, and read.

use crate::{
    ask::Archive,
    failure,
    message::{
        create::sum,
        fetch,
        result::{self, Version},
    },
    read::{Files, Place},
};
use domain::{
    case::{Case, Document, Entry},
    port::{Failure, FailureKind, Reader},
};
use futures::future::try_join_all;

/// What must come along for a file to be found.
const WITH: [&str; 2] = ["dokumentbeskrivelse", "dokumentobjekt"];

/// Fetches and reads.
pub(crate) struct Texts<'a> {
    pub(crate) archive: &'a Archive,
    pub(crate) reader: &'a dyn Reader,
}

impl Texts<'_> {
    /// The same case with the texts of its documents. `files` tells where those of the whole case are.
    pub(crate) async fn of(&self, mut case: Case, files: &[(u32, Files)]) -> Result<Case, Failure> {
        let entries = std::mem::take(&mut case.entries);
        case.entries = try_join_all(entries.into_iter().map(|entry| self.entry(entry, files))).await?;
        Ok(case)
    }

    async fn entry(&self, mut entry: Entry, files: &[(u32, Files)]) -> Result<Entry, Failure> {
        let known = files.iter().find(|(number, _)| *number == entry.number);
        // What may be seen stands in the order of the whole; documents alike in title and access are all seen, or none.
        let mut rest = known.map(|(_, files)| files.iter()).unwrap_or_default();
        let documents = std::mem::take(&mut entry.documents);
        let placed: Vec<(Document, Option<&Place>)> = documents
            .into_iter()
            .map(|document| {
                let place = rest.find(|(one, _)| *one == document).map(|(_, place)| place);
                (document, place)
            })
            .collect();
        let told = self.versions(&placed).await?;
        let read = placed.into_iter().map(|(document, place)| {
            let versions = place.and_then(|place| told.iter().find(|(paper, _)| *paper == place.paper));
            self.document(document, versions.map_or(&[][..], |(_, versions)| versions))
        });
        entry.documents = try_join_all(read).await?;
        Ok(entry)
    }

    /// The versions of these documents: an entry is asked for once, and not at all where they came with it.
    async fn versions(&self, placed: &[(Document, Option<&Place>)]) -> Result<Vec<(String, Vec<Version>)>, Failure> {
        let places: Vec<&Place> = placed.iter().filter_map(|(_, place)| *place).collect();
        let Some(missing) = places.iter().find(|place| place.versions.is_empty()) else {
            return Ok(places.iter().map(|place| (place.paper.clone(), place.versions.clone())).collect());
        };
        let entry = self.archive.find(&fetch::entry(&missing.entry, &WITH), result::entry).await?;
        let papers = entry.map(|entry| entry.registration.papers).unwrap_or_default();
        Ok(papers.into_iter().map(|paper| (paper.id, paper.versions)).collect())
    }

    async fn document(&self, document: Document, versions: &[Version]) -> Result<Document, Failure> {
        let Some(version) = best(versions) else { return Ok(document) };
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
        let limit = self.archive.settings().file_bytes;
        let is_large = |size: usize| size > limit;
        if usize::try_from(version.size).map_or(true, is_large) {
            return Err(failure::too_large(limit));
        }
        let answer = self.archive.ask(&fetch::file(&version.id)).await?;
        let file = answer.files.into_iter().next().ok_or_else(|| failure::garbled("it has no file"))?;
        if is_large(file.bytes.len()) {
            return Err(failure::too_large(limit));
        }
        if !is_true(version, &file.bytes) {
            return Err(failure::garbled("a file is not what was filed: its checksum is another"));
        }
        read(self.reader, version.mime.as_deref().unwrap_or_default(), &file.bytes)
    }
}

/// The version for somebody who may see the whole document: the archive's format before the one it was made in, the newest of each. A
/// version with parts blacked out is for the public.
fn best(versions: &[Version]) -> Option<&Version> {
    let rank = |version: &Version| match version.variant.as_str() {
        "A" => 2,
        "P" | "S" => 1,
        _ => 0,
    };
    versions.iter().max_by_key(|version| (rank(version), version.number))
}

/// Whether the bytes are those whose checksum was filed; another algorithm than the standard's proves nothing either way.
fn is_true(version: &Version, bytes: &[u8]) -> bool {
    !version.algorithm.replace('-', "").eq_ignore_ascii_case("sha256")
        || sum(bytes).eq_ignore_ascii_case(version.sum.trim())
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
