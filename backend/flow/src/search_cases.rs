//! Searches for a case (søk etter sak): by number or by words of its title, among those that the caller may see.

use crate::{Call, Failure, Flow, allow};
use domain::evidence::Seek;
use vocabulary::CaseNumber;

impl Flow {
    /// A few cases with their titles, the newest first.
    ///
    /// # Errors
    /// `NotAllowed` for who does not write; `BadInput` with field `text` where there is nothing to seek by; `Outside` where the records do
    /// not answer.
    pub async fn search_cases(&self, call: Call<'_>, text: &str) -> Result<Vec<(CaseNumber, String)>, Failure> {
        allow(call.person().is_writer())?;
        let seek = Seek::of(text).ok_or_else(|| {
            let why = call.words.pick(
                "Skriv et saksnummer eller noen ord fra tittelen på saken.",
                "Skriv eit saksnummer eller nokre ord frå tittelen på saka.",
                "Write a case number or some words of the title of the case.",
            );
            Failure::BadInput { field: "text", why: why.to_owned() }
        })?;
        let found = self.records.cases_like(call.person(), &seek).await?;
        Ok(found.into_iter().map(|case| (case.number, case.title)).collect())
    }
}
