//! Asking several case systems (flere sakarkiv): side by side, each in the person's own name where it takes that; who fails is named, and the
//! others' answer stands. Nothing that a system told is kept after the call.

use crate::{Call, Failure, Flow};
use domain::{
    case::Case,
    evidence::{
        Contents, Query, Seek, Source, fact,
        several::{self, Gathered, Silent},
    },
    port::{self, Capability, FailureKind, Records},
    sort::Unit,
};
use futures::future::join_all;
use std::sync::Arc;
use vocabulary::CaseNumber;

/// The case systems of a house, in the order in which they count.
#[derive(Clone)]
pub struct Systems(Vec<Arc<dyn Records>>);

impl Systems {
    /// These; where two tell of the same case, the first one's word counts.
    #[must_use]
    pub fn of(all: Vec<Arc<dyn Records>>) -> Self {
        Self(all)
    }

    /// One alone.
    #[must_use]
    pub fn only(records: Arc<dyn Records>) -> Self {
        Self(vec![records])
    }

    /// What those are called that cannot do this, where others can.
    #[must_use]
    pub fn lacking(&self, what: Capability) -> Vec<String> {
        let cannot = self.0.iter().filter(|system| system.capabilities().has(Capability::Number));
        cannot.filter(|system| !system.capabilities().has(what)).map(|system| system.system().to_owned()).collect()
    }
}

/// What a search for a case brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// Numbers and titles.
    pub cases: Vec<(CaseNumber, String)>,
    /// Systems that said nothing.
    pub silent: Vec<Silent>,
    /// Systems that cannot be searched by what was typed, for it is no number.
    pub wordless: Vec<String>,
}

/// What the systems told, one answer for each that answered.
type Told<T> = Result<Gathered<Vec<T>>, Failure>;

impl Flow {
    /// The case with exactly this number.
    pub(crate) async fn case(&self, call: Call<'_>, number: CaseNumber) -> Result<Gathered<Option<Case>>, Failure> {
        let ask = |system: Arc<dyn Records>| async move { system.case(call.person(), number).await };
        Ok(self.ask(call, &[Capability::Number], ask).await?.map(several::one))
    }

    /// The cases that know an address.
    pub(crate) async fn cases_of(&self, call: Call<'_>, address: &str) -> Result<Gathered<Vec<Case>>, Failure> {
        let ask = |system: Arc<dyn Records>| async move { system.cases_of(call.person(), address).await };
        Ok(self.ask(call, &[Capability::Address], ask).await?.map(several::newest))
    }

    /// The cases that a search means; a system that knows no words is asked where a number was typed.
    pub(crate) async fn cases_like(&self, call: Call<'_>, seek: &Seek) -> Result<Gathered<Vec<Case>>, Failure> {
        let ask = |system: Arc<dyn Records>| async move {
            if system.capabilities().has(Capability::Words) {
                return system.cases_like(call.person(), seek).await;
            }
            let Some(number) = seek.number() else { return Ok(Vec::new()) };
            Ok(system.case(call.person(), number).await?.into_iter().collect())
        };
        let told = self.ask(call, &[Capability::Words, Capability::Number], ask).await?;
        Ok(told.map(|told| seek.ordered(several::merged(told))))
    }

    /// The facts and texts of a case, from the system it was read from; where that says nothing any more, what was read already.
    pub(crate) async fn sources_of(&self, call: Call<'_>, case: &Case) -> Gathered<Contents> {
        let own = Self {
            records: Systems(self.records.0.iter().filter(|one| one.system() == case.system).cloned().collect()),
            ..self.clone()
        };
        let ask = |system: Arc<dyn Records>| async move { system.sources_of(call.person(), case).await };
        let told = own.each(call, &[Capability::Number, Capability::Address], ask).await;
        let (value, silent) = parted(told);
        let facts = || Contents { sources: fact::sources(case, self.clock.now()), ..Contents::default() };
        let value = if silent.is_empty() { value.into_iter().next().unwrap_or_default() } else { facts() };
        Gathered { value, silent: silent.into_iter().map(|(silent, _)| silent).collect() }
    }

