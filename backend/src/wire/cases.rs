//! Where cases lie (saker): in the case system that the settings name, else in the register; what holds outside cases is always the
//! register's.

use crate::config::{self, Config};
use async_trait::async_trait;
use domain::{
    case::Case,
    evidence::{Query, Seek, Source},
    person::Person,
    port::{Clock, Failure, Reader, Records, Secret},
    rule::access::AccessTable,
    sort::Unit,
};
use noark::{Noark, Settings};
use std::{sync::Arc, time::Duration};
use vocabulary::CaseNumber;

/// The case system of these settings; none where no address is written.
///
/// # Errors
/// A sentence that names the setting that cannot be used.
pub(super) fn noark(
    ours: &config::Noark,
    table: AccessTable,
    (reader, clock): (Arc<dyn Reader>, Arc<dyn Clock>),
) -> Result<Option<Noark>, String> {
    if ours.url.is_empty() {
        return Ok(None);
    }
    let secret = super::secret::read("noark.client_secret", &ours.client_secret)?;
    let written = |text: &String| (!text.is_empty()).then(|| text.clone());
    let patience = Duration::from_secs(ours.patience);
    let settings = Settings {
        identity: written(&ours.identity),
        scope: written(&ours.scope),
        timeout: patience,
        total: patience * 2,
        ..Settings::at(&ours.url, &ours.client_id, secret.unwrap_or_else(|| Secret::new("")))
    };
    let noark =
        Noark::new(settings, reader, clock).map_err(|wrong| format!("noark.{}: {}.", wrong.field, wrong.remedy))?;
    Ok(Some(noark.seen_by(table)))
}

/// The records of this configuration: the register's, with the cases of the case system where one is named.
///
/// # Errors
/// As [`noark`].
pub(super) fn beside(
    config: &Config,
    register: Arc<dyn Records>,
    clock: Arc<dyn Clock>,
) -> Result<Arc<dyn Records>, String> {
    let noark = noark(&config.noark, config.access.table()?, (Arc::new(text::Text), clock))?;
    Ok(match noark {
        Some(noark) => Arc::new(Parted { cases: Arc::new(noark), rest: register }),
        None => register,
    })
}

/// Whether the case system answers and lets us in; nothing where none is named.
pub async fn noark_answers(config: &Config) -> Option<Result<String, String>> {
    let plugs = (Arc::new(text::Text) as Arc<dyn Reader>, Arc::new(super::SystemClock) as Arc<dyn Clock>);
    match noark(&config.noark, AccessTable::default(), plugs) {
        Ok(noark) => Some(noark?.reach().await.map_err(|failure| failure.to_string())),
        Err(why) => Some(Err(why)),
    }
}

/// Cases from one system, everything else from another.
pub(super) struct Parted {
    /// Where the cases are.
    pub(super) cases: Arc<dyn Records>,
    /// Where articles, fees, law and units are.
    pub(super) rest: Arc<dyn Records>,
}

#[async_trait]
impl Records for Parted {
    async fn case(&self, person: &Person, number: CaseNumber) -> Result<Option<Case>, Failure> {
        self.cases.case(person, number).await
    }

    async fn cases_of(&self, person: &Person, address: &str) -> Result<Vec<Case>, Failure> {
        self.cases.cases_of(person, address).await
    }

    async fn cases_like(&self, person: &Person, seek: &Seek) -> Result<Vec<Case>, Failure> {
        self.cases.cases_like(person, seek).await
    }

    async fn sources_of(&self, person: &Person, number: CaseNumber) -> Result<Vec<Source>, Failure> {
        self.cases.sources_of(person, number).await
    }

    async fn search(&self, person: &Person, query: &Query) -> Result<Vec<Source>, Failure> {
        self.rest.search(person, query).await
    }

    async fn units(&self, person: &Person) -> Result<Vec<Unit>, Failure> {
        self.rest.units(person).await
    }
}
