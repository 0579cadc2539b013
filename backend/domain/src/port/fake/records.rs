//! A case system in memory.

use super::{held, told};
use crate::{
    case::Case,
    evidence::{Query, Source},
    person::Person,
    port::{Failure, FailureKind, Records},
    sort::Unit,
};
use async_trait::async_trait;
use std::sync::Mutex;
use vocabulary::CaseNumber;

/// Cases and sources, the same for everyone who asks.
#[derive(Debug, Default)]
pub struct Archive {
    cases: Mutex<Vec<Case>>,
    sources: Mutex<Vec<Source>>,
    units: Mutex<Vec<Unit>>,
    failing: Mutex<Option<FailureKind>>,
}

impl Archive {
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
    async fn case(&self, _person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure> {
        told(*held(&self.failing), "register")?;
        Ok(held(&self.cases).iter().find(|case| case.number == number).cloned())
    }

    async fn cases_of(&self, _person: &Person, address: &str) -> Result<Vec<Case>, Failure> {
        told(*held(&self.failing), "register")?;
        Ok(held(&self.cases).iter().filter(|case| case.knows(address)).take(20).cloned().collect())
    }

    async fn sources_of(&self, _person: &Person, number: CaseNumber) -> Result<Vec<Source>, Failure> {
        self.sources(|source| source.case == Some(number))
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
