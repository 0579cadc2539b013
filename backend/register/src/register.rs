//! The register (saksregister): cases by number and address, articles by their words; kept as the lines it was imported from.

use crate::{
    archive::{Archive, answers, is_alike, is_recent, mailed, similar},
    directory::Directory,
    found::{Found, merged},
    import::Refused,
    intake::{Intake, Parts},
    law::keep_acts,
    lines::Lines,
    row::{Answer, CaseRow},
    search::{CANDIDATES, Hit, Index, Meaning, Meant, Named, Synonyms, Wish, fused},
    shelf::Shelf,
};
use async_trait::async_trait;
use domain::{
    case::{Access, Case},
    evidence::{Contents, Origin, Query, Seek, Source, seek::SOUGHT},
    person::Person,
    port::{Capabilities, Capability, Clock, CodeList, CodeRow, Embedder, Failure, Records},
    rule::access::AccessTable,
    sort::Unit,
};
use jiff::Timestamp;
use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashSet},
    path::Path,
    sync::Arc,
};
use vocabulary::CaseNumber;

/// The name of this system in sources and failures.
pub(crate) const SYSTEM: &str = "register";
/// Cases of one address that are told.
const CASES: usize = 20;
/// Similar cases that are told.
const SIMILAR: usize = 2;
/// Earlier answers that are told.
const ANSWERS: usize = 2;
/// Cases whose answers are looked at for a question.
const ANSWERED: usize = 5;
/// A closed case must hold at least this part of a question to be about the same.
const SAME: f32 = 0.5;
/// A hit must hold at least this part of what was asked, by the weight of the words…
const COVERED: f32 = 0.12;
/// …and score at least this part of the best one.
const RELATIVE: f32 = 0.25;

/// A question, and what it means.
type Asked<'a> = (&'a str, Option<&'a Meant>);

/// What an import brought.
#[derive(Debug)]
pub struct Imported {
    /// The register, ready to be asked.
    pub register: Register,
    /// How many cases.
    pub cases: usize,
    /// How many articles.
    pub articles: usize,
    /// How many units.
    pub units: usize,
}

/// The built-in case register of one municipality. The lines hold every text once; the rest points into them.
pub struct Register {
    pub(crate) lines: Lines,
    pub(crate) directory: Directory,
    mails: Vec<Answer>,
    mailed: Index,
    pub(crate) open: Vec<usize>,
    pub(crate) articles: Index,
    pub(crate) cases: Index,
    pub(crate) meaning: Option<Meaning>,
    table: AccessTable,
    clock: Arc<dyn Clock>,
}

impl std::fmt::Debug for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lines = &self.lines;
        write!(f, "{} cases, {} articles, {} units", lines.cases.len(), lines.articles.len(), lines.units.len())
    }
}

impl Register {
    /// Reads a records folder into memory; nothing is written anywhere.
    ///
    /// # Errors
    /// [`Refused`] names every wrong line.
    pub fn import(folder: &Path, clock: Arc<dyn Clock>) -> Result<Imported, Refused> {
        let register = Self::of((Lines::read(folder)?, Vec::new()), clock)?;
        let lines = &register.lines;
        let (cases, articles, units) = (lines.cases.len(), lines.articles.len(), lines.units.len());
        Ok(Imported { register, cases, articles, units })
    }

    /// Opens what [`Register::keep`] wrote, and builds the index anew; empty when nothing was kept yet. Plain files of an older version
    /// are encrypted and wiped.
    ///
    /// # Errors
    /// [`Refused`] when the folder is not what was written.
    pub fn open(shelf: &Shelf<'_>, clock: Arc<dyn Clock>) -> Result<Self, Refused> {
        shelf.settle()?;
        shelf.take_over()?;
        Self::of(Parts::kept(shelf)?.joined(), clock)
    }

    /// What was read, ready to be asked; nothing is written anywhere.
    ///
    /// # Errors
    /// [`Refused`] when the index cannot be built.
    pub fn of_intake(intake: Intake, clock: Arc<dyn Clock>) -> Result<Self, Refused> {
        Self::of(intake.parts.in_turn().joined(), clock)
    }

