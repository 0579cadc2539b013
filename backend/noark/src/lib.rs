//! Case systems that speak the Noark 5 service interface 1.1 (tjenestegrensesnitt): hypermedia over HTTP, read in the house's name or the person's.
//!
//! Addresses are never built: every one is followed from a relation of the standard, and only to where the kernel itself is. What the
//! kernel gives is seen through the house's access table, also where it is asked in the person's own name: the stricter of the two counts.

mod address;
mod ask;
mod code;
mod document;
mod failure;
mod file;
mod filter;
mod journal;
mod link;
mod read;
mod settings;
mod sign_in;
mod wire;
#[cfg(test)]
mod spec;
mod write;

pub use settings::{Settings, Wrong};

use ask::Kernel;
use async_trait::async_trait;
use domain::{
    case::Case,
    evidence::{Contents, Query, Seek, Source},
    person::Person,
    port::{
        Capabilities, Capability, Clock, CodeList, CodeRow, Documents, Failure, Filed, Filing, Journal, Records, Secret,
    },
    rule::access::AccessTable,
    sort::Unit,
};
use std::{fmt, sync::Arc};
use tokio::time::timeout;
use vocabulary::CaseNumber;

/// The name of this system in sources and failures.
pub(crate) const SYSTEM: &str = "noark";

/// What the interface offers; what holds outside of cases is not among it.
const CAN: [Capability; 8] = [
    Capability::Number,
    Capability::Address,
    Capability::Words,
    Capability::Texts,
    Capability::Journal,
    Capability::SignOff,
    Capability::Undo,
    Capability::Codes,
];

/// A case system behind the Noark 5 service interface.
pub struct Noark {
    kernel: Kernel,
    documents: Arc<dyn Documents>,
    table: AccessTable,
    clock: Arc<dyn Clock>,
}

impl fmt::Debug for Noark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Noark").field("kernel", &self.kernel).finish_non_exhaustive()
    }
}

impl Noark {
    /// A kernel with these settings; nothing is asked yet. What is restricted is seen by those who answer for it alone.
    ///
    /// # Errors
    /// [`Wrong`] names the setting that cannot be used.
    pub fn new(settings: Settings, documents: Arc<dyn Documents>, clock: Arc<dyn Clock>) -> Result<Self, Wrong> {
        Ok(Self { kernel: Kernel::new(settings)?, documents, table: AccessTable::default(), clock })
    }

    /// The same, what is restricted to be seen as this table says.
    #[must_use]
    pub fn seen_by(self, table: AccessTable) -> Self {
        Self { table, ..self }
    }

    async fn in_time<T>(&self, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        let patience = self.kernel.settings().total;
        timeout(patience, work).await.unwrap_or_else(|_| Err(failure::slow(patience)))
    }

    fn seen(&self, person: &Person, case: Case) -> Option<Case> {
        case.seen_by(person, &self.table)
    }
}

#[async_trait]
impl Records for Noark {
    fn system(&self) -> &str {
        SYSTEM
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities::of(&CAN).with(Capability::AsPerson, self.scope().is_some())
    }

    fn scope(&self) -> Option<&str> {
        self.kernel.settings().person_scope.as_deref()
    }

    fn in_name_of(&self, token: Secret) -> Option<Arc<dyn Records>> {
        self.scope()?;
        Some(Arc::new(Self {
            kernel: self.kernel.in_name_of(token),
            documents: self.documents.clone(),
            table: self.table.clone(),
            clock: self.clock.clone(),
        }))
    }

    async fn health(&self) -> Result<String, Failure> {
        self.in_time(read::reach(&self.kernel)).await
    }

    async fn codes(&self, _: &Person, list: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
        self.in_time(code::list(&self.kernel, list)).await
    }

    async fn case(&self, person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure> {
        let found = self.in_time(read::case(&self.kernel, number)).await?;
        Ok(found.and_then(|case| self.seen(person, case)))
    }

    async fn cases_of(&self, person: &Person, address: &str) -> Result<Vec<Case>, Failure> {
        let address = address.trim().to_lowercase();
        let found = self.in_time(address::cases(&self.kernel, &address)).await?;
        let seen = found.into_iter().filter_map(|case| self.seen(person, case));
        // Who stands in a hidden entry alone has, for this person, no part in the case; and a kernel's own search finds more than asked.
        let mut cases: Vec<Case> = seen.filter(|case| case.knows(&address)).collect();
        cases.sort_by_key(|case| std::cmp::Reverse((case.opened, case.number)));
        cases.truncate(read::CASES);
        Ok(cases)
    }

    async fn cases_like(&self, person: &Person, seek: &Seek) -> Result<Vec<Case>, Failure> {
        let found = self.in_time(read::cases_like(&self.kernel, seek)).await?;
        let meant = found.into_iter().filter(|case| seek.meets(case.number, &case.title));
        Ok(seek.ordered(meant.filter_map(|case| self.seen(person, case)).collect()))
    }

    async fn sources_of(&self, person: &Person, case: &Case) -> Result<Contents, Failure> {
        let texts = document::Texts { kernel: &self.kernel, documents: &*self.documents };
        // Only the texts that this person may see are fetched at all.
        let Some(seen) = self.seen(person, case.clone()) else { return Ok(Contents::default()) };
        let case = self.in_time(texts.of(seen)).await?;
        Ok(Contents::of(&case, self.clock.now()))
    }

    /// A kernel holds cases; what holds outside of them is the register's.
    async fn search(&self, _: &Person, _: &Query) -> Result<Vec<Source>, Failure> {
        Ok(Vec::new())
    }

    async fn units(&self, _: &Person) -> Result<Vec<Unit>, Failure> {
        Ok(Vec::new())
    }
}

#[async_trait]
impl Journal for Noark {
    async fn register(&self, person: &Person, filing: &Filing) -> Result<Filed, Failure> {
        self.in_time(journal::register(&self.kernel, person, filing)).await
    }

    async fn sign_off(&self, _: &Person, incoming: &Filed, answer: &Filed) -> Result<(), Failure> {
        self.in_time(journal::sign_off(&self.kernel, incoming, answer)).await
    }

    async fn undo(&self, _: &Person, filed: &Filed) -> Result<(), Failure> {
        self.in_time(journal::undo(&self.kernel, &filed.id)).await
    }
}
