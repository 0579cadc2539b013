//! The lines that a register was imported from (datalinjer), kept in one form.

use crate::{
    import::{Reading, Refused},
    row::{Article, CaseRow, Line, SynonymRow, Unit},
};
use std::{fs, io::Write as _, path::Path};

/// The lines in the order of their keys, which never changes; everything else of the register points into them.
#[derive(Debug)]
pub(crate) struct Lines {
    pub(crate) cases: Vec<CaseRow>,
    pub(crate) articles: Vec<Article>,
    pub(crate) units: Vec<Unit>,
    pub(crate) synonyms: Vec<SynonymRow>,
}

impl Lines {
    /// From a folder of a municipality, or of our own.
    pub(crate) fn read(folder: &Path) -> Result<Self, Refused> {
        let mut reading = Reading::default();
        let lines = Self {
            cases: reading.file(folder),
            articles: reading.file(folder),
            units: reading.file(folder),
            synonyms: reading.file(folder),
        };
        reading.end(folder)?;
        Ok(lines)
    }

    /// Into a folder of our own.
    pub(crate) fn keep(&self, folder: &Path) -> Result<(), Refused> {
        let made = fs::create_dir_all(folder);
        made.map_err(|error| Refused::whole(&folder.display().to_string(), format!("cannot be made: {error}")))?;
        keep(folder, &self.cases)?;
        keep(folder, &self.articles)?;
        keep(folder, &self.units)?;
        keep(folder, &self.synonyms)
    }
}

/// Writes one file beside the old one and puts it in its place at once.
fn keep<L: Line>(folder: &Path, lines: &[L]) -> Result<(), Refused> {
    let write = || -> std::io::Result<()> {
        let fresh = folder.join(format!("{}.new", L::FILE));
        let mut file = std::io::BufWriter::new(fs::File::create(&fresh)?);
        for line in lines {
            serde_json::to_writer(&mut file, line)?;
            file.write_all(b"\n")?;
        }
        file.into_inner()?.sync_all()?;
        fs::rename(fresh, folder.join(L::FILE))
    };
    write().map_err(|error| {
        Refused::whole(L::FILE, format!("cannot be written: {error}; check the disk and its permissions"))
    })
}
