//! The texts of a case's documents (dokumenttekst): fetched for what the person may see, held against their checksums, and read.

use crate::{
    ask::Archive,
    failure,
    message::{
        create::sum,
        fetch,
        result::{self, Version},
    },
    read::Place,
};
use domain::{
    case::{Case, Document},
    port::{DocumentText, Documents, Failure, FailureKind, Said, Unreadable},
};
use futures::future::try_join_all;
use std::collections::HashMap;

/// What must come along for a file to be found.
const WITH: [&str; 2] = ["dokumentbeskrivelse", "dokumentobjekt"];

/// A text, or why there is none.
type Read = Result<String, Unreadable>;

/// Fetches and reads.
pub(crate) struct Texts<'a> {
    pub(crate) archive: &'a Archive,
    pub(crate) documents: &'a dyn Documents,
}

impl Texts<'_> {
    /// The same case with the texts of its documents: each entry whose files were not told is asked for once, then all files at once.
    pub(crate) async fn of(&self, mut case: Case) -> Result<Case, Failure> {
        let documents = case.entries.iter().flat_map(|entry| &entry.documents);
        let places: Vec<Place> = documents.filter_map(|one| one.file.as_ref().and_then(Place::of)).collect();
        let mut untold: Vec<&str> =
            places.iter().filter(|place| place.versions.is_empty()).map(|place| place.entry.as_str()).collect();
        untold.sort_unstable();
        untold.dedup();
        let told = try_join_all(untold.into_iter().map(|entry| self.versions(entry))).await?;
        let told: HashMap<String, Vec<Version>> = told.into_iter().flatten().collect();
        let documents = case.entries.iter_mut().flat_map(|entry| &mut entry.documents);
        try_join_all(documents.map(|document| self.fill(document, &told))).await?;
        Ok(case)
    }

    /// The versions of each document of an entry.
    async fn versions(&self, entry: &str) -> Result<Vec<(String, Vec<Version>)>, Failure> {
        let entry = self.archive.find(&fetch::entry(entry, &WITH), result::entry).await?;
        let papers = entry.map(|entry| entry.registration.papers).unwrap_or_default();
        Ok(papers.into_iter().map(|paper| (paper.id, paper.versions)).collect())
    }

    async fn fill(&self, document: &mut Document, told: &HashMap<String, Vec<Version>>) -> Result<(), Failure> {
        let Some(place) = document.file.as_ref().and_then(Place::of) else { return Ok(()) };
        let versions = if place.versions.is_empty() { told.get(&place.paper) } else { Some(&place.versions) };
        let Some(version) = versions.and_then(|versions| best(versions)) else { return Ok(()) };
        match self.text(version).await {
            Ok(Ok(text)) => document.text = text,
            // What cannot be read is no source, and told; the rest of the case is one.
            Ok(Err(reason)) => document.unread = Some(reason),
            Err(failure) if is_its_own(failure.kind) => document.unread = Unreadable::fetching(failure.kind),
            Err(failure) => return Err(failure),
        }
        Ok(())
    }

    async fn text(&self, version: &Version) -> Result<Read, Failure> {
        let limit = self.archive.settings().file_bytes;
        let is_large = |size: usize| size > limit;
        if usize::try_from(version.size).map_or(true, is_large) {
            return Ok(Err(Unreadable::TooLarge));
        }
        let answer = self.archive.ask(&fetch::file(&version.id)).await?;
        let file = answer.files.into_iter().next().ok_or_else(|| failure::garbled("it has no file"))?;
        if is_large(file.bytes.len()) {
            return Ok(Err(Unreadable::TooLarge));
        }
        if !is_true(version, &file.bytes) {
            // A file that is not what was filed is nothing to rest on.
            return Ok(Err(Unreadable::Damaged));
        }
        let said = Said { media: version.mime.as_deref().unwrap_or_default(), name: "" };
        read(self.documents.text(&file.bytes, said).await)
    }
}

/// Whether what went wrong is one file's own matter, and tells nothing of the archive.
fn is_its_own(kind: FailureKind) -> bool {
    matches!(kind, FailureKind::Garbled | FailureKind::TooLarge | FailureKind::NotFound | FailureKind::Denied)
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

/// What came of one file: that nothing at all can be read is a failure, for it says nothing of this file.
fn read(told: Result<DocumentText, Unreadable>) -> Result<Read, Failure> {
    match told {
        Err(reason @ Unreadable::Unavailable) => {
            Err(Failure::new(FailureKind::Unavailable, "document", reason.to_string()))
        }
        told => Ok(told.map(|read| read.text)),
    }
}