    /// Keeps a normalised copy of the lines in a folder of the server's own: sorted, one form, encrypted, replaced together.
    ///
    /// # Errors
    /// [`Refused`] when it cannot be written.
    pub fn keep(&self, shelf: &Shelf<'_>) -> Result<(), Refused> {
        let mut writing = shelf.writing()?;
        self.lines.clone().keep(&mut writing, &BTreeSet::new())?;
        writing.finish().map(drop)
    }

    fn of((lines, mails): (Lines, Vec<Answer>), clock: Arc<dyn Clock>) -> Result<Self, Refused> {
        let broken = |failure: Failure| Refused::whole("the index", failure.detail);
        let synonyms = || Synonyms::of_rows(lines.synonyms.iter().map(|row| row.words.as_slice()));
        let open: Vec<usize> = (0..lines.cases.len()).filter(|at| lines.cases[*at].is_open()).collect();
        let articles = Index::of(&*lines.articles, synonyms()).map_err(broken)?;
        let cases = Index::of(&Archive { cases: &lines.cases, open: &open }, synonyms()).map_err(broken)?;
        let mailed = Index::of(&*mails, synonyms()).map_err(broken)?;
        let directory = Directory::of(&lines.cases, &lines.articles);
        let (meaning, table) = (None, AccessTable::default());
        Ok(Self { lines, directory, mails, mailed, open, articles, cases, meaning, table, clock })
    }

    /// The same, its articles to be searched by their meaning too once they are learned. Cases are not: no text of a case is handed to
    /// an embedder.
    #[must_use]
    pub fn meant_by(self, embedder: Arc<dyn Embedder>) -> Self {
        Self { meaning: Some(Meaning::new(embedder)), ..self }
    }

    /// The same, what is restricted to be seen as this table says; without one only by those who answer for it.
    #[must_use]
    pub fn seen_by(self, table: AccessTable) -> Self {
        Self { table, ..self }
    }

    /// The numbers of every case that knows an address, whoever may see it: for the person whose address it is, who has a right to be told what
    /// is kept, and for nobody's search.
    #[must_use]
    pub fn numbers_of(&self, address: &str) -> &[CaseNumber] {
        self.directory.of_address(address)
    }

    /// Whether a case with this number was imported.
    #[must_use]
    pub fn holds(&self, number: CaseNumber) -> bool {
        self.row(number).is_some()
    }

    /// Learns the meaning of the articles; gives how many passages they have. What was learned before a failure stays, and is searched.
    ///
    /// # Errors
    /// The embedder's failure.
    pub async fn learn(&self) -> Result<usize, Failure> {
        match &self.meaning {
            Some(meaning) => meaning.learn(&*self.lines.articles).await,
            None => Ok(0),
        }
    }

    pub(crate) fn table(&self) -> &AccessTable {
        &self.table
    }

