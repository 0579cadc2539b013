//! Where cases lie (saker): in the case system that the settings name, else in the register; what holds outside cases is always the
//! register's.

use super::{SystemClock, einnsyn, fiks, noark, p360};
use crate::{config::Config, reading};
use async_trait::async_trait;
use domain::{
    case::Case,
    evidence::{Query, Seek, Source},
    person::Person,
    port::{Capabilities, Capability, Clock, CodeList, CodeRow, Documents, Failure, Records},
    sort::Unit,
};
use futures::future::{join, join_all};
use std::sync::Arc;
use vocabulary::CaseNumber;

/// What every case system is made with.
pub(super) struct Plugs {
    /// Reads files, apart.
    pub(super) documents: Arc<dyn Documents>,
    /// Time.
    pub(super) clock: Arc<dyn Clock>,
}

/// A case system of these settings; none where they name none.
type Made = Result<Option<Arc<dyn Records>>, String>;

/// How one is made.
type Making = fn(&Config, &Plugs) -> Made;

/// Every case system that can be connected, by the section of its settings. The first one counts where two tell of the same case.
const SYSTEMS: [(&str, Making); 4] = [
    ("noark", |config, plugs| made(noark::noark(config, plugs))),
    ("p360", |config, plugs| made(p360::p360(config, plugs))),
    ("fiks", |config, plugs| made(fiks::fiks(config, plugs))),
    ("einnsyn", |config, plugs| made(einnsyn::einnsyn(config, plugs))),
];

fn made<R: Records + 'static>(system: Result<Option<R>, String>) -> Made {
    Ok(system?.map(|system| Arc::new(system) as Arc<dyn Records>))
}

/// The records of this configuration: the register's, with the cases of the case system where one is named.
///
/// # Errors
/// A sentence that names the setting that cannot be used.
pub(super) fn beside(
    config: &Config,
    register: Arc<dyn Records>,
    clock: Arc<dyn Clock>,
) -> Result<Arc<dyn Records>, String> {
    let plugs = Plugs { documents: reading::documents(), clock };
    let mut systems = Vec::new();
    for (_, make) in SYSTEMS {
        systems.extend(make(config, &plugs)?);
    }
    let (mut cases, outside): (Vec<_>, Vec<_>) =
        systems.into_iter().partition(|system| system.capabilities().has(Capability::Number));
    if cases.is_empty() && outside.is_empty() {
        return Ok(register);
    }
    let cases = if cases.is_empty() { register.clone() } else { cases.remove(0) };
    Ok(Arc::new(Parted { cases, rest: register, outside }))
}

/// Whether each case system that is named answers and lets us in.
pub async fn cases_answer(config: &Config) -> Vec<(&'static str, Result<String, String>)> {
    let plugs = Plugs { documents: reading::documents(), clock: Arc::new(SystemClock) };
    let mut all = Vec::new();
    for (name, make) in SYSTEMS {
        match make(config, &plugs) {
            Ok(Some(system)) => all.push((name, system.health().await.map_err(|failure| failure.to_string()))),
            Ok(None) => {}
            Err(why) => all.push((name, Err(why))),
        }
    }
    all
}

/// Cases from one system, everything else from another.
pub(super) struct Parted {
    /// Where the cases are.
    pub(super) cases: Arc<dyn Records>,
    /// Where articles, fees, law and units are.
    pub(super) rest: Arc<dyn Records>,
    /// What else is searched outside of cases; a draft does without one that does not answer.
    pub(super) outside: Vec<Arc<dyn Records>>,
}

#[async_trait]
impl Records for Parted {
    fn system(&self) -> &str {
        self.cases.system()
    }

    fn capabilities(&self) -> Capabilities {
        self.cases.capabilities().or(self.rest.capabilities())
    }

    async fn health(&self) -> Result<String, Failure> {
        self.cases.health().await
    }

    async fn codes(&self, person: &Person, list: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
        self.cases.codes(person, list).await
    }

    async fn case(&self, person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure> {
        self.cases.case(person, number).await
    }

    async fn cases_of(&self, person: &Person, address: &str) -> Result<Vec<Case>, Failure> {
        self.cases.cases_of(person, address).await
    }

    async fn cases_like(&self, person: &Person, seek: &Seek) -> Result<Vec<Case>, Failure> {
        self.cases.cases_like(person, seek).await
    }

    async fn sources_of(&self, person: &Person, case: &Case) -> Result<Vec<Source>, Failure> {
        self.cases.sources_of(person, case).await
    }

    async fn search(&self, person: &Person, query: &Query) -> Result<Vec<Source>, Failure> {
        let outside = join_all(self.outside.iter().map(|system| system.search(person, query)));
        let (mut found, outside) = join(self.rest.search(person, query), outside).await;
        if let Ok(found) = &mut found {
            found.extend(outside.into_iter().flatten().flatten());
        }
        found
    }

    async fn units(&self, person: &Person) -> Result<Vec<Unit>, Failure> {
        self.rest.units(person).await
    }
}
