//! The lines that a register was imported from (datalinjer), kept in one form.

use crate::{
    import::{Files, Reading, Refused, plain},
    row::{Article, CaseRow, Line, SynonymRow, Unit},
    shelf::Shelf,
};
use std::path::Path;

/// The lines in the order of their keys, which never changes; everything else of the register points into them.
#[derive(Debug)]
pub(crate) struct Lines {
    pub(crate) cases: Vec<CaseRow>,
    pub(crate) articles: Vec<Article>,
    pub(crate) units: Vec<Unit>,
    pub(crate) synonyms: Vec<SynonymRow>,
}

impl Lines {
    /// From a folder of a municipality.
    pub(crate) fn read(folder: &Path) -> Result<Self, Refused> {
        let (lines, reading) = Self::of(&plain(folder));
        reading.end_of(folder)?;
        Ok(lines)
    }

    /// From a folder of our own; none when nothing was imported yet.
    pub(crate) fn kept(shelf: &Shelf<'_>) -> Result<Self, Refused> {
        let (lines, reading) = Self::of(&|file| shelf.plain(file));
        reading.end()?;
        Ok(lines)
    }

    fn of(files: Files<'_>) -> (Self, Reading) {
        let mut reading = Reading::default();
        let lines = Self {
            cases: reading.file(files),
            articles: reading.file(files),
            units: reading.file(files),
            synonyms: reading.file(files),
        };
        (lines, reading)
    }

    /// Into a folder of our own.
    pub(crate) fn keep(&self, shelf: &Shelf<'_>) -> Result<(), Refused> {
        keep(shelf, &self.cases)?;
        keep(shelf, &self.articles)?;
        keep(shelf, &self.units)?;
        keep(shelf, &self.synonyms)
    }
}

fn keep<L: Line>(shelf: &Shelf<'_>, lines: &[L]) -> Result<(), Refused> {
    let mut text = Vec::new();
    for line in lines {
        let written = serde_json::to_writer(&mut text, line);
        written.map_err(|error| Refused::whole(L::FILE, format!("cannot be written: {error}")))?;
        text.push(b'\n');
    }
    shelf.write(L::FILE, &text)
}
