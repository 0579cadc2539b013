//! The package of the unified manifest (zip-pakke): the same bytes for the same content, whenever it is made.

use std::io::{Cursor, Read, Write};
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The most that is read of one file in a package.
const LONGEST: u64 = 1024 * 1024;
/// The most files of a package; what claims more is none of ours.
const MOST: usize = 16;

/// A package of these files in this order. Stored and dated to the first day that the format knows, so that nothing of the
/// machine or the hour stands in it.
pub(super) fn packed(files: &[(&str, &[u8])]) -> Result<Vec<u8>, String> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let failed = |error: &dyn std::fmt::Display| format!("the package could not be written: {error}");
    for (name, bytes) in files {
        writer.start_file(*name, options).map_err(|error| failed(&error))?;
        writer.write_all(bytes).map_err(|error| failed(&error))?;
    }
    writer.finish().map(Cursor::into_inner).map_err(|error| failed(&error))
}

/// The names and bytes of what is in a package.
pub(super) fn unpacked(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    if archive.len() > MOST {
        return Err(format!("the package holds {} files, and {MOST} at the most are read", archive.len()));
    }
    let mut files = Vec::new();
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(|error| error.to_string())?;
        let name = file.name().map_err(|error| error.to_string())?.into_owned();
        let mut content = Vec::new();
        file.take(LONGEST).read_to_end(&mut content).map_err(|error| error.to_string())?;
        files.push((name, content));
    }
    Ok(files)
}
