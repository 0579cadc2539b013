//! A case system that speaks the Noark 5 service interface (noark), from the settings `[noark]`.

use super::{cases::Plugs, secret};
use crate::config::Config;
use domain::port::Secret;
use noark::{Noark, Settings};
use std::time::Duration;

/// It; none where no address is written.
///
/// # Errors
/// A sentence that names the setting that cannot be used.
pub(super) fn noark(config: &Config, plugs: &Plugs) -> Result<Option<Noark>, String> {
    let ours = &config.noark;
    if ours.url.is_empty() {
        return Ok(None);
    }
    let secret = secret::read("noark.client_secret", &ours.client_secret)?;
    let written = |text: &String| (!text.is_empty()).then(|| text.clone());
    let patience = Duration::from_secs(ours.patience);
    let settings = Settings {
        identity: written(&ours.identity),
        scope: written(&ours.scope),
        person_scope: written(&ours.person_scope),
        timeout: patience,
        total: patience * 2,
        ..Settings::at(&ours.url, &ours.client_id, secret.unwrap_or_else(|| Secret::new("")))
    };
    let noark = Noark::new(settings, plugs.documents.clone(), plugs.clock.clone());
    let noark = noark.map_err(|wrong| format!("noark.{}: {}.", wrong.field, wrong.remedy))?;
    Ok(Some(noark.seen_by(config.access.table()?)))
}