    /// The best sources outside cases.
    pub(crate) async fn search(&self, call: Call<'_>, query: &Query) -> Result<Gathered<Vec<Source>>, Failure> {
        let ask = |system: Arc<dyn Records>| async move { system.search(call.person(), query).await };
        let told = self.ask(call, &[Capability::Precedents], ask).await?;
        Ok(told.map(|told| told.into_iter().flatten().collect()))
    }

    /// Where mail can be forwarded.
    pub(crate) async fn units(&self, call: Call<'_>) -> Result<Vec<Unit>, Failure> {
        let ask = |system: Arc<dyn Records>| async move { system.units(call.person()).await };
        let told = self.ask(call, &[Capability::Precedents], ask).await?;
        Ok(told.value.into_iter().flatten().collect())
    }

    /// Asks those who can do one of these things; fails where none of them answers.
    async fn ask<T, F>(&self, call: Call<'_>, able: &[Capability], ask: impl Fn(Arc<dyn Records>) -> F) -> Told<T>
    where
        F: Future<Output = Result<T, port::Failure>>,
    {
        let (value, silent) = parted(self.each(call, able, ask).await);
        if value.is_empty()
            && let Some((_, failure)) = silent.first()
        {
            return Err(failure.clone().into());
        }
        Ok(Gathered { value, silent: silent.into_iter().map(|(silent, _)| silent).collect() })
    }

    /// What each of them said, in their order.
    async fn each<T, F>(
        &self,
        call: Call<'_>,
        able: &[Capability],
        ask: impl Fn(Arc<dyn Records>) -> F,
    ) -> Vec<(String, Result<T, port::Failure>)>
    where
        F: Future<Output = Result<T, port::Failure>>,
    {
        let can = |system: &&Arc<dyn Records>| able.iter().any(|one| system.capabilities().has(*one));
        let ask = &ask;
        let asked = self.records.0.iter().filter(can).map(|system| async move {
            let told = match self.in_name_of(call, system).await {
                Ok(system) => ask(system).await,
                Err(failure) => Err(failure),
            };
            if let Err(failure) = &told {
                tracing::warn!(system = system.system(), kind = ?failure.kind, why = failure.detail, "a case system said nothing");
            }
            (system.system().to_owned(), told)
        });
        join_all(asked).await
    }

    /// The system as this person sees it, where it takes a token of theirs; else as the house does, through its access table.
    async fn in_name_of(&self, call: Call<'_>, system: &Arc<dyn Records>) -> Result<Arc<dyn Records>, port::Failure> {
        let Some(scope) = system.scope() else { return Ok(system.clone()) };
        let token = self.identity.token_for(call.caller, scope).await?;
        // A system that wants the person's name is never asked in the house's.
        let refused = || port::Failure::new(FailureKind::Denied, "records", "the system takes no token of a person");
        system.in_name_of(token).ok_or_else(refused)
    }
}

/// The answers, and those who gave none with why.
fn parted<T>(told: Vec<(String, Result<T, port::Failure>)>) -> (Vec<T>, Vec<(Silent, port::Failure)>) {
    let (mut value, mut silent) = (Vec::new(), Vec::new());
    for (system, told) in told {
        match told {
            Ok(told) => value.push(told),
            Err(failure) => silent.push((Silent { system, why: failure.kind.into() }, failure)),
        }
    }
    (value, silent)
}

/// What is not there cannot be told from what could not be looked up: the failure to tell where somebody said nothing.
pub(crate) fn unlooked(silent: &[Silent]) -> Option<Failure> {
    let names: Vec<&str> = silent.iter().map(|one| one.system.as_str()).collect();
    let kind = if silent.iter().all(|one| one.why == several::Why::Slow) {
        FailureKind::Slow
    } else {
        FailureKind::Unavailable
    };
    let failure =
        || port::Failure::new(kind, "records", format!("it could not be looked up: {} said nothing", names.join(", ")));
    (!names.is_empty()).then(|| Failure::Outside(failure()))
}
