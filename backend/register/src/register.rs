//! The register (saksregister): cases by number and address, articles by their words; kept as the lines it was imported from.

use crate::{
    fact,
    found::{Found, merged},
    import::Refused,
    lines::Lines,
    row::{Article, Unit},
    search::{Document, Documents, Hit},
};
use async_trait::async_trait;
use domain::{
    case::{Access, Case},
    evidence::{Origin, Query, Source},
    person::Person,
    port::{Clock, Failure, Records},
};
use jiff::Timestamp;
use std::{
    collections::{BTreeMap, HashMap},
    path::Path,
    sync::Arc,
};
use vocabulary::CaseNumber;

/// The name of this system in sources and failures.
pub(crate) const SYSTEM: &str = "register";
/// Cases of one address that are told.
const CASES: usize = 20;
/// A hit must hold at least this part of what was asked, by the weight of the words…
const COVERED: f32 = 0.12;
/// …and score at least this part of the best one.
const RELATIVE: f32 = 0.25;

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

/// The built-in case register of one municipality.
pub struct Register {
    cases: BTreeMap<CaseNumber, Case>,
    addresses: HashMap<String, Vec<CaseNumber>>,
    articles: Vec<Article>,
    units: Vec<Unit>,
    documents: Documents,
    lines: Lines,
    clock: Arc<dyn Clock>,
}

impl std::fmt::Debug for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} cases, {} articles, {} units", self.cases.len(), self.articles.len(), self.units.len())
    }
}

impl Register {
    /// Reads a records folder into memory; nothing is written anywhere.
    ///
    /// # Errors
    /// [`Refused`] names every wrong line.
    pub fn import(folder: &Path, clock: Arc<dyn Clock>) -> Result<Imported, Refused> {
        let register = Self::of(Lines::read(folder)?, clock)?;
        let (cases, articles, units) = (register.cases.len(), register.articles.len(), register.units.len());
        Ok(Imported { register, cases, articles, units })
    }

    /// Opens what [`Register::keep`] wrote, and builds the index anew.
    ///
    /// # Errors
    /// [`Refused`] when the folder is not what was written.
    pub fn open(folder: &Path, clock: Arc<dyn Clock>) -> Result<Self, Refused> {
        Self::of(Lines::read(folder)?, clock)
    }

    /// Keeps a normalised copy of the lines in a folder of the server's own: sorted, one form, replaced file by file.
    ///
    /// # Errors
    /// [`Refused`] when it cannot be written.
    pub fn keep(&self, folder: &Path) -> Result<(), Refused> {
        self.lines.keep(folder)
    }

    fn of(lines: Lines, clock: Arc<dyn Clock>) -> Result<Self, Refused> {
        let cases: BTreeMap<_, Case> = lines.cases.iter().map(|(number, row)| (*number, row.clone().into())).collect();
        let articles: Vec<_> = lines.articles.values().cloned().collect();
        let documents = articles.iter().map(|one| Document {
            id: one.id.clone(),
            title: one.title.clone(),
            text: one.text.clone(),
        });
        let documents = Documents::index(documents).map_err(|failure| Refused::whole("the index", failure.detail))?;
        let units = lines.units.values().cloned().collect();
        let addresses = addresses(cases.values());
        Ok(Self { cases, addresses, articles, units, documents, lines, clock })
    }

    /// Where mail can be forwarded.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The articles as documents, for a search without questions of a mail.
    #[must_use]
    pub fn documents(&self) -> &Documents {
        &self.documents
    }

    fn hits(&self, question: &str, query: &Query) -> Result<Vec<Hit>, Failure> {
        let holds = |at: usize| {
            let from = self.articles[at].valid_from.is_none_or(|from| from.0 <= query.on);
            from && self.articles[at].valid_to.is_none_or(|to| query.on <= to.0)
        };
        let mut hits = self.documents.hits_where(question, query.limit, &holds)?;
        let best = hits.first().map_or(0.0, |hit| hit.score);
        hits.retain(|hit| hit.covered >= COVERED && hit.score >= RELATIVE * best);
        Ok(hits)
    }

    fn source(&self, found: &Found, retrieved: Timestamp) -> Source {
        let article = &self.articles[found.at];
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

/// The cases of each address, as party or correspondent.
fn addresses<'a>(cases: impl Iterator<Item = &'a Case>) -> HashMap<String, Vec<CaseNumber>> {
    let mut all: HashMap<String, Vec<CaseNumber>> = HashMap::new();
    for case in cases {
        let parties = case.parties.iter().chain(case.entries.iter().flat_map(|entry| &entry.correspondents));
        for address in parties.filter_map(|party| party.email.as_ref()) {
            let numbers = all.entry(address.to_lowercase()).or_default();
            if numbers.last() != Some(&case.number) {
                numbers.push(case.number);
            }
        }
    }
    all
}

#[async_trait]
impl Records for Register {
    async fn case(&self, _person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure> {
        Ok(self.cases.get(&number).cloned())
    }

    async fn cases_of(&self, _person: &Person, address: &str) -> Result<Vec<Case>, Failure> {
        let numbers = self.addresses.get(&address.trim().to_lowercase());
        let mut cases: Vec<_> = numbers.into_iter().flatten().filter_map(|number| self.cases.get(number)).collect();
        cases.sort_by_key(|case| std::cmp::Reverse((case.opened, case.number)));
        Ok(cases.into_iter().take(CASES).cloned().collect())
    }

    async fn sources_of(&self, _person: &Person, number: CaseNumber) -> Result<Vec<Source>, Failure> {
        let retrieved = self.clock.now();
        Ok(self.cases.get(&number).map_or_else(Vec::new, |case| fact::sources(case, retrieved)))
    }

    async fn search(&self, _person: &Person, query: &Query) -> Result<Vec<Source>, Failure> {
        let answers: Result<Vec<_>, _> = query.questions.iter().map(|question| self.hits(question, query)).collect();
        let retrieved = self.clock.now();
        Ok(merged(&answers?).iter().map(|found| self.source(found, retrieved)).collect())
    }
}
