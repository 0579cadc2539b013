//! Published journals (eInnsyn), read for what was answered before in matters of the same kind.
//!
//! What is asked are words of a list ([`Query::outward`]): of the mail itself nothing leaves the house. What comes back is the public's, and
//! stands as similar cases do: for the caseworker alone, last, never quoted, and no claim rests on it. It is not the citizen's case, and its
//! numbers are another body's.

mod ask;
mod failure;
mod settings;
#[cfg(test)]
mod tests;
mod wire;

pub use settings::{Settings, Wrong};

use ask::Door;
use async_trait::async_trait;
use domain::{
    case::Case,
    evidence::{Contents, Origin, Query, Seek, Source},
    person::Person,
    port::{Capabilities, Capability, Clock, CodeList, CodeRow, Failure, Records},
    sort::Unit,
};
use futures::future::try_join_all;
use std::{fmt, sync::Arc};
use tokio::time::timeout;
use vocabulary::CaseNumber;
use wire::{Body, Entry, Folder};

/// The name of this system in sources and failures.
pub(crate) const SYSTEM: &str = "einnsyn";
/// Entries of one question; a few show what was done, more are a list.
const EACH: usize = 3;

/// eInnsyn.
pub struct Einnsyn {
    door: Door,
    clock: Arc<dyn Clock>,
}

impl fmt::Debug for Einnsyn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Einnsyn").field("door", &self.door).finish_non_exhaustive()
    }
}

impl Einnsyn {
    /// eInnsyn with these settings; nothing is asked yet.
    ///
    /// # Errors
    /// [`Wrong`] names the setting that cannot be used.
    pub fn new(settings: Settings, clock: Arc<dyn Clock>) -> Result<Self, Wrong> {
        Ok(Self { door: Door::new(settings)?, clock })
    }

    async fn in_time<T>(&self, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
        let patience = self.door.settings().timeout;
        timeout(patience, work).await.unwrap_or_else(|_| Err(failure::slow(patience)))
    }

    fn source(&self, entry: &Entry) -> Source {
        let folder = serde_json::from_value::<Folder>(entry.saksmappe.clone()).ok();
        let body = serde_json::from_value::<Body>(entry.journalenhet.clone()).ok();
        let number = folder.as_ref().map(|folder| format!("{}-{}", folder.saksnummer, entry.journalpostnummer));
        let who = [body.map(|body| body.navn), entry.administrativ_enhet.clone()];
        let who: Vec<String> = who.into_iter().flatten().filter(|name| !name.trim().is_empty()).collect();
        let title = entry.offentlig_tittel.clone();
        Source {
            system: SYSTEM.to_owned(),
            date: entry.date(),
            url: self.door.address(&entry.id),
            retrieved: self.clock.now(),
            text: told(&title, &who, folder.map(|folder| folder.offentlig_tittel)),
            ..Source::open(Origin::Similar, number.as_ref().unwrap_or(&entry.id), &title, "")
        }
    }
}

/// What is known of an answer without the letter itself.
fn told(title: &str, who: &[String], case: Option<String>) -> String {
    let who = if who.is_empty() { "Et annet organ".to_owned() } else { who.join(", ") };
    let case = case.filter(|case| case != title).map_or_else(String::new, |case| format!(" i saken «{case}»"));
    format!("{who} har sendt «{title}»{case}. Brevet kan bes om innsyn i.")
}

#[async_trait]
impl Records for Einnsyn {
    fn system(&self) -> &str {
        SYSTEM
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities::of(&[Capability::Precedents])
    }

    async fn health(&self) -> Result<String, Failure> {
        self.in_time(self.door.reach()).await?;
        Ok("answers; it is asked for words of the matter alone".to_owned())
    }

    async fn codes(&self, _: &Person, _: CodeList) -> Result<Option<Vec<CodeRow>>, Failure> {
        Ok(None)
    }

    /// A published case is not the house's case, also where the number is the same.
    async fn case(&self, _: &Person, _: CaseNumber) -> Result<Option<Case>, Failure> {
        Ok(None)
    }

    async fn cases_of(&self, _: &Person, _: &str) -> Result<Vec<Case>, Failure> {
        Ok(Vec::new())
    }

    async fn cases_like(&self, _: &Person, _: &Seek) -> Result<Vec<Case>, Failure> {
        Ok(Vec::new())
    }

    async fn sources_of(&self, _: &Person, _: &Case) -> Result<Contents, Failure> {
        Ok(Contents::default())
    }

    async fn search(&self, _: &Person, query: &Query) -> Result<Vec<Source>, Failure> {
        let (most, now) = (EACH.min(query.limit), self.clock.now());
        let asked = query.outward();
        let searches = asked.iter().map(|words| self.door.answered(words, (most, now)));
        let found = self.in_time(try_join_all(searches)).await?;
        let mut sources: Vec<Source> = Vec::new();
        for source in found.into_iter().flatten().map(|entry| self.source(&entry)) {
            if sources.iter().all(|known| known.url != source.url) {
                sources.push(source);
            }
        }
        Ok(sources)
    }

    async fn units(&self, _: &Person) -> Result<Vec<Unit>, Failure> {
        Ok(Vec::new())
    }
}
