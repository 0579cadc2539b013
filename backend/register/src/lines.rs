//! The lines that a register was imported from (datalinjer), kept in one form.

use crate::{
    import::{Reading, Refused, plain},
    intake::{Part, keep_as},
    row::{Article, CaseRow, Line, SynonymRow, Unit},
    shelf::{Shelf, Writing},
};
use std::{collections::BTreeSet, path::Path};

/// The lines in the order of their keys, which never changes; everything else of the register points into them.
#[derive(Clone, Debug, Default)]
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

    /// Into a folder of our own: the files that are named, or all of them.
    pub(crate) fn keep(self, writing: &mut Writing<'_, '_>, named: &BTreeSet<Part>) -> Result<(), Refused> {
        keep(writing, named, self.cases)?;
        keep(writing, named, self.articles)?;
        keep(writing, named, self.units)?;
        keep(writing, named, self.synonyms)
    }
}

fn keep<L: Line>(writing: &mut Writing<'_, '_>, named: &BTreeSet<Part>, lines: Vec<L>) -> Result<(), Refused> {
    if named.is_empty() || named.contains(L::FILE) { keep_as(writing, L::FILE, lines) } else { Ok(()) }
}
