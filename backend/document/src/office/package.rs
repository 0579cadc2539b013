//! A package of parts (ZIP): opened and unpacked within limits, whatever it says of its own sizes.

use crate::limit::{ENTRIES, RATIO, RATIO_FROM, UNPACKED};
use domain::port::Unreadable;
use std::io::{Cursor, Read};
use zip::{ZipArchive, result::ZipError};

/// An open package.
#[derive(Debug)]
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Bytes that may still be unpacked.
    left: usize,
}

impl<'b> Package<'b> {
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
        if archive.len() > ENTRIES {
            return Err(Unreadable::TooLong);
        }
        Ok(Self { archive, left: UNPACKED })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    pub(crate) fn has_folder(&self, folder: &str) -> bool {
        self.archive.file_names_raw().any(|name| name.starts_with(folder.as_bytes()))
    }

    /// Names of the parts that begin and end so, in order.
    pub(crate) fn named(&self, start: &str, end: &str) -> Vec<String> {
        let all = self.archive.file_names_raw().filter_map(|name| std::str::from_utf8(name).ok());
        let mut names: Vec<String> =
            all.filter(|name| name.starts_with(start) && name.ends_with(end)).map(str::to_owned).collect();
        names.sort();
        names
    }

    /// A part unpacked; none where there is no such part.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(|error| reason(&error))?;
        // What is declared refuses early; what comes out is counted all the same.
        if part.size() > self.left as u64 {
            return Err(Unreadable::Swollen);
        }
        let packed = part.compressed_size().max(1);
        let mut bytes = Vec::new();
        let most = (self.left as u64).min(packed.saturating_mul(RATIO).max(RATIO_FROM));
        part.take(most + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::Damaged)?;
        if bytes.len() as u64 > most {
            return Err(Unreadable::Swollen);
        }
        self.left -= bytes.len();
        Ok(Some(bytes))
    }
}

fn reason(error: &ZipError) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Unreadable::Encrypted,
        _ => Unreadable::Damaged,
    }
}
