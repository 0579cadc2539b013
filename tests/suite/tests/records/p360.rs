//! Public 360 under test: how it is set up, and what is its own: the person's name on every call, and failures in a 200.

mod asked;
mod failing;
mod journal;

use crate::{
    person::{UNITS, account, table},
    system::{System, clock, folder, only},
};
use domain::port::Secret;
use p360::{Entrance, Numbers, P360, Settings};
use std::{sync::Arc, time::Duration};
use tempfile::TempDir;
use town::{P360Settings, P360User};

/// As most have it: short numbers, a key, and its own rules alone.
pub(crate) async fn usual(many: usize) -> System {
    started(many, false, |_| {}).await.1
}

/// Whole years, a token, and the house's table besides.
pub(crate) async fn other(many: usize) -> System {
    started(many, true, |_| {}).await.1
}

/// The plug that also writes, and the system behind it.
pub(crate) async fn started(many: usize, other: bool, change: impl Fn(&mut Settings)) -> (Arc<P360>, System) {
    of_town(folder(many), other, change).await
}

/// One with this case alone.
pub(crate) async fn with(case: &serde_json::Value) -> System {
    of_town(only(case), false, |_| {}).await.1
}

async fn of_town(folder: TempDir, other: bool, change: impl Fn(&mut Settings)) -> (Arc<P360>, System) {
    let user = |unit: &str| P360User { upn: account(unit), units: vec![unit.to_owned()], codes: vec!["UO".to_owned()] };
    let users = UNITS.into_iter().chain([""]).map(user).collect();
    let settings =
        P360Settings { records: Some(folder.path().to_owned()), users, long_numbers: other, ..P360Settings::default() };
    let town = town::P360::start(settings).await.expect("it starts");
    let entrance = if other {
        let (endpoint, scope) = (format!("{}/oauth2/v2.0/token", town.url), "api://p360/.default".to_owned());
        Entrance::Token { endpoint, secret: Secret::new("town-p360-secret"), scope }
    } else {
        Entrance::Key(Secret::new("town-p360-key"))
    };
    let mut ours = Settings::at(&town.url, "saksvar", entrance);
    ours.numbers = if other { Numbers::Long } else { Numbers::Short };
    (ours.timeout, ours.total) = (Duration::from_secs(30), Duration::from_secs(60));
    change(&mut ours);
    let p360 = P360::new(ours, Arc::new(backend::reading::Here), clock()).expect("the settings are right");
    let p360 = Arc::new(if other { p360.seen_by(table()) } else { p360 });
    let name = if other { "p360, token and whole years" } else { "p360" };
    (p360.clone(), System { name, records: p360, kernel: None, p360: Some(town), _folder: folder })
}
