//! The lines that a register was imported from (datalinjer), kept in one form.

use crate::{
    import::{Reading, Refused, plain},
    intake::keep_as,
    row::{Article, CaseRow, Line, SynonymRow, Unit},
    shelf::{Shelf, Writing},
};
use std::path::Path;

/// The lines in the order of their keys, which never changes; everything else of the register points into them.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    pub(crate) cases: Vec<CaseRow>,
    pub(crate) articles: Vec<Article>,
    pub(crate) units: Vec<Unit>,
    pub(crate) synonyms: Vec<SynonymRow>,
}

impl Lines {
    /// From a folder of a municipality.
    pub(crate) fn read(folder: &Path) -> Result<Self, Refused> {
        let (mut reading, files) = (Reading::default(), plain(folder));
        let lines = Self {
            cases: reading.file(&files),
            articles: reading.file(&files),
            units: reading.file(&files),
            synonyms: reading.file(&files),
        };
        reading.end_of(folder)?;
        Ok(lines)
    }

    /// From a folder of our own; none when nothing was imported yet.
    pub(crate) fn kept(shelf: &Shelf<'_>, reading: &mut Reading) -> Self {
        Self {
            cases: reading.file(&|file| shelf.plain(file)),
            articles: reading.file(&|file| shelf.plain(file)),
            units: reading.file(&|file| shelf.plain(file)),
            synonyms: reading.file(&|file| shelf.plain(file)),
        }
    }

    /// Into a folder of our own.
    pub(crate) fn keep(&self, writing: &mut Writing<'_, '_>) -> Result<(), Refused> {
        keep_as(writing, CaseRow::FILE, &self.cases)?;
        keep_as(writing, Article::FILE, &self.articles)?;
        keep_as(writing, Unit::FILE, &self.units)?;
        keep_as(writing, SynonymRow::FILE, &self.synonyms)
    }
}
