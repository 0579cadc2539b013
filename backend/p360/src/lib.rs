//! Public 360 through SIF RPC: operations over HTTP, each asked in the name of the person, so that its own rules decide what is seen.
//!
//! Nothing of one person's is kept for another. What it says of its own rules stands; where the house has written an access table, too,
//! both must allow.

mod address;
mod ask;
mod case;
mod code;
mod document;
mod failure;
mod journal;
mod number;
mod read;
mod settings;
mod sign_in;
mod wire;

pub use settings::{Entrance, Numbers, PREFIX, Settings, Wrong};

use ask::{Service, Upn};
use async_trait::async_trait;
use domain::{
    case::Case,
    evidence::{Contents, Query, Seek, Source},
    person::Person,
    port::{
        Capabilities, Capability, Clock, CodeList, CodeRow, Documents, Failure, Filed, Filing, Journal, Records, day,
    },
    rule::access::AccessTable,
    sort::Unit,
};
use journal::Writing;
use read::Reading;
use std::{fmt, sync::Arc};
use tokio::time::timeout;
use vocabulary::CaseNumber;

/// The name of this system in sources and failures.
pub(crate) const SYSTEM: &str = "p360";

/// What it can do.
const CAN: [Capability; 9] = [
    Capability::Number,
    Capability::Address,
    Capability::Words,
    Capability::Texts,
    Capability::Journal,
    Capability::SignOff,
    Capability::Undo,
    Capability::Codes,
    Capability::AsPerson,
];

/// A Public 360.
pub struct P360 {
    service: Service,
    documents: Arc<dyn Documents>,
    table: Option<AccessTable>,
    clock: Arc<dyn Clock>,
}

impl fmt::Debug for P360 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("P360").field("service", &self.service).finish_non_exhaustive()
    }
}

impl P360 {
    /// One with these settings; nothing is asked yet. What a person sees is what Public 360 shows that person.
    ///
    /// # Errors
    /// [`Wrong`] names the setting that cannot be used.
    pub fn new(settings: Settings, documents: Arc<dyn Documents>, clock: Arc<dyn Clock>) -> Result<Self, Wrong> {
        Ok(Self { service: Service::new(settings)?, documents, table: None, clock })
    }

    /// The same, seen through the house's own table besides.
    #[must_use]
    pub fn seen_by(self, table: AccessTable) -> Self {
        Self { table: Some(table), ..self }
    }

    async fn in_time<T>(&self, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        let patience = self.service.settings().total;
        timeout(patience, work).await.unwrap_or_else(|_| Err(failure::slow(patience)))
    }

    fn seen(&self, person: &Person, case: Case) -> Option<Case> {
        match &self.table {
            Some(table) => case.seen_by(person, table),
            None => Some(case),
        }
    }
}

#[async_trait]
impl Records for P360 {
    fn system(&self) -> &str {
        SYSTEM
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities::of(&CAN)
    }

    async fn health(&self) -> Result<String, Failure> {
        let asked = async {
            self.service.ping().await?;
            code::table(&self.service, code::ACCESS).await
        };
        let codes = self.in_time(asked).await?.iter().count();
        Ok(format!("answers, lets us in, and has {codes} access codes; it is asked in each person's own name"))
    }

    async fn codes(&self, _: &Person, list: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
        self.in_time(code::list(&self.service, list)).await
    }

    async fn case(&self, person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure> {
        let upn = Upn::of(person)?;
        let found = self.in_time(Reading { service: &self.service, person: &upn }.case(number)).await?;
        Ok(found.and_then(|case| self.seen(person, case)))
    }

    async fn cases_of(&self, person: &Person, address: &str) -> Result<Vec<Case>, Failure> {
        let (upn, address) = (Upn::of(person)?, address.trim().to_lowercase());
        if address.is_empty() {
            return Ok(Vec::new());
        }
        let found = self.in_time(Reading { service: &self.service, person: &upn }.cases_of(&address)).await?;
        let seen = found.into_iter().filter_map(|case| self.seen(person, case));
        // Who stands in a hidden entry alone has, for this person, no part in the case.
        let mut cases: Vec<Case> = seen.filter(|case| case.knows(&address)).collect();
        cases.sort_by_key(|case| std::cmp::Reverse((case.opened, case.number)));
        cases.truncate(read::CASES);
        Ok(cases)
    }

    async fn cases_like(&self, person: &Person, seek: &Seek) -> Result<Vec<Case>, Failure> {
        let upn = Upn::of(person)?;
        let year = u16::try_from(day(self.clock.now()).year()).unwrap_or_default();
        let found = self.in_time(Reading { service: &self.service, person: &upn }.cases_like(seek, year)).await?;
        let meant = found.into_iter().filter(|case| seek.meets(case.number, &case.title));
        Ok(seek.ordered(meant.filter_map(|case| self.seen(person, case)).collect()))
    }

    async fn sources_of(&self, person: &Person, case: &Case) -> Result<Contents, Failure> {
        let upn = Upn::of(person)?;
        let texts = document::Texts { service: &self.service, person: &upn, documents: &*self.documents };
        // Only the texts that this person may see are fetched at all.
        let Some(seen) = self.seen(person, case.clone()) else { return Ok(Contents::default()) };
        let case = self.in_time(texts.of(seen)).await?;
        Ok(Contents::of(&case, self.clock.now()))
    }

    /// It holds cases; what holds outside of them is the register's.
    async fn search(&self, _: &Person, _: &Query) -> Result<Vec<Source>, Failure> {
        Ok(Vec::new())
    }

    async fn units(&self, _: &Person) -> Result<Vec<Unit>, Failure> {
        Ok(Vec::new())
    }
}

#[async_trait]
impl Journal for P360 {
    async fn register(&self, person: &Person, filing: &Filing) -> Result<Filed, Failure> {
        let upn = Upn::of(person)?;
        self.in_time(Writing { service: &self.service, person: &upn }.register(filing)).await
    }

    async fn sign_off(&self, person: &Person, incoming: &Filed, answer: &Filed) -> Result<(), Failure> {
        let upn = Upn::of(person)?;
        self.in_time(Writing { service: &self.service, person: &upn }.sign_off(incoming, answer)).await
    }

    async fn undo(&self, person: &Person, filed: &Filed) -> Result<(), Failure> {
        let upn = Upn::of(person)?;
        self.in_time(Writing { service: &self.service, person: &upn }.undo(&filed.id)).await
    }
}