    pub(crate) fn archive(&self) -> Archive<'_> {
        Archive { cases: &self.lines.cases, open: &self.open }
    }

    /// What this person may see of a case; nothing, also where it is there and hidden from them.
    fn seen(&self, person: &Person, number: CaseNumber) -> Option<Case> {
        Case::from(self.row(number)?.clone()).seen_by(person, &self.table)
    }

    pub(crate) fn row(&self, number: CaseNumber) -> Option<&CaseRow> {
        let at = self.lines.cases.binary_search_by_key(&number, CaseRow::number).ok()?;
        self.lines.cases.get(at)
    }

    /// What holds on the day; what does not only when nothing else is there.
    fn hits(&self, asked: Asked<'_>, query: &Query) -> Result<Vec<Hit>, Failure> {
        let holds = |at: usize| self.lines.articles[at].holds(query.on);
        let hits = self.hits_where(asked, query.limit, &holds)?;
        if hits.is_empty() { self.hits_where(asked, 1, &|at| !holds(at)) } else { Ok(hits) }
    }

    fn hits_where(&self, asked: Asked<'_>, limit: usize, fits: &dyn Fn(usize) -> bool) -> Result<Vec<Hit>, Failure> {
        let (question, Some((meaning, meant))) = (asked.0, self.meaning.as_ref().zip(asked.1)) else {
            return self.hits_of_words(asked.0, &Wish { limit, fits });
        };
        let wish = Wish { limit: CANDIDATES, fits };
        let mut hits = fused(self.hits_of_words(question, &wish)?, meaning.nearest(meant, &wish), meant.is_whole);
        Named::of(question).first(&mut hits, |hit| self.lines.articles[hit.at].whole());
        hits.truncate(limit);
        Ok(hits)
    }

    fn hits_of_words(&self, question: &str, wish: &Wish<'_>) -> Result<Vec<Hit>, Failure> {
        let mut hits = self.articles.hits(&*self.lines.articles, question, wish)?;
        let best = hits.first().map_or(0.0, |hit| hit.score);
        hits.retain(|hit| hit.covered >= COVERED && hit.score >= RELATIVE * best);
        Ok(hits)
    }

    /// What each question means, where it may be told and is answered.
    async fn meant(&self, person: &Person, query: &Query) -> Vec<Option<Meant>> {
        match &self.meaning {
            Some(meaning) => {
                let people = [query.people.as_slice(), std::slice::from_ref(&person.name)].concat();
                meaning.asked(&query.questions, &people).await
            }
            None => vec![None; query.questions.len()],
        }
    }

    /// Closed cases of the same kind as the one that is answered in, the best ones; open ones alone are in the index.
    fn similar(&self, person: &Person, query: &Query, retrieved: Timestamp) -> Result<Vec<Source>, Failure> {
        let seen = query.case.filter(|number| self.seen(person, *number).is_some());
        let Some(own) = seen.and_then(|number| self.row(number)) else { return Ok(Vec::new()) };
        let archive = self.archive();
        let fits = |at: usize| {
            let other = archive.at(at);
            other.is_closed() && other.number() != own.number() && is_alike(own.title(), other.title())
        };
        let words = format!("{} {}", own.title(), query.questions.join(" "));
        let hits = self.cases.hits(&archive, &words, &Wish { limit: SIMILAR, fits: &fits })?;
        Ok(hits.iter().map(|hit| similar(archive.at(hit.at), retrieved)).collect())
    }

    /// What was answered to the same question in closed cases that anyone may see: few, the newest first among those that fit as well.
    fn answers(&self, query: &Query, retrieved: Timestamp) -> Result<Vec<Source>, Failure> {
        let archive = self.archive();
        let fits = |at: usize| {
            let other = archive.at(at);
            other.is_closed() && Some(other.number()) != query.case && other.has_answer()
        };
        let mut found: Vec<(u8, Source)> = Vec::new();
        for question in &query.questions {
            for hit in self.cases.hits(&archive, question, &Wish { limit: ANSWERED, fits: &fits })? {
                // In tenths: what fits better by less is as good, and the newer one counts.
                let tenths = (10.0 * hit.covered) as u8;
                if hit.covered >= SAME {
                    let told = answers(archive.at(hit.at), query.on, retrieved);
                    found.extend(told.into_iter().map(|source| (tenths, source)));
                }
            }
        }
        for question in &query.questions {
            let wish = Wish { limit: ANSWERED, fits: &|at| is_recent(&self.mails[at], query.on) };
            for hit in self.mailed.hits(&*self.mails, question, &wish)?.iter().filter(|hit| hit.covered >= SAME) {
                found.push(((10.0 * hit.covered) as u8, mailed(&self.mails[hit.at], retrieved)));
            }
        }
        found.sort_by_key(|(tenths, source)| Reverse((*tenths, source.date)));
        let mut seen = HashSet::new();
        found.retain(|(_, source)| seen.insert(source.record.clone()));
        Ok(found.into_iter().take(ANSWERS).map(|(_, source)| source).collect())
    }

    fn source(&self, found: &Found, retrieved: Timestamp) -> Source {
        let article = &self.lines.articles[found.at];
        Source {
            origin: Origin::from(article.kind),
            system: SYSTEM.to_owned(),
            record: article.id.clone(),
            title: article.title.clone(),
            date: article.valid_from.map(|day| day.0),
            valid_from: article.valid_from.map(|day| day.0),
            valid_to: article.valid_to.map(|day| day.0),
            access: Access::default(),
            case: None,
            parties: Vec::new(),
            url: article.url.clone(),
            unit: article.unit.clone(),
            text: found.excerpt(&article.text),
            retrieved,
        }
    }
}

