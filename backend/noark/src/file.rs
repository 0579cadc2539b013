//! Which version of a document is read (variantformat), and whether its bytes are those that were filed.

use crate::wire::Version;
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

impl Version {
    fn versionsnummer(&self) -> u32 {
        self.versjonsnummer.unwrap_or_default()
    }

    /// Whether the bytes are those whose checksum was filed; another algorithm than the standard's proves nothing either way.
    pub(crate) fn is_true(&self, bytes: &[u8]) -> bool {
        let algorithm = self.sjekksum_algoritme.as_deref().unwrap_or("SHA-256");
        let Some(sum) = self.sjekksum.as_deref().filter(|_| algorithm.eq_ignore_ascii_case("SHA-256")) else {
            return true;
        };
        let is: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        is.eq_ignore_ascii_case(sum.trim())
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
