//! A municipality switched off and on again (av- og påslag): a file in its own folder says so, and a running server sees it within a second.
//!
//! Switched off, its people are refused with a sentence and its gate lets every mail go, as if there were no add-in. Nothing is erased by
//! it: what is due by the house rule goes, and the rest stays.

use crate::config::Config;
use jiff::Timestamp;
use std::{
    fs::{self, OpenOptions},
    io::{ErrorKind, Write},
    path::PathBuf,
    sync::{Arc, Weak},
    time::Duration,
};
use web::Server;

/// The file, in the folder of one municipality.
pub(crate) const DISABLED: &str = "disabled";
/// How soon a server sees it.
const LOOK: Duration = Duration::from_secs(1);

fn place(house: &Config) -> PathBuf {
    house.own_folder().join(DISABLED)
}

/// Since when it is switched off, as it was written down.
pub(crate) fn since(house: &Config) -> Option<String> {
    fs::read_to_string(place(house)).ok().map(|text| text.trim().to_owned())
}

/// Switches it off; whether it was on.
///
/// # Errors
/// A sentence when nothing can be written there.
pub(crate) fn turn_off(house: &Config, now: Timestamp) -> Result<bool, String> {
    let (folder, place) = (house.own_folder(), place(house));
    let told = |error: std::io::Error| format!("{}: {error}", place.display());
    fs::create_dir_all(&folder).map_err(told)?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(&place) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        opened => {
            let mut file = opened.map_err(told)?;
            writeln!(file, "{now:.0}").and_then(|()| file.sync_all()).map_err(told).map(|()| true)
        }
    }
}

/// Switches it on; whether it was off.
///
/// # Errors
/// A sentence when the file cannot be taken away.
pub(crate) fn turn_on(house: &Config) -> Result<bool, String> {
    let place = place(house);
    match fs::remove_file(&place) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(format!("{}: {error}", place.display())),
    }
}

/// Sets a server as its file says, now and for as long as it lives.
pub(crate) fn follow(house: &Config, server: &Arc<Server>) {
    let place = place(house);
    let look = move |server: &Server| server.serve(!place.exists());
    look(server);
    let server: Weak<Server> = Arc::downgrade(server);
    tokio::spawn(async move {
        let mut clock = tokio::time::interval(LOOK);
        loop {
            clock.tick().await;
            let Some(server) = server.upgrade() else { return };
            look(&server);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{since, turn_off, turn_on};
    use crate::config::Config;

    #[test]
    fn each_municipality_has_its_own_switch_and_the_first_word_on_when_stays() {
        let folder = tempfile::tempdir().unwrap();
        let set = [("SAKSVAR__STORE__FOLDER".to_owned(), folder.path().join("store").display().to_string())];
        let alone = Config::load(None, set).unwrap();
        let of = |tenant: &str| {
            let mut house = alone.clone();
            (house.shares, house.entra.tenant) = (true, tenant.to_owned());
            house
        };
        let (a, b) = (of("a"), of("b"));
        let is_off = |house: &Config| since(house).is_some();
        let at = |text: &str| text.parse().unwrap();
        assert_eq!(turn_on(&a), Ok(false));
        assert_eq!(turn_off(&a, at("2026-11-26T10:00:00.123Z")), Ok(true));
        assert_eq!(turn_off(&a, at("2026-11-27T10:00:00Z")), Ok(false));
        assert_eq!([&a, &b, &alone].map(is_off), [true, false, false]);
        assert_eq!(since(&a).as_deref(), Some("2026-11-26T10:00:00Z"));
        assert_eq!((turn_on(&a), is_off(&a)), (Ok(true), false));
    }
}
