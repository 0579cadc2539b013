//! The case system (fagsystem), read-only: cases and sources that this person may see.

use super::{Capabilities, CodeList, CodeRow, Failure, Secret};
use crate::{
    case::Case,
    evidence::{Contents, Query, Seek, Source},
    person::Person,
    sort::Unit,
};
use async_trait::async_trait;
use std::sync::Arc;
use vocabulary::CaseNumber;

/// A records system. What it cannot do is absent from its capabilities, and the method answers that nothing is there.
#[async_trait]
pub trait Records: Send + Sync {
    /// What this system is called in sources and to people, for example `noark`.
    fn system(&self) -> &str;
    /// What it can do.
    fn capabilities(&self) -> Capabilities;
    /// What a token in the person's own name must be for; none where it is asked in the name of the house.
    fn scope(&self) -> Option<&str> {
        None
    }
    /// The same system, asked in the name of whoever this token was given for; none where it takes no such token.
    fn in_name_of(&self, _token: Secret) -> Option<Arc<dyn Records>> {
        None
    }
    /// Whether it answers and lets us in, as a sentence.
    async fn health(&self) -> Result<String, Failure>;
    /// A code list; none where the system has no such list.
    async fn codes(&self, person: &Person, list: CodeList) -> Result<Option<Vec<CodeRow>>, Failure>;
    /// The case with exactly this number.
    async fn case(&self, person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure>;
    /// Cases in which this address is party or correspondent, newest first, at most twenty; each with what is needed to know that, and what
    /// else is in it may be missing.
    async fn cases_of(&self, person: &Person, address: &str) -> Result<Vec<Case>, Failure>;
    /// Cases that a search means, in its order: the one whose number it gives, then the newest, at most twenty.
    async fn cases_like(&self, person: &Person, seek: &Seek) -> Result<Vec<Case>, Failure>;
    /// The facts and documents of a case that this person has read from this very system, as sources, and which of its documents could
    /// not be read; the case is not read again.
    async fn sources_of(&self, person: &Person, case: &Case) -> Result<Contents, Failure>;
    /// The best sources outside cases (articles, fees, law) for each question, best first, holding on the day asked for.
    async fn search(&self, person: &Person, query: &Query) -> Result<Vec<Source>, Failure>;
    /// Where mail can be forwarded.
    async fn units(&self, person: &Person) -> Result<Vec<Unit>, Failure>;
}
