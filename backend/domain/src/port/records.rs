//! The case system (fagsystem), read-only: cases and sources that this person may see.

use super::Failure;
use crate::{
    case::Case,
    evidence::{Query, Seek, Source},
    person::Person,
    sort::Unit,
};
use async_trait::async_trait;
use vocabulary::CaseNumber;

/// A records system.
#[async_trait]
pub trait Records: Send + Sync {
    /// The case with exactly this number.
    async fn case(&self, person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure>;
    /// Cases in which this address is party or correspondent, newest first, at most twenty.
    async fn cases_of(&self, person: &Person, address: &str) -> Result<Vec<Case>, Failure>;
    /// Cases that a search means, in its order: the one whose number it gives, then the newest, at most twenty.
    async fn cases_like(&self, person: &Person, seek: &Seek) -> Result<Vec<Case>, Failure>;
    /// The case's own facts and documents as sources.
    async fn sources_of(&self, person: &Person, number: CaseNumber) -> Result<Vec<Source>, Failure>;
    /// The best sources outside cases (articles, fees, law) for each question, best first, holding on the day asked for.
    async fn search(&self, person: &Person, query: &Query) -> Result<Vec<Source>, Failure>;
    /// Where mail can be forwarded.
    async fn units(&self, person: &Person) -> Result<Vec<Unit>, Failure>;
}
