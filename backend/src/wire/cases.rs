//! Where cases lie (saker): in each case system that the settings name, and in the register; all are asked.

use super::{SystemClock, einnsyn, fiks, noark, p360, patient::Patient};
use crate::{config::Config, reading};
use domain::port::{Capability, Clock, Documents, Records};
use std::{sync::Arc, time::Duration};

/// What every case system is made with.
pub(super) struct Plugs {
    /// Reads files, apart.
    pub(super) documents: Arc<dyn Documents>,
    /// Time.
    pub(super) clock: Arc<dyn Clock>,
}

/// A case system of these settings; none where they name none.
type Made = Result<Option<Arc<dyn Records>>, String>;

/// How one is made.
type Making = fn(&Config, &Plugs) -> Made;

/// Every case system that can be connected, by the section of its settings. The first one counts where two tell of the same case.
const SYSTEMS: [(&str, Making); 4] = [
    ("noark", |config, plugs| made(noark::noark(config, plugs))),
    ("p360", |config, plugs| made(p360::p360(config, plugs))),
    ("fiks", |config, plugs| made(fiks::fiks(config, plugs))),
    ("einnsyn", |config, plugs| made(einnsyn::einnsyn(config, plugs))),
];

fn made<R: Records + 'static>(system: Result<Option<R>, String>) -> Made {
    Ok(system?.map(|system| Arc::new(system) as Arc<dyn Records>))
}

/// The case systems of this configuration in the order in which they count, each with the time it has; the register last, which is always there.
///
/// # Errors
/// A sentence that names the setting that cannot be used.
pub(super) fn systems(
    config: &Config,
    register: Arc<dyn Records>,
    clock: Arc<dyn Clock>,
) -> Result<Vec<Arc<dyn Records>>, String> {
    let plugs = Plugs { documents: reading::documents(), clock };
    let patience = Duration::from_secs(config.cases.patience);
    let made: Result<Vec<_>, String> = SYSTEMS.iter().map(|(_, make)| make(config, &plugs)).collect();
    let patient = |system| -> Arc<dyn Records> { Arc::new(Patient::new(system, patience)) };
    Ok(made?.into_iter().flatten().map(patient).chain([register]).collect())
}

/// Whether each case system that is named answers and lets us in, and what it cannot do.
pub async fn cases_answer(config: &Config) -> Vec<(&'static str, Result<String, String>)> {
    let plugs = Plugs { documents: reading::documents(), clock: Arc::new(SystemClock) };
    let mut all = Vec::new();
    for (name, make) in SYSTEMS {
        match make(config, &plugs) {
            Ok(Some(system)) => all.push((name, answer(&*system).await)),
            Ok(None) => {}
            Err(why) => all.push((name, Err(why))),
        }
    }
    all
}

async fn answer(system: &dyn Records) -> Result<String, String> {
    // The line begins with its name already.
    let answers = system.health().await.map_err(|failure| failure.detail)?;
    let can = system.capabilities();
    let (able, unable) = (words(can.iter()), words(can.lacking()));
    let unable = if unable.is_empty() { String::new() } else { format!("; cannot {unable}") };
    Ok(format!("{answers}. It can {able}{unable}"))
}

fn words(some: impl Iterator<Item = Capability>) -> String {
    some.map(word).collect::<Vec<_>>().join(", ")
}

fn word(one: Capability) -> &'static str {
    match one {
        Capability::Number => "find a case by its number",
        Capability::Address => "find cases by an address",
        Capability::Words => "find cases by words",
        Capability::Texts => "give the texts of documents",
        Capability::Journal => "take mails into the journal",
        Capability::SignOff => "sign them off",
        Capability::Undo => "take that back",
        Capability::Codes => "give its code lists",
        Capability::AsPerson => "be asked in the person's own name",
        Capability::Precedents => "be searched outside the case",
    }
}
