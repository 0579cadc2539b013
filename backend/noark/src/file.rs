//! Which version of a document is read (variantformat), and whether its bytes are those that were filed.

use crate::{failure, wire::Version};
use domain::{case::FileRef, port::Failure};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The version for somebody who may see the whole document: the archive's format before the one it was made in, the newest of each. A
/// version with parts blacked out is for the public.
pub(crate) fn best(versions: &[Version]) -> Option<&Version> {
    let rank = |version: &Version| match version.variantformat.as_ref().map(|code| code.kode.as_str()) {
        Some("A") => 2,
        Some("P") => 1,
        _ => 0,
    };
    versions.iter().max_by_key(|version| (rank(version), version.versionsnummer()))
}

/// What must be known of a version to fetch its file and to know it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stored {
    pub(crate) href: String,
    pub(crate) kind: String,
    pub(crate) size: Option<u64>,
    sum: Option<String>,
    algorithm: Option<String>,
}

impl Stored {
    /// Of a version, where it has a file.
    pub(crate) fn of(version: &Version) -> Result<Self, Failure> {
        Ok(Self {
            href: version.links.must("arkivstruktur/fil")?.to_owned(),
            kind: version.mime_type.clone().unwrap_or_default(),
            size: version.filstoerrelse,
            sum: version.sjekksum.clone(),
            algorithm: version.sjekksum_algoritme.clone(),
        })
    }

    /// Whether the bytes are those whose checksum was filed.
    pub(crate) fn is_true(&self, bytes: &[u8]) -> bool {
        matches(self.sum.as_deref(), self.algorithm.as_deref(), bytes)
    }
}

/// Where the text of a document is when its versions came with it; nothing where none of them has a file.
pub(crate) fn kept(versions: &[Version]) -> Option<FileRef> {
    let stored = Stored::of(best(versions)?).ok()?;
    serde_json::to_string(&stored).ok().map(FileRef)
}

/// What a reference stands for.
pub(crate) enum Place {
    /// The version to read.
    Stored(Stored),
    /// Where the versions are listed.
    Listed(String),
}

/// Reads a reference that this adapter wrote.
pub(crate) fn place(FileRef(text): &FileRef) -> Result<Place, Failure> {
    if !text.starts_with('{') {
        return Ok(Place::Listed(text.clone()));
    }
    let stored = serde_json::from_str(text).map_err(|_| failure::garbled("a reference to a file is none of ours"))?;
    Ok(Place::Stored(stored))
}

fn matches(sum: Option<&str>, algorithm: Option<&str>, bytes: &[u8]) -> bool {
    let algorithm = algorithm.unwrap_or("SHA-256");
    let Some(sum) = sum.filter(|_| algorithm.eq_ignore_ascii_case("SHA-256")) else { return true };
    let is: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    is.eq_ignore_ascii_case(sum.trim())
}

impl Version {
    fn versionsnummer(&self) -> u32 {
        self.versjonsnummer.unwrap_or_default()
    }

    /// Whether the bytes are those whose checksum was filed; another algorithm than the standard's proves nothing either way.
    pub(crate) fn is_true(&self, bytes: &[u8]) -> bool {
        matches(self.sjekksum.as_deref(), self.sjekksum_algoritme.as_deref(), bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::{Version, best};

    fn versions(all: &[(&str, u32)]) -> Vec<Version> {
        let one = |(kind, number): &(&str, u32)| {
            let json = format!(r#"{{"variantformat":{{"kode":"{kind}"}},"versjonsnummer":{number},"_links":{{}}}}"#);
            serde_json::from_str(&json).unwrap()
        };
        all.iter().map(one).collect()
    }

    #[test]
    fn the_archives_newest_version_is_read() {
        for (all, is) in [
            (&[("P", 1), ("A", 1), ("O", 1)][..], Some(("A", 1))),
            (&[("P", 3), ("P", 2)][..], Some(("P", 3))),
            (&[("A", 1), ("A", 2), ("P", 3)][..], Some(("A", 2))),
            (&[("O", 1)][..], Some(("O", 1))),
            (&[][..], None),
        ] {
            let versions = versions(all);
            let best = best(&versions).map(|one| (one.variantformat.clone().unwrap().kode, one.versionsnummer()));
            assert_eq!(best.as_ref().map(|(kind, number)| (kind.as_str(), *number)), is, "{all:?}");
        }
    }

    #[test]
    fn bytes_are_those_that_were_filed() {
        for (sum, algorithm, is) in [
            ("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", "SHA-256", true),
            ("2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824", "sha-256", true),
            ("00f24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", "SHA-256", false),
            ("5d41402abc4b2a76b9719d911017c592", "MD5", true),
        ] {
            let json = format!(r#"{{"sjekksum":"{sum}","sjekksumAlgoritme":"{algorithm}","_links":{{}}}}"#);
            let version: Version = serde_json::from_str(&json).unwrap();
            assert_eq!(version.is_true(b"hello"), is, "{sum} {algorithm}");
        }
    }
}
