//! Archives that are reached by messages (KS Fiks Arkiv V1): XML by the standard's schemas, over whatever carries it.
//!
//! The messages are whole: every one that is written is valid, and what comes back is read as its schema says or not at all. What carries
//! them is a [`Transport`]; Fiks IO itself, which encrypts and queues them, is not connected, and a folder stands in for it. What the archive
//! gives is seen through the house's access table, for it is asked in the name of the house and not of the person.

mod ask;
mod code;
mod document;
mod failure;
mod journal;
mod message;
mod read;
mod settings;
mod transport;
mod xml;

pub use message::{Answer, Attachment, Kind, Message};
pub use settings::{Settings, Wrong};
pub use transport::{Folder, Loopback, Transport};

use ask::Archive;
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
use std::{fmt, sync::Arc};
use tokio::time::timeout;
use vocabulary::CaseNumber;

/// The name of this system in sources and failures.
pub(crate) const SYSTEM: &str = "fiks";
/// What it can do. It is asked in the name of the house, and holds nothing outside its cases.
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

/// An archive behind Fiks Arkiv.
pub struct Fiks {
    archive: Archive,
    documents: Arc<dyn Documents>,
    table: AccessTable,
    clock: Arc<dyn Clock>,
}

impl fmt::Debug for Fiks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fiks").field("archive", &self.archive).finish_non_exhaustive()
    }
}

impl Fiks {
    /// An archive with these settings, through their folder; nothing is asked yet. What is restricted is seen by those who answer for it
    /// alone.
    ///
    /// # Errors
    /// [`Wrong`] names the setting that cannot be used.
    pub fn new(settings: Settings, documents: Arc<dyn Documents>, clock: Arc<dyn Clock>) -> Result<Self, Wrong> {
        settings.judged()?;
        let bytes = settings.answer_bytes.max(settings.file_bytes);
        let folder = Folder::at(&settings.folder, (&settings.account, &settings.archive), bytes);
        Ok(Self::over(Arc::new(folder), settings, (documents, clock)))
    }

    /// An archive over another transport; the folder of the settings is not used.
    #[must_use]
    pub fn over(
        transport: Arc<dyn Transport>,
        settings: Settings,
        (documents, clock): (Arc<dyn Documents>, Arc<dyn Clock>),
    ) -> Self {
        Self { archive: Archive::new(settings, transport), documents, table: AccessTable::default(), clock }
    }

    /// The same, what is restricted to be seen as this table says.
    #[must_use]
    pub fn seen_by(self, table: AccessTable) -> Self {
        Self { table, ..self }
    }

    async fn in_time<T>(&self, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        let patience = self.archive.settings().total;
        timeout(patience, work).await.unwrap_or_else(|_| Err(failure::slow(patience)))
    }

    fn seen(&self, person: &Person, case: Case) -> Option<Case> {
        case.seen_by(person, &self.table)
    }
}

#[async_trait]
impl Records for Fiks {
    fn system(&self) -> &str {
        SYSTEM
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities::of(&CAN)
    }

    async fn health(&self) -> Result<String, Failure> {
        self.in_time(read::reach(&self.archive)).await
    }

    async fn codes(&self, _: &Person, list: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
        self.in_time(code::list(&self.archive, list)).await
    }

    async fn case(&self, person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure> {
        let found = self.in_time(read::case(&self.archive, number)).await?;
        Ok(found.and_then(|case| self.seen(person, case)))
    }

    async fn cases_of(&self, person: &Person, address: &str) -> Result<Vec<Case>, Failure> {
        let address = address.trim().to_lowercase();
        let found = self.in_time(read::cases_of(&self.archive, &address)).await?;
        let seen = found.into_iter().filter_map(|case| self.seen(person, case));
        // Who stands in a hidden entry alone has, for this person, no part in the case.
        let mut cases: Vec<Case> = seen.filter(|case| case.knows(&address)).collect();
        cases.sort_by_key(|case| std::cmp::Reverse((case.opened, case.number)));
        Ok(cases)
    }

    async fn cases_like(&self, person: &Person, seek: &Seek) -> Result<Vec<Case>, Failure> {
        let found = self.in_time(read::cases_like(&self.archive, seek)).await?;
        let meant = found.into_iter().filter(|case| seek.meets(case.number, &case.title));
        Ok(seek.ordered(meant.filter_map(|case| self.seen(person, case)).collect()))
    }

    async fn sources_of(&self, person: &Person, case: &Case) -> Result<Contents, Failure> {
        let texts = document::Texts { archive: &self.archive, documents: &*self.documents };
        // Only the texts that this person may see are fetched at all.
        let Some(seen) = self.seen(person, case.clone()) else { return Ok(Contents::default()) };
        let case = self.in_time(texts.of(seen)).await?;
        Ok(Contents::of(&case, self.clock.now()))
    }

    /// An archive holds cases; what holds outside of them is the register's.
    async fn search(&self, _: &Person, _: &Query) -> Result<Vec<Source>, Failure> {
        Ok(Vec::new())
    }

    async fn units(&self, _: &Person) -> Result<Vec<Unit>, Failure> {
        Ok(Vec::new())
    }
}

#[async_trait]
impl Journal for Fiks {
    async fn register(&self, person: &Person, filing: &Filing) -> Result<Filed, Failure> {
        self.in_time(journal::register(&self.archive, person, filing)).await
    }

    async fn sign_off(&self, person: &Person, incoming: &Filed, answer: &Filed) -> Result<(), Failure> {
        let when = day(self.clock.now());
        self.in_time(journal::sign_off(&self.archive, (person, when), (incoming, answer))).await
    }

    async fn undo(&self, _: &Person, filed: &Filed) -> Result<(), Failure> {
        self.in_time(journal::undo(&self.archive, filed)).await
    }
}
