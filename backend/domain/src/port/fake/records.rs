//! A case system in memory.

use super::{held, told};
use crate::{
    case::Case,
    evidence::{Contents, Query, Seek, Source, unread},
    person::Person,
    port::{Capabilities, CodeList, CodeRow, Failure, FailureKind, Records, Secret},
    rule::access::AccessTable,
    sort::Unit,
};
use async_trait::async_trait;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};
use vocabulary::CaseNumber;

/// Cases and sources; everyone who asks sees all of them, until a table says otherwise.
#[derive(Debug, Default)]
pub struct Archive {
    name: Option<String>,
    can: Option<Capabilities>,
    scope: Option<String>,
    views: HashMap<String, Arc<Archive>>,
    textless: Mutex<Option<FailureKind>>,
    table: Mutex<Option<AccessTable>>,
    cases: Mutex<Vec<Case>>,
    sources: Mutex<Vec<Source>>,
    units: Mutex<Vec<Unit>>,
    failing: Mutex<Option<FailureKind>>,
}

impl Archive {
    /// One under another name than the register's, that can do these things.
    #[must_use]
    pub fn called(name: &str, can: Capabilities) -> Self {
        Self { name: Some(name.to_owned()), can: Some(can), ..Self::default() }
    }

    /// The same, asked in people's own names: what each token shows, and for what it must be.
    #[must_use]
    pub fn knowing(self, scope: &str, views: impl IntoIterator<Item = (String, Arc<Self>)>) -> Self {
        Self { scope: Some(scope.to_owned()), views: views.into_iter().collect(), ..self }
    }

    /// Makes the texts of cases fail from now on, or come again.
    pub fn lose_texts(&self, kind: Option<FailureKind>) {
        *held(&self.textless) = kind;
    }

    /// A case is opened.
    pub fn open(&self, case: Case) {
        held(&self.cases).push(case);
    }

    /// A source is filed: under its case, or for all to find.
    pub fn file(&self, source: Source) {
        held(&self.sources).push(source);
    }

    /// A unit is set up.
    pub fn set_up(&self, unit: Unit) {
        held(&self.units).push(unit);
    }

    /// From now on what is restricted is seen as this table says.
    pub fn guard(&self, table: AccessTable) {
        *held(&self.table) = Some(table);
    }

    fn seen(&self, person: &Person, wanted: impl Fn(&Case) -> bool) -> Result<Vec<Case>, Failure> {
        told(*held(&self.failing), "register")?;
        let table = held(&self.table).clone().unwrap_or_else(AccessTable::owner);
        let cases = held(&self.cases).iter().filter(|case| wanted(case)).cloned().collect::<Vec<_>>();
        Ok(cases.into_iter().filter_map(|case| case.seen_by(person, &table)).collect())
    }

    /// Makes every call fail from now on, or succeed again.
    pub fn fail(&self, kind: Option<FailureKind>) {
        *held(&self.failing) = kind;
    }

    fn sources(&self, wanted: impl Fn(&Source) -> bool) -> Result<Vec<Source>, Failure> {
        told(*held(&self.failing), "register")?;
        Ok(held(&self.sources).iter().filter(|source| wanted(source)).cloned().collect())
    }
}

#[async_trait]
impl Records for Archive {
    fn system(&self) -> &str {
        self.name.as_deref().unwrap_or("register")
    }

    fn capabilities(&self) -> Capabilities {
        self.can.unwrap_or_else(Capabilities::all)
    }

    fn scope(&self) -> Option<&str> {
        self.scope.as_deref()
    }

    fn in_name_of(&self, token: Secret) -> Option<Arc<dyn Records>> {
        let view = self.views.get(token.reveal())?.clone();
        Some(view)
    }

    async fn health(&self) -> Result<String, Failure> {
        told(*held(&self.failing), "register")?;
        Ok("answers".to_owned())
    }

    async fn codes(&self, _person: &Person, _list: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
        told(*held(&self.failing), "register").map(|()| None)
    }

    async fn case(&self, person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure> {
        Ok(self.seen(person, |case| case.number == number)?.pop())
    }

    async fn cases_of(&self, person: &Person, address: &str) -> Result<Vec<Case>, Failure> {
        let mut cases = self.seen(person, |case| case.knows(address))?;
        cases.truncate(20);
        Ok(cases)
    }

    async fn cases_like(&self, person: &Person, seek: &Seek) -> Result<Vec<Case>, Failure> {
        Ok(seek.ordered(self.seen(person, |case| seek.meets(case.number, &case.title))?))
    }

    async fn sources_of(&self, person: &Person, case: &Case) -> Result<Contents, Failure> {
        told(*held(&self.textless), "register")?;
        let table = held(&self.table).clone();
        let responsible = case.responsible.as_ref();
        let sees =
            |source: &Source| table.as_ref().is_none_or(|table| table.allows(person, &source.access, responsible));
        let sources = self.sources(|source| source.case == Some(case.number) && sees(source))?;
        Ok(Contents { sources, unread: unread::unread(case) })
    }

    async fn search(&self, _person: &Person, query: &Query) -> Result<Vec<Source>, Failure> {
        let words: Vec<String> = query.questions.iter().flat_map(|question| long_words(question)).collect();
        self.sources(|source| {
            let text = format!("{} {}", source.title, source.text).to_lowercase();
            source.case.is_none() && source.holds(query.on) && words.iter().any(|word| text.contains(word))
        })
    }

    async fn units(&self, _person: &Person) -> Result<Vec<Unit>, Failure> {
        told(*held(&self.failing), "register")?;
        Ok(held(&self.units).clone())
    }
}

fn long_words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 4);
    words.map(str::to_lowercase).collect()
}
