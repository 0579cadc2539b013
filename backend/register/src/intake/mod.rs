//! What municipalities have (kilder): JSON lines, tables, Noark 5 deposits, mail and Lovdata's acts, each recognised by what is in it.

mod acts;
mod amount;
mod column;
mod deposit;
mod fees;
mod mail;
mod paper;
mod part;
mod place;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod xml;

use crate::{
    import::{Pile, Reading, Refused},
    law::File as ActFile,
    row::{Answer, Article, CaseRow, SynonymRow, Unit},
};
use domain::port::{Reader, Unreadable};
pub(crate) use fees::in_turn;
pub(crate) use part::{DEPOSIT, FEES, LAW, Part, Parts, keep_as, named, written};
use std::{collections::BTreeSet, path::PathBuf};

/// Reads documents: bytes and the file's name to text, or why there is none.
pub type Papers<'a> = dyn Fn(&[u8], &str) -> Result<String, Unreadable> + 'a;

/// How the house is known in what it imports.
pub struct House<'a> {
    /// Reads mail and HTML.
    pub reader: &'a dyn Reader,
    /// Reads the documents of a deposit that are neither plain text, mail nor HTML.
    pub documents: &'a Papers<'a>,
    /// Its own mail domains: who writes from them answers for it.
    pub domains: &'a [String],
}

/// What was read out of paths, not yet kept.
pub struct Intake {
    pub(crate) parts: Parts,
    pub(crate) acts: Option<Vec<ActFile>>,
    told: Vec<String>,
}

impl std::fmt::Debug for Intake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.told.join("; "))
    }
}

/// Everything that is laid on while the paths are read.
#[derive(Default)]
struct Heap {
    reading: Reading,
    cases: Pile<CaseRow>,
    articles: Pile<Article>,
    units: Pile<Unit>,
    synonyms: Pile<SynonymRow>,
    /// Which kinds of records were among what was read: these replace the earlier ones then, also where they are empty.
    given: BTreeSet<Part>,
    waiting: tables::Waiting,
    deposit: Option<Pile<CaseRow>>,
    fees: Option<Pile<Article>>,
    acts: Option<Vec<ActFile>>,
    sections: Pile<Article>,
    letters: Option<mail::Box>,
    told: Vec<String>,
}

impl Heap {
    fn tell(&mut self, file: &str, what: &str) {
        self.told.push(format!("{file}: {what}"));
    }
}

impl Intake {
    /// Reads everything that lies at the paths; nothing is written.
    ///
    /// # Errors
    /// [`Refused`] names every wrong place, the first twenty one by one.
    pub fn read(paths: &[PathBuf], house: &House<'_>) -> Result<Self, Refused> {
        let mut heap = Heap::default();
        for path in paths {
            place::read(&mut heap, path, house);
        }
        heap.ended(house)
    }

    /// What each path was taken for, a line each.
    #[must_use]
    pub fn told(&self) -> &[String] {
        &self.told
    }

    /// How many of each kind were read.
    #[must_use]
    pub fn counted(&self) -> Vec<(&'static str, usize)> {
        let mut counted = self.parts.counted();
        counted.extend(self.acts.as_ref().map(|acts| ("acts and regulations", acts.len())));
        counted
    }
}

impl Heap {
    fn ended(mut self, house: &House<'_>) -> Result<Intake, Refused> {
        if self.letters.is_some() && house.domains.is_empty() {
            let remedy =
                "no domain of ours is set, so that no answer of ours can be told from a question; set house.domains";
            self.reading.wrong_at(&("mail".into(), 0), "", remedy.to_owned());
        }
        let answers: Option<Vec<Answer>> = self.letters.take().map(|letters| letters.answers());
        if let Some(answers) = &answers {
            self.told.push(format!("of the mails, {} answers of ours may be shown as earlier ones", answers.len()));
        }
        let waiting = std::mem::take(&mut self.waiting);
        tables::settle(waiting, &mut self.cases, &mut self.reading);
        let is_empty = self.given.is_empty()
            && self.deposit.is_none()
            && self.fees.is_none()
            && self.acts.is_none()
            && answers.is_none();
        self.reading.end()?;
        if is_empty {
            let remedy = "nothing here is known: JSON lines (cases.jsonl, articles.jsonl, units.jsonl), CSV tables, \
                          arkivstruktur.xml, mail (.eml, .mbox, Maildir) or Lovdata's files";
            return Err(Refused::whole("the paths named", remedy.to_owned()));
        }
        let parts = Parts {
            records: (!self.given.is_empty()).then(|| crate::lines::Lines {
                cases: self.cases.sorted(),
                articles: self.articles.sorted(),
                units: self.units.sorted(),
                synonyms: self.synonyms.sorted(),
            }),
            deposit: self.deposit.map(Pile::sorted),
            fees: self.fees.map(Pile::sorted),
            law: self.acts.is_some().then(|| self.sections.sorted()),
            answers,
            given: self.given,
        };
        Ok(Intake { parts, acts: self.acts, told: self.told })
    }
}
