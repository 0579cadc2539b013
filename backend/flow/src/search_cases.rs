//! Searches for a case (søk etter sak): by number or by words of its title, among those that the caller may see.

use crate::{Call, Failure, Flow, Sought, allow};
use domain::{evidence::Seek, port::Capability};

impl Flow {
    /// A few cases with their titles, the newest first; and which systems said nothing, or cannot be searched so.
    ///
    /// # Errors
    /// `NotAllowed` for who does not write; `BadInput` with field `text` where there is nothing to seek by; `Outside` where the records do
    /// not answer.
    pub async fn search_cases(&self, call: Call<'_>, text: &str) -> Result<Sought, Failure> {
        allow(call.person().is_writer())?;
        let seek = Seek::of(text).ok_or_else(|| {
            let why = call.words.pick(
                "Skriv et saksnummer eller noen ord fra tittelen på saken.",
                "Skriv eit saksnummer eller nokre ord frå tittelen på saka.",
                "Write a case number or some words of the title of the case.",
            );
            Failure::BadInput { field: "text", why: why.to_owned() }
        })?;
        let found = self.cases_like(call, &seek).await?;
        let cases = found.value.into_iter().map(|case| (case.number, case.title)).collect();
        let wordless = if seek.number().is_some() { Vec::new() } else { self.records.lacking(Capability::Words) };
        Ok(Sought { cases, silent: found.silent, wordless })
    }
}