impl Intake {
    /// Lays what was read on a shelf, and its acts in a folder of their own: all of it or nothing. Says which files changed.
    ///
    /// # Errors
    /// [`Refused`] when it cannot be written.
    pub fn keep(self, shelf: &Shelf<'_>, law: &Path) -> Result<Vec<&'static str>, Refused> {
        let changed = self.parts.keep(shelf)?;
        if let Some(acts) = self.acts {
            keep_acts(&acts, law)?;
        }
        Ok(changed)
    }
}

#[async_trait]
impl Records for Register {
    fn system(&self) -> &str {
        SYSTEM
    }

    /// It is imported, and takes nothing back.
    fn capabilities(&self) -> Capabilities {
        Capabilities::of(&[
            Capability::Number,
            Capability::Address,
            Capability::Words,
            Capability::Texts,
            Capability::Precedents,
        ])
    }

    async fn health(&self) -> Result<String, Failure> {
        Ok(format!("{self:?}"))
    }

    /// What was imported brought no code lists with it.
    async fn codes(&self, _: &Person, _: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
        Ok(None)
    }

    async fn case(&self, person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure> {
        Ok(self.seen(person, number))
    }

    async fn cases_of(&self, person: &Person, address: &str) -> Result<Vec<Case>, Failure> {
        let address = address.trim();
        let seen = self.directory.of_address(address).iter().filter_map(|number| self.seen(person, *number));
        // Who stands in a hidden entry alone has, for this person, no part in the case.
        Ok(seen.filter(|case| case.knows(address)).take(CASES).collect())
    }

    async fn cases_like(&self, person: &Person, seek: &Seek) -> Result<Vec<Case>, Failure> {
        let meant = self.directory.of_word(seek.longest());
        let meant = meant.map(|at| &self.lines.cases[at]).filter(|case| seek.meets(case.number(), case.title()));
        let named = seek
            .number()
            .into_iter()
            .chain(seek.sequence().into_iter().flat_map(|one| self.directory.of_sequence(one)));
        let mut met = HashSet::new();
        let numbers = named.chain(meant.map(CaseRow::number));
        let numbers = numbers.filter(|number| met.insert(*number));
        let seen = numbers.filter_map(|number| self.seen(person, number));
        Ok(seek.ordered(seen.take(SOUGHT).collect()))
    }

    async fn sources_of(&self, person: &Person, case: &Case) -> Result<Contents, Failure> {
        // Whoever read it has seen no more than they may; the table is asked again all the same, for it costs nothing.
        let seen = case.clone().seen_by(person, &self.table);
        Ok(seen.map(|case| Contents::of(&case, self.clock.now())).unwrap_or_default())
    }

    async fn search(&self, person: &Person, query: &Query) -> Result<Vec<Source>, Failure> {
        let meant = self.meant(person, query).await;
        let asked = query.questions.iter().map(String::as_str).zip(meant.iter().map(Option::as_ref));
        let answers: Result<Vec<_>, _> = asked.map(|asked| self.hits(asked, query)).collect();
        let retrieved = self.clock.now();
        let mut found: Vec<_> = merged(&answers?).iter().map(|found| self.source(found, retrieved)).collect();
        found.extend(self.answers(query, retrieved)?);
        found.extend(self.similar(person, query, retrieved)?);
        Ok(found)
    }

    async fn units(&self, _person: &Person) -> Result<Vec<Unit>, Failure> {
        Ok(self.lines.units.iter().cloned().map(Unit::from).collect())
    }
}
