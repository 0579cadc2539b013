//! Published journals (einnsyn), from the settings `[einnsyn]`.

use super::{cases::Plugs, secret};
use crate::config::Config;
use einnsyn::{Einnsyn, Settings};
use std::time::Duration;

/// They; none where no address is written.
///
/// # Errors
/// A sentence that names the setting that cannot be used.
pub(super) fn einnsyn(config: &Config, plugs: &Plugs) -> Result<Option<Einnsyn>, String> {
    let ours = &config.einnsyn;
    if ours.url.is_empty() {
        return Ok(None);
    }
    let settings = Settings {
        key: secret::read("einnsyn.key", &ours.key)?,
        bodies: ours.bodies.clone(),
        timeout: Duration::from_secs(ours.patience),
        ..Settings::at(&ours.url)
    };
    let einnsyn = Einnsyn::new(settings, plugs.clock.clone());
    einnsyn.map(Some).map_err(|wrong| format!("einnsyn.{}: {}.", wrong.field, wrong.remedy))
}
