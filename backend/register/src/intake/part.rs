//! The parts of a register (deler): what comes from one kind of source is replaced together, and leaves the others as they are.

use crate::{
    import::{Reading, Refused},
    intake::in_turn,
    lines::Lines,
    row::{Answer, Article, CaseRow, Line, SynonymRow, Unit},
    shelf::{Shelf, Writing},
};
use std::collections::{BTreeSet, HashSet};

/// The file of cases out of Noark 5 deposits.
pub(crate) const DEPOSIT: &str = "deposit.jsonl";
/// The file of fee schedules.
pub(crate) const FEES: &str = "fees.jsonl";
/// The file of sections of acts.
pub(crate) const LAW: &str = "law.jsonl";

/// A part of the register, by the name of its file.
pub(crate) type Part = &'static str;

/// Parts that were read; what is none leaves the kept one as it is.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pub(crate) records: Option<Lines>,
    pub(crate) deposit: Option<Vec<CaseRow>>,
    pub(crate) fees: Option<Vec<Article>>,
    pub(crate) law: Option<Vec<Article>>,
    pub(crate) answers: Option<Vec<Answer>>,
    /// Which files of the records were given; all of them where none is named.
    pub(crate) given: BTreeSet<Part>,
}

impl Parts {
    /// How many of each kind there are, as they are told.
    pub(crate) fn counted(&self) -> Vec<(&'static str, usize)> {
        let mut counted = Vec::new();
        if let Some(records) = &self.records {
            let all = [
                (CaseRow::FILE, "cases", records.cases.len()),
                (Article::FILE, "articles", records.articles.len()),
                (Unit::FILE, "units", records.units.len()),
                (SynonymRow::FILE, "rows of synonyms", records.synonyms.len()),
            ];
            let given = all.into_iter().filter(|(file, ..)| self.given.contains(file));
            counted.extend(given.map(|(_, what, count)| (what, count)));
        }
        let entries = |cases: &[CaseRow]| cases.iter().map(|case| case.entries.len()).sum::<usize>();
        let records = self.records.as_ref().map(|records| entries(&records.cases)).unwrap_or_default();
        let deposit = self.deposit.as_deref().map(entries).unwrap_or_default();
        counted.extend(self.deposit.as_ref().map(|cases| ("cases of deposits", cases.len())));
        counted.extend((records + deposit > 0).then_some(("journal entries", records + deposit)));
        counted.extend(self.fees.as_ref().map(|fees| ("fees", fees.len())));
        counted.extend(self.law.as_ref().map(|sections| ("sections of acts", sections.len())));
        counted.extend(self.answers.as_ref().map(|answers| ("earlier answers", answers.len())));
        counted
    }

    /// With each fee ended by what replaces it.
    pub(crate) fn in_turn(self) -> Self {
        Self { fees: self.fees.map(|fees| in_turn(Vec::new(), fees)), ..self }
    }

    /// Everything as it is asked: a case of the records themselves counts before the same one of an older deposit.
    pub(crate) fn joined(self) -> (Lines, Vec<Answer>) {
        let mut lines = self.records.unwrap_or_default();
        let own: HashSet<_> = lines.cases.iter().map(CaseRow::number).collect();
        let deposit = self.deposit.unwrap_or_default();
        if !deposit.is_empty() {
            lines.cases.extend(deposit.into_iter().filter(|case| !own.contains(&case.number())));
            lines.cases.sort_by_key(CaseRow::number);
        }
        let ids: HashSet<String> = lines.articles.iter().map(|article| article.id.clone()).collect();
        let more = self.fees.unwrap_or_default().into_iter().chain(self.law.unwrap_or_default());
        let before = lines.articles.len();
        lines.articles.extend(more.filter(|article| !ids.contains(&article.id)));
        if lines.articles.len() > before {
            lines.articles.sort_by(|one, other| one.id.cmp(&other.id));
        }
        (lines, self.answers.unwrap_or_default())
    }

    /// Those that lie on a shelf.
    pub(crate) fn kept(shelf: &Shelf<'_>) -> Result<Self, Refused> {
        let mut reading = Reading::default();
        let parts = Self {
            records: Some(Lines::kept(shelf, &mut reading)),
            deposit: Some(named(shelf, &mut reading, DEPOSIT)),
            fees: Some(named(shelf, &mut reading, FEES)),
            law: Some(named(shelf, &mut reading, LAW)),
            answers: Some(named(shelf, &mut reading, Answer::FILE)),
            given: BTreeSet::new(),
        };
        reading.end()?;
        Ok(parts)
    }

    /// Lays on a shelf what differs from what lies there, all of it or nothing; which files that were.
    pub(crate) fn keep(self, shelf: &Shelf<'_>) -> Result<Vec<Part>, Refused> {
        let mut writing = shelf.writing()?;
        if let Some(lines) = self.records {
            lines.keep(&mut writing, &self.given)?;
        }
        if let Some(fees) = self.fees {
            let mut reading = Reading::default();
            let kept = named(shelf, &mut reading, FEES);
            reading.end()?;
            keep_as(&mut writing, FEES, in_turn(kept, fees))?;
        }
        self.deposit.map_or(Ok(()), |cases| keep_as(&mut writing, DEPOSIT, cases))?;
        self.law.map_or(Ok(()), |sections| keep_as(&mut writing, LAW, sections))?;
        self.answers.map_or(Ok(()), |answers| keep_as(&mut writing, Answer::FILE, answers))?;
        writing.finish()
    }
}

/// The lines of a part that lie on a shelf.
pub(crate) fn named<L: Line>(shelf: &Shelf<'_>, reading: &mut Reading, file: &'static str) -> Vec<L> {
    reading.file(&|_| shelf.plain(file))
}

/// Writes lines as the file of a part; each is let go of when it is written, so that a large register is not held twice.
pub(crate) fn keep_as<L: Line>(writing: &mut Writing<'_, '_>, file: Part, lines: Vec<L>) -> Result<(), Refused> {
    writing.put(file, &written(file, lines)?)
}

/// Lines as they stand in a file.
pub(crate) fn written<L: Line>(file: Part, lines: Vec<L>) -> Result<Vec<u8>, Refused> {
    let mut text = Vec::new();
    for line in lines {
        let written = serde_json::to_writer(&mut text, &line);
        written.map_err(|error| Refused::whole(file, format!("cannot be written: {error}")))?;
        text.push(b'\n');
    }
    Ok(text)
}
